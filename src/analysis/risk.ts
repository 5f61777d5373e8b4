// What uncertain inputs make of a figure: how it spreads, how likely limits and budgets hold, which option is likely the cheapest
// and what it costs to be wrong, which uncertain number matters, and how all of it widens over time.

import type { Graph, GraphLimit, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { type Place, sampledAt } from '../grid/layout.ts';
import { type Impossible, Sample } from '../grid/sample.ts';
import { sampledColumns, sampledProgram } from '../grid/sampled-columns.ts';
import type { Sampling } from '../grid/sources.ts';
import type { Slot } from '../grid/steps.ts';
import { machineOf } from '../numeric/kernels/webassembly.ts';
import { chancesOf, valueOfKnowing } from '../numeric/summary/choice.ts';
import { quantilesOf } from '../numeric/summary/quantiles.ts';
import { rankCorrelation } from '../numeric/summary/rank-correlation.ts';
import { shareThatHolds } from '../numeric/summary/share.ts';
import { standardError } from '../numeric/summary/standard-error.ts';
import type { Unit } from '../quantity/unit.ts';
import { casesOf, type Pinned } from './cases.ts';
import { type Coordinate, coordinates } from './figures.ts';
import { chanceOf, type Estimate, type Spread, spreadOf } from './spread.ts';

export interface RiskQuestion {
  readonly node: NodeId;
  readonly unit: Unit;
  /** What the figure is multiplied by, to be in another currency. */
  readonly rate?: (place: Place) => number;
  /** The axis along which one option is chosen by what it costs; undefined where nothing is chosen. */
  readonly by: number | undefined;
  readonly samples: number;
  readonly sampling: Sampling;
  /** The same figure over time. */
  readonly over: { readonly node: NodeId; readonly unit: Unit; readonly axis: number } | undefined;
}

export interface Risk {
  readonly unit: Unit;
  readonly samples: number;
  readonly sampling: Sampling;
  /** Along which axis one option is chosen. */
  readonly by: string | undefined;
  readonly cases: readonly RiskCase[];
  /** What `fan` is in; undefined where time is not asked for. */
  readonly fanUnit: Unit | undefined;
}

export interface RiskCase {
  readonly at: readonly Coordinate[];
  readonly place: Place;
  readonly spread: Spread;
  readonly limits: readonly LimitChance[];
  readonly budgets: readonly LimitChance[];
  readonly choice: Option | undefined;
  /** The uncertain numbers that the figure follows, the strongest first. */
  readonly drivers: readonly Driver[];
  readonly fan: readonly FanPoint[];
}

export interface LimitChance {
  readonly name: string;
  readonly label: string;
  readonly holds: Estimate;
}

export interface Option {
  /** How likely it is the cheapest of its axis. */
  readonly cheapest: Estimate;
  /** How much more it costs on average than the one that turns out to be the cheapest. */
  readonly regret: number;
}

export interface Driver {
  readonly name: string;
  /** Of the ranks of its draws with those of the figure: -1 to 1. */
  readonly rank: number;
  /** What knowing it before choosing would save on average; undefined where nothing is chosen. */
  readonly worth: number | undefined;
}

export interface FanPoint {
  readonly point: string;
  readonly label: string;
  /** 10 %, the median and 90 %. */
  readonly values: readonly [number, number, number];
}

const fanQuantiles = [0.1, 0.5, 0.9] as const;

/** `impossible` are the uncertain numbers whose parameters cannot be: where there are any, there is no answer. */
export type RiskAnswer =
  | { readonly ok: true; readonly risk: Risk }
  | { readonly ok: false; readonly impossible: readonly Impossible[] };

export function risk(grid: Grid, question: RiskQuestion, pinned: Pinned): RiskAnswer {
  const { graph } = grid;
  const { by, over, samples, sampling } = question;
  const conditions = [...graph.limits, ...graph.budgets].map(({ holds }) => holds);
  const wanted = [question.node, ...conditions, ...(over === undefined ? [] : [over.node])];
  const { axes, places } = casesOf(grid, wanted, pinned);
  const sample = new Sample(grid);
  const groups = groupsOf(places, axes, by);
  const asked = groups.map((group) => group.map((place) => slotsOf(graph, sample, question, place)));
  if (sample.impossible.length > 0) return { ok: false, impossible: sample.impossible };
  const cases = groups.flatMap((group, g) =>
    caseOfGroup(graph, sample, question, axes, group, asked[g] ?? []),
  );
  const order = new Map(places.map((place, i) => [place, i]));
  return {
    ok: true,
    risk: {
      unit: question.unit,
      samples,
      sampling,
      by: by === undefined ? undefined : graph.axes[by]?.name,
      cases: cases.sort((a, b) => (order.get(a.place) ?? 0) - (order.get(b.place) ?? 0)),
      fanUnit: over?.unit,
    },
  };
}

/** Cases that differ only in what is chosen. */
function groupsOf(
  places: readonly Place[],
  axes: readonly number[],
  by: number | undefined,
): readonly (readonly Place[])[] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = axes.map((axis) => (axis === by ? '' : place[axis])).join();
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()];
}

