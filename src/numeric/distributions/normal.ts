import { normalAbove, normalQuantileAbove } from '../functions/normal.ts';
import { finite, notNegative, problemsOf } from './problems.ts';
import type { Family, Normal } from './types.ts';

export const normal: Family<Normal> = {
  problems: ({ mean, deviation }) =>
    problemsOf(finite('mean', mean), finite('deviation', deviation), notNegative('deviation', deviation)),
  mean: ({ mean }) => mean,
  quantile: ({ mean, deviation }, p, end) => {
    const z = normalQuantileAbove(p);
    return mean + deviation * (end === 'above' ? z : -z);
  },
  probability: ({ mean, deviation }, x, end) => {
    const z = x === mean ? 0 : (x - mean) / deviation;
    return normalAbove(end === 'above' ? z : -z);
  },
};
