// What uncertain inputs make of a figure: how it spreads, how likely limits and budgets hold, which option is likely the cheapest
// and what it costs to be wrong, which uncertain number matters, and how all of it widens over time.

import type { Graph, GraphLimit, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { type Place, sampledAt } from '../grid/layout.ts';
import { SampledFigures } from '../grid/sampled-figures.ts';
import type { Sampling } from '../grid/sources.ts';
import type { Slot } from '../grid/steps.ts';
import type { Impossible } from '../grid/written-samples.ts';
import { groupsOfInput, valuesOfKnowing } from '../numeric/summary/choice.ts';
import { quantilesOf } from '../numeric/summary/quantiles.ts';
import { correlationOfRanked, rankedColumn } from '../numeric/summary/rank-correlation.ts';
import type { Unit } from '../quantity/unit.ts';
import { casesOf, type Pinned } from './cases.ts';
import { type Coordinate, coordinates } from './figures.ts';
import { groupsOf, type Option, optionsOf } from './options.ts';
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
/** Cases whose fans are computed together. */
const casesAtOnce = 8;

/** `impossible` are the uncertain numbers whose parameters cannot be: where there are any, there is no answer. */
export type RiskAnswer =
  | { readonly ok: true; readonly risk: Risk }
  | { readonly ok: false; readonly impossible: readonly Impossible[] };

export function risk(grid: Grid, question: RiskQuestion, pinned: Pinned): RiskAnswer {
  const { graph } = grid;
  const { by, over, samples, sampling } = question;
  const wanted = [question.node, ...conditionsOf(graph), ...(over === undefined ? [] : [over.node])];
  const { axes, places } = casesOf(grid, wanted, pinned);
  const figures = new SampledFigures(grid, sampling, samples);
  const groups = groupsOf(places, axes, by);
  const asked = groups.map((group) => group.map((place) => slotsOf(graph, figures, question, place)));
  if (figures.impossible.length > 0) return { ok: false, impossible: figures.impossible };
  const rates = groups.map((group) => group.map((place) => question.rate?.(place) ?? 1));
  const summaries = summariesOf(figures, asked.flat(), rates.flat());
  const fans = fansOf(figures, asked.flat());
  const cases = groups.flatMap((group, g) =>
    caseOfGroup({ graph, figures, question, axes, summaries, fans }, group, asked[g] ?? [], rates[g] ?? []),
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

/** Of limits and budgets: a case is told apart by what holds there, too. */
export function conditionsOf({ limits, budgets }: Graph): readonly NodeId[] {
  return [...limits, ...budgets].map(({ holds }) => holds);
}

interface Slots {
  readonly figure: Slot;
  readonly limits: readonly Slot[];
  readonly budgets: readonly Slot[];
  readonly fan: readonly Slot[];
}

function slotsOf(graph: Graph, figures: SampledFigures, { node, over }: RiskQuestion, place: Place): Slots {
  const here = sampledAt(graph, place);
  const slot = (id: NodeId): Slot => figures.slots(id, here)[0] as Slot;
  return {
    figure: slot(node),
    limits: graph.limits.map(({ holds }) => slot(holds)),
    budgets: graph.budgets.map(({ holds }) => slot(holds)),
    fan: over === undefined ? [] : figures.slots(over.node, here, [over.axis]),
  };
}

type Quantiles = readonly number[];

/** Of a few cases at once, month by month: what they share in a month is computed once. */
function fansOf(figures: SampledFigures, asked: readonly Slots[]): ReadonlyMap<Slots, readonly Quantiles[]> {
  const fans = new Map<Slots, readonly Quantiles[]>();
  for (let from = 0; from < asked.length; from += casesAtOnce) {
    const some = asked.slice(from, from + casesAtOnce);
    const points = some[0]?.fan.length ?? 0;
    const slots = Array.from({ length: points }, (_, p) => some.map(({ fan }) => fan[p] as Slot)).flat();
    const found = figures.summaries(slots, 'fan', (column) => quantilesOf(column, fanQuantiles));
    for (const [k, one] of some.entries())
      fans.set(
        one,
        one.fan.map((_, p) => found[p * some.length + k] as Quantiles),
      );
  }
  return fans;
}

interface Drawing {
  readonly graph: Graph;
  readonly figures: SampledFigures;
  readonly question: RiskQuestion;
  readonly axes: readonly number[];
  readonly summaries: ReadonlyMap<Slots, Summary>;
  readonly fans: ReadonlyMap<Slots, readonly Quantiles[]>;
}

function caseOfGroup(
  { graph, figures, question, axes, summaries, fans }: Drawing,
  places: readonly Place[],
  slots: readonly Slots[],
  rates: readonly number[],
): readonly RiskCase[] {
  const { over } = question;
  const chosen = question.by !== undefined && places.length > 1;
  const { options, worth } = chosen ? choiceAmong(figures, slots, rates) : nothingChosen;
  const chances = (some: readonly Slot[]): readonly Estimate[] => figures.summaries(some, 'chance', chanceOf);
  return places.map((place, k): RiskCase => {
    const own = slots[k] as Slots;
    const { spread, ranks } = summaries.get(own) as Summary;
    const drivers = [...ranks].map(([name, rank]) => ({ name, rank, worth: worth.get(name) }));
    return {
      at: coordinates(graph, axes, place),
      place,
      spread,
      limits: chancesAmong(graph.limits, chances(own.limits)),
      budgets: chancesAmong(graph.budgets, chances(own.budgets)),
      choice: options[k],
      drivers: drivers.sort((a, b) => strength(b) - strength(a)),
      fan: (fans.get(own) ?? []).map(([low = Number.NaN, middle = Number.NaN, high = Number.NaN], point) => {
        const shape = graph.axes[over?.axis ?? -1]?.points[point];
        return { point: shape?.name ?? '', label: shape?.label ?? '', values: [low, middle, high] };
      }),
    };
  });
}

/** Of one figure, whichever case it is that of. */
interface Summary {
  readonly spread: Spread;
  /** How its ranks follow those of each uncertain number. */
  readonly ranks: ReadonlyMap<string, number>;
}

/** Of figures in the same currency all at once. */
function summariesOf(
  figures: SampledFigures,
  asked: readonly Slots[],
  rates: readonly number[],
): ReadonlyMap<Slots, Summary> {
  const found = new Map<Slots, Summary>();
  for (const rate of new Set(rates)) {
    const some = asked.filter((_, k) => rates[k] === rate);
    const summaries = figures.summaries(
      some.map(({ figure }) => figure),
      `figure × ${rate}`,
      (column, slot) => summaryOf(figures, slot, scaled(column, rate)),
    );
    for (const [k, one] of some.entries()) found.set(one, summaries[k] as Summary);
  }
  return found;
}

function summaryOf(figures: SampledFigures, slot: Slot, values: Float64Array): Summary {
  const inputs = driversOf(figures, [slot]);
  const ranked = inputs.size === 0 ? undefined : rankedColumn(values);
  const drawn = figures.summaries([...inputs.values()], 'ranked', rankedColumn);
  const ranks = [...inputs.keys()].map((name, i) => [name, correlationOfRanked(drawn[i], ranked)] as const);
  return { spread: spreadOf(values), ranks: new Map(ranks) };
}

function scaled(column: Float64Array, rate: number): Float64Array {
  return rate === 1 ? column : column.map((x) => x * rate);
}

interface Chosen {
  readonly options: readonly Option[];
  /** What it would be worth to know each uncertain number. */
  readonly worth: ReadonlyMap<string, number>;
}

const nothingChosen: Chosen = { options: [], worth: new Map() };

function choiceAmong(figures: SampledFigures, slots: readonly Slots[], rates: readonly number[]): Chosen {
  const all = slots.map(({ figure }) => figure);
  const inputs = [...driversOf(figures, all)];
  const costs = figures.columns(all).map((column, k) => scaled(column, rates[k] as number));
  const drawn = figures.summaries(
    inputs.map(([, slot]) => slot),
    'groups',
    groupsOfInput,
  );
  const values = valuesOfKnowing(drawn, costs);
  return {
    options: optionsOf(costs),
    worth: new Map(inputs.map(([name], i) => [name, values[i] as number])),
  };
}

function strength({ rank }: Driver): number {
  return Number.isNaN(rank) ? 0 : Math.abs(rank);
}

/** One draw of each name: all draws of a name rise and fall together. */
function driversOf(figures: SampledFigures, slots: readonly Slot[]): ReadonlyMap<string, Slot> {
  const byName = new Map<string, Slot>();
  for (const { name, slot } of figures.drawsOf(slots)) if (!byName.has(name)) byName.set(name, slot);
  return byName;
}

function chancesAmong(limits: readonly GraphLimit[], chances: readonly Estimate[]): readonly LimitChance[] {
  return limits.map(({ limit }, i) => ({
    name: limit.name,
    label: limit.label ?? limit.name,
    holds: chances[i] as Estimate,
  }));
}
