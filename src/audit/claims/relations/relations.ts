// What holds between the columns of a table, found in the rows themselves: quantity × price = cost, yearly = 12 × monthly, a
// difference, a share, cost per user. A relation that most rows keep is taken to be meant, and the rows that break it are wrong.
// No word of the headings is needed, so it works in every language; where there are few rows the headings decide.

import { isRoundOffer } from '../../judge/offers.ts';
import { append } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Column, Grid, Row } from '../content/grid.ts';
import { countWords } from './product-shapes.ts';
import { confidenceOf } from './relation-confidence.ts';
import { hasReason, isOfRounded } from './relation-reasons.ts';
import { figuresOf, holds, isOtherwiseKept, type Outcome, type RowFigures } from './relation-rows.ts';
import type { Shape } from './relation-shape.ts';
import { shapesFor } from './relation-shapes.ts';
import { bestOf, isBroken, isOffer, sharingFactor, type Tested, test } from './relation-tests.ts';

const sampleRows = 120;
const mostColumns = 9;

/** `beside`: rows of tables with the same headings. */
export function relationsIn(grid: Grid, beside: readonly Row[] = []): readonly Claim[] {
  const columns = grid.columns
    .filter((c) => isFilled(c) && !isOfNames(c, grid.rows.slice(0, sampleRows)))
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

/** In half of the rows; how many there are is often said of a few things only. */
function isFilled({ heading, filled, hasMoney }: Column): boolean {
  return filled >= 0.5 || (filled >= fewestCounted && !hasMoney && countWords.test(heading));
}

const fewestCounted = 0.1;

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
      if (isOfConstant(tested, figures)) continue;
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

/**
 * `| 2 | $0.02 | $30 |`, `| 2 | $0.04 | $61 |`, `| 4 | $0.17 | $243 |`: what is the same wherever a product comes out is no factor,
 * or it is one by another name, as far as the row that breaks it comes out with that, too.
 */
function isOfConstant({ shape, rows }: Tested, { operands, stated }: RowFigures): boolean {
  if (shape.kind !== 'row' || shape.named === true) return false;
  const kept = rows
    .slice(0, mostCompared)
    .flatMap((r) => (r.fits ? (figuresOf(shape, r.row)?.operands ?? []) : []));
  return operands.some((own, i) => {
    const others = kept.filter((_, at) => at % operands.length === i);
    const [first, second] = others;
    if (first === undefined || second === undefined || first.high === own.high) return false;
    if (others.some((f) => f.high !== first.high || f.low !== f.high)) return false;
    const replaced = operands.map((f, at) => (at === i ? first : f));
    return holds(shape, { operands: replaced, stated })?.fits === true;
  });
}

/** A factor that changes does so in the first rows. */
const mostCompared = 40;

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
function offersIn({ shape, rows, support, misses }: Tested): ReadonlySet<Row> {
  if (shape.kind === 'row') return sharingFactor(shape, rows);
  if (shape.kind !== 'period') return new Set();
  const cheaper = rows.flatMap(({ row, fits, off }) => {
    const figures = fits ? undefined : figuresOf(shape, row);
    const operand = figures?.operands[0];
    if (figures === undefined || operand === undefined || !isOffer(shape, row)) return [];
    const { high, step } = figures.stated;
    // where nobody else takes anything off, a single row does not take off half
    if (off > mostOff && support >= leastPlain && misses === 1) return [];
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

const mostOff = 0.34;
const leastPlain = 3;

/** 12 months, a difference: right for a sum of rows as for each of them. Products are not. */
function appliesToTotals(shape: Shape): boolean {
  return (
    shape.kind === 'period' ||
    shape.kind === 'difference' ||
    shape.kind === 'saving' ||
    shape.kind === 'total'
  );
}

/** A row with one wrong figure breaks several relations; the surest one is told. */
function onePerRow(claims: readonly Claim[]): readonly Claim[] {
  const blamed = new Set<Figure>();
  const wrong = claims.filter((c) => c.verdict === 'wrong').sort((a, b) => b.confidence - a.confidence);
  if (wrong.length === 0) return claims;
  const kept = new Set<Claim>();
  for (const claim of wrong) {
    const figures = [claim.stated, ...claim.operands];
    if (figures.some((f) => blamed.has(f))) continue;
    for (const figure of figures) blamed.add(figure);
    kept.add(claim);
  }
  return claims.filter((c) => c.verdict === 'right' || kept.has(c));
}
