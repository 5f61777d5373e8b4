// A comparison for the terminal, cut into pieces where it is wider than the screen.

import type { Comparison } from '../analysis/compare.ts';
import type { Coordinate } from '../analysis/figures.ts';
import type { Plan } from '../plan/types.ts';
import { unitText } from '../quantity/unit.ts';
import { caseText } from './amounts.ts';
import { columnWidths, type Table } from './table.ts';
import { compareTable } from './table-compare.ts';
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

/** The first column is repeated in each piece. */
function pieces(table: Table, width: number): readonly Table[] {
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
