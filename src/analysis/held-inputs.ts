// The same graph with every input held at one point of its range. What is left of the band are the ranges of prices and formulas.

import type { Graph, Node } from '../graph/types.ts';
import { bandIndex } from './figures.ts';
import type { MovedInput } from './moved-input.ts';

/** Those of which the ends differ. */
export function rangedInputs(graph: Graph, inputs: readonly MovedInput[]): readonly MovedInput[] {
  const band = bandIndex(graph);
  return inputs.filter((input) => graph.nodes[input.node]?.axes.includes(band));
}

export function heldInputs(
  graph: Graph,
  inputs: readonly MovedInput[],
  pointOf: (input: MovedInput) => number,
): Graph {
  const axis = bandIndex(graph);
  const held = new Map(rangedInputs(graph, inputs).map((input) => [input.node, pointOf(input)]));
  const nodes = graph.nodes.map((node): Node => {
    const index = held.get(node.id);
    return index === undefined ? node : { ...node, op: { kind: 'at', axis, index } };
  });
  return { ...graph, nodes };
}
