// Which words a person may use as names, and the register of those that are taken.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Entry } from '../yaml/node.ts';

/** Words of the formula language. */
export const keywords: readonly string[] = [
  ...['if', 'then', 'else', 'and', 'or', 'not', 'to', 'in', 'at', 'over'],
  ...['true', 'false', 'base', 'unknown', 'unlimited'],
];

/** Words that every plan answers to without declaring them. */
/** The axes that a horizon gives. */
export const monthAxis = 'month';
export const yearAxis = 'year';

/** Names that a plan has where it looks ahead. */
export const timeNames: readonly string[] = [
  ...['elapsed', 'cash', 'effective', 'spent', 'tco', 'end_value', 'present_value'],
];

export const reservedWords: readonly string[] = [
  ...[
    'total',
    'items',
    'band',
    'feasible_total',
    'upfront',
    'limits',
    'budgets',
    'cost',
    'count',
    'quantity',
  ],
];

/** Keys of a point that are not overrides, and so no point or axis key can be called that. */
export const pointKeys: readonly string[] = ['label', 'note', 'extends', 'items', 'remove', 'base'];

/** Keys of an axis: only its points cannot be called that. */
export const axisKeys: readonly string[] = [...pointKeys, 'held'];

/** Names as regular expressions, for the JSON Schema and for the checks below. */
export const namePattern = except([...keywords, ...reservedWords], '[A-Za-z_][A-Za-z0-9_]*');
export const pointPattern = except(axisKeys, '[A-Za-z0-9_][A-Za-z0-9_.%-]*');
/** Lines of revenue stand under this key of a point; a plan may have it as a name of its own instead. */
export const revenueKey = 'revenue';

/** A name as the key of an override. */
export const overridePattern = except(
  [...keywords, ...reservedWords, ...pointKeys, revenueKey],
  '[A-Za-z_][A-Za-z0-9_]*',
);

/** The same in a lever, which has keys of its own. */
export const leverOverridePattern = except(
  [
    ...[...keywords, ...reservedWords, ...pointKeys, revenueKey],
    ...['saves', 'source', 'url', 'date', 'confidence'],
  ],
  '[A-Za-z_][A-Za-z0-9_]*',
);

function except(words: readonly string[], pattern: string): string {
  return `^(?!(?:${[...new Set(words)].join('|')})$)${pattern}$`;
}

const name = new RegExp(namePattern);
const point = new RegExp(pointPattern);
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;
const pointText = /^[A-Za-z0-9_][A-Za-z0-9_.%-]*$/;

/** True for a word that can name an input, a formula, an item, a limit, a group or an axis; says so otherwise. */
export function checkName(text: string, span: Span, out: Diagnostics): boolean {
  if (name.test(text)) return true;
  if (identifier.test(text)) {
    const help = 'it is a word of the language; choose another name';
    out.error('E107', `\`${text}\` cannot be a name`, [{ span, label: '' }], help);
    return false;
  }
  const better = suggestion(text, /[^A-Za-z0-9_]+/g);
  const rule = 'a name has letters, digits and `_`, and does not begin with a digit';
  const help = name.test(better) ? `${rule}: \`${better}\`` : rule;
  out.error('E107', `\`${text}\` cannot be a name`, [{ span, label: '' }], help);
  return false;
}

/** True for a word that can name a point of an axis: as a name, but digits, `.`, `%` and `-` are allowed too. */
export function checkPointName(text: string, span: Span, out: Diagnostics): boolean {
  if (point.test(text)) return true;
  if (pointText.test(text)) {
    const help = `\`${text}\` is a key of the language here; choose another name`;
    out.error('E107', `a point cannot be called \`${text}\``, [{ span, label: '' }], help);
    return false;
  }
  const better = suggestion(text, /[^A-Za-z0-9_.%-]+/g);
  const rule = 'the name of a point has letters, digits, `_`, `.`, `%` and `-`';
  const help = point.test(better) ? `${rule}: \`${better}\`; \`label\` takes any words` : rule;
  out.error('E107', `a point cannot be called \`${text}\``, [{ span, label: '' }], help);
  return false;
}

function suggestion(text: string, wrong: RegExp): string {
  return text
    .slice(0, 60)
    .trim()
    .replace(wrong, '_')
    .replace(/^_+|_+$/g, '');
}

export type NamedThing = 'an input' | 'a formula' | 'an item' | 'a line of revenue' | 'a lever';

export interface Taken {
  readonly thing: NamedThing;
  readonly span: Span;
}

/**
 * Inputs, formulas and items share one set of names, because formulas mention all of them the same way; a lever that states
 * its saving is an item too.
 */
export class Names {
  readonly #taken = new Map<string, Taken>();

  get(text: string): Taken | undefined {
    return this.#taken.get(text);
  }

  /** Every name of that sort, for suggestions. */
  of(thing: NamedThing): readonly string[] {
    return [...this.#taken].filter(([, taken]) => taken.thing === thing).map(([text]) => text);
  }

  /** Takes the name of a key if it may be used and nothing else has it; reports otherwise. */
  take(entry: Entry, thing: NamedThing, out: Diagnostics): boolean {
    if (!checkName(entry.key, entry.keySpan, out) || !this.free(entry, thing, out)) return false;
    this.#taken.set(entry.key, { thing, span: entry.keySpan });
    return true;
  }

  /** True where nothing has the name; reports otherwise, showing both places. */
  free(entry: Entry, thing: NamedThing, out: Diagnostics): boolean {
    const first = this.#taken.get(entry.key);
    if (first === undefined) return true;
    const marks = [
      { span: entry.keySpan, label: `${thing} is called this` },
      { span: first.span, label: `${first.thing} already is` },
    ];
    out.error('E407', `two things are called \`${entry.key}\``, marks, 'give one of them another name');
    return false;
  }
}
