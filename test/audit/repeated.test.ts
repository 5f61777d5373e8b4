// The same quantity in two places, and what is called cheapest in headings and cells: each document as it should be, with no finding,
// and with one thing changed, which is found where it stands.
import { describe, expect, test } from 'vitest';
import { found, twins } from './twins.ts';

const bill = `## Small shop

**Estimated total cost: $40-50**

| Part | Calls | Cost |
|---|---|---|
| Search | 500 | $12.10 |
| Answers | 800 | $31.30 |
| **Total** | **1,300** | **~$43.40** |
`;

describe('what a section says that it costs', () => {
  twins({
    'above the table': { text: bill, change: ['$40-50', '$20-30'], found: ['repeated', 3, '$20-30'] },
    'for a year, and the table for a month': {
      text: `## Plan B\n\n**Annual cost**: ~$53/year\n\nAs described.\n\n| Service | Monthly cost |\n|---|---|\n| Mail | $4.25 |\n| Disk | $0.15 |\n| **Total** | **$4.40/month** |\n`,
      change: ['~$53', '~$63'],
      found: ['repeated', 3, '$63/year'],
    },
    'in its heading, and in a total of its name that nothing adds up to': {
      text: '## Machines ($2,500/year savings)\n\n- Own hosts: $2,400\n- Less disk: as needed\n\n**Total machine savings**: **$2,500/year**\n\n## Tools ($600/year savings)\n\n**Total tool savings**: $900/year (if all are taken)\n',
      change: ['Machines ($2,500', 'Machines ($2,200'],
      found: ['repeated', 1, '$2,200/year'],
    },
    'in its heading, and in a total that is written in one word with its name': {
      text: '## 最小構成（約10,500〜18,000円）\n\n- 机: 約8,000〜12,000円\n- 線: 約2,500〜6,000円\n\n**最小構成合計: 約10,500〜18,000円**\n',
      change: ['（約10,500〜18,000円）', '（約15,000〜25,000円）'],
      found: ['repeated', 1, '15,000〜25,000円'],
    },
    'in its heading, in another currency than its sum': {
      text: '### Search (€0.09)\n\n- Queries: 9 × $0.005 = $0.045\n- Answers: $0.053\n- Total: $0.098 (€0.09)\n',
      change: ['(€0.09)\n\n', '(€0.098)\n\n'],
      found: ['repeated', 1, '€0.098'],
    },
    'in its heading, where the rows do not add up': {
      text: '### Shop (~$52/month)\n\n| Part | Monthly |\n|---|---|\n| Mail | $35 |\n| Disk | by use |\n| **Total** | **~$52** |\n',
      change: ['(~$52', '(~$67'],
      found: ['repeated', 1, '$67/month'],
    },
    'for each of something': {
      text: `## Towns\n\n**Coût par commune: ~0,043 €**\n\n| Étape | Coût |\n|---|---|\n| Recherche | 0,012 € |\n| Programme | 0,031 € |\n| **Total par commune** | **0,043 €** |\n`,
      change: ['~0,043 €**\n\n', '~0,100 €**\n\n'],
      found: ['repeated', 3, '0,100 €'],
    },
  });

  test('another case, an item of a list, what is earned, and several tables', () => {
    expect(found(bill.replace('$40-50', '$25 with a cache'))).toEqual([]);
    expect(found(bill.replace('$40-50', '$20').replace('| Cost |', '| Set-up cost |'))).toEqual([]);
    expect(found(bill.replace('**Estimated total cost: $40-50**', '- Cost: $20'))).toEqual([]);
    expect(
      found(bill.replace('## Small shop', '## Revenue of a small shop').replace('$40-50', '$20')),
    ).toEqual([]);
    const rows = bill.split('\n').slice(4).join('\n').replace('$31.30', '$11.30').replace('$43.40', '$23.40');
    expect(found(`${bill.replace('$40-50', '$20')}\nWith fewer answers:\n\n${rows}`)).toEqual([]);
  });
});

const sizes = `# Costs

| Setup | Monthly cost |
|---|---|
| **Small (test)** | ~$1,056 |
| **Medium (staging)** | ~$2,873 |
| **Large (live)** | ~$4,900 |

## Details

### Small - ~$1,056/month

One node.

### Medium (before live) - ~$2,873/month

Three nodes.

### Large - ~$4,900/month

Six nodes.
`;

