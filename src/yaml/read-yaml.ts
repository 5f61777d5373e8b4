// Text -> nodes, from the event stream of the `js-yaml` package. Files that could exhaust the machine are refused: anchors and
// aliases have no use in a plan and are the way to build a bomb, so an alias is an error.

import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import type { Entry, Node, ScalarNode } from './node.ts';
import { formulaText, type Style } from './scalar-offsets.ts';

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
  const events = eventsOf(source, out);
  if (events === undefined) return undefined;
  const reader = new TreeReader(source, out);
  for (const event of events) {
    reader.take(event);
    if (reader.stopped) return undefined;
  }
  if (reader.refused) return undefined;
  return reader.root ?? { kind: 'map', span: whole, entries: [] };
}

function eventsOf(source: Source, out: Diagnostics): readonly Event[] | undefined {
  try {
    return parseEvents(source.text, { maxDepth: maximumNesting });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    report(source, error, out);
    return undefined;
  }
}

function report(source: Source, error: YAMLException, out: Diagnostics): void {
  const at = Math.max(0, Math.min(error.mark?.position ?? 0, source.text.length - 1));
  const span = { source, start: at, end: at + 1 };
  if (error.reason.includes('maxDepth')) {
    const message = `this is nested more than ${maximumNesting} deep`;
    out.error('E102', message, [{ span, label: '' }], 'plans need six levels at most');
    return;
  }
  const [what, help] = wordsFor(source.text, at, error.reason);
  out.error('E101', what, [{ span, label: '' }], help);
}

/** What is wrong in a person's words, and what to do; the parser speaks of its grammar. */
function wordsFor(text: string, at: number, reason: string): readonly [string, string] {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  if (/^[ ]*\t/.test(text.slice(lineStart, lineStart + 200))) return [reason, 'indent with spaces, not tabs'];
  const next = text[at] ?? '';
  if (reason.startsWith('bad indentation of a mapping entry')) {
    if (next === '@' || next === '`') return [`a value cannot begin with \`${next}\``, 'put it in quotes'];
    const before = text.slice(lineStart, at);
    if (/\S:\s+\S/.test(before) || next === ':') {
      return ['a second `: ` on one line', 'a text with a colon and a blank stands in quotes'];
    }
    return [reason, 'keys of one block begin in the same column'];
  }
  if (reason.startsWith('end of the stream'))
    return ['this does not belong to what stands before it', 'check the indentation of this line'];
  if (reason.includes('within a flow collection'))
    return [reason, 'a `{` or `[` before this is never closed'];
  if (reason.includes('quoted scalar')) return [reason, 'a quote before this is never closed'];
  return [reason, ''];
}

/** A collection whose end has not come yet. */
interface Open {
  readonly kind: 'map' | 'list';
  readonly start: number;
  readonly flow: boolean;
  readonly entries: Entry[];
  readonly items: Node[];
  readonly seen: Map<string, Span>;
  /** A key that waits for its value; undefined where a key comes next, `skip` after a key that was refused. */
  key: { readonly text: string; readonly span: Span } | 'skip' | undefined;
  end: number;
}

const styles: Readonly<Record<number, Style>> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'block',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'block',
};

class TreeReader {
  readonly #source: Source;
  readonly #out: Diagnostics;
  readonly #open: Open[] = [];
  #documents = 0;
  #count = 0;
  root: Node | undefined;
  /** Something was reported; the tree is not whole. */
  refused = false;
  /** Nothing more is worth reading. */
  stopped = false;

  constructor(source: Source, out: Diagnostics) {
    this.#source = source;
    this.#out = out;
  }

