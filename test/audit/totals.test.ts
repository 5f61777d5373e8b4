// Which rows a total is of, and how sure it is: each text as it should be, and the same with one figure changed.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { found, twins } from './twins.ts';

describe('the rows of a total', () => {
  twins({
    'a total to the cent is not about that much': {
      text: `| Server | Cost |
| --- | --- |
| Linux | $280.32 |
| Windows | $216.08 |
| Disks | $196.61 |
| Address | $3.65 |
| **Total** | ~$696.66 |`,
      change: ['~$696.66', '~$695.66'],
      found: ['total', 7, '$695.66'],
    },
    'about a hundred is not nearly as much again': {
      text: `| Item | Cost |
| --- | --- |
| Host | $56 |
| Disk | $30 |
| Mail | $12 |
| Logs | $11 |
| **Total** | **~$100** |`,
      change: ['$56', '$86'],
      found: ['total', 7, '$100'],
    },
    'bare numbers beside a column that adds up': {
      text: `| Income | 2019 | Costs | 2019 |
| --- | --- | --- | --- |
| Sales | 1000 | Material | 200 |
| Services | 8000 | Wages | 35000 |
| Courses | 8000 | Taxes | 950 |
| Grants | 12000 | Loans | 15000 |
| Gifts | 18000 | | |
| **Total** | 47000 | **Total** | 51150 |`,
      change: ['47000', '54000'],
      found: ['total', 8, '54000'],
    },
    'a total named inside a label': {
      text: `| 项目 | 费用 |
| --- | --- |
| 文本分析 | ¥0.5 ~ ¥1 |
| 商品素材 | ¥10 ~ ¥25 |
| **单视频总成本** | **¥10.5 ~ ¥26** |`,
      change: ['¥10.5 ~ ¥26', '¥8 ~ ¥15'],
      found: ['total', 5, '¥8 ~ ¥15'],
    },
    'a year names the row of the total': {
      text: `| Date | Item | Account | Spent |
| --- | --- | --- | --- |
| Jan | Relay | AB | €140.60 |
| Feb | Relay | AB | €114.19 |
| Mar | Relay | AB | €128.93 |
| 2024 | Total | AB | €383.72 |`,
      change: ['€383.72', '€254.79'],
      found: ['total', 6, '€254.79'],
    },
    '2000 among counts is no year': {
      text: `| Step | Input tokens | Cost |
| --- | --- | --- |
| Search | 800 | $0.008 |
| Sort | 2000 | $0.021 |
| Rank | 3000 | $0.012 |
| Write | 1400 | $0.010 |
| **Total** | 7,200 | $0.051 |`,
      change: ['$0.051', '$0.061'],
      found: ['total', 7, '$0.061'],
    },
    'a group under a row that only names it': {
      text: `| Item | Year | Month |
| --- | --- | --- |
| **Income** | | |
| Subscriptions | $5,340 | $445 |
| **Fixed costs** | | |
| Database | $300 | $25 |
| Hosting | $312 | $26 |
| Mail | $144 | $12 |
| Total fixed | $756 | $63 |`,
      change: ['| Total fixed | $756', '| Total fixed | $856'],
      found: ['total', 9, '$856'],
    },
    'a heading with nothing under it closes the table': {
      text: `| Part | Cost |
| --- | --- |
| Fabric | $13.80 |
| Lamps | $41.60 |
| Screws | $13.21 |

#### Subtotal: $68.61

## Labour`,
      change: ['$68.61', '$78.61'],
      found: ['total', 7, '$78.61'],
    },
    'a total under a table goes on from a table before': {
      text: `| Server | Cost |
| --- | --- |
| Gateway | $1,013 |
| Relay | $1,047 |
| **Subtotal** | $2,060 |

| At peak | Cost |
| --- | --- |
| Gateway | $132 |
| Relay | $88 |

**Total compute: $2,280/month**`,
      change: ['$2,060', '$2,160'],
      found: ['total', 5, '$2,160'],
    },
    'a subtotal is named in the middle of its label': {
      text: `| Task | Runs | Minutes |
| --- | --- | --- |
| Fetch | 60 | $120 |
| Sort | 120 | $240 |
| Scan | 30 | $150 |
| Clean | 30 | $90 |
| **Nightly subtotal** | 240 | $600 |`,
      change: ['$600', '$480'],
      found: ['total', 7, '$480'],
    },
    'a total with a word behind it, where words have no blanks': {
      text: `- Run: $25–40
- SQL: $40–80
- 監視/ログ: $10–21
- 合計目安: $75–141/月`,
      change: ['$75–141/月', '$85–161/月'],
      found: ['total', 4, '$85–161/月'],
    },
    'one end that is the very sum': {
      text: `| Category | Monthly |
| --- | --- |
| Compute | ≈ $1,542 |
| System | ≈ $176 |
| Cluster | ≈ $240–$375 |
| Bulk | ≈ $2,509 |
| **Total** | $4,467–$4,602 |`,
      change: ['$4,602', '$4,632'],
      found: ['total', 7, '$4,467–$4,632'],
    },
    'a count in front of a price': {
      text: `| Part | 100 users | 1,000 users |
| --- | --- | --- |
| Compute | 1× small ($30) | 2× large ($120) |
| Database | micro ($15) | medium ($65) |
| Cache | micro ($12) | small ($25) |
| Rest | $20 | $30 |
| **Subtotal** | $77 | $240 |`,
      change: ['$240', '$270'],
      found: ['total', 7, '$270'],
    },
    'lines that say their amount in the lines under them': {
      text: `- Questions (50):
  - Input: 2,000 tokens
  - One: $0.20 + $0.36 = $0.56
  - Fifty: $28
- Answers: $67
- Comparison: $38
- Total: $133`,
      change: ['$133', '$153'],
      found: ['total', 7, '$153'],
    },
    'groups of a list': {
      text: `- Storage:
  - Files: $3
- Compute:
  - Gateway: $5
  - Relay: $7
- Mail: $4
- Total: $19`,
      change: ['$19', '$29'],
      found: ['total', 7, '$29'],
    },
    'the amount of a line that the total can be of': {
      text: `- Hardware: $3,584
- Power: $12/mo → $432 over 36 months
- Total owner cost: $4,016`,
      change: ['$4,016', '$4,616'],
      found: ['total', 3, '$4,616'],
    },
    'lines that all count the same': {
      text: `- Design: 40 hours
- Code: 80 hours
- Tests: 20 hours
- **Total**: 140 hours`,
      change: ['140', '150'],
      found: ['total', 4, '150 hours'],
    },
    'a mark that groups nothing': {
      text: `- Compute: $119.808/month
- Storage: $19.20
- Network: $32.40
- Software: $0
- Total: $171.408/month`,
      change: ['$171.408', '$180.408'],
      found: ['total', 5, '$180.408/month'],
    },
  });
});

