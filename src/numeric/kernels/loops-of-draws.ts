// Draws in JavaScript: words of a stream, then words to values. What each needs stands where `data` points; lay-out.ts puts it
// there.

import { netBits, netSize, setOf } from '../draws/digital.ts';
import { allWords } from '../draws/marginal.ts';
import { wordOfNormal } from '../draws/normal-words.ts';
import { lookUp } from '../draws/quantile-table.ts';
import { scrambled } from '../draws/scramble.ts';
import { firstWord, secondWord } from '../draws/threefry.ts';
import type { Loop } from './loop.ts';

export const loopsOfDraws = {
  /** data: two words of key. */
  independent: (_cells, { out, count, data, first }, words) => {
    const [k0, k1] = [words[data] as number, words[data + 1] as number];
    const start = out * 2;
    for (let i = 0; i < count; i += 8) {
      for (let lane = 0; lane < 4; lane++) {
        words[start + i + lane] = firstWord(((first + i) >>> 1) + lane, 0, k0, k1);
        words[start + i + 4 + lane] = secondWord;
      }
    }
  },
  /** data: two words of key, then the direction numbers. */
  digital: (_cells, { out, count, data, first }, words) => {
    const [k0, k1] = [words[data] as number, words[data + 1] as number];
    let [seed, from, point] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      const sample = first + i;
      // counting on by one turns over the lowest bits; a new net starts from none
      let turned = sample ^ (sample - 1);
      if (i === 0 || sample % netSize === 0) {
        seed = firstWord(sample >>> netBits, 0, k0, k1);
        from = data + 2 + setOf(sample) * netBits;
        point = 0;
        turned = sample % netSize;
      }
      for (let k = from; turned !== 0; turned >>>= 1, k++)
        if ((turned & 1) === 1) point ^= words[k] as number;
      words[out * 2 + i] = scrambled(point, seed);
    }
  },
  /** a: the words; data: the cells of a quantile table. */
  table: (cells, { out, a, count, data }, words) => {
    for (let i = 0; i < count; i++) cells[out + i] = lookUp(cells, words[a * 2 + i] as number, data >> 1);
  },
  /** a: the words; data: `size` pairs of cells, a value and the word from which on it holds. */
  steps: (cells, { out, a, count, size, data }, words) => {
    for (let i = 0; i < count; i++) {
      const drawn = (words[a * 2 + i] as number) >>> 0;
      let value = Number.NaN;
      for (let k = 0; k < size; k++)
        if (drawn >= (cells[(data >> 1) + 2 * k + 1] as number)) value = cells[(data >> 1) + 2 * k] as number;
      cells[out + i] = value;
    }
  },
  /** a: the words; data: `size` + 1 ascending cells. */
  line: (cells, { out, a, count, size, data }, words) => {
    for (let i = 0; i < count; i++) {
      const place = ((((words[a * 2 + i] as number) >>> 0) + 0.5) / allWords) * size;
      const lower = Math.floor(place);
      const value = cells[(data >> 1) + lower] as number;
      const next = cells[(data >> 1) + lower + 1] as number;
      cells[out + i] = value + (place - lower) * (next - value);
    }
  },
  /** a: normal numbers; data: the table of words. */
  normalWords: (cells, { out, a, aStep, count, data }, words) => {
    for (let i = 0; i < count; i++)
      words[out * 2 + i] = wordOfNormal(cells[a + i * aStep] as number, cells, data >> 1);
  },
} satisfies Record<string, Loop>;
