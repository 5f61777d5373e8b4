// How likely conditions hold, over the samples of everything uncertain, for claims that say with what probability they must.

import type { NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { type Place, sampledAt } from '../grid/layout.ts';
import { SampledFigures } from '../grid/sampled-figures.ts';
import { chanceOf, type Estimate } from './spread.ts';

/** What a claim needs, and what it has. */
export interface Chance {
  readonly holds: Estimate;
  readonly needed: number;
}

/** The same for every check, so that a check that holds today holds tomorrow. */
const samples = 10_240;
const sampling = { seed: 0, independent: false };

/** Of one condition at each of several places; unknown where it cannot be drawn. */
export function chancesAt(grid: Grid, condition: NodeId, places: readonly Place[]): readonly Estimate[] {
  const figures = new SampledFigures(grid, sampling, samples);
  const slots = places.flatMap((place) => figures.slots(condition, sampledAt(grid.graph, place)));
  return figures.summaries(slots, 'chance', chanceOf);
}

/** Whether it holds often enough; undefined where the condition is unknown. */
export function isLikely({ holds, needed }: Chance): boolean | undefined {
  return Number.isNaN(holds.value) || Number.isNaN(needed) ? undefined : holds.value >= needed;
}
