// Moving through the text of a formula: words, signs, quoted text, places, and what to say when something cannot stand there.

import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import type { UnitTable } from '../quantity/unit-table.ts';
import type { BinaryOperator, Expression } from './ast.ts';
import { type FormulaText, spanIn } from './formula-text.ts';

/** Nesting beyond this was not written by a person. */
export const maximumDepth = 64;

export const wordStart = /[A-Za-z_]/;
const wordPart = /[A-Za-z0-9_]/;
const comparisons: readonly BinaryOperator[] = ['<=', '>=', '==', '!=', '<', '>'];

/** Leaves the parser at the first problem; parseFormula turns it into a diagnostic. */
export class SyntaxProblem extends Error {
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

export class Scanner {
  readonly text: string;
  readonly #formula: FormulaText;
  readonly #units: UnitTable;
  pos = 0;
  #depth = 0;

  constructor(formula: FormulaText, units: UnitTable) {
    this.#formula = formula;
    this.text = formula.text;
    this.#units = units;
  }

  nested(read: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > maximumDepth) {
      throw new SyntaxProblem(
        'this formula is nested too deeply',
        this.here(),
        'give its parts names of their own',
        'E202',
      );
    }
    const tree = read();
    this.#depth -= 1;
    return tree;
  }

  comparisonSign(): BinaryOperator | undefined {
    this.skip();
    const found = comparisons.find((sign) => this.text.startsWith(sign, this.pos));
    if (found === undefined && this.text[this.pos] === '=') {
      throw new SyntaxProblem(
        '`=` is not a comparison',
        this.span(this.pos, this.pos + 1),
        'write `==` to compare two values',
      );
    }
    return found;
  }

  sign(signs: string): BinaryOperator | undefined {
    this.skip();
    const c = this.text[this.pos];
    if (c === undefined || !signs.includes(c)) return undefined;
    return c === '×' || c === '·' ? '*' : (c as BinaryOperator);
  }

  string(): string {
    const start = this.pos;
    const end = this.text.indexOf('"', start + 1);
    if (end === -1) throw new SyntaxProblem('this text has no closing quote', this.span(start, start + 1));
    this.pos = end + 1;
    return this.text.slice(start + 1, end);
  }

  word(word: string): boolean {
    this.skip();
    return this.text.startsWith(word, this.pos) && !wordPart.test(this.text[this.pos + word.length] ?? '');
  }

  takeWord(word: string): void {
    this.skip();
    this.pos += word.length;
  }

  need(word: string, help: string): void {
    if (!this.word(word)) throw new SyntaxProblem(`\`${word}\` is missing`, this.here(), help);
    this.takeWord(word);
  }

  readWord(): string {
    const start = this.pos;
    if (!wordStart.test(this.text[start] ?? '')) return '';
    while (wordPart.test(this.text[this.pos] ?? '')) this.pos += 1;
    return this.text.slice(start, this.pos);
  }

  skip(): void {
    while (/\s/.test(this.text[this.pos] ?? '')) this.pos += 1;
  }

  span(start: number, end: number): Span {
    return spanIn(this.#formula, start, end);
  }

  here(): Span {
    this.skip();
    return this.span(Math.min(this.pos, this.text.length), Math.min(this.pos + 1, this.text.length + 1));
  }

  // --- what went wrong

  unclosed(open: number): SyntaxProblem {
    this.skip();
    if (this.pos >= this.text.length) {
      const help = 'between `{` and `}` a comma ends the value: put a formula with commas in quotes';
      return new SyntaxProblem('this parenthesis is never closed', this.span(open, open + 1), help);
    }
    return this.unexpectedRest();
  }

  unexpectedRest(): SyntaxProblem {
    this.skip();
    const c = this.text[this.pos] ?? '';
    if (c === ')') return new SyntaxProblem('this parenthesis was never opened', this.here());
    if (c === ',') {
      return new SyntaxProblem(
        'a comma stands outside a function',
        this.here(),
        'thousands are written 1_000 or 1000, decimals with a point',
      );
    }
    if (/[A-Za-z0-9_"(€$]/.test(c)) {
      return new SyntaxProblem(
        'an operator is missing before this',
        this.here(),
        'multiplication is always written: `2 * users`',
      );
    }
    return this.unexpected(c);
  }

  unexpected(c: string): SyntaxProblem {
    const help = c === '%' ? 'a percentage follows its number: `15%`' : '';
    return new SyntaxProblem(`\`${c}\` cannot stand here`, this.here(), help);
  }

  unknownUnit(word: string, start: number, end: number): SyntaxProblem {
    const guess = didYouMean(word, this.#units.words());
    const declare = `a countable of your own is declared under \`units: [${word.replace(/s$/, '')}]\``;
    return new SyntaxProblem(`\`${word}\` is not a unit`, this.span(start, end), guess || declare, 'E302');
  }
}
