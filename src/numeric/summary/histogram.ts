// How often values fall into ranges of equal width, for a picture.

export interface Histogram {
  readonly low: number;
  readonly high: number;
  /** How many values are in each range; the last one holds its upper end too. */
  readonly counts: readonly number[];
  readonly below: number;
  readonly above: number;
  readonly unknown: number;
}

/** Infinite ends are never reached, so `low` and `high` have to be finite. */
export function histogram(values: Float64Array, low: number, high: number, ranges: number): Histogram {
  const counts = new Array<number>(ranges).fill(0);
  let [below, above, unknown] = [0, 0, 0];
  const perWidth = high > low ? ranges / (high - low) : 0;
  for (const x of values) {
    if (Number.isNaN(x)) unknown += 1;
    else if (x < low) below += 1;
    else if (x > high) above += 1;
    else {
      const range = Math.min(Math.floor((x - low) * perWidth), ranges - 1);
      counts[range] = (counts[range] as number) + 1;
    }
  }
  return { low, high, counts, below, above, unknown };
}
