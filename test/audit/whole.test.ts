// What a document says of its whole, of a section or of a short list whose lines play known parts: as it should be, with no
// finding, and with one figure changed, which is found.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';

function found(text: string): string[] {
  return audit({ file: 'a.md', text }).findings.map((f) => `${f.kind} ${f.place.line} ${f.stated}`);
}

/** A document, what is changed in it, and what is found then. */
type Case = readonly [name: string, text: string, right: string, wrong: string, found: string];

const bill = `| Part | Monthly cost |
|---|---|
| Compute | $500 |
| Storage | $300 |
| Mail | $200 |
| **Total** | **$1,000** |
`;
const rechnung = bill
  .replace('Monthly cost', 'Kosten pro Monat')
  .replace('**Total**', '**Summe**')
  .replace('**$1,000**', '**1.000 €**')
  .replace(/\$(\d00)/g, '$1 €');

const cases: readonly Case[] = [
  [
    'a total in the introduction',
    `# Plan\n\nThe total monthly cost is about $1,000.\n\n${bill}`,
    'about $1,000',
    'about $1,400',
    'repeated 3 $1,400',
  ],
  [
    'a total in German',
    `# Plan\n\nDie Gesamtkosten betragen rund 1.000 € pro Monat.\n\n${rechnung}`,
    'rund 1.000 €',
    'rund 1.400 €',
    'repeated 3 1.400 € pro Monat',
  ],
  [
    'a year under the bill',
    `# Plan\n\n${bill}\n**Annual cost:** $12,000\n`,
    '$12,000',
    '$10,000',
    'period 10 $10,000',
  ],
  [
    'a cost per user',
    `# Plan\n\nWe have 2,000 users.\n\n${bill}\n**Cost per user:** $0.50/month\n`,
    '$0.50',
    '$0.80',
    'per-unit 12 $0.80/month',
  ],
  [
    'a contingency',
    '| Part | Cost |\n|---|---|\n| A1 | $400 |\n| B1 | $600 |\n| Subtotal | $1,000 |\n| Contingency (10%) | $100 |\n| Total | $1,100 |\n',
    '$100 |\n| Total | $1,100',
    '$150 |\n| Total | $1,150',
    'share 6 $150',
  ],
  [
    'an overview against its sections',
    `# Plan\n\n${bill}\n## 1. Compute\n\n- Web: $300/month\n- Jobs: $200/month\n- **Total: $500/month**\n\n## 2. Storage\n\n- Disks: $200/month\n- Copies: $100/month\n- **Total: $300/month**\n\n## 3. Mail\n\n- Sending: $150/month\n- Lists: $50/month\n- **Total: $200/month**\n`,
    '| Storage | $300 |\n| Mail | $200 |\n| **Total** | **$1,000** |',
    '| Storage | $350 |\n| Mail | $200 |\n| **Total** | **$1,050** |',
    'repeated 6 $350',
  ],
  [
    'what is saved',
    '- Current cost: $2,000/month\n- New cost: $1,200/month\n- Savings: $800/month (40%)\n',
    '$800',
    '$900',
    'saving 3 $900/month',
  ],
  [
    'what is saved, in percent and in French',
    '- Coût actuel : 2 000 €\n- Nouveau coût : 1 200 €\n- Économies : 40 %\n',
    '40 %',
    '50 %',
    'saving 3 50 %',
  ],
  [
    'a profit',
    '- Revenue: $5,000/month\n- Costs: $2,000/month\n- Profit: $3,000/month\n',
    '$3,000',
    '$3,500',
    'saving 3 $3,500/month',
  ],
  [
    'a margin',
    '- Receita: R$ 5.000,00\n- Custos: R$ 2.000,00\n- Margem: 60%\n',
    '60%',
    '75%',
    'saving 3 75%',
  ],
  [
    'a tax',
    '- Netto: 1.000 €\n- MwSt. 19 %: 190 €\n- Brutto: 1.190 €\n',
    ': 190 €',
    ': 290 €',
    'share 2 290 €',
  ],
  [
    'an amount with its tax',
    '- Netto: 1.000 €\n- MwSt. 19 %: 190 €\n- Brutto: 1.190 €\n',
    '1.190 €',
    '1.290 €',
    'total 3 1.290 €',
  ],
  [
    'what is owned over years',
    '- Hardware: $10,000\n- Annual operation: $2,000\n- 5-year TCO: $20,000\n',
    '$20,000',
    '$25,000',
    'total 3 $25,000',
  ],
  [
    'a part of the bill in a sentence',
    `# Plan\n\n${bill}\n## Conclusion\n\nStorage costs $300 per month, which is fair.\n`,
    'costs $300',
    'costs $350',
    'repeated 12 $350 per month',
  ],
  [
    'a year right under the bill',
    `# Plan\n\n${bill}\nThat is $12,000 per year.\n`,
    '$12,000',
    '$10,000',
    'repeated 10 $10,000 per year',
  ],
  [
    'an announced change that did not reach its row',
    '# Before\n\n| Part | Monthly |\n|---|---|\n| Cirrus Business | $200 |\n| Disks | $50 |\n\n# After\n\n- Use Cirrus Free (not Business)\n\n| Part | Monthly |\n|---|---|\n| Cirrus | $20 |\n| Disks | $50 |\n',
    '| Cirrus | $20 |',
    '| Cirrus | $200 |',
    'repeated 14 $200',
  ],
  [
    'a total in French',
    `# Plan\n\nLe coût total est de 1 000 € par mois.\n\n${rechnung.replace('Kosten pro Monat', 'Coût mensuel').replace('Summe', 'Total').replace('1.000', '1 000')}`,
    'de 1 000 €',
    'de 1 500 €',
    'repeated 3 1 500 € par mois',
  ],
  [
    'a year in Chinese',
    '| 项目 | 每月费用 |\n|---|---|\n| 计算 | ¥500 |\n| 存储 | ¥300 |\n| 合计 | ¥800 |\n\n**年费用：** ¥9,600\n',
    '¥9,600',
    '¥8,000',
    'repeated 7 ¥8,000',
  ],
  [
    'a tax in Turkish',
    '| Kalem | Tutar |\n|---|---|\n| A1 | 400 TL |\n| B1 | 600 TL |\n| Ara toplam | 1.000 TL |\n| KDV (%20) | 200 TL |\n| Genel toplam | 1.200 TL |\n',
    '200 TL |\n| Genel toplam | 1.200',
    '300 TL |\n| Genel toplam | 1.300',
    'share 6 300 TL',
  ],
  [
    'what is saved, in Russian',
    '- Текущие расходы: 2000 ₽/мес\n- Новые расходы: 1200 ₽/мес\n- Экономия: 800 ₽/мес\n',
    '800 ₽',
    '900 ₽',
    'saving 3 900 ₽/мес',
  ],
  [
    'a cost per user in Spanish',
    `Tenemos 2,000 usuarios.\n\n${bill.replace('Monthly cost', 'Costo mensual')}\n**Costo por usuario:** $0.50/mes\n`,
    '$0.50',
    '$0.80',
    'per-unit 10 $0.80/mes',
  ],
];

