// Arithmetic in running text: `47 agents × 40 calls × 8 min = 15,040 minutes`. A passage becomes tokens (figures, operators,
// parentheses, words), and the tokens around an equals sign become a small tree.

import type { Interval } from '../../quantity/interval.ts';
import { divide, multiply, one, type Unit } from '../../quantity/unit.ts';
import type { Figure } from '../types.ts';

export type Token =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly start: number; readonly end: number }
  | { readonly kind: 'operator'; readonly sign: Sign; readonly start: number; readonly end: number }
  | {
      readonly kind: 'equals' | 'colon' | 'arrow' | 'open' | 'close' | 'words' | 'stop';
      readonly start: number;
      readonly end: number;
    };

export type Sign = '+' | '-' | '*' | '/';

export type Expression =
  | { readonly kind: 'figure'; readonly figure: Figure }
  | {
      readonly kind: 'operation';
      readonly sign: Sign;
      readonly left: Expression;
      readonly right: Expression;
    };

const operatorWords =
  /^(?:times|multiplied by|divided by|plus|minus|mal|geteilt durch|fois|veces|vezes|çarpı)(?![\p{L}])/iu;

export function tokensOf(text: string, figures: readonly Figure[]): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const [i, figure] of figures.entries()) {
    const before = figures[i - 1];
    // `20% of $500` multiplies
    const gap = text.slice(at, Math.min(figure.start, at + 24));
    if (
      before !== undefined &&
      (isPercentOf(before, gap) || isAtPrice(before, figure, gap)) &&
      figure.start - at < 24
    ) {
      tokens.push({ kind: 'operator', sign: '*', start: at, end: figure.start });
    } else if (figure.start > at) betweenTokens(text, at, figure.start, tokens);
    // a name is read over: it is neither a quantity nor a word that ends a sentence
    if (figure.times) {
      // `3×` in front of a figure multiplies it
      const glued = { ...figure, times: false, unit: one };
      tokens.push({ kind: 'figure', figure: glued, start: figure.start, end: figure.end - 1 });
      tokens.push({ kind: 'operator', sign: '*', start: figure.end - 1, end: figure.end });
    } else if (figure.name) {
      tokens.push({ kind: 'words', start: figure.start, end: figure.end });
    } else {
      tokens.push({ kind: 'figure', figure, start: figure.start, end: figure.end });
    }
    at = figure.end;
  }
  betweenTokens(text, at, text.length, tokens);
  return tokens;
}

/** `2 TB at $0.023/GB`: so many at a price. */
function isAtPrice(before: Figure, figure: Figure, between: string): boolean {
  const priced =
    figure.unit.factors.some((f) => f.atom.kind === 'currency') &&
    figure.unit.factors.some((f) => f.power < 0);
  const counted =
    before.unit.factors.length > 0 && before.unit.factors.every((f) => f.atom.kind !== 'currency');
  return priced && counted && /^\s*(?:@|at|zu(?: je)?|je|à|a|por|за)\s*[~*_`]*$/iu.test(between);
}

function isPercentOf(before: Figure, between: string): boolean {
  const percent = before.unit.factors.length === 1 && before.unit.factors[0]?.atom.kind === 'ratio';
  return percent && /^\s+(?:of|von|de|di|от)\s+(?:the |der |du |la )?[~≈*_`]*$/i.test(between);
}

