// What is said in one section against what stands in another: each document as it should be, with no finding, and with one thing
// changed, which is found where it stands.
import { describe, expect, test } from 'vitest';
import { found, twins } from './twins.ts';

const sections = `# Hosting

## Options

### Cirrus

| Part | Monthly |
|---|---|
| Compute (2 nodes) | $400 |
| Disks | $100 |
| **Total** | **$500** |

### Nimbus

| Part | Monthly |
|---|---|
| Compute | $150 |
| Disks | $50 |
| **Total** | **$200** |

## Findings

`;

describe('options that have a section each', () => {
  twins({
    'a winner': {
      text: `${sections}**Winner:** Nimbus\n`,
      change: ['**Winner:** Nimbus', '**Winner:** Cirrus'],
      found: ['superlative', 23, 'Winner: Cirrus'],
    },
    'why one wins, the cost among the reasons': {
      text: `${sections}**Why Nimbus wins:**\n- Lower monthly costs\n- Good support\n`,
      change: ['Why Nimbus wins', 'Why Cirrus wins'],
      found: ['superlative', 23, 'Why Cirrus wins:'],
    },
    'what all of it saves': {
      text: `${sections}Nimbus is 60% cheaper than Cirrus.\n`,
      change: ['60%', '40%'],
      found: ['saving', 23, '40%'],
    },
    'what a part of it saves': {
      text: `${sections}- Nimbus over Cirrus: 60–65% cheaper for compute\n`,
      change: ['60–65%', '40–45%'],
      found: ['saving', 23, '40–45%'],
    },
    'a part in front': {
      text: `${sections}- Nimbus disks are 50% cheaper than Cirrus\n`,
      change: ['50%', '20%'],
      found: ['saving', 23, '20%'],
    },
  });

  test('a part that no section has, and reasons that are none of cost', () => {
    expect(found(`${sections}Nimbus is 20% cheaper than Cirrus for mail.\n`)).toEqual([]);
    expect(found(`${sections}**Why Cirrus wins:**\n- Good support\n`)).toEqual([]);
  });

  test('sections for other sizes are no options', () => {
    const sized = sections
      .replace('### Cirrus', '### Cirrus (100 users)')
      .replace('### Nimbus', '### Nimbus (9 users)');
    expect(found(`${sized}**Winner:** Cirrus\n`)).toEqual([]);
  });
});

const rows = (place: string, ...amounts: readonly string[]): string =>
  amounts
    .map(
      (a, i) =>
        `| ${place === '' ? '' : `${i + 1} | `}${['Cirrus', 'Nimbus', 'Stratus', 'Cumulus'][i]} | ${a} |`,
    )
    .join('\n');

describe('rows that are ranked', () => {
  twins({
    'by a column of ranks': {
      text: `| Rank | Option | Monthly |\n|---|---|---|\n${rows('1', '$20', '$30', '$40', '$50')}\n`,
      change: ['$30', '$60'],
      found: ['superlative', 4, '$60'],
    },
    'by medals': {
      text: `| | Option | Monthly |\n|---|---|---|\n| 🥇 | Cirrus | $20 |\n| 🥈 | Nimbus | $30 |\n| 🥉 | Stratus | $40 |\n`,
      change: ['$20', '$45'],
      found: ['superlative', 3, '$45'],
    },
    'by their heading': {
      text: `## Ranking by cost\n\n| Option | Monthly |\n|---|---|\n${rows('', '$20', '$30', '$40', '$50')}\n`,
      change: ['$30', '$70'],
      found: ['superlative', 6, '$70'],
    },
  });

  test('ranks may be by what else stands there, and other rows in any order', () => {
    const scored =
      '| Rank | Option | Monthly | Score |\n|---|---|---|---|\n| 1 | Cirrus | $20 | 9 |\n| 2 | Nimbus | $50 | 8 |\n| 3 | Stratus | $40 | 7 |\n';
    expect(found(scored)).toEqual([]);
    expect(found(`| Option | Monthly |\n|---|---|\n${rows('', '$20', '$70', '$40', '$50')}\n`)).toEqual([]);
  });
});

