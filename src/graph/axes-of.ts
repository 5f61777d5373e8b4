// Along which axes a node differs, from those of its arguments.

import type { NodeOp } from './types.ts';

/** Ascending indices of axes. */
export type Axes = readonly number[];

export function axesOf(op: NodeOp, args: readonly Axes[]): Axes {
  const [first] = args;
  if (first === undefined) return [];
  switch (op.kind) {
    case 'at':
    case 'reduce':
      return first.filter((axis) => axis !== op.axis);
    case 'select':
    case 'along': {
      const union = unionOf(args);
      return union.includes(op.axis) ? union : ascending([...union, op.axis]);
    }
    default:
      return unionOf(args);
  }
}

/** One of the lists themselves where that is all, which it mostly is. */
function unionOf(all: readonly Axes[]): Axes {
  let union: Axes = [];
  for (const axes of all) {
    if (axes.length === 0 || axes === union) continue;
    if (union.length === 0) union = axes;
    else if (axes.some((axis) => !union.includes(axis))) union = ascending([...new Set([...union, ...axes])]);
  }
  return union;
}

function ascending(axes: number[]): Axes {
  return axes.sort((a, b) => a - b);
}
