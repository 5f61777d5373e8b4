// Probabilities: the share of the samples for which something holds.

/** Of a column of conditions (1, 0, or unknown). Unknown where any sample is: it might be either. */
export function shareThatHolds(conditions: Float64Array): number {
  let count = 0;
  for (const x of conditions) {
    if (Number.isNaN(x)) return Number.NaN;
    if (x === 1) count += 1;
  }
  return count / conditions.length;
}

export function shareAbove(values: Float64Array, limit: number): number {
  return shareThatHolds(values.map((x) => (Number.isNaN(x) ? x : x > limit ? 1 : 0)));
}
