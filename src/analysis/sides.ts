// What the two sides of a break-even are called.

import type { Graph } from '../graph/types.ts';
import type { Side } from './contest.ts';
import { coordinates } from './figures.ts';

/** By every axis on which the two stand apart, so that neither label leaves out what makes them differ. */
export function labelledApart(graph: Graph, a: Side, b: Side): readonly [Side, Side] {
  const apart = graph.axes.flatMap((_, axis) => (a.place[axis] === b.place[axis] ? [] : [axis]));
  const label = (side: Side): Side => {
    const text = coordinates(graph, apart, side.place).map((c) => c.label);
    return apart.length === 0 ? side : { ...side, label: text.join(', ') };
  };
  return [label(a), label(b)];
}
