// A calculation in one cell and what it comes to in another of its row: `| Audio | 50 h × $0.18 | $9.00 |`, `| Yearly | $7,992 |
// $666 × 12 months |`, `| Speech (12 h × $0.36) | $4.32 |`.

import { part } from '../../passage.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import type { FiguresOf, Grid, Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { calculationIn } from './equations.ts';

/** Longer cells are sentences. */
const longest = 120;
const mostRows = 2000;

export function workedCellsIn(grid: Grid, figuresOf: FiguresOf): readonly Claim[] {
  const rows = grid.rows.slice(0, mostRows);
  return grid.columns.flatMap(({ index }) => {
    const claims = rows.flatMap((row) => workedIn(row, index, figuresOf));
    // where most do not come out, the other column is something else
    const right = claims.filter((c) => c.verdict === 'right').length;
    return right > 0 && right * 2 >= claims.length ? claims : claims.filter((c) => c.verdict === 'right');
  });
}

function workedIn({ cells }: Row, index: number, figuresOf: FiguresOf): readonly Claim[] {
  const passage = cells[index]?.passage;
  const inner = passage === undefined ? undefined : calculationOf(passage);
  if (passage === undefined || inner === undefined) return [];
  const next = inner === passage && index > 0 ? cells[index + 1]?.figure : undefined;
  const isNext = next !== undefined && isMoney(next);
  const stated = isNext ? next : onlyAmount(cells.toSpliced(index, 1));
  if (stated === undefined) return [];
  const figures = figuresOf(inner);
  const claim = figures.some(isMoney) ? calculationIn(inner.text, figures, stated) : undefined;
  // with another amount behind it, the calculation is of one of several cases
  const isOneOfMany =
    isNext && cells.slice(index + 2).some((c) => c.figure !== undefined && isMoney(c.figure));
  return claim === undefined || (isOneOfMany && claim.verdict === 'wrong') ? [] : [claim];
}

/** The one amount of money in the cells. */
function onlyAmount(cells: Row['cells']): Figure | undefined {
  const amounts = cells.flatMap(({ figure }) => (figure !== undefined && isMoney(figure) ? [figure] : []));
  const [only] = amounts;
  return amounts.length === 1 && only !== undefined && isAmount(only) ? only : undefined;
}

function isMoney(figure: Figure): boolean {
  return currencyOf(figure) !== '';
}

/** The whole cell, or what stands in parentheses at its end. */
function calculationOf(passage: Passage): Passage | undefined {
  const { text } = passage;
  if (text.length > longest || !isCalculation(text)) return undefined;
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'));
  const close = text.length - 1;
  const isInParentheses = open > 0 && /[)）]$/.test(text) && isCalculation(text.slice(open));
  return isInParentheses && !/\d/.test(text.slice(0, open)) ? part(passage, open + 1, close) : passage;
}

function isCalculation(text: string): boolean {
  return /\d.*[×*·÷/+−xX].*\d/u.test(text) && !/[=≈→:]/.test(text);
}
