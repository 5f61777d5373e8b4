// Text with its markup taken out, and the way back to where it stands.

import { givenOffset } from './offset-map.ts';
import type { Figure, Passage } from './types.ts';

/** The document's offset of an offset in the passage. */
export function offsetIn(passage: Passage, offset: number): number {
  return givenOffset(passage.map, offset);
}

/** The document's offset of a figure. The same figure read twice has one: passages of a block and of its lines overlap. */
export function offsetOf({ passage, start }: Pick<Figure, 'passage' | 'start'>): number {
  return offsetIn(passage, start);
}

/** Where a stretch of the passage stands: its end is behind its last character, not before the next markup. */
export function spanIn(passage: Passage, start: number, end: number): { start: number; end: number } {
  const from = offsetIn(passage, start);
  return { start: from, end: end > start ? offsetIn(passage, end - 1) + 1 : from };
}

/** A stretch of a text as a passage, blanks around it left out. */
export function passageOf(text: string, start: number, end: number): Passage {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { text: text.slice(from, to), map: [0, from] };
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

/** Collects pieces of text with their places. */
export class PassageBuilder {
  #text = '';
  readonly #map: number[] = [];

  add(piece: string, at: number): void {
    if (piece === '') return;
    const count = this.#map.length;
    const joins =
      count > 0 && (this.#map[count - 1] ?? 0) + this.#text.length - (this.#map[count - 2] ?? 0) === at;
    if (!joins) this.#map.push(this.#text.length, at);
    this.#text += piece;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  get text(): string {
    return this.#text;
  }

  finish(): Passage {
    return { text: this.#text, map: this.#map.length === 0 ? [0, 0] : this.#map };
  }
}

/** A part of a passage, with blanks around it left out. */
export function part(passage: Passage, start: number, end: number): Passage {
  let from = start;
  let to = end;
  while (from < to && isSpace(passage.text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(passage.text.charCodeAt(to - 1))) to -= 1;
  const map: number[] = [0, offsetIn(passage, from)];
  for (let i = 0; i < passage.map.length; i += 2) {
    const at = passage.map[i] ?? 0;
    if (at > from && at < to) map.push(at - from, passage.map[i + 1] ?? 0);
  }
  return { text: passage.text.slice(from, to), map };
}

/** Two passages, a blank between them. */
export function joined(first: Passage, second: Passage): Passage {
  const shift = first.text.length + 1;
  const map = second.map.map((offset, i) => (i % 2 === 0 ? offset + shift : offset));
  return { text: `${first.text} ${second.text}`, map: [...first.map, ...map] };
}
