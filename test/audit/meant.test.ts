// Shapes that look like a claim and are none, each with its twin that is one and is wrong: what a rule keeps quiet about, and that
// it does not keep quiet about more.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { quietAndWrong, type Shape, table } from './twins.ts';

const rated = (total: string, rate: string): string =>
  table(
    '| Part | Hours | Amount | Per hour |',
    '| Shop | 3.5 | €280 | €80 |',
    '| Mail | 12 | €1,080 | €90 |',
    '| Search | 8 | €600 | €75 |',
    '| Login | 20 | €1,900 | €95 |',
    `| **Total** | 43.5 | €${total} | €${rate} |`,
  );

const years = (support: string): string =>
  table(
    '| Item | 2026 | 2027 | 2028 | 2029 | Total |',
    '| Build | 1500 | 4500 | - | - | 6000 |',
    '| Licences | - | 450 | - | - | 450 |',
    '| Desks | 250 | 200 | - | - | 450 |',
    '| Rollout | 400 | 250 | - | - | 650 |',
    `| Support | 230 | 100 | 120 | 110 | ${support} |`,
  );

const plan = (last: string): string =>
  `### Starter (€49/month)\n\n${table(
    '| Cost | Amount |',
    '| Messages | €20 |',
    '| Hosting | €4 |',
    '| Support | €5 |',
    '| **Total cost** | **€29** |',
    last,
  )}`;

