// More shapes of calculations, each as it should be and with one figure changed; and readings that are not told, each beside its twin
// that is.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { table, twins } from './twins.ts';

const python = (line: string): string => `\`\`\`python\ncost = rate * hours\n${line}\n\`\`\``;

const exchange = 'One is €10 ($10.87), two are €20 ($21.74), three are €30 ($32.61), four are €40 ($43.48).';

const prices = table(
  '| Part | Price | Use |',
  '| Egress | €0.08/GB | 50-100GB/month = €4-8/month |',
  '| Snapshots | €0.10/GB/month | 5GB snapshots = €0.50/month |',
  '| Alerts | €0.10/alert/month | 30 alerts = €3/month |',
);

describe('calculations', () => {
  twins({
    'sums with a bare result in words of a first year': {
      text: '- **Первый год**: 600 + (100 + 20) × 12 + 300 = **2340 долларов**',
      change: ['2340', '2040'],
      found: ['equation', 1, '2040 долларов'],
    },
    'weights that make one whole': {
      text: 'Mean price = 0.1×$31 + 0.5×$63 + 0.4×$134 = $88.20',
      change: ['88.20', '88.30'],
      found: ['equation', 1, '$88.30'],
    },
    'one digit of an exact product': {
      text: 'Traffic: 202.5 GB × $0.15/GB = $30.375',
      change: ['30.375', '30.275'],
      found: ['equation', 1, '$30.275'],
    },
    'one of what a price is for': {
      text: '- $.02 * 1024 GB = $20.48 per TB per month',
      change: ['20.48', '23.55'],
      found: ['equation', 1, '$23.55 per TB per month'],
    },
    'a price in parentheses': {
      text: '- 25 × Pro ($79) = $1,975/month',
      change: ['1,975', '1,795'],
      found: ['equation', 1, '$1,795/month'],
    },
    'a calculation behind a range in the label': {
      text: '- Messages 2-8 (7 × $42): $294',
      change: ['294', '249'],
      found: ['equation', 1, '$249'],
    },
    'hours and days with a price by the hour': {
      text: 'GPU: 1 × $0.90 × 8 hr × 30 d = $216/month',
      change: ['216', '261'],
      found: ['equation', 1, '$261/month'],
    },
    'a function that rounds up': {
      text: 'Nodes = Math.CEILING(373248/6000) = 63',
      change: ['= 63', '= 73'],
      found: ['equation', 1, '73'],
    },
    'a sum of named amounts': {
      text: 'Fixed (Host Pro R$ 120 + Mail R$ 60 + Domain R$ 50 = R$ 230/month):',
      change: ['230', '280'],
      found: ['equation', 1, 'R$ 280/month'],
    },
    'powers of ten': {
      text: 'Calls: 25 × 10^6 × 2 = 50,000,000',
      change: ['50,000,000', '55,000,000'],
      found: ['equation', 1, '55,000,000'],
    },
    'a rate by the second and by the hour': {
      text: 'Throughput: 2,400 tokens/sec = 8,640,000 tokens/hr',
      change: ['8,640,000', '8,460,000'],
      found: ['period', 1, '8,460,000 tokens/hr'],
    },
    'so many a day and a month, without a name': {
      text: 'Writes: 30,000/day = 900K/month',
      change: ['900K', '990K'],
      found: ['period', 1, '990K/month'],
    },
    'so much of something beside the price of one': {
      text: prices,
      change: ['€4-8', '€8-15'],
      found: ['row', 3, '€8-15/month'],
    },
    'so much of something under the price of one': {
      text: 'Queue:\n\n- Price: $0.40 per million requests\n- Small: 5 million requests = $2.00\n- Large: 30 million requests = $12.00',
      change: ['= $12.00', '= $21.00'],
      found: ['row', 5, '$21.00'],
    },
    'two currencies that were added as if they were one': {
      text: `${exchange}\n\nServer and calls: €39 + $100 = ~€131`,
      change: ['€131', '€139'],
      found: ['conversion', 3, '€139'],
    },
    'a sum in the comment of a program': {
      text: python('# 20 + 0.022 = 20.022'),
      change: ['= 20.022', '= 22.022'],
      found: ['equation', 3, '22.022'],
    },
  });
});

