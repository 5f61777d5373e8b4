import { log } from '../functions/log.ts';
import { lognormal } from './lognormal.ts';
import { normal, quantileOfNormal } from './normal.ts';
import { finite, notBelow, problemsOf } from './problems.ts';
import type { Family, Interval, Lognormal, Normal } from './types.ts';

/** The standard normal distribution has 5 % above this. */
const upperFive = 1.6448536269514722;

/** A lognormal distribution with such a spread has ends that float64 cannot say. */
const widest = 1e28;

/** What `a to b` stands for. */
export function intervalAs({ low, high }: Interval): Lognormal | Normal {
  if (low > 0)
    return {
      kind: 'lognormal',
      median: Math.sqrt(low) * Math.sqrt(high),
      spread: log(high / low) / (2 * upperFive),
    };
  return { kind: 'normal', mean: low + (high - low) / 2, deviation: (high - low) / (2 * upperFive) };
}

function ofNormal(d: Interval): (z: number) => number {
  const as = intervalAs(d);
  return as.kind === 'normal' ? normal.ofNormal(as) : lognormal.ofNormal(as);
}

export const interval: Family<Interval> = {
  problems: ({ low, high }) =>
    problemsOf(
      finite('low', low),
      finite('high', high),
      notBelow('high', high, 'low', low),
      low > 0 && high / low > widest
        ? { parameter: 'high', message: 'is further above low than any estimate' }
        : undefined,
    ),
  mean: (d) => {
    const as = intervalAs(d);
    return as.kind === 'normal' ? normal.mean(as) : lognormal.mean(as);
  },
  quantile: (d) => quantileOfNormal(ofNormal(d)),
  ofNormal,
  probability: (d, x, end) => {
    const as = intervalAs(d);
    return as.kind === 'normal' ? normal.probability(as, x, end) : lognormal.probability(as, x, end);
  },
};
