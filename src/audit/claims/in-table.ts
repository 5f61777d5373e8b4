// What the rows and columns of one table claim of each other.

import type { Claim, Figure, Passage } from '../types.ts';
import { productCellsIn } from './calculations/product-cells.ts';
import { workedCellsIn } from './calculations/worked-cells.ts';
import type { FiguresOf, Grid, Row } from './content/grid.ts';
import { paybackInGrid } from './lists/payback.ts';
import { rolesInGrid } from './lists/roles.ts';
import { superlativeCellsIn } from './options/superlative-cells.ts';
import { scaledCellsIn } from './passages/scaled-prices.ts';
import { columnShapesIn } from './relations/column-shapes.ts';
import { relationsIn } from './relations/relations.ts';
import { rowRelationsIn, withRemarks } from './relations/turned.ts';
import { breakEvenRowsIn } from './rows/break-even-rows.ts';
import { changedRowsIn } from './rows/changed-rows.ts';
import { countedCellsIn } from './rows/counted-amounts.ts';
import { percentRowsIn } from './rows/percent-rows.ts';
import { pricedColumnsIn } from './rows/priced-columns.ts';
import { savedRowsIn } from './rows/saved-rows.ts';
import { unitRowsIn } from './rows/unit-rows.ts';
import { blendedRowsIn, type Weighed } from './rows/weighted.ts';
import { weightedScoresIn } from './rows/weighted-scores.ts';
import { groupedPartsIn } from './totals/grouped-parts.ts';
import { totalsIn } from './totals/totals.ts';

export interface TableReading {
  /** Each passage once, whoever asks. */
  readonly figuresOf: FiguresOf;
  /** Without remembering: for passages that nobody else asks for. */
  readonly readOnce: FiguresOf;
  /** The rows of its column headings. */
  readonly headings: readonly (readonly Passage[])[];
  /** Rows of tables with the same headings. */
  readonly siblings: readonly Row[] | undefined;
  readonly weights: readonly Weighed[];
}

export function claimsOfTable(
  grid: Grid,
  { figuresOf, readOnce, headings, siblings, weights }: TableReading,
): readonly Claim[] {
  const remarked = withRemarks(grid);
  const summed = totalsIn(grid);
  const relations = withoutSums(withFlips(grid, relationsIn(remarked, siblings)), summed);
  const totals = besides(summed, relations);
  return [
    totals,
    groupedPartsIn(grid),
    relations,
    rowRelationsIn(grid, totals, relations),
    besideProducts(columnShapesIn(remarked), relations),
    percentRowsIn(grid),
    scaledCellsIn(grid),
    pricedColumnsIn(grid, headings, figuresOf),
    changedRowsIn(grid),
    breakEvenRowsIn(grid),
    savedRowsIn(grid),
    rolesInGrid(grid),
    paybackInGrid(grid),
    unitRowsIn(grid, figuresOf),
    countedCellsIn(grid, figuresOf),
    productCellsIn(grid, readOnce),
    workedCellsIn(grid, readOnce),
    superlativeCellsIn(grid, figuresOf),
    blendedRowsIn(grid, weights),
    weightedScoresIn(grid),
  ].flat();
}

/** In a table of options, whether the figure as it should be changes which of them is the lowest. */
function withFlips(grid: Grid, claims: readonly Claim[]): readonly Claim[] {
  if (!claims.some((c) => c.verdict === 'wrong') || grid.rows.some((r) => r.kind !== 'plain')) return claims;
  return claims.map((claim) => {
    if (claim.verdict === 'right') return claim;
    const column = grid.columns.find((c) => grid.rows.some((r) => r.cells[c.index]?.figure === claim.stated));
    if (column === undefined || !column.hasMoney || grid.rows.length > 200) return claim;
    const own = grid.rows.flatMap((r) => r.cells[column.index]?.figure ?? []);
    const lowest = (value: (f: Figure) => number): Figure | undefined =>
      own.reduce<Figure | undefined>((a, b) => (a === undefined || value(b) < value(a) ? b : a), undefined);
    const before = lowest((f) => f.high);
    const after = lowest((f) => (f === claim.stated ? claim.recomputed.high : f.high));
    return before === after ? claim : { ...claim, flips: true };
  });
}

/** In a row of totals that all add up, what is between the columns is what the rows leave open: one has no monthly amount. */
function withoutSums(relations: readonly Claim[], totals: readonly Claim[]): readonly Claim[] {
  if (!relations.some((c) => c.verdict === 'wrong')) return relations;
  const sums = new Set(
    totals.filter((c) => c.verdict === 'right' && c.operands.length > 1).map((c) => c.stated),
  );
  const base = new Set(totals.filter((c) => c.verdict === 'right').map((c) => c.stated));
  return relations.filter(
    (c) => c.verdict === 'right' || !sums.has(c.stated) || !c.operands.every((f) => base.has(f)),
  );
}

/** A total that follows from its own row may be meant so, whatever its column adds up to. */
function besides(totals: readonly Claim[], relations: readonly Claim[]): readonly Claim[] {
  if (!totals.some((c) => c.verdict === 'wrong')) return totals;
  // of a sum along the row, the parts are totals, too, and one of them is wrong with it
  const isSumOfBefore = ({ kind, stated, operands }: Claim): boolean =>
    kind === 'total' && operands.every((f) => f.passage.at < stated.passage.at);
  const right = new Set(
    relations.filter((c) => c.verdict === 'right' && !isSumOfBefore(c)).map((c) => c.stated),
  );
  const mended = new Map(
    relations
      .filter((c) => c.verdict === 'wrong' && c.confidence > 0.6)
      .map((c) => [c.stated, c.recomputed.high]),
  );
  const inRow = new Set(relations.filter((c) => c.verdict === 'right').map((c) => c.stated));
  return totals.map((claim) =>
    claim.verdict === 'wrong' && isExplained(claim, mended)
      ? { ...claim, verdict: 'right', message: '', operands: claim.operands.filter((f) => !mended.has(f)) }
      : claim.verdict === 'wrong' &&
          (right.has(claim.stated) || (inRow.has(claim.stated) && isNearlyRight(claim)))
        ? { ...claim, confidence: claim.confidence - 0.3 }
        : claim,
  );
}

/** So little off that it may be the rounding of all the rows: another way to the total is the one that was taken. */
function isNearlyRight({ stated, operands, recomputed }: Claim): boolean {
  return Math.abs(recomputed.high - stated.high) <= (operands.length * stated.step) / 2;
}

/** What is right in a product of its row runs on from the row above by chance at most. */
function besideProducts(claims: readonly Claim[], relations: readonly Claim[]): readonly Claim[] {
  if (!claims.some((c) => c.verdict === 'wrong')) return claims;
  const products = new Set(
    relations.flatMap((c) => (c.kind === 'row' && c.verdict === 'right' ? [c.stated] : [])),
  );
  return claims.filter((c) => c.verdict === 'right' || !products.has(c.stated));
}

/** The total is right for what a wrong row should have held. */
function isExplained({ stated, operands, recomputed }: Claim, mended: ReadonlyMap<Figure, number>): boolean {
  let moved = 0;
  let found = false;
  for (const figure of operands) {
    const value = mended.get(figure);
    if (value === undefined) continue;
    found = true;
    moved += value - figure.high;
  }
  return found && Math.abs(recomputed.high + moved - stated.high) <= stated.step * 1.5;
}
