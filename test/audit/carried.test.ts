// What a finding says of the rest of its document: what it was recomputed from, what builds on it, and where it is said again.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';

function relatedIn(text: string): readonly (readonly [number, string, boolean])[] {
  const [finding, ...more] = audit({ file: 'a.md', text }).findings;
  expect(more).toEqual([]);
  return (finding?.related ?? []).map((r) => [r.place.line, r.message, r.builds] as const);
}

const bill = `| Item | Monthly |
| --- | --- |
| Hosts | $1,204 |
| Disks | $310 |
| Mail | $85 |
| **Total** | **$1,699** |

That is $1,699 × 12 = $20,388 a year.
`;

describe('what a wrong figure is carried into', () => {
  test('what was reckoned from it, and where it is said again', () => {
    expect(relatedIn(`${bill}\nWe pay $1,699.00 a month, or $1,699 in all.\n`)).toEqual([
      [3, '$1,204', false],
      [4, '$310', false],
      [5, '$85', false],
      [8, '$20,388 a year builds on it', true],
      [8, '$1,699 again', true],
      [10, '$1,699 again', true],
    ]);
  });

  test('an amount that stands everywhere is no amount of its own', () => {
    const rows = Array.from({ length: 8 }, (_, i) => `- Seat ${i + 1}: $1,699`).join('\n');
    const said = relatedIn(`${bill}\n## Seats\n\n${rows}\n`).filter(([, , builds]) => builds);
    expect(said).toEqual([]);
  });

  test('two digits are alike by chance', () => {
    const text = '6 hosts × $4 = $25\n\nA book costs $25.\n';
    expect(relatedIn(text).filter(([, , builds]) => builds)).toEqual([]);
  });
});
