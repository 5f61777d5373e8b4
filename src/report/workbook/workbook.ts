// A spreadsheet file as plain data: what stands in which cell. How it becomes bytes is write-xlsx.ts.

export interface Workbook {
  readonly title: string;
  /** ISO day on which its prices hold. */
  readonly day: string | undefined;
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

export interface Sheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly cells: readonly SheetCell[];
  readonly chart: StackedChart | undefined;
}

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly style: CellStyle;
  readonly content: Content;
  /** A number format, where the style has none of its own. */
  readonly format?: string;
}

export type Content =
  /** Never a formula, whatever it begins with. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'number'; readonly value: number }
  /** Something may be typed in here. */
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly array: boolean;
      /** What it comes to, NaN for unknown; undefined where the engine has no such figure. */
      readonly value: number | string | undefined;
    };

export type CellStyle =
  | 'title'
  | 'text'
  | 'wrapped'
  | 'head'
  | 'headNumber'
  | 'section'
  | 'quiet'
  | 'number'
  | 'strong'
  | 'total'
  /** A value of the plan that may be changed. */
  | 'input'
  /** Empty, to be typed into. */
  | 'entry'
  /** A value that follows nothing. */
  | 'fixed'
  | 'link';

export interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** One bar for each row, one colour for each column, from the sheet that it stands on. */
export interface StackedChart {
  readonly title: string;
  readonly unit: string;
  readonly rows: readonly [first: number, last: number];
  readonly labels: number;
  readonly series: readonly { readonly name: string; readonly column: number }[];
  /** The cell in its upper left corner, and how many columns it is wide. */
  readonly at: { readonly row: number; readonly column: number };
  readonly columns: number;
}
