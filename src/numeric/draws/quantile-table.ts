// The quantile function of any distribution with a density as a table of cubics, so that a draw costs the same whatever the
// distribution. A word's upper half counts from above and its lower half from below; the distance to that end, p + 1/2 of 2^32
// parts, is cut into octaves and each octave into 16 segments, which so get finer towards both ends. Within a segment the value
// is a cubic through four points of the quantile function.

import { ofNormal, quantileOf } from '../distributions/distribution.ts';
import type { Distribution, End } from '../distributions/types.ts';
import { powerOfTwo } from '../functions/bits.ts';
import { normalQuantileAbove } from '../functions/normal.ts';

export const segmentsPerOctave = 16;
/** Distances of 1/2 up to 2^31 - 1/2. */
const octaves = 32;
export const cellsPerSegment = 4;
export const cellsPerEnd = octaves * segmentsPerOctave * cellsPerSegment;

const parts = powerOfTwo(32);

/** The coefficients of `t` to the power of 0, 1, 2 and 3 for each segment; the segments from below, then those from above. */
export function quantileTable(d: Distribution): Float64Array {
  const cells = new Float64Array(2 * cellsPerEnd);
  for (const [half, end] of ends.entries()) fillEnd(cells, half * cellsPerEnd, valuesAtNodes(d, end));
  return cells;
}

const ends = ['below', 'above'] as const;

/** Of each segment the start and the points at a third and at two thirds of it; the end of the last one. */
const nodes = nodesOfAll();

function nodesOfAll(): Float64Array {
  const all = new Float64Array(3 * octaves * segmentsPerOctave + 1);
  const width = 1 / segmentsPerOctave;
  for (let octave = 0, k = 0; octave < octaves; octave++) {
    const start = powerOfTwo(octave - 1) / parts;
    for (let segment = 0; segment < segmentsPerOctave; segment++, k += 3) {
      const t = segment / segmentsPerOctave;
      all[k] = start * (1 + t);
      all[k + 1] = start * (1 + (t + width / 3));
      all[k + 2] = start * (1 + (t + (width * 2) / 3));
    }
  }
  all[all.length - 1] = powerOfTwo(octaves - 1) / parts;
  return all;
}

let normals: Float64Array | undefined;

/** The standard normal numbers with the probabilities of the nodes above them: the same for all distributions, and made once. */
function normalsAtNodes(): Float64Array {
  normals ??= nodes.map(normalQuantileAbove);
  return normals;
}

function valuesAtNodes(d: Distribution, end: End): Float64Array {
  const of = ofNormal(d);
  if (of !== undefined) return normalsAtNodes().map((z) => of(end === 'above' ? z : -z));
  const at = quantileOf(d);
  return nodes.map((p) => at(p, end));
}

function fillEnd(cells: Float64Array, from: number, values: Float64Array): void {
  const width = 1 / segmentsPerOctave;
  for (let k = 0, at = from; k + 3 < values.length; k += 3, at += cellsPerSegment)
    cubicThrough(
      cells,
      at,
      values[k] as number,
      values[k + 1] as number,
      values[k + 2] as number,
      values[k + 3] as number,
      width,
    );
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
  const d1 = y1 - y0;
  const d2 = y2 - 2 * y1 + y0;
  const d3 = y3 - 3 * y2 + 3 * y1 - y0;
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
    const b1 = c0 + c1 / 3;
    const b2 = c0 + (2 * c1 + c2) / 3;
    const b3 = c0 + c1 + c2 + c3;
    const slack = (Math.abs(c0) + Math.abs(c1) + Math.abs(c2) + Math.abs(c3)) * 2 ** -48;
    lo = Math.min(lo, Math.min(c0, b1, b2, b3) - slack);
    hi = Math.max(hi, Math.max(c0, b1, b2, b3) + slack);
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
