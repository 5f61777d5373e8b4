// Whether one row keeps a relation between its columns: recomputed at both ends of its ranges, with what the rounding of its figures
// can move.

import type { Interval } from '../../../quantity/interval.ts';
import { scaleOf } from '../../../quantity/unit.ts';
import { spreadOf } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import type { Figure } from '../../types.ts';
import { type Column, isDuration, isShare, type Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import type { Shape } from './relation-shape.ts';

export interface RowFigures {
  readonly operands: readonly Figure[];
  readonly stated: Figure;
}

export function figuresOf(shape: Shape, row: Row): RowFigures | undefined {
  const stated = row.cells[shape.target.index]?.figure;
  if (stated === undefined || stated.bound !== 'none' || isShare(stated) !== shape.target.isShare)
    return undefined;
  // a claim keeps them: a list that grows by single figures would keep room for a dozen more
  const operands = shape.from.map((column) => operandIn(row, column));
  if (!operands.every((f) => f !== undefined)) return undefined;
  // `2 people | 1 person | $8,400`: heads are not taken from each other in money
  const isDifference = shape.kind === 'difference' || shape.kind === 'saving';
  if (isDifference && !shape.target.isShare && currencyOf(stated) !== '' && operands.every(isHeads))
    return undefined;
  if (shape.kind === 'period' && operands.some((f) => isOtherThing(f, stated))) return undefined;
  if (!isOneCurrency(stated, operands)) return undefined;
  // what is left of two in percent has no unit, and they have one
  const isPure = shape.target.isShare || shape.target.isTimes;
  const measured = isPure ? inOneUnit(operands) : operands;
  return measured === undefined ? undefined : { operands: measured, stated };
}

/** The figure of a column, where it is of the column's kind. */
function operandIn(row: Row, { index, isShare: share, isTimes, isTime }: Column): Figure | undefined {
  const figure = row.cells[index]?.figure;
  const isUsual =
    figure !== undefined &&
    figure.bound === 'none' &&
    isShare(figure) === share &&
    figure.times === isTimes &&
    isDuration(figure) === isTime;
  return isUsual ? figure : undefined;
}

function isHeads(figure: Figure): boolean {
  return currencyOf(figure) === '' && figure.noun !== '';
}

/** `| 15 minutes | 30 seconds | 97% |`; undefined for an hour beside what is none. */
function inOneUnit(operands: readonly Figure[]): readonly Figure[] | undefined {
  const [first] = operands;
  if (first === undefined || operands.every((f) => f.unit.key === first.unit.key)) return operands;
  const kindsOf = ({ unit }: Figure): string => unit.factors.map((u) => `${u.atom.kind} ${u.power}`).join();
  const kinds = kindsOf(first);
  if (!operands.some((f) => /(?:time|data) 1(?!\d)/.test(kindsOf(f)))) return operands;
  if (operands.some((f) => kindsOf(f) !== kinds)) return undefined;
  const whole = scaleOf(first.unit);
  return operands.map((f) => {
    const own = scaleOf(f.unit);
    const by = (own.numerator * whole.denominator) / (own.denominator * whole.numerator);
    return by === 1 ? f : timesFigure(f, by);
  });
}

function timesFigure(figure: Figure, by: number): Figure {
  const { low, high, step } = figure;
  const [lowSpread, highSpread] = [spreadOf(figure, 'low'), spreadOf(figure, 'high')];
  return {
    ...figure,
    low: low * by,
    high: high * by,
    spreads: {
      low: { low: lowSpread.low * by, high: lowSpread.high * by },
      high: { low: highSpread.low * by, high: highSpread.high * by },
    },
    step: step * by,
  };
}

/** `| $0.03 | With 5 parts |`: money, and what is counted. */
function isOtherThing(operand: Figure, stated: Figure): boolean {
  const isCount = (f: Figure): boolean =>
    f.unit.factors.some((u) => u.atom.kind === 'count' && u.power === 1);
  return currencyOf(operand) !== '' && currencyOf(stated) === '' && isCount(stated);
}

function isOneCurrency(stated: Figure, operands: readonly Figure[]): boolean {
  let known = currencyOf(stated);
  for (const operand of operands) {
    const own = currencyOf(operand);
    if (own !== '' && known !== '' && own !== known) return false;
    if (known === '') known = own;
  }
  return true;
}

export function isOtherwiseKept(shape: Shape, figures: RowFigures): boolean {
  return (shape.others ?? []).some((compute) => holds({ ...shape, compute }, figures)?.fits === true);
}

export interface Outcome {
  readonly fits: boolean;
  readonly telling: boolean;
  readonly off: number;
  readonly recomputed: Interval;
}

/** What the rounding of the operands leaves open, as a share of the result; more, and that it fits says nothing. */
const mostLeftOpen = 0.5;

export function holds(
  shape: Shape,
  { operands, stated }: RowFigures,
  /** How many rounded rows the figures are sums of. */
  rows = 1,
): Outcome | undefined {
  const at = (end: 'low' | 'high'): number =>
    shape.compute(operands.map((f) => f[end] / f.perCount)) * manyIn(shape, stated);
  const high = at('high');
  const isRange = stated.low < stated.high || operands.some((f) => f.low < f.high);
  const low = isRange ? at('low') : high;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const exact = (printed: number, value: number): boolean => Math.abs(printed - value) <= stated.step / 2;
  const recomputed = { low: Math.min(low, high), high: Math.max(low, high) };
  const telling = isTelling(shape, operands, stated);
  if (exact(stated.low, low) && exact(stated.high, high)) return { fits: true, telling, off: 0, recomputed };
  const spreadAt = (end: 'low' | 'high', value: number): Interval =>
    roomOf(shape, operands, stated, end, value, rows);
  const [lowSpread, highSpread] = [spreadAt('low', low), spreadAt('high', high)];
  const ends = [fitOf(stated, 'low', low, lowSpread), fitOf(stated, 'high', high, highSpread)];
  const crossed =
    stated.low < stated.high &&
    fitOf(stated, 'low', high, highSpread).fits &&
    fitOf(stated, 'high', low, lowSpread).fits;
  // a saving may be written as what is added to the bill
  const mirrored =
    (shape.kind === 'saving' || shape.kind === 'difference') &&
    exact(-stated.low, low) &&
    exact(-stated.high, high);
  // amounts without cents leave cents open
  const open =
    stated.low === stated.high &&
    operands.some((f) => isCoarser(f, stated)) &&
    stated.high >= highSpread.low &&
    stated.high <= highSpread.high;
  return {
    fits: crossed || mirrored || open || ends.every((e) => e.fits),
    // `$1M − $500K` may be anything
    telling: telling && highSpread.high - highSpread.low <= Math.abs(high) * mostLeftOpen,
    off: Math.max(0, ...ends.map((e) => e.off)),
    recomputed,
  };
}

/** `$0.56 / 1,000 messages` is printed for a thousand. */
function manyIn(shape: Shape, stated: Figure): number {
  return shape.kind === 'per-unit' ? stated.perCount : 1;
}

/** Zeros and ones fit everything; a sum of several may have some. */
function isTelling(shape: Shape, operands: readonly Figure[], stated: Figure): boolean {
  const size = Math.abs(stated.high);
  const isFine = stated.step <= size * 0.04 || (isShare(stated) && stated.step <= size * 0.1);
  let zeros = 0;
  for (const { high } of operands) if (high === 0) zeros += 1;
  const isWide = shape.kind === 'total' && operands.length > 2;
  return (
    isFine &&
    stated.high !== 0 &&
    (zeros === 0 || (isWide && operands.length - zeros >= 2)) &&
    !(operands.length > 1 && operands.some((f) => f.high === 1) && shape.rank !== 1 && !shape.target.isShare)
  );
}

/** One operand at a time to either end of its rounding: the sum of what each can move. */
function roomOf(
  shape: Shape,
  operands: readonly Figure[],
  stated: Figure,
  end: 'low' | 'high',
  value: number,
  rows: number,
): Interval {
  let move = 0;
  const many = manyIn(shape, stated);
  const base = operands.map((o) => o[end] / o.perCount);
  for (const [i, f] of operands.entries()) {
    if (f.whole && !f.about && rows === 1 && !isCoarser(f, stated) && !isLargeAmount(f)) continue;
    const spread = spreadOf(f, end);
    const up = shape.compute(base.with(i, spread.high / f.perCount)) * many;
    const down = shape.compute(base.with(i, spread.low / f.perCount)) * many;
    move += Math.max(Math.abs(up - value), Math.abs(down - value));
  }
  const sums = rows === 1 ? move : Math.sqrt(rows) * (move + stated.step / 2);
  return { low: value - sums, high: value + sums };
}

/** Thousands are printed without their cents. */
function isLargeAmount(figure: Figure): boolean {
  return currencyOf(figure) !== '' && Math.abs(figure.high) >= 1000 && figure.step === 1;
}

/** A month's price without cents of which a year is made, an amount without cents against one with them: it was rounded. */
function isCoarser(operand: Figure, stated: Figure): boolean {
  return currencyOf(operand) !== '' && currencyOf(stated) !== '' && operand.step > stated.step;
}
