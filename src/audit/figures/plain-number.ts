// A passage that is a number and nothing else, `1250`, `$4.50`: most cells of long tables are. It is read as it would be with
// other text around it (test/audit/plain-number.test.ts), without looking for that text.

import { one, type Unit } from '../../quantity/unit.ts';
import { currencyUnit } from '../../quantity/unit-table.ts';
import type { Figure, Passage } from '../types.ts';

const signs: ReadonlyMap<string, Unit | undefined> = new Map(
  ['$', '€', '£'].map((s) => [s, currencyUnit(s)]),
);

/** Longer ones may not be exact. */
const longest = 12;

/** The figure; undefined where anything about it needs a closer look: groups, three decimals, years, dates. */
export function readPlain(
  passage: Passage,
  firstDigit: number,
  decimal: Figure['decimal'],
): Figure | undefined {
  const { text } = passage;
  const { length } = text;
  if (firstDigit > 1 || length > longest) return undefined;
  const unit = firstDigit === 0 ? one : signs.get(text.charAt(0));
  if (unit === undefined) return undefined;
  let mark = length;
  for (let at = firstDigit; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if (mark < length || (code !== 44 && code !== 46)) return undefined;
    mark = at;
  }
  const before = mark - firstDigit;
  const decimals = mark === length ? 0 : length - mark - 1;
  const isOpen = mark < length && (decimals === 0 || decimals === 3);
  const isYearLike = before === 4 && (mark < length || unit === one);
  if (isOpen || isYearLike || (before > 1 && text.charCodeAt(firstDigit) === 48)) return undefined;
  const digits = text.slice(firstDigit);
  const value = Number(mark < length ? digits.replace(',', '.') : digits);
  const step = 1 / 10 ** decimals;
  return {
    passage,
    start: 0,
    end: length,
    low: value,
    high: value,
    spreads: undefined,
    decimal,
    step,
    about: false,
    bound: 'none',
    whole: decimals === 0,
    unit,
    perCount: 1,
    noun: '',
    times: false,
    name: false,
  };
}
