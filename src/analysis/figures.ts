// What all answers are made of: figures with their unit, kept at the low, middle and high end of what is uncertain.

import type { Graph, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { offsetAt, type Place, sizeOf } from '../grid/layout.ts';
import { monthAxis } from '../plan/names.ts';
import type { Unit } from '../quantity/unit.ts';

/** A value that may be a range. Unknown is NaN in all three. */
export interface Ranged {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export interface Figure extends Ranged {
  readonly unit: Unit;
}

/** One point of one axis, as it is called and shown. */
export interface Coordinate {
  readonly axis: string;
  readonly point: string;
  readonly label: string;
}

/**
 * The axes that make cases: all but the band, whose three points are the ends of every figure, and but levers, time and
 * other held axes, which stand where they are told to.
 */
export function caseAxes(graph: Graph, pinned?: ReadonlyMap<number, number>): readonly number[] {
  return graph.axes.flatMap((axis, i) =>
    axis.kind === 'band' || (axis.held && pinned?.has(i) !== true) ? [] : [i],
  );
}

/** The months of the horizon, or -1. */
export function monthIndex(graph: Graph): number {
  return graph.axes.findIndex((axis) => axis.kind === 'time' && axis.name === monthAxis);
}

export function bandIndex(graph: Graph): number {
  return graph.axes.findIndex((axis) => axis.kind === 'band');
}

export function onBand(graph: Graph, place: Place, index: number): Place {
  const band = bandIndex(graph);
  return place.map((p, axis) => (axis === band ? index : p));
}

/** The value at a place, with its range. The ends are those of the value, so `low <= high` whatever the inputs did. */
export function rangedAt(grid: Grid, id: NodeId, place: Place): Ranged {
  const { graph } = grid;
  const mid = grid.value(id, onBand(graph, place, 1));
  if (!grid.axesOf(id).includes(bandIndex(graph))) return { low: mid, mid, high: mid };
  const a = grid.value(id, onBand(graph, place, 0));
  const b = grid.value(id, onBand(graph, place, 2));
  return a <= b ? { low: a, mid, high: b } : { low: b, mid, high: a };
}

/** The same along an axis that the grid leaves open, point by point. */
export function rangedAlong(grid: Grid, id: NodeId, place: Place, axis: number): readonly Ranged[] {
  const { graph } = grid;
  const { axes, data } = grid.columnAt(id, place);
  const ends = axes.includes(bandIndex(graph)) ? ([0, 1, 2] as const) : ([1, 1, 1] as const);
  const starts = ends.map((end) =>
    offsetAt(
      graph,
      axes,
      onBand(graph, place, end).map((p, a) => (a === axis ? 0 : p)),
    ),
  );
  const at = axes.indexOf(axis);
  const stride = at < 0 ? 0 : sizeOf(graph, axes.slice(at + 1));
  return Array.from({ length: graph.axes[axis]?.points.length ?? 0 }, (_, p) => {
    const [a, mid, b] = starts.map((start) => data[start + p * stride] ?? Number.NaN) as [
      number,
      number,
      number,
    ];
    return a <= b ? { low: a, mid, high: b } : { low: b, mid, high: a };
  });
}

export function figureAt(grid: Grid, id: NodeId, place: Place): Figure {
  const type = grid.graph.nodes[id]?.type;
  if (type?.kind !== 'number') throw new Error(`node ${id} is not a number`);
  return { ...rangedAt(grid, id, place), unit: type.unit };
}

export function isKnown(r: Ranged): boolean {
  return !Number.isNaN(r.mid);
}

export function isRange(r: Ranged): boolean {
  return r.low !== r.high && isKnown(r);
}

/** Applied end by end. */
export function mapRanged(r: Ranged, f: (x: number) => number): Ranged {
  return { low: f(r.low), mid: f(r.mid), high: f(r.high) };
}

export function addRanged(a: Ranged, b: Ranged): Ranged {
  return { low: a.low + b.low, mid: a.mid + b.mid, high: a.high + b.high };
}

/** Coordinates of a place on some axes. */
export function coordinates(graph: Graph, axes: readonly number[], place: Place): readonly Coordinate[] {
  return axes.flatMap((i) => {
    const axis = graph.axes[i];
    const point = axis?.points[place[i] ?? 0];
    return axis === undefined || point === undefined
      ? []
      : [{ axis: axis.name, point: point.name, label: point.label }];
  });
}
