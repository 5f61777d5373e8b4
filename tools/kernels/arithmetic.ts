// The kernels that compute each cell from cells in the same place: for each a few statements, then the result. Operands are the
// locals x, y and z; further locals are p to w. What each does is said, one number at a time, in src/numeric/kernels/loops-of-*.ts.

import { rootHalfHigh, smallestNormal, twoTo54 } from '../../src/numeric/functions/bits.ts';
import { expBound, expTerms, ln2High, ln2Low, perLn2 } from '../../src/numeric/functions/exp.ts';
import { logTerms } from '../../src/numeric/functions/log.ts';
import { wholeTolerance } from '../../src/numeric/functions/rounding.ts';
import { noise } from '../../src/numeric/kernels/comparisons.ts';
import type { kernels } from '../../src/numeric/kernels/instructions.ts';
import * as l from './lanes.ts';
import { get, number, set } from './lanes.ts';

interface Cellwise {
  readonly statements?: readonly string[];
  readonly result: string;
}

const [x, y, z] = [get('x'), get('y'), get('z')];
const [p, q, r, s, t, u, v, w] = ['p', 'q', 'r', 's', 't', 'u', 'v', 'w'].map(get) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
/** A mask of ones is a NaN: unknown where the mask is set. */
const unknownWhere = (mask: string, result: string): string => l.or(result, mask);

/** A sum of sizes, in r: unknown where x or y is, and nowhere else. */
const sizes = [set('p', l.abs(x)), set('q', l.abs(y)), set('r', l.add(p, q))];
const unlessUnordered = (result: string): string => unknownWhere(l.ne(r, r), result);
/** What x and y may differ by, in s. Finite, so that what is unlimited is only equal to itself. */
const noiseOfBoth = set('s', l.pmin(l.mul(number(noise), l.pmax(p, q)), number(Number.MAX_VALUE)));

/**
 * How far x may be from the whole number on its nearer side. Not half or more: of two whole numbers the nearer one is asked, the
 * upper one where both are as near.
 */
const toleranceAt = (whole: string, most: number): string =>
  l.pmin(l.mul(number(wholeTolerance), l.pmax(l.abs(whole), number(1))), number(most));
const belowHalf = 0.49999999999999994;

/** 2 to a whole number of i32 lanes 0 and 1, by its exponent bits. */
const powerOfTwo = (k: string): string =>
  l.left(l.addLongs(`(i64x2.extend_low_i32x4_s ${k})`, l.long(1023n)), 52, 'i64x2');

const exp: Cellwise = {
  statements: [
    set('p', l.pmin(l.pmax(x, number(-expBound)), number(expBound))),
    set('q', l.floor(l.add(l.mul(p, number(perLn2)), number(0.5)))),
    set('r', l.sub(p, l.mul(q, number(ln2High)))),
    set('s', l.mul(q, number(ln2Low))),
    set('t', l.sub(r, s)),
    set('r', l.sub(l.sub(r, t), s)),
    set('u', l.horner(expTerms, t)),
    set('u', l.add(r, l.mul(l.mul(t, t), u))),
    set('v', l.add(t, u)),
    set('w', l.add(number(1), v)),
    set('w', l.add(w, l.add(l.sub(v, l.sub(w, number(1))), l.sub(u, l.sub(v, t))))),
    set('q', `(i32x4.trunc_sat_f64x2_s_zero ${q})`),
    set('r', `(i32x4.shr_s ${q} (i32.const 1))`),
  ],
  result: unknownWhere(l.ne(x, x), l.mul(l.mul(w, powerOfTwo(r)), powerOfTwo(`(i32x4.sub ${q} ${r})`))),
};

const ln: Cellwise = {
  statements: [
    set('p', l.lt(x, number(smallestNormal))),
    set('q', l.choose(p, l.mul(x, number(twoTo54)), x)),
    // the exponent, as whole numbers of 64 bits and then as float64
    set('r', l.signedRight(l.subLongs(q, l.long(BigInt(rootHalfHigh) << 32n)), 52, 'i64x2')),
    set('q', l.sub(l.subLongs(q, l.left(r, 52, 'i64x2')), number(1))),
    set('r', `(i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 ${r} ${r})`),
    set('r', l.sub(`(f64x2.convert_low_i32x4_s ${r})`, l.and(p, number(54)))),
    set('s', l.div(q, l.add(number(2), q))),
    set('t', l.mul(s, s)),
    set('u', l.mul(t, l.horner(logTerms, t))),
    set('v', l.mul(l.mul(number(0.5), q), q)),
    set('u', l.add(l.mul(s, l.add(v, u)), l.mul(r, number(ln2Low)))),
    set('u', l.sub(l.mul(r, number(ln2High)), l.sub(l.sub(v, u), q))),
    set('u', l.choose(l.eq(x, number(Number.POSITIVE_INFINITY)), x, u)),
  ],
  result: unknownWhere(l.not(l.gt(x, number(0))), u),
};

