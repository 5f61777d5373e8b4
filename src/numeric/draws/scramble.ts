// Owen's nested uniform scrambling by a hash: each bit of a word is flipped by a function of the bits above it, so that words that
// share their first k bits still share them afterwards, and evenly spread words stay so. The mixing constants are those that
// N. Vegdahl published for the construction of Laine and Karras; each step lets a bit depend only on itself and on lower ones, which
// in a word turned round are the higher ones.

/** The bits in the opposite order. */
export function reversed(word: number): number {
  let w = word;
  w = ((w >>> 1) & 0x55555555) | ((w & 0x55555555) << 1);
  w = ((w >>> 2) & 0x33333333) | ((w & 0x33333333) << 2);
  w = ((w >>> 4) & 0x0f0f0f0f) | ((w & 0x0f0f0f0f) << 4);
  w = ((w >>> 8) & 0x00ff00ff) | ((w & 0x00ff00ff) << 8);
  return (w >>> 16) | (w << 16);
}

export function scrambled(word: number, seed: number): number {
  return scrambledFrom(reversed(word), seed);
}

/** The same for a word that is turned round already. */
export function scrambledFrom(turned: number, seed: number): number {
  let w = turned;
  w ^= Math.imul(w, 0x3d20adea);
  w = Math.imul((w + seed) | 0, (seed >>> 16) | 1);
  w ^= Math.imul(w, 0x05526c56);
  w ^= Math.imul(w, 0x53a22864);
  return reversed(w) >>> 0;
}
