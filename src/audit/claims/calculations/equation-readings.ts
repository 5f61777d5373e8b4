// The ways to read one calculation: with the conventions that its units leave open, with a period that nobody wrote, per thousand.

import type { Interval } from '../../../quantity/interval.ts';
import { hasCurrency } from '../../../quantity/unit.ts';
import { spreadOf } from '../../figures/spread.ts';
import { lengthsOf, periodOf, timeIn } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import type { UnitFactor } from '../../judge/unit-factors.ts';
import type { Figure } from '../../types.ts';
import { isDuration, isShare } from '../content/grid.ts';
import type { Expression, Side } from './expression.ts';
import { evaluate, figureValue } from './value.ts';

/**
 * The reading that comes out; where none does, the plainest is the one to explain. `units`: what may stand between the units of both
 * sides.
 */
export function firstFit(
  left: Side,
  stated: Figure,
  units: readonly UnitFactor[],
): { readonly right: Trial | undefined; readonly plainest: Trial | undefined } {
  let plainest: Trial | undefined;
  const ranged = [stated, ...left.figures].some((f) => f.low < f.high);
  const tried = (side: Side, factors: readonly UnitFactor[], result = stated): Trial | undefined => {
    for (const factor of factors) {
      for (const crossed of ranged ? [false, true] : [false]) {
        const outcome = trial(side, result, factor, crossed);
        plainest ??= outcome;
        if (outcome.fits) return outcome;
      }
    }
    return undefined;
  };
  const usual = [...hundredth(left, stated), ...units];
  let right = tried(withExactWeights(left), usual);
  if (right !== undefined) return { right, plainest };
  const unsaid = unsaidPeriods(left, stated);
  right = tried(withExactWeights(left), unsaid);
  const all = [...usual, ...unsaid];
  const marks = decimalMarks([...left.figures, stated]);
  const grouped = regrouped(left, marks);
  for (const side of [...perThousands(left), ...saidTwice(left), ...feesOf(left), ...grouped])
    right ??= tried(side, all);
  right ??= tried(left, [
    ...unsaidYear(left, stated),
    ...salariesOf(left, stated),
    ...paidBackIn(left, stated),
  ]);
  const other = scaled(stated, otherMark(stated, marks));
  if (other !== stated) for (const side of [left, ...grouped]) right ??= tried(side, all, other);
  if (right !== undefined) return { right, plainest };
  // by its other mark a number comes near: it was meant so, and rounded
  const near = [
    ...grouped.map((s) => [s, stated] as const),
    ...(other === stated ? [] : [[left, other] as const]),
  ];
  const isNear = near.some(([side, result]) =>
    all.some((factor) => trial(side, result, factor, false).off < mostRounded),
  );
  return { right, plainest: isNear ? undefined : plainest };
}

/** `0.1 × $31 + 0.5 × $63 + 0.4 × $134`: shares that make one whole were not rounded. */
function withExactWeights(left: Side): Side {
  const weights = left.figures.filter(
    (f) => f.unit.factors.length === 0 && f.low === f.high && f.high > 0 && f.high < 1,
  );
  const sum = weights.reduce((n, f) => n + f.high, 0);
  if (weights.length < 2 || Math.abs(sum - 1) > 1e-9) return left;
  const exact = (f: Figure): Figure =>
    weights.includes(f)
      ? { ...f, spreads: { low: { low: f.low, high: f.low }, high: { low: f.high, high: f.high } } }
      : f;
  return { ...left, expression: replaced(left.expression, exact) };
}

const mostRounded = 0.02;

/** `15 customers × $800/month = $144,000`: for a year, as the line begins. */
function unsaidYear(left: Side, stated: Figure): readonly UnitFactor[] {
  const isMonthly = left.figures.some((f) => periodOf(f.unit) === 'month');
  if (!isMonthly || left.operators === 0 || timeIn(stated.unit).length > 0) return [];
  return [{ factor: 12, assumed: 'an amount for one year' }];
}

