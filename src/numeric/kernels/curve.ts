// A function of a standard normal number as a table of cubics over equal parts of -8 to 8: what correlated inputs are drawn with.

import { quantile } from '../distributions/distribution.ts';
import type { Distribution } from '../distributions/types.ts';
import { cellsPerSegment, cubicThrough } from '../draws/quantile-table.ts';
import { normalAbove } from '../functions/normal.ts';

export const curveHalf = 8;
export const curveSegments = 1024;
export const segmentsPerUnit = curveSegments / (2 * curveHalf);

/** The value of a distribution at the same probability as a normal number has. */
export function curveTable(d: Distribution): Float64Array {
  const cells = new Float64Array(curveSegments * cellsPerSegment);
  const value = (segments: number): number => {
    const z = segments / segmentsPerUnit - curveHalf;
    return z < 0 ? quantile(d, normalAbove(-z), 'below') : quantile(d, normalAbove(z), 'above');
  };
  let left = value(0);
  for (let s = 0; s < curveSegments; s++) {
    const right = value(s + 1);
    cubicThrough(cells, s * cellsPerSegment, left, value(s + 1 / 3), value(s + 2 / 3), right, 1);
    left = right;
  }
  return cells;
}
