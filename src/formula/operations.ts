// What each operation does to numbers: the one definition that folding, the engine and its tests share.
// Unknown is NaN and stays unknown: a comparison with it is neither true nor false. True is 1, false is 0.

import { erlangC } from '../numeric/functions/erlang.ts';
import type { Operation } from './typed.ts';

/** Within this relative distance of a whole number a value counts as that number: 110.00000000000001 servers are 110. */
export const wholeTolerance = 1e-9;

export function ceiling(x: number): number {
  const near = Math.round(x);
  return Math.abs(x - near) <= wholeTolerance * Math.max(1, Math.abs(near)) ? near : Math.ceil(x);
}

export function floorOf(x: number): number {
  const near = Math.round(x);
  return Math.abs(x - near) <= wholeTolerance * Math.max(1, Math.abs(near)) ? near : Math.floor(x);
}

/** Half away from zero, at so many decimals; a value that is a half but for float noise counts as one (1.005 -> 1.01). */
export function roundTo(x: number, digits: number): number {
  if (!Number.isFinite(x)) return x;
  const size = 10 ** Math.abs(digits);
  const scaled = digits >= 0 ? Math.abs(x) * size : Math.abs(x) / size;
  const whole = Math.floor(scaled + 0.5 + scaled * 2e-15);
  return Math.sign(x) * (digits >= 0 ? whole / size : whole * size);
}

function less(a: number, b: number): number {
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : a < b ? 1 : 0;
}

/**
 * `<=` that forgives float noise of one part in 10^12, so that a figure equal to its limit does not break it. Anything, even
 * what is unknown, is at most unlimited.
 */
function atMost(a: number, b: number): number {
  if (b === Number.POSITIVE_INFINITY) return 1;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  // nothing is near a bound that lies infinitely far below
  return a <= b || (Number.isFinite(b) && a - b <= 1e-12 * Math.abs(b)) ? 1 : 0;
}

function equal(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b ? 1 : 0;
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b)) ? 1 : 0;
}

/** Arguments beyond the operation's own number are ignored; a missing one is NaN. */
export const operations: Readonly<Record<Operation, (a: number, b: number, c: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? Number.NaN : a / b),
  pow: (a, b) => a ** b,
  neg: (a) => -a,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  ceil: (a) => ceiling(a),
  floor: (a) => floorOf(a),
  round: (a, b) => roundTo(a, b),
  abs: (a) => Math.abs(a),
  sqrt: (a) => Math.sqrt(a),
  exp: (a) => Math.exp(a),
  ln: (a) => (a > 0 ? Math.log(a) : Number.NaN),
  lt: (a, b) => less(a, b) && 1 - equal(a, b),
  le: (a, b) => atMost(a, b),
  eq: (a, b) => equal(a, b),
  ne: (a, b) => 1 - equal(a, b),
  and: (a, b) => (a === 0 || b === 0 ? 0 : a * b),
  or: (a, b) => (a === 1 || b === 1 ? 1 : a + b),
  not: (a) => 1 - a,
  if: (a, b, c) => (Number.isNaN(a) ? Number.NaN : a === 1 ? b : c),
  known: (a) => (Number.isNaN(a) ? 0 : 1),
  erlang_c: (a, b) => erlangC(a, floorOf(b)),
};
