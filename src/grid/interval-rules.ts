// What each operation does to intervals. Bounds of values are those of the numbers that operations.ts gives: rounding never
// turns an order round. Slopes are as exact as floating point, and whoever reads them leaves room for that.

import { operations } from '../formula/operations.ts';
import type { Operation } from '../formula/typed.ts';
import { anything, copy, type Enclosure, put, putNothing, type Rule } from './enclosure.ts';
import { either, equal, isKnown, logical, ordered, unequal } from './interval-conditions.ts';

/** As in slopes: nothing times however much is nothing. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

type Bounds = readonly [lo: number, hi: number];

function product(aLo: number, aHi: number, bLo: number, bHi: number): Bounds {
  const corners = [times(aLo, bLo), times(aLo, bHi), times(aHi, bLo), times(aHi, bHi)];
  return [Math.min(...corners), Math.max(...corners)];
}

/** A function that never falls, and stands still but for its steps. */
function steps(f: (x: number) => number): Rule {
  return (out, a) => put(out, f(a.lo), f(a.hi), 0, 0, a.unknown, true);
}

/** Two unlimited values of which nobody knows what is left. */
function cancel(a: number, b: number): boolean {
  return Math.abs(a) === Number.POSITIVE_INFINITY && a === -b;
}

/** One may be nothing, and the other unlimited. */
function vanishes(a: Enclosure, b: Enclosure): boolean {
  return a.lo <= 0 && a.hi >= 0 && (b.lo === Number.NEGATIVE_INFINITY || b.hi === Number.POSITIVE_INFINITY);
}

function mul(out: Enclosure, a: Enclosure, b: Enclosure): void {
  const corners = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  const [aSlope, bSlope] = [
    product(a.slopeLo, a.slopeHi, b.lo, b.hi),
    product(b.slopeLo, b.slopeHi, a.lo, a.hi),
  ];
  put(
    out,
    Math.min(...corners),
    Math.max(...corners),
    aSlope[0] + bSlope[0],
    aSlope[1] + bSlope[1],
    a.unknown || b.unknown || vanishes(a, b) || vanishes(b, a),
    a.jumps || b.jumps,
  );
}

function div(out: Enclosure, a: Enclosure, b: Enclosure): void {
  if (b.lo === 0 && b.hi === 0) {
    putNothing(out);
    return;
  }
  if (b.lo <= 0 && b.hi >= 0) {
    anything(out);
    return;
  }
  const corners = [a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi];
  const [lo, hi] = [Math.min(...corners), Math.max(...corners)];
  // (a / b)' = (a' - a / b × b') / b
  const pull = product(lo, hi, b.slopeLo, b.slopeHi);
  const slope = product(a.slopeLo - pull[1], a.slopeHi - pull[0], 1 / b.hi, 1 / b.lo);
  put(out, lo, hi, slope[0], slope[1], a.unknown || b.unknown, a.jumps || b.jumps);
}

function pow(out: Enclosure, a: Enclosure, b: Enclosure): void {
  const unknown = a.unknown || b.unknown;
  const jumps = a.jumps || b.jumps;
  const whole = b.lo === b.hi && Number.isInteger(b.lo) && b.lo >= 0;
  if (!whole && !(a.lo > 0)) {
    anything(out);
    return;
  }
  const corners = [a.lo ** b.lo, a.lo ** b.hi, a.hi ** b.lo, a.hi ** b.hi];
  const least = whole && a.lo < 0 && a.hi > 0 ? Math.min(0, ...corners) : Math.min(...corners);
  const n = b.lo;
  const rising = [n * a.lo ** (n - 1), n * a.hi ** (n - 1)];
  const turns = a.lo < 0 && a.hi > 0 ? [0] : [];
  const slope: Bounds =
    b.lo === b.hi && n !== 0
      ? product(a.slopeLo, a.slopeHi, Math.min(...rising, ...turns), Math.max(...rising, ...turns))
      : [Number.NaN, Number.NaN];
  put(out, least, Math.max(...corners), slope[0], slope[1], unknown, jumps);
}

