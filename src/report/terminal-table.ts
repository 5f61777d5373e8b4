// A table as lines of text: columns aligned, long text wrapped, totals set apart.

import {
  columnWidths,
  headText,
  padded,
  type RowKind,
  type Table,
  type TableColumn,
  widthOf,
} from './table.ts';
import type { Paint, Terminal } from './terminal-paint.ts';

export type Tone = keyof Paint | undefined;

/** Which colour a cell has, where its row does not say it already. */
export type ToneOf = (row: number, column: number) => Tone;

const gap = '  ';
/** A column of text is not wrapped to less than this. */
const narrowest = 14;

const toneOfRow: Readonly<Record<RowKind, Tone>> = {
  plain: undefined,
  group: 'strong',
  subtotal: 'strong',
  total: 'strong',
  aside: 'faint',
};

export function terminalTable(table: Table, { paint, width }: Terminal, toneOf?: ToneOf): readonly string[] {
  const widths = fittedWidths(table, width);
  const heads = table.columns.map(headText);
  const lines = heads.every((head) => head === '')
    ? []
    : rowLines(heads, table.columns, widths, () => 'faint', paint);
  for (const [index, row] of table.rows.entries()) {
    if (row.kind === 'total') lines.push(paint.faint('─'.repeat(lineWidth(widths))));
    const tone = (column: number): Tone => toneOf?.(index, column) ?? toneOfRow[row.kind];
    lines.push(...rowLines(row.cells, table.columns, widths, tone, paint, row.wrapLead));
  }
  return lines;
}

/** How wide the table is when nothing is wrapped. */
export function naturalWidth(table: Table): number {
  return lineWidth(columnWidths(table));
}

function lineWidth(widths: readonly number[]): number {
  return widths.reduce((sum, w) => sum + w, 0) + gap.length * Math.max(0, widths.length - 1);
}

/** Takes from the widest column of text, one character at a time, until the table fits or nothing can give. */
function fittedWidths(table: Table, width: number): readonly number[] {
  const widths = [...columnWidths(table)];
  for (let over = lineWidth(widths) - width; over > 0; over--) {
    let widest = -1;
    for (const [i, column] of table.columns.entries()) {
      const room = (widths[i] ?? 0) > narrowest && column.align === 'left';
      if (room && (widest === -1 || (widths[i] ?? 0) > (widths[widest] ?? 0))) widest = i;
    }
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function rowLines(
  cells: readonly string[],
  columns: readonly TableColumn[],
  widths: readonly number[],
  tone: (column: number) => Tone,
  paint: Paint,
  wrapLead = '',
): string[] {
  const wrapped = columns.map((_, i) => [...wrapText(cells[i] ?? '', widths[i] ?? 0)]);
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  for (let k = wrapped[0]?.length ?? height; k < height; k++) wrapped[0]?.push(wrapLead);
  return Array.from({ length: height }, (_, k) => {
    const last = wrapped.findLastIndex((lines) => (lines[k] ?? '') !== '');
    const parts = columns.slice(0, last + 1).map((column, i) => {
      const text = wrapped[i]?.[k] ?? '';
      // nothing stands behind the last cell, so no spaces either
      const laid = i === last && column.align === 'left' ? text : padded(text, widths[i] ?? 0, column.align);
      return painted(laid, text, tone(i), paint);
    });
    return parts.join(gap);
  });
}

function painted(laid: string, text: string, tone: Tone, paint: Paint): string {
  if (tone === undefined || text === '') return laid;
  const start = laid.indexOf(text);
  return laid.slice(0, start) + paint[tone](text) + laid.slice(start + text.length);
}

/** Lines of at most so many characters, broken between words; indentation is kept. */
export function wrapText(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width || width <= 0) return [text];
  const [, indent = '', rest = ''] = /^( *)(.*)$/s.exec(text) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const word of rest.split(' ')) {
    const longer = line === '' ? indent + word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
