// The one reader of digits: `1_000`, `1,234.5`, `1.234,5`, `1,00,000`, `15k`, `1.5 million`, `2.5e-3`. A sign
// is not part of it. The value is made from the decimal text in one step, so `1.1M` is the double nearest to
// 1100000.

import { digitsEnd, isBlank, isDigit, isInsideWord, skipBlanks, wordAt } from './characters.ts';

/**
 * A number as it stands in a text: its value, and how it was written, which says how far it may be rounded.
 */
export interface NumberText {
  /** With the scale applied: `1.5M` is 1500000. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Digits after the decimal mark, as written. */
  readonly decimals: number;
  /**
   * What the written digits were multiplied by: 1, 1e3, 1e5 (lakh), 1e6, 1e7 (crore), 1e9, 1e12, or the power
   * of ten of `1e6`.
   */
  readonly scale: number;
  /**
   * Zeros at the end of a whole number as written, before scaling: 3 for `15,000`, 0 for `15k` and for
   * `1.50`.
   */
  readonly trailingZeros: number;
}

/** How numbers are written in one kind of text. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  /** What may stand between groups of digits. */
  readonly groups: readonly string[];
  /** Whether `k`, `M`, `bn`, `million`, `lakh` and the like multiply the number. */
  readonly scaleWords: boolean;
  /**
   * Running text for people: `1.2 M`, `$5 / month` and `$5 a month` are read too. In a formula they are not,
   * because there `k`, `M` and `month` may be names of the plan.
   */
  readonly prose?: boolean;
  /** Further scale words by their lower-case form, a power of ten each; a dot behind one belongs to it (`Mio.`). */
  readonly words?: ReadonlyMap<string, number>;
}

const spaces = ['\u00a0', '\u202f', '\u2009'];
const apostrophes = ["'", '\u2019'];

/** Formulas: `1_000`, `1.5`, `15k`. A comma separates arguments. */
export const formulaNumbers: NumberStyle = { decimal: '.', groups: ['_'], scaleWords: true };

/**
 * Text in English and most other documents: `1,234.50`, `1 234.50` with a thin or no-break space, `1'234.50`.
 */
export const writtenNumbers: NumberStyle = {
  decimal: '.',
  groups: [',', '_', ...spaces, ...apostrophes],
  scaleWords: true,
  prose: true,
};

/** Text with a decimal comma: `1.234,50`, `1 234,50`. */
export const continentalNumbers: NumberStyle = {
  decimal: ',',
  groups: ['.', ' ', ...spaces, ...apostrophes],
  scaleWords: true,
  prose: true,
};

/** A number of more characters than this was not written by a person and is not read. */
const longest = 400;

/** Powers of ten, by the exact suffix. */
const suffixes: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['M', 6],
  ['B', 9],
  ['bn', 9],
  ['T', 12],
]);

/**
 * Suffixes that prose may set apart with a blank. `5 B` and `5 T` stay out: they are as often bytes and
 * tonnes.
 */
const spacedSuffixes: ReadonlySet<string> = new Set(['k', 'K', 'M', 'bn']);

/** Powers of ten, by the lower-case word. */
const scaleWords: ReadonlyMap<string, number> = new Map([
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['lakh', 5],
  ['lakhs', 5],
  ['crore', 7],
  ['crores', 7],
]);

/**
 * The number that begins exactly at the offset, or undefined where none does, where it is longer than 400
 * characters, or where its value is beyond the range of a double. Never reads a sign; a separator that does
 * not form groups ends the number.
 */