/** The smaller or, with a sign of -1, the larger of two: a bend where they meet, and no jump. */
function smaller(sign: 1 | -1): Rule {
  return (out, a, b) => {
    const unknown = a.unknown || b.unknown;
    const first = sign === 1 ? a.hi <= b.lo : a.lo >= b.hi;
    const second = sign === 1 ? b.hi <= a.lo : b.lo >= a.hi;
    if (first || second) {
      copy(out, first ? a : b, unknown);
      return;
    }
    const f = sign === 1 ? Math.min : Math.max;
    put(
      out,
      f(a.lo, b.lo),
      f(a.hi, b.hi),
      Math.min(a.slopeLo, b.slopeLo),
      Math.max(a.slopeHi, b.slopeHi),
      unknown,
      a.jumps || b.jumps,
    );
  };
}

function round(out: Enclosure, a: Enclosure, b: Enclosure): void {
  if (b.lo !== b.hi) anything(out);
  else steps((x) => operations.round(x, b.lo, 0))(out, a, b, b);
}

function abs(out: Enclosure, a: Enclosure): void {
  if (a.lo >= 0) copy(out, a);
  else if (a.hi <= 0) put(out, -a.hi, -a.lo, -a.slopeHi, -a.slopeLo, a.unknown, a.jumps);
  else {
    const slope = Math.max(Math.abs(a.slopeLo), Math.abs(a.slopeHi));
    put(out, 0, Math.max(-a.lo, a.hi), -slope, slope, a.unknown, a.jumps);
  }
}

function sqrt(out: Enclosure, a: Enclosure): void {
  if (a.hi < 0) {
    putNothing(out);
    return;
  }
  const [lo, hi] = [Math.sqrt(Math.max(0, a.lo)), Math.sqrt(a.hi)];
  const slope = product(a.slopeLo, a.slopeHi, 1 / (2 * hi), 1 / (2 * lo));
  put(out, lo, hi, slope[0], slope[1], a.unknown || a.lo < 0, a.jumps);
}

function exp(out: Enclosure, a: Enclosure): void {
  const [lo, hi] = [Math.exp(a.lo), Math.exp(a.hi)];
  const slope = product(a.slopeLo, a.slopeHi, lo, hi);
  put(out, lo, hi, slope[0], slope[1], a.unknown, a.jumps);
}

function ln(out: Enclosure, a: Enclosure): void {
  if (a.hi <= 0) {
    putNothing(out);
    return;
  }
  const lo = a.lo > 0 ? Math.log(a.lo) : Number.NEGATIVE_INFINITY;
  const slope = product(a.slopeLo, a.slopeHi, 1 / a.hi, a.lo > 0 ? 1 / a.lo : Number.POSITIVE_INFINITY);
  put(out, lo, Math.log(a.hi), slope[0], slope[1], a.unknown || a.lo <= 0, a.jumps);
}
/** Rules of one argument do not read the others; a missing one is any enclosure. */
export const rules: Readonly<Record<Operation, Rule>> = {
  add: (out, a, b) =>
    put(
      out,
      a.lo + b.lo,
      a.hi + b.hi,
      a.slopeLo + b.slopeLo,
      a.slopeHi + b.slopeHi,
      a.unknown || b.unknown || cancel(a.hi, b.lo) || cancel(a.lo, b.hi),
      a.jumps || b.jumps,
    ),
  sub: (out, a, b) =>
    put(
      out,
      a.lo - b.hi,
      a.hi - b.lo,
      a.slopeLo - b.slopeHi,
      a.slopeHi - b.slopeLo,
      a.unknown || b.unknown || cancel(a.hi, -b.hi) || cancel(a.lo, -b.lo),
      a.jumps || b.jumps,
    ),
  mul,
  div,
  pow,
  neg: (out, a) => put(out, -a.hi, -a.lo, -a.slopeHi, -a.slopeLo, a.unknown, a.jumps),
  min: smaller(1),
  max: smaller(-1),
  ceil: steps((x) => operations.ceil(x, 0, 0)),
  floor: steps((x) => operations.floor(x, 0, 0)),
  round,
  abs,
  sqrt,
  exp,
  ln,
  lt: ordered('lt'),
  le: ordered('le'),
  eq: equal,
  ne: unequal,
  and: logical('and'),
  or: logical('or'),
  not: (out, a) => put(out, 1 - a.hi, 1 - a.lo, 0, 0, a.unknown, a.jumps),
  if: either,
  known: isKnown,
};
