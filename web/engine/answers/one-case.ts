// One case of a plan: every axis at a point, so that nothing but that case is computed.

import type { Pinned } from '../../../src/analysis/cases.ts';
import type { Graph } from '../../../src/graph/types.ts';
import type { Place } from '../../../src/grid/layout.ts';

/** The ends of ranges stay open. */
export function pinnedThroughout({ axes }: Graph, place: Place): Pinned {
  return new Map(
    axes.flatMap((axis, i) => (axis.kind === 'band' ? [] : [[i, place[i] ?? axis.base] as const])),
  );
}
