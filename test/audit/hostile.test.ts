// Whatever a file holds, the audit ends, does not throw, and points into the text. The long run is `npm run fuzz`.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { draftOf } from '../../src/audit/draft.ts';
import { auditHtml } from '../../src/report/audit-html.ts';

/** In ten languages, and in every manner of layout. */
const documents = ['fixtures', 'documents'].flatMap((folder) => {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt|html)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'));
});

const runs = Number(process.env.OUTLAY_FUZZ_RUNS ?? 300);

function check(text: string): void {
  const result = audit({ file: 'a', text }, { leastConfidence: 0 });
  const lines = text.split('\n');
  for (const { place, related } of result.findings) {
    for (const p of [place, ...related.map((r) => r.place)]) {
      expect(p.start).toBeGreaterThanOrEqual(0);
      expect(p.end).toBeLessThanOrEqual(text.length);
      expect(p.line).toBeLessThanOrEqual(lines.length);
      expect(p.column).toBeLessThanOrEqual((lines[p.line - 1]?.length ?? 0) + 1);
    }
  }
  auditHtml([result]);
  draftOf(result);
}

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '$',
      '€',
      '5',
      '1,234.50',
      '1.234,50',
      '%',
      ' × ',
      ' = ',
      '|',
      '\n',
      '\n\n',
      '- ',
      '# ',
      '**',
      '`',
      '```',
      '<td>',
      '<table>',
    ],
    ...[
      '</table>',
      '(',
      ')',
      '/month',
      '/GB',
      ' to ',
      '~',
      '–',
      'Total',
      'Gesamt',
      '合计',
      'â‚¬',
      '√ó',
      '\\times',
      '&euro;',
      '1e9',
      'k',
    ],
    ...[
      '10–20',
      'x',
      ' x ',
      '→',
      ':',
      '|---|---|',
      '| a | b |',
      ' saving ',
      'from ',
      ' vs ',
      '<!-- audit-ok: x -->',
      '\u0000',
      '\ud800',
    ],
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

describe('hostile text', () => {
  test('pieces of documents in any order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (parts) => check(parts.join(''))),
      { numRuns: runs },
    );
  });

  test('a document with a piece cut out, doubled or put elsewhere', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const length = fc.nat({ max: 80 });
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        part,
        length,
        part,
        fc.string({ maxLength: 3 }),
        (...drawn) => {
          const [text, where, many, place, added] = drawn;
          const from = Math.floor(where * text.length);
          const piece = text.slice(from, from + many);
          const cut = text.slice(0, from) + text.slice(from + many);
          const to = Math.floor(place * cut.length);
          check(cut.slice(0, to) + added + piece + cut.slice(to));
        },
      ),
      { numRuns: runs },
    );
  });

  const long: Readonly<Record<string, string>> = {
    'a table of many rows': `| A | B |\n|---|---|\n${'| x | $5 |\n'.repeat(150_000)}`,
    'nested quotes': '>'.repeat(20_000),
    'nested lists': Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- $${i}`).join('\n'),
    'nested tags': '<div><table><tr><td>'.repeat(20_000),
    'one number': '1'.repeat(300_000),
    'many operators': '1 + '.repeat(50_000),
    'open parentheses': '('.repeat(100_000),
    'equals signs': '1 = '.repeat(50_000),
    'a broken encoding': 'â‚¬5 '.repeat(50_000),
  };
  for (const [name, text] of Object.entries(long)) {
    test(name, () => {
      expect(() => audit({ file: 'a', text })).not.toThrow();
    });
  }
});
