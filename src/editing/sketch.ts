// The keys of a text that is being written, and where they stand: read line by line and bracket by bracket, so that an
// unfinished line spoils nothing but itself. What is wrong is the reader's to say; here everything is taken as it looks.

import type { Path } from './content.ts';

export interface SketchEntry {
  /** The way to it, its own key or index included. */
  readonly path: Path;
  /** Of the key, with its quotes; of a list's element the first character. */
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Of the value on its line, quotes included; where nothing stands, the place where it would. */
  readonly valueStart: number;
  valueEnd: number;
}

/** Where the reading of a text ended. */
export interface Cursor {
  /** `key`: a key could stand here; `element`: an element of a list, which may have keys; `value`: behind a key. */
  readonly at: 'key' | 'element' | 'value' | 'comment';
  /** The way to the block of the key, to the list of the element, or to the value. */
  readonly path: Path;
  /** Where the key, element or value begins. */
  readonly start: number;
  /** Between `{ }` or `[ ]`. */
  readonly flow: boolean;
  /** Column in which the key stands. */
  readonly column: number;
}

export interface Sketch {
  readonly entries: readonly SketchEntry[];
  readonly cursor: Cursor;
}

export function sketchOf(text: string): Sketch {
  return new Sketcher(text).run();
}

/** The keys that a block has, by the way to it. */
export function keysByPath(entries: readonly SketchEntry[]): (path: Path) => readonly string[] {
  const nameOf = (path: Path): string => path.join('\n');
  const found = new Map<string, string[]>();
  for (const { path } of entries) {
    const key = path.at(-1);
    if (typeof key !== 'string') continue;
    const above = nameOf(path.slice(0, -1));
    const list = found.get(above);
    if (list === undefined) found.set(above, [key]);
    else list.push(key);
  }
  return (path) => found.get(nameOf(path)) ?? [];
}

interface Open {
  readonly column: number;
  readonly step: string | number;
  readonly flow: boolean;
  readonly bracket: '' | '{' | '[';
}

/** Texts are for people; what is nested deeper is not followed. */
const deepest = 60;

const keyLike = /^ *[A-Za-z_][A-Za-z0-9_.]*:(?:\s|$)/;

