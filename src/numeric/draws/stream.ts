// Where the draws of one input come from: a key made of the seed and the input's name, and how a sample's number becomes a word.
// Draw i of an input depends on its stream and on i alone, so other inputs, axes and workers change nothing, cases that share a
// stream are paired, and any single draw can be made again.

import { ownIndex, scrambled } from './scramble.ts';
import { sobolWord } from './sobol.ts';
import { type Pair, threefry } from './threefry.ts';

export type Stream =
  /** Independent words: those of a counter. */
  | { readonly kind: 'independent'; readonly key: Pair }
  /**
   * Evenly spread words in an order of their own: among the first 2^k draws each 2^-k-th part of the range is hit once. Together
   * with other inputs they are as independent words.
   */
  | { readonly kind: 'stratified'; readonly order: number; readonly scramble: number }
  /** Evenly spread together with the other dimensions too. Two inputs must not share a dimension. */
  | { readonly kind: 'sobol'; readonly dimension: number; readonly scramble: number };

/** `place` tells draws of one input apart that differ along other axes than samples, such as one draw per month. */
export function keyOf(seed: number, name: string, place = 0): Pair {
  let state = threefry([seed >>> 0, place >>> 0], [name.length, 0]);
  for (let i = 0; i < name.length; i++)
    state = threefry([state[0] ^ name.charCodeAt(i), state[1] ^ i], [name.length, 1]);
  return state;
}

export function independentStream(seed: number, name: string, place = 0): Stream {
  return { kind: 'independent', key: keyOf(seed, name, place) };
}

export function stratifiedStream(seed: number, name: string, place = 0): Stream {
  const [order, scramble] = keyOf(seed, name, place);
  return { kind: 'stratified', order, scramble };
}

/** `dimension` counts from 0 and is below `sobolDimensions`. */
export function sobolStream(seed: number, name: string, dimension: number, place = 0): Stream {
  return { kind: 'sobol', dimension, scramble: keyOf(seed, name, place)[1] };
}

/** The draw of sample i, an unsigned 32-bit word that is uniform over all of them. */
export function wordAt(stream: Stream, i: number): number {
  switch (stream.kind) {
    case 'independent': {
      // eight samples share four blocks: four first words, then four second words, as kernels of four lanes make them
      const block = threefry([((i >>> 3) << 2) | (i & 3), 0], stream.key);
      return (i & 4) === 0 ? block[0] : block[1];
    }
    case 'stratified':
      return scrambled(sobolWord(0, ownIndex(i, stream.order)), stream.scramble);
    case 'sobol':
      return scrambled(sobolWord(stream.dimension, i), stream.scramble);
  }
}
