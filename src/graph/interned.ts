// Finds what was made before of the same operation and arguments. A table of numbers by a hash: some ten thousand things are looked up
// for each model, and a key of text for each would take longer than making them.

import { highWord } from '../numeric/functions/bits.ts';

export class Interned {
  /** Numbers; -1 where there is none. A power of two of them, at least half of which are free. */
  #table = new Int32Array(1 << 10).fill(-1);
  /** In the same places. */
  #hashes = new Int32Array(1 << 10);
  #count = 0;

  /** The number under this hash that is the one that is looked for. */
  find(hash: number, isIt: (number: number) => boolean): number | undefined {
    const mask = this.#table.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = this.#table[at] as number;
      if (number < 0) return undefined;
      if (this.#hashes[at] === hash && isIt(number)) return number;
    }
  }

  /** One that was not found. */
  add(hash: number, number: number): void {
    this.#count += 1;
    if (2 * this.#count > this.#table.length) this.#grow();
    this.#put(hash, number);
  }

  #put(hash: number, number: number): void {
    const mask = this.#table.length - 1;
    let at = hash & mask;
    while ((this.#table[at] as number) >= 0) at = (at + 1) & mask;
    this.#table[at] = number;
    this.#hashes[at] = hash;
  }

  #grow(): void {
    const [numbers, hashes] = [this.#table, this.#hashes];
    this.#table = new Int32Array(2 * numbers.length).fill(-1);
    this.#hashes = new Int32Array(2 * numbers.length);
    for (const [at, number] of numbers.entries()) if (number >= 0) this.#put(hashes[at] as number, number);
  }
}

/** What was made of numbers before. */
export class InternedNumbers {
  readonly #known = new Map<number, number>();
  #negativeZero: number | undefined;

  /** What was made of a number, or is made of it now. */
  of(value: number, make: (value: number) => number): number {
    // a map takes both zeros for one
    if (Object.is(value, -0)) {
      this.#negativeZero ??= make(value);
      return this.#negativeZero;
    }
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const made = make(value);
    this.#known.set(value, made);
    return made;
  }
}

/** A hash of arguments, from a hash of what is done to them. */
export function hashOf(operation: number, args: readonly number[]): number {
  let mixed = operation;
  for (let k = 0; k < args.length; k++) mixed = mix(mixed, args[k] as number);
  return mixed ^ (mixed >>> 16);
}

/** Both as one. */
export function mix(a: number, b: number): number {
  return Math.imul(a ^ b, 0x9e3779b1) ^ (a >>> 15);
}

export function sameArgs(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

/** Of a number; there is only one unknown, whatever its bits. */
export function hashOfNumber(x: number): number {
  return Number.isNaN(x) ? 0 : highWord(x);
}

/** Equal texts have equal ones. */
export function hashOfText(text: string): number {
  let mixed = text.length;
  for (let i = 0; i < text.length; i++) mixed = mix(mixed, text.charCodeAt(i));
  return mixed;
}
