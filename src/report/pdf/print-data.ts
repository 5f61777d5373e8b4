// A report as the data that the print template reads. Text stays text: the template never takes any of it for markup.

import { type Block, plainText, type ReportDocument, type ReportTable, type RichText } from '../blocks.ts';
import type { Chart } from '../charts/chart.ts';
import { missingDecimals } from '../decimals.ts';
import type { Json, JsonObject } from '../json.ts';
import { withoutOddities } from '../plain-characters.ts';
import { headText } from '../table.ts';
import { isWebAddress } from '../web-address.ts';
import { columnWidths, letterSize } from './column-widths.ts';

/** `files` are the pictures by the name under which the data mention them. */
export interface PrintData {
  readonly data: JsonObject;
  readonly files: ReadonlyMap<string, string>;
}

export function printData(document: ReportDocument, pictures: ReadonlyMap<Chart, string>): PrintData {
  const files = new Map<string, string>();
  const sections = document.sections.map(({ title, blocks }) => ({
    title: tidy(title),
    blocks: blocks.flatMap((block, i) => blockData(block, blocks[i + 1], pictures, files)),
  }));
  return { data: { title: tidy(document.title), subtitle: document.subtitle.map(tidy), sections }, files };
}

function blockData(
  block: Block,
  next: Block | undefined,
  pictures: ReadonlyMap<Chart, string>,
  files: Map<string, string>,
): readonly JsonObject[] {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', text: tidy(block.text) }];
    case 'paragraph':
      // a line that announces a table stays with it
      return [{ kind: 'paragraph', text: rich(block.text), leads: next?.kind === 'table' }];
    case 'quote':
      return [{ kind: 'quote', text: rich(block.text) }];
    case 'listing':
      return [{ kind: 'listing', text: breakable(withoutOddities(block.text)) }];
    case 'list':
      return [{ kind: 'list', ordered: block.ordered === true, items: block.items.map(rich) }];
    case 'table':
      return [tableData(block.table)];
    case 'chart': {
      const svg = pictures.get(block.chart);
      if (svg === undefined) return [];
      const file = `chart-${files.size + 1}.svg`;
      files.set(file, svg);
      const width = Number(/^<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1] ?? 0);
      return [{ kind: 'chart', file, width, title: tidy(block.chart.title), alt: tidy(block.chart.alt) }];
    }
  }
}

/** Characters: a row with a cell that has more may go on on the next page. */
const longCell = 500;

function tableData(table: ReportTable): JsonObject {
  const { columns, rows, notes } = table;
  const pads = columns.map(({ align }, i) =>
    align === 'right'
      ? missingDecimals(rows.map((row) => plainText(row.cells[i]?.text ?? '')))
      : rows.map(() => ''),
  );
  return {
    kind: 'table',
    size: letterSize(columns.length),
    widths: columnWidths(table),
    columns: columns.map((column) => ({ head: tidy(headText(column)), right: column.align === 'right' })),
    rows: rows.map(({ kind, cells }, r) => ({
      kind,
      breaks: cells.some((cell) => plainText(cell.text).length > longCell),
      cells: columns.map((_, i) => ({
        text: rich(cells[i]?.text ?? ''),
        pad: (cells[i]?.notes ?? []).length > 0 ? '' : (pads[i]?.[r] ?? ''),
        best: cells[i]?.best === true,
        notes: cells[i]?.notes ?? [],
      })),
    })),
    notes: notes.map(rich),
  };
}

function rich(text: RichText): readonly Json[] {
  const parts = typeof text === 'string' ? [text] : text;
  return parts.map((part) => {
    if (typeof part === 'string') return { kind: 'words', text: tidy(part) };
    if (part.kind !== 'link') return { kind: part.kind, text: tidy(part.text) };
    return isWebAddress(part.url)
      ? { kind: 'link', text: tidy(part.text), url: part.url }
      : { kind: 'words', text: tidy(part.text) };
  });
}

function tidy(text: string): string {
  return breakable(withoutOddities(text.replace(/\s+/g, ' ')));
}

/** What has no blanks for longer than a line is broken somewhere all the same. */
function breakable(text: string): string {
  return text.replace(/[^\s\u200b]{30}(?=[^\s\u200b])/gu, '$&\u200b');
}
