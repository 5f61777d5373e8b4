// Averages by shares, what must be sold at each of several prices, prices that are said to be below others, and what a table saves: each
// document as it should be, with no finding, and with one thing changed, which is found where it stands.
import { describe, expect, test } from 'vitest';
import { found, twins } from './twins.ts';

const tiers = `| Plan | Price | Users | Who |
|---|---|---|---|
| Reader | $20 | 50% | alone |
| Writer | $40 | 30% | small |
| House | $100 | 20% | large |`;

describe('averages by shares', () => {
  twins({
    'in a line below': {
      text: `## Plans\n\n${tiers}\n\n**Blended ARPU:** $42/month`,
      change: ['$42/month', '$52/month'],
      found: ['average', 9, '$52/month'],
    },
    'in the last row': {
      text: `## Plans\n\n${tiers}\n| **Blended** | $42 | 100% | |`,
      change: ['$42', '$24'],
      found: ['average', 8, '$24'],
    },
    'in Portuguese': {
      text: `| Plano | Preço | Clientes |\n|---|---|---|\n| A | R$ 50 | 60% |\n| B | R$ 100 | 40% |\n\nTicket médio: R$ 70`,
      change: ['R$ 70', 'R$ 80'],
      found: ['average', 6, 'R$ 80'],
    },
  });
  test('of something else, nothing is said', () => {
    expect(found(`## Plans\n\n${tiers}\n\n**Blended ARPU after fees:** $38/month`)).toEqual([]);
    expect(found(`## Plans\n\n${tiers}\n\n**Average target:** $60/month`)).toEqual([]);
    expect(found(`## Plans\n\n${tiers}\n\n## Next\n\n**Blended ARPU:** $52/month`)).toEqual([]);
  });
  test('what the shares are of is no average', () => {
    const split = '| Part | Cost | Share |\n|---|---|---|\n| A | $60 | 60% |\n| B | $40 | 40% |';
    expect(found(`${split}\n\nWeighted cost: $55`)).toEqual([]);
  });
});

describe('what must be sold at each price', () => {
  twins({
    'one row breaks it': {
      text: '| Price | Break-even users |\n|---|---|\n| $4/mo | 150 users |\n| $5/mo | 120 users |\n| $8/mo | 75 users |\n| $10/mo | 60 users |',
      change: ['75 users', '85 users'],
      found: ['capacity', 5, '85 users'],
    },
  });
  test('a cost of each may be taken off', () => {
    // 1,000 over the price less 3, rounded up
    const rows = [
      ['$13', 100],
      ['$23', 50],
      ['$28', 40],
      ['$43', 25],
      ['$53', 20],
    ];
    const text = [
      '| Price | Break-even users |',
      '|---|---|',
      ...rows.map(([p, n]) => `| ${p} | ${n} |`),
    ].join('\n');
    expect(found(text)).toEqual([]);
  });
});

describe('a price below another', () => {
  twins({
    'under the price of its plan': {
      text: '**Team ($349/mo):**\n- $70/user at 5 users\n- Below Mailer Pro ($71/user/mo at 5 users = $355)',
      change: ['($71/user/mo at 5 users = $355)', '($69/user/mo at 5 users = $345)'],
      found: ['superlative', 3, '$345'],
    },
    'in one clause': {
      text: 'At $49 it is cheaper than Mailer ($55).',
      change: ['$55', '$45'],
      found: ['superlative', 1, '$45'],
    },
    'in German': {
      text: 'Mit 49 € günstiger als Postbote (55 €).',
      change: ['55 €', '45 €'],
      found: ['superlative', 1, '45 €'],
    },
  });
  test('where it is not said of the price, nothing is said', () => {
    expect(found('**Team ($349/mo):**\n- Storage is cheaper than Mailer ($23)')).toEqual([]);
    expect(found('At $49 not cheaper than Mailer ($45).')).toEqual([]);
    expect(found('It costs $49 per user, with more than 12 seats below Mailer ($9 per seat)')).toEqual([]);
  });
});

describe('what the rows of a table save', () => {
  const table = (saved: string): string =>
    `| Service | List | Reserved |\n|---|---|---|\n| Web | $300/month | $200/month |\n| Data | $150/month | $110/month |\n| **Annual savings** | - | ${saved} |`;
  twins({
    'in a year': {
      text: table('$1,680'),
      change: ['$1,680', '$1,860'],
      found: ['saving', 5, '$1,860'],
    },
  });
  test('far off, it is of something else', () => {
    expect(found(table('$400'))).toEqual([]);
  });
});

describe('several shares in one sentence', () => {
  const bill =
    '| Part | Cost |\n|---|---|\n| Servers | $43,875 |\n| Operations | $68,400 |\n| Software | $12,600 |\n| **Total** | **$124,875** |';
  twins({
    'each has its name': {
      text: `${bill}\n\nSoftware is 10% of the total, operations are 55%, and servers are 35% of it.`,
      change: ['servers are 35%', 'servers are 39%'],
      found: ['share', 8, '39%'],
    },
  });
});

