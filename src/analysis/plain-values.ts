// Values as people write them: the plain number that a search was looking for, and plain numbers around it.

import type { Border } from './duel.ts';
import { sameValue } from './pieces.ts';

/** More digits than this are nobody's round number. */
const roundDigits = 8;

/** A border as one value: the round number that a step is meant for, or else its lower end; a root to twelve digits. */
export function plainValue({ below, above, jump }: Border): number {
  const size = Math.max(Math.abs(below), Math.abs(above));
  if (!jump) return plain((below + above) / 2, sameValue * size, 15) ?? below;
  if (below <= 0 && above >= 0) return 0;
  // comparisons forgive noise, so that a step may begin a little behind the number that it is meant for
  const room = Math.abs(above - below) / 2 + 4 * sameValue * size;
  return plain((below + above) / 2, room, roundDigits) ?? below;
}

function plain(x: number, room: number, most: number): number | undefined {
  for (let digits = 1; digits <= most; digits++) {
    const shorter = Number(x.toPrecision(digits));
    if (Math.abs(shorter - x) <= room) return shorter;
  }
  return undefined;
}

/** A step of 1, 2 or 5 times a power of ten, not above a size. */
export function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const step = [5, 2, 1].find((n) => n * power <= size * (1 + 1e-9)) ?? 1;
  return step * power;
}

/** Two plain values on each side of one, with nothing else between them that happens. */
export function valuesAround(
  value: number,
  last: number,
  next: number,
  whole: boolean,
): { readonly lower: readonly number[]; readonly upper: readonly number[] } {
  const onGrid = (room: number, up: boolean): readonly number[] => {
    const size = Math.min(Math.abs(value) / 8 || room / 4, room / 2);
    const step = whole ? Math.max(1, roundStep(size)) : roundStep(size);
    if (!(step > 0) || !Number.isFinite(step)) return [];
    // a row that is all but the crossing itself shows nothing new
    const clear = 0.25 * step;
    const nearest = up ? Math.floor((value + clear) / step) + 1 : Math.ceil((value - clear) / step) - 1;
    const all = up ? [nearest, nearest + 1] : [nearest - 1, nearest];
    // whole multiples of a power of ten, without the noise of adding one up
    return all
      .map((n) => Number((n * step).toPrecision(12)))
      .filter((x) => (up ? x > value && x < next : x < value && x > last));
  };
  return { lower: onGrid(value - last, false), upper: onGrid(next - value, true) };
}
