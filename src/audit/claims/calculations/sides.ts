// Which tokens in front of an equals sign, and behind it, belong to its calculation.

import { hasCurrency } from '../../../quantity/unit.ts';
import type { Figure } from '../../types.ts';
import { type Side, sideOf } from './expression.ts';
import type { Sign, Token } from './tokens.ts';

const mostTokens = 80;

/** The expression that ends in front of the token at `index` (exclusive), as long as one can be read; undefined for none. */
export function sideBefore(tokens: readonly Token[], index: number): Side | undefined {
  const picked: Token[] = [];
  let operandNeeded = true;
  let words = 0;
  let begin = index;
  let named = false;
  let isAllNamed = false;
  for (let at = index - 1; at >= 0 && picked.length < mostTokens; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    // what a function makes of the figures is not read
    if (token.kind === 'function') return undefined;
    if (token.kind === 'words') {
      const nearer = picked.at(-1);
      // words in front of the first figure are its label
      if (
        !operandNeeded &&
        (nearer?.kind === 'figure' || nearer?.kind === 'open' || nearer?.kind === 'rounding')
      ) {
        // `Engine (8 vCPU) × 3`: a name may stand where a figure could, `Question (100) + answer (500)` is a sum, and `294
        // contracts × a rent of $900` a product
        const isNamed =
          nearer.kind === 'open' && (isBehind(tokens, at, '+') || isPriceOf(tokens, at, picked));
        isAllNamed ||= isNamed && nearer.kind === 'open' && isBehind(tokens, at, '+');
        const isAddend = nearer.kind === 'figure' && isNamedAddend(tokens, at, nearer.figure);
        if (nearer.kind === 'open' ? !isNamed : !isAddend && !isBehind(tokens, at, '*')) break;
        named ||= isAddend;
      }
      words += 1;
      continue;
    }
    if (token.kind === 'close') {
      const opened = matchingOpen(tokens, at);
      if (opened === undefined) break;
      const inner = tokens.slice(opened + 1, at);
      // `$2,748 (12 × $229)`: how the amount in front came about
      const explains = operandNeeded && isResult(tokens[opened - 1], inner);
      if (explains || (isRemark(inner) && !(operandNeeded && isOneFigure(inner)))) {
        at = opened;
        continue;
      }
      if (!operandNeeded) break;
      const nested = sideBefore(tokens, at);
      if (nested === undefined) break;
      picked.push(token);
      for (let i = at - 1; i > opened; i--) {
        const t = tokens[i];
        if (t !== undefined && t.kind !== 'words') picked.push(t);
      }
      const open = tokens[opened];
      if (open !== undefined) picked.push(open);
      const named = tokens[opened - 1];
      if (named?.kind === 'rounding') picked.push(named);
      at = named?.kind === 'rounding' ? opened - 1 : opened;
      operandNeeded = false;
      continue;
    }
    // operands and operators in turn
    if (token.kind !== (operandNeeded ? 'figure' : 'operator')) break;
    picked.push(token);
    begin = at;
    operandNeeded = !operandNeeded;
  }
  picked.reverse();
  const [first] = picked;
  // `requests × $0.02 × 30`: a factor that is no figure
  if (first?.kind === 'operator' && isScaling(first)) {
    if (!isFormula(tokens, begin)) return undefined;
    words = 0;
  }
  // `set-up + mail $20 + hosting $50`: what one of them costs is not said
  if (named && (first?.kind === 'operator' || isPartOfSum(tokens, begin))) return undefined;
  while (picked[0]?.kind === 'operator') picked.shift();
  // `20k + a rise of prices (29.06)`: what is named with its amount behind is so in all parts of a sum
  if (isAllNamed && first?.kind === 'figure') return undefined;
  return sideOf(picked, named ? 0 : words);
}

/** `mail $20 + hosting $50`: a few words that name an amount in a sum, the first of them, too. */
function isNamedAddend(tokens: readonly Token[], at: number, figure: Figure): boolean {
  if (!hasCurrency(figure.unit)) return false;
  let before = at;
  while (tokens[before]?.kind === 'words' && at - before < mostOfName) before -= 1;
  const token = tokens[before];
  return token?.kind === 'operator' && token.sign === '+' && tokens[before - 1]?.kind === 'figure';
}

const mostOfName = 5;

/** In front of what was read the sum goes on, with something that was not. */
function isPartOfSum(tokens: readonly Token[], begin: number): boolean {
  for (let at = begin - 1; at >= 0 && begin - at < mostTokens; at--) {
    const token = tokens[at];
    if (token?.kind === 'operator') return true;
    if (token?.kind !== 'words' && token?.kind !== 'figure') return false;
  }
  return false;
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
    if (token.kind === 'function') return undefined;
    if (token.kind === 'rounding' && operandNeeded && tokens[at + 1]?.kind === 'open') {
      picked.push(token);
      continue;
    }
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
    // `= +$914`
    if (picked.length === 0 && token.kind === 'operator' && token.sign === '+') continue;
    // operands and operators in turn
    if (token.kind !== (operandNeeded ? 'figure' : 'operator')) break;
    picked.push(token);
    operandNeeded = !operandNeeded;
  }
  while (picked.at(-1)?.kind === 'operator') picked.pop();
  return sideOf(picked, words);
}

/** Money of what is money: `Messages 2-8 (7 × $42)` has no amount in front. */
function isResult(token: Token | undefined, inner: readonly Token[]): boolean {
  const isMoney = (t: Token): boolean => t.kind === 'figure' && hasCurrency(t.figure.unit);
  return token?.kind === 'figure' && (isMoney(token) || !inner.some(isMoney));
}

function isScaling(token: Token): boolean {
  return token.kind === 'operator' && (token.sign === '*' || token.sign === '/');
}

/** `price per credit × number of credits: 1,058 × 4 = 4,232`: first in words, on both sides of the sign. */
function isFormula(tokens: readonly Token[], at: number): boolean {
  const isAlone = tokens[at - 1]?.kind === 'words' && tokens[at + 1]?.kind === 'words';
  return isAlone && tokens.slice(at + 1, at + 1 + fewWords).every((t) => t.kind === 'words');
}

/** `× a rent of $900` goes on with the figure. */
const fewWords = 4;

/** The words that end at `index` stand behind an operator. */
function isBehind(tokens: readonly Token[], index: number, sign: Sign): boolean {
  let at = index;
  while (tokens[at]?.kind === 'words') at -= 1;
  const token = tokens[at];
  return token?.kind === 'operator' && token.sign === sign;
}

/** A parenthesis with words only, or with figures and no operator: `(LLM)`, `(first 10TB)`. */
function isRemark(inner: readonly Token[]): boolean {
  return (
    !inner.some((t) => t.kind === 'operator') || inner.some((t) => t.kind === 'equals' || t.kind === 'colon')
  );
}

/** `5 × Starter ($29)`: what one of them costs. */
function isPriceOf(tokens: readonly Token[], at: number, picked: readonly Token[]): boolean {
  const [figure, open] = picked.slice(-2);
  const isPrice = open?.kind === 'open' && figure?.kind === 'figure' && hasCurrency(figure.figure.unit);
  return isPrice && isBehind(tokens, at, '*');
}

function isOneFigure(inner: readonly Token[]): boolean {
  return inner.length === 1 && inner[0]?.kind === 'figure';
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
