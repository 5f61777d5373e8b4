// Names that hold digits, and dates: `c7i.2xlarge`, `GPT-4`, `v1.2`. Their digits are no figures.

import { isBlank, isDigit, isInsideWord, isLetter } from '../../quantity/characters.ts';

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
      /^(?:EUR|USD|GBP|INR|CHF|BRL|TRY|Rs|RMB|R|CNY|JPY)$/.test(before)
    ) {
      return undefined;
    }
    return identifierEnd(text, at);
  }
  const joint = text[at - 1];
  if (joint === '-' && isLetter(text.charAt(at - 2))) return identifierEnd(text, at);
  if (joint === '.' && isLetter(text.charAt(at - 2)) && !isBlank(text[at - 2]))
    return identifierEnd(text, at);
  return joint === '#' || joint === '@' ? identifierEnd(text, at) : undefined;
}

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
  return at + matched.length;
}
