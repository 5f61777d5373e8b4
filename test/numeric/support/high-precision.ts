// Reference values to several hundred bits, from whole-number arithmetic alone: a fraction is a bigint over 2^scale.

const scale = 1400n;
export const unity = 1n << scale;

const bytes = new DataView(new ArrayBuffer(8));

/** Exactly, as every float64 between 2^-1074 and 2^1023 is a whole multiple of 2^-1400. */
export function exactly(x: number): bigint {
  bytes.setFloat64(0, x);
  const bits = bytes.getBigUint64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = (bits & 0xfffffffffffffn) | (exponent > 0n ? 1n << 52n : 0n);
  const shift = scale - 1075n + (exponent > 0n ? exponent : 1n);
  const size = shift >= 0n ? fraction << shift : fraction >> -shift;
  return bits >> 63n === 1n ? -size : size;
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> scale;
const over = (a: bigint, b: bigint): bigint => (a << scale) / b;

/** 2 · atanh(x), for small x. */
function twiceAtanh(x: bigint): bigint {
  const square = times(x, x);
  let total = 0n;
  let power = x;
  for (let n = 1n; power !== 0n; n += 2n) {
    total += power / n;
    power = times(power, square);
  }
  return 2n * total;
}

const ln2 = twiceAtanh(unity / 3n);

export function lnOf(x: bigint): bigint {
  const exponent = BigInt(x.toString(2).length) - 1n - scale;
  const fraction = exponent >= 0n ? x >> exponent : x << -exponent;
  return exponent * ln2 + twiceAtanh(over(fraction - unity, fraction + unity));
}

export function expOf(x: bigint): bigint {
  let k = x / ln2;
  if (x < 0n) k -= 1n;
  const r = x - k * ln2;
  let total = 0n;
  let term = unity;
  for (let n = 1n; term !== 0n; n++) {
    total += term;
    term = times(term, r) / n;
  }
  return k >= 0n ? total << k : total >> -k;
}

/** a^b for positive a. */
export function powOf(a: number, b: number): bigint {
  return expOf(times(lnOf(exactly(a)), exactly(b)));
}

/** How far a float64 is from the true value, in units of its last place (of the smallest subnormal at least). */
export function unitsOff(found: number, truth: bigint): number {
  const unit = ulpOf(found);
  // 60 bits behind the unit are more than enough to print
  return Number(((exactly(found) - truth) << 60n) / exactly(unit)) / 2 ** 60;
}

function ulpOf(x: number): number {
  bytes.setFloat64(0, Math.abs(x));
  const bits = bytes.getBigUint64(0);
  bytes.setBigUint64(0, bits + 1n);
  return bytes.getFloat64(0) - Math.abs(x);
}
