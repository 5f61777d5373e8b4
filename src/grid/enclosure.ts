// Between which bounds a figure lies while the input runs over an interval, and how it may get from one to the other: a part
// that follows the input with a slope between two bounds, and a part that may jump about by so much at the most. A staircase
// is a slope and the height of one step. One object is written again and again: a search asks for millions.

/** Of one figure, over one interval of the input. Nothing is known of it anywhere where `lo > hi`. */
export interface Enclosure {
  lo: number;
  hi: number;
  slopeLo: number;
  slopeHi: number;
  /** What jumps can add up to between any two values of the input; 0 where it is continuous. */
  play: number;
  /** It may be unknown somewhere. */
  unknown: boolean;
}

export function newEnclosure(): Enclosure {
  return { lo: 0, hi: 0, slopeLo: 0, slopeHi: 0, play: 0, unknown: false };
}

export function isNowhereKnown(e: Enclosure): boolean {
  return e.lo > e.hi;
}

/** Writes the result, brought into a form in which it can be trusted. */
export function put(
  out: Enclosure,
  lo: number,
  hi: number,
  slopeLo: number,
  slopeHi: number,
  play: number,
  unknown: boolean,
): void {
  // unlimited minus unlimited: anything, or nothing
  const lost = Number.isNaN(lo) || Number.isNaN(hi);
  out.lo = lost ? Number.NEGATIVE_INFINITY : lo;
  out.hi = lost ? Number.POSITIVE_INFINITY : hi;
  out.unknown = unknown || lost || lo > hi;
  if (out.lo >= out.hi) {
    out.slopeLo = 0;
    out.slopeHi = 0;
    out.play = 0;
    return;
  }
  out.slopeLo = Number.isNaN(slopeLo) ? Number.NEGATIVE_INFINITY : slopeLo;
  out.slopeHi = Number.isNaN(slopeHi) ? Number.POSITIVE_INFINITY : slopeHi;
  out.play = lost || Number.isNaN(play) ? Number.POSITIVE_INFINITY : play;
  // all of it may as well be a jump, where that says more
  if (out.play >= out.hi - out.lo) putJump(out);
}

function putJump(out: Enclosure): void {
  out.slopeLo = 0;
  out.slopeHi = 0;
  out.play = out.hi - out.lo;
}

/** Nothing is known of how it moves between its bounds. */
export function putLoose(out: Enclosure, lo: number, hi: number, unknown: boolean): void {
  put(out, lo, hi, 0, 0, Number.POSITIVE_INFINITY, unknown);
}

export function putNothing(out: Enclosure): void {
  put(out, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0, true);
}

/** Where no bound can be given. */
export function putAnything(out: Enclosure): void {
  put(out, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0, Number.POSITIVE_INFINITY, true);
}

export function copy(out: Enclosure, from: Enclosure, unknown = from.unknown): void {
  put(out, from.lo, from.hi, from.slopeLo, from.slopeHi, from.play, unknown);
}

/** One of several, and it may change which. */
export function hull(out: Enclosure, parts: readonly Enclosure[], unknown: boolean): void {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) {
    copy(out, only, unknown || only.unknown);
    return;
  }
  const lo = Math.min(...parts.map((p) => p.lo));
  const hi = Math.max(...parts.map((p) => p.hi));
  putLoose(out, lo, hi, unknown || parts.length === 0 || parts.some((p) => p.unknown));
}

/**
 * The least and the most of a figure over the interval: its own bounds, or those of going from either end, where its value is
 * known, with the slope and the jumps that it may have.
 */
export function reach(e: Enclosure, width: number, start: number, end: number): readonly [number, number] {
  const [falls, rises] = [Math.min(0, e.slopeLo) * width, Math.max(0, e.slopeHi) * width];
  return [
    Math.max(e.lo, start + falls - e.play, end - rises - e.play),
    Math.min(e.hi, start + rises + e.play, end - falls + e.play),
  ];
}

/** How far from nothing it gets. */
export function sizeOf(e: Enclosure): number {
  return Math.max(Math.abs(e.lo), Math.abs(e.hi));
}

/** The least that its size can be; nothing where that is unlimited. */
export function leastSizeOf({ lo, hi }: Enclosure): number {
  const least = lo > 0 ? lo : hi < 0 ? -hi : 0;
  return Number.isFinite(least) ? least : 0;
}

/** What one operation does to the enclosures of its arguments. */
export type Rule = (out: Enclosure, a: Enclosure, b: Enclosure, c: Enclosure) => void;
