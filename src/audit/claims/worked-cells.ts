// A calculation in one cell and what it comes to in the next: `| Audio | 50 h × $0.18 | $9.00 |`.

import type { Interval } from '../../quantity/interval.ts';
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
      const [passage, stated] = [cells[index - 1]?.passage, cells[index]?.figure];
      if (passage === undefined || stated === undefined || !isCalculation(passage)) return [];
      const claim = claimOf(passage, figuresOf(passage), stated);
      // with another amount behind it, the calculation is of one of several cases
      const isOneOfMany = cells.slice(index + 1).some((c) => c.figure !== undefined && isMoney(c.figure));
      return claim === undefined || (isOneOfMany && claim.verdict === 'wrong') ? [] : [claim];
    });
    // where most do not come out, the next column is something else
    const right = claims.filter((c) => c.verdict === 'right').length;
    const isShown = (c: Claim): boolean =>
      right > 0 && (isMoney(c.stated) ? right * 2 >= claims.length : right * 4 >= claims.length * 3);
    return claims.filter((c) => c.verdict === 'right' || isShown(c));
  });
}

/** In a column of costs, what is paid has a minus, and its calculation has none. */
function claimOf(passage: Passage, figures: readonly Figure[], stated: Figure): Claim | undefined {
  if (isMoney(stated) && !figures.some(isMoney)) return undefined;
  if (!isMoney(stated) && stated.unit.factors.length > 0) return undefined;
  const claim = calculationIn(passage.text.replace(/\s*=\s*$/, ''), figures, stated);
  if (claim?.verdict !== 'wrong' || stated.high >= 0) return claim;
  const spent = calculationIn(passage.text, figures, turned(stated));
  return spent?.verdict === 'right' ? { ...spent, stated } : claim;
}

function turned(figure: Figure): Figure {
  const spread = ({ low, high }: Interval): Interval => ({ low: -high, high: -low });
  const { low, high, lowSpread, highSpread } = figure;
  return { ...figure, low: -high, high: -low, lowSpread: spread(highSpread), highSpread: spread(lowSpread) };
}

function isMoney(figure: Figure): boolean {
  return currencyOf(figure) !== '';
}

function isCalculation({ text }: Passage): boolean {
  return text.length <= longest && /\d.*[×*·÷/+−xX].*\d/u.test(text) && !/[=≈→:].*\d/.test(text);
}
