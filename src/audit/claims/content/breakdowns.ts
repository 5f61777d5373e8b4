// The parts of a bill: a column of money of a table, with its total where it has one. What is said of them in words is held against it.

import type { Figure, Heading } from '../../types.ts';
import { wordsOf } from './facts.ts';
import type { Grid, Row } from './grid.ts';

export interface Part {
  readonly label: string;
  readonly words: readonly string[];
  readonly figure: Figure;
}

/** One column of money of a table: its parts, and their total where there is one. */
export interface Breakdown {
  readonly parts: readonly Part[];
  readonly total: Figure | undefined;
  readonly heading: string;
  readonly under: Heading | undefined;
}

/** A table with more rows is a list of things, not a breakdown that a sentence speaks of. */
const mostParts = 60;
/** What is said anywhere is held against each of them. */
export const mostBreakdowns = 200;

export function breakdownsOf(grid: Grid): readonly Breakdown[] {
  if (grid.rows.length > 2 * mostParts) return [];
  return grid.columns
    .filter((c) => c.hasMoney && c.filled > 0.5 && !c.isPrice && !c.isShare && c.index > 0)
    .map((column) => {
      const figureOf = (row: Row): Figure | undefined => row.cells[column.index]?.figure;
      const parts = grid.rows.flatMap((row): Part[] => {
        const figure = figureOf(row);
        return row.kind === 'plain' && figure !== undefined
          ? [{ label: row.label, words: wordsOf(row.label), figure }]
          : [];
      });
      const totals = grid.rows.filter((r) => r.kind === 'total');
      const total = totals.length === 1 && totals[0] !== undefined ? figureOf(totals[0]) : undefined;
      return { parts, total, heading: column.heading, under: grid.under };
    })
    .filter((b) => b.parts.length >= 2 && b.parts.length <= mostParts);
}
