// Why a total is unknown: the items that have no cost.

import type { Graph, NodeId } from '../graph/types.ts';
import type { Interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';

/** Empty where the figure is known, or is another one than the total. */
export function unknownReasons(
  graph: Graph,
  { value }: Interpreter,
  node: NodeId,
  place: Place,
): readonly string[] {
  if (node !== graph.total || !Number.isNaN(value(node, place))) return [];
  return graph.items.flatMap((item) => {
    if (item.optional || value(item.present, place) === 0 || !Number.isNaN(value(item.cost, place)))
      return [];
    const choice = item.choices[value(item.choice, place)];
    if (choice === undefined) return [`${item.label}: nothing on offer covers the quantity`];
    return [choice.unpriced ?? `${item.label}: an input of its cost is unknown`];
  });
}
