import { pairwiseSum } from '../summary/mean.ts';
import type { Empirical, Family } from './types.ts';

export const empirical: Family<Empirical> = {
  problems: ({ values }) => {
    if (values.length === 0) return [{ parameter: 'values', message: 'must not be empty' }];
    return values.every(Number.isFinite)
      ? []
      : [{ parameter: 'values', message: 'must be known, finite numbers' }];
  },
  /** The mean of the lines between neighbours, in which the first and the last value count half. */
  mean: ({ values }) => {
    const sorted = sortedValues(values);
    if (sorted.length === 1) return sorted[0] as number;
    const ends = ((sorted[0] as number) + (sorted.at(-1) as number)) / 2;
    return (pairwiseSum(sorted) - ends) / (sorted.length - 1);
  },
  quantile: ({ values }) => {
    const sorted = sortedValues(values);
    return (p, end) => {
      const rank = (sorted.length - 1) * (end === 'above' ? 1 - p : p);
      const lower = Math.floor(rank);
      const x = sorted[lower] as number;
      return x + (rank - lower) * ((sorted[lower + 1] ?? x) - x);
    };
  },
  probability: ({ values }, x, end) => {
    const sorted = sortedValues(values);
    const last = sorted.length - 1;
    const below = last === 0 ? (x < (sorted[0] as number) ? 0 : 1) : belowAmong(sorted, x) / last;
    return end === 'above' ? 1 - below : below;
  },
};

/** The rank at which the line through the values reaches x, with a share for the way to the next value. */
function belowAmong(sorted: Float64Array, x: number): number {
  const last = sorted.length - 1;
  const next = sorted.findIndex((value) => value > x);
  if (next === 0) return 0;
  if (next < 0) return last;
  const lower = sorted[next - 1] as number;
  return next - 1 + (x - lower) / ((sorted[next] as number) - lower);
}

export function sortedValues(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}
