// What the distribution of an uncertain number is made of.

import type { Graph, Node, NodeId } from '../graph/types.ts';

/** The parameters of a draw; where it cuts another one's tails, those of that one after its own. */
export function parametersOf(graph: Graph, { op, args: [, ...own] }: Node): readonly NodeId[] {
  const whole = graph.nodes[own[0] ?? -1];
  const cut = op.kind === 'draw' && op.distribution === 'truncated' && whole?.op.kind === 'draw';
  return cut ? [...own, ...parametersOf(graph, whole)] : own;
}
