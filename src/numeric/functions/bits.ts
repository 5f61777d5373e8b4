// The bits of a float64. Every platform that runs JavaScript today is little-endian, as WebAssembly is by definition.

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** Sign, exponent and the first 20 bits of the fraction. */
export function highWord(x: number): number {
  double[0] = x;
  return words[1] as number;
}

/** The same number with another high word. */
export function withHighWord(x: number, high: number): number {
  double[0] = x;
  words[1] = high;
  return double[0];
}
