// A point of an axis by the word that somebody wrote for it.

/** −1 where there is none. A number is one point however it is written: `1_000` finds `1000`. */
export function indexOfPoint(points: readonly string[], written: string): number {
  const exact = points.indexOf(written);
  return exact >= 0 ? exact : points.indexOf(withoutSeparators(written));
}

/** `1_000` -> `1000`; other words as they are. */
export function withoutSeparators(word: string): string {
  return /^[0-9]/.test(word) ? word.replace(/(?<=[0-9])_(?=[0-9])/g, '') : word;
}
