// Fills a sheet. Every text that a person wrote goes through `text`, and so is never a formula. Formulas become text at the
// end, when every row of every sheet has its place.

import type { Type } from '../../formula/typed.ts';
import { unitText } from '../../quantity/unit.ts';
import { isSumOfMoney } from '../amounts.ts';
import { type Expression, nearlyUnlimited, unlimited } from './expression.ts';
import type { CellStyle, Content, Sheet, SheetCell, StackedChart } from './workbook.ts';

/** A spreadsheet cell holds no more. */
const longestText = 32_000;

/** A formula on its way to a cell. */
interface Waiting {
  readonly cell: Omit<SheetCell, 'content'>;
  readonly expression: Expression;
  readonly array: boolean;
  readonly value: number | string | undefined;
}

export class SheetWriter {
  readonly name: string;
  readonly #cells: SheetCell[] = [];
  readonly #waiting: Waiting[] = [];

  constructor(name: string) {
    this.name = name;
  }

  text(row: number, column: number, text: string | undefined, style: CellStyle = 'text'): void {
    if (text === undefined || text === '') return;
    this.#cells.push({ row, column, style, content: { kind: 'text', text: printable(text) } });
  }

  link(row: number, column: number, text: string | undefined, url: string | undefined): void {
    const safe = url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
    if (safe === undefined) {
      this.text(row, column, text ?? url);
      return;
    }
    const content = { kind: 'link', text: printable(text ?? safe), url: safe } as const;
    this.#cells.push({ row, column, style: 'link', content });
  }

  number(row: number, column: number, value: number, style: CellStyle = 'number', format = general): void {
    this.#cells.push({ row, column, style, format, content: { kind: 'number', value } });
  }

  entry(row: number, column: number): void {
    this.#cells.push({ row, column, style: 'entry', content: { kind: 'empty' } });
  }

  formula(
    row: number,
    column: number,
    expression: Expression,
    shown: {
      readonly value: number | string | undefined;
      readonly style?: CellStyle;
      readonly format?: string;
      readonly array?: boolean;
    },
  ): void {
    const { value, style = 'number', format = general, array = false } = shown;
    this.#waiting.push({ cell: { row, column, style, format }, expression, array, value });
  }

  /** Heads of numbers, from one column to another, stand on the right. */
  heads(row: number, texts: readonly string[], from = texts.length, to = texts.length): void {
    for (const [column, text] of texts.entries())
      this.text(row, column, text, column >= from && column <= to ? 'headNumber' : 'head');
  }

  sheet(layout: SheetLayout, print: (e: Expression, sheet: string) => string): Sheet {
    const { widths, frozen, chart } = layout;
    const formulas = this.#waiting.map(({ cell, expression, array, value }): SheetCell => {
      const formula = print(expression, this.name);
      const content: Content = { kind: 'formula', formula, array, value: finite(value) };
      return { ...cell, content };
    });
    return { name: this.name, widths, frozen, cells: [...this.#cells, ...formulas], chart };
  }
}

export interface SheetLayout {
  readonly widths: readonly number[];
  readonly frozen: Sheet['frozen'];
  readonly chart?: StackedChart | undefined;
}

function finite(value: number | string | undefined): number | string | undefined {
  if (value === Number.POSITIVE_INFINITY) return unlimited;
  return value === Number.NEGATIVE_INFINITY ? -unlimited : value;
}

/** Control characters have no place in the file; what is too long is cut. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, ' ');
  // a file would take the name of an error for one
  const clean = /^#[A-Z0-9/_]+[!?]?$/.test(plain) ? ` ${plain}` : plain;
  return clean.length > longestText ? `${clean.slice(0, longestText)}…` : clean;
}

const general = 'General';
export const money = '#,##0.00';
export const percent = '0.0%';
const yesOrNo = '"yes";;"no"';

/** How a value of a type is shown; a value that is changed later is shown alike. */
export function formatOf(type: Type, value: number | undefined): string {
  if (type.kind === 'condition') return yesOrNo;
  if (type.kind !== 'number') return general;
  const size = Math.abs(value ?? 0);
  if (size >= nearlyUnlimited) return general;
  if (isSumOfMoney(type.unit)) return money;
  if (Number.isInteger(value)) return size >= 10_000 ? '#,##0' : general;
  if (size < 0.001) return size === 0 ? general : '0.000E+00';
  return '#,##0.00####';
}

/** The unit, and for what is no number what stands in its place. */
export function unitOf(type: Type, pointsOf: (axis: string) => readonly string[]): string {
  switch (type.kind) {
    case 'number':
      return unitText(type.unit, true);
    case 'condition':
      return 'yes or no';
    case 'point':
      return `point of ${type.axis}: ${pointsOf(type.axis)
        .map((name, i) => `${i} ${name}`)
        .join(', ')}`;
    default:
      return '';
  }
}
