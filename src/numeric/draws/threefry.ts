// Threefry2x32 with 20 rounds (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; 2011): two words as a
// function of two words of counter and two of key. Nothing is remembered between draws, so any draw can be made again alone.

/** Two unsigned 32-bit words. */
export type Pair = readonly [number, number];

export const parity = 0x1bd11bda;
/** How far the second word turns in each round. After every fourth the key is added. */
export const turns = [13, 15, 26, 6, 17, 29, 16, 24] as const;
const [t0, t1, t2, t3, t4, t5, t6, t7] = turns;

export function threefry([c0, c1]: Pair, [k0, k1]: Pair): Pair {
  return [firstWord(c0, c1, k0, k1), secondWord];
}

/** The second word of the last block that `firstWord` was asked for: two results without an allocation. */
export let secondWord = 0;

function turned(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

export function firstWord(c0: number, c1: number, k0: number, k1: number): number {
  const k2 = parity ^ k0 ^ k1;
  let x = (c0 + k0) | 0;
  let y = (c1 + k1) | 0;
  for (let step = 0; step < 5; step++) {
    const odd = (step & 1) === 1;
    x = (x + y) | 0;
    y = turned(y, odd ? t4 : t0) ^ x;
    x = (x + y) | 0;
    y = turned(y, odd ? t5 : t1) ^ x;
    x = (x + y) | 0;
    y = turned(y, odd ? t6 : t2) ^ x;
    x = (x + y) | 0;
    y = turned(y, odd ? t7 : t3) ^ x;
    // the three key words in turn, each time one further
    x = (x + (step % 3 === 0 ? k1 : step % 3 === 1 ? k2 : k0)) | 0;
    y = (y + (step % 3 === 0 ? k2 : step % 3 === 1 ? k0 : k1) + step + 1) | 0;
  }
  secondWord = y >>> 0;
  return x >>> 0;
}
