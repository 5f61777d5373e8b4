// Why a row may break a relation that is meant: what stands elsewhere in the row belongs to it, it is paid once, it is for another time,
// or it was rounded the other way round.

import type { Interval } from '../../../quantity/interval.ts';
import { printsAs, spreadOf } from '../../figures/spread.ts';
import { periodOf } from '../../judge/calendar.ts';
import { coarseStep } from '../../judge/compare.ts';
import type { Figure } from '../../types.ts';
import { isShare, type Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import type { Outcome, RowFigures } from './relation-rows.ts';
import type { Shape } from './relation-shape.ts';

/**
 * `| 5 | $129.90 | $649.50 | $2,598.00 |`: what the columns give stands in another of the row, and the figure is something else. Of
 * three digits and more, as short numbers agree by chance.
 */
function standsElsewhere(row: Row, shape: Shape, { recomputed }: Outcome, stated: Figure): boolean {
  if (recomputed.low !== recomputed.high || shape.from.length < 2) return false;
  const used = new Set([...shape.from, shape.target].map((c) => c.index));
  return row.cells.some(
    ({ figure }, index) =>
      !used.has(index) &&
      figure !== undefined &&
      figure.low === figure.high &&
      currencyOf(figure) === currencyOf(stated) &&
      figure.step * 100 <= Math.abs(figure.high) &&
      printsAs(figure, recomputed.high),
  );
}

/** A product of the row that leaves out what stands elsewhere in it, or that was rounded the other way round. */
export function hasReason(row: Row, shape: Shape, outcome: Outcome, figures: RowFigures): boolean {
  if (standsElsewhere(row, shape, outcome, figures.stated)) return true;
  if ((shape.kind === 'total' || shape.kind === 'difference') && isSumOfAll(row, shape)) return true;
  if (!shape.target.isShare && ['difference', 'saving', 'total'].includes(shape.kind))
    return hasThirdPart(row, shape, outcome, figures.stated);
  if (shape.kind === 'period') {
    if (isPaidOnce(shape, figures) || isOfSeveral(row, shape, outcome, figures.stated)) return true;
    if (isOfRounded(shape, figures) || isOfRoundYear(shape, figures) || isDivided(shape, figures))
      return true;
    return hasThirdFactor(row, shape, outcome, figures.stated) || hasOtherPart(row, shape, figures);
  }
  if (shape.kind !== 'row' && shape.kind !== 'per-unit') return false;
  const times = row.cells.flatMap(({ passage }) => timesIn(passage.text.slice(0, longestName)));
  if (times.some((factor) => isTimes(outcome, figures.stated, factor))) return true;
  if (isOfRounded(shape, figures)) return true;
  if (isForOtherTime(shape, figures)) return true;
  if (shape.kind === 'per-unit') return false;
  return (
    byTheHour(outcome, figures) ||
    hasThirdFactor(row, shape, outcome, figures.stated) ||
    isQuotient(shape, figures)
  );
}

/** `| Support | 230 | 100 | 100 | 100 | 530 |`, where most rows have amounts in two columns only: a sum of more than the columns of the shape. */
function isSumOfAll({ cells }: Row, { target, from }: Shape): boolean {
  const used = [...from, target].map((c) => c.index);
  const last = Math.max(...used);
  const whole = cells[last]?.figure;
  if (whole === undefined) return false;
  const parts = cells
    .slice(Math.min(...used), last)
    .flatMap(({ figure }) => (figure === undefined || isShare(figure) ? [] : [figure.high]));
  return (
    parts.length >= used.length &&
    printsAs(
      whole,
      parts.reduce((n, v) => n + v, 0),
    )
  );
}

/** A third column that holds nothing in most rows: `| investment | running | tax | all that is paid |`. */
function hasThirdPart(row: Row, shape: Shape, { recomputed }: Outcome, stated: Figure): boolean {
  const used = new Set([...shape.from, shape.target].map((c) => c.index));
  return row.cells.some(({ figure: other }, index) => {
    if (used.has(index) || other === undefined || other.high === 0) return false;
    if (currencyOf(other) !== currencyOf(stated)) return false;
    return [recomputed.high, -recomputed.high].some(
      (v) => printsAs(stated, v + other.high) || printsAs(stated, v - other.high),
    );
  });
}

/** `| $0.07 | $0.81 |`: an amount of a few cents was made of more digits than are printed. */
export function isOfRounded(shape: Shape, { operands, stated }: RowFigures): boolean {
  return operands.some((operand, i) => {
    if (operand.step >= 1 || Math.abs(operand.high) > 10 * operand.step) return false;
    const values = operands.map((f) => f.high / f.perCount);
    const ends = [spreadOf(operand, 'high').low, spreadOf(operand, 'high').high].map((x) =>
      shape.compute(values.with(i, x / operand.perCount)),
    );
    return (
      stated.high >= Math.min(...ends) - stated.step / 2 && stated.high <= Math.max(...ends) + stated.step / 2
    );
  });
}

/** `| $312 | $3,750 |`: the year is a round amount, and the month was divided from it. */
function isOfRoundYear(shape: Shape, { operands: [month], stated }: RowFigures): boolean {
  if (month === undefined || coarseStep(stated.high, stated.step) < 10 * stated.step) return false;
  if (month.step !== stated.step || month.low < month.high) return false;
  const factor = shape.compute([1]);
  return Math.abs(stated.high / factor - month.high) <= month.step / 2;
}

/** `| $173 | $2,074 |`: the month was divided from the year, or both from one price, and rounded. */
function isDivided(shape: Shape, { operands: [month], stated }: RowFigures): boolean {
  if (month === undefined || month.low < month.high || stated.low < stated.high) return false;
  return Math.abs(stated.high / shape.compute([1]) - month.high / month.perCount) <= month.step / 2;
}

/** `| $120 a year | $5/month | $5/month |`: what is for the longer time is of two amounts. */
function hasOtherPart(row: Row, shape: Shape, { operands: [base], stated }: RowFigures): boolean {
  if (base === undefined) return false;
  const used = new Set([...shape.from, shape.target].map((c) => c.index));
  return row.cells.some(({ figure: other }, index) => {
    if (used.has(index) || other === undefined || currencyOf(other) === '') return false;
    if (currencyOf(other) !== currencyOf(base) || other.unit.key !== base.unit.key) return false;
    const both = shape.compute([(base.high + other.high) / base.perCount]);
    return Math.abs(both - stated.high) <= stated.step / 2;
  });
}

/** `| $21.00 | 1452 | $0.014 |`: what stands behind the amount was divided from it, and rounded. */
function isQuotient(shape: Shape, { operands, stated }: RowFigures): boolean {
  return operands.some((operand, i) => {
    const column = shape.from[i];
    if (column === undefined || column.index < shape.target.index || operand.low < operand.high) return false;
    const whole = shape.compute(operands.map((f) => f.high / f.perCount));
    const meant = (operand.high * stated.high) / whole;
    return meant >= spreadOf(operand, 'low').low && meant <= spreadOf(operand, 'high').high;
  });
}

/** `| Licence | $400 | $400 |` among rows that are paid each month: where no heading says for how long, it is paid once. */
function isPaidOnce(shape: Shape, { operands: [base], stated }: RowFigures): boolean {
  return !shape.expected && base !== undefined && base.low === stated.low && base.high === stated.high;
}

/** `| 2 | $0.50/month each | $0.0014 |`: what is for the shorter time is of several. */
function isOfSeveral(row: Row, shape: Shape, { recomputed }: Outcome, stated: Figure): boolean {
  const used = new Set([...shape.from, shape.target].map((c) => c.index));
  return row.cells.some(({ figure: count }, index) => {
    if (used.has(index) || count === undefined || !count.whole || count.high < 2) return false;
    if (currencyOf(count) !== '' || isShare(count)) return false;
    const each = recomputed.high / count.high;
    return Math.abs(each - stated.high) <= Math.max(stated.step, stated.high * mostPerOne);
  });
}

/** Of a small amount for the shorter time, two digits are left. */
const mostPerOne = 0.03;

/** `3 × $0.08/GB/month` under `Hourly cost`: the headings and the price do not say the same time. */
function isForOtherTime(shape: Shape, { operands, stated }: RowFigures): boolean {
  if (shape.kind === 'row' && shape.rank !== 2) return false;
  const to = periodOf(stated.unit) || shape.target.period;
  return to !== '' && operands.some((f) => currencyOf(f) !== '' && !['', to].includes(periodOf(f.unit)));
}

/** A price by the hour against a cost by the month: hours that are not in the table. */
function byTheHour(outcome: { readonly recomputed: Interval }, { operands, stated }: RowFigures): boolean {
  const timed = operands.some((f) => f.unit.factors.some((u) => u.power < 0 && u.atom.kind === 'time'));
  return timed && stated.high > outcome.recomputed.high;
}

/** `2 × 200 GB × $0.08`: another count of the row belongs to it. */
function hasThirdFactor(
  row: Row,
  shape: Shape,
  outcome: { readonly recomputed: Interval },
  stated: Figure,
): boolean {
  const used = new Set([...shape.from, shape.target].map((c) => c.index));
  return row.cells.some((cell, index) => {
    const other = cell.figure;
    if (used.has(index) || other === undefined || other.high === 0) return false;
    // a discount or a tax in percent
    const factors = isShare(other) ? [other.high, 1 - other.high, 1 + other.high] : [other.high];
    return factors.some((factor) => isTimes(outcome, stated, factor));
  });
}

function isTimes({ recomputed }: Pick<Outcome, 'recomputed'>, stated: Figure, factor: number): boolean {
  const near = Math.max(stated.step, stated.high * 0.005);
  return Math.abs(recomputed.high * factor - stated.high) <= near;
}

const longestName = 80;

/** `Coffee (2 breaks)`, `Hosts x3`: the amount is so many times the product, and the price one of so many parts of it. */
function timesIn(name: string): readonly number[] {
  return [...name.matchAll(/(?:\(|[x×]\s?)(\d{1,2})(?!\d)/giu)]
    .map((m) => Number(m[1]))
    .filter((n) => n > 1)
    .flatMap((n) => [n, 1 / n]);
}