interface Slots {
  readonly figure: Slot;
  readonly limits: readonly Slot[];
  readonly budgets: readonly Slot[];
  readonly fan: readonly Slot[];
}

function slotsOf(graph: Graph, sample: Sample, { node, over }: RiskQuestion, place: Place): Slots {
  const here = sampledAt(graph, place);
  const holds = (all: readonly GraphLimit[]): readonly Slot[] =>
    all.map((limit) => sample.slot(limit.holds, here));
  return {
    figure: sample.slot(node, here),
    limits: holds(graph.limits),
    budgets: holds(graph.budgets),
    fan:
      over === undefined
        ? []
        : (graph.axes[over.axis]?.points ?? []).map((_, point) =>
            sample.slot(
              over.node,
              here.map((p, axis) => (axis === over.axis ? point : p)),
            ),
          ),
  };
}

function caseOfGroup(
  graph: Graph,
  sample: Sample,
  question: RiskQuestion,
  axes: readonly number[],
  places: readonly Place[],
  slots: readonly Slots[],
): readonly RiskCase[] {
  const { samples, sampling, over } = question;
  const columnsFor = (wanted: readonly Slot[]): readonly Float64Array[] =>
    sampledColumns(sampledProgram(graph, sample, wanted, sampling), samples, machineOf);
  const figures = slots.map(({ figure }) => figure);
  const inputs = driversOf(sample, figures);
  const columns = columnsFor([...figures, ...inputs.map(({ slot }) => slot)]);
  const costs = columns.slice(0, figures.length).map((column, k) => {
    const rate = question.rate?.(places[k] as Place) ?? 1;
    return rate === 1 ? column : column.map((x) => x * rate);
  });
  const drawn = columns.slice(figures.length);
  const chosen = question.by !== undefined && places.length > 1;
  const options = chosen ? optionsOf(costs) : [];
  const worth = drawn.map((column) => (chosen ? valueOfKnowing(column, costs) : undefined));
  return places.map((place, k): RiskCase => {
    const own = slots[k] as Slots;
    const figure = costs[k] as Float64Array;
    const conditions = columnsFor([...own.limits, ...own.budgets]);
    const mine = new Set(sample.drawsOf([own.figure]).map((draw) => sample.draws[draw]?.name));
    const drivers = inputs.flatMap(({ name }, i) =>
      mine.has(name)
        ? [{ name, rank: rankCorrelation(drawn[i] as Float64Array, figure), worth: worth[i] }]
        : [],
    );
    const fan = over === undefined ? [] : columnsFor(own.fan);
    return {
      at: coordinates(graph, axes, place),
      place,
      spread: spreadOf(figure),
      limits: chancesAmong(graph.limits, conditions),
      budgets: chancesAmong(graph.budgets, conditions.slice(own.limits.length)),
      choice: options[k],
      drivers: drivers.sort((a, b) => strength(b) - strength(a)),
      fan: fan.map((column, point) => {
        const shape = graph.axes[over?.axis ?? -1]?.points[point];
        const [low, middle, high] = quantilesOf(column, fanQuantiles) as [number, number, number];
        return { point: shape?.name ?? '', label: shape?.label ?? '', values: [low, middle, high] };
      }),
    };
  });
}

function strength({ rank }: Driver): number {
  return Number.isNaN(rank) ? 0 : Math.abs(rank);
}

/** One draw of each name: all draws of a name rise and fall together. */
function driversOf(
  sample: Sample,
  figures: readonly Slot[],
): readonly { readonly name: string; readonly slot: Slot }[] {
  const byName = new Map<string, Slot>();
  for (const index of sample.drawsOf(figures)) {
    const draw = sample.draws[index];
    if (draw !== undefined && !byName.has(draw.name)) byName.set(draw.name, draw.slot);
  }
  return [...byName].map(([name, slot]) => ({ name, slot }));
}

function optionsOf(costs: readonly Float64Array[]): readonly Option[] {
  const { cheapest, regret } = chancesOf(costs);
  return costs.map((_, k) => {
    const wins = Float64Array.from(costs[0] ?? [], (__, i) => (isCheapest(costs, k, i) ? 1 : 0));
    return {
      cheapest: { value: cheapest[k] ?? Number.NaN, error: standardError(wins, shareThatHolds) },
      regret: regret[k] ?? Number.NaN,
    };
  });
}

/** The first of equals, as in the chances themselves. */
function isCheapest(costs: readonly Float64Array[], option: number, sample: number): boolean {
  const own = costs[option]?.[sample] ?? Number.NaN;
  if (Number.isNaN(own)) return false;
  return costs.every((cost, k) => {
    const other = cost[sample] as number;
    return k === option || Number.isNaN(other) || (k < option ? own < other : own <= other);
  });
}

function chancesAmong(
  limits: readonly GraphLimit[],
  columns: readonly Float64Array[],
): readonly LimitChance[] {
  return limits.map(({ limit }, i) => ({
    name: limit.name,
    label: limit.label ?? limit.name,
    holds: chanceOf(columns[i] as Float64Array),
  }));
}
