// A form says which keys a block may have. The reader, the published JSON Schema and the language reference all come from
// the same forms, so they cannot drift apart.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import { type Entry, type MapNode, type Node, type ScalarNode, shapeOf } from './node.ts';

/** What may stand behind a key. `formula` is a number, a quantity or a formula; `text` is prose; `word` an identifier or path. */
export type Shape =
  | { readonly is: 'formula' | 'text' | 'word' | 'date' | 'flag' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'list'; readonly of: Shape }
  /** Keys chosen by the person: names of inputs, items, axes. `keys` is a regular expression for them. */
  | { readonly is: 'named'; readonly of: Shape; readonly keys?: string }
  | { readonly is: 'block'; readonly form: Form }
  /** A short form or a long one. */
  | { readonly is: 'either'; readonly of: readonly Shape[] };

export interface Field {
  readonly shape: Shape;
  readonly about: string;
  readonly required?: boolean;
}

export interface Form {
  /** What such a block is called in messages: `an item`, `a limit`. */
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** The key that a value alone stands for, where such a block has a short form. */
  readonly short?: string;
  /**
   * Where other keys are allowed besides the fields (an option's overrides), what stands behind them, by the look of the key
   * (a regular expression). `fill` hands all of them over; a key that fits no expression is the reader's to judge.
   */
  readonly others?: Readonly<Record<string, Field>>;
}

/** A block that was read: its fields by name, and the entries that no field claims. */
export interface Filled {
  readonly node: MapNode;
  readonly fields: ReadonlyMap<string, Entry>;
  readonly others: readonly Entry[];
}

/** Checks the keys of a block. Unknown and missing keys are reported; what is there is given back all the same. */
export function fill(node: Node, form: Form, out: Diagnostics): Filled | undefined {
  if (node.kind !== 'map') {
    const keys = Object.keys(form.fields).slice(0, 6).join(', ');
    out.error(
      'E104',
      `${form.name} is a block of keys`,
      [{ span: node.span, label: `this is ${shapeOf(node)}` }],
      `its keys: ${keys}, …`,
    );
    return undefined;
  }
  const fields = new Map<string, Entry>();
  const others: Entry[] = [];
  for (const entry of node.entries) {
    if (Object.hasOwn(form.fields, entry.key)) fields.set(entry.key, entry);
    else if (form.others !== undefined) others.push(entry);
    else reportUnknownKey(entry, form, out);
  }
  for (const [key, field] of Object.entries(form.fields)) {
    if (field.required === true && !fields.has(key)) {
      out.error(
        'E105',
        `${form.name} needs \`${key}\``,
        [{ span: firstOf(node), label: '' }],
        `${key}: ${field.about}`,
      );
    }
  }
  return { node, fields, others };
}

function reportUnknownKey(entry: Entry, form: Form, out: Diagnostics): void {
  const known = Object.keys(form.fields);
  const help = cutAtComma(entry)
    ? 'a text or a formula with a comma stands in quotes between { }'
    : didYouMean(entry.key, known) || `known keys: ${known.join(', ')}`;
  out.error('E103', `${form.name} has no key \`${entry.key}\``, [{ span: entry.keySpan, label: '' }], help);
}

/** `{ label: first, or second }`, `{ quantity: max(1, 2) }`: YAML takes what follows the comma for a key without a value. */
function cutAtComma({ key, keySpan, value }: Entry): boolean {
  const { source, start } = keySpan;
  const before = source.text.slice(0, start).trimEnd();
  return before.endsWith(',') && /[\s)]/.test(key) && value.kind === 'scalar' && value.empty;
}

function firstOf(node: MapNode): Span {
  return node.entries[0]?.keySpan ?? node.span;
}

/** The scalar behind a key, or undefined (with an error where something else stands there). */
export function scalarOf(node: Node | undefined, what: string, out: Diagnostics): ScalarNode | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node;
  out.error('E104', `${what} is a single value`, [{ span: node.span, label: `this is ${shapeOf(node)}` }]);
  return undefined;
}

/** Prose, trimmed, or undefined where the key is missing or empty. */
export function textOf(filled: Filled, key: string, out: Diagnostics): string | undefined {
  const scalar = scalarOf(filled.fields.get(key)?.value, `\`${key}\``, out);
  return scalar === undefined || scalar.empty ? undefined : scalar.text.text.trim();
}

/** One of a few words. */
export function choiceOf<T extends string>(
  filled: Filled,
  key: string,
  of: readonly T[],
  out: Diagnostics,
): T | undefined {
  const entry = filled.fields.get(key);
  const text = textOf(filled, key, out);
  if (entry === undefined || text === undefined) return undefined;
  const found = of.find((choice) => choice === text);
  if (found === undefined) {
    out.error(
      'E104',
      `\`${key}\` cannot be \`${text}\``,
      [{ span: entry.value.span, label: '' }],
      `it is one of ${of.join(', ')}`,
    );
  }
  return found;
}

export function flagOf(filled: Filled, key: string, out: Diagnostics): boolean | undefined {
  const word = choiceOf(filled, key, ['true', 'false', 'yes', 'no'], out);
  return word === undefined ? undefined : word === 'true' || word === 'yes';
}

/** An ISO date, `2026-03-27`; `unknown` is allowed and gives undefined. */
export function dateOf(filled: Filled, key: string, out: Diagnostics): string | undefined {
  const entry = filled.fields.get(key);
  const text = textOf(filled, key, out);
  if (entry === undefined || text === undefined || text === 'unknown') return undefined;
  if (isDate(text)) return text;
  out.error(
    'E104',
    `\`${text}\` is not a date`,
    [{ span: entry.value.span, label: '' }],
    'write it as 2026-03-27',
  );
  return undefined;
}

export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

/** The entries of a block whose keys the person chose. */
export function namedEntries(node: Node | undefined, what: string, out: Diagnostics): readonly Entry[] {
  if (node === undefined || (node.kind === 'scalar' && node.empty)) return [];
  if (node.kind === 'map') return node.entries;
  out.error('E104', `${what} is a block of names`, [{ span: node.span, label: `this is ${shapeOf(node)}` }]);
  return [];
}

/** The elements of a list; a single value counts as a list of one. */
export function listOf(node: Node | undefined): readonly Node[] {
  if (node === undefined || (node.kind === 'scalar' && node.empty)) return [];
  return node.kind === 'list' ? node.items : [node];
}
