// Operations on as many columns as a list names: pairs of words, the byte where a column starts and its step.

import type { Loop } from './loop.ts';

export const loopsOfLists = {
  hinge: (cells, { out, a, aStep, b, bStep, count, size, data }, words) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      let sum = cells[b + i * bStep] as number;
      for (let k = 0; k < size; k += 2) {
        const over = x - listed(cells, words, data, k, i);
        // the larger of the two: what is unknown stays so, and -0 becomes 0
        sum = sum + ((over < 0 ? 0 : over) + 0) * listed(cells, words, data, k + 1, i);
      }
      cells[out + i] = sum;
    }
  },
  cheapest: (cells, { out, count, size, data }, words) => {
    for (let i = 0; i < count; i++) {
      let best = Number.NaN;
      let at = Number.NaN;
      for (let k = 0; k < size; k++) {
        const x = listed(cells, words, data, k, i);
        if (x < best || (Number.isNaN(best) && !Number.isNaN(x))) {
          best = x;
          at = k;
        }
      }
      cells[out + i] = at;
    }
  },
  pick: (cells, { out, a, aStep, count, size, data }, words) => {
    for (let i = 0; i < count; i++) {
      const index = cells[a + i * aStep] as number;
      let found = Number.NaN;
      for (let k = 0; k < size; k++) if (index === k) found = listed(cells, words, data, k, i);
      cells[out + i] = found;
    }
  },
} satisfies Record<string, Loop>;

function listed(cells: Float64Array, words: Int32Array, data: number, k: number, i: number): number {
  const start = (words[data + 2 * k] as number) >> 3;
  const step = (words[data + 2 * k + 1] as number) >> 4;
  return cells[start + i * step] as number;
}
