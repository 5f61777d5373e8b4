// The fonts that a document needs: those that it is set in, and further ones only where a character asks for them. What is in none of
// them is told, not dropped.

import { coverageOf } from './coverage.ts';

/** A font that is large, or need not be installed. */
export interface FurtherFont {
  /** The npm package that it comes with. */
  readonly name: string;
  /** Characters of the scripts that it is for. */
  readonly script: RegExp;
  /** undefined where it is not installed. */
  readonly bytes: () => Uint8Array | undefined;
}

export interface FontsNeeded {
  readonly further: readonly Uint8Array[];
  /** Code points, ascending. */
  readonly missing: readonly number[];
  /** Packages that may have them. */
  readonly wanted: readonly string[];
}

/** They change or join what stands beside them and have no drawing of their own; and blanks. */
const undrawn = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]/u;

export function fontsNeeded(
  texts: Iterable<string>,
  own: readonly Uint8Array[],
  offered: readonly FurtherFont[],
): FontsNeeded {
  let missing = without(charactersIn(texts), own);
  const further: Uint8Array[] = [];
  const wanted = new Set<string>();
  for (const { name, script, bytes } of offered) {
    if (!missing.some((codePoint) => script.test(String.fromCodePoint(codePoint)))) continue;
    const font = bytes();
    if (font === undefined) {
      wanted.add(name);
      continue;
    }
    const left = without(missing, [font]);
    if (left.length < missing.length) further.push(font);
    missing = left;
  }
  return { further, missing, wanted: missing.length === 0 ? [] : [...wanted] };
}

function charactersIn(texts: Iterable<string>): readonly number[] {
  const found = new Set<number>();
  for (const text of texts) for (const character of text) found.add(character.codePointAt(0) ?? 0);
  return [...found].filter((c) => !undrawn.test(String.fromCodePoint(c))).sort((a, b) => a - b);
}

/** Plain letters are in every font, so most documents need no table of any. */
function without(characters: readonly number[], fonts: readonly Uint8Array[]): readonly number[] {
  const beyond = characters.filter((c) => c >= 0x80);
  if (beyond.length === 0) return [];
  const coverages = fonts.map(coverageOf);
  return beyond.filter((c) => !coverages.some((has) => has(c)));
}

/** More than these are a text in another script, of which the first few say enough. */
const mostNamed = 24;

/** Empty where all can be printed. */
export function unprintedText({ missing, wanted }: FontsNeeded): string {
  if (missing.length === 0) return '';
  const named = missing.slice(0, mostNamed).map((c) => `U+${c.toString(16).toUpperCase().padStart(4, '0')}`);
  const more = missing.length - named.length;
  const all = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  const [package_, ...others] = wanted;
  const way =
    package_ === undefined
      ? ''
      : ` Letters for them come with the npm package ${[package_, ...others].join(' or ')}, installed beside this program.`;
  return `Not printed, because no font at hand has them: ${all}.${way}`;
}
