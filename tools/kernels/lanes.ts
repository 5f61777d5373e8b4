// WebAssembly text for two numbers side by side, as functions, so that a kernel reads as what it computes.

export const number = (x: number): string => `(v128.const f64x2 ${literal(x)} ${literal(x)})`;
const literal = (x: number): string =>
  Number.isNaN(x) ? 'nan' : Number.isFinite(x) ? String(x) : x > 0 ? 'inf' : '-inf';
export const int = (x: number): string => `(v128.const i32x4 ${x} ${x} ${x} ${x})`;
export const long = (x: bigint): string => `(v128.const i64x2 ${x} ${x})`;

export const get = (name: string): string => `(local.get $${name})`;
export const set = (name: string, value: string): string => `(local.set $${name} ${value})`;

type Of1 = (a: string) => string;
type Of2 = (a: string, b: string) => string;
const of1 =
  (op: string): Of1 =>
  (a) =>
    `(${op} ${a})`;
const of2 =
  (op: string): Of2 =>
  (a, b) =>
    `(${op} ${a} ${b})`;

export const add = of2('f64x2.add');
export const sub = of2('f64x2.sub');
export const mul = of2('f64x2.mul');
export const div = of2('f64x2.div');
export const min = of2('f64x2.min');
export const max = of2('f64x2.max');
/** b < a ? b : a, and b > a ? b : a: what is unknown in `a` stays. */
export const pmin = of2('f64x2.pmin');
export const pmax = of2('f64x2.pmax');
export const neg = of1('f64x2.neg');
export const abs = of1('f64x2.abs');
export const sqrt = of1('f64x2.sqrt');
export const ceil = of1('f64x2.ceil');
export const floor = of1('f64x2.floor');
export const eq = of2('f64x2.eq');
export const ne = of2('f64x2.ne');
export const lt = of2('f64x2.lt');
export const le = of2('f64x2.le');
export const ge = of2('f64x2.ge');
export const gt = of2('f64x2.gt');
export const and = of2('v128.and');
export const or = of2('v128.or');
export const xor = of2('v128.xor');
export const not = of1('v128.not');
/** What is set in `a` and not in `b`. */
export const andNot = of2('v128.andnot');
/** Where the mask is set `a`, elsewhere `b`. */
export const choose = (mask: string, a: string, b: string): string => `(v128.bitselect ${a} ${b} ${mask})`;
/** 1 where the mask is set, elsewhere 0. */
export const truth = (mask: string): string => and(mask, number(1));
/** The other way round. */
export const unlessTrue = (mask: string): string => andNot(number(1), mask);
/** The size of `a` with the sign of `b`. */
export const withSign = (a: string, b: string): string => choose(long(-0x8000000000000000n), b, a);
export const bytes = (all: readonly number[]): string => `(v128.const i8x16 ${all.join(' ')})`;
/** Of the bytes of `a` those that `b` names by number. */
export const swizzle = of2('i8x16.swizzle');
export const addInts = of2('i32x4.add');
export const mulInts = of2('i32x4.mul');
export const addLongs = of2('i64x2.add');
export const subLongs = of2('i64x2.sub');
export const left = (a: string, by: number, lanes = 'i32x4'): string =>
  `(${lanes}.shl ${a} (i32.const ${by}))`;
export const right = (a: string, by: number, lanes = 'i32x4'): string =>
  `(${lanes}.shr_u ${a} (i32.const ${by}))`;
export const signedRight = (a: string, by: number, lanes: string): string =>
  `(${lanes}.shr_s ${a} (i32.const ${by}))`;

/** c0 + x · (c1 + x · (…)), from the innermost outwards. */
export const horner = (coefficients: readonly number[], x: string): string =>
  coefficients
    .slice(0, -1)
    .reduceRight((inner, c) => add(number(c), mul(x, inner)), number(coefficients.at(-1) as number));
