// How a value over several axes lies in one flat column: row-major, the last axis runs fastest.

import type { Graph } from '../graph/types.ts';

export interface Column {
  /** Ascending indices of the axes along which it differs. */
  readonly axes: readonly number[];
  readonly data: Float64Array;
}

/** One index per axis of the graph. */
export type Place = readonly number[];

export function sizeOf(graph: Graph, axes: readonly number[]): number {
  return axes.reduce((size, axis) => size * (graph.axes[axis]?.points.length ?? 1), 1);
}

/** Where a place stands in a column. */
export function offsetAt(graph: Graph, axes: readonly number[], place: Place): number {
  return axes.reduce(
    (offset, axis) => offset * (graph.axes[axis]?.points.length ?? 1) + (place[axis] ?? 0),
    0,
  );
}

/** The base point of every axis. */
export function basePlace(graph: Graph): Place {
  return graph.axes.map((axis) => axis.base);
}

/**
 * The same place, but uncertain numbers are drawn there: a point of the band beside its low, middle and high end, at which a
 * formula that names an end does not look.
 */
export function sampledAt(graph: Graph, place: Place): Place {
  const band = bandOf(graph);
  return place.map((p, axis) => (axis === band ? sampledPoint(graph, band) : p));
}

export function isSampled(graph: Graph, place: Place): boolean {
  const band = bandOf(graph);
  return place[band] === sampledPoint(graph, band);
}

/** The same place, with all that is uncertain at its middle. */
export function middleOf(graph: Graph, place: Place): Place {
  const band = bandOf(graph);
  return place.map((p, axis) => (axis === band ? (graph.axes[band]?.base ?? 0) : p));
}

function bandOf(graph: Graph): number {
  return graph.axes.findIndex((axis) => axis.kind === 'band');
}

function sampledPoint(graph: Graph, band: number): number {
  return graph.axes[band]?.points.length ?? 0;
}

/** Every combination of points of some axes, the others at `around`; in row-major order. */
export function placesOver(graph: Graph, axes: readonly number[], around: Place): readonly Place[] {
  let places: Place[] = [around];
  for (const axis of axes) {
    const points = graph.axes[axis]?.points.length ?? 1;
    places = places.flatMap((place) =>
      Array.from({ length: points }, (_, i) => place.map((p, a) => (a === axis ? i : p))),
    );
  }
  return places;
}

/**
 * For each cell of a column over `to`, the cell of a column over `from` that belongs to it; `from` holds some of the axes of
 * `to`. Where `fixed` names an axis of `from` that `to` lacks, its index is used.
 */
export function indexMap(
  graph: Graph,
  from: readonly number[],
  to: readonly number[],
  fixed?: { readonly axis: number; readonly index: number },
): Int32Array {
  const strides = new Map<number, number>();
  let stride = 1;
  for (const axis of [...from].reverse()) {
    strides.set(axis, stride);
    stride *= graph.axes[axis]?.points.length ?? 1;
  }
  const start = fixed === undefined ? 0 : (strides.get(fixed.axis) ?? 0) * fixed.index;
  let map = Int32Array.of(start);
  for (const axis of to) {
    const points = graph.axes[axis]?.points.length ?? 1;
    const step = strides.get(axis) ?? 0;
    const wider = new Int32Array(map.length * points);
    for (let i = 0, k = 0; i < map.length; i++) {
      const base = map[i] ?? 0;
      for (let p = 0; p < points; p++) wider[k++] = base + p * step;
    }
    map = wider;
  }
  return map;
}
