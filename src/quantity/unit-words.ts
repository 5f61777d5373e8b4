// Units inside a text: one unit word, and what continues it (`/user`, `·hour`, ` per month`). Used for
// literals. Bounded work: a word is at most 64 characters, a unit at most 12 words.

import { isBlank, isDigit, isInsideWord, isLetter, isWordPartAt, skipBlanks, wordAt } from './characters.ts';
import { currencySigns, isCurrencyCode } from './currency.ts';
import { divide, multiply, one, power, type Unit } from './unit.ts';
import { currencyUnit, type UnitTable } from './unit-table.ts';

/** A word that should be a unit and is not. */
export interface UnitTrouble {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export interface UnitText {
  readonly unit: Unit;
  readonly end: number;
}

/** More factors than this were not written by a person; what follows is left unread. */
export const mostFactors = 12;

/**
 * Words of the formula language: after a number they are never its unit, even where a plan declares such a
 * unit.
 */
export const formulaWords: ReadonlySet<string> = new Set([
  'to',
  'in',
  'at',
  'over',
  'and',
  'or',
  'not',
  'if',
  'then',
  'else',
  'per',
]);

const signsLongestFirst = [...currencySigns.keys()].sort((a, b) => b.length - a.length);
const signStarts: ReadonlySet<string> = new Set(signsLongestFirst.map((sign) => sign.charAt(0)));

/**
 * The currency sign that stands at the offset (`€`, `US$`), or ''. A sign made of letters must not be cut out
 * of a word.
 */
export function currencySignAt(text: string, offset: number): string {
  // asked at every value of every formula, and nearly always in vain
  if (!signStarts.has(text[offset] ?? '')) return '';
  const sign = signsLongestFirst.find((known) => text.startsWith(known, offset)) ?? '';
  const last = sign.at(-1) ?? '';
  if (isLetter(sign.at(0) ?? '') && isInsideWord(text, offset)) return '';
  return isLetter(last) && isWordPartAt(text, offset + sign.length) ? '' : sign;
}

/**
 * A currency in front of a number: `€`, `US$ `, `EUR`, `EUR `. `end` is past the blanks; the number is the
 * caller's.
 */
export function currencyBefore(text: string, offset: number): UnitText | undefined {
  const mark = currencySignAt(text, offset) || isoCodeAt(text, offset);
  const unit = mark === '' ? undefined : currencyUnit(mark);
  return unit === undefined ? undefined : { unit, end: skipBlanks(text, offset + mark.length) };
}

function isoCodeAt(text: string, offset: number): string {
  const code = text.slice(offset, offset + 3);
  return isCurrencyCode(code) && !isInsideWord(text, offset) ? code : '';
}

/**
 * The text of the unit word at the offset: a word, `%`, or a currency sign that is not in front of another
 * number.
 */
export function unitWordAt(text: string, offset: number): string {
  const sign = currencySignAt(text, offset);
  if (sign !== '' && !isDigit(text[skipBlanks(text, offset + sign.length)])) return sign;
  return wordAt(text, offset);
}

/** What a unit word means, a currency sign included. */
export function unitOfWord(word: string, units: UnitTable): Unit | undefined {
  return units.lookup(word) ?? (currencySigns.has(word) ? currencyUnit(word) : undefined);
}

/**
 * A power written tight after a unit: `²`, `³`, `^2` up to `^99`. A fraction is not one: `m^2.5` stays
 * unread.
 */
export function raisedAt(text: string, offset: number, unit: Unit): UnitText {
  const mark = text[offset];
  if (mark === '²') return { unit: power(unit, 2), end: offset + 1 };
  if (mark === '³') return { unit: power(unit, 3), end: offset + 1 };
  const digits =
    mark === '^'
      ? /^[1-9][0-9]?(?![0-9A-Za-z_]|\.[0-9])/.exec(text.slice(offset + 1, offset + 5))?.[0]
      : undefined;
  if (digits === undefined) return { unit, end: offset };
  return { unit: power(unit, Number(digits)), end: offset + 1 + digits.length };
}

/**
 * Everything that continues a unit that ends at the offset. Tight `/word` and `·word`, and ` per word` with
 * blanks, where the word is a unit; in prose also ` / word` and ` a word`. Anything else ends the unit and is
 * left to the caller. A word with `(` or `.name` behind it is a function or a dotted name of a plan. A
 * formula's ` per` with no unit behind it is trouble.
 */
export function continueUnit(
  text: string,
  offset: number,
  begun: Unit,
  units: UnitTable,
  prose: boolean,
): UnitText | { readonly trouble: UnitTrouble } {
  let unit = begun;
  let end = offset;
  for (let count = 1; count < mostFactors; count++) {
    const joint = jointAt(text, end, prose);
    if (joint === undefined) break;
    const word = unitWordAt(text, joint.end);
    const wordEnd = joint.end + word.length;
    const next = word === '' || isCallOrPath(text, wordEnd) ? undefined : unitOfWord(word, units);
    if (next === undefined) {
      const certain = joint.word === 'per' && !prose && word !== '';
      if (certain) return { trouble: { word, start: joint.end, end: wordEnd } };
      break;
    }
    const raised = raisedAt(text, wordEnd, next);
    unit = joint.word === '·' ? multiply(unit, raised.unit) : divide(unit, raised.unit);
    end = raised.end;
  }
  return { unit, end };
}

/**
 * A pure number's ` per month`. The same as `continueUnit`, but a bare `/month` after a number is a division
 * by a name.
 */
export function perUnit(
  text: string,
  offset: number,
  units: UnitTable,
  prose: boolean,
): ReturnType<typeof continueUnit> {
  const joint = jointAt(text, offset, prose);
  const spelled = joint !== undefined && joint.word !== '/' && joint.word !== '·';
  return spelled ? continueUnit(text, offset, one, units, prose) : { unit: one, end: offset };
}

/** What joins two unit words, and where the next word begins. */
function jointAt(
  text: string,
  offset: number,
  prose: boolean,
): { readonly word: string; readonly end: number } | undefined {
  const char = text[offset];
  if (char === '/' || char === '·') {
    return { word: char, end: prose ? skipBlanks(text, offset + 1) : offset + 1 };
  }
  if (!isBlank(char)) return undefined;
  const start = skipBlanks(text, offset);
  if (prose && text[start] === '/') return { word: '/', end: skipBlanks(text, start + 1) };
  const word = wordAt(text, start);
  const end = skipBlanks(text, start + word.length);
  const spelled = word === 'per' || (prose && (word === 'a' || word === 'an'));
  return spelled && end > start + word.length ? { word, end } : undefined;
}

function isCallOrPath(text: string, end: number): boolean {
  return text[end] === '(' || (text[end] === '.' && isLetter(text[end + 1] ?? ''));
}
