// Sobol's sequence: sample i in one dimension is the exclusive or of the direction numbers that the bits of i choose. Polynomials
// and first direction numbers are those of S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional
// projections, SIAM J. Sci. Comput. 30 (2008), table new-joe-kuo-6; the rest follows from Sobol's recurrence.

interface Primitive {
  readonly degree: number;
  /** The inner coefficients of the polynomial, highest first, as bits. */
  readonly coefficients: number;
  readonly first: readonly number[];
}

/** Dimensions 1 and up; dimension 0 turns the bits of i round. */
const primitives: readonly Primitive[] = [
  [1, 0, 1],
  [2, 1, 1, 3],
  [3, 1, 1, 3, 1],
  [3, 2, 1, 1, 1],
  [4, 1, 1, 1, 3, 3],
  [4, 4, 1, 3, 5, 13],
  [5, 2, 1, 1, 5, 5, 17],
  [5, 4, 1, 1, 5, 5, 5],
  [5, 7, 1, 1, 7, 11, 19],
  [5, 11, 1, 1, 5, 1, 1],
  [5, 13, 1, 1, 1, 3, 11],
  [5, 14, 1, 3, 5, 5, 31],
  [6, 1, 1, 3, 3, 9, 7, 49],
  [6, 13, 1, 1, 1, 15, 21, 21],
  [6, 16, 1, 3, 1, 13, 27, 49],
  [6, 19, 1, 1, 1, 15, 7, 5],
  [6, 22, 1, 3, 1, 15, 13, 25],
  [6, 25, 1, 1, 5, 5, 19, 61],
  [7, 1, 1, 3, 7, 11, 23, 15, 103],
  [7, 4, 1, 3, 7, 13, 13, 15, 69],
  [7, 7, 1, 1, 3, 13, 7, 35, 63],
  [7, 8, 1, 3, 5, 9, 1, 25, 53],
  [7, 14, 1, 3, 1, 13, 9, 35, 107],
  [7, 19, 1, 3, 1, 5, 27, 61, 31],
  [7, 21, 1, 1, 5, 11, 19, 41, 61],
  [7, 28, 1, 3, 5, 3, 3, 13, 69],
  [7, 31, 1, 1, 7, 13, 1, 19, 1],
  [7, 32, 1, 3, 7, 5, 13, 19, 59],
  [7, 37, 1, 1, 3, 9, 25, 29, 41],
  [7, 41, 1, 3, 5, 13, 23, 1, 55],
  [7, 42, 1, 3, 7, 3, 13, 59, 17],
].map(([degree = 0, coefficients = 0, ...first]) => ({ degree, coefficients, first }));

export const sobolDimensions = primitives.length + 1;

const bits = 32;
const directions: readonly Int32Array[] = [
  Int32Array.from({ length: bits }, (_, k) => 1 << (bits - 1 - k)),
  ...primitives.map(directionsOf),
];

/** Direction numbers, one for each bit of the sample's number, lowest bit first. */
export function directionNumbers(dimension: number): Int32Array {
  return directions[dimension] as Int32Array;
}

function directionsOf({ degree, coefficients, first }: Primitive): Int32Array {
  const v = new Int32Array(bits);
  for (let k = 0; k < bits; k++) {
    if (k < degree) {
      v[k] = (first[k] as number) << (bits - 1 - k);
      continue;
    }
    const old = v[k - degree] as number;
    let next = old ^ (old >>> degree);
    for (let j = 1; j < degree; j++)
      if (((coefficients >> (degree - 1 - j)) & 1) === 1) next ^= v[k - j] as number;
    v[k] = next;
  }
  return v;
}

export function sobolWord(dimension: number, i: number): number {
  const v = directionNumbers(dimension);
  let word = 0;
  for (let k = 0, left = i >>> 0; left !== 0; k++, left >>>= 1) if ((left & 1) === 1) word ^= v[k] as number;
  return word >>> 0;
}
