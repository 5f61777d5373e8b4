// How far inputs may go before a limit changes, in words.

import { onBand } from '../analysis/figures.ts';
import type { Threshold } from '../analysis/limits.ts';
import type { Graph, GraphLimit } from '../graph/types.ts';
import { interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { unitText } from '../quantity/unit.ts';
import { figureText } from './amounts.ts';
import { shortBound } from './short-text.ts';

/** A value of one input up to which, or from which on, a limit holds. */
export interface Bound {
  readonly threshold: Threshold;
  readonly side: 'most' | 'least';
}

/** The nearest first; shares beyond the whole are no bounds that anybody meets. */
export function boundsOf(
  graph: Graph,
  { limit, holds }: GraphLimit,
  thresholds: readonly Threshold[],
  place: Place,
): readonly Bound[] {
  const own = thresholds.filter((t) => t.limit === limit.name && isPossible(t));
  const sorted = [...own].sort((a, b) => distance(a) - distance(b));
  return sorted.map((threshold) => ({ threshold, side: sideOf(graph, holds, threshold, place) }));
}

function distance({ value, now }: Threshold): number {
  return Math.abs(Math.log(Math.abs(value / (now || 1)) || 1));
}

function isPossible({ now, value, unit }: Threshold): boolean {
  return unitText(unit) !== '%' || now > 100 || value <= 100;
}

/** A value just past the threshold tells the two sides apart, also where the plan stands exactly on it. */
function sideOf(graph: Graph, holds: number, { input, value }: Threshold, place: Place): Bound['side'] {
  const node = graph.names.get(input)?.node;
  if (node === undefined) return 'most';
  const past = value + 1e-6 * (Math.abs(value) || 1);
  const asked = interpreter(graph, new Map([[node, past]]));
  return [0, 1, 2].every((band) => asked.value(holds, onBand(graph, place, band)) === 1) ? 'least' : 'most';
}

/** `users ≤ 800 users`; the bound is shortened towards the safe side. */
export function boundText({ threshold: { inputLabel, value, unit }, side }: Bound, strict: boolean): string {
  const bound = shortBound(value, side, unit);
  const sign = side === 'most' ? (strict ? '<' : '≤') : strict ? '>' : '≥';
  return `${inputLabel} ${sign} ${figureText({ low: bound, mid: bound, high: bound, unit })}`;
}
