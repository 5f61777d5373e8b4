// Evenly spread draws that still belong to one input each. Samples come in nets of 1,024. Within a net, as in Sobol's sequence, a
// point is the exclusive or of the direction numbers that the bits of its number choose; then it is scrambled, each net anew, so that
// nets are independent of one another and tell how far off they are. But the direction numbers are drawn from the input's name, not
// taken from a table by dimension, so that an input's draws do not depend on how many other inputs there are. Any direction numbers
// whose highest bits step down one by one spread one input perfectly. How evenly two or three inputs lie together depends on luck,
// and bad luck can be seen in advance: docs/decisions/0006-draws-of-their-own.md.

import { reversed } from './scramble.ts';
import { firstWord, type Pair } from './threefry.ts';

/** Samples 0 to 1,023 are the first net, and so on. */
export const netBits = 10;
export const netSize = 1 << netBits;

/** How often an input may look for direction numbers that go with those of the others. */
const attempts = 4;

/** Sets of direction numbers that the nets take in turn, so that what luck there is evens out. */
export const sets = 16;

/** For each set one direction number for each bit of a point's number in its net, lowest bit first. */
export type Directions = Int32Array;

/** One set, random but for the highest bits; `attempt` gives another for the same key. */
export function directionsOf(key: Pair, set: number, attempt: number): Directions {
  const directions = new Int32Array(netBits);
  for (let k = 0; k < netBits; k++) {
    const random = firstWord(k, set * attempts + attempt, key[0], key[1]);
    const lowest = 1 << (31 - k);
    // what is above the lowest bit is random, the bit itself is set, nothing is below
    directions[k] = (random & ~(lowest - 1)) | lowest;
  }
  return directions;
}

/** Where a sample lies before it is scrambled. */
export function netPoint(directions: Directions, i: number): number {
  const from = setOf(i) * netBits;
  let point = 0;
  for (let k = 0; k < netBits; k++) if (((i >>> k) & 1) === 1) point ^= directions[from + k] as number;
  return point;
}

/** Samples come in groups of eight, which the lowest three bits of their numbers tell apart. */
export const groupBits = 3;

/**
 * Direction numbers as the kernels read them, turned round as scrambling wants them: in each set three that tell the samples of a
 * group apart, then for each further bit what turns over from one group to the next, where counting on turns over this bit and all
 * below it.
 */
export function turnedDirections(directions: Directions): Int32Array {
  const turned = directions.map(reversed);
  for (let k = 0; k < turned.length; k++)
    if (k % netBits > groupBits) turned[k] = (turned[k] as number) ^ (turned[k - 1] as number);
  return turned;
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
  // the smallest place of any sum of digits of one input so far, and of two of them together, by the bits it is made of
  const ofOne = new Uint8Array(netSize).fill(nothing);
  const ofTwo = new Uint8Array(netSize).fill(nothing);
  /** Those that can be part of a sum of two. */
  const short: number[] = [];

  const clashes = (sums: Int32Array): number => {
    let count = 0;
    for (let k = 0; k < sums.length; k++) {
      const bits = sums[k] as number;
      const place = placeOf(k);
      const near =
        place + (ofOne[bits] as number) <= mostOfTwo || place + (ofTwo[bits] as number) <= mostOfThree;
      if (near) count += 1;
    }
    return count;
  };
  const remember = (sums: Int32Array): void => {
    for (let k = 0; k < shortSums; k++)
      for (const other of short) {
        const both = (sums[k] as number) ^ other;
        ofTwo[both] = Math.min(ofTwo[both] as number, placeOf(k) + (ofOne[other] as number));
      }
    for (const bits of sums.subarray(0, shortSums))
      if ((ofOne[bits] as number) > placeOf(shortSums - 1)) short.push(bits);
    for (let k = 0; k < sums.length; k++) {
      const bits = sums[k] as number;
      ofOne[bits] = Math.min(ofOne[bits] as number, placeOf(k));
    }
  };

  return keys.map((key) => {
    let best = directionsOf(key, set, 0);
    let sums = digitSums(best);
    let fewest = clashes(sums);
    for (let attempt = 1; fewest > 0 && attempt < attempts; attempt++) {
      const next = directionsOf(key, set, attempt);
      const nextSums = digitSums(next);
      const count = clashes(nextSums);
      if (count < fewest) [best, sums, fewest] = [next, nextSums, count];
    }
    remember(sums);
    return best;
  });
}

/** Sums whose last digit is early enough for a third input to bring one more. */
const shortSums = (1 << (mostOfThree - 2)) - 1;

/** The place of the last digit in sum `k`: there is one sum with the first digit alone, two that end in the second, and so on. */
function placeOf(k: number): number {
  return 32 - Math.clz32(k + 1);
}

/** Every sum of the first digits of an input's draws: for each the bits of a point's number that it is made of. */
function digitSums(directions: Directions): Int32Array {
  const sums = new Int32Array((1 << (mostOfTwo - 1)) - 1);
  for (let start = 1; start <= sums.length; start *= 2) {
    const place = placeOf(start - 1);
    let digit = 0;
    for (let k = 0; k < netBits; k++) digit |= (((directions[k] as number) >>> (32 - place)) & 1) << k;
    sums[start - 1] = digit;
    for (let k = 1; k < start; k++) sums[start - 1 + k] = digit ^ (sums[k - 1] as number);
  }
  return sums;
}
