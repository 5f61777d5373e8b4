// What follows from two or three figures: lists with the same labels, a rate and how much, what is left and its share, rows that say
// by how much something moved.
import { describe } from 'vitest';
import { quietAndWrong, type Shape, type Twin, table, twins } from './twins.ts';

const quarter = (name: string, lines: readonly string[]): string =>
  [`### ${name}`, '', ...lines.map((l) => `- ${l}`), ''].join('\n');

const sprints = (third: string): string =>
  [
    quarter('Uno', ['Entradas: 4.216 €', 'Salidas: 4.000 €', 'Neto del mes: 216 €']),
    quarter('Dos', ['Entradas: 5.620 €', 'Salidas: 4.500 €', 'Neto del mes: 1.120 €']),
    quarter('Tres', ['Entradas: 7.667 €', 'Salidas: 5.000 €', `Neto del mes: ${third}`]),
  ].join('\n');

const subtotals = (third: string): string =>
  [
    quarter('Small', ['Admins: $45', 'Users: $570', 'Licences: $615']),
    quarter('Medium', ['Admins: $225', 'Users: $2,850', 'Licences: $3,075']),
    quarter('Large', ['Admins: $900', third, 'Users: $26,400', 'Licences: $31,800']),
  ].join('\n');

const moved = (first: string): string =>
  table(
    '| Medida | A | B | X |',
    `| Valor | ${first} | $62,148 | +$3,348 |`,
    '| Retorno | 457% | 438% | -19% |',
    '| Prazo | 2.2 meses | 2.3 meses | +0.1 meses |',
    '| Pessoas | 12 | 15 | +3 |',
  );

const found: Readonly<Record<string, Twin>> = {
  'lists with the same labels, in words that nobody knows': {
    text: sprints('2.667 €'),
    change: ['2.667 €', '2.767 €'],
    found: ['difference', 17, '2.767 €'],
  },
  'a rate, how much, and what it comes to': {
    text: ['- Rate: €48.50/hour', '- Hours worked: 29 hours', '- Staff: €1,406.50'].join('\n'),
    change: ['€1,406.50', '€1,416.50'],
    found: ['row', 3, '€1,416.50'],
  },
  'the share behind what is left': {
    text: '- Margin: $54 - $10.02 = $43.98 (**81.4%**)',
    change: ['81.4%', '84.1%'],
    found: ['share', 1, '84.1%'],
  },
  'the share behind what several amounts leave': {
    text: 'Per order we keep $9.00 - $1.60 - $0.40 = $7.00 (77.8%).',
    change: ['77.8%', '72.8%'],
    found: ['share', 1, '72.8%'],
  },
  'a part of its whole, and the share in parentheses': {
    text: 'Already moved: 36 of 383 (9.4%).',
    change: ['9.4%', '9.9%'],
    found: ['share', 1, '9.9%'],
  },
  'a share, and the part and its whole in parentheses': {
    text: 'Basic: margin 86% ($5.15 of $5.99).',
    change: ['86%', '82%'],
    found: ['share', 1, '82%'],
  },
  'a margin of what is left': {
    text: '- Revenue: $4,950\n- Profit: $4,455\n- Margin: 90%',
    change: ['90%', '80%'],
    found: ['saving', 3, '80%'],
  },
  'gross profit of what a chain of equals signs comes to': {
    text: '- **Total AI costs**: 2 × $0.20 + 3 × $0.07 = $0.40 + $0.21 = $0.61\n- **Revenue**: $15.00\n- **Gross profit**: $14.39',
    change: ['$14.39', '$13.39'],
    found: ['saving', 3, '$13.39'],
  },
  'rows that say by how much something moved': {
    text: table(
      '| Medida | A | B | X |',
      '| Investment | $27,840 | $28,817 | +$977 |',
      '| Return | 457% | 438% | -19% |',
      '| Payback | 2.2 months | 2.3 months | +0.1 months |',
      '| Staff | $1,210 | $1,455 | +$245 |',
    ),
    change: ['+$245', '+$345'],
    found: ['difference', 6, '$345'],
  },
  'an amount in front of its price': {
    text: table(
      '| Item | Usage | Cost | Price |',
      '| Logs | 500 GB (est.) | $11.50 | $0.023/GB |',
      '| Traffic | 350 GB | $15.75 | $0.045/GB |',
    ),
    change: ['$15.75', '$17.55'],
    found: ['row', 4, '$17.55'],
  },
  'how many there are, in a few rows only': {
    text: table(
      '| Item | Kind | Quantity | Unit price | Amount |',
      '| Manager | fee | - | $700 | $700 |',
      '| Worker | c6 | 6 | $1,650 | $9,900 |',
      '| Backup | 2 TB | - | $1,000 | $1,000 |',
      '| Replica | r5 | 2 | $1,200 | $2,400 |',
      '| Traffic | fee | - | $300 | $300 |',
      '| Cache | m5 | 3 | $1,150 | $3,450 |',
      '| Names | fee | - | $50 | $50 |',
      '| Guard | fee | - | $250 | $250 |',
    ),
    change: ['$9,900', '$9,600'],
    found: ['row', 4, '$9,600'],
  },
};

const quiet: Readonly<Record<string, Shape>> = {
  'a sum with a line of its own in one of the lists': [
    subtotals('Users with more rights: $4,500'),
    [subtotals('Users with more rights: $4,500'), '', '- A: 3 × $5 = $16'].join('\n'),
    21,
  ],
  'a rate and hours, of which some are free': [
    '- Rate: €50/hour\n- Hours: 20 hours, the first 4 free\n- Cost: €800',
    '- Rate: €50/hour\n- Hours: 20 hours\n- Cost: €1,100',
    3,
  ],
  'a discount behind what is left of a price': [
    'Now $80 - $8 = $72 (50% off for students)',
    'Now $80 - $8 = $72 (85%)',
    1,
  ],
  'two prices with a slash between them': [
    'The batch price is $0.25/$1.25 (50% off)',
    'Of the runs 14 / 19 (70.7%) were done',
    1,
  ],
  'a plan with its minutes, and the price of what goes beyond them': [
    table(
      '| Plan | Minutes | Price | Beyond |',
      '| Small | 200 mins | $49/mo | $0.30/min |',
      '| Large | 750 mins | $149/mo | $0.25/min |',
    ),
    table(
      '| Plan | Minutes | Price | Rate |',
      '| Small | 200 mins | $60/mo | $0.30/min |',
      '| Large | 750 mins | $197.50/mo | $0.25/min |',
    ),
    4,
  ],
  'a change of what was rounded': [moved('$59,000'), moved('$58,810'), 3],
};

describe('what follows from two or three figures', () => {
  twins(found);
});

describe('what does not, and its twin that does', () => {
  quietAndWrong(quiet);
});
