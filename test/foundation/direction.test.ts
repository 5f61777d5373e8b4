// Does the direction check bite? Small trees with one fault each, cruised with the project's own rules.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** The names of the rules that a tree of files breaks, sorted. */
async function broken(files: Record<string, string>): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'outlay-direction-'));
  try {
    for (const [path, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { output } = await cruise(['src'], {
      ...options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden },
    });
    const names = (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
    return [...new Set(names)].sort();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('the direction of imports', () => {
  test('down the list is allowed', async () => {
    const files = {
      'src/quantity/unit.ts': 'export const unit = 1;',
      'src/formula/parse.ts': "import { unit } from '../quantity/unit.ts';\nexport const parse = unit;",
      'src/cli/main.ts':
        "import 'node:fs';\nimport { parse } from '../formula/parse.ts';\nexport const main = parse;",
      'src/index.ts': "export { parse } from './formula/parse.ts';",
    };
    expect(await broken(files)).toEqual([]);
  });

  test('back up the list is refused', async () => {
    const files = {
      'src/quantity/unit.ts': "import { parse } from '../formula/parse.ts';\nexport const unit = parse;",
      'src/formula/parse.ts': 'export const parse = 1;',
    };
    expect(await broken(files)).toEqual(['quantity-imports-only-from-above']);
  });

  test('back up the list is refused for types too', async () => {
    const files = {
      'src/plan/plan.ts': "import type { Grid } from '../grid/grid.ts';\nexport type Plan = Grid;",
      'src/grid/grid.ts': 'export type Grid = number;',
    };
    expect(await broken(files)).toEqual(['plan-imports-only-from-above']);
  });

  test('a circle is refused', async () => {
    const files = {
      'src/plan/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
      'src/plan/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
    };
    expect(await broken(files)).toEqual(['no-circle']);
  });

  test('a test, a node: module and an unknown folder are refused', async () => {
    const files = {
      'test/help.ts': 'export const help = 1;',
      'src/grid/column.ts': "import { help } from '../../test/help.ts';\nexport const column = help;",
      'src/graph/read.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
      'src/misc/thing.ts': "import { column } from '../grid/column.ts';\nexport const thing = column;",
    };
    expect(await broken(files)).toEqual(['core-is-pure', 'known-folder', 'src-stands-alone']);
  });

  test('audit reads documents, not plans', async () => {
    const files = {
      'src/audit/claim.ts': "import { plan } from '../plan/plan.ts';\nexport const claim = plan;",
      'src/plan/plan.ts': 'export const plan = 1;',
    };
    expect(await broken(files)).toEqual(['audit-reads-documents-not-plans']);
  });

  test('diagnostics import nothing, and a missing file is named', async () => {
    const files = {
      'src/diagnostics/codes.ts': "import { gone } from './gone.ts';\nexport const codes = gone;",
      'src/diagnostics/frame.ts': "import { unit } from '../quantity/unit.ts';\nexport const frame = unit;",
      'src/quantity/unit.ts': 'export const unit = 1;',
    };
    expect(await broken(files)).toEqual([
      'diagnostics-imports-only-from-above',
      'diagnostics-is-a-leaf',
      'resolvable',
    ]);
  });
});
