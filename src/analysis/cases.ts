// Which cases an answer covers: the points that were pinned with `--at`, and every point of the axes that matter.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { indexOfPoint } from '../formula/point-index.ts';
import type { Graph, NodeId } from '../graph/types.ts';
import { type Grid, GridTooLarge } from '../grid/evaluate.ts';
import { basePlace, type Column, type Place, placesOver, sizeOf } from '../grid/layout.ts';
import { yearAxis } from '../plan/names.ts';
import { caseAxes } from './figures.ts';

/** Axis index -> point index. */
export type Pinned = ReadonlyMap<number, number>;

/** Reads `tier=b,mail=free`; unknown axes and points are reported with the nearest name. */
export function readPins(graph: Graph, texts: readonly string[], out: Diagnostics): Pinned {
  const pinned = new Map<number, number>();
  for (const part of texts.flatMap((t) => t.split(',')).map((t) => t.trim())) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = (equals === -1 ? part : part.slice(0, equals)).trim();
    const point = equals === -1 ? '' : part.slice(equals + 1).trim();
    const source = { file: '--at', text: part };
    const axis = graph.axes.findIndex((a) => a.name === name);
    const shape = graph.axes[axis];
    if (shape === undefined) {
      const known = graph.axes.map((a) => a.name);
      const help = didYouMean(name, known) || `the axes are ${known.join(', ')}`;
      out.error(
        'E403',
        `there is no axis called \`${name}\``,
        [{ span: { source, start: 0, end: name.length }, label: '' }],
        help,
      );
      continue;
    }
    if (shape.kind === 'time' && name === yearAxis) {
      const help = `one month is looked at: \`--at month=${Number(point) * 12 - 11 || 13}\` is the first of that year; sums of years are in \`outlay tco\``;
      out.error(
        'E404',
        'time stands at a month',
        [{ span: { source, start: 0, end: part.length }, label: '' }],
        help,
      );
      continue;
    }
    const points = shape.points.map((p) => p.name);
    const dated = shape.kind === 'time' ? shape.points.findIndex((p) => p.label === point) : -1;
    const index = dated >= 0 ? dated : indexOfPoint(points, point);
    if (index < 0) {
      const shown = `its points are ${points.slice(0, 12).join(', ')}${points.length > 12 ? ', …' : ''}`;
      const span = { source, start: equals + 1, end: Math.max(part.length, equals + 2) };
      const guess = didYouMean(point, points);
      out.error(
        'E404',
        `\`${name}\` has no point \`${point}\``,
        [{ span, label: '' }],
        guess === '' ? shown : `${guess} ${shown}`,
      );
      continue;
    }
    pinned.set(axis, index);
  }
  return pinned;
}

/** Pinned axes at their point; the others at their base. */
export function placeOf(graph: Graph, pinned: Pinned): Place {
  return basePlace(graph).map((base, axis) => pinned.get(axis) ?? base);
}

/** The axes along which one of the nodes is not computed alike, under the pins. */
export function axesUnder(grid: Grid, nodes: readonly NodeId[], pinned: Pinned): ReadonlySet<number> {
  const here = grid.pinnedTo(pinned);
  return new Set(nodes.flatMap((id) => here.axesOf(id)));
}

/** Of those, the axes along which the value of one of them is not everywhere the same: what a reader sees of them. */
export function axesSeen(grid: Grid, nodes: readonly NodeId[], pinned: Pinned): ReadonlySet<number> {
  const here = grid.pinnedTo(pinned);
  here.evaluate([...new Set(nodes)]);
  return new Set(
    nodes.flatMap((id) => {
      const column = here.column(id);
      return column.axes.filter((axis) => differsAlong(grid.graph, column, axis));
    }),
  );
}

function differsAlong(graph: Graph, { axes, data }: Column, axis: number): boolean {
  const points = sizeOf(graph, [axis]);
  const stride = sizeOf(
    graph,
    axes.filter((a) => a > axis),
  );
  return data.some((x, i) => Math.floor(i / stride) % points > 0 && !Object.is(x, data[i - stride]));
}

export interface Cases {
  /** The axes whose points are listed. */
  readonly axes: readonly number[];
  readonly places: readonly Place[];
}

/** Beyond this many cases nobody reads a table; the answer is refused and says so. */
export const maximumCases = 100_000;

/** Every case along the axes on which one of the nodes differs under the pins, and the pinned. */
export function casesOf(grid: Grid, nodes: readonly NodeId[], pinned: Pinned): Cases {
  const { graph } = grid;
  const differing = axesUnder(grid, nodes, pinned);
  const shown = caseAxes(graph, pinned).filter((axis) => differing.has(axis) || pinned.has(axis));
  const free = shown.filter((axis) => !pinned.has(axis));
  const count = sizeOf(graph, free);
  if (count > maximumCases)
    throw new GridTooLarge(
      free.map((a) => graph.axes[a]?.name ?? ''),
      count,
      maximumCases,
    );
  return { axes: shown, places: placesOver(graph, free, placeOf(graph, pinned)) };
}
