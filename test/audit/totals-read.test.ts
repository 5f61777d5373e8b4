// Totals as they are written: in trees, behind subtotals, with remarks in wide parentheses, in hours and in units of memory. Each
// text as it should be, and the same with one figure changed.
import { describe } from 'vitest';
import { quietAndWrong, table, twins } from './twins.ts';

describe('how totals are written', () => {
  twins({
    'remarks in wide parentheses': {
      text: table(
        '| 服务 | 成本 |',
        '| 配音 | 0.10 元（1 元/万字符） |',
        '| 图片 | 0.90 元（0.1 元/张） |',
        '| 字幕 | 0.25 元 |',
        '| 合计 | 1.25 元 |',
      ),
      change: ['1.25 元', '1.65 元'],
      found: ['total', 6, '1.65 元'],
    },
    'free up to a limit': {
      text: table(
        '| Tool | Monthly |',
        '| Search | Free (2,000 calls) |',
        '| Mail | $15 |',
        '| Maps | $22 |',
        '| Subtotal | $37 |',
      ),
      change: ['$37 |', '$47 |'],
      found: ['total', 6, '$47'],
    },
    'a Dutch total and its subtotals': {
      text: ['Hosting: € 40', 'Opslag: € 25', 'Subtotaal: € 65', '', 'Licenties: € 80', 'Totaal: € 145'].join(
        '\n',
      ),
      change: ['Totaal: € 145', 'Totaal: € 148'],
      found: ['total', 6, '€ 148'],
    },
    'a total below the branches of a tree': {
      text: [
        '```',
        'MONTH 1:',
        '├─ Free:      500 × $0   = $0',
        '├─ Starter:    20 × $19  = $380',
        '└─ Business:    5 × $99  = $495',
        '   Total:                  $875',
        '```',
      ].join('\n'),
      change: ['$875', '$985'],
      found: ['total', 6, '$985'],
    },
    'hours of work in a table': {
      text: table(
        '| Part | Effort |',
        '| Models | 12 hours |',
        '| Views | 20 hours |',
        '| Tests | 9 hours |',
        '| Total | 41 hours |',
      ),
      change: ['41 hours', '44 hours'],
      found: ['total', 6, '44 hours'],
    },
    'hours a month in groups': {
      text: [
        '```',
        'SUPPORT:',
        '- Tickets: 15 hours/month',
        '- Bugs: 10 hours/month',
        '- Updates: 8 hours/month',
        'SUBTOTAL: 33 hours/month',
        '',
        'BUILD:',
        '- Features: 20 hours/month',
        '- Design: 8 hours/month',
        '- Speed: 12 hours/month',
        'SUBTOTAL: 40 hours/month',
        '',
        'TOTAL: 73 hours/month',
        '```',
      ].join('\n'),
      change: ['8 hours/month\nSUBTOTAL: 33', '8 hours/month\nSUBTOTAL: 36'],
      found: ['total', 6, '36 hours/month'],
    },
    'what all parts of one thing cost': {
      text: [
        '- Storage: $0.05/user/month',
        '- Sync: $0.04/user/month',
        '- Mail: $0.06/user/month',
        '',
        'Total: $0.15/user/month',
      ].join('\n'),
      change: ['$0.15/user', '$0.18/user'],
      found: ['total', 5, '$0.18/user/month'],
    },
    'a sentence between a list and its total': {
      text: [
        'What one of them costs each month is more than the wages that stand in the advertisement for the job:',
        '',
        '- Wages: $2,400-$6,400',
        '- Taxes: $600-$2,560',
        '- Rooms: $500-$2,000',
        '- Tools: $150-$500',
        '',
        'For example, an office in which twenty of them work spends $73,000-$229,200 on all of it every month.',
        '',
        'Total: $3,650-$11,460',
      ].join('\n'),
      change: ['$3,650-$11,460', '$3,650-$11,560'],
      found: ['total', 10, '$3,650-$11,560'],
    },
    'a total in a column of words': {
      text: table(
        '| Item | Kind | Price | Count | Sum |',
        '| Developer | Staff | 15 €/h | 550 h | 8250 € |',
        '| Hosting | Service | 8.99 €/month | 12 months | 107.88 € |',
        '| Name | Service | 5.99 €/month | 12 months | 71.88 € |',
        '| Total upkeep | 8,429.76 € | |',
      ),
      change: ['8,429.76', '8,428.76'],
      found: ['total', 6, '8,428.76 €'],
    },
    'memory in two units': {
      text: table(
        '| Service | Memory |',
        '| Store | 2 GB |',
        '| Gate | 512 MB |',
        '| Queue | 512 MB |',
        '| Views | 4 GB |',
        '| Total | 7 GB |',
      ),
      change: ['7 GB', '9 GB'],
      found: ['total', 7, '9 GB'],
    },
  });

  quietAndWrong({
    'points by their weights': [
      table(
        '| Criterion | Cloud | Own | Weight |',
        '| Cost | 1 | 5 | 30% |',
        '| Ease | 5 | 2 | 20% |',
        '| Control | 2 | 5 | 35% |',
        '| Growth | 4 | 3 | 15% |',
        '| Weighted score | 2.60 | 4.10 | |',
      ),
      table(
        '| Criterion | Cloud | Own | Weight |',
        '| Cost | 1 | 5 | 30% |',
        '| Ease | 5 | 2 | 20% |',
        '| Control | 2 | 5 | 35% |',
        '| Growth | 4 | 3 | 15% |',
        '| Weighted score | 2.60 | 3.90 | |',
      ),
      7,
    ],
    'what is spent, below what comes in': [
      table(
        '| Item | Amount |',
        '| **REVENUE** | |',
        '| Adverts | +$8,000 |',
        '| **COSTS** | |',
        '| Wages | -$20,000 |',
        '| Hosting | -$3,000 |',
        '| Tools | -$1,200 |',
        '| **Total spend** | -$24,200 |',
      ),
      table(
        '| Item | Amount |',
        '| **REVENUE** | |',
        '| Adverts | +$8,000 |',
        '| **COSTS** | |',
        '| Wages | -$20,000 |',
        '| Hosting | -$3,000 |',
        '| Tools | -$1,200 |',
        '| **Total spend** | -$16,200 |',
      ),
      9,
    ],
    'a discount among costs is no revenue': [
      table(
        '| Item | Amount |',
        '| Wages | $20,000 |',
        '| Hosting | $3,000 |',
        '| Tools | $1,200 |',
        '| Income tax credit | -$200 |',
        '| **Total costs** | $24,000 |',
      ),
      table(
        '| Item | Amount |',
        '| Wages | $20,000 |',
        '| Hosting | $3,000 |',
        '| Tools | $1,200 |',
        '| Income | $200 |',
        '| **Total costs** | $24,400 |',
      ),
      7,
    ],
    'one of two things of the same name': [
      table(
        '| Part | Price |',
        '| Board (original) | $60 |',
        '| Board (clone) | $20 |',
        '| Cable | $5 |',
        '| Case | $12 |',
        '| Total | $37 |',
      ),
      table(
        '| Part | Price |',
        '| Board | $60 |',
        '| Display | $20 |',
        '| Cable | $5 |',
        '| Case | $12 |',
        '| Total | $37 |',
      ),
      7,
    ],
    'totals of a year where one row has no month': [
      table(
        '| Part | Per month | Per year |',
        '| Hosting | €15.00 | €180.00 |',
        '| Name | — | €12.00 |',
        '| Mail | €5.00 | €60.00 |',
        '| Total | €20.00 | €252.00 |',
      ),
      table(
        '| Part | Per month | Per year |',
        '| Hosting | €15.00 | €180.00 |',
        '| Name | €1.00 | €12.00 |',
        '| Mail | €5.00 | €60.00 |',
        '| Total | €21.00 | €262.00 |',
      ),
      6,
    ],
    'the size of a thing that is called total': [
      '- Disk (1 TB total): $24\n- Host: $73\n- Network: $32\n- TOTAL: $129',
      '- Disk (1 TB total): $24\n- Host: $73\n- Network: $32\n- TOTAL: $179',
      4,
    ],
  });
});
