// Amounts in a row of totals that are no sums of their own columns: what one of each cost (`| Total | 446 h | €174,250 | €391 |`), and the
// total of another column that stands in the wrong one.

import { printsAs } from '../../figures/spread.ts';
import type { Figure } from '../../types.ts';
import { type Column, type Grid, isShare } from '../content/grid.ts';

/** Further rows tell nothing more. */
const mostRows = 500;
const leastRows = 3;
/** Quotients of shorter numbers come out by chance. */
const leastDigits = 100;

/** `off`: by how much the amount misses the sum of its column, as a share. */
export function isOtherTotal(
  grid: Grid,
  index: number,
  column: Column,
  { stated, off }: { readonly stated: Figure; readonly off: number },
): boolean {
  if (stated.low < stated.high) return false;
  return (
    isTotalOfOther(grid, index, column, stated) || (off > far && isQuotient(grid, index, column, stated))
  );
}

/** What is nearer is a sum with a slip. */
const far = 0.5;

function isQuotient({ rows }: Grid, index: number, column: Column, stated: Figure): boolean {
  if (Math.abs(stated.high) < leastDigits * stated.step) return false;
  const others = (rows[index]?.cells ?? []).flatMap(({ figure }, at) =>
    figure === undefined || at === column.index || figure.low < figure.high || isShare(figure)
      ? []
      : [figure],
  );
  return others.some((part) =>
    others.some((by) => {
      return part !== by && by.high !== 0 && printsAs(stated, part.high / by.high);
    }),
  );
}

/** Another column that has no total comes to just this. */
function isTotalOfOther({ rows, columns }: Grid, index: number, column: Column, stated: Figure): boolean {
  const above = rows.slice(Math.max(0, index - mostRows), index).filter((r) => r.kind === 'plain');
  return columns.some((other) => {
    if (other.index === column.index || other.isShare) return false;
    if (rows[index]?.cells[other.index]?.figure !== undefined) return false;
    const own = above.flatMap((r) => r.cells[other.index]?.figure ?? []);
    return (
      own.length >= leastRows &&
      printsAs(
        stated,
        own.reduce((n, f) => n + f.high, 0),
      )
    );
  });
}
