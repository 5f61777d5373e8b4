// One small document a claim: what is found in it, or that nothing is. The same shapes in several languages and spellings.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { ClaimKind } from '../../src/audit/types.ts';
import { table } from './twins.ts';

type Found = readonly [kind: ClaimKind, line: number, stated: string, recomputed: string];

function found(text: string): Found[] {
  return audit({ file: 'a.md', text }).findings.map((f) => [f.kind, f.place.line, f.stated, f.recomputed]);
}

const wrong: Readonly<Record<string, readonly [text: string, ...found: Found[]]>> = {
  'a product': ['Cost: 3 × $15 = $54', ['equation', 1, '$54', '45 USD']],
  'a total of what has a name of its own': [
    '- Design: 2,000 ADA\n- Code: 3,000 ADA\n- Tests: 1,500 ADA\n- Total: 6,800 ADA',
    ['total', 4, '6,800 ADA', '6,500 ADA'],
  ],
  'a change behind a name with digits': ['EC2: $120 → $80/month (-43%)', ['saving', 1, '-43%', '33.33%']],
  'an amount with one slip, and its percentage': [
    'The cost goes from $5,025 to $6,300 (+20%).',
    ['saving', 1, '$6,300', '6,030 USD'],
  ],
  'a share that is multiplied by a hundred': [
    'ROI = ($10,320 - $1,400) / $1,400 × 100 = 737%',
    ['equation', 1, '737%', '637.14%'],
  ],
  'a share with a few words behind it': [
    'Storage is 43% of what we pay in total ($54 / $163)',
    ['equation', 1, '43%', '33.13%'],
  ],
  'a plain blank between groups': [
    '3 980 €/mois × 12 = 44 760 €/an',
    ['equation', 1, '44 760 €/an', '47\u00a0760 EUR/year'],
  ],
  'dollars among decimal commas': [
    '60 horas × $150/hora = $8,000 y 12,50 €; 3,75 €',
    ['equation', 1, '$8,000', '9.000 USD'],
  ],
  'a month and a year on lines of their own': [
    '- Monthly savings: $834\n- Annual savings: $10,800',
    ['period', 2, '$10,800', '10,008 USD'],
  ],
  'a year and three years': [
    '- Annual savings: $3,000\n- 3-year savings: $9,900',
    ['period', 2, '$9,900', '9,000 USD'],
  ],
  'amounts of one label': [
    '1. Reserve\n   - **Savings:** $324/year\n2. Spot\n   - **Savings:** $432/year\n3. Resize\n   - **Savings:** $144/year\n\n**Total cloud savings:** $990/year',
    ['total', 8, '$990/year', '900 USD/year'],
  ],
  'a heading over its list': [
    '### Test ($180/month)\n\n- Nodes: $95/month\n- Data: $25/month\n- Logs: $40/month',
    ['total', 1, '$180/month', '160 USD/month'],
  ],
  'percentages of one amount': [
    '- Price: 349 TL\n- Commission (15%): 52.35 TL\n- Tax (20%): 69.80 TL\n- Fund (5%): 27.45 TL',
    ['share', 4, '27.45 TL', '17.45 TRY'],
  ],
  'percentages that add up to a whole': [
    '- 30% reserve (€21,600)\n- 50% work (€36,000)\n- 20% stock (€18,400)',
    ['share', 3, '€18,400', '14,257.43 to 14,545.45 EUR'],
  ],
  'what lies between two amounts': [
    '- On-premise: $5,320/month\n- AWS: $2,677/month\n- Savings: $2,943 (49.7%)',
    ['saving', 3, '$2,943', '2,643 USD'],
  ],
  'what is left of the revenue': [
    '- Revenue: 12,000 × $0.25 = $3,000\n- Costs: $635\n- Fees: $90\n- Profit: $2,575',
    ['saving', 4, '$2,575', '2,275 USD'],
  ],
  'how many must be sold at a price': [
    '- Monthly cost: $105.40\n- Break-even: 170 users at $0.99/month',
    ['capacity', 2, '170 users', '107 users'],
  ],
  'a cost for each of a section': [
    '## 5,000 users\n\n| Item | Monthly |\n|---|---|\n| Data | $12 |\n| Mail | $20 |\n\n**Total: $32/month**\n\n**Cost per user: $0.064/month**',
    ['per-unit', 10, '$0.064/month', '0.0064 USD/month'],
  ],
  'a product inside of a longer sentence': [
    'In May 40 events had 720,000 minutes, and at $1.50 per thousand minutes that comes to $1,180.',
    ['equation', 1, '$1,180', '1,080 USD'],
  ],
  'a product with an x': ['3 x $15: $54', ['equation', 1, '$54', '45 USD']],
  'a product with a star and an arrow': [
    '3 * $15/month → $54/month',
    ['equation', 1, '$54/month', '45 USD/month'],
  ],
  'a product in bold': ['**3** × `$15` = **$54**', ['equation', 1, '$54', '45 USD']],
  LaTeX: ['$$3 \\times \\$15 = \\$54$$', ['equation', 1, '$54', '45 USD']],
  'a sum': ['$10.50 + $4.25 = $15.75/month', ['equation', 1, '$15.75/month', '14.75 USD/month']],
  parentheses: ['$500 + ($40 × 4) = $600', ['equation', 1, '$600', '660 USD']],
  'a worked amount': ['We pay $460 (3 × $150).', ['equation', 1, '$460', '450 USD']],
  'a chain': ['5 × $7/month = $35/month × 12 = $320/year', ['equation', 1, '$320/year', '420 USD/year']],
  'a range, end by end': ['2 × $10–20 = $20–50', ['equation', 1, '$20–50', '20 to 40 USD']],
  'a share of an amount': ['20% of $500 = $150', ['equation', 1, '$150', '100 USD']],
  'a unit of data': ['500 users × 40 GB = 200 TB', ['equation', 1, '200 TB', '20 TB']],
  'a price in another unit': ['$0.08/GB = $800/TB', ['unit-conversion', 1, '$800/TB', '80 USD/TB']],
  'a day taken for a month': [
    '30 agents × 50 calls/day = 1,500 calls/month',
    ['equation', 1, '1,500 calls/month', '45,000 calls/month'],
  ],
  'hours in a month': ['$0.10/hour = $100/month', ['period', 1, '$100/month', '73 USD/month']],
  'a month and a year': ['It costs $20/month ($200/year).', ['period', 1, '$200/year', '240 USD/year']],
  'a saving in percent': ['The bill went from $200 to $150, a saving of 30%.', ['saving', 1, '30%', '25%']],
  'a saving in money': [
    '$200/month → $150/month, saving $60/month',
    ['saving', 1, '$60/month', '50 USD/month'],
  ],
  'a saving before its amounts': ['This saves 40%, from $500 to $350 a month.', ['saving', 1, '40%', '30%']],
  'a ratio in parentheses': ['Margin: 60% ($0.30 / $0.60)', ['equation', 1, '60%', '50%']],
  'a payback time': ['Payback: 6 months ($4,000 / $500)', ['equation', 1, '6 months', '8 months']],
  'a cost per user': ['$1,200 / 1,000 users = $0.12/user', ['equation', 1, '$0.12/user', '1.20 USD/user']],
  'servers for users': [
    '10,000 users / 500 users per server = 25 servers',
    ['equation', 1, '25 servers', '20 servers'],
  ],
  'a fraction': ['$\\frac{120}{300} = 0.45$', ['equation', 1, '0.45', '0.4']],
  'a minute and a month': [
    '1,030 min × $0.008 = $8.42/month',
    ['equation', 1, '$8.42/month', '8.24 USD/month'],
  ],
  'days of a month': ['50 KB × 30 days = 1.6 MB/month', ['equation', 1, '1.6 MB/month', '1.5 MB/month']],
  'a sum of what stands in parentheses': [
    'Input: question (100 tokens) + found text (500 tokens) = 700 tokens',
    ['equation', 1, '700 tokens', '600 tokens'],
  ],
  'an enumeration': [
    'We pay $40 for hosting, $25 for mail and $10 for domains, a total of $85.',
    ['equation', 1, '$85', '75 USD'],
  ],
  'labels with their periods': [
    'Monthly cost: $151 | Annual cost: $1,912',
    ['period', 1, '$1,912', '1,812 USD'],
  ],
  'no blanks': ['40+25+10=85 USD', ['equation', 1, '85 USD', '75 USD']],
  'so many at a price': ['2 TB at $0.023/GB = $64/month', ['equation', 1, '$64/month', '46 USD/month']],
  'a percent sign in front': ['1.200,50 TL yerine 900,50 TL: %40 tasarruf', ['saving', 1, '%40', '24,99%']],
  'users at a price': [
    'At 10,000 users and $0.02 per user, we pay $2,500 per month.',
    ['equation', 1, '$2,500 per month', '200 USD/month'],
  ],
  'times cheaper': ['$100 vs. $20: 10x cheaper', ['ratio', 1, '10x', '5']],
  German: ['Kosten: 3 × 1.250,00 € = 3.570,00 €', ['equation', 1, '3.570,00 €', '3.750 EUR']],
  French: ['Coût : 12 × 1 250,50 € = 15 600,00 €', ['equation', 1, '15 600,00 €', '15\u00a0006 EUR']],
  Portuguese: [
    'Custo: 3 × R$ 1.500,00 por mês = R$ 5.400,00 por mês',
    ['equation', 1, 'R$ 5.400,00 por mês', '4.500 BRL/month'],
  ],
  Turkish: [
    'Maliyet: 3 × 1.500,50 TL/ay = 4.510,50 TL/ay',
    ['equation', 1, '4.510,50 TL/ay', '4.501,50 TRY/month'],
  ],
  Russian: [
    'Серверы: 3 × 1 500,50 руб/мес = 4 510,50 руб/мес',
    ['equation', 1, '4 510,50 руб/мес', '4\u00a0501,50 RUB/month'],
  ],
  'a full-width sign': ['费用：3 × ￥150 = ￥540', ['equation', 1, '￥540', '450 CNY']],
  Japanese: ['サーバー：3 × ¥1,500/月 = ¥5,400/月', ['equation', 1, '¥5,400/月', '4,500 JPY/month']],
  Chinese: ['费用：3 × ¥150/月 = ¥540/月', ['equation', 1, '¥540/月', '450 CNY/month']],
};

