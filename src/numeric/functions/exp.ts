// e to the x, the same bits everywhere: ECMAScript leaves Math.exp to the engine. Only + - *, floor and exact powers of two, in
// the order written here, which the kernels repeat. Off by at most 0.65 units in the last place, 1 where the result is
// subnormal.

import { powerOfTwo } from './bits.ts';

export const perLn2 = Math.LOG2E;
/** ln 2 in two parts; the first ends in 21 zero bits, so that a whole number of up to 20 bits times it is exact. */
export const ln2High = 0.6931471803691238;
export const ln2Low = 1.9082149292705877e-10;

/** 1/2!, 1/3! and so on: at |r| <= ln(2)/2 the first one left out comes to less than 2^-57. */
export const expTerms = [
  0.5, 0.16666666666666666, 0.041666666666666664, 0.008333333333333333, 0.001388888888888889,
  0.0001984126984126984, 0.0000248015873015873, 0.0000027557319223985893, 2.755731922398589e-7,
  2.505210838544172e-8, 2.08767569878681e-9, 1.6059043836821613e-10,
] as const;
const [c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13] = expTerms;

/** Beyond this, either way, every result is 0 or infinite. */
export const expBound = 1000;

export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  const bounded = x < -expBound ? -expBound : x > expBound ? expBound : x;
  const k = Math.floor(bounded * perLn2 + 0.5);
  return expOfParts(bounded - k * ln2High, k * ln2Low, k);
}

/**
 * exp(high - low) · 2^k, for a difference of at most about ln(2)/2. What the subtraction and the two sums lose is put back. The
 * power of two comes in two factors, so that only the last product rounds where the result is subnormal.
 */
export function expOfParts(high: number, low: number, k: number): number {
  const r = high - low;
  const lost = high - r - low;
  const upper = c8 + r * (c9 + r * (c10 + r * (c11 + r * (c12 + r * c13))));
  const sum = c2 + r * (c3 + r * (c4 + r * (c5 + r * (c6 + r * (c7 + r * upper)))));
  const bent = lost + r * r * sum;
  const change = r + bent;
  const near = 1 + change;
  const result = near + (change - (near - 1) + (bent - (change - r)));
  const half = k >> 1;
  return result * powerOfTwo(half) * powerOfTwo(k - half);
}
