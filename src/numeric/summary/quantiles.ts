// Quantiles of values that are all there, by selection: the k-th smallest value without sorting (Floyd and Rivest 1975).

import { anyUnknown } from './unknown.ts';

/**
 * For each probability the value at rank (n - 1) · p, between two neighbours in proportion. Unknown where any value is: an unknown
 * value has no place in the order.
 */
export function quantilesOf(values: Float64Array, probabilities: readonly number[]): readonly number[] {
  if (values.length === 0 || anyUnknown(values)) return probabilities.map(() => Number.NaN);
  const sorted = values.length < fewValues ? undefined : guideOf(values);
  return probabilities.map((probability) => {
    const rank = (values.length - 1) * probability;
    const lower = Math.floor(rank);
    const near = sorted && valuesNear(values, sorted, lower, Math.ceil(rank));
    const among = near?.values ?? values.slice();
    const place = lower - (near?.below ?? 0);
    select(among, place, 0, among.length - 1);
    const x = among[place] as number;
    return rank === lower ? x : between(x, smallestFrom(among, place + 1), rank - lower);
  });
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

/** Of fewer values a sample says too little. */
const fewValues = 2048;
/** Values of the sample that tells where a rank is to be looked for. */
const guides = 512;
const guide = new Float64Array(guides);
/** How many deviations of its place in the sample a rank is looked for around. */
const reach = 3;

function guideOf(values: Float64Array): Float64Array {
  const step = values.length / guides;
  for (let i = 0; i < guides; i++) guide[i] = values[Math.floor((i + 0.5) * step)] as number;
  return guide.sort();
}

interface Near {
  readonly values: Float64Array;
  /** How many are smaller than all of them. */
  readonly below: number;
}

/** Written again by each call: what is near one rank is needed until the next is asked for. */
let scratch = new Float64Array(0);

/** The values around two neighbouring ranks; undefined where the sample misled. */
function valuesNear(
  values: Float64Array,
  sorted: Float64Array,
  first: number,
  last: number,
): Near | undefined {
  const share = first / values.length;
  const spread = reach * Math.sqrt(guides * share * (1 - share)) + 1;
  const low = sorted[Math.floor(share * guides - spread)] ?? Number.NEGATIVE_INFINITY;
  const high = sorted[Math.ceil(share * guides + spread)] ?? Number.POSITIVE_INFINITY;
  if (scratch.length <= values.length) scratch = new Float64Array(values.length + 1);
  let below = 0;
  let count = 0;
  // without a jump for each value: most of these could not be foreseen
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    scratch[count] = x;
    below += Number(x < low);
    count += Number(x >= low) & Number(x <= high);
  }
  return below <= first && last < below + count ? { values: scratch.subarray(0, count), below } : undefined;
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
