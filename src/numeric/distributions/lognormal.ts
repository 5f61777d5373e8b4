import { exp } from '../functions/exp.ts';
import { log } from '../functions/log.ts';
import { normalAbove } from '../functions/normal.ts';
import { quantileOfNormal } from './normal.ts';
import { atMost, finite, notNegative, positive, problemsOf } from './problems.ts';
import type { Family, Lognormal } from './types.ts';

/** Beyond this the ends are further apart than float64 can say. */
const widest = 20;

const ofNormal =
  ({ median, spread }: Lognormal) =>
  (z: number): number =>
    median * exp(spread * z);

export const lognormal = {
  problems: ({ median, spread }) =>
    problemsOf(
      finite('median', median),
      positive('median', median),
      finite('spread', spread),
      notNegative('spread', spread),
      atMost('spread', spread, widest),
    ),
  mean: ({ median, spread }) => median * exp((spread * spread) / 2),
  quantile: (d) => quantileOfNormal(ofNormal(d)),
  ofNormal,
  probability: ({ median, spread }, x, end) => {
    if (x <= 0) return end === 'above' ? 1 : 0;
    const z = x === median ? 0 : log(x / median) / spread;
    return normalAbove(end === 'above' ? z : -z);
  },
} satisfies Family<Lognormal>;

/** The lognormal distribution that has this mean and this standard deviation. */
export function lognormalOf(mean: number, deviation: number): Lognormal {
  const share = deviation / mean;
  const square = 1 + share * share;
  return { kind: 'lognormal', median: mean / Math.sqrt(square), spread: Math.sqrt(log(square)) };
}
