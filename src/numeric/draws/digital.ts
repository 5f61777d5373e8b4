// Evenly spread draws that still belong to one input each. Samples come in nets of 1,024. Within a net, as in Sobol's sequence, a
// point is the exclusive or of the direction numbers that the bits of its number choose; then it is scrambled, each net anew, so that
// nets are independent of one another and tell how far off they are. But the direction numbers are drawn from the input's name, not
// taken from a table by dimension, so that an input's draws do not depend on how many other inputs there are. Any direction numbers
// whose highest bits step down one by one spread one input perfectly. How evenly two or three inputs lie together depends on luck,
// and bad luck can be seen in advance: docs/decisions/0006-draws-of-their-own.md.

import { firstWord, type Pair, threefry } from './threefry.ts';

/** Samples 0 to 1,023 are the first net, and so on. */
export const netBits = 10;
export const netSize = 1 << netBits;

/** How often an input may look for direction numbers that go with those of the others. */
const attempts = 16;

/** Sets of direction numbers that the nets take in turn, so that what luck there is evens out. */
export const sets = 16;

/** For each set one direction number for each bit of a point's number in its net, lowest bit first. */
export type Directions = Int32Array;

/** One set, random but for the highest bits; `attempt` gives another for the same key. */
export function directionsOf(key: Pair, set: number, attempt: number): Directions {
  return Int32Array.from({ length: netBits }, (_, k) => {
    const [random] = threefry([k, set * attempts + attempt], key);
    const lowest = 1 << (31 - k);
    // what is above the lowest bit is random, the bit itself is set, nothing is below
    return (random & ~(lowest - 1)) | lowest;
  });
}

/** Where a sample lies before it is scrambled. */
export function netPoint(directions: Directions, i: number): number {
  const from = setOf(i) * netBits;
  let point = 0;
  for (let k = 0; k < netBits; k++) if (((i >>> k) & 1) === 1) point ^= directions[from + k] as number;
  return point;
}

/** Which set of direction numbers the net of a sample takes. */
export function setOf(i: number): number {
  return (i >>> netBits) % sets;
}

/** What scrambles the net of a sample. */
export function netSeed(key: Pair, i: number): number {
  return firstWord(i >>> netBits, 0, key[0], key[1]);
}

/** Digits in whose exclusive or two inputs (three inputs) must not agree: the places of their last digits add up to this. */
const mostOfTwo = 5;
const mostOfThree = 4;

/** A sum of digits of one input: which bits of a point's number it is, and the place of its last digit. */
interface DigitSum {
  readonly bits: number;
  readonly place: number;
}

/**
 * Direction numbers for several inputs, in the order in which they are given: one that would lie badly with those before it gets its
 * next set. So an input added at the end changes nothing, and one added in between at most a few that come after it.
 */
export function directionsFor(keys: readonly Pair[]): readonly Directions[] {
  const all = keys.map(() => new Int32Array(sets * netBits));
  for (let set = 0; set < sets; set++)
    for (const [input, directions] of oneSet(keys, set).entries()) all[input]?.set(directions, set * netBits);
  return all;
}

function oneSet(keys: readonly Pair[], set: number): readonly Directions[] {
  const nothing = 99;
  // the smallest place of any sum of one input so far, and of two of them together, by its bits
  const ofOne = new Uint8Array(netSize).fill(nothing);
  const ofTwo = new Uint8Array(netSize).fill(nothing);
  const earlier: (readonly DigitSum[])[] = [];

  const clashes = (sums: readonly DigitSum[]): number =>
    sums.filter(
      ({ bits, place }) =>
        place + (ofOne[bits] as number) <= mostOfTwo || place + (ofTwo[bits] as number) <= mostOfThree,
    ).length;
  const remember = (sums: readonly DigitSum[]): void => {
    for (const { bits, place } of sums) {
      for (const others of earlier)
        for (const other of others) {
          if (place + other.place >= mostOfThree) continue;
          const both = bits ^ other.bits;
          ofTwo[both] = Math.min(ofTwo[both] as number, place + other.place);
        }
    }
    for (const { bits, place } of sums) ofOne[bits] = Math.min(ofOne[bits] as number, place);
    earlier.push(sums.filter(({ place }) => place < mostOfThree - 1));
  };

  return keys.map((key) => {
    let best = directionsOf(key, set, 0);
    let fewest = clashes(digitSums(best));
    for (let attempt = 1; fewest > 0 && attempt < attempts; attempt++) {
      const next = directionsOf(key, set, attempt);
      const count = clashes(digitSums(next));
      if (count < fewest) [best, fewest] = [next, count];
    }
    remember(digitSums(best));
    return best;
  });
}

/** Every sum of the first digits of an input's draws. */
function digitSums(directions: Directions): readonly DigitSum[] {
  const digits = Array.from({ length: mostOfTwo - 1 }, (_, j) => {
    let row = 0;
    for (const [k, direction] of directions.entries()) row |= ((direction >>> (31 - j)) & 1) << k;
    return row;
  });
  let sums: readonly DigitSum[] = [];
  for (const [j, row] of digits.entries()) {
    const place = j + 1;
    sums = [...sums, { bits: row, place }, ...sums.map((sum) => ({ bits: sum.bits ^ row, place }))];
  }
  return sums;
}
