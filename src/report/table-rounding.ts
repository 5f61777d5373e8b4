// Figures that are printed are rounded, each on its own. Where the printed parts do not add up to the printed total, a
// report says so and by how much.

import type { Ranged } from '../analysis/figures.ts';
import { minorDigits } from '../quantity/currency.ts';
import { roundHalfAway } from '../quantity/print-number.ts';
import { moneyCell } from './amounts.ts';

/**
 * What the printed parts add up to, where that is not what the total is printed as; undefined where all is well or where
 * something is unknown or unlimited.
 */
export function printedSum(parts: readonly Ranged[], total: Ranged, currency: string): Ranged | undefined {
  const ends = [...parts, total].flatMap((r) => [r.low, r.mid, r.high]);
  if (!ends.every(Number.isFinite)) return undefined;
  // a row is printed by its ends, which are one figure where they look alike
  const low = sumOf(parts, 'low', currency);
  const high = parts.some((r) => r.low !== r.high) ? sumOf(parts, 'high', currency) : low;
  const printed = (x: number): string => moneyCell({ low: x, mid: x, high: x }, currency, 'bill');
  if (printed(low) === printed(total.low) && printed(high) === printed(total.high)) return undefined;
  return { low, mid: (low + high) / 2, high };
}

/** In whole coins, so that the sum is the one that a person gets with pencil and paper. */
function sumOf(parts: readonly Ranged[], end: keyof Ranged, currency: string): number {
  const minor = minorDigits(currency) ?? 2;
  const coins = parts.reduce(
    (sum, r) => sum + Math.round(Number(roundHalfAway(r[end], minor)) * 10 ** minor),
    0,
  );
  return coins / 10 ** minor;
}
