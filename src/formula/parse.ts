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

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { join, type Span } from '../diagnostics/source.ts';
import { formulaNumbers } from '../quantity/read-number.ts';
import { readQuantityAt, readUnit } from '../quantity/read-quantity.ts';
import { one } from '../quantity/unit.ts';
import type { UnitTable } from '../quantity/unit-table.ts';
import type { BinaryOperator, Expression, PointReference } from './ast.ts';
import { type FormulaText, spanIn } from './formula-text.ts';
import { Scanner, SyntaxProblem, wordStart } from './scanner.ts';

/** A formula longer than this was not written by a person. */
export const maximumLength = 4000;

const keywords = new Set([
  'if',
  'then',
  'else',
  'and',
  'or',
  'not',
  'to',
  'in',
  'at',
  'over',
  'true',
  'false',
]);

/** The tree, or undefined with the reason in `out`. */
export function parseFormula(
  formula: FormulaText,
  units: UnitTable,
  out: Diagnostics,
): Expression | undefined {
  if (formula.text.length > maximumLength) {
    const message = `this formula has ${formula.text.length} characters; ${maximumLength} is the most that is read`;
    out.error(
      'E202',
      message,
      [{ span: spanIn(formula, 0, 1), label: '' }],
      'give its parts names of their own under `formulas`',
    );
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

class Parser {
  readonly #scan: Scanner;
  readonly #units: UnitTable;

  constructor(formula: FormulaText, units: UnitTable) {
    this.#scan = new Scanner(formula, units);
    this.#units = units;
  }

  whole(): Expression {
    this.#scan.skip();
    if (this.#scan.pos >= this.#scan.text.length)
      throw new SyntaxProblem('the formula is empty', this.#scan.here());
    const tree = this.#expression();
    this.#scan.skip();
    if (this.#scan.pos < this.#scan.text.length) throw this.#scan.unexpectedRest();
    return tree;
  }

  // --- the grammar, loosest binding first

  #expression(): Expression {
    return this.#scan.nested(() => (this.#scan.word('if') ? this.#conditional() : this.#either()));
  }

  #conditional(): Expression {
    const start = this.#scan.pos;
    this.#scan.takeWord('if');
    const test = this.#expression();
    this.#scan.need('then', '`if` needs `then`: `if users > 100 users then 2 else 1`');
    const then = this.#expression();
    this.#scan.need('else', '`if` needs `else`: without it there is no value when the condition is false');
    const otherwise = this.#expression();
    return { kind: 'if', test, then, otherwise, span: this.#scan.span(start, this.#scan.pos) };
  }

  #either(): Expression {
    let left = this.#both();
    while (this.#scan.word('or')) left = this.#binary('or', left, () => this.#both());
    return left;
  }

  #both(): Expression {
    let left = this.#negation();
    while (this.#scan.word('and')) left = this.#binary('and', left, () => this.#negation());
    return left;
  }

  #negation(): Expression {
    if (!this.#scan.word('not')) return this.#comparison();
    const start = this.#scan.pos;
    this.#scan.takeWord('not');
    const operand = this.#scan.nested(() => this.#negation());
    return {
      kind: 'unary',
      operator: 'not',
      operand,
      span: join(this.#scan.span(start, start + 3), operand.span),
    };
  }

  #comparison(): Expression {
    const left = this.#conversion();
    const operator = this.#scan.comparisonSign();
    if (operator === undefined) return left;
    const tree = this.#binary(operator, left, () => this.#conversion());
    if (this.#scan.comparisonSign() !== undefined) {
      throw new SyntaxProblem(
        'a comparison cannot be chained',
        this.#scan.here(),
        'join two comparisons with `and`',
      );
    }
    return tree;
  }

  #conversion(): Expression {
    let tree = this.#range();
    while (this.#scan.word('in')) {
      this.#scan.takeWord('in');
      tree = this.#inUnit(tree);
      if (this.#scan.word('at')) tree = this.#at(tree);
    }
    return tree;
  }

  #inUnit(operand: Expression): Expression {
    this.#scan.skip();
    const start = this.#scan.pos;
    const text =
      /^(?:1\/)?[A-Za-zµ%][A-Za-z0-9_%]*(?:\^\d+|²|³)?(?:[/*·](?!\s)[A-Za-z%][A-Za-z0-9_%]*(?:\^\d+|²|³)?)*/.exec(
        this.#scan.text.slice(start, start + 200),
      )?.[0];
    if (text === undefined) {
      throw new SyntaxProblem('`in` needs a unit', this.#scan.here(), 'for example `total in USD/month`');
    }
    this.#scan.pos += text.length;
    const unit = readUnit(text, this.#units);
    const unitSpan = this.#scan.span(start, this.#scan.pos);
    if ('word' in unit) {
      throw this.#scan.unknownUnit(unit.word, start + unit.start, start + unit.end);
    }
    return { kind: 'in', operand, unit, unitSpan, span: join(operand.span, unitSpan) };
  }

  #range(): Expression {
    const low = this.#sum();
    if (!this.#scan.word('to')) return low;
    this.#scan.takeWord('to');
    const high = this.#operand('to', () => this.#sum());
    return { kind: 'range', low, high, span: join(low.span, high.span) };
  }

  #sum(): Expression {
    let left = this.#product();
    for (let sign = this.#scan.sign('+-'); sign !== undefined; sign = this.#scan.sign('+-')) {
      left = this.#binary(sign, left, () => this.#product());
    }
    return left;
  }

  #product(): Expression {
    let left = this.#unary();
    for (let sign = this.#scan.sign('*/×·'); sign !== undefined; sign = this.#scan.sign('*/×·')) {
      left = this.#binary(sign, left, () => this.#unary());
    }
    return left;
  }

  #unary(): Expression {
    this.#scan.skip();
    if (this.#scan.text[this.#scan.pos] !== '-') return this.#power();
    const start = this.#scan.pos;
    this.#scan.pos += 1;
    const operand = this.#scan.nested(() => this.#unary());
    return {
      kind: 'unary',
      operator: '-',
      operand,
      span: join(this.#scan.span(start, start + 1), operand.span),
    };
  }

  #power(): Expression {
    const base = this.#postfix();
    if (this.#scan.sign('^') === undefined) return base;
    return this.#binary('^', base, () => this.#scan.nested(() => this.#unary()));
  }

  #postfix(): Expression {
    let tree = this.#primary();
    while (this.#scan.word('at')) tree = this.#at(tree);
    return tree;
  }

  #at(operand: Expression): Expression {
    this.#scan.takeWord('at');
    const points: PointReference[] = [this.#point()];
    for (;;) {
      const before = this.#scan.pos;
      this.#scan.skip();
      if (this.#scan.text[this.#scan.pos] !== ',') break;
      this.#scan.pos += 1;
      if (!this.#pointAhead()) {
        this.#scan.pos = before;
        break;
      }
      points.push(this.#point());
    }
    const last = points[points.length - 1];
    return {
      kind: 'at',
      operand,
      points,
      span: last === undefined ? operand.span : join(operand.span, last.pointSpan),
    };
  }

  #pointAhead(): boolean {
    return /^\s*[A-Za-z_][A-Za-z0-9_]*\s*=(?!=)/.test(
      this.#scan.text.slice(this.#scan.pos, this.#scan.pos + 200),
    );
  }

  #point(): PointReference {
    this.#scan.skip();
    const axisStart = this.#scan.pos;
    const axis = this.#scan.readWord();
    if (axis === '' || !this.#pointAheadFrom(axisStart)) {
      throw new SyntaxProblem(
        '`at` needs an axis and a point',
        this.#scan.here(),
        'for example `total at tier=b`',
      );
    }
    const axisSpan = this.#scan.span(axisStart, this.#scan.pos);
    this.#scan.skip();
    this.#scan.pos += 1;
    this.#scan.skip();
    const pointStart = this.#scan.pos;
    const quoted = this.#scan.text[this.#scan.pos] === '"' ? this.#scan.string() : undefined;
    const point =
      quoted ?? /^[A-Za-z0-9_.%-]+/.exec(this.#scan.text.slice(this.#scan.pos, this.#scan.pos + 200))?.[0];
    if (point === undefined) {
      throw new SyntaxProblem(
        `\`${axis}=\` needs a point`,
        this.#scan.here(),
        `for example \`at ${axis}=a\``,
      );
    }
    if (quoted === undefined) this.#scan.pos += point.length;
    return { axis, axisSpan, point, pointSpan: this.#scan.span(pointStart, this.#scan.pos) };
  }

  #pointAheadFrom(start: number): boolean {
    return /^[A-Za-z_][A-Za-z0-9_]*\s*=(?!=)/.test(this.#scan.text.slice(start, start + 200));
  }

  #primary(): Expression {
    this.#scan.skip();
    const start = this.#scan.pos;
    const c = this.#scan.text[start];
    if (c === undefined)
      throw new SyntaxProblem('the formula ends where a value should stand', this.#scan.here());
    if (c === '(') return this.#parenthesis();
    if (c === '"') {
      const value = this.#scan.string();
      return { kind: 'text', value, span: this.#scan.span(start, this.#scan.pos) };
    }
    const literal = this.#literal(start);
    if (literal !== undefined) return literal;
    const word = this.#scan.readWord();
    if (word === '') throw this.#scan.unexpected(c);
    if (keywords.has(word)) return this.#keyword(word, start);
    return this.#nameOrCall(word, start);
  }

  #keyword(word: string, start: number): Expression {
    if (word === 'if') {
      this.#scan.pos = start;
      return this.#expression();
    }
    const span = this.#scan.span(start, this.#scan.pos);
    if (word === 'true' || word === 'false') return { kind: 'name', name: word, span };
    throw new SyntaxProblem(`a value should stand where \`${word}\` is`, span);
  }

  #nameOrCall(first: string, start: number): Expression {
    let name = first;
    while (
      this.#scan.text[this.#scan.pos] === '.' &&
      wordStart.test(this.#scan.text[this.#scan.pos + 1] ?? '')
    ) {
      this.#scan.pos += 1;
      name += `.${this.#scan.readWord()}`;
    }
    const nameSpan = this.#scan.span(start, this.#scan.pos);
    this.#scan.skip();
    if (this.#scan.text[this.#scan.pos] !== '(') return { kind: 'name', name, span: nameSpan };
    return this.#call(name, nameSpan, start);
  }

  #call(name: string, nameSpan: Span, start: number): Expression {
    const open = this.#scan.pos;
    this.#scan.pos += 1;
    const args: Expression[] = [];
    this.#scan.skip();
    while (this.#scan.text[this.#scan.pos] !== ')') {
      args.push(this.#operandAfterOpening(open));
      if (this.#scan.word('over')) return this.#over(name, nameSpan, args, start, open);
      this.#scan.skip();
      if (this.#scan.text[this.#scan.pos] === ',') this.#scan.pos += 1;
      else if (this.#scan.text[this.#scan.pos] !== ')') throw this.#scan.unclosed(open);
      this.#scan.skip();
    }
    this.#scan.pos += 1;
    return { kind: 'call', name, nameSpan, args, span: this.#scan.span(start, this.#scan.pos) };
  }

  #over(name: string, nameSpan: Span, args: readonly Expression[], start: number, open: number): Expression {
    this.#scan.takeWord('over');
    this.#scan.skip();
    const overStart = this.#scan.pos;
    const over = this.#scan.readWord();
    const [operand] = args;
    if (over === '' || operand === undefined || args.length > 1) {
      throw new SyntaxProblem(
        '`over` needs one value before it and an axis after it',
        this.#scan.here(),
        'for example `sum(total over month)`',
      );
    }
    const overSpan = this.#scan.span(overStart, this.#scan.pos);
    const by = this.#scan.word('by') ? this.#by() : undefined;
    this.#scan.skip();
    if (this.#scan.text[this.#scan.pos] !== ')') throw this.#scan.unclosed(open);
    this.#scan.pos += 1;
    return {
      kind: 'over',
      name,
      nameSpan,
      operand,
      over,
      overSpan,
      by,
      span: this.#scan.span(start, this.#scan.pos),
    };
  }

  #by(): { readonly axis: string; readonly span: Span } {
    this.#scan.takeWord('by');
    this.#scan.skip();
    const start = this.#scan.pos;
    const axis = this.#scan.readWord();
    if (axis === '') {
      const help = 'for example `sum(cash over month by year)`';
      throw new SyntaxProblem('`by` needs an axis after it', this.#scan.here(), help);
    }
    return { axis, span: this.#scan.span(start, this.#scan.pos) };
  }

  #parenthesis(): Expression {
    const open = this.#scan.pos;
    this.#scan.pos += 1;
    const inner = this.#operandAfterOpening(open);
    this.#scan.skip();
    if (this.#scan.text[this.#scan.pos] !== ')') throw this.#scan.unclosed(open);
    this.#scan.pos += 1;
    return { ...inner, span: this.#scan.span(open, this.#scan.pos) };
  }

  #literal(start: number): Expression | undefined {
    const found = readQuantityAt(this.#scan.text, start, this.#units, formulaNumbers);
    if (found.kind === 'quantity') {
      const { value, unit, decimals, scale, end } = found.quantity;
      this.#scan.pos = end;
      return {
        kind: 'number',
        value,
        unit,
        quantum: scale * 10 ** -decimals,
        span: this.#scan.span(start, end),
      };
    }
    if (found.kind === 'unknown-unit')
      throw this.#scan.unknownUnit(found.trouble.word, found.trouble.start, found.trouble.end);
    if (/[0-9]/.test(this.#scan.text[start] ?? '')) {
      const help = 'it has more than 400 characters, or is beyond 10^308';
      throw new SyntaxProblem('this number cannot be read', this.#scan.span(start, start + 1), help, 'E203');
    }
    return undefined;
  }

  // --- pieces

  #binary(operator: BinaryOperator, left: Expression, read: () => Expression): Expression {
    this.#scan.skip();
    const start = this.#scan.pos;
    this.#scan.pos += operator.length;
    const operatorSpan = this.#scan.span(start, this.#scan.pos);
    const right = this.#operand(operator, read);
    return { kind: 'binary', operator, operatorSpan, left, right, span: join(left.span, right.span) };
  }

  #operand(after: string, read: () => Expression): Expression {
    this.#scan.skip();
    const next = this.#scan.text[this.#scan.pos];
    if (next === undefined || next === ')' || next === ',') {
      throw new SyntaxProblem(`a value is missing after \`${after}\``, this.#scan.here());
    }
    return this.#scan.word('if') ? this.#expression() : read();
  }

  #operandAfterOpening(open: number): Expression {
    this.#scan.skip();
    const next = this.#scan.text[this.#scan.pos];
    if (next === undefined) throw this.#scan.unclosed(open);
    if (next === ')' || next === ',')
      throw new SyntaxProblem(`a value is missing before \`${next}\``, this.#scan.here());
    return this.#expression();
  }
}

/** A tree for a bare number, where a plan gives a number and no text. */
export function numberExpression(value: number, span: Span): Expression {
  return { kind: 'number', value, unit: one, quantum: 1, span };
}
