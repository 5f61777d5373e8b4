// Tables of one document that have the same headings: a bill for each region, a forecast for each year. What holds between the columns
// of one of them is meant in the others.

import { pushTo } from '../../lists.ts';
import type { Block, Passage, TableBlock } from '../../types.ts';
import { type FiguresOf, gridOf, type Row } from './grid.ts';

const mostRows = 60;
/** As many as tell whether a relation is meant. */
const mostBeside = 24;
/** More are a catalogue, and only the first of them are looked at. */
const mostTables = 20;
/** Two headings are those of any list. */
const leastColumns = 3;

/** For each such table, the plain rows of the others, each once. */
export function siblingsIn(
  blocks: readonly Block[],
  figuresOf: FiguresOf,
): ReadonlyMap<Block, readonly Row[]> {
  const alike = new Map<string, TableBlock[]>();
  for (const block of blocks) {
    if (block.kind !== 'table' || block.headerRows !== 1 || block.rows.length > mostRows) continue;
    const headings = (block.rows[0] ?? []).map((p) => p.text.trim().toLowerCase());
    if (headings.filter((h) => h !== '').length >= leastColumns) pushTo(alike, headings.join('|'), block);
  }
  const beside = new Map<Block, readonly Row[]>();
  for (const tables of alike.values()) {
    if (tables.length < 2) continue;
    const some = tables.slice(0, mostTables);
    const rows = some.map((table) => gridOf(table, figuresOf).rows);
    for (const [i, table] of some.entries()) beside.set(table, rowsBeside(table, rows.toSpliced(i, 1)));
  }
  return beside;
}

function rowsBeside({ rows }: TableBlock, others: readonly (readonly Row[])[]): readonly Row[] {
  const seen = new Set(rows.map((row) => keyOf(row)));
  const found: Row[] = [];
  for (const row of others.flat()) {
    if (found.length === mostBeside) break;
    const key = keyOf(row.cells.map((c) => c.passage));
    if (row.kind !== 'plain' || seen.has(key)) continue;
    seen.add(key);
    found.push(row);
  }
  return found;
}

function keyOf(passages: readonly Passage[]): string {
  return passages.map((p) => p.text).join('|');
}
