// What each operation does to numbers: the one definition that folding, the engine and its tests share, with the bits of numeric's
// kernels.
// Unknown is NaN and stays unknown: a comparison with it is neither true nor false. True is 1, false is 0.

import { erlangC } from '../numeric/functions/erlang.ts';
import { exp } from '../numeric/functions/exp.ts';
import { log } from '../numeric/functions/log.ts';
import { pow } from '../numeric/functions/pow.ts';
import { roundDown, roundTo, roundUp } from '../numeric/functions/rounding.ts';
import { atMost, equal, less } from '../numeric/kernels/comparisons.ts';
import type { Operation } from './typed.ts';

/** Arguments beyond the operation's own number are ignored; a missing one is NaN. */
export const operations: Readonly<Record<Operation, (a: number, b: number, c: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0 ? Number.NaN : a / b),
  pow: (a, b) => pow(a, b),
  neg: (a) => -a,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  ceil: (a) => roundUp(a),
  floor: (a) => roundDown(a),
  round: (a, b) => roundTo(a, b),
  abs: (a) => Math.abs(a),
  sqrt: (a) => Math.sqrt(a),
  exp: (a) => exp(a),
  ln: (a) => (a > 0 ? log(a) : Number.NaN),
  lt: (a, b) => less(a, b),
  le: (a, b) => atMost(a, b),
  eq: (a, b) => equal(a, b),
  ne: (a, b) => 1 - equal(a, b),
  and: (a, b) => (a === 0 || b === 0 ? 0 : a * b),
  or: (a, b) => (a === 1 || b === 1 ? 1 : a + b),
  not: (a) => 1 - a,
  if: (a, b, c) => (Number.isNaN(a) ? Number.NaN : a === 1 ? b : c),
  known: (a) => (Number.isNaN(a) ? 0 : 1),
  erlang_c: (a, b) => erlangC(a, roundDown(b)),
};