const right: Readonly<Record<string, string>> = {
  'an amount with its calculation, and what both come to':
    'Year 1: $2,839 (upfront) + $2,748 (12 × $229) = $5,587',
  'ten months of twelve': 'Cost: $9.99/month or $99.99/year',
  'no price is compared': '**Price**: 27 €/month vs 30 €/month elsewhere (4x more resources)',
  'a function of numbers': '$\\sqrt{16 \\cdot 1000} \\approx 126$',
  'a total that adds up savings':
    '- Reserve: save $216/year\n- Resize: save $108/year\n- **Total savings**: $324/year',
  'a range that holds what is elsewhere':
    '### Use ($40-80/month)\n\n- A: $50\n- B: $28\n- **Total**: $78/month',
  rounding: '8,440,058 / 1,000,000,000 = $0.0084',
  'cut off': '$10 / 3 = $3.33',
  about: '3 × $33 ≈ $100',
  '720 hours': '$0.315/hour = $226.80/month',
  '730 hours': '$0.10/hour × 730 = $73/month',
  '744 hours': '$0.10/hour = $74.40/month',
  'work days': '40 calls/day × 22 = 880 calls/month',
  '1,024': '2 TB = 2,048 GB',
  'a price for a thousand': '40M requests at 40M × $0.50 = $20',
  'a price whose unit was said before': '50 TB × $0.08 = $4,000',
  'two things called by one name': '2 users = $198/month',
  'an exchange': '€221/month = $236/month',
  'a saving with another base': 'from $100 to $150 (50% more)',
  'a range with blanks': 'Spend: $15 - $25/month',
  names: 'db.t3.medium × 2 on 2026-03-27, GPT-4, M3, c7i.2xlarge, v1.2.3, 24/7, 10:30',
  'a discount by the year': '$20/month, or $200/year billed annually',
  energy: '180 W × 16 h = 2.88 kWh',
  'a chain of calculation': '€221/month = $236/month × 3 = $708/month',
  'a result without its period': '36 hours/year × $60 = $2,160',
  'a bound': '3 × $15 = $40+',
  'a bare number in front of an amount': 'Saved: (1 - $74/$180) = 59%',
  'points of thousands among decimal points': 'Envio: 10.000 × $0.0000007 = $0.007; preço $1.25 e $0.70',
  'decimal commas behind a dollar sign': 'The server: $1,071 × 730 hours = $781,83, and $0,45 a day',
  'two prices for so many': '$32 per 1M tokens ($4 text / $16 audio)',
  'dots between changes': '+ R$ 300/mês (1 GB → 5 GB · 200 → 600 conversas)',
  'fractions over each other': '$$\n= \\frac{47.4}{47.4 + 11.9}\n= \\frac{47.4}{59.3}\n= 0.799\n$$',
  'a total of the group right above it':
    '```\nModel\n- Vectors: $0.06\n- Kept: $0.05\n\nText\n- In: $0.009\n- Out: $0.022\n- Total: $0.031\n```',
};

