// How closely one column follows another, whatever the curve between them: the correlation of their ranks (Spearman's).

import { pairwiseProduct } from './mean.ts';
import { orderOf } from './order.ts';
import { anyUnknown } from './unknown.ts';

/** A column's ranks, made ready to be compared with those of others. */
export interface Ranked {
  /** Less their mean. */
  readonly ranks: Float64Array;
  /** The root of the sum of their squares: 0 where the column does not vary. */
  readonly size: number;
}

/** undefined where any value is unknown. */
export function rankedColumn(values: Float64Array): Ranked | undefined {
  const ranks = ranksOf(values);
  if (ranks === undefined) return undefined;
  const mean = (ranks.length + 1) / 2;
  for (let i = 0; i < ranks.length; i++) ranks[i] = (ranks[i] as number) - mean;
  return { ranks, size: Math.sqrt(pairwiseProduct(ranks, ranks)) };
}

/** Between -1 and 1. Unknown where a value is, or where one column does not vary at all. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  return correlationOfRanked(rankedColumn(a), rankedColumn(b));
}

export function correlationOfRanked(a: Ranked | undefined, b: Ranked | undefined): number {
  if (a === undefined || b === undefined || a.size === 0 || b.size === 0) return Number.NaN;
  const together = pairwiseProduct(a.ranks, b.ranks);
  return Math.min(Math.max(together / (a.size * b.size), -1), 1);
}

/** From 1 on; equal values share the middle of their ranks. undefined where any value is unknown. */
export function ranksOf(values: Float64Array): Float64Array | undefined {
  if (anyUnknown(values)) return undefined;
  const order = orderOf(values);
  const ranks = new Float64Array(values.length);
  for (let first = 0, next = 0; first < order.length; first = next) {
    const x = values[order[first] as number] as number;
    while (next < order.length && values[order[next] as number] === x) next += 1;
    for (let k = first; k < next; k++) ranks[order[k] as number] = (first + 1 + next) / 2;
  }
  return ranks;
}
