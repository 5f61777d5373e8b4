// Small words: lists, plurals, the end of a sentence.

/** `a`, `a and b`, `a, b and c`; more than `most` are counted: `a, b and 3 more`. Semicolons where a word has a comma. */
export function andList(words: readonly string[], most = words.length): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words;
  if (words.some((word) => word.includes(','))) return shown.join('; ');
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** `1 case`, `3 cases`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** A person's words as a sentence: with a stop at the end, if they have none. */
export function sentence(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' || /[.!?…]["')\]]?$/.test(words) ? words : `${words}.`;
}
