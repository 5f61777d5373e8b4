// a to the b, the same bits everywhere. Whole exponents up to 64 are products (by repeated squaring, so 1.1^2 is 1.1 · 1.1, and
// the error is below half a unit in the last place for each factor); all others go through a logarithm of 100 bits and are off by
// less than one unit in the last place. Special cases are those of ECMAScript: x^0 is 1, 1^infinity is unknown.

import { exponent, fractionOf } from './bits.ts';
import { exactProduct, exactSum, pairProduct, pairSum, rest } from './double-double.ts';
import { expOfParts, ln2High, ln2Low, perLn2 } from './exp.ts';

export const mostFactors = 64;

export function pow(a: number, b: number): number {
  if (b === 0) return 1;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (Number.isInteger(b) && Math.abs(b) <= mostFactors) {
    const product = wholePower(a, Math.abs(b));
    if (b > 0) return product;
    // the inverse of a subnormal or infinite power would lose what the power itself still has
    if (Math.abs(product) > 1e-300 && Math.abs(product) < 1e300) return 1 / product;
  }
  if (Math.abs(a) === 1 && !Number.isFinite(b)) return Number.NaN;
  if (a === 0 || !Number.isFinite(a) || !Number.isFinite(b)) return ofExtremes(a, b);
  if (a < 0 && !Number.isInteger(b)) return Number.NaN;
  if (Math.abs(a) === 1) return signOf(a, b);
  return signOf(a, b) * generalPower(Math.abs(a), b);
}

/** The lowest bit of the exponent first: x^60 is ((x^4 · x^8) · x^16) · x^32. */
export function wholePower(x: number, exponent: number): number {
  let result = 1;
  let square = x;
  for (let left = exponent; left > 0; left >>= 1) {
    if ((left & 1) === 1) result = result * square;
    square = square * square;
  }
  return result;
}

/** -1 for a negative number to an odd power. Everything beyond 2^53 is even. */
function signOf(a: number, b: number): number {
  const negative = a < 0 || Object.is(a, -0);
  return negative && Math.abs(b % 2) === 1 ? -1 : 1;
}

/** Zeros and infinities. */
function ofExtremes(a: number, b: number): number {
  if (!Number.isFinite(b)) return Math.abs(a) > 1 === b > 0 ? Number.POSITIVE_INFINITY : 0;
  const grows = (a === 0) !== b > 0;
  return signOf(a, b) * (grows ? Number.POSITIVE_INFINITY : 0);
}

const third = 0.3333333333333333;
const thirdRest = 1.850371707708594e-17;
/** 1/5, 1/7 and so on; the first one left out comes to less than 2^-70. */
const [c5, c7, c9, c11, c13, c15, c17, c19, c21, c23, c25] = [
  0.2,
  1 / 7,
  1 / 9,
  1 / 11,
  1 / 13,
  1 / 15,
  1 / 17,
  1 / 19,
  1 / 21,
  1 / 23,
  0.04,
] as const;

function generalPower(a: number, b: number): number {
  const fraction = fractionOf(a);

  // s = (fraction - 1) / (fraction + 1), and its square
  const f = fraction - 1;
  const sum = exactSum(fraction, 1);
  const sumRest = rest;
  const s = f / sum;
  const back = exactProduct(s, sum);
  const sRest = (f - back - rest - s * sumRest) / sum;
  const z = pairProduct(s, sRest, s, sRest);
  const zRest = rest;

  // ln(fraction) = 2s + 2s · (z/3 + z² · tail): the first two terms as pairs, what is left as one number
  const upper = c15 + z * (c17 + z * (c19 + z * (c21 + z * (c23 + z * c25))));
  const tail = c5 + z * (c7 + z * (c9 + z * (c11 + z * (c13 + z * upper))));
  const start = pairProduct(third, thirdRest, z, zRest);
  const series = exactSum(start, rest + z * z * tail);
  const product = pairProduct(series, rest, 2 * s, 2 * sRest);
  const lnFraction = pairSum(2 * s, 2 * sRest, product, rest);
  const lnFractionRest = rest;
  const whole = pairSum(exponent * ln2High, 0, exponent * ln2Low, 0);
  const ln = pairSum(whole, rest, lnFraction, lnFractionRest);
  const lnRest = rest;

  if (Math.abs(ln * b) > 800) return ln * b > 0 ? Number.POSITIVE_INFINITY : 0;
  const power = pairProduct(ln, lnRest, b, 0);
  const powerRest = rest;
  const k = Math.floor(power * perLn2 + 0.5);
  return expOfParts(power - k * ln2High, k * ln2Low - powerRest, k);
}
