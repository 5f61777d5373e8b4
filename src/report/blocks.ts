// What a report is made of, as plain data: sections of paragraphs, lists, tables and charts. Markdown, HTML, PDF and XLSX are
// written from the same blocks, so a cell that is a figure keeps its value and unit beside its text.

import type { Ranged } from '../analysis/figures.ts';
import type { Chart } from './charts/chart.ts';
import { type RowKind, type Table, type TableColumn, withoutEmptyColumns } from './table.ts';

/** Text with a few parts set apart. A renderer escapes every part; none of them is markup. */
export type RichText = string | readonly Inline[];

export type Inline =
  | string
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly text: string }
  /** Written by a person: a renderer links it only where the address is plain http or https. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

export interface Cell {
  readonly text: RichText;
  /** The figure itself, where the cell is one; all three are NaN where it is unknown. */
  readonly value?: Ranged;
  /** The unit of `value`. */
  readonly unit?: string;
  /** The one to look at: the cheapest of its column. */
  readonly best?: boolean;
  /** Not to be had: it breaks a limit. */
  readonly out?: boolean;
  /** Which of the notes under the table belong to this cell; the first is 1. */
  readonly notes?: readonly number[];
}

export interface ReportRow {
  readonly kind: RowKind;
  readonly cells: readonly Cell[];
}

export interface ReportTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly ReportRow[];
  readonly notes: readonly RichText[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: RichText }
  | { readonly kind: 'list'; readonly items: readonly RichText[]; readonly ordered?: true }
  | { readonly kind: 'quote'; readonly text: RichText }
  /** Lines that stay as they are. */
  | { readonly kind: 'listing'; readonly text: string }
  | { readonly kind: 'table'; readonly table: ReportTable }
  /** Draws what a table or a sentence beside it says: a format without pictures leaves it out. */
  | { readonly kind: 'chart'; readonly chart: Chart };

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface ReportDocument {
  readonly title: string;
  /** What the reader must know before any figure: the day of the prices, the currency, the case. */
  readonly subtitle: readonly string[];
  readonly sections: readonly ReportSection[];
}

export const code = (text: string): Inline => ({ kind: 'code', text });
export const strong = (text: string): Inline => ({ kind: 'strong', text });
export const link = (text: string, url: string): Inline => ({ kind: 'link', text, url });

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (...text: readonly Inline[]): Block => ({ kind: 'paragraph', text });

/** No block at all where there is nothing to list. */
export function list(items: readonly RichText[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** No block where there are no rows; columns in which no row says anything are left out. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly ReportRow[],
  notes: readonly RichText[] = [],
): readonly Block[] {
  if (rows.length === 0) return [];
  const kept = columns.map((_, i) => rows.some((r) => plainText(r.cells[i]?.text ?? '') !== ''));
  const only = <T>(list: readonly T[]): readonly T[] => list.filter((_, i) => kept[i]);
  const trimmed = rows.map((r) => ({ ...r, cells: only(r.cells) }));
  return [{ kind: 'table', table: { columns: only(columns), rows: trimmed, notes } }];
}

export function cell(...text: readonly Inline[]): Cell {
  return { text: text.length === 1 && typeof text[0] === 'string' ? text[0] : text };
}

export function textCell(text: string | undefined): Cell {
  return { text: text ?? '' };
}

export function cells(kind: RowKind, ...of: readonly Cell[]): ReportRow {
  return { kind, cells: of };
}

/** The words alone. */
export function plainText(text: RichText): string {
  return typeof text === 'string'
    ? text
    : text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

export function chartsOf({ sections }: ReportDocument): readonly Chart[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === 'chart' ? [b.chart] : [])));
}

/** The table as text, for the terminal and CSV; marks of notes stand behind the text as `[1]`. */
export function asPlainTable({ columns, rows }: ReportTable): Table {
  const text = (c: Cell): string =>
    [plainText(c.text), ...(c.notes ?? []).map((n) => `[${n}]`)].join(' ').trim();
  return withoutEmptyColumns({
    columns,
    rows: rows.map((r) => ({ kind: r.kind, cells: r.cells.map(text) })),
  });
}
