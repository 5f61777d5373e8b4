// Formula text -> tree. One recursive-descent parser for plans, flags, expectations, reports and the editor.
// Stops at the first error of a formula; a plan has many formulas and each reports its own.
//
//   formula    = range [ 'in' unit [ 'at' points ] ]        (also inside parentheses and arguments)
//   condition  = formula [ comparison formula ]
//   range      = sum [ 'to' sum ]
//   sum        = product { ('+' | '-') product }
//   product    = unary { ('*' | '/') unary }
//   unary      = '-' unary | power
//   power      = postfix [ '^' unary ]
//   postfix    = primary { 'at' points }

import { type Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { join, type Span } from '../diagnostics/source.ts';
import { formulaNumbers } from '../quantity/read-number.ts';
import { readQuantityAt, readUnit } from '../quantity/read-quantity.ts';
import type { UnitTable } from '../quantity/unit-table.ts';
import { one } from '../quantity/unit.ts';
import type { BinaryOperator, Expression, PointReference } from './ast.ts';
import { type FormulaText, spanIn } from './formula-text.ts';

/** A formula longer or deeper than this was not written by a person. */
export const maximumLength = 4000;
export const maximumDepth = 64;

const keywords = new Set(['if', 'then', 'else', 'and', 'or', 'not', 'to', 'in', 'at', 'over', 'true', 'false']);
const wordStart = /[A-Za-z_]/;
const wordPart = /[A-Za-z0-9_]/;
const comparisons: readonly BinaryOperator[] = ['<=', '>=', '==', '!=', '<', '>'];

/** The tree, or undefined with the reason in `out`. */
export function parseFormula(formula: FormulaText, units: UnitTable, out: Diagnostics): Expression | undefined {
  if (formula.text.length > maximumLength) {
    const message = `this formula has ${formula.text.length} characters; ${maximumLength} is the most that is read`;
    out.error('E202', message, [{ span: spanIn(formula, 0, 1), label: '' }], 'give its parts names of their own under `formulas`');
    return undefined;
  }
  try {
    return new Parser(formula, units).whole();
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    out.error(error.code, error.message, [{ span: error.span, label: error.label }], error.help);
    return undefined;
  }
}

/** Leaves the parser at the first problem; never leaves this file. */
class SyntaxProblem extends Error {
  readonly span: Span;
  readonly label: string;
  readonly help: string;
  readonly code: 'E201' | 'E202' | 'E203' | 'E302';
  constructor(message: string, span: Span, help = '', code: SyntaxProblem['code'] = 'E201', label = '') {
    super(message);
    this.span = span;
    this.help = help;
    this.code = code;
    this.label = label;
  }
}

class Parser {
  readonly #formula: FormulaText;
  readonly #text: string;
  readonly #units: UnitTable;
  #pos = 0;
  #depth = 0;

  constructor(formula: FormulaText, units: UnitTable) {
    this.#formula = formula;
    this.#text = formula.text;
    this.#units = units;
  }

  whole(): Expression {
    this.#skip();
    if (this.#pos >= this.#text.length) throw new SyntaxProblem('the formula is empty', this.#here());
    const tree = this.#expression();
    this.#skip();
    if (this.#pos < this.#text.length) throw this.#unexpectedRest();
    return tree;
  }

  // --- the grammar, loosest binding first

  #expression(): Expression {
    this.#depth += 1;
    if (this.#depth > maximumDepth) {
      throw new SyntaxProblem('this formula is nested too deeply', this.#here(), 'give its parts names of their own', 'E202');
    }
    const tree = this.#word('if') ? this.#conditional() : this.#either();
    this.#depth -= 1;
    return tree;
  }

  #conditional(): Expression {
    const start = this.#pos;
    this.#takeWord('if');
    const test = this.#expression();
    this.#need('then', '`if` needs `then`: `if users > 100 users then 2 else 1`');
    const then = this.#expression();
    this.#need('else', '`if` needs `else`: without it there is no value when the condition is false');
    const otherwise = this.#expression();
    return { kind: 'if', test, then, otherwise, span: this.#span(start, this.#pos) };
  }

  #either(): Expression {
    let left = this.#both();
    while (this.#word('or')) left = this.#binary('or', left, () => this.#both());
    return left;
  }

  #both(): Expression {
    let left = this.#negation();
    while (this.#word('and')) left = this.#binary('and', left, () => this.#negation());
    return left;
  }

  #negation(): Expression {
    if (!this.#word('not')) return this.#comparison();
    const start = this.#pos;
    this.#takeWord('not');
    const operand = this.#nested(() => this.#negation());
    return { kind: 'unary', operator: 'not', operand, span: join(this.#span(start, start + 3), operand.span) };
  }

  #comparison(): Expression {
    const left = this.#conversion();
    const operator = this.#comparisonSign();
    if (operator === undefined) return left;
    const tree = this.#binary(operator, left, () => this.#conversion());
    if (this.#comparisonSign() !== undefined) {
      throw new SyntaxProblem('a comparison cannot be chained', this.#here(), 'join two comparisons with `and`');
    }
    return tree;
  }

  #conversion(): Expression {
    let tree = this.#range();
    while (this.#word('in')) {
      this.#takeWord('in');
      tree = this.#inUnit(tree);
      if (this.#word('at')) tree = this.#at(tree);
    }
    return tree;
  }

  #inUnit(operand: Expression): Expression {
    this.#skip();
    const start = this.#pos;
    const text = /^(?:1\/)?[A-Za-zµ%][A-Za-z0-9_%]*(?:\^\d+|²|³)?(?:[/*·](?!\s)[A-Za-z%][A-Za-z0-9_%]*(?:\^\d+|²|³)?)*/.exec(
      this.#text.slice(start, start + 200),
    )?.[0];
    if (text === undefined) {
      throw new SyntaxProblem('`in` needs a unit', this.#here(), 'for example `total in USD/month`');
    }
    this.#pos += text.length;
    const unit = readUnit(text, this.#units);
    const unitSpan = this.#span(start, this.#pos);
    if ('word' in unit) {
      throw this.#unknownUnit(unit.word, start + unit.start, start + unit.end);
    }
    return { kind: 'in', operand, unit, unitSpan, span: join(operand.span, unitSpan) };
  }

  #range(): Expression {
    const low = this.#sum();
    if (!this.#word('to')) return low;
    this.#takeWord('to');
    const high = this.#operand('to', () => this.#sum());
    return { kind: 'range', low, high, span: join(low.span, high.span) };
  }

  #sum(): Expression {
    let left = this.#product();
    for (let sign = this.#sign('+-'); sign !== undefined; sign = this.#sign('+-')) {
      left = this.#binary(sign, left, () => this.#product());
    }
    return left;
  }

  #product(): Expression {
    let left = this.#unary();
    for (let sign = this.#sign('*/×·'); sign !== undefined; sign = this.#sign('*/×·')) {
      left = this.#binary(sign, left, () => this.#unary());
    }
    return left;
  }

  #unary(): Expression {
    this.#skip();
    if (this.#text[this.#pos] !== '-') return this.#power();
    const start = this.#pos;
    this.#pos += 1;
    const operand = this.#nested(() => this.#unary());
    return { kind: 'unary', operator: '-', operand, span: join(this.#span(start, start + 1), operand.span) };
  }

  #power(): Expression {
    const base = this.#postfix();
    if (this.#sign('^') === undefined) return base;
    return this.#binary('^', base, () => this.#nested(() => this.#unary()));
  }

  #postfix(): Expression {
    let tree = this.#primary();
    while (this.#word('at')) tree = this.#at(tree);
    return tree;
  }

  #at(operand: Expression): Expression {
    this.#takeWord('at');
    const points: PointReference[] = [this.#point()];
    for (;;) {
      const before = this.#pos;
      this.#skip();
      if (this.#text[this.#pos] !== ',') break;
      this.#pos += 1;
      if (!this.#pointAhead()) {
        this.#pos = before;
        break;
      }
      points.push(this.#point());
    }
    const last = points[points.length - 1];
    return { kind: 'at', operand, points, span: last === undefined ? operand.span : join(operand.span, last.pointSpan) };
  }

  #pointAhead(): boolean {
    return /^\s*[A-Za-z_][A-Za-z0-9_]*\s*=(?!=)/.test(this.#text.slice(this.#pos, this.#pos + 200));
  }

  #point(): PointReference {
    this.#skip();
    const axisStart = this.#pos;
    const axis = this.#readWord();
    if (axis === '' || !this.#pointAheadFrom(axisStart)) {
      throw new SyntaxProblem('`at` needs an axis and a point', this.#here(), 'for example `total at tier=b`');
    }
    const axisSpan = this.#span(axisStart, this.#pos);
    this.#skip();
    this.#pos += 1;
    this.#skip();
    const pointStart = this.#pos;
    const quoted = this.#text[this.#pos] === '"' ? this.#string() : undefined;
    const point = quoted ?? /^[A-Za-z0-9_.%-]+/.exec(this.#text.slice(this.#pos, this.#pos + 200))?.[0];
    if (point === undefined) {
      throw new SyntaxProblem(`\`${axis}=\` needs a point`, this.#here(), `for example \`at ${axis}=a\``);
    }
    if (quoted === undefined) this.#pos += point.length;
    return { axis, axisSpan, point, pointSpan: this.#span(pointStart, this.#pos) };
  }

  #pointAheadFrom(start: number): boolean {
    return /^[A-Za-z_][A-Za-z0-9_]*\s*=(?!=)/.test(this.#text.slice(start, start + 200));
  }

  #primary(): Expression {
    this.#skip();
    const start = this.#pos;
    const c = this.#text[start];
    if (c === undefined) throw new SyntaxProblem('the formula ends where a value should stand', this.#here());
    if (c === '(') return this.#parenthesis();
    if (c === '"') {
      const value = this.#string();
      return { kind: 'text', value, span: this.#span(start, this.#pos) };
    }
    const literal = this.#literal(start);
    if (literal !== undefined) return literal;
    const word = this.#readWord();
    if (word === '') throw this.#unexpected(c);
    if (keywords.has(word)) return this.#keyword(word, start);
    return this.#nameOrCall(word, start);
  }

  #keyword(word: string, start: number): Expression {
    if (word === 'if') {
      this.#pos = start;
      return this.#expression();
    }
    const span = this.#span(start, this.#pos);
    if (word === 'true' || word === 'false') return { kind: 'name', name: word, span };
    throw new SyntaxProblem(`a value should stand where \`${word}\` is`, span);
  }

  #nameOrCall(first: string, start: number): Expression {
    let name = first;
    while (this.#text[this.#pos] === '.' && wordStart.test(this.#text[this.#pos + 1] ?? '')) {
      this.#pos += 1;
      name += `.${this.#readWord()}`;
    }
    const nameSpan = this.#span(start, this.#pos);
    this.#skip();
    if (this.#text[this.#pos] !== '(') return { kind: 'name', name, span: nameSpan };
    return this.#call(name, nameSpan, start);
  }

  #call(name: string, nameSpan: Span, start: number): Expression {
    const open = this.#pos;
    this.#pos += 1;
    const args: Expression[] = [];
    this.#skip();
    while (this.#text[this.#pos] !== ')') {
      args.push(this.#operandAfterOpening(open));
      if (this.#word('over')) return this.#over(name, nameSpan, args, start, open);
      this.#skip();
      if (this.#text[this.#pos] === ',') this.#pos += 1;
      else if (this.#text[this.#pos] !== ')') throw this.#unclosed(open);
      this.#skip();
    }
    this.#pos += 1;
    return { kind: 'call', name, nameSpan, args, span: this.#span(start, this.#pos) };
  }

  #over(name: string, nameSpan: Span, args: readonly Expression[], start: number, open: number): Expression {
    this.#takeWord('over');
    this.#skip();
    const overStart = this.#pos;
    const over = this.#readWord();
    const [operand] = args;
    if (over === '' || operand === undefined || args.length > 1) {
      throw new SyntaxProblem('`over` needs one value before it and an axis after it', this.#here(), 'for example `sum(total over month)`');
    }
    const overSpan = this.#span(overStart, this.#pos);
    this.#skip();
    if (this.#text[this.#pos] !== ')') throw this.#unclosed(open);
    this.#pos += 1;
    return { kind: 'over', name, nameSpan, operand, over, overSpan, span: this.#span(start, this.#pos) };
  }

  #parenthesis(): Expression {
    const open = this.#pos;
    this.#pos += 1;
    const inner = this.#operandAfterOpening(open);
    this.#skip();
    if (this.#text[this.#pos] !== ')') throw this.#unclosed(open);
    this.#pos += 1;
    return { ...inner, span: this.#span(open, this.#pos) };
  }

  #literal(start: number): Expression | undefined {
    const found = readQuantityAt(this.#text, start, this.#units, formulaNumbers);
    if (found.kind === 'quantity') {
      const { value, unit, decimals, scale, end } = found.quantity;
      this.#pos = end;
      return { kind: 'number', value, unit, quantum: scale * 10 ** -decimals, span: this.#span(start, end) };
    }
    if (found.kind === 'unknown-unit') throw this.#unknownUnit(found.trouble.word, found.trouble.start, found.trouble.end);
    if (/[0-9]/.test(this.#text[start] ?? '')) {
      throw new SyntaxProblem('this number cannot be read', this.#span(start, start + 1), '', 'E203');
    }
    return undefined;
  }

  // --- pieces

  #binary(operator: BinaryOperator, left: Expression, read: () => Expression): Expression {
    this.#skip();
    const start = this.#pos;
    this.#pos += operator.length;
    const operatorSpan = this.#span(start, this.#pos);
    const right = this.#operand(operator, read);
    return { kind: 'binary', operator, operatorSpan, left, right, span: join(left.span, right.span) };
  }

  #operand(after: string, read: () => Expression): Expression {
    this.#skip();
    const next = this.#text[this.#pos];
    if (next === undefined || next === ')' || next === ',') {
      throw new SyntaxProblem(`a value is missing after \`${after}\``, this.#here());
    }
    return this.#word('if') ? this.#expression() : read();
  }

  #operandAfterOpening(open: number): Expression {
    this.#skip();
    const next = this.#text[this.#pos];
    if (next === undefined) throw this.#unclosed(open);
    if (next === ')' || next === ',') throw new SyntaxProblem(`a value is missing before \`${next}\``, this.#here());
    return this.#expression();
  }

  #nested(read: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > maximumDepth) {
      throw new SyntaxProblem('this formula is nested too deeply', this.#here(), 'give its parts names of their own', 'E202');
    }
    const tree = read();
    this.#depth -= 1;
    return tree;
  }

  #comparisonSign(): BinaryOperator | undefined {
    this.#skip();
    const found = comparisons.find((sign) => this.#text.startsWith(sign, this.#pos));
    if (found === undefined && this.#text[this.#pos] === '=') {
      throw new SyntaxProblem('`=` is not a comparison', this.#span(this.#pos, this.#pos + 1), 'write `==` to compare two values');
    }
    return found;
  }

  #sign(signs: string): BinaryOperator | undefined {
    this.#skip();
    const c = this.#text[this.#pos];
    if (c === undefined || !signs.includes(c)) return undefined;
    return c === '×' || c === '·' ? '*' : (c as BinaryOperator);
  }

  #string(): string {
    const start = this.#pos;
    const end = this.#text.indexOf('"', start + 1);
    if (end === -1) throw new SyntaxProblem('this text has no closing quote', this.#span(start, start + 1));
    this.#pos = end + 1;
    return this.#text.slice(start + 1, end);
  }

  #word(word: string): boolean {
    this.#skip();
    return this.#text.startsWith(word, this.#pos) && !wordPart.test(this.#text[this.#pos + word.length] ?? '');
  }

  #takeWord(word: string): void {
    this.#skip();
    this.#pos += word.length;
  }

  #need(word: string, help: string): void {
    if (!this.#word(word)) throw new SyntaxProblem(`\`${word}\` is missing`, this.#here(), help);
    this.#takeWord(word);
  }

  #readWord(): string {
    const start = this.#pos;
    if (!wordStart.test(this.#text[start] ?? '')) return '';
    while (wordPart.test(this.#text[this.#pos] ?? '')) this.#pos += 1;
    return this.#text.slice(start, this.#pos);
  }

  #skip(): void {
    while (/\s/.test(this.#text[this.#pos] ?? '')) this.#pos += 1;
  }

  #span(start: number, end: number): Span {
    return spanIn(this.#formula, start, end);
  }

  #here(): Span {
    this.#skip();
    return this.#span(Math.min(this.#pos, this.#text.length), Math.min(this.#pos + 1, this.#text.length + 1));
  }

  // --- what went wrong

  #unclosed(open: number): SyntaxProblem {
    this.#skip();
    if (this.#pos >= this.#text.length) {
      return new SyntaxProblem('this parenthesis is never closed', this.#span(open, open + 1));
    }
    return this.#unexpectedRest();
  }

  #unexpectedRest(): SyntaxProblem {
    this.#skip();
    const c = this.#text[this.#pos] ?? '';
    if (c === ')') return new SyntaxProblem('this parenthesis was never opened', this.#here());
    if (c === ',') {
      return new SyntaxProblem('a comma stands outside a function', this.#here(), 'thousands are written 1_000 or 1000, decimals with a point');
    }
    if (/[A-Za-z0-9_"(€$]/.test(c)) {
      return new SyntaxProblem('an operator is missing before this', this.#here(), 'multiplication is always written: `2 * users`');
    }
    return this.#unexpected(c);
  }

  #unexpected(c: string): SyntaxProblem {
    const help = c === '%' ? 'a percentage follows its number: `15%`' : '';
    return new SyntaxProblem(`\`${c}\` cannot stand here`, this.#here(), help);
  }

  #unknownUnit(word: string, start: number, end: number): SyntaxProblem {
    const guess = didYouMean(word, this.#units.words());
    const declare = `a countable of your own is declared under \`units: [${word.replace(/s$/, '')}]\``;
    return new SyntaxProblem(`\`${word}\` is not a unit`, this.#span(start, end), guess || declare, 'E302');
  }
}

/** A tree for a bare number, where a plan gives a number and no text. */
export function numberExpression(value: number, span: Span): Expression {
  return { kind: 'number', value, unit: one, quantum: 1, span };
}
