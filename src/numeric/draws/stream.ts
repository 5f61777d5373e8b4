// Where the draws of one input come from, and how a sample's number becomes a word. A draw can be made again alone, cases that share
// a stream are paired, and nothing depends on which worker computes it.

import { type Directions, directionsFor, netPoint, netSeed } from './digital.ts';
import { scrambled } from './scramble.ts';
import { firstWord, type Pair, secondWord, threefry } from './threefry.ts';

export type Stream =
  /** Independent words: those of a counter. */
  | { readonly kind: 'independent'; readonly key: Pair }
  /** Evenly spread words; the key scrambles. */
  | { readonly kind: 'digital'; readonly directions: Directions; readonly key: Pair };

/** What draws are made for; `place` tells those of one input apart that differ along other axes, such as one for each month. */
export interface Drawn {
  readonly name: string;
  readonly place: number;
}

/** Two words that stand for a seed, a name and a place: a chain of Threefry blocks over the name. */
export function keyOf(seed: number, { name, place }: Drawn): Pair {
  let state = threefry([seed >>> 0, place >>> 0], [name.length, 0]);
  for (let i = 0; i < name.length; i++)
    state = threefry([state[0] ^ name.charCodeAt(i), state[1] ^ i], [name.length, 1]);
  return state;
}

/** Depends on the seed, the name and the place alone. */
export function independentStream(seed: number, drawn: Drawn): Stream {
  return { kind: 'independent', key: keyOf(seed, drawn) };
}

/**
 * One stream for each, in their order: a later one makes way for an earlier one (digital.ts). The seed scrambles; the direction
 * numbers follow from names and places alone.
 */
export function digitalStreams(seed: number, all: readonly Drawn[]): readonly Stream[] {
  const directions = directionsFor(all.map((drawn) => keyOf(0, drawn)));
  return all.map((drawn, i) => ({
    kind: 'digital',
    directions: directions[i] as Directions,
    key: keyOf(seed, drawn),
  }));
}

/** The draw of sample i, an unsigned 32-bit word that is uniform over all of them. */
export function wordAt(stream: Stream, i: number): number {
  if (stream.kind === 'digital') return scrambled(netPoint(stream.directions, i), netSeed(stream.key, i));
  // eight samples share four blocks: four first words, then four second words, as kernels of four lanes make them
  const first = firstWord(((i >>> 3) << 2) | (i & 3), 0, stream.key[0], stream.key[1]);
  return (i & 4) === 0 ? first : secondWord;
}
