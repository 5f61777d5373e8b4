// Quantiles of values that are all there: counted into buckets of equal width, so that only those near a wanted rank have to be put
// in order. Selection (Floyd and Rivest 1975) finds the rest where the values lie so unevenly that buckets do not help.

/**
 * For each probability the value at rank (n - 1) · p, between two neighbours in proportion. Unknown where any value is: an unknown
 * value has no place in the order.
 */
export function quantilesOf(values: Float64Array, probabilities: readonly number[]): readonly number[] {
  const ends = endsOf(values);
  if (ends === undefined) return probabilities.map(() => Number.NaN);
  const ranks = probabilities.map((probability) => (values.length - 1) * probability);
  const asked = [...new Set(ranks.flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]))];
  const found = atRanks(
    values,
    ends,
    asked.sort((a, b) => a - b),
  );
  return ranks.map((rank) => {
    const lower = Math.floor(rank);
    const [x, next] = [found.get(lower) as number, found.get(Math.ceil(rank)) as number];
    return rank === lower ? x : between(x, next, rank - lower);
  });
}

export function between(low: number, high: number, share: number): number {
  return low === high ? low : low + share * (high - low);
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** The smallest and the largest value; undefined where there is none, or an unknown one. */
function endsOf(values: Float64Array): Ends | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] as number;
    if (Number.isNaN(x)) return undefined;
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return low <= high ? { low, high } : undefined;
}

/** So few values are sorted. */
const fewValues = 256;
const mostBuckets = 4096;
/** How many values each bucket has; later, whether these are wanted. */
const buckets = new Int32Array(mostBuckets);
/** The values of wanted buckets. Written again by each call. */
let scratch = new Float64Array(0);

/** The values at some ascending ranks. */
function atRanks(
  values: Float64Array,
  { low, high }: Ends,
  ranks: readonly number[],
): ReadonlyMap<number, number> {
  const used = Math.min(values.length, mostBuckets);
  // where the width is no number, one bucket has them all
  const perWidth = (used - 1) / (high - low);
  buckets.fill(0, 0, used);
  for (let i = 0; i < values.length; i++) {
    const bucket = (((values[i] as number) - low) * perWidth) | 0;
    buckets[bucket] = (buckets[bucket] as number) + 1;
  }
  const places = new Map<number, number>();
  let [below, kept, next] = [0, 0, 0];
  for (let bucket = 0; bucket < used; bucket++) {
    const upTo = below + (buckets[bucket] as number);
    const first = next;
    for (; next < ranks.length && (ranks[next] as number) < upTo; next++)
      places.set(ranks[next] as number, (ranks[next] as number) - below + kept);
    const wanted = next > first;
    if (wanted) kept += upTo - below;
    buckets[bucket] = Number(wanted);
    below = upTo;
  }
  if (scratch.length < values.length) scratch = new Float64Array(values.length);
  // without a jump for each value: which ones are wanted cannot be foreseen
  for (let i = 0, count = 0; i < values.length; i++) {
    const x = values[i] as number;
    scratch[count] = x;
    count += buckets[((x - low) * perWidth) | 0] as number;
  }
  const near = scratch.subarray(0, kept);
  const few = kept <= fewValues;
  if (few) near.sort();
  return new Map(
    [...places].map(([rank, place]) => {
      if (!few) select(near, place, 0, kept - 1);
      return [rank, near[place] as number];
    }),
  );
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
