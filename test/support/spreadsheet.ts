// A small spreadsheet: reads the formulas of a workbook as text and computes them as LibreOffice and Excel do, as far as our
// files need it. Independent of the code that writes them, and fast enough for thousands of random plans.

import type { Content, Workbook } from '../../src/report/workbook/workbook.ts';

export class Fault {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

export type Value = number | string | boolean | undefined | Fault | readonly Value[];

type Tree =
  | { readonly kind: 'value'; readonly value: number | string }
  | { readonly kind: 'cell'; readonly sheet: string; readonly row: number; readonly column: number }
  | { readonly kind: 'range'; readonly from: Tree & { kind: 'cell' }; readonly to: Tree & { kind: 'cell' } }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[] }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'negative'; readonly arg: Tree };

const notAvailable = new Fault('#N/A');

export class Spreadsheet {
  readonly #cells = new Map<string, Content>();
  readonly #values = new Map<string, Value>();

  constructor(workbook: Workbook) {
    for (const { name, cells } of workbook.sheets)
      for (const { row, column, content } of cells) this.#cells.set(keyOf(name, row, column), content);
  }

  /** Types a number into a cell. */
  enter(sheet: string, row: number, column: number, value: number): void {
    this.#cells.set(keyOf(sheet, row, column), { kind: 'number', value });
    this.#values.clear();
  }

  value(sheet: string, row: number, column: number): Value {
    const key = keyOf(sheet, row, column);
    if (this.#values.has(key)) {
      const known = this.#values.get(key);
      if (known === running) throw new Error(`${sheet} ${row},${column} needs itself`);
      return known;
    }
    this.#values.set(key, running);
    const value = this.#compute(this.#cells.get(key), sheet);
    this.#values.set(key, value);
    return value;
  }

