// How numbers are written in documents, where the same page may hold `1,234.50` and `1.234,50`: a number that says by its own
// form which mark is the decimal one is read so; for the rest (`1.234`) the document decides.

import { isDigit } from './characters.ts';
import {
  continentalNumbers,
  type NumberStyle,
  type NumberText,
  readNumberAt,
  writtenNumbers,
} from './read-number.ts';

/** Powers of ten in the languages that cost analyses are written in; abbreviations without their dot. */
const scaleWords: ReadonlyMap<string, number> = new Map([
  ...['mil', 'tausend', 'tsd', 'mille', 'mila', 'bin', 'тыс', 'тысяч', 'тысячи', '千'].map(
    (w) => [w, 3] as const,
  ),
  ...[
    'mio',
    'mill',
    'mln',
    'million',
    'millions',
    'millionen',
    'millones',
    'millón',
    'milhão',
    'milhões',
  ].map((w) => [w, 6] as const),
  ...['milioni', 'milyon', 'млн', 'миллион', 'миллиона', 'миллионов', '百万', '百萬'].map(
    (w) => [w, 6] as const,
  ),
  ...['mrd', 'mld', 'md', 'mds', 'milliarde', 'milliarden', 'milliard', 'milliards', 'miliardi'].map(
    (w) => [w, 9] as const,
  ),
  ...['bilhão', 'bilhões', 'milyar', 'млрд', 'миллиард', 'миллиардов'].map((w) => [w, 9] as const),
  ...['万', '萬', '만'].map((w) => [w, 4] as const),
  ...['亿', '億', '억'].map((w) => [w, 8] as const),
]);

const written: NumberStyle = { ...writtenNumbers, words: scaleWords };
const continental: NumberStyle = { ...continentalNumbers, words: scaleWords };

/** The number at the offset as a document writes it; `decimal` is what the document uses where the number leaves it open. */
export function readDocumentNumberAt(
  text: string,
  offset: number,
  decimal: '.' | ',',
): NumberText | undefined {
  return readNumberAt(text, offset, markAt(text, offset, decimal) === ',' ? continental : written);
}

/** Characters of a number that are looked at to find its decimal mark. */
const longest = 40;

function markAt(text: string, offset: number, document: '.' | ','): '.' | ',' {
  let first = '';
  let last = '';
  let marks = 0;
  let digitsAfter = 0;
  let digitsBefore = 0;
  let at = offset;
  for (; at < offset + longest; at++) {
    const char = text.charAt(at);
    if (isDigit(char)) {
      if (marks === 0) digitsBefore += 1;
      digitsAfter += 1;
      continue;
    }
    // a blank that does not break the line stands between groups and says nothing
    if (marks === 0 && /[\u00a0\u202f\u2009]/.test(char) && isDigit(text[at + 1])) continue;
    if ((char !== '.' && char !== ',') || !isDigit(text[at + 1])) break;
    if (marks === 0) first = char;
    last = char;
    marks += 1;
    digitsAfter = 0;
  }
  if (marks === 0) return document;
  if (first !== last) return last === ',' ? ',' : '.';
  // `1.234.567` groups by its only mark
  if (marks > 1) return first === '.' && digitsAfter === 3 ? ',' : '.';
  const couldGroup = digitsAfter === 3 && digitsBefore <= 3 && digitsBefore > 0 && text[offset] !== '0';
  if (couldGroup) return document;
  return first === ',' ? ',' : '.';
}

/** So many numbers have decided. */
const mostVotes = 20_000;

/** The decimal mark of a document, by a vote of the numbers that show theirs. */
export function decimalMarkOf(text: string): '.' | ',' {
  let comma = 0;
  let point = 0;
  // `1.234` could be either; where nothing else speaks, three digits are a group
  let grouped = 0;
  let votes = 0;
  for (const match of text.matchAll(/(?<!\d)\d+(?:[.,]\d+)+/g)) {
    const token = match[0];
    if (token.length > longest) continue;
    votes += 1;
    if (votes > mostVotes) break;
    const marks = token.replace(/\d/g, '');
    const tail = token.length - 1 - Math.max(token.lastIndexOf('.'), token.lastIndexOf(','));
    if (marks.includes('.') && marks.includes(',')) {
      if (marks.endsWith(',')) comma += 3;
      else point += 3;
    } else if (marks.length > 1) {
      // versions and addresses (`1.2.3`) group by anything but three
      if (tail === 3 && marks[0] === '.') comma += 2;
      else if (tail === 3) point += 2;
    } else if (tail === 3 && !token.startsWith('0') && token.length <= 7) {
      grouped += marks === '.' ? 1 : -1;
    } else if (tail !== 3) {
      if (marks === ',') comma += 1;
      else point += 1;
    } else if (token.startsWith('0')) {
      if (marks === ',') comma += 1;
      else point += 1;
    }
  }
  // plain blanks between groups are the custom of languages with a decimal comma
  if (comma === 0 && point === 0 && grouped === 0)
    return /(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/.test(text) ? ',' : '.';
  if (comma === 0 && point === 0) return grouped > 0 ? ',' : '.';
  return comma > point ? ',' : '.';
}
