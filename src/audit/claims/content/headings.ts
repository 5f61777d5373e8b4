// Where in the document something stands.

import type { Heading } from '../../types.ts';

const mostAbove = 4;

/** The nearest heading above, and those that it stands under. */
export function headingsOf(under: Heading | undefined): readonly Heading[] {
  const path: Heading[] = [];
  for (let h = under; h !== undefined && path.length < mostAbove; h = h.above) path.push(h);
  return path;
}

/** Their texts. */
export function pathOf(under: Heading | undefined): readonly string[] {
  return headingsOf(under).map((h) => h.passage.text);
}
