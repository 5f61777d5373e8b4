// Which axes are choices (platforms, mail plans) and which are circumstances (tiers, numbers of users). Only along a choice
// is "the cheapest" an answer; along circumstances it is merely the smallest. A choice changes what is bought, circumstances
// change values.

import type { Graph } from '../graph/types.ts';
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
