// Which case of one plan is which of the other: by the names of axes and points. An axis that only one plan has is held at the
// point that counts where nobody says which.

import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Graph, NodeId } from '../graph/types.ts';
import { GridTooLarge } from '../grid/evaluate.ts';
import { type Place, placesOver, sizeOf } from '../grid/layout.ts';
import { casesOf, maximumCases, type Pinned, placeOf, readPins } from './cases.ts';
import type { DiffSide } from './diff-side.ts';
import { type Coordinate, caseAxes, coordinates } from './figures.ts';

export interface Lone {
  readonly side: 'before' | 'after';
  readonly place: Place;
  readonly at: readonly Coordinate[];
}

export interface Matched {
  readonly before: Place;
  readonly after: Place;
  readonly at: readonly Coordinate[];
}

/** An axis of one plan only, and the point at which it is compared. */
export interface LoneAxis {
  readonly side: 'before' | 'after';
  readonly axis: string;
  readonly point: string;
}

export interface MatchedCases {
  readonly axes: readonly string[];
  readonly both: readonly Matched[];
  readonly lone: readonly Lone[];
  readonly loneAxes: readonly LoneAxis[];
}

/** What `--at` pins on each side; undefined for a side that has no such point. What neither has is reported. */
export function pinsOfBoth(
  graphs: readonly [Graph, Graph],
  texts: readonly string[],
  out: Diagnostics,
): readonly [Pinned | undefined, Pinned | undefined] {
  const pins: [Map<number, number>, Map<number, number>] = [new Map(), new Map()];
  const missing = [false, false];
  for (const text of texts.flatMap((t) => t.split(','))) {
    const tries = graphs.map((graph) => {
      const said = new Diagnostics();
      return { pinned: readPins(graph, [text], said), said };
    });
    if (tries.every((t) => t.said.failed)) {
      readPins(graphs[1], [text], out);
      continue;
    }
    for (const [side, { pinned, said }] of tries.entries()) {
      for (const [axis, point] of pinned) pins[side]?.set(axis, point);
      // without the axis there is one case for all of its points; with it, and without the point, there is none
      if (said.all.some((d) => d.code === 'E404')) missing[side] = true;
    }
  }
  return [missing[0] ? undefined : pins[0], missing[1] ? undefined : pins[1]];
}

/** The same place in another plan: points by name, what the other does not have left out. */
export function placeIn(to: Graph, from: Graph, place: Place, otherwise: Place): Place {
  return to.axes.map((axis, i) => {
    const same = from.axes.findIndex((a) => a.name === axis.name);
    const point = from.axes[same]?.points[place[same] ?? 0]?.name;
    const index = axis.points.findIndex((p) => p.name === point);
    return index >= 0 ? index : (otherwise[i] ?? axis.base);
  });
}

export function matchCases(before: DiffSide, after: DiffSide): MatchedCases {
  const names = new Set([...shownAxes(after), ...shownAxes(before)]);
  const listed = { before: listOf(before, names), after: listOf(after, names) };
  const shared = [...names].filter((name) => hasAxis(before.graph, name) && hasAxis(after.graph, name));
  const loneAxes = [
    ...loneAxesOf('before', before, after, names),
    ...loneAxesOf('after', after, before, names),
  ];
  const keyOf = ({ graph }: DiffSide, place: Place): string =>
    JSON.stringify(shared.map((name) => pointOf(graph, name, place)));
  const matches = ({ graph }: DiffSide, place: Place, side: 'before' | 'after'): boolean =>
    loneAxes.every((l) => l.side !== side || pointOf(graph, l.axis, place) === l.point);
  const open = new Map<string, Place>();
  const lone: Lone[] = [];
  const loneOf = (side: 'before' | 'after', of: DiffSide, place: Place): Lone => ({
    side,
    place,
    at: coordinates(of.graph, axesNamed(of, names), place),
  });
  for (const place of listed.before) {
    if (matches(before, place, 'before')) open.set(keyOf(before, place), place);
    else lone.push(loneOf('before', before, place));
  }
  const both: Matched[] = [];
  for (const place of listed.after) {
    const key = keyOf(after, place);
    const partner = matches(after, place, 'after') ? open.get(key) : undefined;
    if (partner === undefined) {
      lone.push(loneOf('after', after, place));
      continue;
    }
    open.delete(key);
    const gone = loneAxes.filter((l) => l.side === 'before').map((l) => l.axis);
    const at = [
      ...coordinates(after.graph, axesNamed(after, names), place),
      ...coordinates(before.graph, axesNamed(before, new Set(gone)), partner),
    ];
    both.push({ before: partner, after: place, at });
  }
  for (const place of open.values()) lone.push(loneOf('before', before, place));
  return { axes: [...names], both, lone, loneAxes };
}

/** The axes along which the bill of a side differs, and those that are pinned. */
function shownAxes({ grid, graph, pinned }: DiffSide): readonly string[] {
  if (pinned === undefined) return [];
  return casesOf(grid, billNodes(graph), pinned).axes.map((a) => graph.axes[a]?.name ?? '');
}

export function billNodes(graph: Graph): readonly NodeId[] {
  const items = graph.items.flatMap((i) => [i.cost, i.once, i.present]);
  return [graph.total, graph.upfront, graph.feasible, ...items];
}

/** Every case of a side along the axes that matter to either. */
function listOf({ graph, pinned }: DiffSide, names: ReadonlySet<string>): readonly Place[] {
  if (pinned === undefined) return [];
  const free = axesNamed({ graph, pinned }, names).filter((axis) => !pinned.has(axis));
  const count = sizeOf(graph, free);
  if (count > maximumCases) {
    const axes = free.map((a) => graph.axes[a]?.name ?? '');
    throw new GridTooLarge(axes, count, maximumCases);
  }
  return placesOver(graph, free, placeOf(graph, pinned));
}

function axesNamed(
  { graph, pinned }: Pick<DiffSide, 'graph' | 'pinned'>,
  names: ReadonlySet<string>,
): readonly number[] {
  return caseAxes(graph, pinned).filter((axis) => names.has(graph.axes[axis]?.name ?? ''));
}

function hasAxis(graph: Graph, name: string): boolean {
  return graph.axes.some((axis) => axis.name === name);
}

function pointOf(graph: Graph, name: string, place: Place): string | undefined {
  const axis = graph.axes.findIndex((a) => a.name === name);
  return graph.axes[axis]?.points[place[axis] ?? 0]?.name;
}

function loneAxesOf(
  side: 'before' | 'after',
  { graph, pinned }: DiffSide,
  other: DiffSide,
  names: ReadonlySet<string>,
): readonly LoneAxis[] {
  const place = placeOf(graph, pinned ?? new Map());
  return [...names].flatMap((axis) => {
    const point = hasAxis(other.graph, axis) ? undefined : pointOf(graph, axis, place);
    return point === undefined ? [] : [{ side, axis, point }];
  });
}
