// Rows shown add up to the total shown, or the reader is told why not: rounding, or ranges whose ends do not meet.

import type { Ranged } from '../analysis/figures.ts';
import { minorDigits } from '../quantity/currency.ts';
import { roundHalfAway } from '../quantity/print-number.ts';
import { moneyCell } from './amounts.ts';

/** One sum that a table shows. */
export interface ShownSum {
  /** `total in beta`, `subtotal compute`. */
  readonly name: string;
  readonly rows: readonly Ranged[];
  readonly total: Ranged;
}

/** What the printed rows add up to, where that is not what is printed under them, and why. */
export interface Mismatch {
  readonly sum: Ranged;
  /** `crossed`: not every row is dearest at the same end of what is uncertain. */
  readonly why: 'rounded' | 'crossed';
}

/** Undefined where all is well, or where something is unknown or unlimited. */
export function mismatch(rows: readonly Ranged[], total: Ranged, currency: string): Mismatch | undefined {
  const ends = [...rows, total].flatMap((r) => [r.low, r.mid, r.high]);
  if (!ends.every(Number.isFinite)) return undefined;
  // a row is printed by its ends, which are one figure where they look alike
  const low = sumOf(rows, 'low', currency);
  const high = rows.some((r) => r.low !== r.high) ? sumOf(rows, 'high', currency) : low;
  const sum = { low, mid: (low + high) / 2, high };
  const printed = (x: number): string => moneyCell({ low: x, mid: x, high: x }, currency, 'bill');
  if (printed(low) === printed(total.low) && printed(high) === printed(total.high)) return undefined;
  // each row and the total may be off by half a coin; more than that is no rounding
  const coin = 10 ** -minorOf(currency);
  const most = (coin * (rows.length + 1)) / 2 + coin / 1000;
  const rounded = (['low', 'high'] as const).every((end) => Math.abs(sum[end] - total[end]) <= most);
  return { sum, why: rounded ? 'rounded' : 'crossed' };
}

/** In whole coins, so that the sum is the one that a person gets with pencil and paper. */
function sumOf(rows: readonly Ranged[], end: keyof Ranged, currency: string): number {
  const minor = minorOf(currency);
  const coins = rows.reduce(
    (sum, r) => sum + Math.round(Number(roundHalfAway(r[end], minor)) * 10 ** minor),
    0,
  );
  return coins / 10 ** minor;
}

function minorOf(currency: string): number {
  return minorDigits(currency) ?? 2;
}

const leads: Readonly<Record<Mismatch['why'], string>> = {
  rounded: 'Each figure is rounded by itself, so the rows shown do not add up to the last digit',
  crossed:
    'Not every item is dearest at the same end of the assumptions, so the ends of the rows do not add up to the ends of the sum',
};

/** A sentence for each reason why sums as shown are off; none where all of them add up. */
export function addsUpNotes(sums: readonly ShownSum[], currency: string): readonly string[] {
  const off = sums.flatMap(({ name, rows, total }) => {
    const found = mismatch(rows, total, currency);
    return found === undefined
      ? []
      : [{ why: found.why, text: `${name} (rows: ${moneyCell(found.sum, currency, 'bill')})` }];
  });
  return (['rounded', 'crossed'] as const).flatMap((why) => {
    const texts = off.filter((o) => o.why === why).map((o) => o.text);
    return texts.length === 0 ? [] : [`${leads[why]}: ${texts.join('; ')}.`];
  });
}
