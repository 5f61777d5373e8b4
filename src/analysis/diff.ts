// What moved in the bill between two plans: case by case, item by item, cause by cause.

import type { GraphItem } from '../graph/types.ts';
import type { Place } from '../grid/layout.ts';
import { billNodes, type Lone, type LoneAxis, type Matched, matchCases } from './diff-cases.ts';
import { type Change, changeOf, hasChanged, type ItemChange, itemChange, stepChange } from './diff-item.ts';
import { ranged, spotOf } from './diff-moved.ts';
import { type EarlierAt, earlierGrids } from './diff-rates.ts';
import type { DiffSide } from './diff-side.ts';
import {
  type ExpectationChange,
  expectationChanges,
  type Idle,
  idleChanges,
  type LimitChange,
  limitChanges,
} from './diff-states.ts';
import { type Case, type Cause, causes, type Ends, shownEnds } from './diff-steps.ts';
import type { Coordinate, Ranged } from './figures.ts';

export interface Diff {
  /** ISO code in which every amount stands. */
  readonly currency: string;
  readonly axes: readonly string[];
  /** Every item by name, in the order of the later plan; what it no longer has comes last. */
  readonly items: readonly string[];
  readonly cases: readonly DiffCase[];
  /** Cases that only one of the plans has. */
  readonly lone: readonly LoneCase[];
  /** Axes that only one of the plans has, and the point at which they are compared. */
  readonly loneAxes: readonly LoneAxis[];
  readonly expectations: readonly ExpectationChange[];
  /** Changed, and without effect on any bill. */
  readonly idle: readonly Idle[];
}

export interface LoneCase extends Lone {
  readonly total: Ranged;
}

export interface DiffCase {
  readonly at: readonly Coordinate[];
  /** Per month, amortised. Unknown where an item has no price. */
  readonly total: Change;
  /** Paid once. */
  readonly upfront: Change;
  /** Of the items that are known on both sides; the change of the total itself, where that is known. */
  readonly known: Change;
  /** How the causes share the known change; without those of zero. */
  readonly causes: readonly CauseSum[];
  readonly items: readonly ItemChange[];
  /** How many items are as they were. */
  readonly unchanged: number;
  readonly limits: readonly LimitChange[];
  readonly budgets: readonly LimitChange[];
  readonly feasible: { readonly before: boolean; readonly after: boolean };
}

export interface CauseSum {
  readonly cause: Cause;
  readonly change: Ranged;
}

export interface DiffQuestion {
  readonly before: DiffSide;
  readonly after: DiffSide;
  /** In which amounts stand: that of the plans, or what `rate` of each side leads to. */
  readonly currency: string;
}

export function diff({ before, after, currency }: DiffQuestion): Diff {
  for (const { grid, graph, pinned, rate } of [before, after]) {
    const rates = rate === undefined ? [] : [rate];
    if (pinned !== undefined) grid.evaluate([...new Set([...billNodes(graph), ...rates])]);
  }
  const { axes, both, lone, loneAxes } = matchCases(before, after);
  const earlier = earlierGrids(before, after);
  const walked = both.map((matched) => walkedCase(before, after, matched, earlier));
  return {
    currency,
    axes,
    items: pairsOf(before, after).flatMap(([was, is]) => (is ?? was)?.name ?? []),
    cases: walked.map((w) => w.shown),
    lone: lone.map((one) => loneCase(one.side === 'before' ? before : after, one)),
    loneAxes,
    expectations: expectationChanges(before, after),
    idle: idleChanges(
      before,
      after,
      both,
      walked.map((w) => w.all),
    ),
  };
}

function loneCase(side: DiffSide, one: Lone): LoneCase {
  return { ...one, total: ranged(endsAt(side, one.place, side.graph.total)) };
}

function endsAt(side: DiffSide, place: Place, node: number): Ends {
  return shownEnds(spotOf(side, place), node);
}