  take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.#documents += 1;
        break;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        this.#begin(event.type === EVENT_ID.MAPPING ? 'map' : 'list', event.start, event.style !== 1);
        break;
      case EVENT_ID.SCALAR:
        this.#scalar(event);
        break;
      case EVENT_ID.ALIAS: {
        const span = this.#span(event.anchorStart - 1, event.anchorEnd);
        this.#refuse(
          'E102',
          'aliases are not read',
          span,
          'write the value out, or let an option `extends` another',
        );
        this.#give(this.#nothing(event.anchorEnd));
        break;
      }
      case EVENT_ID.POP:
        this.#end();
        break;
    }
  }

  #begin(kind: 'map' | 'list', start: number, flow: boolean): void {
    const above = this.#open.at(-1);
    const isKey = above?.kind === 'map' && above.key === undefined;
    if (isKey) this.#refuse('E104', 'a key must be a single word', this.#span(start, start + 1));
    this.#open.push({
      kind,
      start,
      flow,
      entries: [],
      items: [],
      seen: new Map(),
      key: undefined,
      end: start,
    });
  }

  #end(): void {
    const done = this.#open.pop();
    if (done === undefined) return;
    const end = done.flow ? this.#closing(done) : done.end;
    const span = this.#span(done.start, end);
    if (done.kind === 'list') this.#give({ kind: 'list', span, items: done.items });
    else this.#give({ kind: 'map', span, entries: done.entries });
  }

  /** Past the bracket that ends a flow collection. */
  #closing({ kind, end }: Open): number {
    const bracket = this.#source.text.indexOf(kind === 'map' ? '}' : ']', end);
    return bracket === -1 ? end : bracket + 1;
  }

  #scalar(event: Event & { type: typeof EVENT_ID.SCALAR }): void {
    const above = this.#open.at(-1);
    const isKey = above?.kind === 'map' && above.key === undefined;
    const nothing = event.valueStart < 0;
    if (nothing && !isKey) {
      this.#give(this.#nothing(this.#pastColon(above?.end ?? 0)));
      return;
    }
    const style = styles[event.style] ?? 'plain';
    const span = nothing ? this.#span(above?.end ?? 0, above?.end ?? 0) : this.#scalarSpan(event, style);
    const value = nothing ? '' : getScalarValue(this.#source.text, event);
    if (isKey) {
      this.#key(above, value, span);
      return;
    }
    const quoted = style !== 'plain';
    const empty = !quoted && (value === '' || value === '~' || value === 'null');
    const text = formulaText(this.#source, span, value, style);
    this.#give({ kind: 'scalar', span, text, quoted, empty });
  }

  /** Where a value that is left out would begin. */
  #pastColon(from: number): number {
    const colon = /^\s{0,40}:/.exec(this.#source.text.slice(from, from + 42));
    return colon === null ? from : from + colon[0].length;
  }

  /** With its quotes, or from the `|` or `>` that begins it. */
  #scalarSpan(event: Event & { type: typeof EVENT_ID.SCALAR }, style: Style): Span {
    const { valueStart, valueEnd } = event;
    if (style === 'plain') return this.#span(valueStart, valueEnd);
    if (style !== 'block') return this.#span(valueStart - 1, valueEnd + 1);
    const header = this.#source.text.lastIndexOf('\n', valueStart - 2) + 1;
    const mark = this.#source.text.slice(header, valueStart).search(/[|>][-+0-9]*[ \t]*(#.*)?\r?\n$/);
    return this.#span(mark < 0 ? valueStart : header + mark, valueEnd);
  }

  #key(map: Open, text: string, span: Span): void {
    const first = map.seen.get(text);
    map.end = span.end;
    if (first !== undefined) {
      this.refused = true;
      const marks = [
        { span, label: '' },
        { span: first, label: 'here already' },
      ];
      this.#out.error('E106', 'this key stands twice', marks);
      map.key = 'skip';
      return;
    }
    map.seen.set(text, span);
    map.key = { text, span };
  }

  /** Puts a finished node where it belongs. */
  #give(node: Node): void {
    this.#count += 1;
    if (this.#count > maximumNodes) {
      this.#refuse('E102', 'this file is too large', node.span);
      this.stopped = true;
      return;
    }
    const above = this.#open.at(-1);
    if (above === undefined) this.#finish(node);
    else if (above.kind === 'list') above.items.push(node);
    else if (above.key === undefined) above.key = 'skip';
    else {
      if (above.key !== 'skip')
        above.entries.push({ key: above.key.text, keySpan: above.key.span, value: node });
      above.key = undefined;
    }
    if (above !== undefined) above.end = Math.max(above.end, node.span.end);
  }

  #finish(node: Node): void {
    if (this.#documents <= 1) {
      // a scalar that is nothing is an empty file
      if (node.kind !== 'scalar' || !node.empty) this.root = node;
      return;
    }
    const help = 'a file holds one document; take the line `---` out, or cut the file in two';
    const span = this.#span(node.span.start, node.span.start + 1);
    this.refused = true;
    this.stopped = true;
    this.#out.error('E101', 'a second document begins here', [{ span, label: '' }], help);
  }

  #nothing(offset: number): ScalarNode {
    const text = { text: '', source: this.#source, start: offset };
    return { kind: 'scalar', span: this.#span(offset, offset), text, quoted: false, empty: true };
  }

  #refuse(code: 'E102' | 'E104', message: string, span: Span, help = ''): void {
    this.refused = true;
    this.#out.error(code, message, [{ span, label: '' }], help);
  }

  #span(start: number, end: number): Span {
    return { source: this.#source, start, end };
  }
}
