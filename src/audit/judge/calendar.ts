// How long a period is: the conventions that cost analyses use without saying so. The first of each list is the usual one.

import type { Factor, Unit } from '../../quantity/unit.ts';

/** `longer shorter` -> how many of the shorter one. */
const sizes: Readonly<Record<string, readonly number[]>> = {
  'year month': [12],
  'year quarter': [4],
  'quarter month': [3],
  'year week': [52, 365 / 7, 52.14, 50],
  'year day': [365, 360, 366, 365.25, 260, 250, 252, 261, 264, 240],
  'year workday': [260, 250, 252, 264],
  'year hour': [8760, 8766, 8784, 8640, 2080, 2000, 1920],
  'month week': [52 / 12, 4, 4.33, 4.3, 4.35, 4.345, 4.5],
  'month day': [30, 365 / 12, 30.42, 30.4, 30.44, 30.5, 31, 28, 29, 22, 21, 20, 23, 26, 25],
  'month workday': [22, 21, 20, 23],
  'month hour': [730, 720, 744, 730.5, 672, 696, 728, 732, 160, 168, 173, 173.33, 176],
  'month minute': [43_800, 43_200, 44_640],
  'month second': [2_592_000, 2_628_000, 2_678_400],
  'week day': [7, 5, 6],
  'week hour': [168, 40],
  'day hour': [24, 8, 16, 12, 10],
  'day minute': [1440],
  'day second': [86_400],
  'hour minute': [60],
  'hour second': [3600],
  'minute second': [60],
};

/** A whole number that stands for a stretch of time where it is a factor: 12 months, 730 hours, 5 years. */
const usual = new Set([...Object.values(sizes).flat(), 2, 3, 4, 5, 6, 7, 10, 24, 36, 48, 60, 100, 1000]);

export function isUsualFactor(value: number): boolean {
  return usual.has(value);
}

export function lengthsOf(longer: string, shorter: string): readonly number[] {
  return sizes[`${longer} ${shorter}`] ?? [];
}

/** How many of `to` are in `from`, by each convention; one over that where `to` is the longer. */
export function lengthsBetween(from: string, to: string): readonly number[] {
  if (from === to) return [1];
  const down = lengthsOf(from, to);
  if (down.length > 0) return down;
  return lengthsOf(to, from).map((n) => 1 / n);
}

function isTime({ atom }: Factor): boolean {
  return atom.kind === 'time' || atom.kind === 'calendar';
}

/** The period that a rate is per; '' for none. */
export function periodOf(unit: Unit): string {
  return unit.factors.find((f) => f.power < 0 && isTime(f))?.atom.name ?? '';
}

/** What is left of a unit of time when everything that is no time is taken out. */
export function timeIn(unit: Unit): readonly Factor[] {
  return unit.factors.filter(isTime);
}