const three = (a: string, b: string, sum: string): string =>
  `| Part | Monthly |\n|---|---|\n| Web | ${a} |\n| Disks | ${b} |\n| **Total** | ${sum} |\n\nThat is it.\n\n`;
const aligned = `# Offers

${three('$10', '$5', '$15')}${three('$20', '$8', '$28')}${three('$30', '$7', '$37')}${three('$50', '$9', '$59')}
| Offer | Monthly |
|---|---|
| Cirrus | $15 |
| Nimbus | $28 |
| Stratus | $37 |
| Cumulus | $59 |
`;

const measures = `# Saving

## Measures

### Caching

- Savings: $500/month

### Nights

- Savings: $300/month

### Cold disks

- Savings: $200/month

### Fewer copies

- Savings: $100/month

## Sum

| Part | Savings |
|---|---|
| Web | $500 |
| Batch | $300 |
| Disks | $200 |
| Copies | $100 |
| Mail | $0 |
| **Total** | $1,100 |
`;

describe('tables and sections in a row', () => {
  twins({
    'the totals of tables, in the rows of another': {
      text: aligned,
      change: ['| Stratus | $37 |', '| Stratus | $45 |'],
      found: ['repeated', 40, '$45'],
    },
    'a section that is in no row': {
      text: measures,
      change: [
        '| Copies | $100 |\n| Mail | $0 |\n| **Total** | $1,100 |',
        '| Mail | $0 |\n| **Total** | $1,000 |',
      ],
      found: ['total', 19, '$100/month'],
    },
  });

  test('what is optional, or has several amounts, may be left out', () => {
    const [right, wrong] = [
      '| Copies | $100 |\n| Mail | $0 |\n| **Total** | $1,100 |',
      '| Mail | $0 |\n| **Total** | $1,000 |',
    ];
    const short = measures.replace(right, wrong);
    expect(found(short.replace('### Fewer copies', '### Fewer copies (optional)'))).toEqual([]);
    expect(found(short.replace('| Batch | $300 |', '| Batch | $350 |').replace('$1,000', '$1,050'))).toEqual(
      [],
    );
  });

  test('totals in another order say nothing', () => {
    const other = aligned
      .replace('| Stratus | $37 |', '| Stratus | $15 |')
      .replace('| Cirrus | $15 |', '| Cirrus | $37 |');
    expect(found(other)).toEqual([]);
  });
});

const lines = (option: string): string =>
  `### ${option}: 200 clerks\n\n| Part | Annual |\n|---|---|\n| Phone lines | $24,480 |\n| Racks | $${option.length}00 |\n\n`;

describe('a part in several tables', () => {
  twins({
    'off by a little in one of them': {
      text: `${lines('Cirrus')}${lines('Stratus')}### Phone lines (in detail)\n\n| | 20 clerks | 200 clerks |\n|---|---|---|\n| Monthly cost | $204 | $2,040 |\n| Annual cost | $2,448 | $24,480 |\n`,
      change: [
        '| $204 | $2,040 |\n| Annual cost | $2,448 | $24,480 |',
        '| $204 | $2,046 |\n| Annual cost | $2,448 | $24,552 |',
      ],
      found: ['repeated', 20, '$24,552'],
    },
  });

  test('twelve times a rounded month, and another amount altogether', () => {
    const detail = (amount: string): string =>
      `${lines('Cirrus')}${lines('Stratus')}### Phone lines\n\n| | 200 clerks |\n|---|---|\n| Annual cost | ${amount} |\n`;
    expect(found(detail('$24,484'))).toEqual([]);
    expect(found(detail('$18,000'))).toEqual([]);
  });
});

const bought = `| Part | Monthly | Annual |\n|---|---|---|\n| Backups (Vaultline) | $6 | $72 |\n| Mail relay | $4 | $48 |\n\n`;

