// Between which bounds a figure and its slope lie while the input runs over an interval, and whether it can jump or be unknown
// there. One object is written again and again: a search asks for millions.

/** Of one figure, over one interval of the input. Nothing is known of it anywhere where `lo > hi`. */
export interface Enclosure {
  lo: number;
  hi: number;
  /** Of the slope, where it has one; infinite where it jumps. */
  slopeLo: number;
  slopeHi: number;
  /** It may be unknown somewhere. */
  unknown: boolean;
  /** It may jump somewhere. */
  jumps: boolean;
}

export function newEnclosure(): Enclosure {
  return { lo: 0, hi: 0, slopeLo: 0, slopeHi: 0, unknown: false, jumps: false };
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
  unknown: boolean,
  jumps: boolean,
): void {
  // unlimited minus unlimited: anything, or nothing
  const lost = Number.isNaN(lo) || Number.isNaN(hi);
  out.lo = lost ? Number.NEGATIVE_INFINITY : lo;
  out.hi = lost ? Number.POSITIVE_INFINITY : hi;
  out.unknown = unknown || lost || lo > hi;
  const still = out.lo >= out.hi;
  out.jumps = (jumps || lost) && !still;
  const steep = out.jumps || Number.isNaN(slopeLo) || Number.isNaN(slopeHi);
  out.slopeLo = still ? 0 : steep ? Number.NEGATIVE_INFINITY : slopeLo;
  out.slopeHi = still ? 0 : steep ? Number.POSITIVE_INFINITY : slopeHi;
}

export function putNothing(out: Enclosure): void {
  put(out, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, true, false);
}

export function copy(out: Enclosure, from: Enclosure, unknown = from.unknown): void {
  put(out, from.lo, from.hi, from.slopeLo, from.slopeHi, unknown, from.jumps);
}

/** Where no bound can be given. */
export function anything(out: Enclosure): void {
  put(out, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN, Number.NaN, true, true);
}
/** All of what several may be. */
export function hull(out: Enclosure, parts: readonly Enclosure[], unknown: boolean): void {
  let [lo, hi] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [slopeLo, slopeHi] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let some = unknown || parts.length === 0;
  let jumps = parts.length > 1;
  for (const part of parts) {
    lo = Math.min(lo, part.lo);
    hi = Math.max(hi, part.hi);
    slopeLo = Math.min(slopeLo, part.slopeLo);
    slopeHi = Math.max(slopeHi, part.slopeHi);
    some ||= part.unknown;
    jumps ||= part.jumps;
  }
  put(out, lo, hi, slopeLo, slopeHi, some, jumps);
}

/** What one operation does to the enclosures of its arguments. */
export type Rule = (out: Enclosure, a: Enclosure, b: Enclosure, c: Enclosure) => void;