interface Walked {
  readonly shown: DiffCase;
  /** The items that did not change as well. */
  readonly all: readonly ItemChange[];
}

function walkedCase(before: DiffSide, after: DiffSide, matched: Matched, earlier: EarlierAt): Walked {
  const one: Case = {
    before: spotOf(before, matched.before),
    after: spotOf(after, matched.after),
    earlier,
  };
  const all = pairsOf(before, after).flatMap(([was, is]) => itemChange(one, was, is) ?? []);
  const items = all.filter(hasChanged);
  const totals = totalsOf(one);
  const { known, causes } = shared(all, totals);
  const limits = limitChanges(one, 'limits');
  const feasible = {
    before: before.grid.value(before.graph.feasible, matched.before) !== 0,
    after: after.grid.value(after.graph.feasible, matched.after) !== 0,
  };
  const shown: DiffCase = {
    at: matched.at,
    total: changeOf(ranged(totals.from), ranged(totals.to)),
    upfront: changeOf(
      ranged(shownEnds(one.before, before.graph.upfront)),
      ranged(shownEnds(one.after, after.graph.upfront)),
    ),
    known,
    causes,
    items,
    unchanged: all.length - items.length,
    limits,
    budgets: limitChanges(one, 'budgets'),
    feasible,
  };
  return { shown, all };
}

/** In the order of the later plan; what it no longer has comes last. */
function pairsOf(
  before: DiffSide,
  after: DiffSide,
): readonly (readonly [GraphItem | undefined, GraphItem | undefined])[] {
  const old = new Map(before.graph.items.map((item) => [item.name, item]));
  const now = new Set(after.graph.items.map((item) => item.name));
  return [
    ...after.graph.items.map((item) => [old.get(item.name), item] as const),
    ...before.graph.items.filter((item) => !now.has(item.name)).map((item) => [item, undefined] as const),
  ];
}

interface Totals {
  readonly from: Ends;
  readonly to: Ends;
}

function totalsOf({ before, after }: Case): Totals {
  return {
    from: shownEnds(before, before.side.graph.total),
    to: shownEnds(after, after.side.graph.total),
  };
}

/** The walk of the total: every item's step of one cause, then those of the next. */
function shared(
  all: readonly ItemChange[],
  totals: Totals,
): { readonly known: Change; readonly causes: readonly CauseSum[] } {
  const counted = all.filter((i) => !i.optional);
  const certain = [...totals.from, ...totals.to].every((x) => !Number.isNaN(x));
  const both = counted.filter((i) => !Number.isNaN(i.cost.before.mid) && !Number.isNaN(i.cost.after.mid));
  const start: Ends = certain ? totals.from : sumOf(both.map((i) => i.cost.from));
  const steps = both.flatMap((i) => i.cost.steps);
  let here = start;
  const sums: { cause: Cause; from: Ends; to: Ends }[] = [];
  for (const cause of causes) {
    const own = steps.filter((s) => s.cause === cause);
    if (own.length === 0) continue;
    const to = own.reduce((sum, s) => plus(sum, s), here);
    sums.push({ cause, from: here, to });
    here = to;
  }
  const end: Ends = certain ? totals.to : here;
  const scale = Math.max(0, ...[...start, ...sums.flatMap((s) => s.to)].map(Math.abs));
  return {
    known: changeOf(ranged(start), ranged(end)),
    causes: sums
      .map(({ cause, from, to }) => ({ cause, change: stepChange({ from, to }, scale) }))
      .filter(({ change }) => change.low !== 0 || change.mid !== 0 || change.high !== 0),
  };
}

function plus(sum: Ends, { from, to }: { readonly from: Ends; readonly to: Ends }): Ends {
  return [sum[0] + (to[0] - from[0]), sum[1] + (to[1] - from[1]), sum[2] + (to[2] - from[2])];
}

function sumOf(all: readonly Ends[]): Ends {
  return all.reduce<Ends>((sum, to) => plus(sum, { from: [0, 0, 0], to }), [0, 0, 0]);
}
