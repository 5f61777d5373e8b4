import { finite, notBelow, problemsOf } from './problems.ts';
import type { Family, Uniform } from './types.ts';

export const uniform: Family<Uniform> = {
  problems: ({ low, high }) =>
    problemsOf(finite('low', low), finite('high', high), notBelow('high', high, 'low', low)),
  mean: ({ low, high }) => low + (high - low) / 2,
  quantile:
    ({ low, high }) =>
    (p, end) =>
      end === 'above' ? high - p * (high - low) : low + p * (high - low),
  probability: ({ low, high }, x, end) => {
    if (x <= low) return end === 'above' ? 1 : 0;
    if (x >= high) return end === 'above' ? 0 : 1;
    return (end === 'above' ? high - x : x - low) / (high - low);
  },
};
