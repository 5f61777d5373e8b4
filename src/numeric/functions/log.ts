// The natural logarithm, the same bits everywhere: + - * / and the bits of the exponent, in the order written here, which the
// kernels repeat. Off by less than one unit in the last place.

import { highWord, withHighWord } from './bits.ts';
import { ln2High, ln2Low } from './exp.ts';

/** 2/3, 2/5 and so on: the series of ln((1+s)/(1-s)) after its first term. The first one left out comes to less than 2^-60. */
export const logTerms = [
  0.6666666666666666, 0.4, 0.2857142857142857, 0.2222222222222222, 0.18181818181818182, 0.15384615384615385,
  0.13333333333333333, 0.11764705882352941, 0.10526315789473684, 0.09523809523809523,
] as const;
const [c1, c2, c3, c4, c5, c6, c7, c8, c9, c10] = logTerms;

/** The high word of the square root of a half: fractions are taken from there to twice that. */
export const rootHalfHigh = 0x3fe6a09e;
export const smallestNormal = 2.2250738585072014e-308;
export const twoTo54 = 18014398509481984;

/** 0 below -infinity, NaN for negative numbers. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const exponent = exponentOf(x);
  return logOfParts(fractionOf(x, exponent), exponent);
}

/** The power of two that leaves a fraction between the square roots of a half and of two. */
export function exponentOf(x: number): number {
  return x < smallestNormal
    ? ((highWord(x * twoTo54) - rootHalfHigh) >> 20) - 54
    : (highWord(x) - rootHalfHigh) >> 20;
}

export function fractionOf(x: number, exponent: number): number {
  return x < smallestNormal
    ? withHighWord(x * twoTo54, highWord(x * twoTo54) - ((exponent + 54) << 20))
    : withHighWord(x, highWord(x) - (exponent << 20));
}

function logOfParts(fraction: number, exponent: number): number {
  const f = fraction - 1;
  const s = f / (2 + f);
  const z = s * s;
  const upper = c6 + z * (c7 + z * (c8 + z * (c9 + z * c10)));
  const series = z * (c1 + z * (c2 + z * (c3 + z * (c4 + z * (c5 + z * upper)))));
  const halfSquare = 0.5 * f * f;
  return exponent * ln2High - (halfSquare - (s * (halfSquare + series) + exponent * ln2Low) - f);
}
