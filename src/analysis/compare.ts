// Any figure along one axis against another: a matrix with ranges, the cheapest feasible case of each column marked, and a word
// in each cell where a source states another figure.

import type { Expression } from '../formula/ast.ts';
import type { Graph, GraphAxis, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import type { Unit } from '../quantity/unit.ts';
import type { Pinned } from './cases.ts';
import { placeOf } from './cases.ts';
import { bandIndex, type Ranged, rangedAt } from './figures.ts';

export interface Comparison {
  /** What is compared, as asked: `total`. */
  readonly metric: string;
  readonly unit: Unit;
  readonly by: AxisHead;
  /** undefined for a single column. */
  readonly over: AxisHead | undefined;
  readonly rows: readonly CompareRow[];
}

export interface AxisHead {
  readonly name: string;
  readonly label: string;
  readonly points: readonly { readonly name: string; readonly label: string }[];
}

export interface CompareRow {
  readonly point: string;
  readonly label: string;
  /** One per point of `over`, or one. */
  readonly cells: readonly CompareCell[];
}

export interface CompareCell {
  readonly place: Place;
  readonly value: Ranged;
  /** No limit is known to be broken. */
  readonly feasible: boolean;
  readonly broken: readonly string[];
  /** Lowest of the feasible and known in its column, at the middle; and at each end of the range. */
  readonly cheapest: boolean;
  readonly cheapestLow: boolean;
  readonly cheapestHigh: boolean;
  /** Why there is no figure. */
  readonly unknown: readonly string[];
  readonly note: string | undefined;
  /** What a source states here and the plan cannot bear. */
  readonly disputes: readonly { readonly stated: string; readonly because: string }[];
}

export interface CompareQuestion {
  readonly metric: string;
  readonly node: NodeId;
  readonly unit: Unit;
  /** Axis indices. */
  readonly by: number;
  readonly over: number | undefined;
}

export function compare(whole: Grid, question: CompareQuestion, pinned: Pinned): Comparison {
  const { graph } = whole;
  // the two axes and the ends of ranges are asked for; every other axis stands at its point
  const others = placeOf(graph, pinned).flatMap((index, axis) =>
    axis === question.by || axis === question.over || axis === bandIndex(graph)
      ? []
      : [[axis, index] as const],
  );
  const open = [question.by, question.over].flatMap((axis) =>
    axis === undefined ? [] : [[axis, -1] as const],
  );
  const grid = whole.pinnedTo(new Map([...others, ...open]));
  const by = axisAt(graph, question.by);
  const over = question.over === undefined ? undefined : axisAt(graph, question.over);
  const columns = over?.points.length ?? 1;
  const start = placeOf(graph, pinned);
  grid.evaluate([
    ...new Set([
      question.node,
      ...graph.limits.map((l) => l.holds),
      ...graph.items.flatMap((i) => [i.cost, i.choice, i.present]),
    ]),
  ]);
  const places = by.points.map((_, row) =>
    Array.from({ length: columns }, (__, column) =>
      start.map((p, axis) => (axis === question.by ? row : axis === question.over ? column : p)),
    ),
  );
  const bare = places.map((row) => row.map((place) => cellAt(grid, question, place)));
  const marked = bare.map((row) =>
    row.map((cell, column) => ({
      ...cell,
      ...cheapestMarks(
        bare.map((r) => r[column]),
        cell,
      ),
    })),
  );
  return {
    metric: question.metric,
    unit: question.unit,
    by: axisHead(by),
    over: over === undefined ? undefined : axisHead(over),
    rows: by.points.map((point, i) => ({ point: point.name, label: point.label, cells: marked[i] ?? [] })),
  };
}

export function axisAt(graph: Graph, index: number): GraphAxis {
  const axis = graph.axes[index];
  if (axis === undefined) throw new Error(`there is no axis ${index}`);
  return axis;
}

export function axisHead(axis: GraphAxis): AxisHead {
  return {
    name: axis.name,
    label: axis.label,
    points: axis.points.map(({ name, label }) => ({ name, label })),
  };
}

type BareCell = Omit<CompareCell, 'cheapest' | 'cheapestLow' | 'cheapestHigh'>;

function cellAt(grid: Grid, question: CompareQuestion, place: Place): BareCell {
  const { graph } = grid;
  const value = rangedAt(grid, question.node, place);
  const broken = graph.limits
    .filter((l) => grid.value(l.holds, place) === 0)
    .map((l) => l.limit.label ?? l.limit.name);
  const notes = [question.by, question.over].flatMap((axis) =>
    axis === undefined ? [] : (graph.axes[axis]?.points[place[axis] ?? 0]?.note ?? []),
  );
  return {
    place,
    value,
    feasible: broken.length === 0,
    broken,
    unknown: Number.isNaN(value.mid) ? unknownReasons(grid, place) : [],
    note: notes.length === 0 ? undefined : notes.join('; '),
    disputes: disputesAt(graph, question, place),
  };
}

function unknownReasons(grid: Grid, place: Place): readonly string[] {
  return grid.graph.items.flatMap((item) => {
    if (item.optional || grid.value(item.present, place) === 0 || !Number.isNaN(grid.value(item.cost, place)))
      return [];
    const choice = item.choices[grid.value(item.choice, place)];
    return [choice?.unpriced ?? `${item.label}: no price`];
  });
}

function cheapestMarks(
  column: readonly (BareCell | undefined)[],
  cell: BareCell,
): Pick<CompareCell, 'cheapest' | 'cheapestLow' | 'cheapestHigh'> {
  const able = column.filter((c) => c !== undefined).filter((c) => c.feasible && !Number.isNaN(c.value.mid));
  const lowest = (end: keyof Ranged): boolean => {
    const least = Math.min(...able.map((c) => c.value[end]));
    return able.includes(cell) && cell.value[end] <= least + 1e-9 * Math.abs(least);
  };
  return { cheapest: lowest('mid'), cheapestLow: lowest('low'), cheapestHigh: lowest('high') };
}

/** Disputes whose claim is this very figure: `total at platform=aws, stage=alpha`, perhaps of one end of its range. */
function disputesAt(graph: Graph, question: CompareQuestion, place: Place): CompareCell['disputes'] {
  return graph.plan.expectations.flatMap(({ that, dispute }) => {
    if (dispute === undefined || !isAbout(graph, that, question, place)) return [];
    const { start, end, source } = dispute.stated.span;
    return [{ stated: source.text.slice(start, end), because: dispute.because }];
  });
}

function isAbout(graph: Graph, e: Expression, question: CompareQuestion, place: Place): boolean {
  if (e.kind === 'call' && ['low', 'mid', 'high'].includes(e.name))
    return e.args[0] !== undefined && isAbout(graph, e.args[0], question, place);
  if (e.kind === 'in') return isAbout(graph, e.operand, question, place);
  if (e.kind !== 'at' || e.operand.kind !== 'name' || e.operand.name !== question.metric) return false;
  const given = new Map(e.points.map((p) => [p.axis, p.point]));
  const asked = [question.by, ...(question.over === undefined ? [] : [question.over])];
  const here = (axis: number): string => graph.axes[axis]?.points[place[axis] ?? 0]?.name ?? '';
  const exact = asked.every((axis) => given.get(graph.axes[axis]?.name ?? '') === here(axis));
  return (
    exact &&
    graph.axes.every(
      (shape, axis) =>
        shape.kind === 'band' || !given.has(shape.name) || given.get(shape.name) === here(axis),
    )
  );
}
