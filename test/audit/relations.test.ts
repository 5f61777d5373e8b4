// What holds between the columns of tables: shapes that look broken and are not, each with its twin that is.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { quietAndWrong, type Shape, table } from './twins.ts';

function found(text: string): number[] {
  return audit({ file: 'a.md', text }).findings.map((f) => f.place.line);
}

const shapes: Readonly<Record<string, Shape>> = {
  'a column that is the same wherever the product comes out': [
    table(
      '| Instance | Cores | Price/hour | Monthly (2 nodes) |',
      '| nano | 2 | $0.0104 | $15.18 |',
      '| small | 2 | $0.0208 | $30.37 |',
      '| medium | 2 | $0.0416 | $60.74 |',
      '| large | 4 | $0.1664 | $242.94 |',
    ),
    table(
      '| Instance | Cores | Price/hour | Monthly (2 nodes) |',
      '| nano | 2 | $0.0104 | $15.18 |',
      '| small | 2 | $0.0208 | $30.37 |',
      '| medium | 2 | $0.0416 | $60.74 |',
      '| large | 2 | $0.1664 | $342.94 |',
    ),
    6,
  ],
  "an hour's pay and what a year of some hours comes to": [
    table('| Name | Hours | Pay | Pay per year |', '| Ada | 30 hours/week | 12.02 €/hour | 18,750 € |'),
    table('| Name | Pay per month | Pay per year |', '| Ada | 1,202 € | 16,424 € |'),
    3,
  ],
  'half off for each year, and for one of them alone': [
    table(
      '| Plan | Per month | Per year |',
      '| S | $10 | $60 |',
      '| M | $20 | $120 |',
      '| L | $35 | $210 |',
      '| XL | $60 | $360 |',
    ),
    table(
      '| Cost | Per month | Per year |',
      '| Rent | $200 | $2,400 |',
      '| Power | $22 | $264 |',
      '| Water | $10 | $60 |',
      '| Line | $7 | $84 |',
    ),
    5,
  ],
  'counts times the prices of their headings': [
    table(
      '| Month | Free | Team ($29) | Pro ($79) | Revenue |',
      '| 1 | 50 | 3 | 2 | $245 |',
      '| 3 | 300 | 15 | 10 | $1,225 |',
      '| 6 | 1,000 | 40 | 30 | $3,530 |',
      '| 12 | 3,000 | 100 | 70 | $8,430 |',
    ),
    table(
      '| Month | Free | Team ($29) | Pro ($79) | Revenue |',
      '| 1 | 50 | 3 | 2 | $245 |',
      '| 3 | 300 | 15 | 10 | $1,225 |',
      '| 6 | 1,000 | 40 | 30 | $3,530 |',
      '| 12 | 3,000 | 100 | 70 | $7,430 |',
    ),
    6,
  ],
  'a third part that most rows do not have': [
    table(
      '| Quarter | Revenue | Servers | Devices | Profit |',
      '| Q1 | $5,000 | $200 | $0 | $4,800 |',
      '| Q2 | $5,400 | $210 | $2,100 | $3,090 |',
      '| Q3 | $5,800 | $220 | $0 | $5,580 |',
    ),
    table(
      '| Quarter | Revenue | Servers | Devices | Profit |',
      '| Q1 | $5,000 | $200 | $0 | $4,800 |',
      '| Q2 | $5,400 | $210 | $2,100 | $3,900 |',
      '| Q3 | $5,800 | $220 | $0 | $5,580 |',
    ),
    4,
  ],
  'a balance that falls by what is paid': [
    table(
      '| Step | Cost | Balance |',
      '| Start | $0 | $900.00 |',
      '| Servers | $120.00 | $780.00 |',
      '| Licences | $45.50 | $734.50 |',
      '| Travel | $210.00 | $524.50 |',
      '| Printing | $24.50 | $500.00 |',
    ),
    table(
      '| Step | Cost | Balance |',
      '| Start | $0 | $900.00 |',
      '| Servers | $120.00 | $780.00 |',
      '| Licences | $45.50 | $734.50 |',
      '| Travel | $210.00 | $542.50 |',
      '| Printing | $24.50 | $500.00 |',
    ),
    6,
  ],
  'a last row with all the steps in one': [
    table(
      '| Step | Saved | Balance |',
      '| Start | | $900.00 |',
      '| Servers | $120.00 | $780.00 |',
      '| Licences | $45.50 | $734.50 |',
      '| Travel | $210.00 | $524.50 |',
      '| Printing | $24.50 | $500.00 |',
      '| Everything done | $400.00 | $500.00 |',
    ),
    table(
      '| Step | Saved | Balance |',
      '| Start | | $900.00 |',
      '| Servers | $120.00 | $780.00 |',
      '| Licences | $45.50 | $734.50 |',
      '| Travel | $210.00 | $524.50 |',
      '| Printing | $24.50 | $500.00 |',
      '| Everything done | $460.00 | $500.00 |',
    ),
    8,
  ],
  'what two columns give stands in a third': [
    table(
      '| Item | Count | Unit price | Each month | Total of the project |',
      '| Laptop | 5 | $2,939.00 | - | $14,695.00 |',
      '| Internet | 5 | $129.90 | $649.50 | $2,598.00 |',
      '| Total | | | | $17,293.00 |',
    ),
    table(
      '| Item | Count | Unit price | Each month | Total of the project |',
      '| Laptop | 5 | $2,939.00 | - | $14,695.00 |',
      '| Internet | 5 | $129.90 | $694.50 | $2,598.00 |',
      '| Total | | | | $17,293.00 |',
    ),
    4,
  ],
  'a balance that is not kept by most of its rows': [
    table(
      '| Step | Cost | Balance after |',
      '| Rename | ~$2 | ~$858 |',
      '| Combat | ~$3 | ~$855 |',
      '| Items | ~$2 | ~$853 |',
      '| Icons | $0.20 | $859.80 |',
      '| Sound | ~$0.41 | ~$859.39 |',
      '| Rest | $880 | $0 |',
    ),
    table(
      '| Step | Cost | Balance after |',
      '| Rename | $2.00 | $858.00 |',
      '| Combat | $3.00 | $855.00 |',
      '| Items | $2.00 | $853.00 |',
      '| Icons | $0.20 | $859.80 |',
      '| Sound | $0.41 | $859.39 |',
      '| Rest | $859.39 | $0 |',
    ),
    6,
  ],
  'columns of more and more use': [
    table(
      '| Service | Low | Medium | High |',
      '| Restore | $4/month | $8/month | $16/month |',
      '| Jobs | $7/month | $14/month | $28/month |',
      '| Storage | $6/month | $12/month | $24/month |',
      '| Queries | $0/month | $1/month | $3/month |',
      '| Streams | $1/month | $2/month | $4/month |',
    ),
    table(
      '| Month | Spent | Cumulative |',
      '| 1 | $400 | $400 |',
      '| 2 | $700 | $1,100 |',
      '| 3 | $600 | $1,750 |',
      '| 4 | $150 | $1,850 |',
    ),
    5,
  ],
  'a loss with a blank behind its sign': [
    table(
      '| Year | Income (€) | Spent (€) | Result (€) |',
      '| A | 41 043,17 | 30 734,81 | + 10 308,36 |',
      '| B | 17 726,03 | 28 653,26 | - 10 927,23 |',
      '| C | 21 617,44 | 17 483,28 | + 4 134,16 |',
    ),
    table(
      '| Year | Income (€) | Spent (€) | Result (€) |',
      '| A | 41 043,17 | 30 734,81 | + 10 308,36 |',
      '| B | 34 726,03 | 28 653,26 | + 6 072,77 |',
      '| C | 21 617,44 | 17 483,28 | + 4 314,16 |',
    ),
    5,
  ],
  'a discount in the label of the year': [
    table(
      '| 项目 | 费用 |',
      '| 服务器 | ¥1,700 |',
      '| 带宽 | ¥800 |',
      '| 月度总计 | ¥2,500 |',
      '| 年度总计（9折） | ¥27,000 |',
    ),
    table(
      '| 项目 | 费用 |',
      '| 服务器 | ¥1,700 |',
      '| 带宽 | ¥800 |',
      '| 月度总计 | ¥2,500 |',
      '| 年度总计（9折） | ¥28,000 |',
    ),
    6,
  ],
  'a calculation behind its amount': [
    table(
      '| Part | Cost | How |',
      '| Cluster | $0.30 | 3 h × $0.10/h |',
      '| Gateway | $1.35 | 10 h × $0.135/h |',
      '| Fees (20 × $9.99 × 2.9% + $0.30) | $12 | |',
    ),
    table(
      '| Part | Cost | How |',
      '| Cluster | $0.30 | 3 h × $0.10/h |',
      '| Gateway | $1.53 | 10 h × $0.135/h |',
      '| Fees (20 × $9.99 × 2.9% + $0.30) | $12 | |',
    ),
    4,
  ],
  'products in the cells of a row': [
    table(
      '| Agents | Core | Growth | Income |',
      '| 45 | 30 × $149 | 15 × $249 | $8,205 |',
      '| 90 | 60 × $149 | 30 × $249 | $16,410 |',
      '| 120 | 80 × $149 | 40 × $249 | $21,880 |',
    ),
    table(
      '| Agents | Core | Growth | Income |',
      '| 45 | 30 × $149 | 15 × $249 | $8,205 |',
      '| 90 | 60 × $149 | 30 × $249 | $16,140 |',
      '| 120 | 80 × $149 | 40 × $249 | $21,880 |',
    ),
    4,
  ],
  'products, and an amount of something else': [
    table(
      '| Agents | Core | Growth | Left after all costs |',
      '| 45 | 30 × $149 | 15 × $249 | $3,205 |',
      '| 90 | 60 × $149 | 30 × $249 | $6,900 |',
      '| 120 | 80 × $149 | 40 × $249 | $9,300 |',
    ),
    table(
      '| Agents | Core | Growth | Income |',
      '| 45 | 30 × $149 | 15 × $249 | $8,185 |',
      '| 90 | 60 × $149 | 30 × $249 | $16,370 |',
      '| 120 | 80 × $149 | 40 × $249 | $21,827 |',
    ),
    3,
  ],
  'what a quantity comes to in its own cell': [
    table('| Part | Price | Use |', '| Traffic | €0.08/GB | 50 GB/month = €4/month |'),
    table('| Part | Price | Use |', '| Traffic | €0.08/GB | 50 GB/month = €9/month |'),
    3,
  ],
  'two years of several monthly amounts': [
    table(
      '| Provider | Balancer | Support | 2-Year Total |',
      '| Alpha | $30/mo | $300/mo | $7,920 |',
      '| Beta | Included | Included | $6,100 |',
    ),
    table(
      '| Provider | Balancer | Support | 2-Year Total |',
      '| Alpha | none | $300/mo | $7,200 |',
      '| Beta | none | $200/mo | $4,800 |',
      '| Gamma | none | $150/mo | $3,500 |',
    ),
    5,
  ],
  'a price for a million and for one': [
    table(
      '| Call | Price | Each |',
      '| Event | $1 per 1M | $0.000001 |',
      '| Read | $0.297 per 1M | $0.000000297 |',
      '| Write | $1.4846 per 1M | $0.0000014846 |',
    ),
    table(
      '| Call | Price | Each |',
      '| Event | $1 per 1M | $0.000001 |',
      '| Read | $0.297 per 1M | $0.0000000297 |',
      '| Write | $1.4846 per 1M | $0.0000014846 |',
    ),
    4,
  ],
  'one price in two ways': [
    '- Input: $0.15 per 1M tokens ($0.00015 per 1K tokens)\n- Disk: $0.09/GB/month = $90/TB/month\n- Mail: $0.10 per email ($100 per 1,000 emails; $60 per 1,000 later)',
    '- Input: $0.15 per 1M tokens ($0.0015 per 1K tokens)\n- Disk: $0.09/GB/month = $90/TB/month',
    1,
  ],
  'what is paid once among what is paid each month': [
    table(
      '| Cost | One | Sum |',
      '| Rent | €310 | €930 |',
      '| Desk | €720 | €720 |',
      '| Power | €42 | €126 |',
    ),
    table(
      '| Cost | One | Sum |',
      '| Rent | €310 | €930 |',
      '| Desk | €720 | €1,260 |',
      '| Power | €42 | €126 |',
    ),
    4,
  ],
  'a price of a few cents': [
    table(
      '| Part | Count | Each | Cost |',
      '| Nut | 200 | 0.05 | 9.84 |',
      '| Rail | 12 | 7.20 | 86.40 |',
      '| Hook | 40 | 1.15 | 46.00 |',
    ),
    table(
      '| Part | Count | Each | Cost |',
      '| Nut | 200 | 0.05 | 19.84 |',
      '| Rail | 12 | 7.20 | 86.40 |',
      '| Hook | 40 | 1.15 | 46.00 |',
    ),
    3,
  ],
  'a price of a few cents, and a total that tells': [
    table(
      '| Part | Qty | Unit price | Cost |',
      '| Nut | 500 | $0.02 | $12.00 |',
      '| Rail | 12 | $7.20 | $86.40 |',
      '| Hook | 40 | $1.15 | $46.00 |',
      '| **Total** | | | **$144.40** |',
    ),
    table(
      '| Part | Qty | Unit price | Cost |',
      '| Nut | 500 | $0.02 | $12.00 |',
      '| Rail | 12 | $7.20 | $86.40 |',
      '| Hook | 40 | $1.15 | $46.00 |',
      '| **Total** | | | **$142.40** |',
    ),
    3,
  ],
  'a price for a month under an amount for an hour': [
    table(
      '| Component | Quantity | Unit cost | Hourly cost |',
      '| Nodes | 3 | $0.0416/hour | $0.1248 |',
      '| Disks (10 GB each) | 3 | $0.08/GB/month | $0.0033 |',
      '| Gateways | 2 | $0.045/hour | $0.09 |',
    ),
    table(
      '| Component | Quantity | Unit cost | Hourly cost |',
      '| Nodes | 3 | $0.0416/hour | $0.1248 |',
      '| Disks (10 GB each) | 3 | $0.08/hour | $0.0033 |',
      '| Gateways | 2 | $0.045/hour | $0.09 |',
    ),
    4,
  ],
  'numbers in the names': [
    table(
      '| Model | $ in | $ out |',
      '| Puma 4.5 | 1.00 | 5.00 |',
      '| Lynx 5 | 3.00 | 15.00 |',
      '| Tiger 5 | 5.00 | 25.00 |',
      '| Lion 5 | 10.00 | 50.00 |',
    ),
    table(
      '| Model | Days | $ a day | $ in all |',
      '| Puma | 4.5 | 1.00 | 5.00 |',
      '| Lynx | 5 | 3.00 | 15.00 |',
      '| Tiger | 5 | 5.00 | 25.00 |',
      '| Lion | 5 | 10.00 | 50.00 |',
    ),
    3,
  ],
  'rows that share a tax': [
    table(
      '| Article | Qty | Unit price | Cost |',
      '| Cloth | 2 | $12.00 | $24.00 |',
      '| Screws | 1 | $11.49 | $13.21 |',
      '| Glue | 1 | $3.00 | $3.45 |',
      '| Plates | 3 | $23.85 | $71.55 |',
    ),
    table(
      '| Article | Qty | Unit price | Cost |',
      '| Cloth | 2 | $12.00 | $24.00 |',
      '| Screws | 1 | $11.49 | $13.21 |',
      '| Glue | 1 | $3.00 | $3.90 |',
      '| Plates | 3 | $23.85 | $71.55 |',
      '| Wire | 2 | $5.59 | $11.18 |',
      '| Paint | 4 | $6.10 | $24.40 |',
      '| Tape | 1 | $2.00 | $2.30 |',
    ),
    5,
  ],
  'a year that was divided by months': [
    table(
      '| Host | Monthly | Yearly |',
      '| A | $173 | $2,074 |',
      '| B | $240 | $2,880 |',
      '| C | $154 | $1,848 |',
    ),
    table(
      '| Host | Monthly | Yearly |',
      '| A | $173 | $2,047 |',
      '| B | $240 | $2,880 |',
      '| C | $154 | $1,848 |',
    ),
    3,
  ],
  'a buffer that is on top': [
    table('| Limit | Amount |', '| Expected bill | $1,600 |', '| Limit (a 25% buffer kept) | $2,000 |'),
    table('| Limit | Amount |', '| Expected bill | $1,600 |', '| Limit (a 25% buffer kept) | $2,200 |'),
    4,
  ],
  'percentages of what is not in the table': [
    table(
      '| Income | Free | Paid |',
      '| Card fees (0.2%) | €0.80 | €1.80 |',
      '| FX mark-up (0.4%) | €0.80 | €2.00 |',
    ),
    table('| Cost | Free | Paid |', '| Cards | €80 | €180 |', '| Risk (10%) | €8 | €28 |'),
    4,
  ],
  'media that is no mean': [
    table('| Item | Price |', '| Audio | $0.0017 |', '| Video | $0.0040 |', '| Media recording | $0.0125 |'),
    table('| Item | Price |', '| Audio | $0.0017 |', '| Video | $0.0041 |', '| Media | $0.0039 |'),
    5,
  ],
  'minutes and seconds side by side': [
    table(
      '| Task | By hand | With a tool | Saved |',
      '| A | 30 min | 1 min | 97% |',
      '| B | 2 h | 5 min | 96% |',
      '| C | 15 min | 30 s | 97% |',
    ),
    table(
      '| Task | By hand | With a tool | Saved |',
      '| A | 30 min | 1 min | 97% |',
      '| B | 2 h | 5 min | 96% |',
      '| C | 15 min | 30 s | 94% |',
    ),
    5,
  ],
  'hours at their rate': [
    table(
      '| Rolle | Stunden | Stundensatz | Kosten |',
      '| A | 120 | 80 € | 9.600 € |',
      '| B | 40 | 60 € | 2.400 € |',
    ),
    table(
      '| Rolle | Stunden | Stundensatz | Kosten |',
      '| A | 120 | 80 € | 9.600 € |',
      '| B | 40 | 60 € | 2.800 € |',
    ),
    4,
  ],
  'a lone row by its headings': [
    table('| Item | Qty | Unit price | Cost |', '| Mail | 12 | $4.50 | $648.00 |'),
    table('| Item | Qty | Unit price | Cost |', '| Mail | 12 | $4.50 | $64.00 |'),
    3,
  ],
  'years and their total': [
    table(
      '| Part | 2026 | 2027 | 2028 | Total |',
      '| A | $100 | $110 | $120 | $330 |',
      '| B | $50 | $55 | $60 | $165 |',
    ),
    table(
      '| Part | 2026 | 2027 | 2028 | Total |',
      '| A | $100 | $110 | $120 | $330 |',
      '| B | $50 | $55 | $60 | $175 |',
    ),
    4,
  ],
  'a net amount made of rows, tax and gross': [
    table(
      '| Item | Cost |',
      '| VM | €100.00 |',
      '| Disk | €50.00 |',
      '| Net | €150.00 |',
      '| VAT | €28.50 |',
      '| Gross | €178.50 |',
    ),
    table(
      '| Item | Cost |',
      '| VM | €100.00 |',
      '| Disk | €50.00 |',
      '| Net | €150.00 |',
      '| VAT | €28.50 |',
      '| Gross | €187.50 |',
    ),
    7,
  ],
  'another cost between what is earned and what is left': [
    table(
      '| Item | Month |',
      '| Revenue | $900 |',
      '| Fees | $20 |',
      '| Costs | $340 |',
      '| Profit | $540 |',
      '| Margin | 60% |',
    ),
    table(
      '| Item | Month |',
      '| Revenue | $900 |',
      '| Costs | $340 |',
      '| Profit | $560 |',
      '| Margin | 52% |',
    ),
    6,
  ],
  'shares in parentheses': [
    table(
      '| Part | Cost |',
      '| VM | $100 (50%) |',
      '| Disk | $50 (25%) |',
      '| Net | $50 (25%) |',
      '| Total | $200 |',
    ),
    table(
      '| Part | Cost |',
      '| VM | $100 (50%) |',
      '| Disk | $50 (35%) |',
      '| Net | $50 (25%) |',
      '| Total | $200 |',
    ),
    4,
  ],
  'a total that fits along its row only': [
    table(
      '| Part | Old | New | Change |',
      '| A | $90 | $180 | +$90 |',
      '| B | $35 | $105 | +$70 |',
      '| **Total** | $599 | $759 | +$160 |',
    ),
    table(
      '| Part | In | Out | Total |',
      '| A | $90 | $180 | $270 |',
      '| B | $35 | $105 | $140 |',
      '| **Total** | $125 | $305 | $430 |',
    ),
    5,
  ],
  'what is saved in money and in percent': [
    table(
      '| Plan | Now | Then | Savings | Savings % |',
      '| A | $100 | $60 | $40 | 40% |',
      '| B | $200 | $150 | $50 | 25% |',
    ),
    table(
      '| Plan | Now | Then | Savings | Savings % |',
      '| A | $100 | $60 | $40 | 40% |',
      '| B | $200 | $150 | $50 | 30% |',
    ),
    4,
  ],
  'a month beside its year, and what is saved of another': [
    table(
      '| Plan | A month | A year | Saved |',
      '| On demand | $128 | $1,536 | – |',
      '| Reserved | $77 | $924 | 40% ($612) |',
    ),
    table(
      '| Plan | A month | A year | Saved |',
      '| On demand | $128 | $1,536 | – |',
      '| Reserved | $77 | $942 | 40% ($612) |',
    ),
    4,
  ],
  'what comes back beyond what was spent': [
    table(
      '| Spent | Earned | ROI |',
      '| €20,000 | €240,000 | 11.0x |',
      '| €25,000 | €285,000 | 10.4x |',
      '| €35,000 | €350,000 | 9.0x |',
    ),
    table(
      '| Spent | Earned | ROI |',
      '| €20,000 | €240,000 | 11.0x |',
      '| €25,000 | €285,000 | 10.4x |',
      '| €30,000 | €320,000 | 8.7x |',
      '| €35,000 | €350,000 | 9.0x |',
    ),
    5,
  ],
  'times the first row': [
    table(
      '| Option | Cost | To A |',
      '| A | $100 | 1x |',
      '| B | $250 | 2.5x |',
      '| C | $700 | 7x |',
      '| D | $450 | 4.5x |',
    ),
    table(
      '| Option | Cost | To A |',
      '| A | $100 | 1x |',
      '| B | $250 | 2.5x |',
      '| C | $700 | 5x |',
      '| D | $450 | 4.5x |',
    ),
    5,
  ],
  'percent in place of times': [
    table(
      '| Model | Cost | To A |',
      '| A | $10 | 100% |',
      '| B | $4 | **60% cheaper** |',
      '| C | $3 | **70% cheaper** |',
    ),
    table(
      '| Model | Cost | To A |',
      '| A | $10 | - |',
      '| B | $4 | 60% |',
      '| C | $3 | 70% |',
      '| D | $2 | 90% |',
    ),
    6,
  ],
  'a rate in the heading of an amount': [
    table(
      '| Plan | Net (21%) | Cost | Profit (21%) |',
      '| S | 702 | 390 | 312 |',
      '| M | 2,135 | 1,560 | 575 |',
      '| L | 7,022 | 6,500 | 522 |',
    ),
    table(
      '| Plan | Net (21%) | Cost | Profit (21%) |',
      '| S | 702 | 390 | 312 |',
      '| M | 2,135 | 1,560 | 575 |',
      '| L | 7,022 | 6,500 | 622 |',
    ),
    5,
  ],
};

