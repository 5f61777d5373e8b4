// What is said of options, sizes and parts in words, against the tables that hold them: each document as it should be, with no
// finding, and with one thing changed, which is found where it stands.
import { describe, expect, test } from 'vitest';
import { found, twins } from './twins.ts';

const options = (size: string, a: string, b: string, c: string): string => `### ${size}

| Option | Year 1 | Annual | 3-Year TCO |
|---|---|---|---|
| Basement rack | ${a} |
| Cirrus | ${b} |
| Nimbus Cloud | ${c} |
`;

const small = options(
  '20 clerks',
  '$9,000 | $3,000 | $15,000',
  '$6,000 | $6,000 | $18,000',
  '$7,200 | $7,200 | $21,600',
);
const large = options(
  '200 clerks',
  '$61,000 | $21,000 | $103,000',
  '$60,500 | $60,500 | $181,500',
  '$70,000 | $70,000 | $210,000',
);

describe('one option in words', () => {
  twins({
    'a winner at a size, with its amounts': {
      text: `## Short\n\n- **200 clerks:** Cirrus still wins (~$60.5K Year 1)\n\n## Sizes\n\n${small}\n${large}`,
      change: ['Cirrus still wins (~$60.5K Year 1)', 'Cirrus still wins (~$40K Year 1)'],
      found: ['repeated', 3, '$40K Year'],
    },
    'another winner': {
      text: `## Short\n\n- **20 clerks:** Cirrus wins (about $6K in the first year)\n\n## Sizes\n\n${small}\n${large}`,
      change: ['Cirrus wins (about $6K', 'Nimbus Cloud wins (about $7K'],
      found: ['superlative', 3, '20 clerks: Nimbus Cloud wins (about $7K in the first year)'],
    },
    'a list under a heading that names the case and the option': {
      text: `## Sizes\n\n${small}\n${large}\n## For 200 clerks: Cirrus\n\n- **Year 1:** $60,500\n- **Why:** nobody has to go downstairs`,
      change: ['**Year 1:** $60,500', '**Year 1:** $65,000'],
      found: ['repeated', 21, '$65,000'],
    },
    'a winner under its table': {
      text: `# Offers\n\n| Offer | Monthly | Annual |\n|---|---|---|\n| Alder | $50 | $600 |\n| Birch | $80 | $960 |\n| Cedar | $75 | $900 |\n\n**Winner:** Alder`,
      change: ['**Winner:** Alder', '**Winner:** Birch'],
      found: ['superlative', 9, 'Winner: Birch'],
    },
    'a winner in German': {
      text: `# Angebote\n\n| Anbieter | Kosten pro Monat |\n|---|---|\n| Ahorn | 50 € |\n| Birke | 80 € |\n| Zeder | 75 € |\n\n**Sieger:** Ahorn`,
      change: ['**Sieger:** Ahorn', '**Sieger:** Birke'],
      found: ['superlative', 9, 'Sieger: Birke'],
    },
    'a saving against another option': {
      text: `## Sizes\n\n${small}\n## In the end\n\nFor 20 clerks: Cirrus saves $1,200 a year compared to Nimbus Cloud.`,
      change: ['saves $1,200', 'saves $2,400'],
      found: ['saving', 13, '$2,400 a year'],
    },
    'a saving of what was chosen before': {
      text: `## Sizes\n\n${small}\n${large}\n## In the end\n\nFor our 20-clerk office:\n\n- Start with Cirrus\n- Keep the rack as a spare\n\nThis saves $3K+ vs Nimbus Cloud over three years.`,
      change: ['saves $3K+', 'saves $30K+'],
      found: ['saving', 26, '$30K+'],
    },
    'so many times cheaper': {
      text: `# Offers\n\n| Offer | Monthly cost |\n|---|---|\n| Alder | $50 |\n| Birch | $200 |\n\nAlder is 4x cheaper than Birch.`,
      change: ['4x', '8x'],
      found: ['ratio', 8, '8x'],
    },
    'an order that is said': {
      text: `# Offers\n\nSorted by monthly cost, cheapest first:\n\n| Offer | Monthly cost |\n|---|---|\n| Alder | $50 |\n| Cedar | $75 |\n| Birch | $200 |\n| Elm | $210 |\n`,
      change: ['| Cedar | $75 |', '| Cedar | $220 |'],
      found: ['superlative', 8, '$220'],
    },
    'an order of a list': {
      text: `# Offers\n\nRanked by price:\n\n1. Alder: $50/month\n2. Cedar: $75/month\n3. Birch: $200/month\n4. Elm: $210/month\n`,
      change: ['Cedar: $75', 'Cedar: $275'],
      found: ['superlative', 6, '$275/month'],
    },
    'a percentage cheaper': {
      text: `# Offers\n\n| Offer | Monthly cost |\n|---|---|\n| Alder | $50 |\n| Birch | $80 |\n\nAlder is 37% cheaper than Birch.`,
      change: ['37%', '20%'],
      found: ['saving', 8, '20%'],
    },
  });

  test.each([
    'Winner: Birch (best support)',
    'Birch wins on features.',
    'Birch wins if you need backups.',
    'Performance winner: Birch',
    'Cost is not everything: Birch wins at scale.',
    'Birch could save $10/month vs Alder with a reserved plan.',
    'Birch: $20/month for storage',
    'Alder costs $5/month more with backups.',
  ])('nothing is said of: %s', (line) => {
    const text = `# Offers\n\n| Offer | Monthly |\n|---|---|\n| Alder | $50 |\n| Birch | $80 |\n| Cedar | $75 |\n\n${line}`;
    expect(found(text)).toEqual([]);
  });

  test('points decide for another option than the cost does', () => {
    const text = `# Offers\n\n| Offer | Monthly | Points |\n|---|---|---|\n| Alder | $50 | 61 |\n| Birch | $80 | 92 |\n| Cedar | $75 | 70 |\n\n**Winner:** Birch`;
    expect(found(text)).toEqual([]);
  });

  test('an abbreviation that the document explains is the same option', () => {
    const text = (year: string): string =>
      `## Summary\n\n| Option | Annual |\n|---|---|\n| Big Blue Cloud | ${year} |\n| Alder | $1,200 |\n| Cedar | $2,400 |\n\n## Details\n\n### Big Blue Cloud (BBC)\n\nSome words.\n\n## Comparison\n\n| Provider | Annual |\n|---|---|\n| BBC | $6,000 |\n| Alder | $1,200 |\n| Cedar | $2,400 |\n\n## Again\n\n| Provider | Annual |\n|---|---|\n| BBC | $6,000 |\n| Alder | $1,200 |\n| Cedar | $2,400 |\n`;
    expect(found(text('$6,000'))).toEqual([]);
    expect(found(text('$8,000'))).toEqual([['repeated', 5, '$8,000']]);
  });
});

