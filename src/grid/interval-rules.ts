// What each operation does to intervals. Bounds of values are those of the numbers that operations.ts gives: rounding never
// turns an order round. Slopes are as exact as floating point, and whoever reads them leaves room for that.

import { operations } from '../formula/operations.ts';
import type { Operation } from '../formula/typed.ts';
import { wholeTolerance } from '../numeric/functions/rounding.ts';
import {
  copy,
  type Enclosure,
  put,
  putAnything,
  putLoose,
  putNothing,
  type Rule,
  sizeOf,
} from './enclosure.ts';
import { either, equal, isKnown, logical, ordered, unequal } from './interval-conditions.ts';

/** As in slopes: nothing times however much is nothing. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

type Bounds = readonly [lo: number, hi: number];

function product(aLo: number, aHi: number, bLo: number, bHi: number): Bounds {
  const [p, q, r, s] = [times(aLo, bLo), times(aLo, bHi), times(aHi, bLo), times(aHi, bHi)];
  return [Math.min(p, q, r, s), Math.max(p, q, r, s)];
}

/** A sum, or with a sign of -1 a difference. */
function sum(sign: 1 | -1): Rule {
  return (out, a, b) => {
    const [bLo, bHi] = sign === 1 ? [b.lo, b.hi] : [-b.hi, -b.lo];
    const [slopeLo, slopeHi] = sign === 1 ? [b.slopeLo, b.slopeHi] : [-b.slopeHi, -b.slopeLo];
    const unknown = a.unknown || b.unknown || cancel(a.hi, bLo) || cancel(a.lo, bHi);
    put(out, a.lo + bLo, a.hi + bHi, a.slopeLo + slopeLo, a.slopeHi + slopeHi, a.play + b.play, unknown);
  };
}

/** Two unlimited values of which nobody knows what is left. */
function cancel(a: number, b: number): boolean {
  return Math.abs(a) === Number.POSITIVE_INFINITY && a === -b;
}

/** One may be nothing, and the other unlimited. */
function vanishes(a: Enclosure, b: Enclosure): boolean {
  return a.lo <= 0 && a.hi >= 0 && sizeOf(b) === Number.POSITIVE_INFINITY;
}

/** With g the steady part of a and e the rest: a × b = g × h + e × b + g × f, where h and f are those of b. */
function mul(out: Enclosure, a: Enclosure, b: Enclosure): void {
  const [p, q, r, s] = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  const [aRoom, bRoom] = [a.play / 2, b.play / 2];
  const first = product(a.slopeLo, a.slopeHi, b.lo - bRoom, b.hi + bRoom);
  const second = product(b.slopeLo, b.slopeHi, a.lo - aRoom, a.hi + aRoom);
  put(
    out,
    Math.min(p, q, r, s),
    Math.max(p, q, r, s),
    first[0] + second[0],
    first[1] + second[1],
    times(a.play, sizeOf(b)) + times(b.play, sizeOf(a) + aRoom),
    a.unknown || b.unknown || vanishes(a, b) || vanishes(b, a),
  );
}

function div(out: Enclosure, a: Enclosure, b: Enclosure): void {
  if (b.lo === 0 && b.hi === 0) {
    putNothing(out);
    return;
  }
  if (b.lo <= 0 && b.hi >= 0) {
    putAnything(out);
    return;
  }
  const unknown = a.unknown || b.unknown;
  const corners = [a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi];
  const [lo, hi] = [Math.min(...corners), Math.max(...corners)];
  if (b.play > 0) {
    putLoose(out, lo, hi, unknown);
    return;
  }
  // (g / b)' = (g' - g / b × b') / b
  const most = Math.max(Math.abs(1 / b.lo), Math.abs(1 / b.hi));
  const room = times(a.play / 2, most);
  const pull = product(lo - room, hi + room, b.slopeLo, b.slopeHi);
  const slope = product(a.slopeLo - pull[1], a.slopeHi - pull[0], 1 / b.hi, 1 / b.lo);
  put(out, lo, hi, slope[0], slope[1], times(a.play, most), unknown);
}

