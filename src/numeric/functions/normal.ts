// The standard normal distribution, from both ends, so that small probabilities stay exact.

import { exp } from './exp.ts';
import { log } from './log.ts';

const perRootTwoPi = 0.3989422804014327;

/** P(Z > x). Relative error below 1e-14 for x up to 2, and a part in 10^16 for each unit of x² beyond. */
export function normalAbove(x: number): number {
  if (x < 0) return 1 - normalAbove(-x);
  const density = perRootTwoPi * exp(-0.5 * x * x);
  return x < 2 ? 0.5 - density * seriesOf(x) : density * fractionOf(x);
}

/** x + x^3/3 + x^5/(3·5) + …: what lies between 0 and x, over the density. */
function seriesOf(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 3; k <= 75; k += 2) {
    term = (term * x * x) / k;
    sum += term;
  }
  return sum;
}

/** The continued fraction 1/(x + 1/(x + 2/(x + …))) of what lies above x, over the density. */
function fractionOf(x: number): number {
  let below = x;
  for (let k = 110; k >= 1; k--) below = x + k / below;
  return 1 / below;
}

/** The x with P(Z > x) = p. Wichura's algorithm AS 241 (PPND16, 1988): relative error about 1e-16. */
export function normalQuantileAbove(p: number): number {
  const q = 0.5 - p;
  if (Math.abs(q) <= 0.425) return q * ratio(central, 0.180625 - q * q);
  const tail = q < 0 ? 1 - p : p;
  const r = Math.sqrt(-log(tail));
  const size = r <= 5 ? ratio(middle, r - 1.6) : ratio(far, r - 5);
  return q < 0 ? -size : size;
}

interface Ratio {
  /** Highest power first. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

function ratio({ above, below }: Ratio, x: number): number {
  return horner(above, x) / horner(below, x);
}

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}

const central: Ratio = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
};
const middle: Ratio = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
const far: Ratio = {
  above: [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
};
