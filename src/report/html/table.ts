// A table as HTML: heads that name their rows and columns, figures with their points one below the other.

import { type Cell, plainText, type ReportRow, type ReportTable } from '../blocks.ts';
import { missingDecimals } from '../decimals.ts';
import type { TableColumn } from '../table.ts';
import { escapeHtml } from './escape.ts';
import { richHtml } from './rich.ts';

/** `id` is unlike that of any other table of the page; `caption` is what it shows. */
export function tableHtml({ columns, rows, notes }: ReportTable, id: string, caption: string): string {
  const pads = columns.map(({ align }, i) =>
    align === 'right'
      ? missingDecimals(rows.map((row) => plainText(row.cells[i]?.text ?? '')))
      : rows.map(() => ''),
  );
  const heads = columns.map(headHtml).join('');
  const body = rows
    .map((row, r) =>
      rowHtml(
        row,
        columns,
        pads.map((pad) => pad[r] ?? ''),
        id,
      ),
    )
    .join('\n');
  const notesHtml = notes.map((note, i) => `<li id="${id}-${i + 1}">${richHtml(note)}</li>`).join('');
  const name = `<caption class="unseen" id="${id}-caption">${escapeHtml(caption)}</caption>`;
  const table = `<table>\n${name}\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
  // what may be scrolled must be reachable without a mouse
  const scrolled = `<div class="wide" role="group" tabindex="0" aria-labelledby="${id}-caption">\n${table}\n</div>`;
  return notes.length === 0 ? scrolled : `${scrolled}\n<ol class="notes">${notesHtml}</ol>`;
}

function headHtml({ head, unit, align }: TableColumn): string {
  const words = escapeHtml(head);
  const measured =
    unit === undefined || unit === ''
      ? words
      : `${words}${words === '' ? '' : ' '}<span class="unit">(${escapeHtml(unit)})</span>`;
  const tag = align === 'right' ? '<th scope="col" class="n">' : '<th scope="col">';
  return measured === '' ? '<td></td>' : `${tag}${measured}</th>`;
}

function rowHtml(
  row: ReportRow,
  columns: readonly TableColumn[],
  pads: readonly string[],
  id: string,
): string {
  // the first cell that says something names the row
  const namer = columns.findIndex(
    ({ align }, i) => align === 'left' && plainText(row.cells[i]?.text ?? '') !== '',
  );
  const cells = columns.map(({ align }, i) =>
    cellHtml(row.cells[i], align === 'right', i === namer, pads[i] ?? '', id),
  );
  const kind = row.kind === 'plain' ? '' : ` class="${row.kind}"`;
  return `<tr${kind}>${cells.join('')}</tr>`;
}

/** A date, a word: nobody wants it broken. */
const shortest = 12;

function cellHtml(
  cell: Cell | undefined,
  isFigure: boolean,
  namesRow: boolean,
  pad: string,
  id: string,
): string {
  const marks = (cell?.notes ?? []).map((n) => `<sup><a href="#${id}-${n}">[${n}]</a></sup>`).join('');
  const words = plainText(cell?.text ?? '');
  const classes = [
    isFigure ? 'n' : words !== '' && words.length <= shortest ? 's' : '',
    cell?.best === true ? 'best' : '',
  ].filter((name) => name !== '');
  const attributes = [
    namesRow ? ' scope="row"' : '',
    classes.length === 0 ? '' : ` class="${classes.join(' ')}"`,
    pad === '' || marks !== '' ? '' : ` data-pad="${pad}"`,
  ].join('');
  const tag = namesRow ? 'th' : 'td';
  return `<${tag}${attributes}>${richHtml(cell?.text ?? '')}${marks}</${tag}>`;
}
