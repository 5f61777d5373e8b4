// Which axes are choices (platforms, mail plans) and which are circumstances (tiers, numbers of users). Only along a choice
// is "the cheapest" an answer; along circumstances it is merely the smallest. A choice changes what is bought, circumstances
// change values.

import type { Pinned } from '../analysis/cases.ts';
import { caseAxes } from '../analysis/figures.ts';
import { itemOfChange } from '../graph/item-config.ts';
import type { Graph, NodeId } from '../graph/types.ts';
import { unitOfLiteral } from '../plan/reading.ts';
import type { Input } from '../plan/types.ts';
import { allExpressions, axesChosenFrom } from './plan-expressions.ts';

/** 0 for a pure choice, 1 for a pure circumstance. */
export function circumstance(graph: Graph, axis: number): number {
  const shape = graph.axes[axis];
  if (shape === undefined || shape.kind === 'sweep') return 1;
  const { plan } = graph;
  if (allExpressions(plan).some((e) => axesChosenFrom(e).includes(shape.name))) return 0;
  // an `at` block belongs to the point in which it stands, whose axis is named first
  const changes = plan.overrides.filter((o) => o.when[0]?.axis === shape.name).map((o) => o.change);
  const values = new Set(changes.flatMap((c) => (c.kind === 'value' ? [c.name] : [])));
  const items = new Set(changes.flatMap((c) => itemOfChange(c) ?? []));
  // how many users there are is nobody's choice
  if (plan.inputs.some((input) => values.has(input.name) && countsThings(input))) return 1;
  return changes.length === 0 ? 0 : values.size / (values.size + items.size);
}

/** Users, agents, requests per second: not money, not a share, not memory. */
function countsThings({ unit, value }: Input): boolean {
  const { factors = [] } = unit ?? unitOfLiteral(value) ?? {};
  return factors.some((f) => f.atom.kind === 'count' && f.power > 0);
}

export function isChoice(graph: Graph, axis: number): boolean {
  return circumstance(graph, axis) <= 0.5;
}

/** The axis that is more of a choice than any other; nothing is recommended where somebody has chosen. */
export function choiceAxis(graph: Graph, node: NodeId, pinned: Pinned): number | undefined {
  const axes = caseAxes(graph).filter(
    (axis) => graph.axes[axis]?.kind === 'options' && (graph.nodes[node]?.axes.includes(axis) ?? false),
  );
  const [first] = [...axes].sort((a, b) => circumstance(graph, a) - circumstance(graph, b));
  return first !== undefined && isChoice(graph, first) && !pinned.has(first) ? first : undefined;
}
