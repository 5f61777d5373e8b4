// The ways to read one calculation: with the conventions that its units leave open, with a period that nobody wrote, per thousand.

import type { Interval } from '../../quantity/interval.ts';
import { lengthsOf, periodOf, timeIn } from '../judge/calendar.ts';
import { fitOf } from '../judge/compare.ts';
import type { UnitFactor } from '../judge/unit-factors.ts';
import type { Figure } from '../types.ts';
import type { Expression, Side } from './expression.ts';
import { isShare } from './grid.ts';
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
  const tried = (side: Side, factors: readonly UnitFactor[]): Trial | undefined => {
    for (const factor of factors) {
      for (const crossed of ranged ? [false, true] : [false]) {
        const outcome = trial(side, stated, factor, crossed);
        plainest ??= outcome;
        if (outcome.fits) return outcome;
      }
    }
    return undefined;
  };
  const usual = [...hundredth(left, stated), ...units];
  let right = tried(left, usual);
  if (right !== undefined) return { right, plainest };
  const unsaid = unsaidPeriods(left, stated);
  right = tried(left, unsaid);
  const all = [...usual, ...unsaid];
  for (const side of [...perThousands(left), ...saidTwice(left), ...regrouped(left, stated)])
    right ??= tried(side, all);
  return { right, plainest };
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
function regrouped(left: Side, stated: Figure): readonly Side[] {
  const marks = new Set([...left.figures, stated].map((f) => /\d([.,])\d{1,2}(?!\d)/.exec(written(f))?.[1]));
  const times = (f: Figure): number => {
    const mark = openNumber.exec(written(f))?.[1];
    if (mark === undefined) return 1;
    if (f.step === 0.001 && f.low >= 1 && f.low < 1000) return 1000;
    // `$1,071 × 730 = $781,83`
    return f.step === 1 && f.low >= 1000 && marks.has(mark) ? 1 / 1000 : 1;
  };
  if (left.figures.every((f) => times(f) === 1)) return [];
  return [{ ...left, expression: replaced(left.expression, (f) => multiplied(f, times(f))) }];
}

function written({ passage, start, end }: Figure): string {
  return passage.text.slice(start, end).replace(/^[^\d]+/, '');
}

function multiplied(f: Figure, by: number): Figure {
  const spread = ({ low, high }: Interval): Interval => ({ low: low * by, high: high * by });
  return {
    ...f,
    low: f.low * by,
    high: f.high * by,
    step: f.step * by,
    lowSpread: spread(f.lowSpread),
    highSpread: spread(f.highSpread),
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

/** `($300 - $200) / $200 × 100 = 50%`: the sign says once more what the factor says. */
function hundredth(left: Side, stated: Figure): readonly UnitFactor[] {
  const isMultiplied = left.figures.some(
    (f) => f.low === 100 && f.high === 100 && f.unit.factors.length === 0,
  );
  return isShare(stated) && isMultiplied ? [{ factor: 0.01, assumed: '' }] : [];
}

/** `$5 + (40M × $0.50)`: the price is for a million, and the sentence before said so. */
function perThousands(left: Side): readonly Side[] {
  const isLarge = (f: Figure): boolean => f.low >= 1000 && f.step >= 1 && isCount(f);
  const priced = left.figures.some(
    (f) => f.perCount === 1 && f.unit.factors.some((u) => u.atom.kind === 'currency'),
  );
  if (!priced || !left.figures.some(isLarge)) return [];
  return [1e3, 1e6].map((n) => ({
    ...left,
    expression: replaced(left.expression, (f) => (isLarge(f) ? { ...f, perCount: n } : f)),
  }));
}

function replaced(expression: Expression, change: (figure: Figure) => Figure): Expression {
  if (expression.kind === 'figure') return { kind: 'figure', figure: change(expression.figure) };
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

function trial(left: Side, stated: Figure, { factor, assumed }: UnitFactor, crossed: boolean): Trial {
  const share = figureValue({ ...stated, low: 1, high: 1 }, 'low').value;
  const ends = (['low', 'high'] as const).map((end) => {
    const { value, spread } = evaluate(left.expression, end, crossed);
    const by = factor / share;
    return {
      value: value * by,
      fit: fitOf(stated, end, value * by, { low: spread.low * by, high: spread.high * by }),
    };
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
  return {
    fits: inside || ends.every((e) => e.fit.fits),
    off: Math.max(...ends.map((e) => e.fit.off)),
    recomputed,
    assumed,
  };
}
