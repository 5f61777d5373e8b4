// In which cases something is so, in few words; and what holds for a whole difference and is therefore said once.

import type { Diff, DiffCase } from '../analysis/diff.ts';
import type { Moved } from '../analysis/diff-moved.ts';
import type { Coordinate } from '../analysis/figures.ts';
import { caseText } from './amounts.ts';
import { andList } from './words.ts';

const mostCases = 3;
const mostPoints = 6;

/** `every case`, `tier: a, b`, `tier: a; mail: free, hobby`, or the cases one by one. */
export function whereText(cases: readonly DiffCase[], all: readonly DiffCase[]): string {
  if (cases.length === all.length) return 'every case';
  const axes = (cases[0]?.at ?? []).map((c) => c.axis);
  const sets = axes.map((axis) => ({ axis, points: pointsOn(axis, cases), every: pointsOn(axis, all) }));
  // every combination of the points that are met
  if (sets.reduce((n, { points }) => n * points.length, 1) === cases.length) {
    const told = sets.filter(({ points, every }) => points.length < every.length);
    return told.map(({ axis, points }) => `${axis}: ${listed(points)}`).join('; ');
  }
  return andList(
    cases.map((c) => caseText(c.at)),
    mostCases,
  );
}

function pointsOn(axis: string, cases: readonly DiffCase[]): readonly string[] {
  const point = (at: readonly Coordinate[]): string => at.find((c) => c.axis === axis)?.point ?? '';
  return [...new Set(cases.map((c) => point(c.at)))];
}

function listed(points: readonly string[]): string {
  const more = points.length - mostPoints;
  return more > 1 ? `${points.slice(0, mostPoints).join(', ')} and ${more} more` : points.join(', ');
}

/** Rates and calendar factors that are the same wherever they count: not repeated in every row. */
export interface SaidOnce {
  readonly exchange: Moved | undefined;
  readonly calendar: Moved | undefined;
}

export function saidOnce({ cases }: Diff): SaidOnce {
  const parts = cases.flatMap((c) => c.items.flatMap((i) => [...i.cost.parts, ...(i.once?.parts ?? [])]));
  const only = (cause: 'exchange' | 'calendar'): Moved | undefined => {
    const moved = parts.filter((p) => p.cause === cause).map((p) => p.moved);
    const [first] = moved[0] ?? [];
    const key = JSON.stringify(first);
    return moved.length > 1 && moved.every((m) => m.length === 1 && JSON.stringify(m[0]) === key)
      ? first
      : undefined;
  };
  return { exchange: only('exchange'), calendar: only('calendar') };
}
