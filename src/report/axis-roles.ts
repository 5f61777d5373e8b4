// Which axes are choices (platforms, mail plans) and which are circumstances (tiers, numbers of users). Only along a choice
// is "the cheapest" an answer; along circumstances it is merely the smallest. A choice changes what is bought, circumstances
// change values.

import type { Pinned } from '../analysis/cases.ts';
import { caseAxes } from '../analysis/figures.ts';
import type { Graph, NodeId } from '../graph/types.ts';
import { allExpressions, axesChosenFrom } from './plan-expressions.ts';

/** 0 for a pure choice, 1 for a pure circumstance. */
export function circumstance(graph: Graph, axis: number): number {
  const shape = graph.axes[axis];
  if (shape === undefined || shape.kind === 'sweep') return 1;
  const { plan } = graph;
  if (allExpressions(plan).some((e) => axesChosenFrom(e).includes(shape.name))) return 0;
  const changes = plan.overrides
    .filter((o) => o.when.some((w) => w.axis === shape.name))
    .map((o) => o.change);
  const values = changes.filter((c) => c.kind === 'value').length;
  return changes.length === 0 ? 0 : values / changes.length;
}

export function isChoice(graph: Graph, axis: number): boolean {
  return circumstance(graph, axis) < 0.5;
}

/** The axis that is more of a choice than any other; nothing is recommended where somebody has chosen. */
export function choiceAxis(graph: Graph, node: NodeId, pinned: Pinned): number | undefined {
  const axes = caseAxes(graph).filter(
    (axis) => graph.axes[axis]?.kind === 'options' && (graph.nodes[node]?.axes.includes(axis) ?? false),
  );
  const [first] = [...axes].sort((a, b) => circumstance(graph, a) - circumstance(graph, b));
  return first !== undefined && isChoice(graph, first) && !pinned.has(first) ? first : undefined;
}
