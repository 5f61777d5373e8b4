// A comparison as a table: one row a point, one column a point of the other axis, and notes for what does not fit a cell.

import type { CompareCell, Comparison } from '../analysis/compare.ts';
import type { Figure } from '../analysis/figures.ts';
import { unitText } from '../quantity/unit.ts';
import { figureCell, unknownText } from './amounts.ts';
import { left, right, type Table, widthOf } from './table.ts';

export interface CompareTable {
  readonly table: Table;
  readonly notes: readonly string[];
  readonly legend: readonly string[];
}

/** A reason longer than this stands in a note. */
const longestReason = 28;

export function compareTable(comparison: Comparison): CompareTable {
  const { by, over, rows, unit } = comparison;
  const notes: string[] = [];
  const noteOf = (text: string): string => {
    const known = notes.indexOf(text);
    return `[${known >= 0 ? known + 1 : notes.push(text)}]`;
  };
  const columns =
    over === undefined ? [right(comparison.metric, unitText(unit))] : over.points.map((p) => right(p.label));
  const table: Table = {
    columns: [left(over === undefined ? by.label : `${by.label} \\ ${over.label}`), ...columns],
    rows: rows.map((row) => ({
      kind: 'plain',
      cells: [row.label, ...row.cells.map((cell) => cellText(comparison, cell, noteOf))],
    })),
  };
  return { table, notes, legend: legendOf(comparison) };
}

function cellText(comparison: Comparison, cell: CompareCell, noteOf: (text: string) => string): string {
  const figure: Figure = { ...cell.value, unit: comparison.unit };
  const disputes = cell.disputes.map((d) => noteOf(`stated ${d.stated}; disputed: ${d.because}`));
  if (Number.isNaN(cell.value.mid)) return [...disputes, unknownIn(cell, noteOf)].join(' ');
  const broken = cell.broken.length === 0 ? [] : [`✗ ${cell.broken.join(', ')}`];
  // marks stand before the figure, so that figures stay one below the other
  return [...disputes, ...broken, ...(cell.cheapest ? ['*'] : []), figureCell(figure)].join(' ');
}

function unknownIn({ unknown }: CompareCell, noteOf: (text: string) => string): string {
  const [first, ...more] = unknown;
  if (first === undefined) return unknownText;
  if (more.length === 0 && widthOf(first) <= longestReason) return first;
  return `${unknownText} ${noteOf(unknown.join('; '))}`;
}

function legendOf({ rows, over }: Comparison): readonly string[] {
  const cells = rows.flatMap((r) => r.cells);
  const lines: string[] = [];
  if (cells.some((c) => c.cheapest)) {
    const where = over === undefined ? '' : ' of its column';
    lines.push(`* the lowest${where}, of those that are known and break no limit`);
    const contested = cells.some((c) => c.cheapest !== c.cheapestLow || c.cheapest !== c.cheapestHigh);
    if (contested) lines.push('  judged at the middle of the ranges; at one of their ends another is lower');
  }
  if (cells.some((c) => c.broken.length > 0)) lines.push('✗ breaks the limit named beside it');
  return lines;
}
