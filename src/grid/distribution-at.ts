// The distribution of an uncertain number at a place: its parameters there, with everything else that is uncertain at its middle.

import type { Graph, Node, NodeId } from '../graph/types.ts';
import { truncate } from '../numeric/distributions/truncated.ts';
import type { Distribution } from '../numeric/distributions/types.ts';
import type { Interpreter } from './interpret.ts';
import type { Place } from './layout.ts';
import { parametersOf } from './parameters.ts';

/** undefined where the node is no uncertain number. */
export function distributionAt(
  graph: Graph,
  rest: Interpreter,
  id: NodeId,
  place: Place,
): Distribution | undefined {
  const node = graph.nodes[id];
  const values = node === undefined ? [] : parametersOf(graph, node).map((arg) => rest.value(arg, place));
  return distributionOf(graph, node, values);
}

/** From its parameters, in the order of `parametersOf`. */
export function distributionOf(
  graph: Graph,
  node: Node | undefined,
  values: readonly number[],
): Distribution | undefined {
  if (node?.op.kind !== 'draw') return undefined;
  const { op } = node;
  const [, ...ids] = node.args;
  const args = values.slice(0, ids.length);
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = args;
  switch (op.distribution) {
    case 'interval':
    case 'uniform':
      return { kind: op.distribution, low: a, high: b };
    case 'normal':
      return { kind: 'normal', mean: a, deviation: b };
    case 'lognormal':
      return { kind: 'lognormal', median: a, spread: b };
    case 'triangular':
    case 'pert':
      return { kind: op.distribution, low: a, mode: b, high: c };
    case 'beta':
      return { kind: 'beta', a, b, low: 0, high: 1 };
    case 'choices':
      return {
        kind: 'discrete',
        values: args.filter((_, i) => i % 2 === 0),
        weights: args.filter((_, i) => i % 2 === 1),
      };
    case 'measured':
      return { kind: 'empirical', values: args };
    case 'truncated': {
      const of = distributionOf(graph, graph.nodes[ids[0] ?? -1], values.slice(ids.length));
      // what is certain after all has no tails to cut
      return of === undefined ? { kind: 'empirical', values: [a] } : truncate(of, b, c);
    }
  }
}

/** Whether a parameter is unknown: then the draws are unknown too, and nothing is wrong with them. */
export function hasUnknown(d: Distribution): boolean {
  if (d.kind === 'truncated') return Number.isNaN(d.low + d.high) || hasUnknown(d.of);
  return Object.values(d).flat().some(Number.isNaN);
}
