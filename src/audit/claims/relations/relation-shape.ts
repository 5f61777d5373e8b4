// One shape of a relation between the columns of a table, and what several kinds of shapes ask of columns.

import type { Claim } from '../../types.ts';
import { type Column, kindOf } from '../content/grid.ts';

export type Values = readonly number[];

/** One shape of a relation: what the target column should hold, from the other columns of the row. */
export interface Shape {
  readonly kind: Claim['kind'];
  readonly from: readonly Column[];
  readonly target: Column;
  readonly compute: (values: Values) => number;
  /** With the figures put in: `3 × 15`. */
  readonly working: (figures: readonly string[]) => string;
  /** The headings say that this relation is meant. */
  readonly expected: boolean;
  /** Each column is called by its part: a count, what one costs, an amount. */
  readonly named?: boolean;
  /** By other conventions: 720 hours in a month where the rest of the table has 730. A row that keeps one is not wrong. */
  readonly others?: readonly ((values: Values) => number)[];
  /** Every figure can be had by multiplying some others: relations that need less are found first. */
  readonly rank: number;
}

/** `| 2024 | 2025 | 2026 | Total |`, with nothing else in front of it. */
export function isTotal(target: Column, parts: readonly Column[]): boolean {
  const [first] = parts;
  if (kindOf(target.heading) !== 'total' || !target.hasMoney || first === undefined) return false;
  return (
    parts.every(
      (c, i) =>
        c.index === first.index + i &&
        c.hasMoney &&
        (c.period === first.period || c.periods !== first.periods),
    ) && parts.at(-1)?.index === target.index - 1
  );
}

export function sameMoney(a: Column, b: Column): boolean {
  return a.hasMoney === b.hasMoney;
}
