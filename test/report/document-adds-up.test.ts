// Rows shown add up to the total shown, or the report names the reason: a promise of every bill, so it is tried on many.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Grid } from '../../src/grid/evaluate.ts';
import { addsUpNotes } from '../../src/report/adds-up.ts';
import { plainText, type ReportTable } from '../../src/report/blocks.ts';
import { buildReport } from '../../src/report/document.ts';
import { modelOf } from '../support/model.ts';

const price = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 5_000 }), fc.boolean())
  .map(([low, more, ranged]) => {
    const text = (thousandths: number): string => (thousandths / 1000).toFixed(3);
    return ranged ? `${text(low)} to ${text(low + more)} EUR/month` : `${text(low)} EUR/month`;
  });

/** What a person reads in a cell: both ends, in cents. */
function cents(text: string): readonly [number, number] {
  const [low = '', high = low] = text.replaceAll(',', '').split('–');
  return [Math.round(Number(low) * 100), Math.round(Number(high) * 100)];
}

function billTable(plan: string): ReportTable {
  const model = modelOf(plan);
  const { sections } = buildReport(model, new Grid(model.graph), { sections: ['bill'] });
  const table = sections[0]?.blocks.find((b) => b.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return table.table;
}

describe('printed rows and printed sums', () => {
  test('add up, or the table has a note that names the sum', () => {
    fc.assert(
      fc.property(fc.array(price, { minLength: 2, maxLength: 6 }), (prices) => {
        const items = prices.map((p, i) => `  i${i}: { group: g${i % 2}, price: ${p} }`);
        const { rows, notes } = billTable(`plan: p\ncurrency: EUR\nitems:\n${items.join('\n')}\n`);
        const said = notes.map(plainText).join(' ');
        const shown = (i: number): readonly [number, number] =>
          cents(plainText(rows[i]?.cells[2]?.text ?? ''));
        let [low, high] = [0, 0];
        for (const [i, { kind }] of rows.entries()) {
          if (kind === 'plain') {
            low += shown(i)[0];
            high += shown(i)[1];
          }
          if (kind === 'total' && (low !== shown(i)[0] || high !== shown(i)[1]))
            expect(said).toContain('total (rows: ');
          if (kind === 'total' && low === shown(i)[0] && high === shown(i)[1])
            expect(said).not.toContain('total (rows: ');
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a range that falls while others rise is no rounding, and is said to be none', () => {
    const plan = `
plan: Crossed
currency: EUR
inputs: { users: 10 to 20 users }
items:
  up: { price: 1 EUR/user/month, quantity: users }
  down: { price: "100 EUR/month - users * 2 EUR/user/month" }
`;
    const { rows, notes } = billTable(plan);
    expect(rows.map((r) => plainText(r.cells[1]?.text ?? ''))).toContain('80.00–90.00');
    expect(notes.map(plainText)).toContain(
      'Not every item is dearest at the same end of the assumptions, so the ends of the rows do not add up to the ends of the sum: total (rows: 70.00–100.00).',
    );
  });

  test('what is unknown is no sum', () => {
    const unknown = { low: Number.NaN, mid: Number.NaN, high: Number.NaN };
    expect(addsUpNotes([{ name: 'total', rows: [unknown], total: unknown }], 'EUR')).toEqual([]);
  });

  test('a currency without cents is rounded to its own coin', () => {
    const at = (x: number): { low: number; mid: number; high: number } => ({ low: x, mid: x, high: x });
    const sum = { name: 'total', rows: [at(10.4), at(10.4)], total: at(20.8) };
    expect(addsUpNotes([sum], 'JPY')).toEqual([
      'Each figure is rounded by itself, so the rows shown do not add up to the last digit: total (rows: 20).',
    ]);
    expect(addsUpNotes([sum], 'EUR')).toEqual([]);
  });
});
