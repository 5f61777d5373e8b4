// What moved in one item of one case, and why. The way from before to after is walked in a fixed order, one step a cause:
//   the earlier cost -> at the later quantity -> at the later price (or product) -> at the later exchange rates
//   -> by the later calendar = the later cost
// so the steps add up to the change whatever moved together. docs/diff.md says so to the reader.

import type { Choice, GraphItem, NodeId } from '../graph/types.ts';
import { interpreter } from '../grid/interpret.ts';
import { convert } from '../quantity/convert.ts';
import {
  belongsTo,
  below,
  type Moved,
  movedFields,
  movedFigures,
  movedFormulas,
  ranged,
  type Spot,
} from './diff-moved.ts';
import { type Boundary, boundaryOf, heldCost, unitOf } from './diff-quantity.ts';
import type { EarlierAt } from './diff-rates.ts';
import { configAt } from './diff-side.ts';
import { type Figure, figureAt, onBand, type Ranged } from './figures.ts';

/** In the order in which a change is walked. */
export const causes = ['quantity', 'price', 're-bought', 'added', 'removed', 'exchange', 'calendar'] as const;
export type Cause = (typeof causes)[number];

/** At the low, middle and high end of what is uncertain. */
export type Ends = readonly [number, number, number];

/** One step on the way. The first starts from the earlier cost, each other one where the one before it ends. */
export interface Step {
  readonly cause: Cause;
  readonly from: Ends;
  readonly to: Ends;
}

export interface Part {
  readonly cause: Cause;
  readonly change: Ranged;
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
  /** Without those of zero. None where one of the sides is unknown. */
  readonly parts: readonly Part[];
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
  readonly bought: { readonly before: Choice | undefined; readonly after: Choice | undefined };
  readonly quantity: { readonly before: Figure | undefined; readonly after: Figure | undefined };
  readonly count: { readonly before: Figure | undefined; readonly after: Figure | undefined };
  /** Why there is no figure, on the side that has none. */
  readonly unpriced: { readonly before: string | undefined; readonly after: string | undefined };
}

/** Both sides at one matched case. */
export interface Case {
  readonly before: Spot;
  readonly after: Spot;
  readonly earlier: EarlierAt;
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
  const share = each((end) => (before[end] === 0 ? Number.NaN : change[end] / before[end]));
  return { before, after, change, share };
}

/** undefined where the item is on neither side. */
export function itemChange(
  one: Case,
  was: GraphItem | undefined,
  is: GraphItem | undefined,
): ItemChange | undefined {
  const { before, after } = one;
  const [had, has] = [isPresent(before, was), isPresent(after, is)];
  const shown = (has ? is : was) ?? was;
  if (shown === undefined || (!had && !has)) return undefined;
  const kind = had ? (has ? 'kept' : 'removed') : 'added';
  const bought = {
    before: had ? choiceAt(before, was) : undefined,
    after: has ? choiceAt(after, is) : undefined,
  };
  const pair: Pair = { one, kind, was: had ? was : undefined, is: has ? is : undefined, bought };
  const once = measured(pair, 'once');
  return {
    name: shown.name,
    label: shown.label,
    group: shown.group,
    optional: shown.optional,
    kind,
    cost: measured(pair, 'cost'),
    once: moves(once) ? once : undefined,
    bought,
    quantity: { before: figure(before, pair.was, 'quantity'), after: figure(after, pair.is, 'quantity') },
    count: { before: figure(before, pair.was, 'count'), after: figure(after, pair.is, 'count') },
    unpriced: {
      before: unpricedAt(before, pair.was, bought.before),
      after: unpricedAt(after, pair.is, bought.after),
    },
  };
}

/** Whether there is something to tell about the item. */
export function hasChanged({ kind, cost, once, bought }: ItemChange): boolean {
  return kind !== 'kept' || moves(cost) || once !== undefined || isOther(bought.before, bought.after);
}

function moves({ before, after, parts }: Measured): boolean {
  return parts.length > 0 || Number.isNaN(before.mid) !== Number.isNaN(after.mid);
}

function isPresent({ side, place }: Spot, item: GraphItem | undefined): boolean {
  return item !== undefined && side.grid.value(item.present, place) !== 0;
}

