// A line of text as figures, operators, brackets and words.

import { hasCurrency, one } from '../../../quantity/unit.ts';
import type { Figure } from '../../types.ts';

export type Token =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly start: number; readonly end: number }
  | { readonly kind: 'operator'; readonly sign: Sign; readonly start: number; readonly end: number }
  | {
      /** A function that rounds what stands in the parenthesis behind it. */
      readonly kind: 'rounding';
      readonly to: Rounding;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'equals' | 'colon' | 'arrow' | 'open' | 'close' | 'words' | 'function' | 'stop';
      readonly start: number;
      readonly end: number;
    };

export type Sign = '+' | '-' | '*' | '/';

export type Rounding = 'up' | 'down' | 'nearest';

/** `Math.ceil(`, `CEILING(`, `ROUNDUP(`: with its parenthesis. */
const roundings: readonly (readonly [RegExp, Rounding])[] = [
  [/^(?:math\.)?(?:ceil(?:ing)?|round_?up)(?=\()/i, 'up'],
  [/^(?:math\.)?(?:floor|trunc|round_?down)(?=\()/i, 'down'],
  [/^(?:math\.)?round(?=\()/i, 'nearest'],
];

/** What is done to a number by a name is not read. */
const functions = /^(?:sqrt|log|ln|exp|max|min|sum|ceil|floor|round)(?![\p{L}])|^[√∑Σ∏∫]/iu;
const operatorWords =
  /^(?:times|multiplied by|divided by|plus|minus|mal|geteilt durch|fois|veces|vezes|çarpı)(?![\p{L}])/iu;

export function tokensOf(text: string, figures: readonly Figure[]): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const [i, figure] of figures.entries()) {
    const before = figures[i - 1];
    // `20% of $500` multiplies
    const gap = text.slice(at, Math.min(figure.start, at + 24));
    if (before !== undefined && gap === '^' && raise(tokens, before, figure)) {
      at = figure.end;
      continue;
    }
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

/** `10^6`: the last figure becomes its power. */
function raise(tokens: Token[], base: Figure, exponent: Figure): boolean {
  const last = tokens.at(-1);
  const isPower =
    last?.kind === 'figure' && last.figure === base && exponent.whole && exponent.high <= mostPower;
  if (!isPower || base.unit.factors.length > 0 || base.low !== base.high) return false;
  const high = base.high ** exponent.high;
  const exact = { low: high, high };
  const { unit, noun } = exponent;
  const figure = {
    ...base,
    low: high,
    high,
    spreads: { low: exact, high: exact },
    end: exponent.end,
    unit,
    noun,
  };
  tokens[tokens.length - 1] = { kind: 'figure', figure, start: base.start, end: exponent.end };
  return true;
}

const mostPower = 30;

/** `2 TB at $0.023/GB`: so many at a price. */
function isAtPrice(before: Figure, figure: Figure, between: string): boolean {
  const priced = hasCurrency(figure.unit) && figure.unit.factors.some((f) => f.power < 0);
  const counted =
    before.unit.factors.length > 0 && before.unit.factors.every((f) => f.atom.kind !== 'currency');
  return priced && counted && /^\s*(?:@|at|zu(?: je)?|je|à|a|por|за)\s*[~*_`]*$/iu.test(between);
}

function isPercentOf(before: Figure, between: string): boolean {
  const percent = before.unit.factors.length === 1 && before.unit.factors[0]?.atom.kind === 'ratio';
  return (
    percent &&
    /^\s+(?:of|von|vom|de|del|do|da|di|su|sobre|sur|auf|op|van|от|с)\s+(?:the |der |die |das |du |la |le |el |los |o |os )?[~≈*_`]*$/i.test(
      between,
    )
  );
}

function betweenTokens(text: string, from: number, to: number, tokens: Token[]): void {
  for (let at = from; at < to; ) {
    const char = text.charAt(at);
    const push = (kind: Exclude<Token['kind'], 'figure' | 'operator' | 'rounding'>, length = 1): void => {
      tokens.push({ kind, start: at, end: at + length });
      at += length;
    };
    const operator = (sign: Sign, length = 1): void => {
      tokens.push({ kind: 'operator', sign, start: at, end: at + length });
      at += length;
    };
    if (' \u00a0\t\n\r{}~'.includes(char)) {
      at += 1;
    } else if (char === '*' && text[at + 1] === '*') {
      // emphasis in a line of code
      at += 2;
    } else if (char === '=' && text[at + 1] === '>') push('arrow', 2);
    else if (char === '-' && text[at + 1] === '>') push('arrow', 2);
    else if (char === '→' || char === '⇒' || char === '➜') push('arrow');
    else if (char === '=' && at > from && isLetterAt(text, at - 1) && /\d/.test(text.charAt(at + 1))) {
      // `q=90` sets something; `30days=25kWh` stands behind a figure's own unit
      push('words');
    } else if (char === '=' || char === '≈' || char === '≅' || char === '＝') {
      push('equals', text[at + 1] === '=' ? 2 : 1);
    } else if (char === '(' || char === '[' || char === '（') push('open');
    else if (char === ')' || char === ']' || char === '）') push('close');
    else if (char === ':' || char === '：') push('colon');
    else if ((char === '·' || char === '•') && isAmongChanges(tokens)) push('stop');
    else if (char === '×' || char === '*' || char === '·' || char === '⋅' || char === '✕' || char === '╳') {
      operator('*');
    } else if (char === '÷') operator('/');
    else if (char === '/' && isBetweenResults(text, at, tokens)) push('stop');
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
      const rounding = isLetterAt(text, at - 1) ? undefined : roundingAt(text, at);
      if (rounding !== undefined) {
        tokens.push({ kind: 'rounding', to: rounding.to, start: at, end: at + rounding.length });
        at += rounding.length;
        continue;
      }
      const name = isLetterAt(text, at - 1) ? undefined : functions.exec(text.slice(at, at + 6))?.[0];
      if (name !== undefined) {
        push('function', name.length);
        continue;
      }
      let end = at + 1;
      while (end < to && !isBreak(text.charAt(end))) end += 1;
      push('words', end - at);
    }
  }
}

function roundingAt(
  text: string,
  at: number,
): { readonly to: Rounding; readonly length: number } | undefined {
  // few words begin so
  if (!/[cfmrt]/i.test(text.charAt(at))) return undefined;
  const name = text.slice(at, at + 16);
  if (!name.includes('(')) return undefined;
  for (const [pattern, to] of roundings) {
    const found = pattern.exec(name)?.[0];
    if (found !== undefined) return { to, length: found.length };
  }
  return undefined;
}

/** `Basic 20 - 8 = 12 / Pro 50 - 15 = 35`: the slash stands behind a result, and in front of the next name. */
function isBetweenResults(text: string, at: number, tokens: readonly Token[]): boolean {
  if (tokens.at(-1)?.kind !== 'figure' || !/^\s[*_`]*\p{L}/u.test(text.slice(at + 1, at + 6))) return false;
  const near = tokens.slice(-mostBetween);
  const stop = near.findLastIndex((t) => t.kind === 'stop');
  return near.slice(stop + 1).some((t) => t.kind === 'equals');
}

/** Tokens of one result and its calculation. */
const mostBetween = 24;

/** `1 GB → 5 GB · 200 → 600 calls`: the dot stands between two changes. */
function isAmongChanges(tokens: readonly Token[]): boolean {
  for (let at = tokens.length - 1; at >= 0 && tokens[at]?.kind !== 'stop'; at--) {
    if (tokens[at]?.kind === 'arrow') return true;
  }
  return false;
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
