// The same graph with some of its nodes standing for numbers.

import { axesOf } from './axes-of.ts';
import { dependents } from './dependents.ts';
import type { Graph, Node, NodeId } from './types.ts';

/** What follows from the nodes differs along no more axes than it still must. */
export function withNumbers(graph: Graph, values: ReadonlyMap<NodeId, number>): Graph {
  const depends = dependents(graph, values.keys());
  const nodes: Node[] = [];
  for (const node of graph.nodes)
    nodes.push(depends[node.id] === 1 ? follower(nodes, node, values.get(node.id)) : node);
  return { ...graph, nodes };
}

/** A node above others that may have become simpler; `value` where it is a number itself. */
export function follower(below: readonly Node[], node: Node, value?: number): Node {
  if (value !== undefined) return { ...node, op: { kind: 'const', value }, args: [], axes: [] };
  const axes = axesOf(
    node.op,
    node.args.map((arg) => below[arg]?.axes ?? []),
  );
  return axes.length === node.axes.length ? node : { ...node, axes };
}
