// Between which bounds the steps of a sample lie, whatever is drawn, and which steps these bounds make superfluous: a count that no
// draw can make negative need not be asked whether it is. What is left gives the same bits; of an unknown value there is only one.

import { operations } from '../formula/operations.ts';
import type { Slot, StepOp } from './steps.ts';

/** What a step may be. `lo` and `hi` are finite, or nothing is known of it at all. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
  readonly mayBeUnknown: boolean;
  /** It may be the zero below zero, which a sum with zero turns into the other one. */
  readonly mayBeNegativeZero: boolean;
}

const anything: Range = {
  lo: Number.NEGATIVE_INFINITY,
  hi: Number.POSITIVE_INFINITY,
  mayBeUnknown: true,
  mayBeNegativeZero: true,
};

export function rangeOfNumber(value: number): Range {
  return rangeOf(value, value, false, Object.is(value, -0));
}

export function rangeOf(lo: number, hi: number, mayBeUnknown: boolean, mayBeNegativeZero: boolean): Range {
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return anything;
  return { lo, hi, mayBeUnknown, mayBeNegativeZero: mayBeNegativeZero && lo <= 0 && hi >= 0 };
}

/** The number that a range is, if it is one. */
export function onlyNumber({ lo, hi, mayBeUnknown, mayBeNegativeZero }: Range): number | undefined {
  return lo === hi && !mayBeUnknown && !mayBeNegativeZero ? lo : undefined;
}

/** Rounding never turns an order round, so what the operations make of both ends bounds what they make of all between. */
export function rangeAfter(op: StepOp, args: readonly Range[]): Range {
  const [a = anything, b = anything, c = anything] = args;
  if (op.kind === 'scale') {
    const by = (x: number): number => (x * op.numerator) / op.denominator;
    if (!(op.numerator > 0 && op.denominator > 0)) return anything;
    return rangeOf(by(a.lo), by(a.hi), a.mayBeUnknown, a.mayBeNegativeZero || a.lo < 0);
  }
  if (op.kind !== 'apply') return anything;
  const unknown = a.mayBeUnknown || b.mayBeUnknown;
  switch (op.operation) {
    case 'add':
      return rangeOf(a.lo + b.lo, a.hi + b.hi, unknown, a.mayBeNegativeZero && b.mayBeNegativeZero);
    case 'sub':
      return rangeOf(a.lo - b.hi, a.hi - b.lo, unknown, a.mayBeNegativeZero);
    case 'mul':
      return corners((x, y) => x * y, a, b);
    case 'div':
      return b.lo <= 0 && b.hi >= 0 ? anything : corners((x, y) => x / y, a, b);
    case 'min':
    case 'max': {
      const f = operations[op.operation];
      return rangeOf(f(a.lo, b.lo, 0), f(a.hi, b.hi, 0), unknown, a.mayBeNegativeZero || b.mayBeNegativeZero);
    }
    case 'neg':
      return rangeOf(-a.hi, -a.lo, a.mayBeUnknown, true);
    case 'abs':
      return rangeOf(
        Math.max(0, a.lo, -a.hi),
        Math.max(Math.abs(a.lo), Math.abs(a.hi)),
        a.mayBeUnknown,
        false,
      );
    case 'ceil':
    case 'floor': {
      const f = operations[op.operation];
      const negative = a.mayBeNegativeZero || a.lo < 0;
      return rangeOf(f(a.lo, 0, 0), f(a.hi, 0, 0), a.mayBeUnknown, negative);
    }
    case 'lt':
    case 'le': {
      const f = operations[op.operation];
      return rangeOf(f(a.hi, b.lo, 0), f(a.lo, b.hi, 0), unknown, false);
    }
    case 'not':
      return rangeOf(1 - a.hi, 1 - a.lo, a.mayBeUnknown, false);
    case 'known':
      return rangeOf(a.mayBeUnknown ? 0 : 1, 1, false, false);
    case 'and':
      return rangeOf(Math.min(a.lo, b.lo), Math.min(a.hi, b.hi), unknown, false);
    case 'or':
      return rangeOf(Math.max(a.lo, b.lo), Math.max(a.hi, b.hi), unknown, false);
    case 'if':
      return rangeOf(
        Math.min(b.lo, c.lo),
        Math.max(b.hi, c.hi),
        unknown || c.mayBeUnknown,
        b.mayBeNegativeZero || c.mayBeNegativeZero,
      );
    default:
      return anything;
  }
}

function corners(f: (x: number, y: number) => number, a: Range, b: Range): Range {
  const all = [f(a.lo, b.lo), f(a.lo, b.hi), f(a.hi, b.lo), f(a.hi, b.hi)];
  const [lo, hi] = [Math.min(...all), Math.max(...all)];
  const positive = a.lo >= 0 && b.lo >= 0 && !a.mayBeNegativeZero && !b.mayBeNegativeZero;
  return rangeOf(lo, hi, a.mayBeUnknown || b.mayBeUnknown, !positive);
}

/** The argument that a step comes down to; undefined where it does something. */
export function sameAs(op: StepOp, args: readonly Slot[], ranges: readonly Range[]): Slot | undefined {
  const [x, y] = args;
  const [a = anything, b = anything] = ranges;
  if (op.kind === 'scale') return op.numerator === 1 && op.denominator === 1 ? x : undefined;
  if (op.kind !== 'apply') return undefined;
  switch (op.operation) {
    case 'add':
      if (isZero(b) && !a.mayBeNegativeZero) return x;
      return isZero(a) && !b.mayBeNegativeZero ? y : undefined;
    case 'sub':
      return isZero(b) && !b.mayBeNegativeZero ? x : undefined;
    case 'mul':
      return onlyNumber(b) === 1 ? x : onlyNumber(a) === 1 ? y : undefined;
    case 'div':
      return onlyNumber(b) === 1 ? x : undefined;
    case 'max':
      if (a.lo >= b.hi && !b.mayBeUnknown && !a.mayBeNegativeZero) return x;
      return b.lo >= a.hi && !a.mayBeUnknown && !b.mayBeNegativeZero ? y : undefined;
    case 'min':
      if (a.hi <= b.lo && !b.mayBeUnknown && !b.mayBeNegativeZero) return x;
      return b.hi <= a.lo && !a.mayBeUnknown && !a.mayBeNegativeZero ? y : undefined;
    default:
      return undefined;
  }
}

function isZero({ lo, hi, mayBeUnknown }: Range): boolean {
  return lo === 0 && hi === 0 && !mayBeUnknown;
}
