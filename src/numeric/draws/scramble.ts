// Owen's nested uniform scrambling by a hash: each bit of a number is flipped by a function of the bits above it, so that numbers
// that share their first k bits still share them afterwards, and a net stays a net. The mixing constants are those that N. Vegdahl
// published for the construction of Laine and Karras; each step lets a bit depend only on itself and on lower ones, which after
// turning the word round are the higher ones.

/** The bits in the opposite order. */
export function reversed(word: number): number {
  let w = word;
  w = ((w >>> 1) & 0x55555555) | ((w & 0x55555555) << 1);
  w = ((w >>> 2) & 0x33333333) | ((w & 0x33333333) << 2);
  w = ((w >>> 4) & 0x0f0f0f0f) | ((w & 0x0f0f0f0f) << 4);
  w = ((w >>> 8) & 0x00ff00ff) | ((w & 0x00ff00ff) << 8);
  return ((w >>> 16) | (w << 16)) >>> 0;
}

/** Scrambles from the lowest bit up. */
function mixed(word: number, seed: number): number {
  let w = word;
  w ^= Math.imul(w, 0x3d20adea);
  w = (w + seed) | 0;
  w = Math.imul(w, (seed >>> 16) | 1);
  w ^= Math.imul(w, 0x05526c56);
  w ^= Math.imul(w, 0x53a22864);
  return w >>> 0;
}

export function scrambled(word: number, seed: number): number {
  return reversed(mixed(reversed(word), seed));
}

/** An order of all sample numbers in which the first 2^k, and each block of 2^k after them, stay together. */
export function ownIndex(i: number, seed: number): number {
  return scrambled(i, seed);
}