function betweenTokens(text: string, from: number, to: number, tokens: Token[]): void {
  for (let at = from; at < to; ) {
    const char = text.charAt(at);
    const push = (kind: Exclude<Token['kind'], 'figure' | 'operator'>, length = 1): void => {
      tokens.push({ kind, start: at, end: at + length });
      at += length;
    };
    const operator = (sign: Sign, length = 1): void => {
      tokens.push({ kind: 'operator', sign, start: at, end: at + length });
      at += length;
    };
    if (char === ' ' || char === '\u00a0' || char === '\t' || char === '\n' || char === '\r') {
      at += 1;
    } else if (char === '=' && text[at + 1] === '>') push('arrow', 2);
    else if (char === '-' && text[at + 1] === '>') push('arrow', 2);
    else if (char === '→' || char === '⇒' || char === '➜') push('arrow');
    else if (char === '=' || char === '≈' || char === '≅' || char === '＝') {
      push('equals', text[at + 1] === '=' ? 2 : 1);
    } else if (char === '(' || char === '[' || char === '（') push('open');
    else if (char === ')' || char === ']' || char === '）') push('close');
    else if (char === ':' || char === '：') push('colon');
    else if (char === '×' || char === '*' || char === '·' || char === '⋅' || char === '✕' || char === '╳') {
      operator('*');
    } else if (char === '÷') operator('/');
    else if (char === '/' && isJoint(text, at)) operator('/');
    else if (char === '+') operator('+');
    else if ((char === '-' || char === '−' || char === '–') && isJoint(text, at)) operator('-');
    else if (/[xXхХ]/.test(char) && !isLetterAt(text, at - 1) && !isLetterAt(text, at + 1)) operator('*');
    else if (/[;,、，。|•!?]/.test(char) || (char === '.' && /\s|$/.test(text.charAt(at + 1)))) push('stop');
    else {
      const spelled =
        isLetterAt(text, at) && !isLetterAt(text, at - 1)
          ? operatorWords.exec(text.slice(at, at + 16))?.[0]
          : undefined;
      if (spelled !== undefined) {
        const lower = spelled.toLowerCase();
        const sign =
          lower === 'plus' ? '+' : lower === 'minus' ? '-' : /divided|geteilt/.test(lower) ? '/' : '*';
        operator(sign, spelled.length);
        continue;
      }
      let end = at + 1;
      while (end < to && !isBreak(text.charAt(end))) end += 1;
      push('words', end - at);
    }
  }
}

function isBreak(char: string): boolean {
  return /[\s=≈≅＝→⇒➜()[\]（）:：×*·⋅✕÷+;,、，。|•!?]/.test(char);
}

function isLetterAt(text: string, at: number): boolean {
  return at >= 0 && /\p{L}/u.test(text.charAt(at));
}

/** A dash or slash that stands between things, not inside of a word. */
function isJoint(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (/\s/.test(before) && /\s/.test(after)) return true;
  return /[\d)%\s]/.test(before) && /[\d($€£¥₹]/.test(after);
}

export interface Side {
  readonly expression: Expression;
  readonly operators: number;
  readonly figures: readonly Figure[];
  /** Words that stand between the figures. */
  readonly words: number;
}

const mostTokens = 80;
const deepest = 12;

/** The expression that ends in front of the token at `index` (exclusive), as long as one can be read; undefined for none. */
export function sideBefore(tokens: readonly Token[], index: number): Side | undefined {
  const picked: Token[] = [];
  let operandNeeded = true;
  let depth = 0;
  let words = 0;
  for (let at = index - 1; at >= 0 && picked.length < mostTokens; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'words') {
      const nearer = picked.at(-1);
      // words in front of the first figure are its label
      if (!operandNeeded && (nearer?.kind === 'figure' || nearer?.kind === 'open') && depth === 0) {
        // `Engine (8 vCPU) × 3`: a name may stand where a figure could
        break;
      }
      words += 1;
      continue;
    }
    if (token.kind === 'close') {
      const opened = matchingOpen(tokens, at);
      if (opened === undefined) break;
      const inner = tokens.slice(opened + 1, at);
      if (isRemark(inner)) {
        at = opened;
        continue;
      }
      if (!operandNeeded) break;
      const nested = sideBefore(tokens, at);
      if (nested === undefined || depth >= deepest) break;
      picked.push(token);
      for (let i = at - 1; i > opened; i--) {
        const t = tokens[i];
        if (t !== undefined && t.kind !== 'words') picked.push(t);
      }
      const open = tokens[opened];
      if (open !== undefined) picked.push(open);
      at = opened;
      operandNeeded = false;
      continue;
    }
    if (token.kind === 'open') {
      depth += 1;
      break;
    }
    if (token.kind === 'figure') {
      if (!operandNeeded) break;
      picked.push(token);
      operandNeeded = false;
      continue;
    }
    if (token.kind === 'operator') {
      if (operandNeeded) break;
      picked.push(token);
      operandNeeded = true;
      continue;
    }
    break;
  }
  picked.reverse();
  while (picked[0]?.kind === 'operator') picked.shift();
  return sideOf(picked, words);
}

