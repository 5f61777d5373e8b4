// The bits of a float64. Every platform that runs JavaScript today is little-endian, as WebAssembly is by definition.

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** Sign, exponent and the first 20 bits of the fraction. */
export function highWord(x: number): number {
  double[0] = x;
  return words[1] as number;
}

/** The high word of the square root of a half: fractions are taken from there to twice that. */
export const rootHalfHigh = 0x3fe6a09e;
export const smallestNormal = 2.2250738585072014e-308;
export const twoTo54 = 18014398509481984;

/** 2^k for k from -1074 to 1023. */
const powers = exactPowers();

function exactPowers(): Float64Array {
  const table = new Float64Array(1074 + 1024);
  for (let k = 0, power = 1; k <= 1023; k++, power *= 2) table[1074 + k] = power;
  for (let k = 0, power = 1; k <= 1074; k++, power /= 2) table[1074 - k] = power;
  return table;
}

export function powerOfTwo(k: number): number {
  return powers[1074 + k] as number;
}

/** The power of two that `fractionOf` took out of its argument. */
export let exponent = 0;

/** A positive number as a fraction between the square roots of a half and of two; the power of two is left in `exponent`. */
export function fractionOf(x: number): number {
  const subnormal = x < smallestNormal;
  const normal = subnormal ? x * twoTo54 : x;
  const power = (highWord(normal) - rootHalfHigh) >> 20;
  exponent = subnormal ? power - 54 : power;
  // exact: a multiplication instead of writing the bits, which a processor would have to wait for
  return power === 1024 ? normal * 0.5 * powerOfTwo(-1023) : normal * powerOfTwo(-power);
}
