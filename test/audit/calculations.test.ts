// Calculations in their shapes: each as it comes out, and a twin in which it does not.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { quietAndWrong, type Shape, table } from './twins.ts';

const audited = (text: string) => audit({ file: 'a.md', text });

const code = (...lines: readonly string[]): string => ['```', ...lines, '```'].join('\n');

const models = (last: string): string =>
  `- Input: $2.00 / 1M tokens\n- Output: $10.00 / 1M tokens\n\n${table(
    '| Task | Input tokens | Output tokens | Cost |',
    '| Search | 1500 | 300 | $0.006 |',
    '| Answer | 2000 | 900 | $0.013 |',
    '| Review | 4000 | 700 | $0.015 |',
    `| Summary | 6000 | 700 | ${last} |`,
  )}`;

const plans = (last: string): string =>
  `**Small plan - $20/month**\n\n**Middle plan - $50/month**\n\n**Large plan - $70/month**\n\n- 30 customers Small plan: $600/month\n- 12 customers Middle plan: $600/month\n- 60 customers Large plan: ${last}`;

const rates = (last: string): string =>
  `Rate: 1 EUR = 655,957 XOF\n\n${table(
    '| Shops | Income (EUR) | Income (XOF) | Profit (EUR) | Profit (XOF) |',
    ...[3, 4, 6, 7, 9].map((n) => {
      const [a, b] = [n * 1000, n * 700];
      return `| ${n} | ${a} € | ${Math.round(a * 655.957)} XOF | ${b} € | ${Math.round(b * 655.957)} XOF |`;
    }),
    `| 12 | 12000 € | 7871484 XOF | 8400 € | ${last} |`,
  )}`;