function choiceAt({ side, place }: Spot, item: GraphItem | undefined): Choice | undefined {
  const index = item === undefined ? Number.NaN : side.grid.value(item.choice, place);
  return Number.isNaN(index) ? undefined : item?.choices[index];
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

interface Pair {
  readonly one: Case;
  readonly kind: ItemChange['kind'];
  readonly was: GraphItem | undefined;
  readonly is: GraphItem | undefined;
  readonly bought: ItemChange['bought'];
}

const none: Ends = [0, 0, 0];

function measured(pair: Pair, node: 'cost' | 'once'): Measured {
  const { one, kind, was, is } = pair;
  const from = was === undefined ? none : shown(one.before, was[node]);
  const to = is === undefined ? none : shown(one.after, is[node]);
  const unknown = [...from, ...to].some(Number.isNaN);
  const steps = unknown ? [] : kind === 'kept' ? stepsOf(pair, node, from, to) : [{ cause: kind, from, to }];
  const scale = Math.max(...steps.flatMap((s) => [...s.from, ...s.to]).map(Math.abs));
  const parts = steps.flatMap((step): readonly Part[] => {
    const change = stepChange(step, scale);
    const still = change.low === 0 && change.mid === 0 && change.high === 0;
    return still ? [] : [{ cause: step.cause, change, moved: movedBy(pair, node, step.cause, steps) }];
  });
  return { ...changeOf(ranged(from), ranged(to)), parts, steps };
}

/** What one step makes of the figure, end by end: the ends are those of the figure on each side of the step. */
export function stepChange({ from, to }: Pick<Step, 'from' | 'to'>, scale: number): Ranged {
  const [a, b] = [ranged(from), ranged(to)];
  return {
    low: difference(b.low, a.low, scale),
    mid: difference(b.mid, a.mid, scale),
    high: difference(b.high, a.high, scale),
  };
}

/** The figure in the currency that is shown. */
function shown({ side, place }: Spot, node: NodeId): Ends {
  const factor = side.rate === undefined ? 1 : side.grid.value(side.rate, place);
  return ends((band) => side.grid.value(node, onBand(side.graph, place, band)) * factor);
}

function ends(at: (band: number) => number): Ends {
  return [at(0), at(1), at(2)];
}

function stepsOf(pair: Pair, node: 'cost' | 'once', from: Ends, to: Ends): readonly Step[] {
  const { one, was, is, bought } = pair;
  const { before, after } = one;
  if (was === undefined || is === undefined) return [];
  const { side, place } = after;
  const earlier = ends3((band) =>
    one.earlier(onBand(before.side.graph, before.place, band), onBand(side.graph, place, band)),
  );
  const later = (which: 'rates' | 'calendar'): Ends =>
    ends((band) => {
      const grid = (earlier[band] ?? earlier[1])[which];
      const factor = side.rate === undefined ? 1 : grid.value(side.rate, place);
      return grid.value(is[node], onBand(side.graph, place, band)) * factor;
    });
  const [priced, exchanged] = [later('rates'), later('calendar')];
  const bounds = { before: boundaryOf(before.side, was, before.place), after: boundaryOf(side, is, place) };
  const factor = before.side.rate === undefined ? 1 : before.side.grid.value(before.side.rate, before.place);
  const held = ends((band) => {
    const cost = heldCost({
      before: before.side,
      item: was,
      boundary: bounds.before,
      node: was[node],
      place: onBand(before.side.graph, before.place, band),
      later: {
        side,
        grid: (earlier[band] ?? earlier[1]).rates,
        boundary: bounds.after,
        place: onBand(side.graph, place, band),
      },
    });
    return (cost ?? Number.NaN) * factor;
  });
  const rest: Cause = isOther(bought.before, bought.after) || isOtherTerm(pair) ? 're-bought' : 'price';
  const walk: Step[] = held.some(Number.isNaN)
    ? [{ cause: rest === 'price' ? wholeCause(pair, node, bounds) : rest, from, to: priced }]
    : [
        { cause: 'quantity', from, to: held },
        { cause: rest, from: held, to: priced },
      ];
  return [
    ...walk,
    { cause: 'exchange', from: priced, to: exchanged },
    { cause: 'calendar', from: exchanged, to },
  ];
}

function ends3<T>(at: (band: number) => T): readonly [T, T, T] {
  return [at(0), at(1), at(2)];
}

/** Where the old rate card cannot be asked for the new quantity, the change is one piece: of the price if that moved. */
function wholeCause(pair: Pair, node: 'cost' | 'once', bounds: Record<'before' | 'after', Boundary>): Cause {
  const { one, was, is, bought } = pair;
  if (was === undefined || is === undefined) return 'price';
  const prices = movedFigures(
    [below(one.before, [was[node]], bounds.before.nodes), below(one.after, [is[node]], bounds.after.nodes)],
    belongsTo.price,
  );
  return prices.length > 0 || bought.before?.tariff !== bought.after?.tariff ? 'price' : 'quantity';
}

/** Another product, plan or seller. Another figure of the same one is a price. */
export function isOther(a: Choice | undefined, b: Choice | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return a.path !== b.path || (a.path === '' && a.provider !== b.provider);
}

/** The same product in another region or for another term. */
function isOtherTerm({ one: { before, after }, was, is }: Pair): boolean {
  if (was === undefined || is === undefined) return false;
  const [a, b] = [configAt(before.side, was.name, before.place), configAt(after.side, is.name, after.place)];
  return a?.region?.text !== b?.region?.text || a?.term?.text !== b?.term?.text;
}

function movedBy(pair: Pair, node: 'cost' | 'once', cause: Cause, steps: readonly Step[]): readonly Moved[] {
  const { one, was, is } = pair;
  if (was === undefined || is === undefined) return [];
  const both = [one.before, one.after] as const;
  const bounds = [
    boundaryOf(one.before.side, was, one.before.place),
    boundaryOf(one.after.side, is, one.after.place),
  ] as const;
  const whole = [below(one.before, [was[node]]), below(one.after, [is[node]])] as const;
  const outer = [
    below(one.before, [was[node]], bounds[0].nodes),
    below(one.after, [is[node]], bounds[1].nodes),
  ] as const;
  switch (cause) {
    case 'quantity':
      return quantityMoved(pair, node, bounds);
    case 'price': {
      const figures = movedFigures(outer, belongsTo.price);
      const fields = movedFields(both, is.name, is.label, node === 'cost' ? ['price'] : ['once']);
      const texts = [...movedFormulas(outer), ...fields];
      return figures.length > 0 ? figures : [...texts, ...(texts.length > 0 ? [] : tariffMoved(pair))];
    }
    case 're-bought':
      // where the old product has no answer for the new quantity, that quantity is why there is another
      return steps.some((s) => s.cause === 'quantity') ? [] : quantityMoved(pair, node, bounds);
    case 'exchange':
      return movedFigures(whole, belongsTo.exchange);
    case 'calendar':
      return movedFigures(whole, belongsTo.calendar);
    default:
      return [];
  }
}

function quantityMoved(
  pair: Pair,
  node: 'cost' | 'once',
  bounds: readonly [Boundary, Boundary],
): readonly Moved[] {
  const { one, was, is } = pair;
  if (was === undefined || is === undefined) return [];
  const both = [one.before, one.after] as const;
  const inner = [
    below(one.before, Object.values(bounds[0].fields)),
    below(one.after, Object.values(bounds[1].fields)),
  ] as const;
  const outer = [
    below(one.before, [was[node]], bounds[0].nodes),
    below(one.after, [is[node]], bounds[1].nodes),
  ] as const;
  const inputs = [...movedFigures(inner, belongsTo.anyInput), ...movedFigures(outer, belongsTo.quantity)];
  return [
    ...mattering(one.after, is[node], inputs),
    ...movedFormulas(inner),
    ...movedFields(both, is.name, is.label, ['quantity', 'count', 'hours', 'when']),
  ];
}

/** The tariff in one line, where no single figure of it says what moved. */
function tariffMoved({ bought: { before, after } }: Pair): readonly Moved[] {
  if (before === undefined || after === undefined || before.tariff === after.tariff) return [];
  const name = after.path === '' ? after.label : after.path;
  return [{ kind: 'tariff', name, label: after.label, before: before.tariff, after: after.tariff }];
}

/** Those that move the figure when they alone are taken back, the strongest first; all where none of them does so alone. */
function mattering({ side, place }: Spot, node: NodeId, moved: readonly Moved[]): readonly Moved[] {
  if (moved.length < 2) return moved;
  const now = interpreter(side.graph).value(node, place);
  const weighed = moved.map((m) => {
    const id = side.graph.names.get(m.name)?.node;
    if (id === undefined || !('unit' in m) || m.before === undefined) return { m, weight: 0 };
    const back = convert(m.unit, unitOf(side, id)).ok ? m.before.mid : Number.NaN;
    const then = interpreter(side.graph, new Map([[id, back]])).value(node, place);
    const weight = Math.abs(difference(then, now));
    return { m, weight: Number.isNaN(weight) ? Number.POSITIVE_INFINITY : weight };
  });
  const heavy = weighed.filter((w) => w.weight > 0);
  return (heavy.length > 0 ? heavy : weighed).sort((a, b) => b.weight - a.weight).map((w) => w.m);
}
