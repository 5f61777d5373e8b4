// Shapes that public documents have and that once looked like errors: each is quiet, and its twin with a real error is still found.
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { table } from './twins.ts';

/** The figures that are found to be wrong, as written. */
function found(text: string): string[] {
  return audit({ file: 'a.md', text }).findings.map((f) => f.stated);
}

type Shape = readonly [quiet: string, twin: string, wrong: string];

const inText: Readonly<Record<string, Shape>> = {
  'a point of thousands in a result, where points are decimal elsewhere': [
    'Preis $0.03, $1.25\n\n700 Eingabe + 500 Ausgabe = 1.200',
    'Preis $0.03, $1.25\n\n700 Eingabe + 500 Ausgabe = 1.300',
    '1.300',
  ],
  'a point of decimals in a result, where commas are decimal elsewhere': [
    'R$ 4,50; R$ 12,75\n\n300.000 tokens × $5.00 / 1M = $1.500',
    'R$ 4,50; R$ 12,75\n\n300.000 tokens × $5.00 / 1M = $1.700',
    '$1.700',
  ],
  'tokens at a price for a thousand of them': [
    '- Entrada: 400 tokens × $0.0005 = $0.0002',
    '- Entrada: 400 tokens × $0.0005 = $0.0003',
    '$0.0003',
  ],
  'a loss that is named': [
    'Margem: R$ 2,00 - R$ 3,50 = prejuízo de R$ 1,50',
    'Margem: R$ 2,00 - R$ 3,50 = prejuízo de R$ 1,20',
    'R$ 1,20',
  ],
  'customers by the month, and a year': [
    'Año 1: 12 clientes × $500/mes = $72,000',
    'Año 1: 12 clientes × $500/mes = $66,000',
    '$66,000',
  ],
  'fourteen salaries': [
    '€4.500/Monat × 14 Gehälter = €63.000/Jahr; 1,5 und 2,75',
    '€4.500/Monat × 14 Gehälter = €58.000/Jahr; 1,5 und 2,75',
    '€58.000/Jahr',
  ],
  'a product with a label in it': [
    '2,000 contrats × loyer moyen €800 × 10% = €160,000',
    '2,000 contrats × loyer moyen €800 × 10% = €190,000',
    '€190,000',
  ],
  'a month that was rounded': [
    'Savings: €580/month = €7,000/year',
    'Savings: €580/month = €7,800/year',
    '€7,800/year',
  ],
  'two prices and a percentage': ['Flash ($0.20/$0.80 → ~60% less)', 'Flash ($0.20 / $0.80 = 60%)', '60%'],
};

describe('in text', () => {
  for (const [name, [quiet, twin, wrong]] of Object.entries(inText)) {
    test(name, () => {
      expect(found(quiet)).toEqual([]);
      expect(found(twin)).toEqual([wrong]);
    });
  }
});

const inLists: Readonly<Record<string, Shape>> = {
  'a profit that is added to the cost': [
    '- Costo: $80\n- Envío: $15\n- Ganancia: $25\n- Precio: $120',
    '- Ventas: $80\n- Envío: $15\n- Ganancia: $25',
    '$25',
  ],
  'questions a day and a month': [
    '- Usuarios: 40\n- Preguntas por usuario/día: 50\n- Total preguntas/mes: 60,000 preguntas',
    '- Usuarios: 40 usuarios\n- Preguntas por usuario: 50\n- Total: 61,000 preguntas',
    '61,000 preguntas',
  ],
  'what was reckoned of a stock before some of it was used': [
    '- Stock: 3000 g\n- Price: $0.01 / g\n- Value: 3000 × 0.01 = $30\n\nThen:\n- Stock: 2000 g',
    '- Stock: 3000 g\n- Price: $0.01 / g\n- Value: 3000 × 0.01 = $33',
    '$33',
  ],
};

describe('in lists', () => {
  test.each(Object.entries(inLists))('%s', (_, [quiet, twin, wrong]) => {
    expect(found(quiet)).toEqual([]);
    expect(found(twin)).toEqual([wrong]);
  });
});