/** The expression behind the token at `index`. */
export function sideAfter(tokens: readonly Token[], index: number): Side | undefined {
  const picked: Token[] = [];
  let operandNeeded = true;
  let words = 0;
  let leading = 0;
  for (let at = index + 1; at < tokens.length && picked.length < mostTokens; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'words') {
      if (picked.length === 0) {
        leading += 1;
        if (leading > 3) return undefined;
      }
      words += 1;
      continue;
    }
    if (token.kind === 'open') {
      const closed = matchingClose(tokens, at);
      if (closed === undefined) break;
      const inner = tokens.slice(at + 1, closed);
      if (isRemark(inner)) {
        at = closed;
        continue;
      }
      if (!operandNeeded) break;
      picked.push(token);
      for (const t of inner) if (t.kind !== 'words') picked.push(t);
      const close = tokens[closed];
      if (close !== undefined) picked.push(close);
      at = closed;
      operandNeeded = false;
      continue;
    }
    if (token.kind === 'figure') {
      if (!operandNeeded) break;
      picked.push(token);
      operandNeeded = false;
      continue;
    }
    if (token.kind === 'operator') {
      if (operandNeeded) break;
      picked.push(token);
      operandNeeded = true;
      continue;
    }
    break;
  }
  while (picked.at(-1)?.kind === 'operator') picked.pop();
  return sideOf(picked, words);
}

/** A parenthesis with words only, or with figures and no operator: `(LLM)`, `(first 10TB)`. */
function isRemark(inner: readonly Token[]): boolean {
  return (
    !inner.some((t) => t.kind === 'operator') || inner.some((t) => t.kind === 'equals' || t.kind === 'colon')
  );
}

