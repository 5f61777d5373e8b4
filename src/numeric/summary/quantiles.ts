// Quantiles of values that are all there, by selection: the k-th smallest value without sorting (Floyd and Rivest 1975).

import { anyUnknown } from './unknown.ts';

/**
 * For each probability the value at rank (n - 1) · p, between two neighbours in proportion. Unknown where any value is: an unknown
 * value has no place in the order.
 */
export function quantilesOf(values: Float64Array, probabilities: readonly number[]): readonly number[] {
  if (values.length === 0 || anyUnknown(values)) return probabilities.map(() => Number.NaN);
  const kept = values.slice();
  // ascending, so that each selection leaves the next one less to do
  const order = [...probabilities.keys()].sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0));
  const found = probabilities.map(() => Number.NaN);
  let done = 0;
  for (const k of order) {
    const rank = (kept.length - 1) * (probabilities[k] as number);
    const lower = Math.floor(rank);
    select(kept, lower, Math.min(done, lower), kept.length - 1);
    const x = kept[lower] as number;
    found[k] = rank === lower ? x : between(x, smallestFrom(kept, lower + 1), rank - lower);
    done = lower;
  }
  return found;
}

export function between(low: number, high: number, share: number): number {
  return low === high ? low : low + share * (high - low);
}

/** What the selection left behind the k-th is not smaller: the next in order is the smallest of that. */
function smallestFrom(values: Float64Array, from: number): number {
  let smallest = values[from] as number;
  for (let i = from + 1; i < values.length; i++)
    if ((values[i] as number) < smallest) smallest = values[i] as number;
  return smallest;
}

/** Below this a sample to guess the pivot from costs more than it saves. */
const smallRange = 600;

/** Moves the k-th smallest to place k, smaller ones before it and larger ones behind it, all within `from` to `to`. */
export function select(values: Float64Array, k: number, from: number, to: number): void {
  let left = from;
  let right = to;
  while (right > left) {
    if (right - left > smallRange) {
      // a sample around the place where the k-th is expected, large enough that it nearly always encloses it
      const n = right - left + 1;
      const i = k - left + 1;
      const size = Math.round(Math.cbrt(n) * Math.cbrt(n) * 2);
      const spread = Math.round(Math.sqrt((size * i * (n - i)) / n / n) * Math.sqrt(Math.log2(n)));
      const start = Math.round(k - (i * size) / n - spread);
      const end = Math.round(k + ((n - i) * size) / n + spread);
      if (end - start < (right - left) / 2) select(values, k, Math.max(left, start), Math.min(right, end));
    }
    const pivot = values[k] as number;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i <= j) {
        const swapped = values[i] as number;
        values[i] = values[j] as number;
        values[j] = swapped;
        i++;
        j--;
      }
    }
    if (j < k) left = i;
    if (k < i) right = j;
  }
}