describe('a name with its price behind it', () => {
  twins({
    'of a row': {
      text: `${bought}We take the mail relay ($48/year).\n`,
      change: ['($48/year)', '($84/year)'],
      found: ['repeated', 6, '$84/year'],
    },
    'of a row, by the month': {
      text: `${bought}## Offsite\n\n${bought}Recommendation: Vaultline V2 ($72/year) for copies elsewhere\n`,
      change: ['($72/year)', '($60/year)'],
      found: ['repeated', 13, '$60/year'],
    },
  });

  test('another plan of it, another case, and rows that differ', () => {
    expect(found(`${bought}Take the mail relay Pro ($84/year).\n`)).toEqual([]);
    expect(found(`${bought}If it grows, take the mail relay ($84/year).\n`)).toEqual([]);
    expect(
      found(
        `${bought}${bought.replaceAll('48', '60').replace('$4 ', '$5 ')}Take the mail relay ($84/year).\n`,
      ),
    ).toEqual([]);
  });
});

const now =
  '## Now\n\n| Part | Annual |\n|---|---|\n| Racks | $900 |\n| Mail (Relay) | $12 |\n| Copies (Vaultline) | $72 |\n\n';
const leaner = (change: string, ...rows: readonly string[]): string =>
  `${now}## Leaner\n\n- ${change}\n\n| Part | Annual |\n|---|---|\n${rows.map((r) => `| ${r} |\n`).join('')}`;

describe('a change that is announced', () => {
  twins({
    'and is in its row': {
      text: leaner('Drop copies entirely', 'Racks | $900', 'Mail | $12', 'Copies | $0'),
      change: ['Copies | $0', 'Copies | $72'],
      found: ['repeated', 17, '$72'],
    },
    'and is in a row of two': {
      text: leaner('Self-host copies on our racks', 'Racks | $900', 'Mail/Copies | $12'),
      change: ['Mail/Copies | $12', 'Mail/Copies | $84'],
      found: ['repeated', 16, '$84'],
    },
  });

  test('another amount is a change', () => {
    expect(found(leaner('Drop copies entirely', 'Racks | $900', 'Copies | $20'))).toEqual([]);
    expect(found(leaner('Copies stay', 'Racks | $900', 'Copies | $72'))).toEqual([]);
  });
});

const watcher =
  '## Tools\n\n**Managed (Watcher):**\n- Base: $15/host/month\n- Tracing: $31/host/month\n- Logs: $0.10/GB ingested\n';

describe('rates for each, and so many', () => {
  twins({
    'in the list of the rates': {
      text: `${watcher}- Estimate (5 hosts + tracing): $230/month\n`,
      change: ['$230', '$320'],
      found: ['per-unit', 7, '$320/month'],
    },
    'under the same name elsewhere': {
      text: `- Other (Watcher): ~$92/month for 2 hosts + tracing\n\n${watcher}`,
      change: ['~$92', '~$150'],
      found: ['per-unit', 1, '$150/month'],
    },
    'for a year': {
      text: '**Mailer:**\n- Seats: $8/user/month\n- 20 users: $1,920/year\n',
      change: ['$1,920', '$1,290'],
      found: ['per-unit', 3, '$1,290/year'],
    },
  });

  test('what else is charged for may be in it', () => {
    expect(found(`${watcher}- Estimate (5 hosts): $400/month\n`)).toEqual([]);
    expect(found('**Mailer:**\n- Seats: $8/user/month\n- First 20 users: $100/month\n')).toEqual([]);
  });
});

const plans = `| Plan | License revenue | Hosting share |
|---|---|---|
| Maker | $9/month | $0.50/user/month |
| Team ($29) | $29/month | $1–2/user/month |

| Provider | Monthly |
|---|---|
| Cirrus | $20 |
| Nimbus | $50 |
| Stratus | $65 |

`;

