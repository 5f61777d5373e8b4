// How likely conditions hold, for claims that say with what probability they must. What draws samples is handed in once by whoever
// starts the program, so that a plan that asks for no probability does not wait for it to be read.

import type { Graph, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import type { Estimate } from './spread.ts';

/** What a claim needs, and what it has. */
export interface Chance {
  readonly holds: Estimate;
  readonly needed: number;
}

/** Of one condition at each of several places; unknown where it cannot be drawn. */
export type ChancesAt = (grid: Grid, condition: NodeId, places: readonly Place[]) => readonly Estimate[];

let drawn: ChancesAt | undefined;

/** From now on probabilities are found like this (drawn-chances.ts). */
export function drawChancesWith(chances: ChancesAt): void {
  drawn = chances;
}

/** Throws where nothing was handed in that draws. */
export const chancesAt: ChancesAt = (grid, condition, places) => {
  if (drawn === undefined) throw new Error('a probability is asked for, and nothing is there that draws');
  return drawn(grid, condition, places);
};

/** Whether any claim of a plan says how likely something must be. */
export function asksForChances({ limits, budgets, expectations }: Graph): boolean {
  return [...limits, ...budgets, ...expectations].some(({ probability }) => probability !== undefined);
}

/** Whether it holds often enough; undefined where the condition is unknown. */
export function isLikely({ holds, needed }: Chance): boolean | undefined {
  return Number.isNaN(holds.value) || Number.isNaN(needed) ? undefined : holds.value >= needed;
}