const sizing = `## Capacity

**Per node capacity:**
- **Load:** ~40–50 concurrent clerks
- **Disk:** 2 TB

| Clerks | Nodes needed | Reserve | Nodes in total |
|---|---|---|---|
| 40 | 1 | +1 | 2 |
| 120 | 3 | +1 | 4 |
| 500 | 12 | +3 | 15 |
`;

describe('sizes', () => {
  twins({
    'too few for the demand': {
      text: sizing,
      change: ['| 120 | 3 | +1 | 4 |', '| 120 | 2 | +1 | 3 |'],
      found: ['capacity', 10, '2'],
    },
    'a reserve that is not in the total': {
      text: sizing,
      change: ['| 40 | 1 | +1 | 2 |', '| 40 | 1 | +1 | 1 |'],
      found: ['capacity', 9, '1'],
    },
    'costs that are said to grow linearly': {
      text: '# Growth\n\nCosts scale linearly with users, at $0.05/user/month.\n\n### 1K users\n\n- **Monthly cost:** $50\n\n### 10K users\n\n- **Monthly cost:** $500\n\n### 100K users\n\n- **Monthly cost:** $5,000\n',
      change: ['$5,000', '$50,000'],
      found: ['per-unit', 15, '$50,000'],
    },
    'the same without a rate': {
      text: '# Growth\n\nCosts scale linearly with users.\n\n- 1K users: $50/month\n- 10K users: $500/month\n- 100K users: $5,000/month\n- 1M users: $50,000/month\n',
      change: ['$500/month', '$900/month'],
      found: ['per-unit', 6, '$900/month'],
    },
    'a count by what the section beside it says of one': {
      text: '# Plan\n\n## Servers\n\n### API\n\n- Peak: 40,000 RPS\n- Requests per server: 2,000 RPS\n- Servers needed: 20 servers\n\n### Pages\n\n- Peak: 8,000 RPS\n- Servers needed: 4 servers\n',
      change: ['needed: 4 servers', 'needed: 40 servers'],
      found: ['capacity', 14, '40 servers'],
    },
    'a row that names its parts': {
      text: `## Own: 20 clerks

| Item | Year 1 | Annual |
|---|---|---|
| Hardware | $5,000 | $0 |
| Line | $600 | $600 |
| Power | $250 | $250 |
| **Total** | $5,850 | $850 |

## Mixed: 20 clerks

| Item | Year 1 | Annual |
|---|---|---|
| Hosts (HW + line + power) | $5,850 | $850 |
| Cloud | $1,200 | $1,200 |
| **Total** | $7,050 | $2,050 |

## Own: 60 clerks

| Item | Year 1 | Annual |
|---|---|---|
| Hardware | $15,000 | $0 |
| Line | $600 | $600 |
| Power | $750 | $750 |
| **Total** | $16,350 | $1,350 |

## Mixed: 60 clerks

| Item | Year 1 | Annual |
|---|---|---|
| Hosts | $16,350 | $1,350 |
| Cloud | $3,600 | $3,600 |
`,
      change: ['| Hosts | $16,350 |', '| Hosts | $17,350 |'],
      found: ['total', 31, '$17,350'],
    },
    'what a total is for each': {
      text: '### 10,000 clerks\n\n- Total: $500/month\n- **Cost per clerk:** $0.05/month\n\n### 500 clerks\n\n- Total: $100/month\n- **Cost per clerk:** $0.20/month\n',
      change: ['$0.05', '$0.50'],
      found: ['per-unit', 4, '$0.50/month'],
    },
    'sections that are options': {
      text: '## Option 1: Cirrus\n\n- Web: $60/month\n- Data: $40/month\n- **Total: $100/month**\n\n## Option 2: Nimbus\n\n- Web: $120/month\n- Data: $80/month\n- **Total: $200/month**\n\n## Option 3: Stratus\n\n- Web: $100/month\n- Data: $80/month\n- **Total: $180/month**\n\n## In short\n\n| Option | Monthly |\n|---|---|\n| Cirrus | $100 |\n| Nimbus | $200 |\n| Stratus | $180 |\n',
      change: ['| Cirrus | $100 |', '| Cirrus | $150 |'],
      found: ['repeated', 23, '$150'],
    },
    'a share before a change': {
      text: '# Costs\n\n| Part | Original | Optimized |\n|---|---|---|\n| Compute | $500 | $100 |\n| Storage | $300 | $200 |\n| Mail | $200 | $100 |\n| **Total** | $1,000 | $400 |\n\n- Storage: 30% of total (before optimization)\n',
      change: ['30%', '50%'],
      found: ['share', 10, '50%'],
    },
  });

  test('what another unit holds does not size this one', () => {
    const few = sizing.replace('| 120 | 3 | +1 | 4 |', '| 120 | 2 | +1 | 3 |');
    const other = '- **Database:** handles 100 clerks per instance';
    expect(found(few.replace('- **Disk:** 2 TB', other)).length).toBe(1);
    expect(found(few.replace(/- \*\*Load.*/, other))).toEqual([]);
  });

  test('a capacity in one figure', () => {
    const text = sizing.replace(/\*\*Per node[^|]*/, 'Each node handles 50 clerks per node.\n\n');
    expect(found(text)).toEqual([]);
    expect(found(text.replace('| 120 | 3 | +1 | 4 |', '| 120 | 2 | +1 | 3 |'))).toEqual([
      ['capacity', 8, '2'],
    ]);
  });

  test('costs that are not said to grow linearly may take any course', () => {
    const text =
      '# Growth\n\n- 1K users: $50/month\n- 10K users: $900/month\n- 100K users: $5,000/month\n- 1M users: $9,000/month\n';
    expect(found(text)).toEqual([]);
    expect(found(`Costs do not scale linearly.\n\n${text}`)).toEqual([]);
  });
});