const inTables: Readonly<Record<string, Shape>> = {
  'a tax rate among assumptions': [
    table('| Annahme | Wert |', '| Einlage | 5.000,00 € |', '| Reserve | 2.000,00 € |', '| USt-Satz | 19% |'),
    table('| Posten | Wert |', '| Web | 5.000,00 € |', '| Daten | 2.000,00 € |', '| USt 19% | 1.630,00 € |'),
    '1.630,00 €',
  ],
  'a share of the total in a column of its own': [
    table(
      '| Item | Cost | % |',
      '| Staff | $700 | 70% |',
      '| Tools | $250 | 25% |',
      '| Contingencia | $50 | 5% |',
    ),
    table('| Item | Cost |', '| Staff | $700 |', '| Tools | $250 |', '| Contingencia (5%) | $70 |'),
    '$70',
  ],
  'a column that is empty in most rows': [
    table(
      '| Month | Once | Running | Tax | Paid |',
      '| Jan | $900 | $100 | $0 | $1,000 |',
      '| Feb | $0 | $110 | $5 | $115 |',
      '| Mar | $0 | $120 | $7 | $127 |',
      '| Apr | $0 | $130 | $9 | $139 |',
    ),
    table(
      '| Month | Once | Running | Tax | Paid |',
      '| Jan | $0 | $100 | $3 | $103 |',
      '| Feb | $0 | $110 | $5 | $115 |',
      '| Mar | $0 | $120 | $7 | $127 |',
      '| Apr | $0 | $130 | $9 | $193 |',
    ),
    '$193',
  ],
  'so many times in the label': [
    table(
      '| Item | Unit | Qty | Unit price (EUR) | Total (EUR) |',
      '| Coffee (2 breaks) | Person | 50 | 150 | 15,000 |',
      '| Lunch | Person | 50 | 350 | 17,500 |',
      '| Badge | Person | 50 | 50 | 2,500 |',
    ),
    table(
      '| Item | Unit | Qty | Unit price (EUR) | Total (EUR) |',
      '| Coffee (2 breaks) | Person | 50 | 150 | 17,000 |',
      '| Lunch | Person | 50 | 350 | 17,500 |',
      '| Badge | Person | 50 | 50 | 2,500 |',
    ),
    '17,000',
  ],
  'groups above their parts': [
    table(
      '| Item | Cost |',
      '| People | $900 |',
      '| Wages | $700 |',
      '| Other | $200 |',
      '| Tools | $50 |',
      '| Outside | $300 |',
      '| Rent | $180 |',
      '| Trips | $120 |',
      '| **Total** | **$1,250** |',
    ),
    table(
      '| Item | Cost |',
      '| People | $900 |',
      '| Wages | $700 |',
      '| Other | $200 |',
      '| Tools | $50 |',
      '| Outside | $300 |',
      '| Rent | $180 |',
      '| Trips | $120 |',
      '| **Total** | **$1,500** |',
    ),
    '$1,500',
  ],
  'a calculation for one of several months': [
    table(
      '| Source | Reckoning | Early | Late |',
      '| Shows | 10 × $20 | $200 | $300 |',
      '| Trips | 30% × $5 | $90 | $150 |',
      '| Mail | 4 × $5 | $20 | $40 |',
    ),
    table(
      '| Source | Reckoning | Amount |',
      '| Shows | 10 × $20 | $200 |',
      '| Trips | 6 × $5 | $90 |',
      '| Mail | 4 × $5 | $20 |',
    ),
    '$90',
  ],
  'an average of something that is not in the table': [
    table(
      '| Metric | Year 1 |',
      '| Revenue | $90,000 |',
      '| Recurring | $7,500 |',
      '| Average revenue per user | $30 |',
    ),
    table('| Site | Cost |', '| North | $90 |', '| South | $70 |', '| Average | $100 |'),
    '$100',
  ],
};

describe('in tables', () => {
  test.each(Object.entries(inTables))('%s', (_, [quiet, twin, wrong]) => {
    expect(found(quiet)).toEqual([]);
    expect(found(twin)).toEqual([wrong]);
  });
});
