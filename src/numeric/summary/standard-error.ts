// How far a figure may be off because only so many samples were drawn: the same figure from each sixteenth of the samples, and how
// much those differ. That holds for any figure, and for both kinds of draws: for independent ones it is right on average, for evenly
// spread ones a little too large, because the parts make up for one another.

import { momentsOf } from './mean.ts';

const parts = 16;

/** Unknown where there are fewer than two samples for each part. What is left over by the division is not looked at. */
export function standardError(values: Float64Array, figure: (part: Float64Array) => number): number {
  const size = Math.floor(values.length / parts);
  if (size < 2) return Number.NaN;
  const found = Float64Array.from({ length: parts }, (_, k) =>
    figure(values.subarray(k * size, (k + 1) * size)),
  );
  return Math.sqrt(momentsOf(found).variance / parts);
}
