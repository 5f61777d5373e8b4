// Which cases are shown one by one. A plan with six axes has thousands; a reader reads some dozens, so the axes that come
// last stay at their base, and the report says so.

import type { Pinned } from '../analysis/cases.ts';
import { caseAxes, coordinates } from '../analysis/figures.ts';
import type { Graph } from '../graph/types.ts';
import type { Place } from '../grid/layout.ts';

export const mostCases = 48;

export interface ShownCases {
  /** What the reader pinned, and the axes that stay at their base. */
  readonly pinned: Pinned;
  /** The axes along which cases are shown. */
  readonly axes: readonly number[];
  /** The axes that were left at their base to keep the report short. */
  readonly held: readonly number[];
  /** How many cases there are in all. */
  readonly all: number;
}

/** `differing` are the axes along which what is shown differs. */
export function shownCases(
  graph: Graph,
  differing: ReadonlySet<number>,
  pinned: Pinned,
  most = mostCases,
): ShownCases {
  const free = caseAxes(graph).filter((axis) => differing.has(axis) && !pinned.has(axis));
  const size = (axis: number): number => graph.axes[axis]?.points.length ?? 1;
  const all = free.reduce((product, axis) => product * size(axis), 1);
  const axes: number[] = [];
  let shown = 1;
  for (const axis of free) {
    // a lone axis is shown whole: one long table is no worse than a hole in it
    if (axes.length > 0 && shown * size(axis) > most) continue;
    axes.push(axis);
    shown *= size(axis);
  }
  const held = free.filter((axis) => !axes.includes(axis));
  const atBase = held.map((axis) => [axis, graph.axes[axis]?.base ?? 0] as const);
  return { pinned: new Map([...pinned, ...atBase]), axes, held, all };
}

/** What a case is called: the labels that were given, `axis=point` otherwise. */
export function caseName(graph: Graph, axes: readonly number[], place: Place): string {
  const parts = coordinates(graph, axes, place).map((c) =>
    c.label === c.point ? `${c.axis}=${c.point}` : c.label,
  );
  // labels have commas of their own
  return parts.join(' / ');
}

/** What one point is called where the axis is known: in a column under the axis. */
export function pointName(graph: Graph, axis: number, place: Place): string {
  return graph.axes[axis]?.points[place[axis] ?? 0]?.label ?? '';
}

/** Columns and rows of cases: every case on its own where they are few, otherwise one axis across and the others down. */
export interface Arrangement {
  /** One table each: its heading, and the cases of its columns. */
  readonly sheets: readonly { readonly title: string; readonly columns: readonly CaseColumn[] }[];
}

export interface CaseColumn {
  readonly head: string;
  /** Index into the cases that were arranged. */
  readonly index: number;
}

export const mostColumns = 6;

export function arranged(graph: Graph, axes: readonly number[], places: readonly Place[]): Arrangement {
  const head = (along: readonly number[]) => (place: Place) =>
    along.length === 1 && along[0] !== undefined
      ? pointName(graph, along[0], place)
      : caseName(graph, along, place);
  const indexed = places.map((place, index) => ({ place, index }));
  if (places.length <= mostColumns) {
    return {
      sheets: [
        { title: '', columns: indexed.map(({ place, index }) => ({ head: head(axes)(place), index })) },
      ],
    };
  }
  const across = widest(graph, axes);
  const down = axes.filter((axis) => axis !== across);
  const sheets = new Map<string, CaseColumn[]>();
  for (const { place, index } of indexed) {
    const title = caseName(graph, down, place);
    const columns = sheets.get(title) ?? [];
    columns.push({ head: head([across])(place), index });
    sheets.set(title, columns);
  }
  return {
    sheets: [...sheets].flatMap(([title, columns]) =>
      inChunks(columns).map((part, _, all) => ({
        title: all.length === 1 ? title : titleOf(title, part),
        columns: part,
      })),
    ),
  };
}

/** Which stretch of a long axis a table shows. */
function titleOf(title: string, part: readonly CaseColumn[]): string {
  const [first, last] = [part[0]?.head ?? '', part.at(-1)?.head ?? ''];
  const stretch = first === last ? first : `${first} to ${last}`;
  return title === '' ? stretch : `${title}: ${stretch}`;
}

/** The axis with the most points that still fit side by side; the first otherwise. */
function widest(graph: Graph, axes: readonly number[]): number {
  const size = (axis: number): number => graph.axes[axis]?.points.length ?? 1;
  const fitting = axes.filter((axis) => size(axis) <= mostColumns + 2);
  const from = fitting.length > 0 ? fitting : axes;
  return from.reduce((best, axis) => (size(axis) > size(best) ? axis : best), from[0] ?? 0);
}

/** Parts of about the same length, none too wide for a page. */
export function inChunks<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length <= mostColumns + 2) return [list];
  const size = Math.ceil(list.length / Math.ceil(list.length / mostColumns));
  const chunks: T[][] = [];
  for (let i = 0; i < list.length; i += size) chunks.push(list.slice(i, i + size));
  return chunks;
}