function pow(out: Enclosure, a: Enclosure, b: Enclosure): void {
  const unknown = a.unknown || b.unknown;
  const whole = b.lo === b.hi && Number.isInteger(b.lo) && b.lo >= 0;
  if (!whole && !(a.lo > 0)) {
    putAnything(out);
    return;
  }
  const corners = [a.lo ** b.lo, a.lo ** b.hi, a.hi ** b.lo, a.hi ** b.hi];
  const turns = whole && a.lo < 0 && a.hi > 0 ? [0] : [];
  const [lo, hi] = [Math.min(...corners, ...turns), Math.max(...corners)];
  if (b.lo !== b.hi || a.play > 0) {
    putLoose(out, lo, hi, unknown);
    return;
  }
  const n = b.lo;
  const rising = [n * a.lo ** (n - 1), n * a.hi ** (n - 1), ...turns];
  const slope = product(a.slopeLo, a.slopeHi, Math.min(...rising), Math.max(...rising));
  put(out, lo, hi, slope[0], slope[1], 0, unknown);
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
    const [slopeLo, slopeHi] = [Math.min(a.slopeLo, b.slopeLo), Math.max(a.slopeHi, b.slopeHi)];
    put(out, f(a.lo, b.lo), f(a.hi, b.hi), slopeLo, slopeHi, Math.max(a.play, b.play), unknown);
  };
}

/** A function that never falls and stays within so much of its argument: the argument's own slope, and its steps as play. */
function steps(f: (x: number) => number, height: number): Rule {
  return (out, a) => {
    // what is forgiven lies on the other side of the argument
    const forgiven = Math.min(0.5, wholeTolerance * Math.max(1, sizeOf(a)));
    const play = a.play + height + forgiven;
    put(out, f(a.lo), f(a.hi), a.slopeLo, a.slopeHi, play, a.unknown);
  };
}

function round(out: Enclosure, a: Enclosure, b: Enclosure): void {
  if (b.lo === b.hi) steps((x) => operations.round(x, b.lo, 0), 10 ** -b.lo)(out, a, b, b);
  else putAnything(out);
}

function abs(out: Enclosure, a: Enclosure): void {
  if (a.lo >= 0) copy(out, a);
  else if (a.hi <= 0) put(out, -a.hi, -a.lo, -a.slopeHi, -a.slopeLo, a.play, a.unknown);
  else {
    const slope = Math.max(Math.abs(a.slopeLo), Math.abs(a.slopeHi));
    put(out, 0, sizeOf(a), -slope, slope, a.play, a.unknown);
  }
}

function sqrt(out: Enclosure, a: Enclosure): void {
  if (a.hi < 0) {
    putNothing(out);
    return;
  }
  const [lo, hi] = [Math.sqrt(Math.max(0, a.lo)), Math.sqrt(a.hi)];
  curve(out, a, lo, hi, [1 / (2 * hi), 1 / (2 * lo)], a.unknown || a.lo < 0);
}

function exp(out: Enclosure, a: Enclosure): void {
  const [lo, hi] = [Math.exp(a.lo), Math.exp(a.hi)];
  curve(out, a, lo, hi, [lo, hi], a.unknown);
}

function ln(out: Enclosure, a: Enclosure): void {
  if (a.hi <= 0) {
    putNothing(out);
    return;
  }
  const positive = a.lo > 0;
  const lo = positive ? Math.log(a.lo) : Number.NEGATIVE_INFINITY;
  const steepest = positive ? 1 / a.lo : Number.POSITIVE_INFINITY;
  curve(out, a, lo, Math.log(a.hi), [1 / a.hi, steepest], a.unknown || !positive);
}

/** A smooth function with a slope between bounds, of something that may jump. */
function curve(out: Enclosure, a: Enclosure, lo: number, hi: number, steep: Bounds, unknown: boolean): void {
  const slope = product(a.slopeLo, a.slopeHi, steep[0], steep[1]);
  if (a.play > 0) putLoose(out, lo, hi, unknown);
  else put(out, lo, hi, slope[0], slope[1], 0, unknown);
}

/** More load makes more wait, and more servers fewer, but for the last digits of the recurrence; a server more or less is a jump. */
function erlangC(out: Enclosure, a: Enclosure, b: Enclosure): void {
  const [least, most] = [operations.erlang_c(a.lo, b.hi, 0), operations.erlang_c(a.hi, b.lo, 0)];
  if (Number.isNaN(least) || Number.isNaN(most)) putAnything(out);
  else putLoose(out, least * (1 - 1e-12), Math.min(1, most * (1 + 1e-12)), a.unknown || b.unknown);
}

/** Rules of one argument do not read the others; a missing one is any enclosure. */
export const rules: Readonly<Record<Operation, Rule>> = {
  add: sum(1),
  sub: sum(-1),
  mul,
  div,
  pow,
  neg: (out, a) => put(out, -a.hi, -a.lo, -a.slopeHi, -a.slopeLo, a.play, a.unknown),
  min: smaller(1),
  max: smaller(-1),
  ceil: steps((x) => operations.ceil(x, 0, 0), 1),
  floor: steps((x) => operations.floor(x, 0, 0), 1),
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
  not: (out, a) => putLoose(out, 1 - a.hi, 1 - a.lo, a.unknown),
  if: either,
  known: isKnown,
  erlang_c: erlangC,
};
