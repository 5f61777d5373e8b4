// Where a condition of a change holds.

import type { OnPoint } from './types.ts';

/** The points, among those of its axis in their order. */
export function pointsOf({ point, until }: OnPoint, points: readonly string[]): readonly string[] {
  return until === undefined ? [point] : points.slice(points.indexOf(point), points.indexOf(until) + 1);
}