const shapes: Readonly<Record<string, Shape>> = {
  'figures of a calculation that is written out': [
    '700 × $0.023 × 12 = $193.20/year',
    '700 × $0.023 × 12 = $194.40/year',
    1,
  ],
  'a calculation with what is only about so much': [
    '700 × ~$0.023 × 12 = $194.40/year',
    '700 × ~$0.023 × 12 = $294.40/year',
    1,
  ],
  'a fence that is set as a formula': [
    '```math\n300 \\times (15 + 3 + 4) = 300 \\times 22 = 6600\n```',
    '```math\n300 \\times (15 + 3 + 4) = 300 \\times 22 = 6060\n```',
    2,
  ],
  'a letter that is raised to something': [
    '$450 \\cdot p^{20} = 3276$ and $450 \\cdot 20 = 9000$',
    '$450 \\cdot p^{20} = 3276$ and $450 \\cdot 20 = 9500$',
    1,
  ],
  'a result on the next line': [
    code('Total = 3 × $40 + $15', '      = $120 + $15', '      = $135'),
    code('Total = 3 × $40 + $15', '      = $120 + $15', '      = $153'),
    4,
  ],
  'a line that begins with an equals sign and is a row': [
    code('Price        $20', '- Fees       $3', '- Hosting    $1', '= 16 left'),
    code('4 × $20', '= $90'),
    3,
  ],
  'a sum that goes on from the line above': [
    'Plus: 700 × 0.69\n+ 250 + 310 = 1,043 → ×9, and so on',
    'Plus: 700 × 0.69\n+ 250 + 310 = 1,143 → ×9, and so on',
    2,
  ],
  'words without blanks between two numbers': [
    '1回あたり30枚 × 平均40円 = 1,200円',
    '1回あたり30枚 × 平均40円 = 1,500円',
    1,
  ],
  'a product behind a count': ['- Questions: 600 (12 × 50)', '- Questions: 620 (12 × 50)', 1],
  'a product with a remark behind it': [
    'Redone: +€0.80 (8 × 0.1, pictures only)',
    'Redone: +€0.90 (8 × 0.1, pictures only)',
    1,
  ],
  'a code in front of the sign': [
    'Desk AUD$120 + chair AUD $80 + lamp $AUD15 = AUD$215',
    'Desk AUD$120 + chair AUD $80 + lamp $AUD15 = AUD$251',
    1,
  ],
  'a code behind the amount': ['3 × $20 CAD/month = $60 CAD/month', '3 × $20 CAD/month = $80 CAD/month', 1],
  'a range with its code behind': ['4 × $20–30 MXN = $80–120 MXN', '4 × $20–30 MXN = $80–130 MXN', 1],
  'one dollar throughout': [
    table('| Item | MXN |', '| Rent | $900 |', '| Power | $1,300 |', '| Total | $2,200 |', '').trim() +
      '\n\nWe keep $5,000 MXN.',
    table('| Item | MXN |', '| Rent | $900 |', '| Power | $1,300 |', '| Total | $2,300 |', '').trim() +
      '\n\nWe keep $5,000 MXN.',
    5,
  ],
  'a formula in words first': [
    'Cost of a student = cost per credit x number of credits of the course 105 x 4 = $420',
    'Cost of a student = cost per credit x number of credits of the course 105 x 4 = $480',
    1,
  ],
  'a sign behind the equals sign': ['Profit: $1,500 - $586 = +$914', 'Profit: $1,500 - $586 = +$941', 1],
  'the hours of a day in energy': [
    '0.035 kW × 24 hours = 0.84 kWh/day',
    '0.035 kW × 24 hours = 0.48 kWh/day',
    1,
  ],
  'a cost that two rates make': [models('$0.019'), models('$0.025'), 9],
  'a day and a month on two lines': [
    '- **Daily Cost**: 5 GB × $3/GB = ~$15/day\n- **Monthly Cost**: ~$450/month',
    '- **Daily Cost**: 5 GB × $3/GB = ~$15/day\n- **Monthly Cost**: ~$30/month',
    2,
  ],
  'a day and a month that are limits': [
    '- Daily limit: $5/day\n- Monthly limit: $400/month',
    '- Daily cost: $5/day\n- Monthly cost: $400/month',
    2,
  ],
  'a rate that is kept to the last digit': [rates('5510039 XOF'), rates('5501039 XOF'), 10],
  'round amounts in two currencies': [
    'We pay £4.99 ($6.34), £12.49 ($15.86) and £30.25 ($38.42), some £9.00 ($11.00) and £7.20 ($9.14)',
    'We pay £4.99 ($6.34), £12.49 ($15.86) and £30.25 ($38.42), some £9.21 ($11.07) and £7.20 ($9.14)',
    1,
  ],
  'so many a day and a month': [
    'About the load: 1,000 requests/day → 30,000/month',
    'About the load: 1,000 requests/day → 39,000/month',
    1,
  ],
  'a limit for a minute and for a day': [
    'Tier 1: 10 requests/minute (1,500 requests/day)',
    'Load: 10 requests/minute (15,400 requests/day)',
    1,
  ],
  'times in several units': [
    table(
      '| Task | Before | After | Saved |',
      '| Docs | 30 minutes | 1 minute | 97% |',
      '| Audit | 2 hours | 5 minutes | 96% |',
      '| Code | 15 minutes | 30 seconds | 97% |',
    ),
    table(
      '| Task | Before | After | Saved |',
      '| Docs | 30 minutes | 1 minute | 97% |',
      '| Audit | 2 hours | 5 minutes | 96% |',
      '| Code | 15 minutes | 30 seconds | 94% |',
    ),
    5,
  ],
  'prices of what goes in and comes out, and a percentage': [
    'Batch: 50% off ($1.50 / $7.50)',
    'Batch: 25% of it ($1.50 / $7.50)',
    1,
  ],
  'part of a customer': [
    'Break-even: $4,185 / $290 = 15 customers',
    'Break-even: $4,185 / $290 = 18 customers',
    1,
  ],
  'a setting with an equals sign': [
    'Pictures of 640×480 px q=90 compressed',
    'Pictures: 640 × 480 = 370,200 pixels',
    1,
  ],
  'so many customers of a plan': [plans('$4,200/month'), plans('$2,400/month'), 9],
  'a price in the next sentence': [
    'So there are 4,700,000 to pay for. At $0.02 per 100,000 read requests this results in a cost of $0.94.',
    'So there are 4,700,000 to pay for. At $0.02 per 100,000 read requests this results in a cost of $9.4.',
    1,
  ],
  'a count with points behind per': [
    'Es sind 4.700.000 Aufrufe zu $0,02 pro 100.000 Aufrufe, das ergibt $0,94.',
    'Es sind 4.700.000 Aufrufe zu $0,02 pro 100.000 Aufrufe, das ergibt $9,40.',
    1,
  ],
  'a calculation in a comment of a program': [
    '```js\n// 280 hours × $0.50 = $140\nconst a = 2 * 3 // = 7\n```',
    '```js\n// 280 hours × $0.50 = $104\n```',
    2,
  ],
  'tokens at a price for a thousand': [
    'With a cache: 100 input tokens × $0.003 + 4900 cached × $0.0003 = $0.00177',
    'With a cache: 100 input tokens × $0.003 + 4900 cached × $0.0003 = $0.00717',
    1,
  ],
  'a number that could be a year': [
    table(
      '| Task | Tokens | Cost |',
      '| A | 800 | $1 |',
      '| B | 2000 | $2 |',
      '| C | 3000 | $3 |',
      '| **Total** | 5800 | $6 |',
    ),
    table(
      '| Task | Tokens | Cost |',
      '| A | 800 | $1 |',
      '| B | 2000 | $2 |',
      '| C | 3000 | $3 |',
      '| **Total** | 6800 | $6 |',
    ),
    6,
  ],
};

describe('a calculation, and its twin that is wrong', () => {
  quietAndWrong(shapes);
});

describe('what is right counts as checked', () => {
  test.each([
    [code('Total = 3 × $40', '      = $120'), 1],
    ['Profit: $1,500 - $586 = +$914', 1],
    ['0.84 kWh/day × 30 days = 25.2 kWh/month', 1],
    [models('$0.019'), 4],
  ])('%s', (text, checked) => {
    expect(audited(text).coverage.right).toBe(checked);
  });
});
