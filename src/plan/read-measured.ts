// An input that was measured: a column of a CSV file beside the plan, as the uncertain number `measured(…)`.

import type { Reading } from '../catalog/reading.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Source } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import { one } from '../quantity/unit.ts';
import { fill } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import { measuredForm } from './forms/values.ts';
import { openBeside } from './open-file.ts';
import { unitOf, wordOf } from './reading.ts';
import type { PlanFiles, Word } from './types.ts';

/** More values than this say no more about a distribution. */
const mostValues = 10_000;

/** undefined with an error where there are no such values. */
export function readMeasured(node: Node, files: PlanFiles, reading: Reading): Expression | undefined {
  const filled = fill(node, measuredForm, reading.out);
  if (filled === undefined) return undefined;
  const [file, column] = [wordOf(filled, 'file', reading), wordOf(filled, 'column', reading)];
  const { unit = one } = unitOf(filled, reading);
  if (file === undefined || column === undefined) return undefined;
  const source = openBeside(file, files, reading);
  const values = source === undefined ? undefined : valuesOf(source, column, reading);
  if (values === undefined) return undefined;
  const { span } = file;
  const args = values.map((value): Expression => ({ kind: 'number', value, unit, quantum: 0, span }));
  return { kind: 'call', name: 'measured', nameSpan: span, args, span };
}

function valuesOf(source: Source, column: Word, { out }: Reading): readonly number[] | undefined {
  const marks = [{ span: column.span, label: '' }];
  const [head, ...rows] = rowsOf(source.text);
  const heads = head?.cells ?? [];
  const index = heads.indexOf(column.text);
  if (index < 0) {
    const known = `its columns are ${heads.slice(0, 12).join(', ')}`;
    const help = didYouMean(column.text, heads) || known;
    out.error('E401', `\`${source.file}\` has no column \`${column.text}\``, marks, help);
    return undefined;
  }
  if (rows.length === 0 || rows.length > mostValues) {
    const message = `\`${source.file}\` has ${rows.length} rows; from 1 to ${mostValues} can be read`;
    out.error('E102', message, marks, rows.length === 0 ? 'write one value a line' : 'take a sample of them');
    return undefined;
  }
  const values = rows.map(({ cells }) => numberOf(cells[index] ?? ''));
  const wrong = values.findIndex(Number.isNaN);
  if (wrong < 0) return values;
  const row = rows[wrong];
  const span = { source, start: row?.start ?? 0, end: row?.end ?? 0 };
  const help = 'plain numbers with a point: `12.5`; the unit stands behind `unit`';
  const cell = row?.cells[index] ?? '';
  out.error('E203', `\`${cell}\` is no number`, [{ span, label: `column ${column.text}` }, ...marks], help);
  return undefined;
}

function numberOf(cell: string): number {
  return /^\s*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\s*$/.test(cell)
    ? Number(cell)
    : Number.NaN;
}

interface Row {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Cells may stand in quotes, with a quote inside doubled; empty lines are left out. The head tells what separates cells. */
function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  const head = /^[^\n]*/.exec(text)?.[0] ?? '';
  const separator = head.includes(',') ? ',' : head.includes(';') ? ';' : '\t';
  let start = 0;
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (end: number): void => {
    cells.push(cell.trim());
    if (cells.some((c) => c !== '')) rows.push({ cells, start, end });
    [cells, cell] = [[], ''];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += c;
        i += 1;
      } else quoted = false;
    } else if (c === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
    else if (c === separator) {
      cells.push(cell.trim());
      cell = '';
    } else if (c === '\n') {
      endRow(i);
      start = i + 1;
    } else if (c !== '\r') cell += c;
  }
  endRow(text.length);
  return rows;
}
