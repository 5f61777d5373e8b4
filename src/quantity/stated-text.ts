// The text of a stated number taken apart: '~$15–25/month' is about, $15, $25/month. What the parts mean is
// interval.ts.

import type { NumberStyle } from './read-number.ts';
import { type QuantityText, readQuantityAt } from './read-quantity.ts';
import type { UnitTable } from './unit-table.ts';
import { currencyBefore } from './unit-words.ts';

export type Qualifier = 'exact' | 'about' | 'at-least' | 'at-most' | 'under' | 'over';

/** One end of a range as it was read, before the two are brought to one unit. */
export interface StatedEnd {
  readonly quantity: QuantityText;
  readonly negative: boolean;
  /** `570+`: this or more. */
  readonly floor: boolean;
  /** Whether a currency stands in front of the number itself. */
  readonly marked: boolean;
}

export interface StatedText {
  readonly qualifier: Qualifier;
  readonly first: StatedEnd;
  /** Absent where one value is stated and no range. */
  readonly second?: StatedEnd;
}

/** A text longer than this is no stated number. */
const longest = 1000;

const qualifierWords: readonly (readonly [string, Qualifier])[] = [
  ['~', 'about'],
  ['≈', 'about'],
  ['approximately', 'about'],
  ['approx.', 'about'],
  ['approx', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['roughly', 'about'],
  ['circa', 'about'],
  ['ca.', 'about'],
  ['c.', 'about'],
  ['at least', 'at-least'],
  ['≥', 'at-least'],
  ['>=', 'at-least'],
  ['at most', 'at-most'],
  ['up to', 'at-most'],
  ['≤', 'at-most'],
  ['<=', 'at-most'],
  ['less than', 'under'],
  ['under', 'under'],
  ['below', 'under'],
  ['<', 'under'],
  ['more than', 'over'],
  ['over', 'over'],
  ['above', 'over'],
  ['>', 'over'],
];

/** The parts of the whole text, or undefined where anything is left over or a unit is unknown. */
export function readStatedText(text: string, units: UnitTable, style: NumberStyle): StatedText | undefined {
  if (text.length > longest) return undefined;
  const { qualifier, rest } = qualifierOf(text.trim());
  const first = readEnd(rest, units, style);
  if (first === undefined) return undefined;
  if (first.after === '') return { qualifier, first: first.end };
  const separator = /^\s*(?:-|–|—|\.\.|to\s)\s*/.exec(first.after)?.[0];
  if (separator === undefined) return undefined;
  const second = readEnd(first.after.slice(separator.length), units, style, currencyMark(rest));
  if (second === undefined || second.after !== '') return undefined;
  return { qualifier, first: first.end, second: second.end };
}

function qualifierOf(text: string): { readonly qualifier: Qualifier; readonly rest: string } {
  const lower = text.toLowerCase();
  for (const [word, qualifier] of qualifierWords) {
    if (!lower.startsWith(word)) continue;
    const rest = text.slice(word.length).trimStart();
    // `overhead 5` is not `over`
    const spelled = /[a-z]$/.test(word);
    if (!spelled || rest.length < text.length - word.length) return { qualifier, rest };
  }
  return { qualifier: 'exact', rest: text };
}

/**
 * One end at the start of the text. `mark` is the currency of the low end, for a high end that has no
 * currency of its own.
 */
function readEnd(
  text: string,
  units: UnitTable,
  style: NumberStyle,
  mark = '',
): { readonly end: StatedEnd; readonly after: string } | undefined {
  const negative = /^[-\u2212]/.test(text);
  const own = text.slice(negative || text.startsWith('+') ? 1 : 0);
  const unsigned = mark !== '' && currencyBefore(own, 0) === undefined ? mark + own : own;
  const read = readPlus(unsigned, units, style);
  const { quantity, floor, after } = read ?? readPlus(own, units, style) ?? {};
  if (quantity === undefined || floor === undefined || after === undefined) return undefined;
  return { end: { quantity, negative, floor, marked: currencyBefore(own, 0) !== undefined }, after };
}

/** A quantity with an optional `+` behind the number (`570+ users`) or behind the whole (`570 users+`). */
function readPlus(
  text: string,
  units: UnitTable,
  style: NumberStyle,
): { readonly quantity: QuantityText; readonly floor: boolean; readonly after: string } | undefined {
  const read = readQuantityAt(text, 0, units, style);
  if (read.kind !== 'quantity') return undefined;
  const end = read.quantity.end;
  if (text[end] !== '+') return { quantity: read.quantity, floor: false, after: text.slice(end) };
  const without = text.slice(0, end) + text.slice(end + 1);
  const again = readQuantityAt(without, 0, units, style);
  if (again.kind !== 'quantity') return undefined;
  return { quantity: again.quantity, floor: true, after: without.slice(again.quantity.end) };
}

/** The currency sign or code in front of a text, blanks included. */
function currencyMark(text: string): string {
  const start = /^[-+\u2212]/.test(text) ? 1 : 0;
  return text.slice(start, currencyBefore(text, start)?.end ?? start);
}