/** `220,000 / 95,000 = 28 months`: what is spent, over what comes back in a year; or in a month, where years are told. */
function paidBackIn({ expression, figures }: Side, stated: Figure): readonly UnitFactor[] {
  const isQuotient = expression.kind === 'operation' && expression.sign === '/' && figures.length === 2;
  if (!isQuotient || !isDuration(stated) || figures.some((f) => timeIn(f.unit).length > 0)) return [];
  const inYear: Readonly<Record<string, number>> = { month: 12, week: 52, day: 365, year: 1 / 12 };
  const factor = inYear[stated.unit.factors[0]?.atom.name ?? ''];
  const assumed = factor === 1 / 12 ? 'an amount for one month' : 'an amount for one year';
  return factor === undefined ? [] : [{ factor, assumed }];
}

/** `$5 / 1M tokens × 30,000 / 1e6`: what the price is for is divided by once more. */
function saidTwice(left: Side): readonly Side[] {
  const counts = new Set(left.figures.flatMap((f) => (f.perCount > 1 ? [f.perCount] : [])));
  const isSaid = left.figures.some(
    (f) => f.perCount === 1 && f.unit.factors.length === 0 && counts.has(f.high),
  );
  if (!isSaid) return [];
  return [{ ...left, expression: replaced(left.expression, (f) => ({ ...f, perCount: 1 })) }];
}

/** One mark between digits, three of them behind it: thousands or decimals. */
const openNumber = /^\d{1,3}([.,])\d{3}(?!\d)/;

/** `10.000 × $0.0000007`: a point of thousands in a text whose points are decimal elsewhere; and the other way round. */
function regrouped(left: Side, marks: ReadonlySet<string>): readonly Side[] {
  if (left.figures.every((f) => otherMark(f, marks) === 1)) return [];
  return [{ ...left, expression: replaced(left.expression, (f) => scaled(f, otherMark(f, marks))) }];
}

/** The marks that are decimal for certain. */
function decimalMarks(figures: readonly Figure[]): ReadonlySet<string> {
  return new Set(figures.flatMap((f) => /\d([.,])(?:\d{1,2}|\d{4,})(?!\d)/.exec(written(f))?.[1] ?? []));
}

/** How many times as much a number is where its mark is meant the other way; 1 where it is not open. */
function otherMark(figure: Figure, marks: ReadonlySet<string>): number {
  const mark = openNumber.exec(written(figure))?.[1];
  if (mark === undefined) return 1;
  if (figure.step === 0.001 && figure.low >= 1 && figure.low < 1000) return 1000;
  // `$1,071 × 730 = $781,83`
  return figure.step === 1 && figure.low >= 1000 && marks.has(mark) ? 1 / 1000 : 1;
}

function written({ passage, start, end }: Figure): string {
  return passage.text.slice(start, end).replace(/^[^\d]+/, '');
}

function scaled(figure: Figure, by: number): Figure {
  if (by === 1) return figure;
  const spread = ({ low, high }: Interval): Interval => ({ low: low * by, high: high * by });
  return {
    ...figure,
    low: figure.low * by,
    high: figure.high * by,
    step: figure.step * by,
    spreads: { low: spread(spreadOf(figure, 'low')), high: spread(spreadOf(figure, 'high')) },
  };
}

/** `2,000 users × €2 = €48,000/year`: a price for a month that does not say so. */
function unsaidPeriods(left: Side, stated: Figure): readonly UnitFactor[] {
  const period = periodOf(stated.unit);
  if (period === '' || left.operators === 0 || left.figures.some((f) => timeIn(f.unit).length > 0)) return [];
  const shorter = ['month', 'day', 'hour'].flatMap((name) =>
    lengthsOf(period, name)
      .slice(0, 3)
      .map((n) => [name, n] as const),
  );
  return shorter.map(([name, factor]) => ({ factor, assumed: `a price for one ${name}` }));
}

/** `€5,000/month × 14 = €70,000/year`: more salaries than months. */
function salariesOf(left: Side, stated: Figure): readonly UnitFactor[] {
  const isMonthly = left.figures.some((f) => periodOf(f.unit) === 'month');
  const isSalaries = left.figures.some((f) => isCount(f) && f.step === 1 && f.low > 12 && f.low <= 15);
  return isMonthly && isSalaries && periodOf(stated.unit) === 'year' ? [{ factor: 1, assumed: '' }] : [];
}