describe('what is left', () => {
  twins({
    'after what is taken off': {
      text: `| Item | Amount |
| --- | --- |
| Used | $2.40 |
| Servers | $0.05 |
| **Total cost** | $2.45 |
| Gross price | $5.99 |
| Fee | -$0.47 |
| **Net income** | $5.52 |`,
      change: ['$5.52', '$3.52'],
      found: ['total', 8, '$3.52'],
    },
  });

  test('a net amount below what is added says nothing', () => {
    expect(
      found(`| Item | Amount |
| --- | --- |
| Price | $5.99 |
| Shipping | $2.00 |
| Net income | $3.52 |`),
    ).toEqual([]);
  });
});

describe('no sum, or not of these', () => {
  const quiet: Readonly<Record<string, string>> = {
    'an average in the row of totals': `| Month | Orders | Ø Basket | Sales |
| --- | --- | --- | --- |
| May | 50 | 150 € | 7.500 € |
| June | 100 | 145 € | 14.500 € |
| July | 110 | 140 € | 15.400 € |
| **Total** | 260 | 144 € | 37.400 € |`,
    'what the total is for each': `| Part | Cost |
| --- | --- |
| Panels | $400 |
| Cables | $200 |
| **Total** | $600 |
| **Total per roof** | $120 |`,
    'an amount that is paid several times': `- First rate: $150
- Then: $65 x 2
- Total: $280`,
    'a range that goes on in the next line': `- Run: $120–200
- SQL: $180–250
- Mail: $2–5
- Network and whatever else there is to be paid for: $50–
  120
- Total: $352–575`,
    'about the lower end of what the rows come to': `- Host: $50–100
- Mail: $29
- Files: $0
- Total: ~$80`,
    'steps and no parts': `Nodes:
  - Base: $260
  - Improved: $77
  - Saved: $183
Database:
  - Base: $360
  - Improved: $180
  - Saved: $180
Total: $632`,
    'lines that do not count the same': `- Servers: 12
- Memory: 64 GB
- Disk: 500 GB
- Total: 600 GB`,
    'prices under one of the lines': `**Users**:
- 60 free
- 25 starters ($19)
- 12 professionals ($49)

**Subscriptions**: $1,260

**Use**:
- Starters: $500
- Professionals: $1,440

**Total revenue**: $3,200`,
    'groups above their parts': `Pipeline: $120
- Jobs: $60
- Files: $40
- Alerts: $20
Intake: $180
- Jobs: $100
- Files: $80
Total: $300`,
  };
  test.each(Object.entries(quiet))('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('an earlier total of the same amount is no other way to it', () => {
    const { findings } = audit({
      file: 'a.md',
      text: `**Total**: $95

- Host: $50
- Mail: $20
- Files: $5
- **Total**: $95`,
    });
    expect(findings.map((f) => f.place.line)).toEqual([6]);
  });
});
