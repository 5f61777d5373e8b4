// How a uniform word becomes a value of one distribution: a table of cubics where it has a density, steps where it has a few
// values, a line where values were measured.

import { stepsOf } from '../distributions/discrete.ts';
import { sortedValues } from '../distributions/empirical.ts';
import type { Distribution } from '../distributions/types.ts';
import { boundsOfTable, lookUp, quantileTable } from './quantile-table.ts';

export type Marginal =
  | { readonly kind: 'table'; readonly cells: Float64Array }
  /** Pairs: a value, and the word from which on it holds. */
  | { readonly kind: 'steps'; readonly cells: Float64Array }
  /** Ascending, at least two. */
  | { readonly kind: 'line'; readonly cells: Float64Array };

export const allWords = 4294967296;

export function marginalOf(d: Distribution): Marginal {
  if (d.kind === 'discrete') {
    const steps = stepsOf(d);
    const cells = steps.flatMap(({ value }, k) => [
      value,
      k === 0 ? 0 : Math.ceil((steps[k - 1]?.upTo ?? 0) * allWords),
    ]);
    return { kind: 'steps', cells: Float64Array.from(cells) };
  }
  if (d.kind === 'empirical') {
    const sorted = sortedValues(d.values);
    return { kind: 'line', cells: sorted.length > 1 ? sorted : Float64Array.of(...sorted, ...sorted) };
  }
  return { kind: 'table', cells: quantileTable(d) };
}

/** The value for a word, as the kernels compute it. */
export function valueAt(marginal: Marginal, word: number): number {
  const { cells } = marginal;
  switch (marginal.kind) {
    case 'table':
      return lookUp(cells, word);
    case 'steps': {
      let value = Number.NaN;
      for (let k = 0; k < cells.length; k += 2)
        if (word >>> 0 >= (cells[k + 1] as number)) value = cells[k] as number;
      return value;
    }
    case 'line': {
      const place = (((word >>> 0) + 0.5) / allWords) * (cells.length - 1);
      const lower = Math.floor(place);
      const value = cells[lower] as number;
      return value + (place - lower) * ((cells[lower + 1] as number) - value);
    }
  }
}

/** What no draw lies outside of. */
export function boundsOf({ kind, cells }: Marginal): readonly [lo: number, hi: number] {
  if (kind === 'table') return boundsOfTable(cells);
  const values = kind === 'steps' ? cells.filter((_, k) => k % 2 === 0) : cells;
  const [lo, hi] = [Math.min(...values), Math.max(...values)];
  // on a line the last digit of what lies between two values may go beyond the higher one
  return kind === 'steps' ? [lo, hi] : [lo, hi + Math.abs(hi - lo) * 2 ** -50 + Math.abs(hi) * 2 ** -50];
}
