// What a node at a place is computed from: other nodes, there or elsewhere.

import type { Graph, Node, NodeId } from '../graph/types.ts';
import type { Place } from './layout.ts';

/** What tells a node at a place from all others. */
export type Key = number | string;

export interface NodeAt {
  readonly id: NodeId;
  readonly place: Place;
}

/** A graph may grow while a tape is written, and its numbers must not run into one another. */
const mostNodes = 2 ** 22;

export class Keys {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Points of axes that the node does not have make no difference. A number is made and found faster than a text. */
  of(id: NodeId, place: Place): Key {
    const { axes, nodes } = this.#graph;
    const own = nodes[id]?.axes ?? [];
    let index = 0;
    let size = 1;
    for (const axis of own) {
      // one more than there are: where numbers are sampled stands beside the points of the band
      const points = (axes[axis]?.points.length ?? 1) + 1;
      index = index * points + (place[axis] ?? 0);
      size *= points;
    }
    if (size < Number.MAX_SAFE_INTEGER / mostNodes) return index * mostNodes + id;
    return `${id}@${own.map((axis) => place[axis] ?? 0)}`;
  }
}

/** What a node is computed from at a place; along time, also from itself in the month before, which comes of those before it. */
export function neededBy(graph: Graph, { id, op, args }: Node, place: Place): readonly NodeAt[] {
  const at = (axis: number, index: number): Place => place.map((p, a) => (a === axis ? index : p));
  const all = (there: Place): readonly NodeAt[] => args.map((arg) => ({ id: arg, place: there }));
  switch (op.kind) {
    case 'select': {
      const chosen = args[place[op.axis] ?? 0];
      return chosen === undefined ? [] : [{ id: chosen, place }];
    }
    case 'at':
      return all(at(op.axis, op.index));
    case 'reduce': {
      const points = graph.axes[op.axis]?.points.length ?? 1;
      const [first, last] = op.within ?? [0, points - 1];
      return Array.from({ length: last - first + 1 }, (_, p) => all(at(op.axis, first + p))).flat();
    }
    case 'along': {
      const month = place[op.axis] ?? 0;
      return month === 0 ? all(place) : [...all(place), { id, place: at(op.axis, month - 1) }];
    }
    case 'draw':
      // its parameters are there for sampling
      return all(place).slice(0, 1);
    default:
      return all(place);
  }
}

/** The nodes from which these are computed at their places: an input that is not among them moves none of them. */
export function reachedFrom(graph: Graph, roots: readonly NodeAt[]): ReadonlySet<NodeId> {
  const keys = new Keys(graph);
  const seen = new Set<Key>();
  const reached = new Set<NodeId>();
  const open = [...roots];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const key = keys.of(top.id, top.place);
    const node = graph.nodes[top.id];
    if (seen.has(key) || node === undefined) continue;
    seen.add(key);
    reached.add(top.id);
    open.push(...neededBy(graph, node, top.place));
  }
  return reached;
}
