// Where a figure lies in each case, drawn: what can be shown while a slider moves. How exact it is and what it follows is risk.ts.

import type { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import { sampledAt } from '../grid/layout.ts';
import { SampledFigures } from '../grid/sampled-figures.ts';
import type { Impossible } from '../grid/written-samples.ts';
import { casesOf, type Pinned } from './cases.ts';
import { type Coordinate, coordinates } from './figures.ts';
import { conditionsOf, type RiskQuestion } from './risk.ts';
import { type Outline, outlineOf } from './spread.ts';

export interface OutlineCase {
  readonly at: readonly Coordinate[];
  readonly place: Place;
  readonly spread: Outline;
}

/** `impossible` are the uncertain numbers whose parameters cannot be: where there are any, there is no answer. */
export type OutlinesAnswer =
  | { readonly ok: true; readonly cases: readonly OutlineCase[] }
  | { readonly ok: false; readonly impossible: readonly Impossible[] };

/** In the same cases as the whole risk. */
export function outlines(
  grid: Grid,
  { node, samples, sampling }: Pick<RiskQuestion, 'node' | 'samples' | 'sampling'>,
  pinned: Pinned,
): OutlinesAnswer {
  const { graph } = grid;
  const { axes, places } = casesOf(grid, [node, ...conditionsOf(graph)], pinned);
  const figures = new SampledFigures(grid, sampling, samples);
  const slots = places.flatMap((place) => figures.slots(node, sampledAt(graph, place)));
  if (figures.impossible.length > 0) return { ok: false, impossible: figures.impossible };
  const spreads = figures.summaries(slots, 'outline', outlineOf);
  return {
    ok: true,
    cases: places.map((place, i) => ({
      at: coordinates(graph, axes, place),
      place,
      spread: spreads[i] as Outline,
    })),
  };
}