export function readNumberAt(text: string, offset: number, style: NumberStyle): NumberText | undefined {
  const limit = offset + longest + 1;
  const whole = readWhole(text, offset, style, limit);
  if (whole === undefined) return undefined;
  let end = whole.end;
  let fraction = '';
  if (text[end] === style.decimal && isDigit(text[end + 1])) {
    const fractionEnd = digitsEnd(text, end + 1, limit);
    fraction = text.slice(end + 1, fractionEnd);
    end = fractionEnd;
  }
  const exponent = readExponent(text, end);
  end = exponent.end;
  if (end >= limit) return undefined;

  let tens = exponent.tens;
  if (style.scaleWords && !exponent.written) {
    const scale = readScale(text, end, style);
    tens = scale.tens;
    end = scale.end;
  }

  const digits = whole.digits + fraction;
  const value = Number(`${digits}e${tens - fraction.length}`);
  const scale = Math.max(Number(`1e${tens}`), Number.MIN_VALUE);
  if (!Number.isFinite(value) || !Number.isFinite(scale)) return undefined;
  // a number that is not zero must not become zero in silence
  if (value === 0 && /[1-9]/.test(digits)) return undefined;
  return {
    value,
    start: offset,
    end,
    decimals: fraction.length,
    scale,
    trailingZeros: fraction === '' ? zerosAtEnd(whole.digits) : 0,
  };
}

function zerosAtEnd(digits: string): number {
  let count = 0;
  while (count < digits.length && digits[digits.length - 1 - count] === '0') count += 1;
  return count === digits.length ? 0 : count;
}

interface Whole {
  readonly digits: string;
  readonly end: number;
}

function readWhole(text: string, offset: number, style: NumberStyle, limit: number): Whole | undefined {
  const first = digitsEnd(text, offset, limit);
  if (first === offset) {
    // `.5`, but not the second half of `1..5` or of `app.5`
    const alone = text[offset] === style.decimal && isDigit(text[offset + 1]);
    const before = text[offset - 1];
    return alone && !isInsideWord(text, offset) && before !== style.decimal
      ? { digits: '', end: offset }
      : undefined;
  }
  const separator = text[first];
  const groupable = first - offset <= 3 && text[offset] !== '0';
  if (separator === undefined || !groupable || !style.groups.includes(separator)) {
    return { digits: text.slice(offset, first), end: first };
  }
  let end = first;
  while (end < limit && isGroup(text, end, separator, 3)) end += 4;
  if (end === first && separator === ',' && first - offset <= 2) end = indianGroupsEnd(text, first, limit);
  return { digits: text.slice(offset, end).replaceAll(separator, ''), end };
}

/** Separator, then exactly so many digits. */
function isGroup(text: string, offset: number, separator: string, size: number): boolean {
  return text[offset] === separator && digitsEnd(text, offset + 1, offset + size + 2) === offset + size + 1;
}

/** `1,00,000`: groups of two, then one of three; the start where the groups do not come out. */
function indianGroupsEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && isGroup(text, end, ',', 2)) end += 3;
  return end > start && isGroup(text, end, ',', 3) ? end + 4 : start;
}

function readExponent(
  text: string,
  offset: number,
): { readonly tens: number; readonly end: number; readonly written: boolean } {
  const none = { tens: 0, end: offset, written: false };
  if (text[offset] !== 'e' && text[offset] !== 'E') return none;
  const signed = text[offset + 1] === '-' || text[offset + 1] === '+';
  const start = offset + (signed ? 2 : 1);
  // more than four digits overflow in any case; the fifth makes sure that they do
  const end = digitsEnd(text, start, start + 5);
  if (end === start) return none;
  const tens = Number(text.slice(start, end));
  return { tens: text[offset + 1] === '-' ? -tens : tens, end, written: true };
}

function readScale(
  text: string,
  offset: number,
  { prose, words }: NumberStyle,
): { readonly tens: number; readonly end: number } {
  const start = skipBlanks(text, offset);
  const word = wordAt(text, start);
  const end = start + word.length;
  if (words !== undefined && word !== '') {
    const foreign = words.get(word.toLowerCase());
    if (foreign !== undefined) return { tens: foreign, end: text[end] === '.' ? end + 1 : end };
    // scripts without blanks between words: `5万円`
    const sign = words.get(word.charAt(0));
    if (sign !== undefined && word.charAt(0) > '\u2e7f') return { tens: sign, end: start + 1 };
  }
  const spelled = scaleWords.get(word.toLowerCase());
  if (spelled !== undefined) return { tens: spelled, end };
  const short = suffixes.get(word);
  const near = start === offset || (prose === true && spacedSuffixes.has(word) && isBlank(text[offset]));
  return short !== undefined && near ? { tens: short, end } : { tens: 0, end: offset };
}