const years = `# Grant

- The first year the requested funding is 2,554,358 coins, with 2 million for reserves
- The second year it is 1,463,186 coins
- The third year the requested funding is 445,301 coins

| Budget | Year 1 | Year 2 | Year 3 |
|---|---|---|---|
| Legal | 100,000 | 95,000 | 90,000 |
| Funding | 2,554,358 | 1,463,186 | 445,301 |
`;

const parts = `# Lab

- Compute: $119.80/month
- Storage: $19.20
- Network: $32.40
- Software: $0

| Part | At home | Cloud |
|---|---|---|
| Compute | $108.66 | $119.80/month |
| Storage | $0 | $19.20/month |
| Network | $0 | $32.40/month |
| Software | $0 | $0 |
`;

describe('amounts under the same names, in words and in a table', () => {
  twins({
    headings: {
      text: sizes,
      change: ['live) - ~$2,873', 'live) - ~$2,216'],
      found: ['repeated', 15, '$2,216/month'],
    },
    'headings with numbers': {
      text: sizes.replace('### Small', '### 1. Small').replace('### Medium', '### Option 2: Medium'),
      change: ['live) - ~$2,873', 'live) - ~$2,216'],
      found: ['repeated', 15, '$2,216/month'],
    },
    'years in words': {
      text: years,
      change: ['is 445,301 coins', 'is 463,186 coins'],
      found: ['repeated', 5, '463,186 coins'],
    },
    'a list of parts': { text: parts, change: ['$32.40\n', '$41.40\n'], found: ['repeated', 5, '$41.40'] },
  });

  test('two that differ are another case, and so are two bills that add up', () => {
    expect(
      found(sizes.replace('live) - ~$2,873', 'live) - ~$2,216').replace('- ~$4,900', '- ~$4,100')),
    ).toEqual([]);
    const phase = (part: string): string => `- Stock: $${part}\n- Adverts: $10,500\n- Rent: $17,050\n`;
    const planned =
      '| Use | Amount |\n|---|---|\n| Stock | $45,000 |\n| Adverts | $10,500 |\n| Rent | $17,050 |\n';
    const text = `## Plan\n\n${planned}| **Total** | **$72,550** |\n\n## First phase\n\n${phase('20,000')}- **Total: $47,550**\n`;
    expect(found(text)).toEqual([]);
  });

  test('a line that names another case', () => {
    expect(found(parts.replace('$32.40\n', '$22.40 with a commitment\n'))).toEqual([]);
  });

  test('amounts that are all the same tell nothing', () => {
    const alike = sizes.replaceAll('~$1,056', '$5').replaceAll('~$4,900', '$5');
    expect(found(alike.replace('live) - ~$2,873', 'live) - ~$2,216'))).toEqual([]);
  });
});

const measures = `## Measures

### 1. Smaller models as a default

**Saving:** 94% for the same answers

### 2. Cache what repeats

**Saving:** 73% at peak times

### 3. Batch at night

**Saving:** 98% for reports

## Summary

| Measure | Before | After | Saving |
|---|---|---|---|
| Smaller model | $6.25 | $0.38 | 94% |
| Cache | $9.00 | $2.40 | 73% |
| Batch jobs | $9.00 | $0.20 | 98% |
`;

describe('sections in the order of a table', () => {
  twins({
    'one that differs': { text: measures, change: ['98% for', '95% for'], found: ['repeated', 13, '95%'] },
  });

  test('a range around it, another name, and two that differ', () => {
    expect(found(measures.replace('98% for', '90-98% for'))).toEqual([]);
    expect(found(measures.replace('98% for', '95% for').replace('Batch at night', 'Compress'))).toEqual([]);
    expect(found(measures.replace('98% for', '95% for').replace('73% at', '70% at'))).toEqual([]);
  });
});

const yearly = `## Year 1

### Totals

- **Revenue, all of it:** $112,901
- **Operating costs:** $74,200
- **Users:** 150

### Indicators

- **Revenue for each user:** about $750
- **Margin:** 34.3%
`;

