// A figure at the three points of the band, while it is still computed with. Only what is shown has its ends put in order.

import type { Ranged } from './figures.ts';

/** At the low, middle and high end of what is uncertain; the first is not always the smallest. */
export type Banded = readonly [number, number, number];

export const noBand: Banded = [0, 0, 0];

export function banded(value: number): Banded {
  return [value, value, value];
}

export function plus(a: Banded, b: Banded): Banded {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function minus(a: Banded, b: Banded): Banded {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function times(a: Banded, factor: number): Banded {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

/** Nothing of nothing is nothing. */
export function over(a: Banded, b: Banded): Banded {
  const share = (x: number, y: number): number => (y === 0 ? 0 : x / y);
  return [share(a[0], b[0]), share(a[1], b[1]), share(a[2], b[2])];
}

export function rangedOf([a, mid, b]: Banded): Ranged {
  return a <= b ? { low: a, mid, high: b } : { low: b, mid, high: a };
}

/** What is less than a billionth of the whole is the noise of subtracting. */
export function settled(a: Banded, whole: Banded): Banded {
  const clean = (x: number, y: number): number => (Math.abs(x) <= 1e-9 * Math.abs(y) ? 0 : x);
  return [clean(a[0], whole[0]), clean(a[1], whole[1]), clean(a[2], whole[2])];
}