class Sketcher {
  readonly #text: string;
  readonly #entries: SketchEntry[] = [];
  #open: Open[] = [];
  #pos = 0;
  #cursor: Cursor = { at: 'key', path: [], start: 0, flow: false, column: 0 };
  /** The column of the key whose value is a block of text. */
  #textUnder = -1;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Sketch {
    while (this.#pos < this.#text.length) this.#line();
    if (this.#text === '' || (this.#text.endsWith('\n') && this.#textUnder < 0))
      this.#atLineStart(0, this.#pos);
    return { entries: this.#entries, cursor: this.#cursor };
  }

  #line(): void {
    const start = this.#pos;
    const stop = this.#lineStop(start);
    let at = start;
    while (this.#text[at] === ' ' || this.#text[at] === '\t') at += 1;
    const blank = at >= stop;
    if (this.#textUnder >= 0 && (blank || at - start > this.#textUnder)) {
      const entry = this.#entries.at(-1);
      if (entry !== undefined) {
        if (!blank) entry.valueEnd = stop;
        this.#cursor = {
          at: 'value',
          path: entry.path,
          start: entry.valueStart,
          flow: false,
          column: at - start,
        };
      }
      this.#next(stop);
      return;
    }
    this.#textUnder = -1;
    if (blank) this.#atLineStart(at - start, at);
    else if (this.#text[at] === '#') this.#cursor = { ...this.#cursor, at: 'comment', start: at };
    else if (this.#isContinued(at - start, at, stop)) this.#plainEnd(stop);
    else {
      this.#content(at, start, stop);
      return;
    }
    this.#next(stop);
  }

  /** Nothing but blanks so far: a key of the block that has this column. */
  #atLineStart(column: number, at: number): void {
    const above = this.#open.filter((open) => open.column < column || open.column < 0);
    this.#cursor = { at: 'key', path: above.map((o) => o.step), start: at, flow: false, column };
  }

  /** The second line of a plain value: deeper than its key, and no key itself. */
  #isContinued(column: number, at: number, stop: number): boolean {
    const last = this.#entries.at(-1);
    const top = this.#open.at(-1);
    if (last === undefined || top === undefined || column <= top.column) return false;
    const plain = last.valueEnd > last.valueStart && !'{["\'|>'.includes(this.#text[last.valueStart] ?? '');
    return plain && !this.#isDash(at) && this.#keyEnd(at, stop) === undefined;
  }

  #plainEnd(stop: number): void {
    const last = this.#entries.at(-1);
    if (last === undefined) return;
    last.valueEnd = stop;
    this.#cursor = { at: 'value', path: last.path, start: last.valueStart, flow: false, column: 0 };
  }

  /** `- - key: value`. */
  #content(from: number, start: number, stop: number): void {
    let at = from;
    while (at < stop && this.#isDash(at) && this.#open.length <= deepest) {
      const column = at - start;
      const index = this.#elementAt(column);
      this.#open.push({ column, step: index, flow: false, bracket: '' });
      const dash = at;
      at += 1;
      while (this.#text[at] === ' ') at += 1;
      const path = this.#path();
      this.#cursor = {
        at: 'element',
        path: path.slice(0, -1),
        start: Math.min(at, stop),
        flow: false,
        column: at - start,
      };
      if (at >= stop || this.#text[at] === '#') {
        this.#next(stop);
        return;
      }
      if (this.#text[at] !== '-' && this.#keyEnd(at, stop) === undefined) {
        this.#entries.push({ path, keyStart: dash, keyEnd: dash + 1, valueStart: at, valueEnd: at });
        this.#value(at, stop, column);
        if (this.#cursor.at === 'value' && this.#cursor.path === path)
          this.#cursor = { ...this.#cursor, at: 'element', path: path.slice(0, -1) };
        return;
      }
    }
    if (at >= stop) {
      this.#next(stop);
      return;
    }
    const column = at - start;
    const end = this.#keyEnd(at, stop);
    if (end === undefined) {
      const first = this.#text[at];
      if (first === '{' || first === '[') {
        this.#flow(at, -1);
        return;
      }
      const inElement = this.#cursor.at === 'element' && this.#cursor.start === at;
      if (!inElement) {
        this.#atLineStart(column, at);
        this.#commentIn(at, stop);
      }
      this.#next(stop);
      return;
    }
    while (this.#open.length > 0 && (this.#open.at(-1)?.column ?? -1) >= column) this.#open.pop();
    this.#open.push({ column, step: keyOf(this.#text.slice(at, end)), flow: false, bracket: '' });
    const valueStart = this.#behindColon(end);
    this.#entries.push({ path: this.#path(), keyStart: at, keyEnd: end, valueStart, valueEnd: valueStart });
    this.#value(valueStart, stop, column);
  }

  #isDash(at: number): boolean {
    return this.#text[at] === '-' && ' \n\r'.includes(this.#text[at + 1] ?? '\n');
  }

  #elementAt(column: number): number {
    while (this.#open.length > 0 && (this.#open.at(-1)?.column ?? -1) > column) this.#open.pop();
    const top = this.#open.at(-1);
    if (top === undefined || top.column < column || typeof top.step !== 'number') return 0;
    this.#open.pop();
    return top.step + 1;
  }

  /** From the first character behind the colon; ends with the next line. */
  #value(at: number, stop: number, column: number): void {
    const entry = this.#entries.at(-1);
    if (entry === undefined) return;
    this.#cursor = { at: 'value', path: entry.path, start: at, flow: false, column };
    const first = this.#text[at];
    if (at >= stop) this.#next(stop);
    else if (first === '#') {
      this.#cursor = { ...this.#cursor, at: 'comment', start: at };
      this.#next(stop);
    } else if (first === '{' || first === '[') this.#flow(at, column);
    else if (first === '|' || first === '>') {
      this.#textUnder = column;
      entry.valueEnd = stop;
      this.#next(stop);
    } else if (first === '"' || first === "'") {
      const end = this.#quoteEnd(at, column);
      entry.valueEnd = end;
      const last = this.#lineStop(Math.min(end, this.#text.length));
      this.#commentIn(end, last);
      this.#next(last);
    } else {
      entry.valueEnd = this.#commentIn(at, stop);
      this.#next(stop);
    }
  }

