// Sums and products without loss: a pair of numbers whose sum is exact. Needs neither a fused multiply-add nor more than float64.
// Each function returns the larger part and leaves the rest in `rest`, so that nothing is allocated.

export let rest = 0;

/** a + b. */
export function exactSum(a: number, b: number): number {
  const sum = a + b;
  const bPart = sum - a;
  rest = a - (sum - bPart) + (b - bPart);
  return sum;
}

/** 2^27 + 1 cuts 53 bits into 26 and 26. */
const cut = 134217729;

/** a · b; neither may be beyond 2^995. */
export function exactProduct(a: number, b: number): number {
  const product = a * b;
  const aCut = cut * a;
  const aHigh = aCut - (aCut - a);
  const aLow = a - aHigh;
  const bCut = cut * b;
  const bHigh = bCut - (bCut - b);
  const bLow = b - bHigh;
  rest = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return product;
}

/** (a + aRest) + (b + bRest), to about 2^-104. */
export function pairSum(a: number, aRest: number, b: number, bRest: number): number {
  const sum = exactSum(a, b);
  return exactSum(sum, rest + (aRest + bRest));
}

/** (a + aRest) · (b + bRest), to about 2^-102. */
export function pairProduct(a: number, aRest: number, b: number, bRest: number): number {
  const product = exactProduct(a, b);
  return exactSum(product, rest + (a * bRest + aRest * b));
}