describe('customers of a plan', () => {
  twins({
    'what they cost': {
      text: `${plans}At 100 Team users: $2,900/month revenue against ~$100–200/month hosting.\n`,
      change: ['$100–200', '$200–500'],
      found: ['per-unit', 12, '$200–500/month'],
    },
    'how many cover any option': {
      text: `${plans}Break-even: ~3 Team customers cover the hosting at any provider.\n`,
      change: ['~3', '~2'],
      found: ['capacity', 12, '2 Team'],
    },
  });

  test('ranges that overlap, and a plan that the table does not have', () => {
    expect(found(`${plans}At 100 Team users: $2,900/month revenue, ~$150–300/month hosting.\n`)).toEqual([]);
    expect(found(`${plans}At 100 Corporate users: ~$200–500/month hosting.\n`)).toEqual([]);
    expect(found(`${plans}~2 Team customers cover the hosting.\n`)).toEqual([]);
  });
});

test('one end of a range in a sum', () => {
  const text = (sum: string): string =>
    `| Part | Cost |\n|---|---|\n| Walls | $2,400 |\n| Testing | $3,000–5,000 |\n\nTotal: ${sum}\n`;
  expect(found(text('$2,400 (walls) + $3,000–5,000 = $5,400–7,400'))).toEqual([]);
  expect(found(text('at least $2,400 (walls) + $3,000 (test) = $5,400'))).toEqual([]);
  expect(found(text('$2,400 (walls) + $3,500 (test) = $5,900'))).toEqual([]);
  expect(found(text('$2,400 (walls) + $3,000 (test) = $5,400'))).toEqual([['total', 6, '$5,400']]);
});

const use =
  '## Use\n\n- Calls per clerk per day: 40\n\n| Metric | 47 clerks | 100 clerks |\n|---|---|---|\n| Calls/day/clerk | 40 | 40 |\n\n## Tokens\n\n';

describe('a driver in a calculation', () => {
  twins({
    'is what it is elsewhere': {
      text: `${use}47 clerks × 40 calls/day = 1,880 calls/day\n`,
      change: ['40 calls/day = 1,880', '100 calls/day = 4,700'],
      found: ['repeated', 11, '100 calls/day'],
    },
  });

  test('elsewhere it is several, or of something else', () => {
    expect(
      found(`${use.replace('| 40 | 40 |', '| 40 | 60 |')}47 clerks × 100 calls/day = 4,700 calls/day\n`),
    ).toEqual([]);
    expect(found(`${use}47 clerks × 100 mails/day = 4,700 mails/day\n`)).toEqual([]);
    expect(found(`${use}47 servers × 100 calls/day = 4,700 calls/day\n`)).toEqual([]);
  });
});

const costing = (section: string, usage: string, cost: string): string =>
  `## ${section}\n\n**Parrot LLM:**\n- Input: $0.01/1K tokens\n- Estimate: ${usage}\n- ${cost}\n\n`;

describe('a thing that is costed twice', () => {
  twins({
    'for the same usage': {
      text: `${costing('In short', '9M tokens/month', 'Cost: ~$140–160/month')}${costing('In detail', '9M tokens/month', 'Total: $150/month')}`,
      change: ['~$140–160', '~$200–300'],
      found: ['repeated', 6, '$200–300/month'],
    },
  });

  test('for another usage, or another thing', () => {
    const [short, detail] = [
      costing('In short', '9M tokens/month', 'Cost: ~$200–300/month'),
      costing('In detail', '9M tokens/month', 'Total: $150/month'),
    ];
    expect(found(short + detail.replace('9M', '6M'))).toEqual([]);
    expect(found(short + detail.replace('Parrot', 'Magpie'))).toEqual([]);
  });
});

const staged = `| Option | Alpha | Beta (invited) | Scale |
|---|---|---|---|
| Cirrus | $15–25/month | $50–100/month | $200–500/month |
| Nimbus | $5–9/month | $15–30/month | $150/month |

`;

