// A table that is wider than the screen, cut into pieces that are not.

import { columnWidths, type Table } from './table.ts';

/** The first column is repeated in each piece. */
export function pieces(table: Table, width: number): readonly Table[] {
  const widths = columnWidths(table);
  const [first = 0] = widths;
  const found: number[][] = [];
  let used = 0;
  for (let i = 1; i < widths.length; i++) {
    const needed = 2 + (widths[i] ?? 0);
    const last = found.at(-1);
    if (last === undefined || used + needed > width) {
      found.push([i]);
      used = first + needed;
    } else {
      last.push(i);
      used += needed;
    }
  }
  return found.map((columns) => only(table, [0, ...columns]));
}

function only({ columns, rows }: Table, kept: readonly number[]): Table {
  return {
    columns: kept.flatMap((i) => columns[i] ?? []),
    rows: rows.map((r) => ({ ...r, cells: kept.map((i) => r.cells[i] ?? '') })),
  };
}