/** What each line could be taken for and is not; line of the finding in the second text. */
const quiet: Readonly<Record<string, readonly [quiet: string, wrong: string, line: number]>> = {
  'a fee of each payment': [
    table('| Item | Cost |', '| Hosts (2 × $10) | $20 |', '| Fees (20 × $9.99 × 2.9% + $0.30) | $12 |'),
    table('| Item | Cost |', '| Hosts (2 × $10) | $20 |', '| Fees (20 × $9.99 × 2.9% + $0.30) | $19 |'),
    4,
  ],
  'years that a quotient comes to, in months': [
    'Payback: $220,000 / $95,000 = ~28 months',
    'Payback: $220,000 / $95,000 = ~21 months and more ($220,000 / $95,000 = 3.2)',
    1,
  ],
  'a sum with a part that has no price': [
    'Setup + mail $20 + hosting $50 = $100, and: mail $25 + 3 numbers $30 + store $25 = $80',
    'Fixed: setup $20 + mail $20 + hosting $50 = $100',
    1,
  ],
  'a fee and a price': [
    '- **Routing:** $5/month + $0.10/GB (estimate 500GB/mo = $55/mo)\n- Logs: $0.10/GB (50 GB = $5)',
    '- **Routing:** $0.10/GB (estimate 500GB/mo = $55/mo)\n- Logs: $0.10/GB (50 GB = $5)',
    1,
  ],
  'a divisor in millions': [
    'Cost per 1M tokens = $1.137 / 8.64 ≈ $0.132 per million tokens',
    'Cost per 1M tokens = 1.137 × $0.20 = $0.30',
    1,
  ],
  'what is said for one, and what is reckoned for all': [
    'Each company:\n\n- 800 offers/year × 50 KB = 40 MB/year\n- Total: ~40 MB/company/year\n\nFor 100 companies:\n\n- 100 × 40 MB = 4 GB/year',
    'Each company:\n\n- 800 offers/year × 50 KB = 40 MB/year\n- Total: ~40 MB/company/year\n\nFor 100 companies:\n\n- 100 × 40 MB = 6 GB/year',
    8,
  ],
  'a sum of two currencies': [
    `${exchange}\n\nHost and calls: €4.15 + $1.00 = ~€5 (~$5.50)`,
    `${exchange}\n\nHost and calls: €40.15 + $100 = €140.15`,
    3,
  ],
  'one of a range': [
    '- Stories: 8–12 × 30 min = 5 hours',
    '- Stories: 8–12 × 30 min = 8 hours, of 2 × 30 min = 3 hours',
    1,
  ],
  'a subtraction between parentheses': [
    'Benefit: $38,000 × (1 - 1.2) = -$7,600',
    'Benefit: $38,000 × (1 - 1.2) = -$9,600',
    1,
  ],
  'a sum of a program': [
    '```python\nfee = max(a + 4, b=3)\nx = 5 * 3 == 14\n```',
    python('x = 5 * 3 = 14'),
    3,
  ],
};

describe('readings that are not meant', () => {
  test.each(Object.entries(quiet))('%s', (_, [right, wrong, line]) => {
    expect(audit({ file: 'a.md', text: right }).findings.map((f) => f.message)).toEqual([]);
    expect(audit({ file: 'a.md', text: wrong }).findings.map((f) => f.place.line)).toContain(line);
  });
});

describe('numbers', () => {
  const figures = (text: string) => audit({ file: 'a.md', text }).figures.map((f) => [f.low, f.high]);
  test('the same letters behind both ends are a range', () => {
    expect(figures('Queries: 300K-500K a month')).toEqual([[300_000, 500_000]]);
    expect(figures('RAM: 8GB-16GB, on c5-2xlarge')).toEqual([[8, 16]]);
  });
  test('a number that is reckoned with is no date', () => {
    expect(figures('Total = 2073.6 * 2 = 4147.2 GB').map(([low]) => low)).toEqual([2073.6, 2, 4147.2]);
    expect(figures('As of 2025.6, nothing')).toEqual([]);
  });
});