const shapes: Readonly<Record<string, Shape>> = {
  'what one of each cost, in the row of totals': [rated('3,860', '88.74'), rated('3,960', '91.03'), 7],
  'the total of another column in the wrong one': [
    table(
      '| Service | Before | After | Saved |',
      '| App | €60 | €46 | €14 |',
      '| Maps | €70 | €32 | €38 |',
      '| Calls | €194 | €65 | €129 |',
      '| Site | €35 | €15 | €20 |',
      '| **Total saved** | **€201** | - | - |',
    ),
    table(
      '| Service | Before | After | Saved |',
      '| App | €60 | €46 | €14 |',
      '| Maps | €70 | €32 | €38 |',
      '| Calls | €194 | €65 | €129 |',
      '| Site | €35 | €15 | €20 |',
      '| **Total saved** | - | - | **€211** |',
    ),
    7,
  ],
  'a row with amounts where most have none': [years('560'), years('660'), 7],
  'a price in a heading, its costs and its margin': [
    plan('| **Margin** | **€20 (41%)** |'),
    plan('').trimEnd().replace('Starter', 'Starter, cost'),
    1,
  ],
  'a base that the printed percentages leave open': [
    ['- Management: €21,000 (18.2%)', '- Development: €79,500 (68.8%)', '- Testing: €15,000 (13.0%)'].join(
      '\n',
    ),
    ['- Management: €21,000 (18.2%)', '- Development: €69,500 (68.8%)', '- Testing: €15,000 (13.0%)'].join(
      '\n',
    ),
    2,
  ],
  'a heading of days that run side by side': [
    '### Phase – 10 days\n\n- Design: 4 days\n- Build: 6 days\n- Test: 3 days',
    '### Phase – 10 hours\n\n- Design: 4 hours\n- Build: 6 hours\n- Test: 3 hours',
    1,
  ],
  'a second total, of some of the rows': [
    table(
      '| Round | Budget | Answers |',
      '| 1 | 30 | 120 |',
      '| 2 | 35 | 110 |',
      '| 3 | 20 | 100 |',
      '| Total | 85 | 330 |',
      '| Total of those that ended | 85 | 300 |',
    ),
    table(
      '| Round | Budget | Answers |',
      '| 1 | 30 | 120 |',
      '| 2 | 35 | 110 |',
      '| 3 | 20 | 100 |',
      '| Total | 85 | 300 |',
    ),
    6,
  ],
  'a slash between results': [
    'Margin: Small (200−20)/200=90% / Large (500−100)/500=80%',
    'Margin: Small (200−20)/200=95% / Large (500−100)/500=80%',
    1,
  ],
  'the cheapest of what a part of a bill is sold in': [
    `${table('| Part | Monthly |', '| Hosts | $30 |', '| Logs | $5 |', '| Disk | $20 |', '| **Total** | $55 |')}\n\nSmall hosts (cheapest sensible option)\n\nThe hosts are the cheapest.`,
    `${table('| Offer | Monthly |', '| Alder | $30 |', '| Birch | $5 |', '| Cedar | $20 |')}\n\nAlder is the cheapest.`,
    7,
  ],
  'what is saved behind the totals of two lists': [
    'Before:\n\n- Hosts: $300\n- Disk: $200\n- Total: $500/month\n\nAfter:\n\n- Hosts: $100\n- Disk: $20\n- Total: $120/month\n\nSavings: $380 (76%)',
    'Before:\n\n- Hosts: $300\n- Disk: $200\n- Total: $500/month\n\nAfter:\n\n- Hosts: $100\n- Disk: $20\n- Total: $120/month\n\nSavings: $380 (66%)',
    13,
  ],
  'what is saved behind the totals of two lists, in ranges': [
    'Before:\n\n- Total: $100-200/month\n\nAfter:\n\n- Total: $0/month\n\nSavings: $100-200 (100%)',
    'Before:\n\n- Total: $100-200/month\n\nAfter:\n\n- Total: $0/month\n\nSavings: $100-200 (98.5%)',
    9,
  ],
  'what is saved of a third amount, and not of the totals': [
    'Ours:\n\n- Total: $6.40/month\n\nShared:\n\n- Total: $1.50/month\n\nSavings over a rival: $198.50 (99.25%)',
    'Ours:\n\n- Total: $6.40/month\n\nShared:\n\n- Total: $1.60/month\n\nSavings: $4.10 (75%)',
    9,
  ],
  '`about` in front of a factor': [
    '2,000,000 rows/month × ~150 B/row × 2 months ≈ 0.6 GB',
    '2,000,000 rows/month × ~150 B/row × 2 months ≈ 6 GB',
    1,
  ],
  'a name with a date behind it': [
    'Calls: 7k/20k + new prices (29.06) → 9 900 and more',
    'Calls: old (200) + new (300) → 900 and more',
    1,
  ],
  'two dollars that are not the same': [
    'Rent $20 USD, which is $380 MXN: 3 × $380 MXN = $1,140 MXN',
    'Rent $20 USD, which is $380 MXN: 3 × $380 MXN = $1,410 MXN',
    1,
  ],
  'a product in parentheses that is of something else': [
    'Room: $300 (2 × 45, with a break)',
    'Room: $95 (2 × 45, with a break)',
    1,
  ],
  'a factor that is no figure': ['All calls × $2 × 30 days = $900', '10 calls × $2 × 30 days = $900', 1],
  'calls for a cycle of some hours': [
    '400 shops × 10 batches/cycle = 4,000 calls per 3hr cycle',
    '400 shops × 10 batches/cycle = 5,000 calls per 3hr cycle',
    1,
  ],
  'prices of what goes in and comes out': [
    'Answers by Gamma 3.5 Swift ($0.20/$1.00 per 1M tokens)',
    'That is 3.5 times ($0.20 / $1.00)',
    1,
  ],
  'a million that is divided by twice': [
    'Training: $4.00 / 1M tokens × 50,000 / 1e6 = $0.20',
    'Training: $4.00 / 1M tokens × 50,000 / 1e6 = $0.30',
    1,
  ],
  '1,024 and then 1,000': [
    '5 PB × $0.02/GB/month = $102,400/month',
    '5 PB × $0.02/GB/month = $120,400/month',
    1,
  ],
  'what remains of a price': [
    '2 customers at $40/month = $77.10 profit',
    '2 customers at $40/month = $77.10',
    1,
  ],
  'a sum for a thousand': ['Cost: $0.30 + $0.45 = $0.75/1000', 'Cost: $0.30 + $0.45 = $0.85/1000', 1],
  'a size that was said before': [
    '2,000 users × 10 clips/user = 900 MB',
    '2,000 users × 10 MB/user = 900 MB',
    1,
  ],
  'an hour of work that was counted before': [
    'At $60/hour = $7,200/month',
    'Server: $6/hour = $7,200/month',
    1,
  ],
  'jobs that run an hour': ['900 jobs x $2/hr = $1,800/month', '900 jobs x $2/hr = $2,800/month', 1],
  'a month that stands nearer': [
    '- Input: 700,000 tokens × $0.20/1M = $0.14/month\n- **Total**: $5/month\n\n**Annual cost**: $60',
    '- **Total**: $5/month\n\n**Annual cost**: $80',
    3,
  ],
  'terms to choose from': [
    '- 1-year: $60/year\n- 3-year: $290 over 3 years',
    '- Annual savings: $60\n- 3-year savings: $290',
    2,
  ],
  'cents that were rounded': [
    table(
      '| Queries | Monthly | Annual |',
      '| 1 | $0.55 | $6.60 |',
      '| 2 | $2.70 | $32.40 |',
      '| 3 | $0.07 | $0.81 |',
    ),
    table(
      '| Queries | Monthly | Annual |',
      '| 1 | $0.55 | $6.60 |',
      '| 2 | $2.70 | $32.40 |',
      '| 3 | $0.07 | $1.81 |',
    ),
    5,
  ],
  'a year that is round': [
    table(
      '| Plan | Monthly | Annual |',
      '| A | $100 | $1,200 |',
      '| B | $250 | $3,000 |',
      '| C | $312 | $3,750 |',
    ),
    table(
      '| Plan | Monthly | Annual |',
      '| A | $100 | $1,200 |',
      '| B | $250 | $3,000 |',
      '| C | $312 | $3,950 |',
    ),
    5,
  ],
  'what all comes to by the piece': [
    table(
      '| Rules | Count | Cost per rule |',
      '| A | 10 | $0.60 |',
      '| B | 20 | $0.30 |',
      '| **Total** | **30** | **$0.20** |',
    ),
    table(
      '| Rules | Count | Cost |',
      '| A | 10 | $0.60 |',
      '| B | 20 | $0.30 |',
      '| **Total** | **30** | **$0.20** |',
    ),
    5,
  ],
  'a total of another case': [
    table(
      '| Part | Cost |',
      '| A | $10 |',
      '| B | $20 |',
      '| C | $30 |',
      '| **Total (smallest)** | $60 |',
      '| **Total (largest)** | $90 |',
    ),
    table('| Part | Cost |', '| A | $10 |', '| B | $20 |', '| C | $30 |', '| **Total** | $90 |'),
    6,
  ],
  'a total without one of them': [
    table(
      '| Part | Cost |',
      '| Compute | $10 |',
      '| Disks | $20 |',
      '| Premium support | $300 |',
      '| **Total (without support)** | $31–35 |',
    ),
    table(
      '| Part | Cost |',
      '| Compute | $10 |',
      '| Disks | $20 |',
      '| Premium support | $300 |',
      '| **Total** | $430 |',
    ),
    6,
  ],
  'a grand total with another table in it': [
    table(
      '| Part | Cost |',
      '| A | $10 |',
      '| B | $20 |',
      '| C | $30 |',
      '| **Total extras** | $60 |',
      '| **Grand total** | $190 |',
    ),
    table('| Part | Cost |', '| A | $10 |', '| B | $20 |', '| C | $30 |', '| **Grand total** | $190 |'),
    6,
  ],
  'a total above its rows': [
    'gateways\n  Total cost: $55\n  - one: $50\n  - two: $5\n\nhosts\n  Total cost: $70\n  - one: $40\n  - two: $30',
    '- one: $40\n- two: $30\n- three: $20\n- Total cost: $80',
    4,
  ],
  'a percentage that is in the row': [
    table('| Model | Cost |', '| Small | $10 |', '| Large | $20 |', '| Large (with 50% overhead) | $30 |'),
    table('| Part | Cost |', '| A | $10 |', '| B | $20 |', '| Overhead (50%) | $40 |'),
    5,
  ],
  'measures above an average': [
    table('| Measure | Value |', '| Texts | 40 |', '| Failed | 5 |', '| Average length | 1,400 chars |'),
    table('| Month | Cost |', '| May | $40 |', '| June | $50 |', '| Average | $49 |'),
    5,
  ],
  'steps of a series': [
    table(
      '| Hits | New | Calls | Total |',
      '| 50% | 600 | $1,200 | $3,800 |',
      '| 70% | 400 | $800 | $3,400 |',
      '| 80% | 200 | $400 | $3,000 |',
    ),
    table(
      '| What | A | B | C |',
      '| Before | $600 | $1,200 | $3,800 |',
      '| After | $400 | $800 | $3,400 |',
      '| Saved | $200 | $400 | $900 |',
    ),
    5,
  ],
  'a comma of LaTeX': [
    'So \\( 20{,}000 \\times 3 = 60{,}000 \\) minutes',
    'So \\( 20{,}000 \\times 3 = 80{,}000 \\) minutes',
    1,
  ],
  'minutes of a watt': ['- Switch: 0.20 W × 30 min = 0.10 Wh', '- Switch: 0.20 W × 30 min = 0.40 Wh', 1],
  'what one of several is': ['- Data: ~5 MB average = 2 GB', '- Data: 5 MB = 2 GB', 1],
  'sessions of a length that nobody says': [
    '$0.50/10min × 30 sessions = $15/month',
    '$0.50/session × 30 sessions = $25/month',
    1,
  ],
  'what is optional at one end': [
    table(
      '| Part | Cost | Notes |',
      '| A | $5–10 | |',
      '| B | $20 | optional |',
      '| C | $6 | |',
      '| **Total** | $11–36 | |',
    ),
    table(
      '| Part | Cost | Notes |',
      '| A | $5–10 | |',
      '| B | $20 | |',
      '| C | $6 | |',
      '| **Total** | $11–36 | |',
    ),
    6,
  ],
  'a percentage in tens': [
    'Down from $78/month to $10/month (90% less)',
    'Down from $78/month to $10/month (80% less)',
    1,
  ],
  'rounded twice': [
    table(
      '| Tier | Price | Cost | Margin |',
      '| A | $200 | $50 | 75.0% |',
      '| B | $400 | $100 | 75.0% |',
      '| C | $499 | $258.24 | 48.3% |',
    ),
    table(
      '| Tier | Price | Cost | Margin |',
      '| A | $200 | $50 | 75.0% |',
      '| B | $400 | $100 | 75.0% |',
      '| C | $499 | $258.24 | 49.3% |',
    ),
    5,
  ],
};

describe('what is no claim, and its twin that is', () => {
  quietAndWrong(shapes);
});

describe('what is far off again and again', () => {
  const lines = ['40 runs × $500 = $20', '60 runs × $500 = $30', '90 runs × $500 = $45'];
  const slips = ['40 runs × $0.50 = $20,000', '60 runs × $0.50 = $30,000', '90 runs × $0.50 = $45,000'];
  const audited = (text: string) => audit({ file: 'a.md', text });
  test('is meant so, and doubtful', () => {
    const { findings, doubtful } = audited(lines.join('\n\n'));
    expect(findings).toEqual([]);
    expect(doubtful.map((f) => f.place.line)).toEqual([1, 3, 5]);
  });
  test('once, it is wrong', () => {
    const text = [slips[0], '60 runs × $0.50 = $30', '90 runs × $0.50 = $45'].join('\n\n');
    expect(audited(text).findings.map((f) => f.place.line)).toEqual([1]);
  });
  test('by one power of ten that no price for a thousand explains, it is one slip', () => {
    expect(audited(slips.join('\n\n')).findings.map((f) => f.place.line)).toEqual([1, 3, 5]);
  });
});
