// Comma-separated values as RFC 4180 says, except that lines end as those of other tools do, and safe to open in a
// spreadsheet.

import type { Table } from './table.ts';
import { headText } from './table.ts';

/** Rows of fields, the first the heads. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((fields) => `${fields.map(field).join(',')}\n`).join('');
}

/** A table of text, row by row. */
export function tableCsv({ columns, rows }: Table): string {
  return csvText([columns.map(headText), ...rows.map((r) => columns.map((_, i) => r.cells[i] ?? ''))]);
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front; a number stays a number. */
function field(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) && !/^-?[0-9.]+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
