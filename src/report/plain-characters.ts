// Characters that are no part of any word: control characters, and those that turn the direction of what follows.

const odd = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** White space stays as it is. */
export function withoutOddities(text: string): string {
  return text.replace(odd, (character) => (/\s/.test(character) && character !== '\ufeff' ? character : ''));
}
