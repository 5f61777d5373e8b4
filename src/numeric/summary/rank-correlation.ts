// How closely one column follows another, whatever the curve between them: the correlation of their ranks (Spearman's).

import { meanOf, pairwiseSum } from './mean.ts';
import { anyUnknown } from './unknown.ts';

/** Between -1 and 1. Unknown where a value is, or where one column does not vary at all. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  return correlationOfRanks(ranksOf(a), ranksOf(b));
}

/** The same from ranks that are known. */
export function correlationOfRanks(a: Float64Array | undefined, b: Float64Array | undefined): number {
  if (a === undefined || b === undefined) return Number.NaN;
  const mean = meanOf(a);
  const together = pairwiseSum(a.map((r, i) => (r - mean) * ((b[i] as number) - mean)));
  const spread = (ranks: Float64Array): number => pairwiseSum(ranks.map((r) => (r - mean) * (r - mean)));
  const size = Math.sqrt(spread(a)) * Math.sqrt(spread(b));
  return size === 0 ? Number.NaN : Math.min(Math.max(together / size, -1), 1);
}

/** From 1 on; equal values share the middle of their ranks. undefined where any value is unknown. */
export function ranksOf(values: Float64Array): Float64Array | undefined {
  if (anyUnknown(values)) return undefined;
  const sorted = values.slice().sort();
  return values.map((x) => {
    const first = firstNotBelow(sorted, x);
    const above = sorted[first + 1] === x ? firstAbove(sorted, x) : first + 1;
    return (first + 1 + above) / 2;
  });
}

function firstNotBelow(sorted: Float64Array, x: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) < x) from = middle + 1;
    else to = middle;
  }
  return from;
}

function firstAbove(sorted: Float64Array, x: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as number) <= x) from = middle + 1;
    else to = middle;
  }
  return from;
}
