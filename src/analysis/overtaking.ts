// When one case has cost less than another, all cash so far: which is ahead in each month, and where they change places.

import type { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import { monthIndex, onBand, type Ranged, rangedAt } from './figures.ts';
import { monthName } from './tco.ts';

export interface Overtaking {
  /** What was spent until the end of each month, in the plan's currency. */
  readonly months: readonly OvertakingMonth[];
  /** By the middle of ranges; `unknown` where one of the two is. */
  readonly stretches: readonly LeadStretch[];
  /** With every range at its low and at its high end, where that makes a difference. */
  readonly ends: { readonly low: readonly LeadStretch[]; readonly high: readonly LeadStretch[] } | undefined;
}

export interface OvertakingMonth {
  readonly month: string;
  readonly spent: readonly [Ranged, Ranged];
}

export type Lead = 'first' | 'second' | 'level' | 'unknown';

/** Both months included. */
export interface LeadStretch {
  readonly from: number;
  readonly to: number;
  readonly ahead: Lead;
}

/** undefined for a plan without a horizon. */
export function overtaking(whole: Grid, sides: readonly [Place, Place]): Overtaking | undefined {
  const { graph } = whole;
  const month = monthIndex(graph);
  const spent = graph.names.get('spent')?.node;
  if (month < 0 || spent === undefined) return undefined;
  const grid = whole.pinnedTo(new Map([[month, -1]]));
  const count = graph.axes[month]?.points.length ?? 0;
  const at = (place: Place, m: number): Place => place.map((p, axis) => (axis === month ? m : p));
  const months = Array.from({ length: count }, (_, m): OvertakingMonth => {
    const both = sides.map((place) => rangedAt(grid, spent, at(place, m)));
    return { month: monthName(graph, month, m), spent: both as [Ranged, Ranged] };
  });
  const along = (band: number): readonly LeadStretch[] =>
    stretchesOf(
      Array.from({ length: count }, (_, m) => {
        const [a, b] = sides.map((place) => grid.value(spent, onBand(graph, at(place, m), band)));
        return lead(a ?? Number.NaN, b ?? Number.NaN);
      }),
    );
  const [low, middle, high] = [along(0), along(1), along(2)] as const;
  const same = [low, high].every((other) => JSON.stringify(other) === JSON.stringify(middle));
  return { months, stretches: middle, ends: same ? undefined : { low, high } };
}

function lead(a: number, b: number): Lead {
  if (Number.isNaN(a) || Number.isNaN(b)) return 'unknown';
  if (Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))) return 'level';
  return a < b ? 'first' : 'second';
}

function stretchesOf(leads: readonly Lead[]): readonly LeadStretch[] {
  const found: LeadStretch[] = [];
  for (const [m, ahead] of leads.entries()) {
    const last = found.at(-1);
    if (last?.ahead === ahead) found[found.length - 1] = { ...last, to: m };
    else found.push({ from: m, to: m, ahead });
  }
  return found;
}
