// Rows shown add up to the total shown, or the reader is told why not: rounding, or ranges whose ends do not meet.

import type { Ranged } from '../analysis/figures.ts';
import { minorDigits } from '../quantity/currency.ts';
import { moneyCell } from './amounts.ts';
import { printedSum } from './table-rounding.ts';

/** One sum that a table shows. */
export interface ShownSum {
  /** `total in beta`, `subtotal compute`. */
  readonly name: string;
  readonly rows: readonly Ranged[];
  readonly total: Ranged;
}

/** A sentence for each reason why sums as shown are off; none where all of them add up. */
export function addsUpNotes(sums: readonly ShownSum[], currency: string): readonly string[] {
  const coin = 10 ** -(minorDigits(currency) ?? 2);
  const off: string[] = [];
  const crossed: string[] = [];
  for (const { name, rows, total } of sums) {
    const shown = printedSum(rows, total, currency);
    if (shown === undefined) continue;
    const text = `${name} (rows: ${moneyCell(shown, currency, 'bill')})`;
    // each row and the total may be off by half a coin; more than that is no rounding
    const most = (coin * (rows.length + 1)) / 2 + coin / 1000;
    const rounding = (['low', 'high'] as const).every((end) => Math.abs(shown[end] - total[end]) <= most);
    (rounding ? off : crossed).push(text);
  }
  return [
    ...(off.length === 0
      ? []
      : [
          `Each figure is rounded by itself, so the rows shown do not add up to the last digit: ${off.join('; ')}.`,
        ]),
    ...(crossed.length === 0
      ? []
      : [
          `Not every item is dearest at the same end of the assumptions, so the ends of the rows do not add up to the ends of the sum: ${crossed.join('; ')}.`,
        ]),
  ];
}
