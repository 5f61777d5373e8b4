// Which option to take: for each case along the other axes the cheapest that breaks no limit, by how much, who is out and why,
// what would change it, whether it stays the cheapest over the ranges of the plan, and what it may cost to have been wrong.

import type { Graph, GraphLimit, NodeId } from '../graph/types.ts';
import { type Grid, GridTooLarge } from '../grid/evaluate.ts';
import { interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import type { Unit } from '../quantity/unit.ts';
import { type Banded, banded, minus, rangedOf } from './banded.ts';
import { casesOf, type Pinned } from './cases.ts';
import { type AxisHead, axisAt, axisHead } from './compare.ts';
import { bandIndex, type Coordinate, coordinates, onBand, type Ranged } from './figures.ts';
import { type Flip, recommendation } from './flips.ts';
import { numericInputs } from './moved-input.ts';
import { cheapestOf, type Line, type Outcome, type Regrets, regretsOf } from './regret.ts';
import { type Situation, situations } from './situations.ts';
import { whyUnknown } from './unknown-reasons.ts';

export interface RecommendQuestion {
  /** What is to be low, as asked: `total`. */
  readonly metric: string;
  readonly node: NodeId;
  readonly unit: Unit;
  /** The axis of which one point is chosen. */
  readonly by: number;
  /** Every input that changes the answer, or only the nearest, which takes less time; all where left out. */
  readonly flips?: 'all' | 'nearest';
}

export interface Advice {
  readonly metric: string;
  readonly unit: Unit;
  readonly by: AxisHead;
  readonly scales: readonly Scale[];
}

/** The choice in one case along the other axes. Options are indices of the points of `by`. */
export interface Scale {
  readonly place: Place;
  readonly at: readonly Coordinate[];
  readonly options: readonly Option[];
  /** The lowest of those that are known and break no limit, every range at its middle; several where they are equal. */
  readonly cheapest: readonly number[];
  readonly next: Next | undefined;
  /** With every range at its low, and at its high end. */
  readonly ends: { readonly low: AtEnd; readonly high: AtEnd };
  /** What is the cheapest at the middle is so at both ends too, if perhaps not alone. */
  readonly steady: boolean;
  /** One input alone, the nearest first. */
  readonly flips: readonly Flip[];
  readonly regrets: Regrets | undefined;
}

export interface AtEnd {
  readonly cheapest: readonly number[];
  /** Of each option. */
  readonly outcomes: readonly Outcome[];
}

export interface Option {
  readonly value: Ranged;
  /** Above the cheapest, every range at its middle; unknown where one of them is. */
  readonly above: number;
  readonly broken: readonly string[];
  /** Limits of which nobody knows whether they hold. */
  readonly undecided: readonly string[];
  /** Budgets exclude nobody. */
  readonly overBudget: readonly string[];
  /** Why there is no figure; empty where there is one. */
  readonly unknown: readonly string[];
}

/** The next cheapest that is possible. */
export interface Next {
  readonly options: readonly number[];
  /** What the cheapest is below it; at an end of the ranges it may be above. */
  readonly margin: Ranged;
  /** Of the figure of the next, at the middle; unknown where that is nothing. */
  readonly share: number;
}

/** More cases than these nobody reads one by one. */
export const mostScales = 400;

export function recommend(whole: Grid, question: RecommendQuestion, pinned: Pinned): Advice {
  const { graph } = whole;
  const { metric, unit, by } = question;
  const { axes, places } = scalesOf(whole, question, pinned);
  const here = whole.pinnedTo(pinned);
  const tried = situationsOf(graph, pinned).map((situation) =>
    linesIn(whole, situation, question, pinned, places),
  );
  return {
    metric,
    unit,
    by: axisHead(axisAt(graph, by)),
    scales: places.map((options, i) => {
      const [first = []] = options;
      const lines = tried.flatMap((of) => of[i] ?? []);
      return scaleOf(here, question, options, coordinates(graph, axes, first), lines);
    }),
  };
}

interface ScalePlaces {
  /** Without the axis of the options. */
  readonly axes: readonly number[];
  /** For each scale the place of each option. */
  readonly places: readonly (readonly Place[])[];
}

function scalesOf(whole: Grid, { node, by }: RecommendQuestion, pinned: Pinned): ScalePlaces {
  const { graph } = whole;
  const nodes = [node, ...graph.limits.map((limit) => limit.holds)];
  const cases = casesOf(whole, nodes, pinned);
  const first = cases.places[0]?.[by];
  const scales = cases.places.filter((place) => place[by] === first);
  const axes = cases.axes.filter((axis) => axis !== by);
  if (scales.length > mostScales)
    throw new GridTooLarge(
      axes.filter((axis) => !pinned.has(axis)).map((axis) => graph.axes[axis]?.name ?? ''),
      scales.length,
      mostScales,
    );
  const points = graph.axes[by]?.points ?? [];
  return {
    axes,
    places: scales.map((scale) => points.map((_, p) => scale.map((q, axis) => (axis === by ? p : q)))),
  };
}

/** Where somebody pinned the ends of the ranges, nothing is uncertain. */
function situationsOf(graph: Graph, pinned: Pinned): readonly Situation[] {
  const band = pinned.get(bandIndex(graph));
  return band === undefined ? situations(graph) : [{ scenario: { kind: 'middle' }, graph, moved: [], band }];
}

/** One line for each scale. */
function linesIn(
  whole: Grid,
  { scenario, graph, moved, band }: Situation,
  { node }: RecommendQuestion,
  pinned: Pinned,
  places: readonly (readonly Place[])[],
): readonly Line[] {
  const held = moved.length === 0 ? whole : whole.movedTo(graph, moved);
  const grid = held.pinnedTo(new Map([...pinned, [bandIndex(graph), band]]));
  grid.evaluate([...new Set([node, ...graph.limits.map((limit) => limit.holds)])]);
  return places.map((options) => {
    const there = options.map((place) => onBand(graph, place, band));
    const outcomes = there.map((place) => ({
      value: grid.value(node, place),
      broken: namesWhere(graph.limits, grid, place, 0),
    }));
    if (scenario.kind !== 'input') return { scenario, outcomes };
    const [value, ...others] = new Set(there.map((place) => grid.value(scenario.input.node, place)));
    return { scenario: { ...scenario, value: others.length > 0 ? undefined : value }, outcomes };
  });
}

/** Labels of the limits that are broken (0), or undecided (NaN). */
function namesWhere(
  limits: readonly GraphLimit[],
  grid: Grid,
  place: Place,
  state: number,
): readonly string[] {
  const isSo = (value: number): boolean => value === state || (Number.isNaN(value) && Number.isNaN(state));
  return limits
    .filter(({ holds }) => isSo(grid.value(holds, place)))
    .map(({ limit }) => limit.label ?? limit.name);
}

function scaleOf(
  here: Grid,
  { node, by, flips = 'all' }: RecommendQuestion,
  places: readonly Place[],
  at: readonly Coordinate[],
  lines: readonly Line[],
): Scale {
  const { graph } = here;
  const rest = interpreter(graph);
  const middle = lines[0]?.outcomes ?? [];
  const [low, high] = (['low', 'high'] as const).map(
    (end) => lines.find(({ scenario: s }) => s.kind === 'all' && s.end === end)?.outcomes ?? middle,
  ) as [readonly Outcome[], readonly Outcome[]];
  const ends = (option: number): Banded =>
    [low, middle, high].map((line) => line[option]?.value ?? Number.NaN) as [number, number, number];
  const cheapest = cheapestOf(middle);
  const atEnd = (outcomes: readonly Outcome[]): AtEnd => ({ cheapest: cheapestOf(outcomes), outcomes });
  const atEnds = { low: atEnd(low), high: atEnd(high) };
  const best = middle[cheapest[0] ?? -1]?.value ?? Number.NaN;
  const [place = []] = places;
  return {
    place,
    at,
    options: middle.map(({ value, broken }, i): Option => {
      const there = places[i] ?? place;
      return {
        value: rangedOf(ends(i)),
        above: cheapest.includes(i) ? 0 : value - best,
        broken,
        undecided: namesWhere(graph.limits, here, there, Number.NaN),
        overBudget: namesWhere(graph.budgets, here, there, 0),
        unknown: Number.isFinite(value) ? [] : whyUnknown(graph, rest, node, there),
      };
    }),
    cheapest,
    next: nextOf(middle, cheapest, ends),
    ends: atEnds,
    steady: [atEnds.low, atEnds.high].every((end) => cheapest.every((i) => end.cheapest.includes(i))),
    flips: recommendation(graph, rest, numericInputs(graph), { axis: by, node, place }, flips).flips,
    regrets: regretsOf(lines),
  };
}

function nextOf(
  middle: readonly Outcome[],
  cheapest: readonly number[],
  ends: (option: number) => Banded,
): Next | undefined {
  const [best] = cheapest;
  const others = middle.map((outcome, i) =>
    cheapest.includes(i) ? { ...outcome, value: Number.NaN } : outcome,
  );
  const options = cheapestOf(others);
  const [next] = options;
  if (best === undefined || next === undefined) return undefined;
  const below = minus(ends(next), ends(best));
  const value = middle[next]?.value ?? Number.NaN;
  return {
    options,
    margin: below.every(Number.isFinite) ? rangedOf(below) : rangedOf(banded(below[1])),
    share: value > 0 ? below[1] / value : Number.NaN,
  };
}
