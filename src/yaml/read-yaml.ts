// Text -> nodes, by the `yaml` package. Files that could exhaust the machine are refused before they are expanded:
// anchors and aliases have no use in a plan and are the way to build a bomb, so they are an error.

import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type Scalar,
} from 'yaml';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import type { Entry, Node, ScalarNode } from './node.ts';
import { formulaText, type Style } from './scalar-offsets.ts';

/** No plan that a person reviews comes near these; a file beyond them is refused, not truncated. */
export const maximumCharacters = 4_000_000;
export const maximumNesting = 40;
export const maximumNodes = 400_000;

/** The parser's stack holds the collections that are open, the document around them and the scalar inside. */
const deepestStack = maximumNesting + 3;

/** The tree, or undefined with the reason in `out`. An empty file is an empty map. */
export function readYaml(source: Source, out: Diagnostics): Node | undefined {
  const whole: Span = { source, start: 0, end: Math.min(1, source.text.length) };
  if (source.text.length > maximumCharacters) {
    const message = `this file has ${source.text.length} characters; ${maximumCharacters} is the most that is read`;
    out.error('E102', message, [{ span: whole, label: '' }]);
    return undefined;
  }
  const document = parse(source, out);
  if (document === undefined) return undefined;
  if (document.contents === null) return { kind: 'map', span: whole, entries: [] };
  const converter = new Converter(source, out);
  const node = converter.node(document.contents, 0);
  return converter.refused ? undefined : node;
}

function parse(source: Source, out: Diagnostics): Document.Parsed | undefined {
  const tokens = tokensOf(source, out);
  if (tokens === undefined) return undefined;
  // duplicate keys are found in Converter: the package compares every key with every other
  const composer = new Composer({
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
    schema: 'failsafe',
    strict: true,
  });
  const [document, second] = composer.compose(tokens, true, source.text.length);
  if (document === undefined) return undefined;
  for (const error of document.errors) {
    const [start, end] = error.pos;
    const span = { source, start, end: Math.max(start + 1, Math.min(end, endOfLine(source.text, start))) };
    const [sentence = error.message] = error.message.split('\n');
    const help =
      source.text.slice(0, start).endsWith('\t') || /tab/i.test(sentence)
        ? 'indent with spaces, not tabs'
        : '';
    out.error('E101', lowerFirst(sentence), [{ span, label: '' }], help);
  }
  if (second !== undefined && document.errors.length === 0) {
    const [start] = second.range;
    const help = 'a file holds one document; take the line `---` out, or cut the file in two';
    out.error(
      'E101',
      'a second document begins here',
      [{ span: { source, start, end: start + 1 }, label: '' }],
      help,
    );
    return undefined;
  }
  return document.errors.length > 0 ? undefined : document;
}

/** The file as tokens; undefined where they nest so deep that composing them would exhaust the stack. */
function tokensOf(source: Source, out: Diagnostics): readonly CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(source.text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length <= deepestStack) continue;
    const start = Math.max(0, Math.min(parser.offset - 1, source.text.length - 1));
    const span = { source, start, end: start + 1 };
    out.error(
      'E102',
      `this is nested more than ${maximumNesting} deep`,
      [{ span, label: '' }],
      'plans need six levels at most',
    );
    return undefined;
  }
  tokens.push(...parser.end());
  return tokens;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

const styles: Readonly<Record<string, Style>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_FOLDED: 'block',
  BLOCK_LITERAL: 'block',
};

class Converter {
  readonly #source: Source;
  readonly #out: Diagnostics;
  #count = 0;
  refused = false;

  constructor(source: Source, out: Diagnostics) {
    this.#source = source;
    this.#out = out;
  }

  node(value: unknown, depth: number): Node {
    this.#count += 1;
    if (depth > maximumNesting || this.#count > maximumNodes) {
      if (this.#count <= maximumNodes + 1)
        this.#refuse('E102', 'this file is too large or nested too deeply', value);
      return this.#nothing(0);
    }
    if (isAlias(value)) {
      this.#refuse(
        'E102',
        'aliases are not read',
        value,
        'write the value out, or let an option `extends` another',
      );
      return this.#nothing(0);
    }
    if (isMap(value)) {
      const entries: Entry[] = [];
      const seen = new Map<string, Span>();
      for (const pair of value.items) {
        const key = pair.key;
        const at = this.#span(key);
        if (!isScalar(key)) {
          this.#refuse('E104', 'a key must be a single word', key);
          continue;
        }
        const text = String(key.source ?? key.value ?? '');
        const first = seen.get(text);
        if (first !== undefined) {
          this.#twice(at, first);
          continue;
        }
        seen.set(text, at);
        const child = pair.value === null ? this.#nothing(at.end) : this.node(pair.value, depth + 1);
        entries.push({ key: text, keySpan: at, value: child });
      }
      return { kind: 'map', span: this.#span(value), entries };
    }
    if (isSeq(value)) {
      return {
        kind: 'list',
        span: this.#span(value),
        items: value.items.map((item) => this.node(item, depth + 1)),
      };
    }
    if (isScalar(value)) return this.#scalar(value);
    return this.#nothing(0);
  }

  #scalar(scalar: Scalar): ScalarNode {
    const span = this.#span(scalar);
    const text = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
    const quoted = scalar.type !== 'PLAIN';
    const empty = !quoted && (text === '' || text === '~' || text === 'null');
    const style = styles[scalar.type ?? 'PLAIN'] ?? 'plain';
    return { kind: 'scalar', span, text: formulaText(this.#source, span, text, style), quoted, empty };
  }

  #twice(span: Span, first: Span): void {
    this.refused = true;
    this.#out.error('E106', 'this key stands twice', [
      { span, label: '' },
      { span: first, label: 'here already' },
    ]);
  }

  #nothing(offset: number): ScalarNode {
    const span = { source: this.#source, start: offset, end: offset };
    return {
      kind: 'scalar',
      span,
      text: { text: '', source: this.#source, start: offset },
      quoted: false,
      empty: true,
    };
  }

  #refuse(code: 'E102' | 'E104', message: string, value: unknown, help = ''): void {
    this.refused = true;
    this.#out.error(code, message, [{ span: this.#span(value), label: '' }], help);
  }

  #span(value: unknown): Span {
    const range = (value as { range?: readonly number[] | null } | null)?.range ?? [0, 1];
    return { source: this.#source, start: range[0] ?? 0, end: range[1] ?? 0 };
  }
}