describe('cases that have names', () => {
  twins({
    'in the line': {
      text: `${staged}- Beta: Nimbus at about $20/month\n`,
      change: ['about $20', 'about $40'],
      found: ['repeated', 6, '$40/month'],
    },
    'in the heading': {
      text: `${staged}## Phase 3: Scale\n\n- Nimbus: $150/month\n`,
      change: ['- Nimbus: $150', '- Nimbus: $105'],
      found: ['repeated', 8, '$105/month'],
    },
  });

  test('a stage that is not in the table, and a part', () => {
    expect(found(`${staged}- Gamma: Nimbus at about $40/month\n`)).toEqual([]);
    expect(found(`${staged}- Beta: Nimbus disks at $40/month\n`)).toEqual([]);
  });
});

const metered = (row: string): string =>
  `| Part | Amount | Rate | Monthly |\n|---|---|---|---|\n| Nodes | several | various | $96 |\n| ${row} |\n| Desk | one | flat | $12 |\n`;

describe('a row whose units multiply', () => {
  twins({
    'in cells of their own': {
      text: metered('Egress | 500 GB | $0.09/GB | $45'),
      change: ['$45', '$54'],
      found: ['row', 4, '$54'],
    },
    'in one cell': {
      text: metered('Disks | 300 GB @ $0.138/GB | | $41.40'),
      change: ['$41.40', '$44.10'],
      found: ['row', 4, '$44.10'],
    },
    'a total by the month and by the year': {
      text: '| Part | Plan | Cost | Notes |\n|---|---|---|---|\n| Web | A | $96 | |\n| Mail | B | $40 | |\n| **Total** | | **$136/month** | $1,632/year |\n',
      change: ['$1,632', '$1,832'],
      found: ['period', 5, '$1,832/year'],
    },
  });

  test('so many of it, a part that is free', () => {
    expect(found(metered('Disks | 2 × 300 GB | $0.10/GB | $60'))).toEqual([]);
    expect(found(metered('Disks (3 zones) | 300 GB | $0.10/GB | $90'))).toEqual([]);
    expect(found(metered('Egress (first 100 GB free) | 500 GB | $0.09/GB | $36'))).toEqual([]);
  });
});

describe('a month and a year', () => {
  twins({
    'with an arrow between': {
      text: 'Total: $79/month → $948/year\n',
      change: ['$948', '$984'],
      found: ['period', 1, '$984/year'],
    },
    'behind it, with a word': {
      text: '合計: $10.02 / 月 (年間 $120.24)\n',
      change: ['$120.24', '$140.24'],
      found: ['period', 1, '$140.24'],
    },
    'on the next line': {
      text: '```\nSaving: €5,347.80/month\n        €64,173.60/year\n```\n',
      change: ['€64,173.60', '€46,173.60'],
      found: ['period', 3, '€46,173.60/year'],
    },
  });
});

describe('what is left of what is earned', () => {
  twins({
    'behind a cost that is only named': {
      text: '- Net gelir: 120 TL/ay\n- Sunucu: 47 TL/ay\n- **Kar: 73 TL/ay (%61 kar marjı)**\n',
      change: ['73 TL', '37 TL'],
      found: ['saving', 3, '37 TL/ay'],
    },
    'of a total': {
      text: '- 800 Básico: R$ 7.920\n- 400 Anual: R$ 3.996\n- **Total: R$ 11.916/mês**\n- Custos: R$ 1.380\n- **Lucro: R$ 10.536/mês**\n',
      change: ['10.536', '15.036'],
      found: ['saving', 5, 'R$ 15.036/mês'],
    },
  });
});

const costed = (total: string, last = '### Network'): string =>
  `## Start\n\n### Web\n\n- One node\n- **Cost:** $40–60/month\n\n### Data\n\n- **Cost:** $0–50/month\n\n${last}\n\n- **Cost:** $10/month\n\n**Total start:** ${total}/month\n`;

describe('sections and the total behind them', () => {
  twins({
    'of ranges': {
      text: costed('$50–120'),
      change: ['$50–120', '$150–220'],
      found: ['total', 16, '$150–220/month'],
    },
  });

  test('what is optional may be left out', () => {
    expect(found(costed('$40–110', '### Network (optional)'))).toEqual([]);
  });
});
