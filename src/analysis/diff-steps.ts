// The way from the earlier cost of an item to the later one, in a fixed order, one step a cause:
//   the earlier cost -> at the later quantity -> at the later price (or product) -> at the later exchange rates
//   -> by the later calendar = the later cost
// so the steps add up to the change whatever moved together. docs/command-line.md says so to the reader.

import type { Choice, GraphItem, NodeId } from '../graph/types.ts';
import { belongsTo, below, movedFigures, type Spot } from './diff-moved.ts';
import { type Boundary, boundaryOf, heldCost } from './diff-quantity.ts';
import type { Earlier, EarlierAt } from './diff-rates.ts';
import { configAt } from './diff-side.ts';
import { onBand } from './figures.ts';

/** In the order in which a change is walked. */
export const causes = ['quantity', 'price', 're-bought', 'added', 'removed', 'exchange', 'calendar'] as const;
export type Cause = (typeof causes)[number];

/** At the low, middle and high end of what is uncertain. */
export type Ends = readonly [number, number, number];

export interface Step {
  readonly cause: Cause;
  readonly from: Ends;
  readonly to: Ends;
}

export interface BothSides<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** Both sides at one matched case. */
export interface Case {
  readonly before: Spot;
  readonly after: Spot;
  readonly earlier: EarlierAt;
}

/** An item that is on both sides. */
export interface Kept {
  readonly one: Case;
  readonly was: GraphItem;
  readonly is: GraphItem;
  readonly bought: BothSides<Choice>;
  readonly rebought: Rebought | undefined;
  readonly bounds: readonly [Boundary, Boundary];
}

export function keptItem(one: Case, was: GraphItem, is: GraphItem, bought: BothSides<Choice>): Kept {
  const { before, after } = one;
  const bounds = [
    boundaryOf(before.side, was, before.place),
    boundaryOf(after.side, is, after.place),
  ] as const;
  return { one, was, is, bought, rebought: reboughtAs(one, was, is), bounds };
}

/** A figure in the currency that is shown. */
export function shownEnds({ side, place }: Spot, node: NodeId): Ends {
  const factor = side.rate === undefined ? 1 : side.grid.value(side.rate, place);
  return ends((band) => side.grid.value(node, onBand(side.graph, place, band)) * factor);
}

export function stepsOf(kept: Kept, node: 'cost' | 'once', from: Ends, to: Ends): readonly Step[] {
  const { one } = kept;
  const { side, place } = one.after;
  const earlier = (band: number): Earlier =>
    one.earlier(onBand(one.before.side.graph, one.before.place, band), onBand(side.graph, place, band));
  const later = (which: keyof Earlier): Ends =>
    ends((band) => {
      const grid = earlier(band)[which];
      const factor = side.rate === undefined ? 1 : grid.value(side.rate, place);
      return grid.value(kept.is[node], onBand(side.graph, place, band)) * factor;
    });
  const [priced, exchanged] = [later('rates'), later('calendar')];
  const held = heldEnds(kept, node, earlier);
  const rest = kept.rebought === undefined ? 'price' : 're-bought';
  const walk: readonly Step[] = held.some(Number.isNaN)
    ? [{ cause: rest === 'price' ? wholeCause(kept, node) : rest, from, to: priced }]
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

function ends(at: (band: number) => number): Ends {
  return [at(0), at(1), at(2)];
}

function heldEnds(
  { one, was, is, bounds }: Kept,
  node: 'cost' | 'once',
  earlier: (band: number) => Earlier,
): Ends {
  const { before, after } = one;
  const factor = before.side.rate === undefined ? 1 : before.side.grid.value(before.side.rate, before.place);
  const on = ({ side, place }: Spot, band: number) => ({ side, place: onBand(side.graph, place, band) });
  return ends((band) => {
    const from = { ...on(before, band), item: was, boundary: bounds[0] };
    const to = { ...on(after, band), item: is, boundary: bounds[1], grid: earlier(band).rates };
    return (heldCost(node, from, to) ?? Number.NaN) * factor;
  });
}

/** Where the old rate card cannot be asked for the new quantity, the change is one piece: of the price if that moved. */
function wholeCause({ one, was, is, bought, bounds }: Kept, node: 'cost' | 'once'): Cause {
  const [before, after] = [
    below(one.before, [was[node]], bounds[0].nodes),
    below(one.after, [is[node]], bounds[1].nodes),
  ];
  const prices = movedFigures([before, after], belongsTo.price);
  return prices.length > 0 || bought.before?.tariff !== bought.after?.tariff ? 'price' : 'quantity';
}

/** Another product, plan or seller. Another figure of the same one is a price. */
export function isOther(a: Choice | undefined, b: Choice | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return a.path !== b.path || (a.path === '' && a.provider !== b.provider);
}

/** What is bought at one end of what is uncertain. */
export function choiceAt({ side, place }: Spot, item: GraphItem | undefined, band = 1): Choice | undefined {
  if (item === undefined) return undefined;
  const index = side.grid.value(item.choice, onBand(side.graph, place, band));
  return Number.isNaN(index) ? undefined : item.choices[index];
}

/** Another product; the same in another region or for another term; another plan, but only at an end of the range. */
export type Rebought = 'product' | 'terms' | 'range';

function reboughtAs(one: Case, was: GraphItem, is: GraphItem): Rebought | undefined {
  const { before, after } = one;
  const differs = (band: number): boolean => isOther(choiceAt(before, was, band), choiceAt(after, is, band));
  if (differs(1)) return 'product';
  const [a, b] = [configAt(before.side, was.name, before.place), configAt(after.side, is.name, after.place)];
  if (a?.region?.text !== b?.region?.text || a?.term?.text !== b?.term?.text) return 'terms';
  return differs(0) || differs(2) ? 'range' : undefined;
}
