// Totals by the names of columns, of groups, of one thing and of several lists; what is told in parentheses behind a total; and what
// makes up for nothing. Each text as it should be, and the same with one figure changed.
import { describe, expect, test } from 'vitest';
import { found, twins } from './twins.ts';

describe('which rows a total names', () => {
  twins({
    'columns by their names, under a heading': {
      text: `| Part | Least | Most | Weeks |
| --- | --- | --- | --- |
| Core | €80,000 | €120,000 | 12 |
| Mobile | €35,000 | €55,000 | 8 |
| Stock | €5,000 | €27,000 | 4 |
| Reports | €8,000 | €18,000 | 6 |

### Total investment
- Least: €128,000
- Most: €220,000`,
      change: ['€128,000', '€108,000'],
      found: ['total', 9, '€108,000'],
    },
    'a column of days by its name': {
      text: `| Part | Person-days | Cost |
| --- | --- | --- |
| Core | 25 days | $3,750 |
| Mobile | 35 days | $5,250 |
| Stock | 20 days | $3,000 |
| Reports | 30 days | $4,500 |

### Total of method 1
- Total person-days: 110 days
- Cost: $16,500`,
      change: ['110 days', '120 days'],
      found: ['total', 9, '120 days'],
    },
    'so many times the total above it': {
      text: `| Item | Cost |
| --- | --- |
| Hosting | ¥100,000 |
| Support | ¥15,000 |
| APIs | ¥22,000 |
| **Monthly total** | **¥137,000** |
| **Total for 5 months** | **¥685,000** |`,
      change: ['¥685,000', '¥785,000'],
      found: ['period', 7, '¥785,000'],
    },
    'a heading with an amount that is no money': {
      text: `### Milestone 1 – 18,350 ADA

- Research: 2,000 ADA
- Design of what is needed first (voting, proposals): 6,000 ADA
- Architecture: 3,500 ADA
- Coordination: 3,000 ADA
- Tools: 3,850 ADA`,
      change: ['18,350', '20,850'],
      found: ['total', 1, '20,850 ADA'],
    },
    'the column of its period': {
      text: `| Item | Monthly cost | Annual cost |
| --- | --- | --- |
| Host | $80.00 | $960.00 |
| Data | $40.00 | $480.00 |
| Site | $30.00 | $360.00 |

**Annual subtotal:** $1,800.00`,
      change: ['$1,800.00', '$1,700.00'],
      found: ['total', 7, '$1,700.00'],
    },
    'a total with a number in its name': {
      text: `| Item | Budget | For |
| --- | --- | --- |
| Core | 40-60K€ | 4 users |
| Mobile | 25-40K€ | 15 users |
| Training | 13-22K€ | 20 users |

**TOTAL PHASE 1** : **78 000€ - 122 000€**`,
      change: ['122 000€', '132 000€'],
      found: ['total', 7, '78 000€ - 132 000€'],
    },
    'groups above their parts, with a share of their own': {
      text: `| Category | Amount | Share |
| --- | --- | --- |
| **Vision** | 332.75 € | 69 % |
| Board | 101.60 € | |
| Camera | 141.25 € | |
| Lens | 89.90 € | |
| **Drive** | 96.30 € | 20 % |
| Motors | 57.80 € | |
| Cables | 22.50 € | |
| Wheels | 16.00 € | |`,
      change: ['96.30 €', '86.30 €'],
      found: ['total', 7, '86.30 €'],
    },
    'what the parts of one thing cost': {
      text: `| Part | By hand |
| --- | --- |
| Wages | $4,000-$8,000/agent |
| Benefits | $1,000-$3,200/agent |
| Office | $500-$2,000/agent |
| Software | $150-$500/agent |
| **Total for each** | $5,650-$13,700 |`,
      change: ['$13,700', '$12,700'],
      found: ['total', 7, '$5,650-$12,700'],
    },
    'lists under headings of one section': {
      text: `## Reports

### Setup
- Store: €3,000
- Boards: €2,500

### Training
- Managers: €8,000
- Manuals: €1,200

**Total**: €14,700

## Notes`,
      change: ['€14,700', '€12,700'],
      found: ['total', 11, '€12,700'],
    },
    'two amounts in a cell': {
      text: `| Service | Cost |
| --- | --- |
| Models | $1,246 |
| Base | $25 + $10 overage |
| Host | $20 + $30 compute |
| Mail | $15 |
| **Total** | $1,346 |`,
      change: ['$1,346', '$1,436'],
      found: ['total', 7, '$1,436'],
    },
    'a product that is called Pro': {
      text: `- Harbour Pro: $20/month
- Database: $29/month
- Cache: $15/month
- Total: $64/month`,
      change: ['$64', '$74'],
      found: ['total', 4, '$74/month'],
    },
    'what is told behind a total': {
      text: `- Licences: 20 400€
- Setup: 3 000€
- Training: 4 600€
- TOTAL: 28 000€ (first year, then 20K€ a year)`,
      change: ['28 000€', '24 000€'],
      found: ['total', 4, '24 000€'],
    },
    'a few cents said before make up for nothing': {
      text: `- Files: $0.80

## Logs
- Intake: $10.00
- Storage: $0.30
- Alarms: $1.00
- Subtotal: ~$11`,
      change: ['~$11', '~$12'],
      found: ['total', 7, '$12'],
    },
    'what one of a thing comes to': {
      text: `- Input: 4,200 tokens × $2.50/1M = $0.0105
- Output: 3,000 tokens × $10.00/1M = $0.0300
- Search: $0.0100
- Total: $0.0505 per reply`,
      change: ['$0.0505', '$0.0605'],
      found: ['total', 4, '$0.0605 per reply'],
    },
    'a month and its year in one total': {
      text: `- Data: $120
- Hosts: $48
- Files: $125
- Watch: $65
- Total: $358/month = $4,296/year`,
      change: ['$358/month = $4,296', '$398/month = $4,776'],
      found: ['total', 5, '$398/month'],
    },
    'lines above that name no amount': {
      text: `Ten people, three pictures per day:
- Pictures: $390
- Words: $5
- Files: $50
- Total: $445`,
      change: ['- Total: $445', '- Total: $545'],
      found: ['total', 5, '$545'],
    },
    'one line of many is left out': {
      text: `- Desk: $800/month
- Words: $400/month
- Search: $150/month
- Books: $50/month
- Downtime: $500/month
- Repairs: $300/month
- Refunds: $200/month
- TOTAL: $2,400/month`,
      change: ['$2,400', '$1,900'],
      found: ['total', 8, '$1,900/month'],
    },
  });

  test('one row is left out of two columns', () => {
    const text = (code: string, tests: string): string => `| Task | Code | Tests | Papers |
| --- | --- | --- | --- |
| Setup | 3 | 1.5 | 1 |
| Tasks | 8 | 2.5 | 1.5 |
| Board | 6 | 2 | 1 |
| Chat | 7 | 2 | 1 |
| **Total** | ${code} | ${tests} | 4.5 |`;
    expect(found(text('24', '8'))).toEqual([]);
    expect(found(text('16', '5.5')).map(([kind, line]) => [kind, line])).toEqual([
      ['total', 7],
      ['total', 7],
    ]);
  });

  test('lines that end in a carriage return are read as others are', () => {
    const text = `| Item | Cost |
| --- | --- |
| Host | $80 |
| Data | $40 |
| Site | $30 |

**Total**: $170

More text.`;
    expect(found(text)).toEqual([['total', 7, '$170']]);
    expect(found(text.replaceAll('\n', '\r\n'))).toEqual([['total', 7, '$170']]);
  });
});