/** `($300 - $200) / $200 × 100 = 50%`: the sign says once more what the factor says. */
function hundredth(left: Side, stated: Figure): readonly UnitFactor[] {
  const isMultiplied = left.figures.some(
    (f) => f.low === 100 && f.high === 100 && f.unit.factors.length === 0,
  );
  return isShare(stated) && isMultiplied ? [{ factor: 0.01, assumed: '' }] : [];
}

/**
 * `$5 + (40M × $0.50)`: the price is for a million, and the sentence before said so. Of tokens any number may be meant so: they are
 * sold by the thousand or the million only.
 */
function perThousands(left: Side): readonly Side[] {
  const isLarge = (f: Figure): boolean =>
    isCount(f) &&
    ((f.low >= 1000 && f.step >= 1) || f.unit.factors.some((u) => u.atom.name === 'token') || isOfTokens(f));
  const priced = left.figures.some((f) => f.perCount === 1 && hasCurrency(f.unit));
  if (!priced || !left.figures.some(isLarge)) return [];
  return [1e3, 1e6].map((n) => ({
    ...left,
    expression: replaced(left.expression, (f) => (isLarge(f) ? { ...f, perCount: n } : f)),
  }));
}

/** `20 × $9.99 × 2.9% + $0.30`: the fixed part of a fee is paid each time. */
function feesOf(left: Side): readonly Side[] {
  const { expression } = left;
  if (expression.kind !== 'operation' || expression.sign !== '+' || expression.right.kind !== 'figure')
    return [];
  const count = left.figures.find((f) => isCount(f) && f.whole);
  if (count === undefined || !left.figures.some(isShare) || !hasCurrency(expression.right.figure.unit))
    return [];
  const fixed: Expression = {
    kind: 'operation',
    sign: '*',
    left: { kind: 'figure', figure: count },
    right: expression.right,
  };
  return [{ ...left, expression: { ...expression, right: fixed } }];
}

/** `100 input tokens` */
function isOfTokens({ passage, end }: Figure): boolean {
  return /^\s*(?:tokens?|токен\p{L}*)(?!\p{L})/iu.test(passage.text.slice(end, end + 12));
}

function replaced(expression: Expression, change: (figure: Figure) => Figure): Expression {
  if (expression.kind === 'figure') return { kind: 'figure', figure: change(expression.figure) };
  if (expression.kind === 'rounding') return { ...expression, of: replaced(expression.of, change) };
  const { left, right } = expression;
  return { ...expression, left: replaced(left, change), right: replaced(right, change) };
}

function isCount(figure: Figure): boolean {
  return figure.unit.factors.every((u) => u.atom.kind === 'count');
}

export interface Trial {
  readonly fits: boolean;
  readonly off: number;
  readonly recomputed: Interval;
  readonly assumed: string;
}

/** Of a calculation that is written out, the figures are those that it was made with. */
const asPrinted = 0.001;

function isWrittenOut({ operators, figures }: Side): boolean {
  return operators > 0 && !figures.some((f) => f.about);
}

function trial(left: Side, stated: Figure, { factor, assumed }: UnitFactor, crossed: boolean): Trial {
  const share = figureValue({ ...stated, low: 1, high: 1 }, 'low').value;
  const excused = isWrittenOut(left) ? asPrinted : undefined;
  const ends = (['low', 'high'] as const).map((end) => {
    const { value, spread } = evaluate(left.expression, end, crossed);
    const by = factor / share;
    const bySpread = { low: spread.low * by, high: spread.high * by };
    return { value: value * by, fit: fitOf(stated, end, value * by, bySpread, excused) };
  });
  const [low, high] = ends;
  const recomputed = {
    low: Math.min(low?.value ?? 0, high?.value ?? 0),
    high: Math.max(low?.value ?? 0, high?.value ?? 0),
  };
  const inside =
    stated.low < stated.high &&
    recomputed.low === recomputed.high &&
    recomputed.low >= stated.low &&
    recomputed.high <= stated.high;
  // `8–12 stories × 35 min = 6.5 hours`, of which one is meant
  const outside =
    stated.low === stated.high &&
    recomputed.low < recomputed.high &&
    recomputed.low <= stated.low &&
    stated.high <= recomputed.high;
  return {
    fits: inside || outside || ends.every((e) => e.fit.fits),
    off: Math.max(...ends.map((e) => e.fit.off)),
    recomputed,
    assumed,
  };
}
