// Draws in JavaScript: words of a stream, then words to values. What each needs stands where `data` points; lay-out.ts puts it
// there.

import { groupBits, netBits, netSize, setOf } from '../draws/digital.ts';
import { allWords } from '../draws/marginal.ts';
import { wordOfNormal } from '../draws/normal-words.ts';
import { lookUp } from '../draws/quantile-table.ts';
import { scrambledFrom } from '../draws/scramble.ts';
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
  /** data: two words of key, then the direction numbers of all sets, turned round (digital.ts). */
  digital: (_cells, { out, count, data, first }, words) => {
    const [k0, k1] = [words[data] as number, words[data + 1] as number];
    const inGroup = 1 << groupBits;
    let [seed, set, point] = [0, 0, 0];
    for (let i = 0; i < count; i += inGroup) {
      const sample = first + i;
      const group = (sample % netSize) >>> groupBits;
      if (i === 0 || group === 0) {
        seed = firstWord(sample >>> netBits, 0, k0, k1);
        set = data + 2 + setOf(sample) * netBits;
        point = 0;
        // a bit that differs from the next one turned over once more often
        let turned = group ^ (group >>> 1);
        for (let k = set + groupBits; turned !== 0; turned >>>= 1, k++)
          if ((turned & 1) === 1) point ^= words[k] as number;
      } else point ^= words[set + groupBits + 31 - Math.clz32(group & -group)] as number;
      for (let lane = 0; lane < inGroup; lane++) {
        let turned = point;
        for (let k = 0; k < groupBits; k++) if (((lane >>> k) & 1) === 1) turned ^= words[set + k] as number;
        words[out * 2 + i + lane] = scrambledFrom(turned, seed);
      }
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