function matchingOpen(tokens: readonly Token[], close: number): number | undefined {
  let depth = 0;
  for (let at = close; at >= 0 && close - at < mostTokens; at--) {
    const kind = tokens[at]?.kind;
    if (kind === 'close') depth += 1;
    else if (kind === 'open') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

function matchingClose(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < tokens.length && at - open < mostTokens; at++) {
    const kind = tokens[at]?.kind;
    if (kind === 'open') depth += 1;
    else if (kind === 'close') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

export function sideOf(tokens: readonly Token[], words: number): Side | undefined {
  const figures = tokens.flatMap((t) => (t.kind === 'figure' ? [t.figure] : []));
  if (figures.length === 0) return undefined;
  const reader = { tokens, at: 0, depth: 0 };
  const expression = sum(reader);
  if (expression === undefined || reader.at !== tokens.length) return undefined;
  return { expression, operators: figures.length - 1, figures, words };
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

function sum(reader: Reader): Expression | undefined {
  return leftToRight(reader, product, ['+', '-']);
}

function product(reader: Reader): Expression | undefined {
  return leftToRight(reader, operand, ['*', '/']);
}

function leftToRight(
  reader: Reader,
  next: (reader: Reader) => Expression | undefined,
  signs: readonly Sign[],
): Expression | undefined {
  let left = next(reader);
  while (left !== undefined) {
    const token = reader.tokens[reader.at];
    if (token?.kind !== 'operator' || !signs.includes(token.sign)) return left;
    reader.at += 1;
    const right = next(reader);
    if (right === undefined) return undefined;
    left = { kind: 'operation', sign: token.sign, left, right };
  }
  return undefined;
}

function operand(reader: Reader): Expression | undefined {
  const token = reader.tokens[reader.at];
  if (token?.kind === 'figure') {
    reader.at += 1;
    return { kind: 'figure', figure: token.figure };
  }
  if (token?.kind !== 'open' || reader.depth >= deepest) return undefined;
  reader.at += 1;
  reader.depth += 1;
  const inner = sum(reader);
  reader.depth -= 1;
  if (inner === undefined || reader.tokens[reader.at]?.kind !== 'close') return undefined;
  reader.at += 1;
  return inner;
}

export interface Value {
  readonly value: number;
  readonly spread: Interval;
}

/** The value of an expression at one end of its ranges, percentages as shares, with what rounding of its figures allows. */
export function evaluate(expression: Expression, end: 'low' | 'high', crossed: boolean): Value {
  if (expression.kind === 'figure') return figureValue(expression.figure, end);
  const { sign } = expression;
  const left = evaluate(expression.left, end, crossed);
  const other = crossed && (sign === '-' || sign === '/') ? (end === 'low' ? 'high' : 'low') : end;
  const right = evaluate(expression.right, other, crossed);
  if ((sign === '+' || sign === '-') && isPercent(expression.right) && !isPercent(expression.left)) {
    // `$100 + 20%`
    return scaled(left, sign === '+' ? shifted(right, 1) : shifted(negative(right), 1));
  }
  switch (sign) {
    case '+':
      return added(left, right);
    case '-':
      return added(left, negative(right));
    case '*':
      return scaled(left, right);
    case '/':
      return scaled(left, inverse(right));
  }
}

function isPercent(expression: Expression): boolean {
  return (
    expression.kind === 'figure' &&
    expression.figure.unit.factors.length === 1 &&
    expression.figure.unit.factors[0]?.atom.kind === 'ratio'
  );
}

export function figureValue(figure: Figure, end: 'low' | 'high'): Value {
  const spread = end === 'low' ? figure.lowSpread : figure.highSpread;
  const value = end === 'low' ? figure.low : figure.high;
  // a count and a whole amount of money are what they are
  const exact = figure.whole && !figure.about;
  const share = figure.unit.factors.some((f) => f.atom.kind === 'ratio') ? 0.01 : 1;
  const by = share / figure.perCount;
  return {
    value: value * by,
    spread: exact ? { low: value * by, high: value * by } : { low: spread.low * by, high: spread.high * by },
  };
}

function added(a: Value, b: Value): Value {
  return {
    value: a.value + b.value,
    spread: { low: a.spread.low + b.spread.low, high: a.spread.high + b.spread.high },
  };
}

function negative(a: Value): Value {
  return { value: -a.value, spread: { low: -a.spread.high, high: -a.spread.low } };
}

function shifted(a: Value, by: number): Value {
  return { value: a.value + by, spread: { low: a.spread.low + by, high: a.spread.high + by } };
}

function inverse(a: Value): Value {
  const ends = [1 / a.spread.low, 1 / a.spread.high];
  return { value: 1 / a.value, spread: { low: Math.min(...ends), high: Math.max(...ends) } };
}

function scaled(a: Value, b: Value): Value {
  const corners = [
    a.spread.low * b.spread.low,
    a.spread.low * b.spread.high,
    a.spread.high * b.spread.low,
    a.spread.high * b.spread.high,
  ];
  return { value: a.value * b.value, spread: { low: Math.min(...corners), high: Math.max(...corners) } };
}

/**
 * Unit of an expression, names cancelled; of a sum, that of the first part that has one. Undefined for a sum of things that
 * cannot be added: `$5/month + $1/million requests`.
 */
export function unitOf(expression: Expression): Unit | undefined {
  if (expression.kind === 'figure') return expression.figure.unit;
  const left = unitOf(expression.left);
  const right = unitOf(expression.right);
  if (left === undefined || right === undefined) return undefined;
  if (expression.sign === '*') return multiply(left, right);
  if (expression.sign === '/') return divide(left, right);
  if (!addable(left, right)) return undefined;
  return left.factors.length === 0 ? right : left;
}

function addable(left: Unit, right: Unit): boolean {
  const mark = (unit: Unit): string =>
    unit.factors
      .filter(
        ({ atom, power }) => (atom.kind === 'currency' && power > 0) || (power < 0 && isRate(atom.kind)),
      )
      .map((f) => f.atom.name)
      .sort()
      .join(' ');
  return (
    left.factors.length === 0 || right.factors.length === 0 || isShare(right) || mark(left) === mark(right)
  );
}

function isRate(kind: string): boolean {
  return kind === 'count' || kind === 'data';
}

function isShare(unit: Unit): boolean {
  return unit.factors.every((f) => f.atom.kind === 'ratio');
}