describe('what follows in another unit of time', () => {
  test('a quotient of a year, told in months', () => {
    expect(found('Payback: $220,000 / $95,000 = ~28 months')).toEqual([]);
  });
  twins({
    'lines that another leads to': {
      text: 'In the first year:\n- Shelf: $1,431\n- Cloud: $4,068\n- Savings: $2,637 (65%)\n\nIn the second year:\n- Shelf: $131\n- Cloud: $4,068\n- Savings: $3,937 (97%)',
      change: ['$3,937', '$3,397'],
      found: ['saving', 9, '$3,397'],
    },
    'a tax whose rate stands in words': {
      text: '| Item | Remark | Cost |\n|---|---|---|\n| Board | with a case | $159.00 |\n| Card | large | $140.00 |\n| Tax | 10% in our state | $29.90 |\n| **Total** | | **$328.90** |',
      change: ['$29.90', '$39.90'],
      found: ['share', 5, '$39.90'],
    },
  });
  test('a number that a list is for', () => {
    expect(
      found(
        '- 800 papers × 50 KB = 40 MB/year\n- Total: 40 MB/firm/year\n\nFor 100 firms:\n\n- 100 × 40 MB = 4 GB/year',
      ),
    ).toEqual([]);
  });
});

describe('what comes back of what was spent', () => {
  const list =
    '- Implementation cost: $3,200\n- Annual savings: $33,800\n- **ROI after 1 year: 956%**\n- **ROI after 3 years: 3,069%**';
  twins({
    'what was spent is taken off': {
      text: list,
      change: ['956%', '906%'],
      found: ['ratio', 3, '906%'],
    },
    'over several years': {
      text: list,
      change: ['3,069%', '3,690%'],
      found: ['ratio', 4, '3,690%'],
    },
    'in Spanish': {
      text: '- Inversión: $50,000\n- Ahorro anual: $40,000\n- ROI a 3 años: 140%',
      change: ['140%', '150%'],
      found: ['ratio', 3, '150%'],
    },
  });
  test('where running costs or two gains are named, nothing is said', () => {
    expect(found('- Investment: $3,200/year\n- Annual savings: $33,800\n- ROI: 906%')).toEqual([]);
    expect(
      found(
        '- Investment: $3,200\n- Annual savings: $33,800\n- Further benefits: $9,000\n- Benefits: $9,000\n- ROI: 1,100%',
      ),
    ).toEqual([]);
  });
});

describe('a margin in money', () => {
  twins({
    'is what is left': {
      text: '- Revenue: $500/month\n- Costs: $210/month\n- Margin: $290/month',
      change: ['$290', '$260'],
      found: ['saving', 3, '$260/month'],
    },
  });
});

describe('savings of a heading and of a summary', () => {
  const section = (share: string): string =>
    `## Tuning\n\n### Caching (${share} savings)\n\n- Before: $400/month\n- After: $100/month\n- Savings: $300 (75%)`;
  twins({
    'in the heading of its section': {
      text: section('75%'),
      change: ['(75% savings)', '(90% savings)'],
      found: ['repeated', 3, '90%'],
    },
    'in the summary': {
      text: '# Shelf or cloud\n\n**70% cost savings** over 3 years\n\n## In all\n\n- Shelf: $3,000\n- Cloud: $10,000\n- Total savings: $7,000 (70%)',
      change: ['**70% cost', '**75% cost'],
      found: ['repeated', 3, '75%'],
    },
  });
  test('of a part, or up to so much, nothing is said', () => {
    expect(found(section('up to 90%'))).toEqual([]);
    expect(found(section('~72%'))).toEqual([]);
    expect(found(section('90% of input'))).toEqual([]);
  });
});

describe('one option that is said to be cheaper than another', () => {
  const offers = '| Offer | Monthly |\n|---|---|\n| Alder | $12 |\n| Birch | $6 |\n| Cedar | $8 |\n\n';
  twins({
    'is cheaper': {
      text: `${offers}Birch is still cheaper than Cedar.`,
      change: ['Birch is still', 'Alder is still'],
      found: ['superlative', 7, 'Alder is still cheaper than Cedar.'],
    },
    'costs more': {
      text: `${offers}Alder costs more than Cedar.`,
      change: ['Alder costs', 'Birch costs'],
      found: ['superlative', 7, 'Birch costs more than Cedar.'],
    },
    'is not cheaper, in German': {
      text: `${offers}Alder ist **nicht günstiger** als Birch!`,
      change: ['Alder ist **nicht günstiger** als Birch', 'Birch ist **nicht günstiger** als Alder'],
      found: ['superlative', 7, 'Birch ist nicht günstiger als Alder!'],
    },
  });
  test('in another case, nothing is said', () => {
    expect(found(`${offers}Alder is cheaper than Cedar at scale.`)).toEqual([]);
    expect(found(`${offers}Alder can be cheaper than Cedar.`)).toEqual([]);
    expect(found(`${offers}Storage is cheaper than Cedar.`)).toEqual([]);
  });
  twins({
    'two prices in one sentence': {
      text: 'It is a proxy. Flow egress ($0.085/GB) is cheaper than Plain egress ($0.090/GB), which we use.',
      change: ['$0.090', '$0.080'],
      found: ['superlative', 1, '$0.080/GB'],
    },
  });
});
