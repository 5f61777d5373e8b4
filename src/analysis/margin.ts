// What is earned in each case and what is left of it: by line of revenue, per unit, and what would have to be charged.

import type { Choice, Graph, GraphItem, GraphRevenue, Named, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { type Interpreter, interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import type { Unit } from '../quantity/unit.ts';
import { type Cases, casesOf, type Pinned } from './cases.ts';
import {
  addRanged,
  bandIndex,
  type Coordinate,
  coordinates,
  type Figure,
  figureAt,
  type Ranged,
  rangedAt,
} from './figures.ts';
import { type LinePrice, linePrice } from './line-prices.ts';
import type { MovedInput, Span } from './moved-input.ts';
import { type UnitEconomics, unitEconomics } from './unit-economics.ts';

export interface MarginQuestion {
  /** Of what there are units: customers, requests; undefined where nobody says. */
  readonly per: MovedInput | undefined;
  /** How far a break-even is looked for. */
  readonly span: Span | undefined;
  /** A gross margin to aim at, as a share: 0.7. */
  readonly target: number | undefined;
}

export interface Margins extends MarginQuestion {
  /** Of every amount: plan currency per month. */
  readonly unit: Unit;
  readonly axes: readonly string[];
  readonly cases: readonly MarginCase[];
}

export interface MarginCase {
  readonly place: Place;
  readonly at: readonly Coordinate[];
  readonly note: string | undefined;
  readonly lines: readonly RevenueLine[];
  readonly revenue: Ranged;
  readonly total: Ranged;
  readonly margin: Ranged;
  /** A share; unknown where nothing is earned. */
  readonly grossMargin: Ranged;
  /** Earned one time, and in no figure per month. */
  readonly once: Ranged;
  /** Why the revenue or the total is unknown, where it is. */
  readonly unknown: readonly string[];
  readonly units: UnitEconomics | undefined;
}

export interface RevenueLine {
  readonly name: string;
  readonly label: string;
  readonly note: string | undefined;
  /** Shown, and in no sum. */
  readonly optional: boolean;
  readonly revenue: Ranged;
  /** Of the revenue at the middle; unknown where that is, or is nothing. */
  readonly share: number;
  readonly quantity: Figure | undefined;
  readonly count: Figure | undefined;
  readonly choice: Choice | undefined;
  /** What it would have to be sold at; undefined for an optional line. */
  readonly price: LinePrice | undefined;
}

/** undefined where the plan sells nothing. */
export function margins(whole: Grid, question: MarginQuestion, pinned: Pinned): Margins | undefined {
  const grid = whole.pinnedTo(pinned);
  const { graph } = grid;
  const { revenue } = graph;
  if (revenue === undefined) return undefined;
  const { per } = question;
  const nodes = [
    ...[revenue.earned, revenue.margin, revenue.grossMargin, graph.total],
    ...revenue.lines.flatMap((line) => [line.cost, line.once, line.present]),
    ...(per === undefined ? [] : [per.node]),
  ];
  const cases = casesOf(grid, nodes, pinned);
  grid.evaluate([
    ...new Set([
      ...nodes,
      ...revenue.lines.flatMap((line) =>
        [line.choice, line.quantity, line.count].filter((id) => id !== undefined),
      ),
      ...graph.items.flatMap((item) => [item.cost, item.choice, item.present]),
    ]),
  ]);
  const type = graph.nodes[graph.total]?.type;
  if (type?.kind !== 'number') throw new Error('the total is no figure');
  const rest = interpreter(graph);
  const byNode = new Map([...graph.names.values()].map((named) => [named.node, named]));
  const context: Context = {
    grid,
    revenue,
    rest,
    byNode,
    question,
    cases,
    bands: bandsOf(graph, nodes, pinned),
  };
  return {
    ...question,
    unit: type.unit,
    axes: cases.axes.map((axis) => graph.axes[axis]?.name ?? ''),
    cases: cases.places.map((place) => marginCase(context, place)),
  };
}

interface Context {
  readonly grid: Grid;
  readonly revenue: GraphRevenue;
  readonly rest: Interpreter;
  readonly byNode: ReadonlyMap<NodeId, Named>;
  readonly question: MarginQuestion;
  readonly cases: Cases;
  readonly bands: readonly [number, number, number];
}

/** One point of the band is enough where somebody pinned it, or where nothing differs along it. */
function bandsOf(graph: Graph, nodes: readonly NodeId[], pinned: Pinned): Context['bands'] {
  const axis = bandIndex(graph);
  const only = pinned.get(axis) ?? (nodes.some((id) => graph.nodes[id]?.axes.includes(axis)) ? undefined : 1);
  return only === undefined ? [0, 1, 2] : [only, only, only];
}

function marginCase(
  { grid, revenue, rest, byNode, question, cases, bands }: Context,
  place: Place,
): MarginCase {
  const { graph } = grid;
  const { per, span, target } = question;
  const earned = rangedAt(grid, revenue.earned, place);
  const there = revenue.lines.filter((line) => grid.value(line.present, place) !== 0);
  const counted = there.filter((line) => !line.optional);
  const pricing = { graph, revenue, rest, byNode, place, bands, target };
  const notes = cases.axes.flatMap((axis) => graph.axes[axis]?.points[place[axis] ?? 0]?.note ?? []);
  const none: Ranged = { low: 0, mid: 0, high: 0 };
  return {
    place,
    at: coordinates(graph, cases.axes, place),
    note: notes.length === 0 ? undefined : notes.join('; '),
    lines: there.map((line) =>
      lineAt(grid, line, place, earned, line.optional ? undefined : linePrice(pricing, line)),
    ),
    revenue: earned,
    total: rangedAt(grid, graph.total, place),
    margin: rangedAt(grid, revenue.margin, place),
    grossMargin: shareOf(rangedAt(grid, revenue.grossMargin, place)),
    once: counted.reduce((sum, line) => addRanged(sum, rangedAt(grid, line.once, place)), none),
    unknown: [...counted, ...graph.items.filter((item) => !item.optional)].flatMap((item) =>
      whyUnknown(grid, item, place),
    ),
    units: per === undefined ? undefined : unitEconomics(graph, revenue, { input: per, span }, place, bands),
  };
}

/** The node is in percent. */
function shareOf({ low, mid, high }: Ranged): Ranged {
  return { low: low / 100, mid: mid / 100, high: high / 100 };
}

function lineAt(
  grid: Grid,
  line: GraphItem,
  place: Place,
  earned: Ranged,
  price: LinePrice | undefined,
): RevenueLine {
  const revenue = rangedAt(grid, line.cost, place);
  const index = grid.value(line.choice, place);
  const { name, label, note, optional, quantity, count } = line;
  return {
    name,
    label,
    note,
    optional,
    revenue,
    share: optional || earned.mid === 0 ? Number.NaN : revenue.mid / earned.mid,
    quantity: quantity === undefined ? undefined : figureAt(grid, quantity, place),
    count: count === undefined ? undefined : figureAt(grid, count, place),
    choice: Number.isNaN(index) ? undefined : line.choices[index],
    price,
  };
}

function whyUnknown(grid: Grid, item: GraphItem, place: Place): readonly string[] {
  if (grid.value(item.present, place) === 0 || !Number.isNaN(grid.value(item.cost, place))) return [];
  const reason = item.choices[grid.value(item.choice, place)]?.unpriced;
  return [reason === undefined ? item.label : `${item.label} (${reason})`];
}
