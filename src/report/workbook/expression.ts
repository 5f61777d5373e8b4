// A spreadsheet formula as a tree. Cells stand in it by what they hold; where they stand on a sheet is decided when all rows
// are known, and only then does the tree become text.

/** A cell by what it holds. */
export interface CellKey {
  readonly table: 'inputs' | 'prices' | 'model' | 'months';
  readonly row: string;
  /** Of the model: a case, or -1 for what is the same in all of them. Of the months: a month from 0. */
  readonly column: number;
  /** The low, middle or high end of what is uncertain. Inputs and prices have a column for each, the others a sheet. */
  readonly band: Band;
}

export type Band = 0 | 1 | 2;

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  /** A word of ours: nothing that a person wrote gets into a formula. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cell'; readonly key: CellKey }
  | { readonly kind: 'range'; readonly from: CellKey; readonly to: CellKey }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'negative'; readonly arg: Expression };

export type BinaryOperator = '+' | '-' | '*' | '/' | '=' | '<' | '<=' | '>' | '>=';

/** What stands for a number without end, which a spreadsheet does not have; from `nearlyUnlimited` on a value counts as one. */
export const unlimited = 1e300;
export const nearlyUnlimited = 1e290;

export const unknown: Expression = { kind: 'call', name: 'NA', args: [] };

export function number(value: number): Expression {
  if (Number.isNaN(value)) return unknown;
  if (value < 0) return { kind: 'negative', arg: number(-value) };
  return { kind: 'number', value: Math.min(value, unlimited) };
}

export function words(text: string): Expression {
  return { kind: 'text', text };
}

export function cell(key: CellKey): Expression {
  return { kind: 'cell', key };
}

export function call(name: string, ...args: readonly Expression[]): Expression {
  return { kind: 'call', name, args };
}

export function binary(left: Expression, operator: BinaryOperator, right: Expression): Expression {
  return { kind: 'binary', operator, left, right };
}

/** The value of a literal; undefined for anything else. */
export function literal(e: Expression): number | undefined {
  if (e.kind === 'number') return e.value;
  if (e.kind !== 'negative') return undefined;
  const positive = literal(e.arg);
  return positive === undefined ? undefined : -positive;
}

const precedence: Readonly<Record<BinaryOperator, number>> = {
  '=': 1,
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
};
const ofNegative = 4;

/** Says where a cell stands, as the formula has to write it. */
type Address = (key: CellKey) => string;

export function expressionText(e: Expression, address: Address): string {
  switch (e.kind) {
    case 'number':
      return String(e.value).toUpperCase();
    case 'text':
      return `"${e.text}"`;
    case 'cell':
      return address(e.key);
    case 'range':
      // the sheet is said once: Model!F5:F9
      return `${address(e.from)}:${address(e.to).replace(/^.*!/, '')}`;
    case 'call':
      return `${e.name}(${e.args.map((arg) => expressionText(arg, address)).join(',')})`;
    case 'binary': {
      const own = precedence[e.operator];
      // a - (b - c), a / (b / c): what stands on the right binds tighter
      return bracketed(e.left, own, address) + e.operator + bracketed(e.right, own + 1, address);
    }
    case 'negative':
      return `-${bracketed(e.arg, ofNegative + 1, address)}`;
  }
}

/** In brackets where it binds less than it has to. */
function bracketed(e: Expression, atLeast: number, address: Address): string {
  const text = expressionText(e, address);
  return precedenceOf(e) < atLeast ? `(${text})` : text;
}

function precedenceOf(e: Expression): number {
  if (e.kind === 'binary') return precedence[e.operator];
  return e.kind === 'negative' ? ofNegative : ofNegative + 1;
}

/** `A`, `Z`, `AA`: columns from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column; n >= 0; n = Math.floor(n / 26) - 1)
    letters = String.fromCharCode(65 + (n % 26)) + letters;
  return letters;
}
