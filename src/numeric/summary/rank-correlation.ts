// How closely one column follows another, whatever the curve between them: the correlation of their ranks (Spearman's).

import { meanOf, pairwiseSum } from './mean.ts';
import { anyUnknown } from './unknown.ts';

/** Between -1 and 1. Unknown where a value is, or where one column does not vary at all. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  if (anyUnknown(a) || anyUnknown(b)) return Number.NaN;
  const [ranksA, ranksB] = [ranksOf(a), ranksOf(b)];
  const mean = meanOf(ranksA);
  const together = pairwiseSum(ranksA.map((r, i) => (r - mean) * ((ranksB[i] as number) - mean)));
  const spread = (ranks: Float64Array): number => pairwiseSum(ranks.map((r) => (r - mean) * (r - mean)));
  const size = Math.sqrt(spread(ranksA)) * Math.sqrt(spread(ranksB));
  return size === 0 ? Number.NaN : Math.min(Math.max(together / size, -1), 1);
}

/** From 1 on; equal values share the middle of their ranks. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort(
    (i, j) => (values[i] as number) - (values[j] as number),
  );
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    const x = values[order[from] as number];
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === x) to++;
    for (let k = from; k < to; k++) ranks[order[k] as number] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
