// How far a figure may be off because only so many samples were drawn: the same figure from parts of the samples, and how much those
// differ. That holds for any figure and for both kinds of draws, as the parts are made of whole nets (draws/digital.ts), which are
// independent of one another as independent samples are.

import { netSize } from '../draws/digital.ts';
import { momentsOf } from './mean.ts';

const mostParts = 32;
const fewestNets = 8;
/** Where there are fewer nets than that; too large then for evenly spread samples, as a cut net is less even. */
const partsOfFew = 16;

/** Unknown where there are fewer than two samples for each part. What is left over by the division is not looked at. */
export function standardError(values: Float64Array, figure: (part: Float64Array) => number): number {
  return standardErrors(values, 1, (part) => [figure(part)])[0] as number;
}

/** Of several figures, `count` of them, that are found together. */
export function standardErrors(
  values: Float64Array,
  count: number,
  figures: (part: Float64Array) => readonly number[],
): readonly number[] {
  const nets = Math.floor(values.length / netSize);
  const parts = nets < fewestNets ? partsOfFew : Math.min(nets, mostParts);
  const size = nets < fewestNets ? Math.floor(values.length / parts) : Math.floor(nets / parts) * netSize;
  if (size < 2) return new Array<number>(count).fill(Number.NaN);
  const found = Array.from({ length: parts }, (_, k) => figures(values.subarray(k * size, (k + 1) * size)));
  return Array.from({ length: count }, (_, i) => {
    const { variance } = momentsOf(Float64Array.from(found, (part) => part[i] as number));
    return Math.sqrt(variance / parts);
  });
}