describe('not the sum of these', () => {
  const quiet: Readonly<Record<string, string>> = {
    'prices by the piece in German': `- Preis pro Stück: 20 €
- Versand: 5 €
- Lager: 3 €
- Summe: 240 €`,
    'a row that may be meant by what stands behind it': `- Instance: $2,839 (amortized $947/year)
- Storage: $192
- Snapshots: $120
- Traffic: $2,149
- Year 1 total: $3,408 ($284/month)`,
    'prices for many of a thing': `- Small: $2/1,000 pages
- Middle: $3
- Large: $4
- Total: $7 per 1,000 pages`,
    'a total with a calculation of its own': `- Support: $22,500
- Papers: $8,000
- Training: $500
- Total investment: $71,000 ($40K pilot + $31K support)`,
    'hours in a column of amounts': `| Item | Small | Large |
| --- | --- | --- |
| Hours | 50 | 2,400 |
| Speech | $31 | $1,488 |
| Host | $20 | $90 |
| Mail | $12 | $40 |
| **Total** | $63 | $1,618 |`,
    'from what it is to what it may become': `- Reads: €7.50
- Writes: €3.75
- Storage: €12.50
- Total: ~€30-200 (with peaks)`,
    'prices of one thing each that are no parts of it': `| Plan | Price |
| --- | --- |
| Small | $10/user |
| Middle | $20/user |
| Large | $45/user |
| Total users pay | $15/user |`,
    'groups of which none comes out': `| Category | Amount | Share |
| --- | --- | --- |
| **Vision** | 300 € | 69 % |
| Board | 101 € | |
| Camera | 141 € | |
| **Drive** | 90 € | 20 % |
| Motors | 57 € | |
| Cables | 22 € | |`,
    'a salary that is not all paid': `| Role | Part | Annual salary | Total |
| --- | --- | --- | --- |
| Keeper | 1.0 | $95,000 | $95,000 |
| Engineer | 0.5 | $110,000 | $55,000 |
| Support | 0.5 | $75,000 | $37,500 |

**Total team**: **$187,500/year**`,
    'costs that are summed up before they are taken off': `Revenue: $179.00
Text: $6.00
Images: $15.00
Variable cost: $21.00
Gross profit: $158.00`,
    'alternatives among a few lines': `- Batch: $5
- Live: $10
- Files: $3
- Total (standard): $13`,
    'an optional list of a section': `## Reports

### Setup
- Store: €3,000
- Boards: €2,500

### Maps (optional)
- Tool: €9,000

### Training
- Managers: €8,000

**Total**: €13,500`,
  };
  test.each(Object.entries(quiet))('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