  /** Where a plain value ends: at the line's end, or before ` #`. */
  #commentIn(at: number, stop: number): number {
    const mark = this.#text.slice(at, stop).search(/(?:^|\s)#/);
    if (mark < 0) return stop;
    this.#cursor = { ...this.#cursor, at: 'comment', start: at + mark };
    return at + this.#text.slice(at, at + mark).trimEnd().length;
  }

  /** `{ key: value, … }` over as many lines as it takes. `column` is that of the key that it belongs to. */
  #flow(from: number, column: number): void {
    const base = this.#open.length;
    let at = from;
    let token = -1;
    const enter = (bracket: '{' | '['): void => {
      this.#open.push({ column, step: bracket === '[' ? 0 : '', flow: true, bracket });
      token = -1;
      this.#flowCursor(at + 1);
    };
    while (at < this.#text.length) {
      const c = this.#text[at] ?? '';
      const top = this.#open.at(-1);
      if (c === '\n' && keyLike.test(this.#text.slice(at + 1, at + 80)) && this.#indentAt(at + 1) <= column) {
        at += 1;
        break;
      }
      if ((c === '{' || c === '[') && token < 0) {
        if (this.#open.length > deepest) break;
        enter(c);
        at += 1;
      } else if (c === '}' || c === ']') {
        this.#endFlowValue(at);
        this.#open.pop();
        token = -1;
        at += 1;
        const entry = this.#entries.at(-1);
        this.#cursor = { at: 'comment', path: entry?.path ?? [], start: at, flow: true, column };
        if (this.#open.length <= base) break;
      } else if (c === ',') {
        this.#endFlowValue(at);
        this.#open.pop();
        const bracket = top?.bracket ?? '{';
        const step = bracket === '[' ? Number(top?.step ?? 0) + 1 : '';
        this.#open.push({ column, step, flow: true, bracket: bracket === '[' ? '[' : '{' });
        token = -1;
        at += 1;
        this.#flowCursor(at);
      } else if (c === '#' && /\s/.test(this.#text[at - 1] ?? ' ')) {
        const stop = this.#lineStop(at);
        this.#cursor = { ...this.#cursor, at: 'comment', start: at };
        at = stop;
        if (stop < this.#text.length) this.#flowCursor(stop + 1);
      } else if (c === ':' && top?.bracket === '{' && top.step === '' && this.#isColon(at, token)) {
        const start = token < 0 ? at : token;
        this.#open.pop();
        const key = this.#text.slice(start, at).trimEnd();
        this.#open.push({ column, step: keyOf(key), flow: true, bracket: '{' });
        const valueStart = this.#behindColon(at);
        const entry = {
          path: this.#path(),
          keyStart: start,
          keyEnd: start + key.length,
          valueStart,
          valueEnd: valueStart,
        };
        this.#entries.push(entry);
        this.#cursor = { at: 'value', path: entry.path, start: valueStart, flow: true, column };
        token = -1;
        at += 1;
      } else if (/\s/.test(c)) {
        at += 1;
        if (token < 0) this.#cursor = { ...this.#cursor, start: at };
      } else {
        if (token < 0) {
          token = at;
          this.#cursor = { ...this.#cursor, start: at };
          if (top?.bracket === '[') {
            this.#entries.push({
              path: this.#path(),
              keyStart: at,
              keyEnd: at,
              valueStart: at,
              valueEnd: at,
            });
          }
        }
        at = (c === '"' || c === "'") && token === at ? this.#quoteEnd(at, column) : at + 1;
      }
    }
    this.#open = this.#open.slice(0, base);
    this.#pos = at;
    if (at < this.#text.length && this.#text[at - 1] !== '\n') {
      const stop = this.#lineStop(at);
      this.#commentIn(at, stop);
      this.#next(stop);
    }
  }

  /** What begins here: a key, or an element. */
  #flowCursor(start: number): void {
    const top = this.#open.at(-1);
    const at = top?.bracket === '[' ? 'element' : 'key';
    this.#cursor = { at, path: this.#path().slice(0, -1), start, flow: true, column: top?.column ?? 0 };
  }

  #endFlowValue(at: number): void {
    const entry = this.#entries.at(-1);
    const path = this.#path();
    if (entry === undefined || entry.path.length !== path.length || entry.path.at(-1) !== path.at(-1)) return;
    entry.valueEnd = entry.valueStart + this.#text.slice(entry.valueStart, at).trimEnd().length;
  }

  #isColon(at: number, token: number): boolean {
    const next = this.#text[at + 1] ?? ' ';
    const quoted = token >= 0 && '"\''.includes(this.#text[token] ?? ' ');
    return quoted || /[\s,}\]{[]/.test(next);
  }

  /** Past the closing quote; where there is none, before the next line that looks like a key of this block or above. */
  #quoteEnd(from: number, column: number): number {
    const quote = this.#text[from];
    let at = from + 1;
    while (at < this.#text.length) {
      const c = this.#text[at];
      if (c === '\\' && quote === '"') at += 2;
      else if (c === quote && quote === "'" && this.#text[at + 1] === "'") at += 2;
      else if (c === quote) return at + 1;
      else if (
        c === '\n' &&
        keyLike.test(this.#text.slice(at + 1, at + 80)) &&
        this.#indentAt(at + 1) <= Math.max(0, column)
      )
        return at;
      else at += 1;
    }
    return this.#text.length;
  }

  /** Where the key ends that begins here, before its colon; undefined where there is none on this line. */
  #keyEnd(at: number, stop: number): number | undefined {
    const first = this.#text[at];
    if (first === '"' || first === "'") {
      const close = this.#text.indexOf(first, at + 1);
      if (close < 0 || close >= stop) return undefined;
      return /^\s{0,9}:(?:\s|$)/.test(this.#text.slice(close + 1, Math.min(stop, close + 12)))
        ? close + 1
        : undefined;
    }
    if (first === undefined || '{}[]#&*!|>@`%,'.includes(first)) return undefined;
    const found = /:(?=\s|$)/.exec(this.#text.slice(at, Math.min(stop, at + 300)));
    if (found === null) return undefined;
    const key = this.#text.slice(at, at + found.index);
    return key === '' || / #/.test(key) ? undefined : at + key.trimEnd().length;
  }

  /** The first character of the value on the line, or the end of the line. */
  #behindColon(from: number): number {
    let at = this.#text.indexOf(':', from) + 1;
    while (this.#text[at] === ' ' || this.#text[at] === '\t') at += 1;
    return at;
  }

  #path(): Path {
    return this.#open.map((open) => open.step);
  }

  #indentAt(at: number): number {
    let end = at;
    while (this.#text[end] === ' ') end += 1;
    return end - at;
  }

  #lineStop(from: number): number {
    const newline = this.#text.indexOf('\n', from);
    const stop = newline < 0 ? this.#text.length : newline;
    return stop > from && this.#text[stop - 1] === '\r' ? stop - 1 : stop;
  }

  #next(stop: number): void {
    const newline = this.#text.indexOf('\n', stop);
    this.#pos = newline < 0 ? this.#text.length : newline + 1;
  }
}

function keyOf(written: string): string {
  const quote = written[0];
  return quote === '"' || quote === "'" ? written.slice(1, -1) : written;
}
