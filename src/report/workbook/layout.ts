// Where on which sheet every cell of the plan stands.

import { type Band, type CellKey, columnLetters, type Expression, expressionText } from './expression.ts';
import { monthHead, type PlanRow } from './plan-cell.ts';
import type { PlanCells } from './plan-cells.ts';

export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const sheetNames = {
  summary: 'Summary',
  bill: 'Bill',
  inputs: 'Inputs',
  prices: 'Prices',
  limits: 'Limits',
  checks: 'Checks',
  notes: 'Notes',
} as const;

/** Those of the model and of the months, at the low, middle and high end of what is uncertain. */
export const modelSheets = ['Model low', 'Model', 'Model high'] as const;
export const monthSheets = ['Months low', 'Months', 'Months high'] as const;

export const inputColumns = {
  name: 0,
  entry: 1,
  low: 2,
  value: 3,
  high: 4,
  unit: 5,
  label: 6,
  where: 7,
} as const;
export const priceColumns = { name: 0, label: 1, low: 2, value: 3, high: 4, unit: 5 } as const;
export const modelColumns = { name: 0, label: 1, unit: 2, formula: 3, common: 4 } as const;
export const monthColumns = { name: 0, label: 1, case: 2, unit: 3, first: 4 } as const;

/** Rows above the first row of values. */
export const headRows = { inputs: 4, prices: 4, model: 5, months: 4 } as const;

/** A block of rows of the model or of the months under one title. */
export interface RowSection {
  readonly title: string;
  readonly rows: readonly PlanRow[];
}

export interface PlanLayout {
  readonly model: readonly PlacedSection[];
  readonly months: readonly PlacedSection[];
  readonly spot: (key: CellKey) => Spot;
  readonly print: (e: Expression, sheet: string) => string;
}

export interface PlacedSection {
  readonly title: string;
  readonly row: number;
  readonly rows: readonly { readonly row: number; readonly of: PlanRow }[];
}

export function layOut(
  cells: PlanCells,
  model: readonly RowSection[],
  months: readonly RowSection[],
): PlanLayout {
  const rowOf = new Map<string, number>([[`months ${monthHead}`, headRows.months - 1]]);
  const place = (sections: readonly RowSection[], first: number): readonly PlacedSection[] => {
    let next = first;
    return sections.map(({ title, rows }) => {
      const row = next;
      const placed = rows.map((of, i) => ({ row: row + 1 + i, of }));
      for (const { row: at, of } of placed) rowOf.set(`${of.table} ${of.row}`, at);
      next += rows.length + 2;
      return { title, row, rows: placed };
    });
  };
  const placedModel = place(model, headRows.model);
  const placedMonths = place(months, headRows.months);
  for (const [i, row] of cells.inputs.rows.entries())
    rowOf.set(`inputs ${cells.inputs.valueKey(row, 1).row}`, headRows.inputs + i);
  for (const [i, id] of cells.prices.entries()) rowOf.set(`prices ${id}`, headRows.prices + i);

  // most cells are read by several formulas, which share the key
  const spots = new Map<CellKey, Spot>();
  const spot = (key: CellKey): Spot => {
    const known = spots.get(key);
    if (known !== undefined) return known;
    const row = rowOf.get(`${key.table} ${key.row}`);
    if (row === undefined) throw new Error(`nothing stands at ${key.table} ${key.row}`);
    const found = { sheet: sheetOf(key), row, column: columnOf(key) };
    spots.set(key, found);
    return found;
  };
  const print = (e: Expression, sheet: string): string =>
    expressionText(e, (key) => addressText(key, spot(key), sheet));
  return { model: placedModel, months: placedMonths, spot, print };
}

function sheetOf({ table, band }: CellKey): string {
  switch (table) {
    case 'inputs':
    case 'prices':
      return sheetNames[table];
    case 'model':
      return modelSheets[band];
    case 'months':
      return monthSheets[band];
  }
}

function columnOf({ table, column, band }: CellKey): number {
  switch (table) {
    case 'inputs':
      return column === 1 ? inputColumns.entry : ofBand(inputColumns, band);
    case 'prices':
      return ofBand(priceColumns, band);
    case 'model':
      // what is common stands before the cases
      return modelColumns.common + 1 + column;
    case 'months':
      return monthColumns.first + column;
  }
}

function ofBand(columns: { low: number; value: number; high: number }, band: Band): number {
  return [columns.low, columns.value, columns.high][band] ?? columns.value;
}

/** Rows and columns that a copied formula must not leave are fixed. */
function addressText(key: CellKey, { sheet, row, column }: Spot, from: string): string {
  const single = key.table === 'inputs' || key.table === 'prices';
  const fixedColumn = single || (key.table === 'model' && key.column < 0) ? '$' : '';
  const fixedRow = single || key.row === monthHead ? '$' : '';
  const cell = `${fixedColumn}${columnLetters(column)}${fixedRow}${row + 1}`;
  if (sheet === from) return cell;
  return `${sheet.includes(' ') ? `'${sheet}'` : sheet}!${cell}`;
}
