// The quantile function of any distribution with a density as a table of cubics, so that a draw costs the same whatever the
// distribution. A word's upper half counts from above and its lower half from below; the distance to that end, p + 1/2 of 2^32
// parts, is cut into octaves and each octave into 16 segments, which so get finer towards both ends. Within a segment the value
// is a cubic through four points of the quantile function.

import { quantile } from '../distributions/distribution.ts';
import type { Distribution, End } from '../distributions/types.ts';
import { powerOfTwo } from '../functions/bits.ts';

export const segmentsPerOctave = 16;
/** Distances of 1/2 up to 2^31 - 1/2. */
const octaves = 32;
export const cellsPerSegment = 4;
export const cellsPerEnd = octaves * segmentsPerOctave * cellsPerSegment;

const parts = powerOfTwo(32);

/** The coefficients of `t` to the power of 0, 1, 2 and 3 for each segment; the segments from below, then those from above. */
export function quantileTable(d: Distribution): Float64Array {
  const cells = new Float64Array(2 * cellsPerEnd);
  for (const [half, end] of (['below', 'above'] as const).entries())
    fillEnd(cells, half * cellsPerEnd, d, end);
  return cells;
}

function fillEnd(cells: Float64Array, from: number, d: Distribution, end: End): void {
  let at = from;
  for (let octave = 0; octave < octaves; octave++) {
    const start = powerOfTwo(octave - 1) / parts;
    const value = (t: number): number => quantile(d, start * (1 + t), end);
    let left = value(0);
    for (let segment = 0; segment < segmentsPerOctave; segment++) {
      const [t0, width] = [segment / segmentsPerOctave, 1 / segmentsPerOctave];
      const right = value(t0 + width);
      cubicThrough(cells, at, left, value(t0 + width / 3), value(t0 + (width * 2) / 3), right, width);
      left = right;
      at += cellsPerSegment;
    }
  }
}

/** The cubic that is y0 to y3 at 0, a third, two thirds and the whole of a width. */
export function cubicThrough(
  cells: Float64Array,
  at: number,
  y0: number,
  y1: number,
  y2: number,
  y3: number,
  width: number,
): void {
  const [d1, d2, d3] = [y1 - y0, y2 - 2 * y1 + y0, y3 - 3 * y2 + 3 * y1 - y0];
  const third = width / 3;
  cells[at] = y0;
  cells[at + 1] = (d1 - d2 / 2 + d3 / 3) / third;
  cells[at + 2] = (d2 / 2 - d3 / 2) / (third * third);
  cells[at + 3] = d3 / 6 / (third * third * third);
}

/** What no word leads outside of: a cubic lies between the least and the most of its Bernstein coefficients, but for rounding. */
export function boundsOfTable(cells: Float64Array): readonly [lo: number, hi: number] {
  const width = 1 / segmentsPerOctave;
  let [lo, hi] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < cells.length; at += cellsPerSegment) {
    const c0 = cells[at] as number;
    const c1 = (cells[at + 1] as number) * width;
    const c2 = (cells[at + 2] as number) * width * width;
    const c3 = (cells[at + 3] as number) * width * width * width;
    const all = [c0, c0 + c1 / 3, c0 + (2 * c1 + c2) / 3, c0 + c1 + c2 + c3];
    const slack = (Math.abs(c0) + Math.abs(c1) + Math.abs(c2) + Math.abs(c3)) * 2 ** -48;
    lo = Math.min(lo, Math.min(...all) - slack);
    hi = Math.max(hi, Math.max(...all) + slack);
  }
  // where a tail goes beyond all numbers, nothing is known of it
  return Number.isNaN(lo + hi) ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [lo, hi];
}

const halves = Float64Array.from({ length: 33 }, (_, k) => powerOfTwo(1 - k));

/** The value for a word, by the table that starts at the cell `from`. */
export function lookUp(cells: Float64Array, word: number, from = 0): number {
  const signed = word | 0;
  const p = signed < 0 ? ~signed : signed;
  const octave = 32 - Math.clz32(p);
  // exact: p + 1/2 as 1 + something, times a power of two
  const t = (p + 0.5) * (halves[octave] as number) - 1;
  const segment = Math.floor(t * segmentsPerOctave);
  const rest = t - segment / segmentsPerOctave;
  const at = from + (signed < 0 ? cellsPerEnd : 0) + (octave * segmentsPerOctave + segment) * cellsPerSegment;
  return (
    (cells[at] as number) +
    rest * ((cells[at + 1] as number) + rest * ((cells[at + 2] as number) + rest * (cells[at + 3] as number)))
  );
}
