// A figure in several cases, as it comes out over the samples of everything uncertain: what stands beside low, middle and high where
// somebody asks for it. The whole story of one figure is risk.ts.

import type { NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { type Place, sampledAt } from '../grid/layout.ts';
import { SampledFigures } from '../grid/sampled-figures.ts';
import type { Sampling } from '../grid/sources.ts';
import type { Slot } from '../grid/steps.ts';
import type { Impossible } from '../grid/written-samples.ts';
import { quantilesOf } from '../numeric/summary/quantiles.ts';
import type { Unit } from '../quantity/unit.ts';
import { type Coordinate, coordinates } from './figures.ts';
import { groupsOf, optionsOf } from './options.ts';
import type { Estimate } from './spread.ts';

export interface OddsQuestion {
  readonly node: NodeId;
  readonly unit: Unit;
  /** What the figure is multiplied by, to be in another currency. */
  readonly rate?: ((place: Place) => number) | undefined;
  /** The axes that tell the cases apart. */
  readonly axes: readonly number[];
  readonly places: readonly Place[];
  /** The axis along which the cheapest is looked for; undefined where nothing is chosen. */
  readonly by: number | undefined;
  readonly samples: number;
  readonly sampling: Sampling;
}

export interface Odds {
  readonly unit: Unit;
  readonly samples: number;
  readonly sampling: Sampling;
  /** In the order of the places. */
  readonly cases: readonly OddsCase[];
}

export interface OddsCase {
  readonly at: readonly Coordinate[];
  /** One sample in ten lies below this, */
  readonly p10: number;
  /** every other one below this, */
  readonly median: number;
  /** and one in ten above this. */
  readonly p90: number;
  /** How likely it is the cheapest of its axis, whether limits hold or not. */
  readonly cheapest: Estimate | undefined;
}

/** `impossible` are the uncertain numbers whose parameters cannot be: where there are any, there is no answer. */
export type OddsAnswer =
  | { readonly ok: true; readonly odds: Odds }
  | { readonly ok: false; readonly impossible: readonly Impossible[] };

const probabilities = [0.1, 0.5, 0.9] as const;

export function odds(grid: Grid, question: OddsQuestion): OddsAnswer {
  const { graph } = grid;
  const { node, unit, axes, places, samples, sampling } = question;
  const figures = new SampledFigures(grid, sampling, samples);
  const slots = places.map((place) => figures.slots(node, sampledAt(graph, place))[0] as Slot);
  if (figures.impossible.length > 0) return { ok: false, impossible: figures.impossible };
  const quantiles = figures.summaries(slots, 'odds', (column) => quantilesOf(column, probabilities));
  const cheapest = cheapestOf(
    figures,
    question,
    new Map(places.map((place, i) => [place, slots[i] as Slot])),
  );
  const cases = places.map((place, i): OddsCase => {
    const rate = question.rate?.(place) ?? 1;
    const [p10 = Number.NaN, median = Number.NaN, p90 = Number.NaN] =
      quantiles[i]?.map((x) => x * rate) ?? [];
    return { at: coordinates(graph, axes, place), p10, median, p90, cheapest: cheapest.get(place) };
  });
  return { ok: true, odds: { unit, samples, sampling, cases } };
}

function cheapestOf(
  figures: SampledFigures,
  { axes, places, by, rate }: OddsQuestion,
  slots: ReadonlyMap<Place, Slot>,
): ReadonlyMap<Place, Estimate> {
  const found = new Map<Place, Estimate>();
  if (by === undefined) return found;
  for (const group of groupsOf(places, axes, by)) {
    const columns = figures.columns(group.map((place) => slots.get(place) as Slot));
    const costs = columns.map((column, k) => {
      const factor = rate?.(group[k] as Place) ?? 1;
      return factor === 1 ? column : column.map((x) => x * factor);
    });
    for (const [k, option] of optionsOf(costs).entries()) found.set(group[k] as Place, option.cheapest);
  }
  return found;
}
