// What an expression comes to, with its unit, and how far the rounding of its figures can move it.

import type { Interval } from '../../../quantity/interval.ts';
import { divide, multiply, type Unit } from '../../../quantity/unit.ts';
import { spreadOf } from '../../figures/spread.ts';
import type { Figure } from '../../types.ts';
import type { Expression } from './expression.ts';
import type { Rounding } from './tokens.ts';

export interface Value {
  readonly value: number;
  readonly spread: Interval;
}

/** The value of an expression at one end of its ranges, percentages as shares, with what rounding of its figures allows. */
export function evaluate(expression: Expression, end: 'low' | 'high', crossed: boolean): Value {
  if (expression.kind === 'figure') return figureValue(expression.figure, end);
  if (expression.kind === 'rounding') return rounded(evaluate(expression.of, end, crossed), expression.to);
  const { sign } = expression;
  const left = evaluate(expression.left, end, crossed);
  const other = crossed && (sign === '-' || sign === '/') ? (end === 'low' ? 'high' : 'low') : end;
  const right = evaluate(expression.right, other, crossed);
  if ((sign === '+' || sign === '-') && isPercent(expression.right) && !isPercent(expression.left)) {
    // `$100 + 20%`
    return scaled(left, sign === '+' ? shifted(right, 1) : shifted(negative(right), 1));
  }
  switch (sign) {
    case '+':
      return added(left, right);
    case '-':
      return added(left, negative(right));
    case '*':
      return scaled(left, right);
    case '/':
      return scaled(left, inverse(right));
  }
}

function rounded({ value, spread }: Value, to: Rounding): Value {
  const round = (n: number): number => roundings[to](n);
  return { value: round(value), spread: { low: round(spread.low), high: round(spread.high) } };
}

/** Noise of the last digit rounds nothing up. */
const noise = 1e-9;
const roundings: Readonly<Record<Rounding, (n: number) => number>> = {
  up: (n) => Math.ceil(n - noise),
  down: (n) => Math.floor(n + noise),
  nearest: Math.round,
};

function isPercent(expression: Expression): boolean {
  return (
    expression.kind === 'figure' &&
    expression.figure.unit.factors.length === 1 &&
    expression.figure.unit.factors[0]?.atom.kind === 'ratio'
  );
}

export function figureValue(figure: Figure, end: 'low' | 'high'): Value {
  const spread = spreadOf(figure, end);
  const value = end === 'low' ? figure.low : figure.high;
  // a count and a whole amount of money are what they are
  const exact = figure.whole && !figure.about;
  const share = figure.unit.factors.some((f) => f.atom.kind === 'ratio') ? 0.01 : 1;
  const by = share / figure.perCount;
  return {
    value: value * by,
    spread: exact ? { low: value * by, high: value * by } : { low: spread.low * by, high: spread.high * by },
  };
}

function added(a: Value, b: Value): Value {
  return {
    value: a.value + b.value,
    spread: { low: a.spread.low + b.spread.low, high: a.spread.high + b.spread.high },
  };
}

function negative(a: Value): Value {
  return { value: -a.value, spread: { low: -a.spread.high, high: -a.spread.low } };
}

function shifted(a: Value, by: number): Value {
  return { value: a.value + by, spread: { low: a.spread.low + by, high: a.spread.high + by } };
}

function inverse(a: Value): Value {
  const ends = [1 / a.spread.low, 1 / a.spread.high];
  return { value: 1 / a.value, spread: { low: Math.min(...ends), high: Math.max(...ends) } };
}

function scaled(a: Value, b: Value): Value {
  const corners = [
    a.spread.low * b.spread.low,
    a.spread.low * b.spread.high,
    a.spread.high * b.spread.low,
    a.spread.high * b.spread.high,
  ];
  return { value: a.value * b.value, spread: { low: Math.min(...corners), high: Math.max(...corners) } };
}

/**
 * Unit of an expression, names cancelled; of a sum, that of the first part that has one. Undefined for a sum of things that
 * cannot be added: `$5/month + $1/million requests`.
 */
export function unitOf(expression: Expression): Unit | undefined {
  if (expression.kind === 'figure') return expression.figure.unit;
  if (expression.kind === 'rounding') return unitOf(expression.of);
  const left = unitOf(expression.left);
  const right = unitOf(expression.right);
  if (left === undefined || right === undefined) return undefined;
  if (expression.sign === '*') return multiply(left, right);
  if (expression.sign === '/') return divide(left, right);
  if (!addable(left, right)) return undefined;
  return left.factors.length === 0 ? right : left;
}

function addable(left: Unit, right: Unit): boolean {
  const mark = (unit: Unit): string =>
    unit.factors
      .filter(
        ({ atom, power }) => (atom.kind === 'currency' && power > 0) || (power < 0 && isRate(atom.kind)),
      )
      .map((f) => f.atom.name)
      .sort()
      .join(' ');
  if (hasOtherSize(left, right)) return false;
  return (
    left.factors.length === 0 || right.factors.length === 0 || isShare(right) || mark(left) === mark(right)
  );
}

/** `16 MB + 320 KB` */
function hasOtherSize(left: Unit, right: Unit): boolean {
  return left.factors.some(
    ({ atom, power }) =>
      (atom.kind === 'data' || atom.kind === 'time') &&
      right.factors.some((f) => f.atom.kind === atom.kind && f.power === power && f.atom.name !== atom.name),
  );
}

function isRate(kind: string): boolean {
  return kind === 'count' || kind === 'data';
}

function isShare(unit: Unit): boolean {
  return unit.factors.every((f) => f.atom.kind === 'ratio');
}