type OneToThree = {
  [K in keyof typeof kernels]: (typeof kernels)[K] extends { listed: true } | { fixed: 0 } ? never : K;
}[keyof typeof kernels];

type Own = 'pow' | 'round' | 'erlang_c' | 'normalWords';

/** Those that are left out have a form of their own. */
export const cellwise: Readonly<Record<Exclude<OneToThree, Own>, Cellwise>> = {
  add: { result: l.add(x, y) },
  sub: { result: l.sub(x, y) },
  mul: { result: l.mul(x, y) },
  div: { result: unknownWhere(l.eq(y, number(0)), l.div(x, y)) },
  neg: { result: l.neg(x) },
  min: { result: l.min(x, y) },
  max: { result: l.max(x, y) },
  ceil: {
    statements: [set('p', l.floor(x)), set('q', l.le(l.sub(x, p), toleranceAt(p, belowHalf)))],
    result: l.choose(q, p, l.ceil(x)),
  },
  floor: {
    statements: [set('p', l.ceil(x)), set('q', l.le(l.sub(p, x), toleranceAt(p, 0.5)))],
    result: l.choose(q, p, l.floor(x)),
  },
  abs: { result: l.abs(x) },
  sqrt: { result: l.sqrt(x) },
  exp,
  ln,
  lt: {
    statements: [...sizes, noiseOfBoth],
    result: unlessUnordered(l.truth(l.gt(l.sub(y, x), get('s')))),
  },
  le: {
    statements: [
      set('q', l.eq(y, number(Number.POSITIVE_INFINITY))),
      set('p', l.pmin(l.mul(number(noise), l.abs(y)), number(Number.MAX_VALUE))),
      set('p', l.or(l.or(l.le(x, y), l.le(l.sub(x, y), p)), q)),
      set('r', l.add(l.abs(x), l.abs(y))),
    ],
    result: unknownWhere(l.andNot(l.ne(r, r), q), l.truth(p)),
  },
  eq: {
    statements: [...sizes, noiseOfBoth],
    result: unlessUnordered(l.truth(l.or(l.eq(x, y), l.le(l.abs(l.sub(x, y)), get('s'))))),
  },
  ne: {
    statements: [...sizes, noiseOfBoth],
    result: unlessUnordered(l.unlessTrue(l.or(l.eq(x, y), l.le(l.abs(l.sub(x, y)), get('s'))))),
  },
  and: { result: l.andNot(l.mul(x, y), l.or(l.eq(x, number(0)), l.eq(y, number(0)))) },
  or: { result: l.choose(l.or(l.eq(x, number(1)), l.eq(y, number(1))), number(1), l.add(x, y)) },
  not: { result: l.sub(number(1), x) },
  if: { result: unknownWhere(l.ne(x, x), l.choose(l.eq(x, number(1)), y, z)) },
  known: { result: l.truth(l.eq(x, x)) },
  multiplyAdd: { result: l.add(l.mul(x, y), z) },
  scale: { result: l.div(l.mul(x, y), z) },
};

/** x to `size` decimals, where `size` is 10 to the number of digits: up where `finer`, in tens where not. */
export function rounded(finer: boolean): Cellwise {
  const [up, down] = finer ? [l.mul, l.div] : [l.div, l.mul];
  return {
    statements: [
      set('p', up(l.abs(x), get('size'))),
      set('p', l.floor(l.add(l.add(p, number(0.5)), l.mul(p, number(2e-15))))),
      set('q', l.withSign(down(p, get('size')), x)),
    ],
    // what is not finite stays
    result: l.choose(l.lt(l.abs(x), number(Number.POSITIVE_INFINITY)), q, x),
  };
}

export const locals =
  '(local $x v128) (local $y v128) (local $z v128) ' +
  ['p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'size'].map((name) => `(local $${name} v128)`).join(' ');
