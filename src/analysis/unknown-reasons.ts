// Why a figure is unknown: the items that have no cost, or else the inputs and prices that nobody knows.

import type { Graph, GraphItem, NodeId } from '../graph/types.ts';
import type { Interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { coneOf, nodesBelow } from './cone.ts';

/** Empty where the figure is known, or is another one than the total. */
export function unknownReasons(
  graph: Graph,
  { value }: Interpreter,
  node: NodeId,
  place: Place,
): readonly string[] {
  if (node !== graph.total || !Number.isNaN(value(node, place))) return [];
  return graph.items.filter((item) => !item.optional).flatMap((item) => itemReason(item, value, place));
}

/** Never empty: of any figure that is none, or is unlimited. */
export function whyUnknown(
  graph: Graph,
  { value }: Interpreter,
  node: NodeId,
  place: Place,
): readonly string[] {
  if (!Number.isNaN(value(node, place))) return ['it is unlimited'];
  const below = nodesBelow(graph, node);
  const items = graph.items
    .filter((item) => below.has(item.cost))
    .flatMap((item) => itemReason(item, value, place));
  if (items.length > 0) return items;
  const byNode = new Map([...graph.names.values()].map((named) => [named.node, named] as const));
  const unknown = coneOf({ graph, byNode, value }, [node], place).named.filter(
    ({ named, place: there }) =>
      (named.kind === 'input' || named.kind === 'price') && Number.isNaN(value(named.node, there)),
  );
  return unknown.length > 0
    ? [...new Set(unknown.map(({ named }) => `${named.label} is unknown`))]
    : ['a formula gives no figure here'];
}

function itemReason(item: GraphItem, value: Interpreter['value'], place: Place): readonly string[] {
  if (value(item.present, place) === 0 || !Number.isNaN(value(item.cost, place))) return [];
  const choice = item.choices[value(item.choice, place)];
  if (choice === undefined) return [`${item.label}: nothing on offer covers the quantity`];
  return [choice.unpriced ?? `${item.label}: an input of its cost is unknown`];
}
