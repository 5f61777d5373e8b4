// How likely conditions hold, over the samples of everything uncertain, for claims that say with what probability they must.

import type { NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { type Place, sampledAt } from '../grid/layout.ts';
import { Sample } from '../grid/sample.ts';
import { sampledColumns, sampledProgram } from '../grid/sampled-columns.ts';
import { machineOf } from '../numeric/kernels/webassembly.ts';
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
  const { graph } = grid;
  const sample = new Sample(grid);
  const slots = places.map((place) => sample.slot(condition, sampledAt(graph, place)));
  const columns = sampledColumns(sampledProgram(graph, sample, slots, sampling), samples, machineOf);
  return columns.map(chanceOf);
}

/** Whether it holds often enough; undefined where the condition is unknown. */
export function isLikely({ holds, needed }: Chance): boolean | undefined {
  return Number.isNaN(holds.value) || Number.isNaN(needed) ? undefined : holds.value >= needed;
}
