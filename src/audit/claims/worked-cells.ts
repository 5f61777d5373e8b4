// A calculation in one cell and what it comes to in the next: `| Audio | 50 h × $0.18 | $9.00 |`.

import type { Claim, Figure, Passage } from '../types.ts';
import { calculationIn } from './equations.ts';
import type { FiguresOf, Grid } from './grid.ts';
import { currencyOf } from './ledger.ts';

/** Longer cells are sentences. */
const longest = 120;
const mostRows = 2000;

export function workedCellsIn(grid: Grid, figuresOf: FiguresOf): readonly Claim[] {
  const rows = grid.rows.slice(0, mostRows);
  return grid.columns.slice(1).flatMap(({ index }) => {
    const claims = rows.flatMap(({ cells }): Claim[] => {
      const [passage, stated] = [cells[index]?.passage, cells[index + 1]?.figure];
      if (passage === undefined || stated === undefined || !isMoney(stated) || !isCalculation(passage))
        return [];
      const figures = figuresOf(passage);
      const claim = figures.some(isMoney) ? calculationIn(passage.text, figures, stated) : undefined;
      // with another amount behind it, the calculation is of one of several cases
      const isOneOfMany = cells.slice(index + 2).some((c) => c.figure !== undefined && isMoney(c.figure));
      return claim === undefined || (isOneOfMany && claim.verdict === 'wrong') ? [] : [claim];
    });
    // where most do not come out, the next column is something else
    const right = claims.filter((c) => c.verdict === 'right').length;
    return right > 0 && right * 2 >= claims.length ? claims : claims.filter((c) => c.verdict === 'right');
  });
}

function isMoney(figure: Figure): boolean {
  return currencyOf(figure) !== '';
}

function isCalculation({ text }: Passage): boolean {
  return text.length <= longest && /\d.*[×*·÷/+−xX].*\d/u.test(text) && !/[=≈→:]/.test(text);
}
