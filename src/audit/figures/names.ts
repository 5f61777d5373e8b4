// Names that hold digits, and dates: `c7i.2xlarge`, `GPT-4`, `v1.2`. Their digits are no figures.

import { isBlank, isDigit, isInsideWord, isLetter } from '../../quantity/characters.ts';
import { dollarOf } from './dollars.ts';

/** Where a name that the digit is inside of ends: `c7i.2xlarge`, `n1-standard-8`, `GPT-4`, `2026-03-27`, `v1.2`. */
export function nameEnd(text: string, at: number): number | undefined {
  const date = dateEnd(text, at);
  if (date !== undefined) return date;
  // scripts without blanks between words run into their numbers
  if (isInsideWord(text, at) && text.charAt(at - 1) < '\u2e80') {
    const before = wordBefore(text, at);
    if (
      before === 'x' ||
      before === 'X' ||
      // `$AUD112`
      (text[at - 4] === '$' && dollarOf(before) !== undefined) ||
      /^(?:EUR|USD|GBP|INR|CHF|BRL|TRY|Rs|RMB|R|CNY|JPY)$/.test(before)
    ) {
      return undefined;
    }
    return identifierEnd(text, at);
  }
  const joint = text[at - 1];
  // `p^{20}`: what a letter is raised to
  if ((joint === '^' || joint === '{') && /\p{L}\^\{?$/u.test(text.slice(Math.max(0, at - 3), at)))
    return identifierEnd(text, at);
  if (joint === '-' && isLetter(text.charAt(at - 2)))
    return isHighEnd(text, at) ? undefined : identifierEnd(text, at);
  if (joint === '.' && isLetter(text.charAt(at - 2)) && !isBlank(text[at - 2]))
    return identifierEnd(text, at);
  return joint === '#' || joint === '@' ? identifierEnd(text, at) : undefined;
}

/** `300K-500K`, `8GB-16GB`: the same behind both numbers. */
function isHighEnd(text: string, at: number): boolean {
  const low = /(?<![\p{L}\d._-])[\d.,]{1,9} ?(\p{L}{1,3})-$/u.exec(text.slice(Math.max(0, at - 16), at))?.[1];
  const high = /^[\d.,]{1,9} ?(\p{L}{1,3})(?!\p{L})/u.exec(text.slice(at, at + 16))?.[1];
  if (low === undefined || high === undefined) return false;
  return low === high || scales.some((s) => s.test(low) && s.test(high));
}

const scales = [/^[KkMB]$/, /^[KMGTP]i?B$/];

function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 20 && isLetter(text.charAt(start - 1))) start -= 1;
  return start > 0 && isDigit(text[start - 1]) ? '' : text.slice(start, at);
}

export function identifierEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const char = text.charAt(end);
    const joins = (char === '-' || char === '.') && /[A-Za-z0-9]/.test(text.charAt(end + 1));
    if (!isDigit(char) && char !== '_' && !joins && !isLetter(char)) break;
    end += 1;
  }
  return Math.max(end, at + 1);
}

const datePattern =
  /^(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?!\d)|(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|[12]\d|3[01])[./](?:19|20)?\d\d(?!\d)|\d{1,2}:\d\d(?!\d)|\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d)(?:\.\d{1,3})?|24\/7|\d{1,5}:\d{1,5}(?!\d))/;

function dateEnd(text: string, at: number): number | undefined {
  // most numbers have no mark that a date has near its start
  if (!/^\d{1,5}[-/.:]/.test(text.slice(at, at + 6))) return undefined;
  const matched = datePattern.exec(text.slice(at, at + 16))?.[0];
  if (matched === undefined) return undefined;
  // `1.234.567` is a number, and `10.5.2` is none
  if (/^\d{1,3}(?:\.\d{3})+$/.test(matched)) return undefined;
  // `2073.6 * 83` is reckoned with
  const isReckoned =
    /^\s?(?:[*×÷]|[KMGTP]i?B(?!\p{L}))/u.test(text.slice(at + matched.length, at + matched.length + 5)) ||
    /[*×÷]\s?$/.test(text.slice(Math.max(0, at - 2), at));
  if (isReckoned && /^\d{4}\.\d$/.test(matched)) return undefined;
  return at + matched.length;
}
