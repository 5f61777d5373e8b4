// Evenly spread draws that still belong to one input each. Like Sobol's, a digital sequence: sample i is the exclusive or of the
// direction numbers that the bits of i choose. But the direction numbers are drawn from the input's name, not from a table by
// dimension, so an input's draws do not depend on how many other inputs there are. Any direction numbers whose highest bits step
// down one by one spread one input perfectly: of the first 2^k samples each 2^-k-th of the range gets one. How evenly two or three
// inputs lie together depends on luck, and bad luck can be seen in advance: docs/decisions/0006-draws-of-their-own.md.

import { type Pair, threefry } from './threefry.ts';

export const bits = 32;

/** One direction number for each bit of the sample's number, lowest bit first. */
export type Directions = Int32Array;

/** Random but for the highest bits; `attempt` gives another set for the same key. */
export function directionsOf(key: Pair, attempt: number): Directions {
  return Int32Array.from({ length: bits }, (_, k) => {
    const [random] = threefry([k, attempt], key);
    const lowest = 1 << (bits - 1 - k);
    // what is above the lowest bit is random, the bit itself is set, nothing is below
    return (random & ~(lowest - 1)) | lowest;
  });
}

export function digitalWord(directions: Directions, i: number): number {
  let word = 0;
  for (let k = 0, left = i >>> 0; left !== 0; k++, left >>>= 1)
    if ((left & 1) === 1) word ^= directions[k] as number;
  return word;
}

/** The first this many bits of a sample's number are what luck is judged by; more samples can only make it better. */
const judgedBits = 12;
/** Digits in whose exclusive or two inputs (three inputs) must not agree: the places of their last digits add up to this. */
const mostOfTwo = 5;
const mostOfThree = 4;
const attempts = 16;

/** A sum of digits of one input: which bits of the sample's number it is, and the place of its last digit. */
interface DigitSum {
  readonly bits: number;
  readonly place: number;
}

/**
 * Direction numbers for several inputs, in the order in which they are given: one that would lie badly with those before it gets its
 * next set. So an input added at the end changes nothing, and one added in between at most a few that come after it.
 */
export function directionsFor(keys: readonly Pair[]): readonly Directions[] {
  const nothing = 99;
  // the smallest place of any sum of one input so far, and of two of them together, by its bits
  const ofOne = new Uint8Array(1 << judgedBits).fill(nothing);
  const ofTwo = new Uint8Array(1 << judgedBits).fill(nothing);
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
    let best = directionsOf(key, 0);
    let fewest = clashes(digitSums(best));
    for (let attempt = 1; fewest > 0 && attempt < attempts; attempt++) {
      const next = directionsOf(key, attempt);
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
    for (let k = 0; k < judgedBits; k++) row |= (((directions[k] as number) >>> (bits - 1 - j)) & 1) << k;
    return row;
  });
  let sums: readonly DigitSum[] = [];
  for (const [j, row] of digits.entries()) {
    const place = j + 1;
    sums = [...sums, { bits: row, place }, ...sums.map((sum) => ({ bits: sum.bits ^ row, place }))];
  }
  return sums;
}
