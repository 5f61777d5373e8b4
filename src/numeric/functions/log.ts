// The natural logarithm, the same bits everywhere: + - * / and the bits of the exponent, in the order written here, which the
// kernels repeat. Off by less than one unit in the last place.

import { exponent, fractionOf } from './bits.ts';
import { ln2High, ln2Low } from './exp.ts';

/** 2/3, 2/5 and so on: the series of ln((1+s)/(1-s)) after its first term. The first one left out comes to less than 2^-60. */
export const logTerms = [
  0.6666666666666666, 0.4, 0.2857142857142857, 0.2222222222222222, 0.18181818181818182, 0.15384615384615385,
  0.13333333333333333, 0.11764705882352941, 0.10526315789473684, 0.09523809523809523,
] as const;
const [c1, c2, c3, c4, c5, c6, c7, c8, c9, c10] = logTerms;

/** -infinity for 0, NaN for negative numbers. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const fraction = fractionOf(x);
  return logOfParts(fraction, exponent);
}

function logOfParts(fraction: number, power: number): number {
  const f = fraction - 1;
  const s = f / (2 + f);
  const z = s * s;
  const upper = c6 + z * (c7 + z * (c8 + z * (c9 + z * c10)));
  const series = z * (c1 + z * (c2 + z * (c3 + z * (c4 + z * (c5 + z * upper)))));
  const halfSquare = 0.5 * f * f;
  return power * ln2High - (halfSquare - (s * (halfSquare + series) + power * ln2Low) - f);
}