  #compute(content: Content | undefined, sheet: string): Value {
    switch (content?.kind) {
      case undefined:
      case 'empty':
        return undefined;
      case 'text':
      case 'link':
        return content.text;
      case 'number':
        return content.value;
      case 'formula':
        return this.#run(parse(content.formula, sheet));
    }
  }

  #run(tree: Tree): Value {
    switch (tree.kind) {
      case 'value':
        return tree.value;
      case 'cell':
        return this.value(tree.sheet, tree.row, tree.column);
      case 'range': {
        const { from, to } = tree;
        const values: Value[] = [];
        for (let row = from.row; row <= to.row; row++)
          for (let column = from.column; column <= to.column; column++)
            values.push(this.value(from.sheet, row, column));
        return values;
      }
      case 'negative':
        return each(
          [this.#run(tree.arg)],
          spreading(([x]) => -numberOf(x)),
        );
      case 'binary': {
        const of = spreading(([a, b]) => binary(tree.operator, a, b));
        return each([this.#run(tree.left), this.#run(tree.right)], of);
      }
      case 'call':
        return this.#call(tree.name, tree.args);
    }
  }

  #call(name: string, args: readonly Tree[]): Value {
    const at = (i: number): Value => (args[i] === undefined ? undefined : this.#run(args[i]));
    switch (name) {
      case 'IF': {
        const test = at(0);
        if (test instanceof Fault) return test;
        return at(numberOf(test) !== 0 ? 1 : 2);
      }
      case 'IFERROR':
        return each([at(0), at(1)], ([x, other]) => (x instanceof Fault ? other : x));
      case 'CHOOSE': {
        const index = at(0);
        if (index instanceof Fault) return index;
        const whole = Math.floor(numberOf(index));
        return whole >= 1 && whole < args.length ? at(whole) : new Fault('#VALUE!');
      }
      case 'ISBLANK':
        return at(0) === undefined;
      case 'ISNUMBER':
        return typeof at(0) === 'number';
      case 'NA':
        return notAvailable;
    }
    const values = args.flatMap((arg) => flat(this.#run(arg)));
    if (name === 'MATCH') return match(at(0), flat(at(1)));
    const fault = values.find((v) => v instanceof Fault);
    if (fault !== undefined) return fault;
    return checked(numeric(name, values.map(numberOf)));
  }
}

const running = new Fault('running');

function keyOf(sheet: string, row: number, column: number): string {
  return `${sheet} ${row},${column}`;
}

function flat(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [value as Exclude<Value, readonly Value[]>];
}

function numberOf(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return 0;
  throw new Error(`${String(value)} is no number`);
}

/** Element by element where an argument is a range. */
function each(args: readonly Value[], of: (args: readonly Value[]) => Value): Value {
  const longest = Math.max(...args.map((a) => (Array.isArray(a) ? a.length : 0)));
  if (longest === 0) return of(args);
  return Array.from({ length: longest }, (_, i) => of(args.map((a) => (Array.isArray(a) ? a[i] : a))));
}

/** A fault in any argument is the result. */
function spreading(of: (args: readonly Value[]) => Value): (args: readonly Value[]) => Value {
  return (args) => args.find((x) => x instanceof Fault) ?? of(args);
}

function binary(operator: string, a: Value, b: Value): Value {
  if (typeof a === 'string' || typeof b === 'string') throw new Error('a text in a sum');
  const [x, y] = [numberOf(a), numberOf(b)];
  switch (operator) {
    case '+':
      return checked(x + y);
    case '-':
      return checked(x - y);
    case '*':
      return checked(x * y);
    case '/':
      return y === 0 ? new Fault('#DIV/0!') : checked(x / y);
    case '=':
      return x === y;
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    case '>=':
      return x >= y;
    default:
      throw new Error(`no operator ${operator}`);
  }
}

function checked(x: number): Value {
  return Number.isFinite(x) ? x : new Fault('#NUM!');
}

function match(wanted: Value, among: readonly Value[]): Value {
  if (wanted instanceof Fault) return wanted;
  const index = among.indexOf(wanted);
  return index < 0 ? notAvailable : index + 1;
}

function numeric(name: string, args: readonly number[]): number {
  const [x = 0, y = 0] = args;
  switch (name) {
    case 'SUM':
    case 'SUMPRODUCT':
      return args.reduce((sum, a) => sum + a, 0);
    case 'MIN':
      return Math.min(...args);
    case 'MAX':
      return Math.max(...args);
    case 'ABS':
      return Math.abs(x);
    case 'INT':
      return Math.floor(x);
    case 'SIGN':
      return Math.sign(x);
    case 'SQRT':
      return Math.sqrt(x);
    case 'EXP':
      return Math.exp(x);
    case 'LN':
      return x > 0 ? Math.log(x) : Number.NaN;
    case 'MOD':
      return y === 0 ? Number.NaN : x - y * Math.floor(x / y);
    case 'POISSON':
      return poisson(x, y, args[2] === 1);
    case 'POWER':
      return x === 0 && y <= 0 ? Number.NaN : x ** y;
    default:
      throw new Error(`no function ${name}`);
  }
}

function poisson(count: number, mean: number, cumulative: boolean): number {
  let logFactorial = 0;
  let sum = 0;
  let term = 0;
  for (let n = 0; n <= count; n++) {
    if (n > 0) logFactorial += Math.log(n);
    term = Math.exp(n * Math.log(mean) - mean - logFactorial);
    sum += term;
    // what is smaller than any number adds nothing more
    if (n > mean && term === 0) return cumulative ? sum : 0;
  }
  return cumulative ? sum : term;
}

// --- reading a formula

const trees = new Map<string, Tree>();

function parse(text: string, sheet: string): Tree {
  const key = `${sheet}!${text}`;
  let tree = trees.get(key);
  if (tree === undefined) {
    if (trees.size > 50_000) trees.clear();
    tree = new Parser(text, sheet).whole();
    trees.set(key, tree);
  }
  return tree;
}

const token =
  /\s*(?:(\d+(?:\.\d+)?(?:E[+-]?\d+)?)|"((?:[^"]|"")*)"|((?:'[^']+'|[A-Za-z]+)!)?\$?([A-Z]{1,3})\$?(\d+)|([A-Z]+)\(|(<=|>=|<>|[-+*/=<>(),:]))/y;

type Token =
  | { readonly kind: 'value'; readonly value: number | string }
  | { readonly kind: 'cell'; readonly cell: Tree & { kind: 'cell' } }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: string };

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string, sheet: string) {
    const tokens: Token[] = [];
    token.lastIndex = 0;
    while (token.lastIndex < text.length) {
      const start = token.lastIndex;
      const found = token.exec(text);
      if (found === null) throw new Error(`cannot read ${text} from ${start}`);
      const [, digits, quoted, where, letters, row, name, sign] = found;
      if (digits !== undefined) tokens.push({ kind: 'value', value: Number(digits) });
      else if (quoted !== undefined) tokens.push({ kind: 'value', value: quoted.replaceAll('""', '"') });
      else if (letters !== undefined) {
        const on = where === undefined ? sheet : where.slice(0, -1).replaceAll("'", '');
        tokens.push({
          kind: 'cell',
          cell: { kind: 'cell', sheet: on, row: Number(row) - 1, column: columnOf(letters) },
        });
      } else if (name !== undefined) tokens.push({ kind: 'function', name });
      else tokens.push({ kind: 'sign', sign: sign ?? '' });
    }
    this.#tokens = tokens;
  }

  whole(): Tree {
    const tree = this.#level(0);
    if (this.#at !== this.#tokens.length) throw new Error('more than one formula');
    return tree;
  }

  #level(level: number): Tree {
    const operators = [
      ['=', '<', '<=', '>', '>='],
      ['+', '-'],
      ['*', '/'],
    ][level];
    if (operators === undefined) return this.#single();
    let left = this.#level(level + 1);
    for (
      let next = this.#tokens[this.#at];
      next?.kind === 'sign' && operators.includes(next.sign);
      next = this.#tokens[this.#at]
    ) {
      this.#at += 1;
      left = { kind: 'binary', operator: next.sign, left, right: this.#level(level + 1) };
    }
    return left;
  }

  #single(): Tree {
    const next = this.#tokens[this.#at];
    this.#at += 1;
    if (next?.kind === 'value') return next;
    if (next?.kind === 'cell') {
      if (!this.#skips(':')) return next.cell;
      const to = this.#single();
      if (to.kind !== 'cell') throw new Error('a range ends in a cell');
      return { kind: 'range', from: next.cell, to };
    }
    if (next?.kind === 'function') {
      const args: Tree[] = [];
      if (this.#skips(')')) return { kind: 'call', name: next.name, args };
      do args.push(this.#level(0));
      while (this.#skips(','));
      this.#expect(')');
      return { kind: 'call', name: next.name, args };
    }
    if (next?.sign === '-') return { kind: 'negative', arg: this.#single() };
    if (next?.sign !== '(') throw new Error('a formula ends in the middle');
    const inner = this.#level(0);
    this.#expect(')');
    return inner;
  }

  #skips(sign: string): boolean {
    const next = this.#tokens[this.#at];
    const found = next?.kind === 'sign' && next.sign === sign;
    if (found) this.#at += 1;
    return found;
  }

  #expect(sign: string): void {
    if (!this.#skips(sign)) throw new Error(`${sign} is missing`);
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