describe('what does not follow', () => {
  for (const [name, [text, ...expected]] of Object.entries(wrong)) {
    test(name, () => expect(found(text)).toEqual(expected));
  }
});

describe('what follows', () => {
  for (const [name, text] of Object.entries(right)) test(name, () => expect(found(text)).toEqual([]));
});

describe('tables', () => {
  test('options side by side', () => {
    const text = table(
      '| | A | B | C |',
      '| Monthly | $4,000 | $2,400 | $2,100 |',
      '| Annual | $48,000 | $28,800 | $25,800 |',
    );
    expect(found(text)).toEqual([['period', 4, '$25,800', '25,200 USD']]);
  });
  test('an amount and its percentage in one cell', () => {
    const text = table(
      '| Item | Now | Then | Saved |',
      '| Web | $120 | $70 | $50 (42%) |',
      '| Data | $60 | $40 | $20 (33%) |',
      '| Mail | $40 | $30 | $10 (35%) |',
    );
    expect(found(text)).toEqual([['saving', 5, '35%', '25%']]);
  });
  test('a rate that stands in the text', () => {
    const text = `Power costs 0.29 €/kWh.\n\n${table(
      '| Device | kWh | Per year |',
      '| Servers | 11,037 | 3,200.73 € |',
      '| Disks | 2,628 | 762.12 € |',
      '| Fans | 1,576 | 547.04 € |',
      '| Lamps | 900 | 261.00 € |',
    )}`;
    expect(found(text)).toEqual([['row', 7, '547.04 €', '457.04 EUR']]);
  });
  test('a discount for the year', () => {
    const text = table(
      '| Host | Monthly | Annual |',
      '| A | $96 | $1,037 |',
      '| B | $192 | $2,074 |',
      '| C | $50 | $600 |',
      '| D | $20 | $240 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('months in one currency, years in another', () => {
    const text = table(
      '| Host | Monthly | Annual |',
      '| A | €90 | $1,164 |',
      '| B | €50 | $648 |',
      '| C | $50 | $600 |',
      '| D | $20 | $240 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('groups above their parts', () => {
    const text = table(
      '| Item | Cost |',
      '| Phase 1 | $30 |',
      '| - web | $20 |',
      '| - data | $10 |',
      '| Phase 2 | $25 |',
      '| - mail | $25 |',
      '| Total | $55 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('one wrong row, and a total that is right', () => {
    const text = table(
      '| Item | Qty | Price | Cost |',
      '| Web | 4 | $12.50 | $50.00 |',
      '| Data | 3 | $80.00 | $204.00 |',
      '| Mail | 7 | $1.10 | $7.70 |',
      '| Total | | | $297.70 |',
    );
    expect(found(text)).toEqual([['row', 4, '$204.00', '240 USD']]);
  });
  test('a total', () => {
    const text = table(
      '| Item | Cost |',
      '| Web | $10 |',
      '| Data | $25 |',
      '| Mail | $7 |',
      '| Total | $44 |',
    );
    expect(found(text)).toEqual([['total', 6, '$44', '42 USD']]);
  });
  test('a total over subtotals, or over the last total and what follows', () => {
    const text = table(
      '| Item | Cost |',
      '| Web | $10 |',
      '| Data | $25 |',
      '| Subtotal | $35 |',
      '| Voice | $100 |',
      '| Total | $135 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('rows that were rounded', () => {
    const text = table(
      '| Item | Cost |',
      '| Web | $10 |',
      '| Data | $25 |',
      '| Mail | $7 |',
      '| Total | $43 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('optional rows', () => {
    const text = table(
      '| Item | Cost |',
      '| Web | $100 |',
      '| Data | $250 |',
      '| CDN (optional) | $70 |',
      '| Total | $350 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('prices are not added up', () => {
    const text = table(
      '| Item | Unit price | Cost |',
      '| Web | $1 | $10 |',
      '| Data | $2 | $25 |',
      '| Total | $9 | $35 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('quantity times price', () => {
    const text = table(
      '| Item | Qty | Unit price | Cost |',
      '| Web | 4 | $12.50 | $50.00 |',
      '| Data | 3 | $80.00 | $204.00 |',
      '| Mail | 7 | $1.10 | $7.70 |',
    );
    expect(found(text)).toEqual([['row', 4, '$204.00', '240 USD']]);
  });
  test('a column that is twelve times another, without a word that says so', () => {
    const text = table(
      '| Poste | A | B |',
      '| Web | 10 € | 120 € |',
      '| Data | 35 € | 420 € |',
      '| Mail | 7 € | 48 € |',
      '| Files | 9 € | 108 € |',
    );
    expect(found(text)).toEqual([['period', 5, '48 €', '84 EUR']]);
  });
  test('a monthly and an annual column decide by their headings', () => {
    const text = table(
      '| Posten | Monatlich | Jährlich |',
      '| Web | 35 € | 402 € |',
      '| Daten | 10 € | 120 € |',
    );
    expect(found(text)).toEqual([['period', 3, '402 €', '420 EUR']]);
  });
  test('a difference of two columns', () => {
    const text = table(
      '| Item | Before | After | Saving |',
      '| Web | $100 | $60 | $40 |',
      '| Data | $90 | $55 | $45 |',
      '| Mail | $30 | $10 | $20 |',
    );
    expect(found(text)).toEqual([['saving', 4, '$45', '35 USD']]);
  });
  test('what is paid once is no part of a month, and of the first year', () => {
    const rows = [
      '| Part | Cloud |',
      '| Search | $24/mo |',
      '| Hosting | $61/mo |',
      '| Scans | $300 (one-time) |',
    ];
    const sums = table(...rows, '| Total per month | $85/mo |', '| Total year 1 | $1,320 |');
    expect(found(sums)).toEqual([]);
    const off = table(...rows, '| Total per month | $85/mo |', '| Total year 1 | $1,230 |');
    expect(found(off)).toEqual([['period', 7, '$1,230', '1,320 USD']]);
  });
  test('percentages against one row', () => {
    const savings = table(
      '| Step | Cost | Saved |',
      '| Before | $180 | – |',
      '| Shorter | $135 | 25% |',
      '| Cached | $74 | 95% |',
      '| Packed | $64 | 64% |',
    );
    expect(found(savings)).toEqual([['saving', 5, '95%', '58.89%']]);
    const changes = table(
      '| Case | Monthly | vs. Live |',
      '| Dev | $84.85 | -54% |',
      '| Test | $126.70 | -28% |',
      '| Live | $176.14 | - |',
      '| Mixed | $156.43 | -11% |',
    );
    expect(found(changes)).toEqual([['saving', 3, '-54%', '-51.83%']]);
  });
  test('a calculation and its result in two cells', () => {
    const text = table(
      '| Item | How | Cost |',
      '| Batch | 50 hr × $0.18 | $9.00 |',
      '| Live | 50 hr × $1.00 | $60.00 |',
      '| Phase | 2/3 | $12.00 |',
    );
    expect(found(text)).toEqual([['equation', 4, '$60.00', '50 USD']]);
  });
  test('a total over ten years', () => {
    const text = table(
      '| | A | B |',
      '| Aylık toplam | $0.144 | $0.5 |',
      '| 10 yıllık toplam | $17.28 | $60 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('a day is in some rows only', () => {
    const text = table(
      '| Transfer | Volume | Rate | Cost |',
      '| Copies | 1 GB | $0.02/GB | $0.02 |',
      '| Snapshots | 20 GB/day | $0.02/GB | $12.00 |',
      '| Images | 8 GB/day | $0.02/GB | $4.80 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('a year of two amounts, of several machines, and of rounded thousands', () => {
    const services = table(
      '| Way | Year 1 | Pages | Server |',
      '| A | $60 | free | $5/month |',
      '| B | $60 | free | $5/month |',
      '| C | $168 | $7/month | $7/month |',
    );
    const machines = table(
      '| Node | Count | Per hour | Per day |',
      '| A | 1 | $0.192 | $4.61 |',
      '| B | 1 | $0.384 | $9.22 |',
      '| C | 0-3 | $0.384 | $0-$27.65 |',
    );
    const thousands = table(
      '| Line | Monthly | Annual |',
      '| Sales | $84,623 | $1,015,476 |',
      '| Fixed | $74,391 | $892,694 |',
      '| Other | $10,232 | $122,784 |',
    );
    for (const text of [services, machines, thousands]) expect(found(text)).toEqual([]);
  });
  test('what stands behind an amount may have been divided from it', () => {
    const text = table(
      '| Model | Cost | Points | Per point |',
      '| A | $3.50 | 1418 | $0.0025 |',
      '| B | $21.00 | 1452 | $0.014 |',
      '| C | $87.50 | 1465 | $0.060 |',
      '| D | $150.00 | 1490 | $0.10 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('prices that make a product by chance', () => {
    const text = table(
      '| Model | Input | Output | Context |',
      '| A | $15.00 | $75.00 | 200K |',
      '| B | $15.00 | $60.00 | 200K |',
      '| C | $3.00 | $15.00 | 200K |',
    );
    expect(found(text)).toEqual([]);
  });
  test('losses in parentheses', () => {
    const text = table(
      '| Item | Saving |',
      '| Web | $118.20 |',
      '| Data | $51.90 |',
      '| Cache | ($33.04) |',
      '| Total | $137.06 |',
    );
    expect(found(text)).toEqual([]);
  });
  test('box characters, blanks and HTML hold tables, too', () => {
    const rows = [
      ['Web', '$10'],
      ['Data', '$25'],
      ['Mail', '$70'],
      ['Total', '$150'],
    ];
    const box = ['┌──────┬──────┐', ...rows.map(([a, b]) => `│ ${a} │ ${b} │`), '└──────┴──────┘'].join('\n');
    const html = `<table>${rows.map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`).join('')}</table>`;
    const ledger = rows.map(([a = '', b]) => `${a.padEnd(20, '.')} ${b}`).join('\n');
    for (const text of [`\`\`\`\n${box}\n\`\`\``, html, `\`\`\`\n${ledger}\n\`\`\``]) {
      expect(found(text).map(([kind, , stated, value]) => [kind, stated, value])).toEqual([
        ['total', '$150', '105 USD'],
      ]);
    }
  });
});

test('a year against its month where a looser relation holds, too', () => {
  const text = table(
    '| Users | Monthly | Yearly | Per user and month | Per user and year |',
    '| 100 | $90.84 | $1,090.08 | $0.91 | $10.90 |',
    '| 500 | $468.60 | $5,623.20 | $0.94 | $11.25 |',
    '| 1,000 | $942.80 | $11,289.60 | $0.94 | $11.29 |',
    '| 5,000 | $4,718.40 | $56,620.80 | $0.94 | $11.32 |',
  );
  expect(found(text)).toEqual([['period', 5, '$11,289.60', '11,313.60 USD']]);
});

describe('lists', () => {
  test('a total', () => {
    const text = '- Web: $10/month\n- Data: $25/month\n- Mail: $7/month\n- **Total: $55/month**';
    expect(found(text)).toEqual([['total', 4, '$55/month', '42 USD/month']]);
  });
  test('a total that goes on from the section before', () => {
    const text = `## A\n\n- Web: $10\n- Data: $25\n- Mail: $7\n- Total: $42\n\n## B\n\n- Voice: $100\n- Video: $50\n- Radio: $20\n\n**Total: $212**`;
    expect(found(text)).toEqual([]);
  });
  test('keys and numbers under a key that says cost', () => {
    const yaml = 'monthly_cost:\n  compute: 120\n  storage: 45.50\n  mail: 30\n  total: 205.50';
    expect(found(`\`\`\`yaml\n${yaml}\n\`\`\``)).toEqual([['total', 6, '205.50', '195.5']]);
    expect(found(`\`\`\`yaml\n${yaml.replace('monthly_cost', 'replicas')}\n\`\`\``)).toEqual([]);
  });
  test('a count from demand and capacity', () => {
    const text =
      '- Peak: 500,000 requests/second\n- Requests per server: 5,000 requests/second\n- Servers needed: 1,000 servers';
    expect(found(text)).toEqual([['capacity', 3, '1,000 servers', '100 servers']]);
  });
  test.each([
    ['- Total cost: $120/month\n- Price per user: $10/month\n- Break-even: %s users', '15 users', '12 users'],
    ['- Hardware: $2,400\n- Savings: $200/month\n- Pays for itself in %s months', '18 months', '12 months'],
    [
      '- Hosting: $90/month\n- Price: $9/subscriber\n- Break-even at %s subscribers',
      '20 subscribers',
      '10 subscribers',
    ],
  ])('what must be sold to break even: %s', (text, stated, needed) => {
    const count = (words: string): string => text.replace('%s', words.split(' ')[0] ?? '');
    expect(found(count(stated))).toEqual([['capacity', 3, stated, needed]]);
    expect(found(count(needed))).toEqual([]);
  });
  test('a monthly and an annual cost', () => {
    expect(found('- Monthly cost: $150\n- Annual cost: $2,000')).toEqual([
      ['period', 2, '$2,000', '1,800 USD'],
    ]);
  });
});

describe('statements in two places', () => {
  const parts = table(
    '| Area | Cost |',
    '| Compute | $500 |',
    '| Storage | $300 |',
    '| Mail | $200 |',
    '| Total | $1,000 |',
  );
  test('a share of the total', () => {
    expect(found(`- Compute: 70% of total\n- Storage: 30% of total\n\n${parts}`)).toEqual([
      ['share', 1, '70%', '50%'],
    ]);
  });
  test('what is called the largest cost', () => {
    const [only] = found(`${parts}\n\nStorage is the largest cost.`);
    expect(only?.slice(0, 2)).toEqual(['superlative', 8]);
    expect(found(`${parts}\n\nCompute is the largest cost.`)).toEqual([]);
  });
  test('what is called the second largest cost', () => {
    expect(found(`${parts}\n\nMail is the second largest cost.`)[0]?.slice(0, 2)).toEqual(['superlative', 8]);
    expect(found(`${parts}\n\nStorage is the second largest cost.`)).toEqual([]);
  });
  test('a winner that another option beats in every amount', () => {
    const options = table(
      '| Provider | Monthly | Annual |',
      '| A1 | $500 | $6,000 |',
      '| B1 | $80 | $960 |',
      '| C1 | $510 | $6,120 |',
    );
    const under = (line: string): Found[] => found(`## Options\n\n${options}\n\n${line}`);
    expect(under('**Winner:** C1')[0]?.slice(0, 2)).toEqual(['superlative', 9]);
    expect(under('**Winner:** B1')).toEqual([]);
    expect(under('**Winner:** C1 (best support)')).toEqual([]);
  });
  test('a budget that is said to be kept', () => {
    expect(found(`${parts}\n\nThis stays within our budget of $900.`)).toEqual([
      ['budget', 8, '$900', '1,000 USD'],
    ]);
    expect(found(`${parts}\n\nThis stays within our budget of $1,200.`)).toEqual([]);
  });
  test('a heading against its total', () => {
    expect(found(`## Compute ($900)\n\n${parts.replaceAll('Total', 'Total compute')}`)).toEqual([
      ['repeated', 1, '$900', '1,000 USD'],
    ]);
  });
  test('an exchange rate that most pairs share', () => {
    const pairs = ['€10 ($11.00)', '€20 ($22.00)', '€35 ($38.50)', '€50 ($65.00)', '€80 ($88.00)'];
    expect(found(pairs.map((p) => `- Plan: ${p}`).join('\n'))).toEqual([
      ['conversion', 4, '$65.00', '55 USD'],
    ]);
  });
});

describe('silencing', () => {
  test('on the line, or on the line before, with a reason', () => {
    expect(found('3 × $5 = $20 <!-- audit-ok: a free one -->')).toEqual([]);
    expect(found('<!-- audit-ok: a free one -->\n3 × $5 = $20')).toEqual([]);
    expect(
      audit({ file: 'a', text: '3 × $5 = $20 <!-- audit-ok: a free one -->' }).silenced[0]?.silenced,
    ).toBe('a free one');
  });
  test('not without a reason', () => {
    expect(found('3 × $5 = $20 <!-- audit-ok: -->')).toHaveLength(1);
  });
});
