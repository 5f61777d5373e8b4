// What moved in one item of one case: the figure on both sides, and the change split by cause.

import type { Choice, GraphItem, NodeId } from '../graph/types.ts';
import { type Moved, ranged, type Spot } from './diff-moved.ts';
import {
  type BothSides,
  type Case,
  choiceAt,
  type Ends,
  type Kept,
  keptItem,
  type Rebought,
  type Step,
  shownEnds,
  stepsOf,
} from './diff-steps.ts';
import { movedBy } from './diff-why.ts';
import { type Figure, figureAt, type Ranged } from './figures.ts';

export interface Part {
  readonly cause: Step['cause'];
  readonly change: Ranged;
  /** What was changed by hand: inputs, prices, formulas. */
  readonly moved: readonly Moved[];
}

export interface Change {
  readonly before: Ranged;
  readonly after: Ranged;
  /** End by end, of the unrounded values. */
  readonly change: Ranged;
  /** Of the earlier value; unknown where that is zero. */
  readonly share: Ranged;
}

/** Money that is measured of an item: the monthly cost, or what is paid once. */
export interface Measured extends Change {
  /** Without those of zero. None where one of the sides is unknown. They add up to the change. */
  readonly parts: readonly Part[];
  /** The same as it was computed, before anything is put in order or left out. */
  readonly from: Ends;
  readonly steps: readonly Step[];
}

export interface ItemChange {
  readonly name: string;
  readonly label: string;
  readonly group: string;
  readonly optional: boolean;
  readonly kind: 'added' | 'removed' | 'kept';
  /** Per month, amortised. */
  readonly cost: Measured;
  /** undefined where nothing that is paid once moved. */
  readonly once: Measured | undefined;
  readonly bought: BothSides<Choice>;
  /** How it is bought otherwise than before, if it is. */
  readonly rebought: Rebought | undefined;
  readonly quantity: BothSides<Figure>;
  readonly count: BothSides<Figure>;
  /** Why there is no figure, on the side that has none. */
  readonly unpriced: BothSides<string>;
}

/** Differences below one part in 10^12 are the noise of binary fractions. */
export function difference(to: number, from: number, scale = Math.max(Math.abs(to), Math.abs(from))): number {
  const change = to - from;
  return Math.abs(change) <= 1e-12 * scale ? 0 : change;
}

export function changeOf(before: Ranged, after: Ranged): Change {
  const each = (f: (end: keyof Ranged) => number): Ranged => ({
    low: f('low'),
    mid: f('mid'),
    high: f('high'),
  });
  const change = each((end) => difference(after[end], before[end]));
  const share = each((end) => (before[end] === 0 ? Number.NaN : change[end] / Math.abs(before[end])));
  return { before, after, change, share };
}

/** undefined where the item is on neither side. */
export function itemChange(
  one: Case,
  was: GraphItem | undefined,
  is: GraphItem | undefined,
): ItemChange | undefined {
  const { before, after } = one;
  const [old, now] = [presentAt(before, was), presentAt(after, is)];
  const shown = now ?? old;
  if (shown === undefined) return undefined;
  const bought = { before: choiceAt(before, old), after: choiceAt(after, now) };
  const kept = old === undefined || now === undefined ? undefined : keptItem(one, old, now, bought);
  const measured = (node: 'cost' | 'once'): Measured => measure(one, kept, node, old?.[node], now?.[node]);
  const once = measured('once');
  return {
    name: shown.name,
    label: shown.label,
    group: shown.group,
    optional: shown.optional,
    kind: kept !== undefined ? 'kept' : old === undefined ? 'added' : 'removed',
    cost: measured('cost'),
    once: moves(once) ? once : undefined,
    bought,
    rebought: kept?.rebought,
    quantity: { before: figure(before, old, 'quantity'), after: figure(after, now, 'quantity') },
    count: { before: figure(before, old, 'count'), after: figure(after, now, 'count') },
    unpriced: {
      before: unpricedAt(before, old, bought.before),
      after: unpricedAt(after, now, bought.after),
    },
  };
}

/** Whether there is something to tell about the item. */
export function hasChanged({ kind, cost, once, rebought }: ItemChange): boolean {
  return kind !== 'kept' || moves(cost) || once !== undefined || rebought === 'product';
}

function moves({ before, after, parts }: Measured): boolean {
  return parts.length > 0 || Number.isNaN(before.mid) !== Number.isNaN(after.mid);
}

function presentAt({ side, place }: Spot, item: GraphItem | undefined): GraphItem | undefined {
  return item === undefined || side.grid.value(item.present, place) === 0 ? undefined : item;
}

function figure(
  { side, place }: Spot,
  item: GraphItem | undefined,
  field: 'quantity' | 'count',
): Figure | undefined {
  const node = item?.[field];
  return node === undefined ? undefined : figureAt(side.grid, node, place);
}

function unpricedAt(
  { side, place }: Spot,
  item: GraphItem | undefined,
  choice: Choice | undefined,
): string | undefined {
  if (item === undefined || !Number.isNaN(side.grid.value(item.cost, place))) return undefined;
  if (choice === undefined) return 'nothing on offer covers the quantity';
  return choice.unpriced ?? 'an input of its cost is unknown';
}

const nothing: Ends = [0, 0, 0];

function measure(
  { before, after }: Case,
  kept: Kept | undefined,
  node: 'cost' | 'once',
  was: NodeId | undefined,
  is: NodeId | undefined,
): Measured {
  const from = was === undefined ? nothing : shownEnds(before, was);
  const to = is === undefined ? nothing : shownEnds(after, is);
  const steps = [...from, ...to].some(Number.isNaN) ? [] : walk(kept, node, from, to, was === undefined);
  const scale = Math.max(0, ...steps.flatMap((s) => [...s.from, ...s.to]).map(Math.abs));
  const parts = steps.flatMap((step): readonly Part[] => {
    const change = stepChange(step, scale);
    const still = change.low === 0 && change.mid === 0 && change.high === 0;
    if (still) return [];
    return [
      { cause: step.cause, change, moved: kept === undefined ? [] : movedBy(kept, node, step.cause, steps) },
    ];
  });
  return { ...changeOf(ranged(from), ranged(to)), parts, from, steps };
}

function walk(
  kept: Kept | undefined,
  node: 'cost' | 'once',
  from: Ends,
  to: Ends,
  isNew: boolean,
): readonly Step[] {
  if (kept === undefined) return [{ cause: isNew ? 'added' : 'removed', from, to }];
  const same = from.every((x, band) => x === to[band]);
  return same ? [] : stepsOf(kept, node, from, to);
}

/** What one step makes of the figure, end by end: the ends are those of the figure on each side of the step. */
export function stepChange({ from, to }: Pick<Step, 'from' | 'to'>, scale: number): Ranged {
  const [a, b] = [ranged(from), ranged(to)];
  const each = (end: keyof Ranged): number => difference(b[end], a[end], scale);
  return { low: each('low'), mid: each('mid'), high: each('high') };
}
