// Comparisons that forgive float noise of one part in 10^12. Unknown is neither true nor false: it stays unknown.

export const noise = 1e-12;

export function equal(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b ? 1 : 0;
  return Math.abs(a - b) <= noise * Math.max(Math.abs(a), Math.abs(b)) ? 1 : 0;
}

export function less(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  return a < b ? 1 - equal(a, b) : 0;
}

/** Anything, even what is unknown, is at most unlimited. */
export function atMost(a: number, b: number): number {
  if (b === Number.POSITIVE_INFINITY) return 1;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  // nothing is near a bound that lies infinitely far below
  return a <= b || (b !== Number.NEGATIVE_INFINITY && a - b <= noise * Math.abs(b)) ? 1 : 0;
}