test.each(cases)('%s', (_, text, right, wrong, expected) => {
  expect(text).toContain(right);
  expect(found(text)).toEqual([]);
  expect(found(text.replace(right, wrong))).toContain(expected);
});

describe('nothing is said', () => {
  test.each([
    'With reserved instances, the total cost is $700 per month.',
    'Storage alone costs $450 in total per month at the old provider.',
    'The total cost could be $2,000 per month by next year.',
    'The overall budget for costs is $1,500 per month.',
    'In total, it costs $900 less per month than before.',
  ])('of another amount than the bill: %s', (line) => {
    expect(found(`# Plan\n\n${bill}\n${line}\n`)).toEqual([]);
  });

  test('where there are two bills', () => {
    const text = `# Plan\n\nThe total monthly cost is $1,600.\n\n## A\n\n${bill}\n## B\n\n${bill.replace('$500', '$800').replace('$1,000', '$1,300')}`;
    expect(found(text)).toEqual([]);
  });

  test('of a list with another amount in it', () => {
    expect(found('- Revenue: $5,000\n- Fees: $500\n- Costs: $2,000\n- Profit: $2,500\n')).toEqual([]);
    expect(found('- Satış: 79 TL\n- KDV (%20): 15,8 TL\n- Net gelir: 51,35 TL\n')).toEqual([]);
  });

  test('of a tax that is included, or of some of the rows', () => {
    expect(found('| Part | Cost |\n|---|---|\n| A1 | $119 |\n| incl. VAT 19% | $19 |\n')).toEqual([]);
    expect(
      found(
        '| Part | Cost |\n|---|---|\n| A1 | $400 |\n| B1 | $600 |\n| Tax 20% (on B1) | $120 |\n| Total | $1,120 |\n',
      ),
    ).toEqual([]);
  });
});
