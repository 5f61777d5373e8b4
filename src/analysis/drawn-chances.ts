// How likely conditions hold, over the samples of everything uncertain.

import { sampledAt } from '../grid/layout.ts';
import { SampledFigures } from '../grid/sampled-figures.ts';
import type { ChancesAt } from './chance.ts';
import { chanceOf } from './spread.ts';

/** The same for every check, so that a check that holds today holds tomorrow. */
const samples = 10_240;
const sampling = { seed: 0, independent: false };

export const drawnChances: ChancesAt = (grid, condition, places) => {
  const figures = new SampledFigures(grid, sampling, samples);
  const slots = places.flatMap((place) => figures.slots(condition, sampledAt(grid.graph, place)));
  return figures.summaries(slots, 'chance', chanceOf);
};
