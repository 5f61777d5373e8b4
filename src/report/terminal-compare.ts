// A comparison for the terminal, cut into pieces where it is wider than the screen.

import type { Comparison } from '../analysis/compare.ts';
import type { Coordinate } from '../analysis/figures.ts';
import type { Plan } from '../plan/types.ts';
import { unitText } from '../quantity/unit.ts';
import { caseText } from './amounts.ts';
import type { Table } from './table.ts';
import { compareTable } from './table-compare.ts';
import { pieces } from './table-pieces.ts';
import type { Terminal } from './terminal-paint.ts';
import { type Tone, terminalTable, wrapText } from './terminal-table.ts';

export interface CompareView {
  readonly plan: Plan;
  readonly comparison: Comparison;
  /** Where the axes stand that the table does not show. */
  readonly at: readonly Coordinate[];
}

export function compareLines({ plan, comparison, at }: CompareView, terminal: Terminal): readonly string[] {
  const { paint, width } = terminal;
  const { table, notes, legend } = compareTable(comparison);
  const what = `${comparison.metric} in ${unitText(comparison.unit, true) || 'pure numbers'}`;
  const toneIn =
    (shown: Table) =>
    (row: number, column: number): Tone =>
      toneOf(shown.rows[row]?.cells[column] ?? '', column);
  return [
    paint.strong(plan.title),
    paint.faint([what, caseText(at)].filter((part) => part !== '').join(' · ')),
    ...pieces(table, width).flatMap((piece) => ['', ...terminalTable(piece, terminal, toneIn(piece))]),
    '',
    ...legend.map(paint.faint),
    ...notes.flatMap((note, i) => wrapText(`[${i + 1}] ${note}`, width)),
  ];
}

function toneOf(cell: string, column: number): Tone {
  if (column === 0) return undefined;
  if (/(^| )✗ /.test(cell)) return 'error';
  return /(^| )\* /.test(cell) ? 'good' : undefined;
}