describe('what is no broken relation, and its twin that is', () => {
  quietAndWrong(shapes);
});

describe('tables with the same headings', () => {
  const first = table(
    '| Team | Heads | Rate | Bill |',
    '| Red | 12 | 45 | 540 |',
    '| Blue | 14 | 35 | 490 |',
    '| Green | 9 | 55 | 495 |',
    '| White | 16 | 25 | 400 |',
  );
  const second = table('| Team | Heads | Rate | Bill |', '| Grey | 13 | 65 | 845 |');
  test('what one shows is meant in the other', () => {
    expect(found(`${first}\n\nAnd abroad:\n\n${second}`)).toEqual([]);
    expect(found(second.replace('845', '865'))).toEqual([]);
    expect(found(`${first}\n\nAnd abroad:\n\n${second.replace('845', '865')}`)).toEqual([12]);
  });
  test('what the other breaks is not meant', () => {
    const priced = table('| Service | Count | Unit price | Cost |', '| Mail | 12 | $4.50 | $64.00 |');
    const others = table(
      '| Service | Count | Unit price | Cost |',
      '| Chat | 15 | $3.00 | $71.00 |',
      '| Wiki | 8 | $6.00 | $33.00 |',
    );
    expect(found(priced)).toEqual([3]);
    expect(found(`${priced}\n\nAnd abroad:\n\n${others}`)).toEqual([]);
  });
});
