// From a standard normal number to the word of the same probability, by cubics over equal parts of -8 to 8. What correlated inputs
// need: their normal numbers are mixed, and each goes on as the word of a draw.

import { normalAbove } from '../functions/normal.ts';
import { cellsPerSegment, cubicThrough } from './quantile-table.ts';

export const halfWidth = 8;
export const segmentsPerUnit = 64;
export const segments = 2 * halfWidth * segmentsPerUnit;

const words = 4294967296;
let table: Float64Array | undefined;

/** Made once. */
export function wordTable(): Float64Array {
  table ??= made();
  return table;
}

function made(): Float64Array {
  const cells = new Float64Array(segments * cellsPerSegment);
  const value = (place: number): number => words * normalAbove(halfWidth - place / segmentsPerUnit);
  for (let s = 0; s < segments; s++)
    cubicThrough(cells, s * cellsPerSegment, value(s), value(s + 1 / 3), value(s + 2 / 3), value(s + 1), 1);
  return cells;
}

/** As a signed number, as the kernels keep words. */
export function wordOfNormal(z: number, cells: Float64Array, from = 0): number {
  const place = (z + halfWidth) * segmentsPerUnit;
  const segment = Math.min(Math.max(Math.floor(place), 0), segments - 1);
  const t = place - segment;
  const at = from + segment * cellsPerSegment;
  const value =
    (cells[at] as number) +
    t * ((cells[at + 1] as number) + t * ((cells[at + 2] as number) + t * (cells[at + 3] as number)));
  return Math.min(Math.max(Math.floor(value), 0), words - 1) | 0;
}
