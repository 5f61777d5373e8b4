import { normalAbove, normalQuantileAbove } from '../functions/normal.ts';
import { finite, notNegative, problemsOf } from './problems.ts';
import type { Family, Normal, Quantile } from './types.ts';

/** The quantiles of what is a function of a standard normal number. */
export function quantileOfNormal(of: (z: number) => number): Quantile {
  return (p, end) => {
    const z = normalQuantileAbove(p);
    return of(end === 'above' ? z : -z);
  };
}

const ofNormal =
  ({ mean, deviation }: Normal) =>
  (z: number): number =>
    mean + deviation * z;

export const normal = {
  problems: ({ mean, deviation }) =>
    problemsOf(finite('mean', mean), finite('deviation', deviation), notNegative('deviation', deviation)),
  mean: ({ mean }) => mean,
  quantile: (d) => quantileOfNormal(ofNormal(d)),
  ofNormal,
  probability: ({ mean, deviation }, x, end) => {
    const z = x === mean ? 0 : (x - mean) / deviation;
    return normalAbove(end === 'above' ? z : -z);
  },
} satisfies Family<Normal>;
