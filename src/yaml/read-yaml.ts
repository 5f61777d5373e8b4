// Text -> nodes, by the `yaml` package. Files that could exhaust the machine are refused before they are expanded:
// anchors and aliases have no use in a plan and are the way to build a bomb, so they are an error.

import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Scalar } from 'yaml';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import type { FormulaText } from '../formula/formula-text.ts';
import type { Entry, Node, ScalarNode } from './node.ts';

/** No plan that a person reviews comes near these; a file beyond them is refused, not truncated. */
export const maximumCharacters = 4_000_000;
export const maximumNesting = 40;
export const maximumNodes = 400_000;

/** The tree, or undefined with the reason in `out`. An empty file is an empty map. */
export function readYaml(source: Source, out: Diagnostics): Node | undefined {
  const whole: Span = { source, start: 0, end: Math.min(1, source.text.length) };
  if (source.text.length > maximumCharacters) {
    const message = `this file has ${source.text.length} characters; ${maximumCharacters} is the most that is read`;
    out.error('E102', message, [{ span: whole, label: '' }]);
    return undefined;
  }
  const deep = tooDeep(source.text);
  if (deep !== undefined) {
    const span = { source, start: deep, end: deep + 1 };
    out.error('E102', `this is nested more than ${maximumNesting} deep`, [{ span, label: '' }], 'plans need six levels at most');
    return undefined;
  }
  const document = parse(source, out);
  if (document === undefined) return undefined;
  if (document.contents === null) return { kind: 'map', span: whole, entries: [] };
  const before = out.all.length;
  const node = new Converter(source, out).node(document.contents, 0);
  return out.all.length > before ? undefined : node;
}

function parse(source: Source, out: Diagnostics): ReturnType<typeof parseDocument> | undefined {
  const document = parseDocument(source.text, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
    schema: 'failsafe',
    strict: true,
  });
  for (const error of document.errors) {
    const [start, end] = error.pos;
    const duplicate = error.code === 'DUPLICATE_KEY';
    const span = { source, start, end: Math.max(start + 1, Math.min(end, endOfLine(source.text, start))) };
    const [sentence = error.message] = error.message.split('\n');
    const help = source.text.slice(0, start).endsWith('\t') || /tab/i.test(sentence) ? 'indent with spaces, not tabs' : '';
    out.error(duplicate ? 'E106' : 'E101', duplicate ? 'this key stands twice' : lowerFirst(sentence), [{ span, label: '' }], help);
  }
  return document.errors.length > 0 ? undefined : document;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** Where brackets or indentation nest beyond the limit, judged before the parser recurses into them. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  let lineStart = 0;
  let dashes = 0;
  let leading = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') {
      lineStart = i + 1;
      leading = true;
      dashes = 0;
    } else if (leading && (c === '-' || c === '?') && text[i + 1] === ' ') {
      dashes += 1;
      if (dashes > maximumNesting) return i;
    } else if (c === '[' || c === '{') {
      leading = false;
      depth += 1;
      if (depth > maximumNesting) return i;
    } else if (c === ']' || c === '}') {
      depth = Math.max(0, depth - 1);
    } else if (c !== ' ' && leading) {
      leading = false;
      if (i - lineStart > maximumNesting * 8) return i;
    }
  }
  return undefined;
}

class Converter {
  readonly #source: Source;
  readonly #out: Diagnostics;
  #count = 0;

  constructor(source: Source, out: Diagnostics) {
    this.#source = source;
    this.#out = out;
  }

  node(value: unknown, depth: number): Node {
    this.#count += 1;
    if (depth > maximumNesting || this.#count > maximumNodes) {
      if (this.#count <= maximumNodes + 1) this.#refuse('E102', 'this file is too large or nested too deeply', value);
      return this.#nothing(0);
    }
    if (isAlias(value)) {
      this.#refuse('E102', 'aliases are not read', value, 'write the value out, or let an option `extends` another');
      return this.#nothing(0);
    }
    if (isMap(value)) {
      const entries: Entry[] = [];
      for (const pair of value.items) {
        const key = pair.key;
        const at = this.#span(key);
        if (!isScalar(key)) {
          this.#refuse('E104', 'a key must be a single word', key);
          continue;
        }
        const child = pair.value === null ? this.#nothing(at.end) : this.node(pair.value, depth + 1);
        entries.push({ key: String(key.source ?? key.value ?? ''), keySpan: at, value: child });
      }
      return { kind: 'map', span: this.#span(value), entries };
    }
    if (isSeq(value)) {
      return { kind: 'list', span: this.#span(value), items: value.items.map((item) => this.node(item, depth + 1)) };
    }
    if (isScalar(value)) return this.#scalar(value);
    return this.#nothing(0);
  }

  #scalar(scalar: Scalar): ScalarNode {
    const span = this.#span(scalar);
    const text = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
    const quoted = scalar.type !== 'PLAIN';
    const empty = !quoted && (text === '' || text === '~' || text === 'null');
    return { kind: 'scalar', span, text: formulaText(this.#source, span, text), quoted, empty };
  }

  #nothing(offset: number): ScalarNode {
    const span = { source: this.#source, start: offset, end: offset };
    return { kind: 'scalar', span, text: { text: '', source: this.#source, start: offset }, quoted: false, empty: true };
  }

  #refuse(code: 'E102' | 'E104', message: string, value: unknown, help = ''): void {
    this.#out.error(code, message, [{ span: this.#span(value), label: '' }], help);
  }

  #span(value: unknown): Span {
    const range = (value as { range?: readonly number[] | null } | null)?.range ?? [0, 1];
    return { source: this.#source, start: range[0] ?? 0, end: range[1] ?? 0 };
  }
}

/** Where the scalar's characters stand in the file: one to one for plain text, by matching where it was quoted or folded. */
function formulaText(source: Source, span: Span, text: string): FormulaText {
  const raw = source.text.slice(span.start, span.end);
  if (raw === text) return { text, source, start: span.start };
  const offsets: number[] = [];
  let from = 0;
  for (const c of text) {
    const wanted = c === '\n' || c === ' ' ? /\s/ : undefined;
    let i = from;
    while (i < raw.length && !(wanted === undefined ? raw.startsWith(c, i) : wanted.test(raw[i] ?? ''))) i += 1;
    if (i >= raw.length) i = from;
    for (let k = 0; k < c.length; k++) offsets.push(span.start + i + k);
    from = Math.min(i + c.length, raw.length);
  }
  offsets.push(Math.max(span.start, span.end));
  return { text, source, start: offsets[0] ?? span.start, offsets };
}
