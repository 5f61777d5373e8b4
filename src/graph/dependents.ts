// What can follow some nodes.

import type { Graph, NodeId } from './types.ts';

/** 1 for each node whose value can follow one of these, and for these. Arguments come first, so one pass is enough. */
export function dependents(graph: Graph, moved: Iterable<NodeId>): Uint8Array {
  const depends = new Uint8Array(graph.nodes.length);
  for (const id of moved) depends[id] = 1;
  for (const { id, args } of graph.nodes) for (const arg of args) if (depends[arg] === 1) depends[id] = 1;
  return depends;
}
