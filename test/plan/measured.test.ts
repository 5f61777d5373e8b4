// Inputs that were measured: a column of a CSV file becomes an uncertain number, and what is wrong with the file is told.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { distributionAt } from '../../src/grid/distribution-at.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { readPlan } from '../../src/plan/read-plan.ts';

interface Read {
  readonly values: readonly number[] | undefined;
  readonly codes: readonly string[];
}

/** The values of `x`, in its unit, from a file `data.csv` with this text. */
function read(csv: string, measured = '{ file: data.csv, column: ms, unit: ms }', more = ''): Read {
  const text = `plan: t\ncurrency: EUR\ninputs:\n  x: { measured: ${measured}${more} }\n`;
  const out = new Diagnostics();
  const files = { read: (file: string) => (file === 'data.csv' ? { file, text: csv } : undefined) };
  const plan = readPlan({ file: 'plan.yaml', text }, files, out);
  const codes = (): readonly string[] => out.all.map(({ code }) => code);
  if (plan === undefined) return { values: undefined, codes: codes() };
  const catalog = Catalog.of({ vendor: () => undefined, ids: () => [] }, plan.units, out);
  const graph = buildGraph(plan, catalog, out)?.graph;
  const draw = graph?.nodes.find(({ op }) => op.kind === 'draw');
  if (graph === undefined || draw === undefined) return { values: undefined, codes: codes() };
  const d = distributionAt(graph, interpreter(graph), draw.id, basePlace(graph));
  return { values: d?.kind === 'empirical' ? d.values : undefined, codes: codes() };
}

describe('a column', () => {
  test('by its head, among others, with quotes, other separators and empty lines', () => {
    expect(read('id,ms\n1,12.5\n2,3e1\n\n3,-4\n').values).toEqual([12.5, 30, -4]);
    expect(read('"a;""b""";"ms"\r\n"x;y";" 7 "\r\nz;8\r\n').values).toEqual([7, 8]);
    expect(read('ms\n5').values).toEqual([5]);
  });

  test('any numbers come back as they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 40 }),
        (numbers) => {
          // a zero is written without a sign
          const plain = numbers.map((x) => x + 0);
          expect(read(`n,ms\n${plain.map((x, i) => `${i},${x}`).join('\n')}\n`).values).toEqual(plain);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('no text breaks the reader', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('m', 's', ',', ';', '"', '\n', '\r', '1', '.', '-', 'é'),
          maxLength: 40,
        }),
        (text) => {
          const { values, codes } = read(text);
          expect(values !== undefined || codes.length > 0).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what is refused', () => {
  const cases: Readonly<
    Record<string, readonly [csv: string, measured: string, more: string, code: string]>
  > = {
    'another column': ['id,mss\n1,2\n', '{ file: data.csv, column: ms }', '', 'E401'],
    'a word': ['ms\n1\nfast\n', '{ file: data.csv, column: ms }', '', 'E203'],
    'a short row': ['id,ms\n1\n', '{ file: data.csv, column: ms }', '', 'E203'],
    'no rows': ['ms\n', '{ file: data.csv, column: ms }', '', 'E102'],
    'too many': [`ms\n${'1\n'.repeat(10_001)}`, '{ file: data.csv, column: ms }', '', 'E102'],
    'another file': ['', '{ file: other.csv, column: ms }', '', 'E108'],
    'a file elsewhere': ['', '{ file: ../data.csv, column: ms }', '', 'E108'],
    'no column': ['ms\n1\n', '{ file: data.csv }', '', 'E105'],
    'an unknown unit': ['ms\n1\n', '{ file: data.csv, column: ms, unit: mss }', '', 'E302'],
    'a value beside it': ['ms\n1\n', '{ file: data.csv, column: ms }', ', value: 5', 'E103'],
  };
  for (const [name, [csv, measured, more, code]] of Object.entries(cases)) {
    test(name, () => {
      expect(read(csv, measured, more).codes).toContain(code);
    });
  }
});
