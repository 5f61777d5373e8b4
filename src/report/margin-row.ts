// A row of the margin tables: a figure, a column a case.

import type { MarginCase } from '../analysis/margin.ts';
import type { Cell, ReportRow } from './blocks.ts';

export interface MarginRow extends ReportRow {
  /** What says the same in the plan's own words: `revenue / users`; undefined where nothing does. */
  readonly formula: string | undefined;
}

export type RowOf = (
  kind: ReportRow['kind'],
  label: string,
  of: (one: MarginCase) => Cell,
  formula?: string,
) => MarginRow;
