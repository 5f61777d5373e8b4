// Workbooks of plans, and whether their formulas come to what the engine says.

import { bill } from '../../src/analysis/bill.ts';
import type { Pinned } from '../../src/analysis/cases.ts';
import { type Ranged, rangedAt } from '../../src/analysis/figures.ts';
import type { Graph } from '../../src/graph/types.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { buildWorkbook } from '../../src/report/workbook/build-workbook.ts';
import type { DefinedName, Workbook } from '../../src/report/workbook/workbook.ts';
import { Fault, Spreadsheet, type Value } from './spreadsheet.ts';

export function workbookOf(graph: Graph, pinned: Pinned = new Map()): Workbook {
  return buildWorkbook(new Grid(graph), { pinned });
}

/** From here on a number counts as unlimited. */
const nearlyUnlimited = 1e290;

/** Equal but for float noise; unknown is an error of any kind. */
export function sameFigure(found: Value, wanted: number): boolean {
  if (Number.isNaN(wanted)) return found instanceof Fault;
  if (typeof found !== 'number') return false;
  if (Math.abs(wanted) >= nearlyUnlimited)
    return Math.abs(found) >= nearlyUnlimited && found > 0 === wanted > 0;
  return Math.abs(found - wanted) <= 1e-9 * Math.max(Math.abs(found), Math.abs(wanted), 1e-6);
}

/** The cells whose formula gives another value than the file says, as text. */
export function differences(workbook: Workbook): readonly string[] {
  const sheet = new Spreadsheet(workbook);
  return workbook.sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, content }) => {
      if (content.kind !== 'formula') return [];
      const found = sheet.value(name, row, column);
      const { value, formula } = content;
      const same =
        typeof value === 'string' ? found === value : value === undefined || sameFigure(found, value);
      return same ? [] : [`${name} ${row},${column}: ${formula} is ${show(found)}, not ${value}`];
    }),
  );
}

export function show(value: Value): string {
  return value instanceof Fault ? value.code : String(value);
}

/** A cell under a name that the file defines. */
export function namedCell({ names }: Workbook, name: string): DefinedName {
  const found = names.find((n) => n.name === name);
  if (found === undefined) throw new Error(`nothing is called ${name}`);
  return found;
}

/** What `set.NAME` is called where the file had to call it otherwise. */
export function entryOf(workbook: Workbook, input: string): DefinedName {
  return namedCell(workbook, `set.${input}`);
}

type Read = (sheet: string, row: number, column: number) => Value;
type Totals<T> = Readonly<Record<keyof Ranged, T>>;

const headRow = 3;

/** The totals of every case as the first sheet shows them; `read` gives what stands in a cell. */
export function totalsOf({ sheets: [summary] }: Workbook, read: Read): readonly Totals<Value>[] {
  if (summary === undefined) throw new Error('there is no first sheet');
  const rows = new Set(summary.cells.filter((c) => c.row > headRow).map((c) => c.row));
  const columnOf = (end: RegExp): number | undefined =>
    summary.cells.find(
      ({ row, content }) => row === headRow && content.kind === 'text' && end.test(content.text),
    )?.column;
  const middle = columnOf(/^total, [A-Z]{3}\/month$/);
  if (middle === undefined) throw new Error('there is no column of totals');
  const [low = middle, high = middle] = [columnOf(/month, low$/), columnOf(/month, high$/)];
  return [...rows]
    .sort((a, b) => a - b)
    .map((row) => ({
      low: read(summary.name, row, low),
      mid: read(summary.name, row, middle),
      high: read(summary.name, row, high),
    }));
}

/** The same from the engine: the cases of a plan, with what something else is set to. */
export function totalsWith(graph: Graph, changed: Graph): readonly Totals<number>[] {
  const grid = new Grid(changed);
  return bill(new Grid(graph), new Map()).cases.map(({ place }) => rangedAt(grid, changed.total, place));
}
