// How many rows of a table keep a relation, and whether they show that it is meant.

import type { Row } from '../content/grid.ts';
import { figuresOf, holds } from './relation-rows.ts';
import type { Shape } from './relation-shape.ts';

export interface Tested {
  readonly shape: Shape;
  readonly rows: readonly {
    readonly row: Row;
    readonly fits: boolean;
    readonly telling: boolean;
    readonly off: number;
  }[];
  readonly support: number;
  /** Rows that keep it, what fits by chance counted in. */
  readonly kept: number;
  readonly misses: number;
  /** Only tables with the same headings show that it is meant. */
  readonly isShown?: boolean;
}

export function isBroken({ support, misses }: Tested): boolean {
  return misses > support;
}

/** The relation with the most rows behind it; and that of two periods, which a looser one must not hide. */
export function bestOf(shapes: Iterable<Shape>, sample: readonly Row[]): readonly Tested[] {
  let best: Tested | undefined;
  let periods: Tested | undefined;
  for (const shape of shapes) {
    const tested = test(shape, sample);
    if (!isMeant(tested)) continue;
    if (best === undefined || better(tested, best)) best = tested;
    const isSure = shape.kind === 'period' && tested.support >= 3 * Math.max(1, tested.misses);
    if (isSure && (periods === undefined || better(tested, periods))) periods = tested;
  }
  // a first year and the years behind it, where most of them cost the same
  const explained = best?.shape.expected === true && best.misses === 0;
  const found = best === periods || explained ? [best] : [best, periods];
  return found.filter((t) => t !== undefined);
}

function better(a: Tested, b: Tested): boolean {
  const [sa, sb] = [a.support - a.misses, b.support - b.misses];
  if (sa !== sb) return sa > sb;
  if (a.shape.expected !== b.shape.expected) return a.shape.expected;
  return a.shape.rank < b.shape.rank;
}

function isMeant({ shape, support, kept, misses, rows }: Tested): boolean {
  if (support === 0 && !(shape.expected && rows.length > 0)) return false;
  // one row alone may be an offer: ten months' price for a year
  if (shape.kind === 'period' && support === 0 && rows.some((r) => !r.fits && r.off < 0.34))
    return shape.expected && rows.length === 1 && !rows.some((r) => isOffer(shape, r.row));
  // between an hour's pay and what a year comes to stand the hours that somebody works
  if (shape.kind === 'period' && support === 0 && shape.from[0]?.period === 'hour') return false;
  // a product of two columns and a power of ten, of which a column in front of them is made: by chance, of two rows
  const isOdd =
    shape.kind === 'row' && shape.rank === 3 && shape.from.some((c) => c.index > shape.target.index);
  if (isOdd) return support >= 4 && support >= 3 * misses;
  // a count, the price of one and the amount, each by its name
  if (shape.named && support > 0) return support >= misses || kept > misses;
  if (shape.named && misses <= mostAlone) return rows.every((r) => r.off < mostOffAlone);
  if (shape.expected) return support >= misses || (support === 0 && misses === 1 && rows.length === 1);
  return support >= 2 && support >= 2 * misses;
}

/** Where no row keeps it, so many may have a slip, and so large a one. */
const mostAlone = 2;
const mostOffAlone = 0.34;

/** The longer time costs less than its share of the shorter. */
export function isOffer(shape: Shape, row: Row): boolean {
  const figures = figuresOf(shape, row);
  const [operand] = figures?.operands ?? [];
  if (figures === undefined || operand === undefined) return false;
  const recomputed = shape.compute([operand.high / operand.perCount]);
  return recomputed > operand.high ? figures.stated.high < recomputed : figures.stated.high > recomputed;
}

export function test(shape: Shape, rows: readonly Row[]): Tested {
  const outcomes: Tested['rows'][number][] = [];
  for (const row of rows) {
    const figures = figuresOf(shape, row);
    if (figures === undefined) continue;
    const outcome = holds(shape, figures);
    if (outcome !== undefined) outcomes.push({ row, ...outcome });
  }
  const support = outcomes.filter((o) => o.fits && o.telling).length;
  const kept = outcomes.filter((o) => o.fits).length;
  const taxed = shape.kind === 'row' ? sharingFactor(shape, outcomes) : new Set<Row>();
  const misses = outcomes.filter((o) => !o.fits && !taxed.has(o.row)).length;
  return { shape, rows: outcomes, support, kept, misses };
}

/** `1 × $8 → $9.20` and `1 × $20 → $23.00`: rows that are off by one and the same factor have a tax or a discount on them. */
export function sharingFactor(shape: Shape, outcomes: Tested['rows']): ReadonlySet<Row> {
  const ratios = outcomes
    .flatMap(({ row, fits }) => {
      const figures = fits ? undefined : figuresOf(shape, row);
      if (figures === undefined) return [];
      const { stated, operands } = figures;
      const product = shape.compute(operands.map((f) => f.high / f.perCount));
      const room = [stated, ...operands].reduce((n, f) => n + (f.whole ? 0 : f.step / 2 / f.high), 0);
      return product > 0 && stated.high > 0 ? [{ row, product, ratio: stated.high / product, room }] : [];
    })
    .sort((a, b) => a.ratio - b.ratio);
  const shared = new Set<Row>();
  for (const [i, b] of ratios.entries()) {
    const a = ratios[i - 1];
    if (a === undefined || a.product === b.product) continue;
    if (b.ratio / a.ratio - 1 > Math.min(mostApart, a.room + b.room)) continue;
    shared.add(a.row).add(b.row);
  }
  return shared;
}

/** Of two factors that are one. */
const mostApart = 0.004;
