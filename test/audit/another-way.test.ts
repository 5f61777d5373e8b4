// What does not follow as it was read, and is reached in another way from the figures beside it, is doubtful and says the way.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';

const heads = '| Item | Term | Monthly | Amount |\n|---|---|---|---|\n';
const team = (amount: string): string =>
  `${heads}| Team, 7 engineers (25% of load) | 12 months | 7,000.00/month | ${amount} |
| Server | 12 months | 500.00/month | 6,000.00 |
| Office | 12 months | 800.00/month | 9,600.00 |`;

describe('another way to a figure', () => {
  test('a product of all that stands in the row', () => {
    const { findings, doubtful } = audit({ file: 'a.md', text: team('147,000.00') });
    expect(findings).toEqual([]);
    expect(doubtful.map((f) => f.message)).toEqual([
      '12 months × 7,000.00/month is 84,000, not 147,000.00, unless 12 × 7,000.00/month × 7 engineers × 25% is meant',
    ]);
  });

  test('none, where the digits do not come out', () => {
    const { findings } = audit({ file: 'a.md', text: team('147,600.00') });
    expect(findings.map((f) => f.stated)).toEqual(['147,600.00']);
  });

  test('two digits are no proof of a way', () => {
    const text = `| Host | Count | Price | Cost |
|---|---|---|---|
| Small, 3 disks | 4 | $2 | $17 |
| Middle, 5 disks | 3 | $4 | $12 |
| Large, 7 disks | 2 | $9 | $18 |
| Wide, 9 disks | 5 | $6 | $30 |
| Tall, 2 disks | 7 | $3 | $21 |
| Flat, 4 disks | 6 | $8 | $48 |`;
    const { findings } = audit({ file: 'a.md', text });
    expect(findings.map((f) => [f.place.line, f.recomputed])).toEqual([[3, '8 USD']]);
  });

  test('a relation that very many rows show is not doubted', () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `| Host ${i} | $${i + 21}.40 | $${i + 3}.10 | $${(18.3).toFixed(2)} |`,
    );
    const text = `| Host | Gross | Off | Net |\n|---|---|---|---|\n${rows.join('\n')}\n| Last | $44.40 | $5.10 | $49.50 |`;
    const { findings } = audit({ file: 'a.md', text });
    expect(findings.map((f) => f.stated)).toEqual(['$49.50']);
  });
});
