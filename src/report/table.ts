// A table as data: heads, units, alignment and cells of text. The terminal, Markdown and CSV lay the same one out.

export type Alignment = 'left' | 'right';

export interface TableColumn {
  readonly head: string;
  /** What every figure of the column is in (`EUR/month`); undefined where the cells say it or need none. */
  readonly unit?: string | undefined;
  readonly align: Alignment;
}

/** `group` heads the rows below it, `subtotal` and `total` add up those above, `aside` stands outside every sum. */
export type RowKind = 'plain' | 'group' | 'subtotal' | 'total' | 'aside';

export interface TableRow {
  readonly kind: RowKind;
  /** One per column; a missing one is empty. */
  readonly cells: readonly string[];
  /** For a tree: what the first column shows beside the lines that wrapping adds. */
  readonly wrapLead?: string;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export function left(head: string): TableColumn {
  return { head, align: 'left' };
}

/** A column of figures. */
export function right(head: string, unit?: string): TableColumn {
  return { head, unit, align: 'right' };
}

export function row(...cells: readonly string[]): TableRow {
  return { kind: 'plain', cells };
}

/** What stands at the top of a column: `cost (EUR/month)`. */
export function headText({ head, unit }: TableColumn): string {
  if (unit === undefined || unit === '') return head;
  return head === '' ? unit : `${head} (${unit})`;
}

/** The table without the columns in which no row says anything. */
export function withoutEmptyColumns(table: Table): Table {
  const kept = table.columns.map((_, i) => table.rows.some((r) => (r.cells[i] ?? '') !== ''));
  if (kept.every((keep) => keep)) return table;
  return {
    columns: table.columns.filter((_, i) => kept[i]),
    rows: table.rows.map((r) => ({ ...r, cells: r.cells.filter((_, i) => kept[i]) })),
  };
}

/** Columns that a text takes in a terminal: wide characters take two, combining marks none. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0;
  if (isNarrow(code)) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character)) return 0;
  return isWide(code) || /^\p{Emoji_Presentation}$/u.test(character) ? 2 : 1;
}

/** Letters and the signs that reports use; asked first, because the tables behind `\\p` take milliseconds to load. */
function isNarrow(code: number): boolean {
  return (
    (code < 0x300 && code !== 0xad) ||
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x20a0 && code <= 0x20c0) ||
    (code >= 0x2500 && code <= 0x257f) ||
    code === 0x2713 ||
    code === 0x2717
  );
}

/** East Asian wide and full-width forms, by block. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** The text with spaces up to a width; a longer one stays as it is. */
export function padded(text: string, width: number, align: Alignment): string {
  const room = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + room : room + text;
}

/** How wide each column must be. */
export function columnWidths(table: Table): readonly number[] {
  return table.columns.map((column, i) =>
    Math.max(widthOf(headText(column)), ...table.rows.map((r) => widthOf(r.cells[i] ?? ''))),
  );
}
