// One stretch of Markdown (or a cell of a table) as readable text: emphasis, code marks, links, entities and simple LaTeX taken
// out, with the way back kept. One pass, each character looked at a bounded number of times.

import { PassageBuilder, part, passageOf } from '../passage.ts';
import type { Passage } from '../types.ts';

const special = /[*_`[\]<\\&~^]/;

const entities: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['euro', '€'],
  ['pound', '£'],
  ['yen', '¥'],
  ['times', '×'],
  ['divide', '÷'],
  ['minus', '−'],
  ['asymp', '≈'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['thinsp', ' '],
  ['rarr', '→'],
]);

/** LaTeX commands by what they print; every other command prints nothing. */
const commands: ReadonlyMap<string, string> = new Map([
  ['times', '×'],
  ['cdot', '×'],
  ['div', '÷'],
  ['approx', '≈'],
  ['sim', '~'],
  ['rightarrow', '→'],
  ['Rightarrow', '→'],
  ['to', '→'],
  ['le', '≤'],
  ['ge', '≥'],
  ['euro', '€'],
  // what they do to a number is not read, and so has to be seen
  ...['sqrt', 'log', 'ln', 'exp', 'max', 'min', 'sum'].map((name) => [name, ` ${name} `] as const),
]);

/** The longest link target, tag or entity that is looked for. */
const longestMark = 2000;

/** The longest part of a fraction. */
const longestPart = 200;

export function inline(text: string, start: number, end: number): Passage {
  const raw = text.slice(start, end);
  if (!special.test(raw)) return passageOf(text, start, end);
  const out = new PassageBuilder();
  new InlineReader(raw, start, out).read();
  return trimmed(out.finish());
}

function trimmed(passage: Passage): Passage {
  const lead = passage.text.length - passage.text.trimStart().length;
  const text = passage.text.trim();
  if (lead === 0) return text.length === passage.text.length ? passage : { ...passage, text };
  return part(passage, lead, lead + text.length);
}

class InlineReader {
  readonly #raw: string;
  readonly #offset: number;
  readonly #out: PassageBuilder;
  #at = 0;
  /** Ends of link targets that are not printed, by where the closing bracket of their text stands. */
  #struck = -1;
  /** The braces of fractions and the ends of formulas, by where they stand, as what they print. */
  readonly #braces = new Map<number, string>();

  constructor(raw: string, offset: number, out: PassageBuilder) {
    this.#raw = raw;
    this.#offset = offset;
    this.#out = out;
  }

  read(): void {
    const raw = this.#raw;
    let plainFrom = 0;
    while (this.#at < raw.length) {
      const at = this.#at;
      const skip = this.#markAt(raw.charAt(at));
      if (skip === undefined) {
        this.#at += 1;
        continue;
      }
      this.#out.add(raw.slice(plainFrom, at), this.#offset + plainFrom);
      this.#out.add(skip.print, this.#offset + at + (skip.from ?? 0));
      this.#at = at + skip.length;
      plainFrom = this.#at;
    }
    this.#out.add(raw.slice(plainFrom), this.#offset + plainFrom);
  }

  #markAt(
    char: string,
  ): { readonly length: number; readonly print: string; readonly from?: number } | undefined {
    switch (char) {
      case '*':
      case '_':
        return this.#emphasis(char);
      case '`':
        return { length: 1, print: '' };
      case '~':
        return this.#strike();
      case '[':
        return this.#raw[this.#at + 1] === '^' ? this.#footnote() : { length: 1, print: '' };
      case ']':
        return this.#linkEnd();
      case '<':
        return this.#tag();
      case '&':
        return this.#entity();
      case '\\':
        return this.#escape();
      case '$':
        return this.#formula() ?? this.#brace();
      case '{':
        return this.#grouping() ?? this.#brace();
      case '}':
        return this.#brace();
      default:
        return undefined;
    }
  }

  /** `10{,}000` in a formula. */
  #grouping(): { length: number; print: string; from: number } | undefined {
    const near = this.#raw.slice(Math.max(0, this.#at - 1), this.#at + 4);
    return /^\d\{,\}\d/.test(near) ? { length: 3, print: ',', from: 1 } : undefined;
  }

  #emphasis(char: string): { length: number; print: string } | undefined {
    const raw = this.#raw;
    let length = 1;
    while (raw[this.#at + length] === char) length += 1;
    const before = raw[this.#at - 1] ?? ' ';
    const after = raw[this.#at + length] ?? ' ';
    const spaced = isBlank(before) && isBlank(after);
    if (spaced) return undefined;
    if (char === '_') {
      const inWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
      return inWord ? undefined : { length, print: '' };
    }
    // `5*3` multiplies; `**5**` does not
    if (length === 1 && /[\d)]/.test(before) && /[\d($€£¥]/.test(after)) return undefined;
    return { length, print: '' };
  }

  #strike(): { length: number; print: string } | undefined {
    if (this.#raw[this.#at + 1] !== '~' || this.#struck >= this.#raw.length) return undefined;
    const close = this.#raw.indexOf('~~', this.#at + 2);
    if (close === -1) {
      this.#struck = this.#raw.length;
      return undefined;
    }
    return { length: close + 2 - this.#at, print: '' };
  }

  #footnote(): { length: number; print: string } {
    const close = this.#raw.slice(this.#at, this.#at + 40).indexOf(']');
    return { length: close === -1 ? 1 : close + 1, print: '' };
  }

  #linkEnd(): { length: number; print: string } {
    if (this.#raw[this.#at + 1] !== '(') return { length: 1, print: '' };
    const target = this.#raw.slice(this.#at, this.#at + longestMark);
    const close = /^\]\((?:[^\s()]|\([^\s()]*\))*(?:\s+"[^"]*")?\)/.exec(target)?.[0];
    return { length: close === undefined ? 1 : close.length, print: '' };
  }

  #tag(): { length: number; print: string } | undefined {
    const tag = /^<\/?[A-Za-z][^<>]{0,300}>/.exec(this.#raw.slice(this.#at, this.#at + 310))?.[0];
    if (tag === undefined) return undefined;
    return { length: tag.length, print: /^<(?:br|\/p|\/li|\/td)/i.test(tag) ? ' ' : '' };
  }

  #entity(): { length: number; print: string } | undefined {
    const [whole, name = ''] = /^&(#?\w{1,10});/.exec(this.#raw.slice(this.#at, this.#at + 14)) ?? [];
    if (whole === undefined) return undefined;
    const print = name.startsWith('#') ? codePoint(name.slice(1)) : entities.get(name);
    return print === undefined ? undefined : { length: whole.length, print };
  }

  /** `\frac{a + b}{c}` prints as `(a + b)/(c)`. */
  #fraction(at: number): void {
    const middle = closingBrace(this.#raw, at);
    const end = middle === -1 ? -1 : closingBrace(this.#raw, middle + 1);
    if (end === -1) return;
    this.#braces
      .set(at, '(')
      .set(middle, ')/')
      .set(middle + 1, '(')
      .set(end, ')');
  }

  /** `\text{ Million}` prints as the words in it. */
  #unbraced(at: number): void {
    const end = closingBrace(this.#raw, at);
    if (end !== -1) this.#braces.set(at, '').set(end, '');
  }

  /** `$\frac{1}{2}$`: the signs around a formula are no dollars. */
  #formula(): { length: number; print: string } | undefined {
    if (this.#raw[this.#at + 1] === '$') return { length: 2, print: '' };
    const inside = /^\$([^$]{1,300})\$/.exec(this.#raw.slice(this.#at, this.#at + 302))?.[1];
    if (inside === undefined || !/\\[A-Za-z]/.test(inside) || this.#braces.has(this.#at)) return undefined;
    this.#braces.set(this.#at + inside.length + 1, '');
    return { length: 1, print: '' };
  }

  #brace(): { length: number; print: string } | undefined {
    const print = this.#braces.get(this.#at);
    return print === undefined ? undefined : { length: 1, print };
  }

  #escape(): { length: number; print: string; from?: number } | undefined {
    const rest = this.#raw.slice(this.#at, this.#at + 40);
    const [command, name = ''] = /^\\([A-Za-z]+) ?/.exec(rest) ?? [];
    if (command !== undefined) {
      if (/^[dt]?frac$/.test(name)) this.#fraction(this.#at + command.length);
      else if (/^(?:text|math)[a-z]{0,2}$/.test(name)) this.#unbraced(this.#at + command.length);
      if (name === 'left') return { length: command.length, print: '' };
      return { length: command.length, print: commands.get(name) ?? ' ' };
    }
    const next = rest[1];
    if (next === undefined) return undefined;
    if (/[!-/:-@[-`{-~]/.test(next)) return { length: 2, print: next === ',' ? '' : next, from: 1 };
    return undefined;
  }
}

/** Where the brace that is opened at `open` is closed; -1 for nowhere near. */
function closingBrace(text: string, open: number): number {
  if (text[open] !== '{') return -1;
  let depth = 0;
  for (let at = open; at < text.length && at - open < longestPart; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function codePoint(digits: string): string | undefined {
  const value = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  return value > 0 && value < 0x110000 ? String.fromCodePoint(value) : undefined;
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\u00a0';
}
