import { betaBelow, betaQuantileBelow } from '../functions/beta.ts';
import { atMost, finite, notBelow, positive, problemsOf } from './problems.ts';
import type { Beta, Family } from './types.ts';

/** Parameters beyond this would make a distribution that is a single value in all but name, and its quantiles slow to find. */
const largest = 1e5;

export const beta: Family<Beta> = {
  problems: ({ a, b, low, high }) =>
    problemsOf(
      positive('a', a),
      positive('b', b),
      atMost('a', a, largest),
      atMost('b', b, largest),
      finite('low', low),
      finite('high', high),
      notBelow('high', high, 'low', low),
    ),
  mean: ({ a, b, low, high }) => low + ((high - low) * a) / (a + b),
  quantile: ({ a, b, low, high }) => {
    const width = high - low;
    if (width === 0) return () => low;
    const below = betaQuantileBelow(a, b);
    const above = betaQuantileBelow(b, a);
    return (p, end) => {
      // from the end that is nearer, so that both ends are exact
      const fromLow = (end === 'below') === p <= 0.5;
      const tail = p <= 0.5 ? p : 1 - p;
      if (fromLow) return low + width * (tail === 0 ? 0 : below(tail));
      return high - width * (tail === 0 ? 0 : above(tail));
    };
  },
  probability: ({ a, b, low, high }, x, end) => {
    if (x <= low) return end === 'above' ? 1 : 0;
    if (x >= high) return end === 'above' ? 0 : 1;
    const width = high - low;
    return end === 'above' ? betaBelow(b, a, (high - x) / width) : betaBelow(a, b, (x - low) / width);
  },
};
