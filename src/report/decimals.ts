// Figures of one column with their decimal points one below the other: what each cell lacks behind its last digit.

/** Its end is a number with decimals or without, and perhaps a percent sign; the unit stands in the head or is the same. */
const figureEnd = /^(.*?\d)(\.\d+)?(%?)$/s;

/** For each text what would have to follow it, unseen: `.00`, `0`; nothing where the text is no figure. */
export function missingDecimals(texts: readonly string[]): readonly string[] {
  const ends = texts.map((text) => figureEnd.exec(text));
  const longest = Math.max(0, ...ends.map((end) => end?.[2]?.length ?? 0));
  const percents = ends.filter((end) => end !== null).map((end) => end[3]);
  // a sign in some cells only would shift them again
  if (longest === 0 || new Set(percents).size > 1) return texts.map(() => '');
  const model = `.${'0'.repeat(longest - 1)}`;
  return ends.map((end) => (end === null ? '' : model.slice(end[2]?.length ?? 0)));
}