describe('a margin', () => {
  twins({
    'that is the share of the costs': {
      text: yearly,
      change: ['34.3%', '65.7%'],
      found: ['share', 12, '65.7%'],
    },
  });

  test('another share, and costs of another section', () => {
    expect(found(yearly.replace('34.3%', '70%'))).toEqual([]);
    expect(found(yearly.replace('34.3%', '65.7%').replace('### Indicators', '## Next year'))).toEqual([]);
  });
});

const rate = `Rate: 1 EUR = 655,957 XOF

- Disk: 10.00 € (6560 XOF)
- Mail: 20.00 € (13119 XOF)
- Site: 50.00 € (32798 XOF)
- Name: 12.00 € (7871 XOF)
- Cron: 15.00 € (9839 XOF)
- Logs: 30.00 € (19679 XOF)
`;

const pounds = `- Site: £12.00 ($15.24)
- Mail: £8.90 ($11.30)
- Disk: £25.16 ($31.95)
- Name: around £9.00 ($11.40)
`;

const overview = `# Bill

## Summary

| Stage | Monthly cost |
|---|---|
| Test | $150 - $200 |
| Live | $400 - $500 |

## Test and live

| Stage | Monthly cost |
|---|---|
| Test | $180 |
| Live | $450 |

## Once more

| Stage | Monthly cost |
|---|---|
| Test | $180 |
| Live | $450 |
`;

describe('what leaves room', () => {
  twins({
    'the rate, with more digits than amounts have': {
      text: rate,
      change: ['7871', '7181'],
      found: ['conversion', 6, '7181 XOF'],
    },
    'two round amounts': { text: pounds, change: ['$31.95', '$33.95'], found: ['conversion', 3, '$33.95'] },
    'a range in the summary': {
      text: overview,
      change: ['$150 - $200', '$190 - $250'],
      found: ['repeated', 7, '$190 - $250'],
    },
  });

  test('about one is about the other', () => {
    expect(found(pounds.replace('$11.40', '$11.00'))).toEqual([]);
    expect(found(pounds.replace('$11.40', '$17.00'))).toHaveLength(1);
  });
});

const model = (name: string, price: string, answer: string): string =>
  `### ${name}\n- Input: $${price} per 1M tokens\n- Output: $${answer} per 1M tokens\n\n`;

const models = `## Models\n\n${model('Alpha', '2.50', '10.00')}${model('Beta mini (cheapest)', '0.15', '0.60')}${model('Gamma', '0.50', '1.50')}`;

const prices = `| Model | Price (input/output) | Use |
|---|---|---|
| Alpha | $0.50/$1.50 per 1M tokens | Fast |
| Beta | $0.25/$1.25 per 1M tokens | Default |
| Gamma | $0.075/$0.30 per 1M tokens | The cheapest option |
`;

const narration = `| Part | Cost |
|---|---|
| Speaker narration | $0.10 |
| Images | $0.60 |
| Music | $0.05 |

### Most expensive component

- **Images:** $0.60 for each film
`;

describe('superlatives in headings and cells', () => {
  twins({
    'a heading among others': {
      text: models,
      change: ['### Gamma', '### Gamma (cheapest)'],
      found: ['superlative', 11, 'Gamma (cheapest)'],
    },
    'a cell of the row': {
      text: prices,
      change: ['Default |', 'Default, cheapest |'],
      found: ['superlative', 4, 'Default, cheapest'],
    },
    'a heading above one thing': {
      text: narration,
      change: ['**Images:** $0.60', '**Narration:** $0.10'],
      found: ['superlative', 9, 'Narration: $0.10 for each film'],
    },
  });

  test('the cheapest of some, lower in one amount only, and two things under the heading', () => {
    expect(
      found(models.replace('Gamma', 'Gamma (cheapest with support)').replace(' (cheapest)', '')),
    ).toEqual([]);
    expect(
      found(
        models
          .replace('Gamma', 'Gamma (cheapest)')
          .replace(' (cheapest)\n- Input: $0.15', '\n- Input: $0.95'),
      ),
    ).toEqual([]);
    expect(found(prices.replace('Default |', 'Cheapest for pictures |'))).toEqual([]);
    const two = narration.replace('**Images:** $0.60', '**Narration:** $0.10');
    expect(found(`${two}- **Images:** $0.60 for each film\n`)).toEqual([]);
  });
});
