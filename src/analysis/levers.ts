// What each lever takes off a figure: alone, when all the others are on already, step by step in the order of the plan, and as
// its fair share (Shapley value) of what all of them save together.

import type { GraphAxis, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import type { Unit } from '../quantity/unit.ts';
import { type Banded, banded, minus, noBand, over, plus, rangedOf, settled, times } from './banded.ts';
import { type Pinned, placeOf } from './cases.ts';
import { bandIndex, type Coordinate, caseAxes, coordinates, onBand, type Ranged } from './figures.ts';

export interface LeversQuestion {
  /** As asked: `total`. */
  readonly metric: string;
  readonly node: NodeId;
  readonly unit: Unit;
  /** What one of `unit` is in the unit that is shown; 1 where left out. */
  readonly factor?: number;
}

export interface Levers {
  readonly metric: string;
  readonly unit: Unit;
  /** Where it was asked, with the levers that were pinned. */
  readonly at: readonly Coordinate[];
  /** The figure with every lever off, and with every lever on. */
  readonly before: Ranged;
  readonly after: Ranged;
  /** What all save together; negative where the figure grows. */
  readonly joint: Ranged;
  /** Of the figure before. */
  readonly jointShare: Ranged;
  /** The savings alone, added up: more than `joint` where levers overlap, less where they help one another. */
  readonly aloneSum: Ranged;
  /** Those that change the figure, in the order of the plan. */
  readonly levers: readonly LeverSaving[];
  /** Those that do not change it here. */
  readonly idle: readonly LeverName[];
  /** Limits that are broken with every lever off, and with every lever on. */
  readonly broken: { readonly before: readonly string[]; readonly after: readonly string[] };
}

export interface LeverName {
  readonly name: string;
  readonly label: string;
  readonly note: string | undefined;
  /** Its saving is stated by somebody and derived by nobody. */
  readonly asserted: boolean;
  /** Where the saving is stated, if somebody says so. */
  readonly source: string | undefined;
}

export interface LeverSaving extends LeverName {
  /** All others off. */
  readonly alone: Ranged;
  /** `alone` as a share of the figure before. */
  readonly share: Ranged;
  /** All others on. */
  readonly last: Ranged;
  /** `last` less `alone`: below zero where others save the same money, above where they make it worth more. */
  readonly interaction: Ranged;
  /** What it adds to the levers before it in the plan; the steps add up to the joint saving. */
  readonly step: Ranged;
  /** The figure after this step. */
  readonly after: Ranged;
  /** The mean of what it adds over every order of the levers; undefined where there are more than `mostForShapley`. */
  readonly shapley: Ranged | undefined;
  /** `shapley` as a share of the joint saving. */
  readonly shapleyShare: Ranged | undefined;
}

/** 2^12 corners are evaluated in a blink; each lever more doubles them. */
export const mostForShapley = 12;

/** The levers of a plan that nobody pinned. */
export function openLevers(axes: readonly GraphAxis[], pinned: Pinned): readonly number[] {
  return axes.flatMap((axis, i) => (axis.kind === 'lever' && !pinned.has(i) ? [i] : []));
}

export function levers(whole: Grid, question: LeversQuestion, pinned: Pinned): Levers {
  const { graph } = whole;
  const { metric, unit, node, factor = 1 } = question;
  const start = placeOf(graph, pinned);
  const open = openLevers(graph.axes, pinned);
  const here = whole.pinnedTo(new Map(start.map((p, axis) => [axis, p] as const).filter(notBand(whole))));
  const freed = new Map(open.map((axis) => [axis, -1] as const));
  const moving = new Set(here.pinnedTo(freed).axesOf(node));
  const own = open.filter((axis) => moving.has(axis));
  const corner = cornersOf(here, node, start, own, factor);
  const all = 2 ** own.length - 1;
  const [before, after] = [corner(0), corner(all)];
  const joint = minus(before, after);
  const shares = own.length > mostForShapley ? undefined : shapleyValues(own.length, corner);
  let reached = 0;
  const savings = own.map((axis, i): LeverSaving => {
    const bit = 2 ** i;
    const alone = minus(before, corner(bit));
    const last = minus(corner(all - bit), after);
    const previous = corner(reached);
    reached += bit;
    const share = shares?.[i];
    return {
      ...nameOf(whole, axis),
      alone: rangedOf(alone),
      share: rangedOf(over(alone, before)),
      last: rangedOf(last),
      interaction: rangedOf(settled(minus(last, alone), before)),
      step: rangedOf(minus(previous, corner(reached))),
      after: rangedOf(corner(reached)),
      shapley: share === undefined ? undefined : rangedOf(share),
      shapleyShare: share === undefined ? undefined : rangedOf(over(share, joint)),
    };
  });
  const sum = own.reduce((s, _, i) => plus(s, minus(before, corner(2 ** i))), noBand);
  const on = start.map((p, axis) => (own.includes(axis) ? 1 : p));
  return {
    metric,
    unit,
    at: coordinates(graph, shownAxes(whole, node, pinned), start),
    before: rangedOf(before),
    after: rangedOf(after),
    joint: rangedOf(joint),
    jointShare: rangedOf(over(joint, before)),
    aloneSum: rangedOf(sum),
    levers: savings,
    idle: open.filter((axis) => !own.includes(axis)).map((axis) => nameOf(whole, axis)),
    broken: { before: brokenAt(here, start), after: brokenAt(here, on) },
  };
}

/** The figure with those levers on whose bits are set, the first lever the lowest bit. Few levers are one column. */
function cornersOf(
  here: Grid,
  node: NodeId,
  start: Place,
  own: readonly number[],
  factor: number,
): (mask: number) => Banded {
  const grid = own.length > mostForShapley ? here : here.pinnedTo(new Map(own.map((a) => [a, -1] as const)));
  const ranged = here.graph.nodes[node]?.axes.includes(bandIndex(here.graph)) ?? false;
  const known = new Map<number, Banded>();
  return (mask) => {
    const seen = known.get(mask);
    if (seen !== undefined) return seen;
    // a mask may have more bits than shifts can see
    const place = start.map((p, axis) => {
      const bit = own.indexOf(axis);
      return bit < 0 ? p : Math.floor(mask / 2 ** bit) % 2;
    });
    const at = (band: number): number => grid.value(node, onBand(here.graph, place, band));
    const found = times(ranged ? [at(0), at(1), at(2)] : banded(at(1)), factor);
    known.set(mask, found);
    return found;
  };
}

/** Σ over the sets S without the lever: |S|! (n − |S| − 1)! / n! × what it takes off after S. */
function shapleyValues(n: number, corner: (mask: number) => Banded): readonly Banded[] {
  const factorials = [1];
  for (let k = 1; k <= n; k++) factorials.push(k * (factorials[k - 1] ?? 1));
  const orders = (size: number): number => (factorials[size] ?? 1) * (factorials[n - size - 1] ?? 1);
  return Array.from({ length: n }, (_, lever) => {
    let sum = noBand;
    for (let mask = 0; mask < 2 ** n; mask++) {
      if ((mask >> lever) % 2 === 1) continue;
      const added = minus(corner(mask), corner(mask + 2 ** lever));
      sum = plus(sum, times(added, orders(bitsIn(mask))));
    }
    return over(sum, banded(factorials[n] ?? 1));
  });
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest % 2;
  return count;
}

function notBand({ graph }: Grid): (entry: readonly [number, number]) => boolean {
  const band = bandIndex(graph);
  return ([axis]) => axis !== band;
}

/** The axes along which the figure or a saving differs, and those that somebody pinned. */
function shownAxes(grid: Grid, node: NodeId, pinned: Pinned): readonly number[] {
  const { graph } = grid;
  const differing = new Set(graph.nodes[node]?.axes ?? []);
  return caseAxes(graph, pinned).filter((axis) => differing.has(axis) || pinned.has(axis));
}

function nameOf({ graph }: Grid, index: number): LeverName {
  const axis = graph.axes[index];
  if (axis === undefined) throw new Error(`there is no axis ${index}`);
  const { name, label, asserted } = axis;
  const item = asserted ? graph.items.find((i) => i.name === name) : undefined;
  const source = item?.choices[0]?.provenance?.source;
  return { name, label, note: axis.points[1]?.note, asserted, source };
}

function brokenAt(grid: Grid, place: Place): readonly string[] {
  return grid.graph.limits
    .filter((l) => grid.value(l.holds, place) === 0)
    .map((l) => l.limit.label ?? l.limit.name);
}
