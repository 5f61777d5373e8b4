// What holds between the columns of a table, found in the rows themselves: quantity × price = cost, yearly = 12 × monthly, a
// difference, a share, cost per user. A relation that most rows keep is taken to be meant, and the rows that break it are wrong.
// No word of the headings is needed, so it works in every language; where there are few rows the headings decide.

import { isRoundOffer } from '../judge/offers.ts';
import { append } from '../lists.ts';
import { likeFigure, said } from '../print.ts';
import type { Claim, Figure } from '../types.ts';
import type { Column, Grid, Row } from './grid.ts';
import { currencyOf } from './ledger.ts';
import { hasReason, isOfRounded } from './relation-reasons.ts';
import { figuresOf, holds, isOtherwiseKept, type Outcome, type RowFigures } from './relation-rows.ts';
import { type Shape, shapesFor } from './relation-shapes.ts';

interface Tested {
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

const sampleRows = 120;
const mostColumns = 9;

/** `beside`: rows of tables with the same headings. */
export function relationsIn(grid: Grid, beside: readonly Row[] = []): readonly Claim[] {
  const columns = grid.columns
    .filter((c) => c.filled >= 0.5 && !isOfNames(c, grid.rows.slice(0, sampleRows)))
    .slice(0, mostColumns);
  if (columns.length < 2) return [];
  const plain = grid.rows.filter((r) => r.kind === 'plain');
  const claims: Claim[] = [];
  for (const target of columns) {
    for (const tested of meantFor(target, columns, grid, { plain, beside }))
      append(claims, claimsOf(tested, grid.rows));
  }
  return onePerRow(claims);
}

/** `Haiku 4.5`, `Phase 2`: a word in front of a bare number in most cells; it tells one row from another. */
function isOfNames({ index, hasMoney, filled }: Column, rows: readonly Row[]): boolean {
  if (hasMoney) return false;
  const named = rows.filter(({ cells }) => {
    const { figure, passage } = cells[index] ?? {};
    if (figure === undefined || passage === undefined || figure.unit.factors.length > 0) return false;
    return /\p{L}[\s-]*$/u.test(passage.text.slice(0, figure.start));
  });
  return named.length > (rows.length * filled) / 2;
}

interface Rows {
  readonly plain: readonly Row[];
  /** Of tables with the same headings. */
  readonly beside: readonly Row[];
}

/** What is meant by the rows of the table itself, where its siblings do not break it; else, what these show to be meant. */
function meantFor(
  target: Column,
  columns: readonly Column[],
  grid: Grid,
  { plain, beside }: Rows,
): readonly Tested[] {
  const sample = plain.slice(0, sampleRows);
  const own = bestOf(shapesFor(target, columns, grid, sample), sample).filter(
    (t) => t.support > 0 || !isOneOfSeveral(t.shape, columns),
  );
  if (beside.length === 0) return own;
  const kept = own.filter((t) => t.misses === 0 || !isBroken(test(t.shape, beside)));
  if (kept.length > 0) return kept;
  const all = [...sample, ...beside];
  return bestOf(shapesFor(target, columns, grid, all), all)
    .filter((t) => t.support >= leastBeside && t.support >= leastBeside * t.misses)
    .map((t) => ({ ...t, isShown: true }));
}

const leastBeside = 3;

/** `| Server/month | Support/month | 2 years |`: by its heading alone, a longer time is not that of one of several amounts. */
function isOneOfSeveral({ kind, from: [from], target }: Shape, columns: readonly Column[]): boolean {
  const isAlike = (c: Column): boolean => c.hasMoney && !c.isShare && c.period === from?.period;
  return kind === 'period' && columns.some((c) => c !== from && c !== target && isAlike(c));
}

function isBroken({ support, misses }: Tested): boolean {
  return misses > support;
}

/** The relation with the most rows behind it; and that of two periods, which a looser one must not hide. */
function bestOf(shapes: Iterable<Shape>, sample: readonly Row[]): readonly Tested[] {
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
function isOffer(shape: Shape, row: Row): boolean {
  const figures = figuresOf(shape, row);
  const [operand] = figures?.operands ?? [];
  if (figures === undefined || operand === undefined) return false;
  const recomputed = shape.compute([operand.high / operand.perCount]);
  return recomputed > operand.high ? figures.stated.high < recomputed : figures.stated.high > recomputed;
}

function test(shape: Shape, rows: readonly Row[]): Tested {
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
function sharingFactor(shape: Shape, outcomes: Tested['rows']): ReadonlySet<Row> {
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

function claimsOf(tested: Tested, rows: readonly Row[]): readonly Claim[] {
  const { shape, misses, isShown = false } = tested;
  const claims: Claim[] = [];
  const offers = offersIn(tested);
  const total = totalOf(rows, shape.target);
  for (const row of rows) {
    // a total keeps the relation only where every row above it does
    if (row.kind !== 'plain' && (misses > 0 || isShown || !appliesToTotals(shape))) continue;
    const figures = figuresOf(shape, row);
    if (figures === undefined) continue;
    const outcome = holds(shape, figures, row.kind === 'plain' ? 1 : tested.rows.length);
    const { operands, stated } = figures;
    // nothing to pay has reasons of its own
    if (outcome === undefined || (!outcome.fits && (stated.high === 0 || outcome.recomputed.high === 0)))
      continue;
    // a longer time's total may be that of the shorter, and the rows rounded for themselves
    const mayBeSure = row.kind === 'plain' && !(shape.kind === 'period' && isOfRounded(shape, figures));
    const isSure = !outcome.fits && mayBeSure && isWanted(total, stated, outcome);
    if (!outcome.fits && !isSure) {
      if (offers.has(row) || isOtherwiseKept(shape, figures)) continue;
      if (hasReason(row, shape, outcome, figures)) continue;
    }
    const working = outcome.fits ? '' : shape.working(operands.map(said));
    claims.push({
      kind: shape.kind,
      stated,
      operands,
      verdict: outcome.fits ? 'right' : 'wrong',
      recomputed: outcome.recomputed,
      working,
      message: outcome.fits
        ? ''
        : `${working} is ${likeFigure(outcome.recomputed, stated)}, not ${said(stated)}`,
      confidence: outcome.fits ? 1 : confidenceOf(tested, row, figures, outcome) + (isSure ? sure : 0),
    });
  }
  return claims;
}

/** The one total of a column, and what its rows add up to. */
interface Total {
  readonly printed: Figure;
  readonly sum: number;
}

function totalOf(rows: readonly Row[], { index }: Column): Total | undefined {
  const totals = rows.filter((r) => r.kind === 'total' || r.kind === 'subtotal');
  const printed = totals[0]?.cells[index]?.figure;
  if (printed === undefined || totals.length > 1 || printed.low < printed.high) return undefined;
  const plain = rows.filter((r) => r.kind === 'plain');
  return { printed, sum: plain.reduce((n, r) => n + (r.cells[index]?.figure?.high ?? 0), 0) };
}

/** The total is right for what the row ought to hold, and not for what it holds: whatever reason there might be, it was none. */
function isWanted(total: Total | undefined, { low, high }: Figure, { recomputed }: Outcome): boolean {
  if (total === undefined || low < high || recomputed.low < recomputed.high) return false;
  const { printed, sum } = total;
  const isNear = (value: number): boolean => Math.abs(value - printed.high) <= printed.step * 0.6;
  return isNear(sum - high + recomputed.high) && Math.abs(recomputed.high - high) > printed.step * 1.5;
}

/** What a total that agrees adds to the confidence. */
const sure = 0.15;

/**
 * Rows whose longer time is cheaper by one and the same share, or by a round one: `$96 | $1,037` with a tenth off for a year that
 * is paid at once.
 */
function offersIn({ shape, rows }: Tested): ReadonlySet<Row> {
  if (shape.kind === 'row') return sharingFactor(shape, rows);
  if (shape.kind !== 'period') return new Set();
  const cheaper = rows.flatMap(({ row, fits }) => {
    const figures = fits ? undefined : figuresOf(shape, row);
    const operand = figures?.operands[0];
    if (figures === undefined || operand === undefined || !isOffer(shape, row)) return [];
    const { high, step } = figures.stated;
    return [{ row, high, step, plain: shape.compute([operand.high / operand.perCount]) }];
  });
  type Cheaper = (typeof cheaper)[number];
  const isAlike = (a: Cheaper, b: Cheaper): boolean =>
    Math.abs(a.high / a.plain - b.high / b.plain) <= a.step / a.plain + b.step / b.plain;
  const offers = cheaper.filter(
    (a) =>
      isRoundOffer(a.high, a.plain, a.step) ||
      cheaper.some((b) => b !== a && b.plain !== a.plain && isAlike(a, b)),
  );
  return new Set(offers.map(({ row }) => row));
}

/** 12 months, a difference: right for a sum of rows as for each of them. Products are not. */
function appliesToTotals(shape: Shape): boolean {
  return (
    shape.kind === 'period' ||
    shape.kind === 'difference' ||
    shape.kind === 'saving' ||
    shape.kind === 'total'
  );
}

const exceptionWords =
  /(?<!\p{L})(?:invers\p{L}*|invest\p{L}*|initial|inicial|anfang\p{L}*|(?:year|año|ano|jahr|année|yıl) 0|optional|free|first|included|discount\w*|credit|minimum|min\.|tier\w*|frei|gratis|rabatt|gratuit|remise|gratis|descuento|desconto|grátis|ücretsiz|indirim|one-?time|setup|once|einmalig|special)(?!\p{L})|скидк|бесплатн|免费|折扣|割引|無料/iu;

function confidenceOf(
  { shape, support, misses }: Tested,
  row: Row,
  { operands, stated }: RowFigures,
  { off, recomputed }: Outcome,
): number {
  let confidence = shape.expected ? 0.82 : 0.6;
  confidence += Math.min(0.3, support * (shape.expected ? 0.05 : 0.09));
  confidence -= 0.12 * Math.max(0, misses - 1);
  const text = row.cells.map((c) => c.passage.text).join(' ');
  if (exceptionWords.test(text.slice(0, 600))) confidence -= 0.3;
  const loose = stated.about || operands.some((f) => f.about);
  if (loose && off < 0.1) confidence -= 0.35;
  // each currency was rounded for itself
  if (off < mostExchanged && isInTwoCurrencies(row)) confidence -= 0.35;
  if (row.kind !== 'plain') confidence -= 0.1;
  // what follows from others mostly stands behind them
  if (shape.from.some((c) => c.index > shape.target.index)) confidence -= 0.06;
  // signs are written by more than one custom
  const isSameSize = Math.abs(Math.abs(stated.high) - Math.abs(recomputed.high)) <= stated.step;
  const isSigned = stated.low < 0 && (isSameSize || shape.kind === 'period');
  if (isSigned || operands.some((f) => f.low < 0)) confidence -= 0.3;
  if (off > 0.98 && support < 4) confidence -= 0.1;
  // by its heading alone, a sum along the row that is far off is one of other amounts
  if (shape.kind === 'total' && shape.expected && shape.rank === 2 && off > 0.5 && support < 3)
    confidence -= 0.2;
  return Math.min(0.97, Math.max(0.05, confidence));
}

const mostExchanged = 0.0005;

function isInTwoCurrencies({ cells }: Row): boolean {
  const known = cells.map(({ figure }) => (figure === undefined ? '' : currencyOf(figure)));
  return new Set(known.filter((c) => c !== '')).size > 1;
}

/** A row with one wrong figure breaks several relations; the surest one is told. */
function onePerRow(claims: readonly Claim[]): readonly Claim[] {
  const blamed = new Set<Figure>();
  const wrong = claims.filter((c) => c.verdict === 'wrong').sort((a, b) => b.confidence - a.confidence);
  const kept = new Set<Claim>();
  for (const claim of wrong) {
    const figures = [claim.stated, ...claim.operands];
    if (figures.some((f) => blamed.has(f))) continue;
    for (const figure of figures) blamed.add(figure);
    kept.add(claim);
  }
  return claims.filter((c) => c.verdict === 'right' || kept.has(c));
}
