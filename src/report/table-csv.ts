// A table of a report as CSV: figures as plain decimals, with their ends where one of their column is a range.

import { isRange } from '../analysis/figures.ts';
import { plainText, type ReportTable } from './blocks.ts';
import { csvText } from './csv.ts';
import { decimal } from './json.ts';
import { headText } from './table.ts';

/** Notes and marks stay behind: a spreadsheet counts, and does not read. */
export function reportTableCsv({ columns, rows }: ReportTable): string {
  const kinds = columns.map((_, i) => {
    const values = rows.flatMap((row) => row.cells[i]?.value ?? []);
    return values.length === 0 ? 'text' : values.some(isRange) ? 'range' : 'figure';
  });
  const heads = columns.flatMap((column, i) => {
    const units = new Set(rows.flatMap((row) => row.cells[i]?.unit ?? []));
    const [unit] = units;
    const said = column.unit === undefined && units.size === 1 ? { ...column, unit } : column;
    const head = headText(said);
    return kinds[i] === 'range' ? [head, `${head} low`, `${head} high`] : [head];
  });
  const lines = rows.map((row) =>
    columns.flatMap((_, i) => {
      const cell = row.cells[i];
      const { value } = cell ?? {};
      const text = plainText(cell?.text ?? '');
      if (kinds[i] === 'text') return [text];
      if (value === undefined) return kinds[i] === 'range' ? [text, '', ''] : [text];
      const ends = kinds[i] === 'range' ? [value.low, value.high] : [];
      return [value.mid, ...ends].map((x) => decimal(x) ?? '');
    }),
  );
  return csvText([heads, ...lines]);
}
