// Whether a condition of a change holds in the case that is looked at.

import type { Graph } from '../../../src/graph/types.ts';
import type { Place } from '../../../src/grid/layout.ts';
import type { OnPoint } from '../../../src/plan/types.ts';

export function holdsAt({ axes }: Graph, { axis, point, until = point }: OnPoint, place: Place): boolean {
  const index = axes.findIndex((a) => a.name === axis);
  const at = (name: string): number => axes[index]?.points.findIndex((p) => p.name === name) ?? -1;
  const here = place[index] ?? -1;
  return here >= at(point) && here <= at(until);
}
