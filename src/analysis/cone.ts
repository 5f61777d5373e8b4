// What stands below a figure in one case: along the branches that the case takes, each once.

import type { Graph, Named, NodeId } from '../graph/types.ts';
import type { Place } from '../grid/layout.ts';

export interface Found {
  readonly named: Named;
  /** Where it is looked at: another place than that of the figure below `at` and sums along an axis. */
  readonly place: Place;
}

export interface Cone {
  readonly named: readonly Found[];
  /** The nodes that decide which of several products is bought. What they weigh is not walked. */
  readonly choosing: readonly NodeId[];
}

export interface ConeQuestion {
  readonly graph: Graph;
  readonly byNode: ReadonlyMap<NodeId, Named>;
  readonly value: (id: NodeId, place: Place) => number;
  /** Nodes that are not walked, nor found. */
  readonly stop?: ReadonlySet<NodeId>;
}

export function coneOf(question: ConeQuestion, roots: readonly NodeId[], place: Place): Cone {
  const { graph, byNode, stop } = question;
  const named: Found[] = [];
  const choosing = new Set<NodeId>();
  const seen = new Set<string>();
  const open = [...roots].reverse().map((id) => [id, place] as const);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [id, here] = next;
    const node = graph.nodes[id];
    if (node === undefined || stop?.has(id) === true) continue;
    const key = `${id}@${node.axes.map((axis) => here[axis]).join()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const known = byNode.get(id);
    if (known !== undefined) named.push({ named: known, place: here });
    if (node.op.kind === 'cheapest') choosing.add(id);
    else open.push(...[...taken(question, id, here)].reverse());
  }
  return { named, choosing: [...choosing] };
}

function taken(
  { graph, value }: ConeQuestion,
  id: NodeId,
  here: Place,
): readonly (readonly [NodeId, Place])[] {
  const node = graph.nodes[id];
  if (node === undefined) return [];
  const { op, args } = node;
  const [first = id] = args;
  const all = args.map((arg) => [arg, here] as const);
  const moved = (axis: number, index: number): readonly [NodeId, Place] => [
    first,
    here.map((p, a) => (a === axis ? index : p)),
  ];
  switch (op.kind) {
    case 'draw':
      return all.slice(0, 1);
    case 'select':
      return all.slice(here[op.axis] ?? 0).slice(0, 1);
    case 'at':
      return [moved(op.axis, op.index)];
    case 'reduce': {
      const [from, to] = op.within ?? [0, (graph.axes[op.axis]?.points.length ?? 1) - 1];
      return Array.from({ length: to - from + 1 }, (_, p) => moved(op.axis, from + p));
    }
    case 'along': {
      const months = Array.from({ length: (here[op.axis] ?? 0) + 1 }, (_, m) =>
        here.map((p, a) => (a === op.axis ? m : p)),
      );
      return args.flatMap((arg) => months.map((there) => [arg, there] as const));
    }
    case 'pick': {
      const index = value(first, here);
      return Number.isNaN(index) ? all : [...all.slice(0, 1), ...all.slice(1 + index).slice(0, 1)];
    }
    case 'apply': {
      if (op.operation !== 'if') return all;
      const test = value(first, here);
      return Number.isNaN(test) ? all : [...all.slice(0, 1), ...all.slice(test === 1 ? 1 : 2).slice(0, 1)];
    }
    default:
      return all;
  }
}

/** Everything that a figure may depend on, in whatever case. */
export function nodesBelow(graph: Graph, root: NodeId): ReadonlySet<NodeId> {
  const seen = new Set<NodeId>();
  const open = [root];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(graph.nodes[id]?.args ?? []));
  }
  return seen;
}
