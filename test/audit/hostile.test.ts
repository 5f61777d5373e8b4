// Whatever a file holds, the audit ends, does not throw, and points into the text. The long run is `npm run fuzz`.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { draftOf } from '../../src/audit/draft.ts';
import { auditHtml } from '../../src/report/audit-html.ts';

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
    const text = readFileSync(join(import.meta.dirname, 'fixtures/relay.md'), 'utf8');
    const at = fc.nat({ max: text.length });
    fc.assert(
      fc.property(at, at, at, fc.string({ maxLength: 3 }), (a, b, c, s) => {
        const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 80)];
        const cut = text.slice(0, from) + text.slice(to);
        check(cut.slice(0, c) + s + text.slice(from, to) + cut.slice(c));
      }),
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
