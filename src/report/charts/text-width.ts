// How wide a text is, without a font at hand: by kinds of letters, as wide as in the widest of the common sans serifs.

import { widthOf } from '../table.ts';

const kinds: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!()[\]tfrI ]/, 0.37],
  [/[mwMW%@—]/, 0.95],
  [/[A-Z&]/, 0.7],
  [/[\x20-\x7e]/, 0.62],
];

/** In the unit of the font's size. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const letter of text) {
    const kind = kinds.find(([letters]) => letters.test(letter));
    width += kind?.[1] ?? widthOf(letter) * 0.64;
  }
  return width * fontSize;
}
