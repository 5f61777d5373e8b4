// Which characters make a number, a blank and a word. Every function looks at a bounded stretch of text, so
// that reading at each offset of a long text stays linear.

/** No unit or scale word is longer; a longer run of letters is cut here. */
export const longestWord = 64;

/** More blanks than this between a number and its unit separate them: they belong to different things. */
export const mostBlanks = 16;

const letter = /^[\p{L}\p{M}]$/u;

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function isAsciiLetter(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}

/** The whole character at an offset: two UTF-16 units for those outside the first plane, '' past the end. */
function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** A letter of any script, with which a word may begin. */
export function isLetter(char: string): boolean {
  return isAsciiLetter(char) || (char > '\u007f' && letter.test(char));
}

/** True where the character belongs to a word that has begun: letters, digits, underscore. */
export function isWordPartAt(text: string, offset: number): boolean {
  const char = characterAt(text, offset);
  return char === '_' || isDigit(char) || isLetter(char);
}

/**
 * True where the character before the offset belongs to a word or a number, so that nothing new begins here.
 */
export function isInsideWord(text: string, offset: number): boolean {
  const before = text[offset - 1];
  return before !== undefined && (before === '_' || isDigit(before) || isLetter(before));
}

/** Where the digits that begin at the offset end; looks no further than `limit`. */
export function digitsEnd(text: string, offset: number, limit: number): number {
  let end = offset;
  while (end < limit && isDigit(text[end])) end += 1;
  return end;
}

/**
 * Past the spaces (never tabs or line ends) from the offset on; the offset itself where there are too many.
 */
export function skipBlanks(text: string, offset: number): number {
  let end = offset;
  while (isBlank(text[end])) {
    end += 1;
    if (end - offset > mostBlanks) return offset;
  }
  return end;
}

export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\u00a0' || char === '\u2009' || char === '\u202f';
}

/** The word at the offset: a letter, then letters, digits and underscores; or a lone `%`; or ''. */
export function wordAt(text: string, offset: number): string {
  const first = characterAt(text, offset);
  if (first === '%') return first;
  if (!isLetter(first)) return '';
  let end = offset;
  while (end - offset < longestWord && isWordPartAt(text, end)) end += characterAt(text, end).length;
  return text.slice(offset, end);
}
