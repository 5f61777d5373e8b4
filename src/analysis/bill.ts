// What each case costs: by item, by group, by whom it is paid to; as a monthly average and as cash.

import type { Choice, Graph, GraphItem, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import { type Cases, casesOf, type Pinned } from './cases.ts';
import {
  addRanged,
  type Coordinate,
  coordinates,
  type Figure,
  figureAt,
  mapRanged,
  type Ranged,
  rangedAt,
} from './figures.ts';
import { type LimitUse, limitUses } from './limits.ts';

export interface Bill {
  /** ISO code in which every amount stands. */
  readonly currency: string;
  readonly axes: readonly string[];
  readonly cases: readonly BillCase[];
}

export interface BillCase {
  readonly place: Place;
  readonly at: readonly Coordinate[];
  readonly note: string | undefined;
  /** Per month, amortised. Unknown where an item has no price. */
  readonly total: Ranged;
  /** Paid once. */
  readonly upfront: Ranged;
  /** What leaves the account in the first month: set-up and purchases, what is paid in advance, one month of the rest. */
  readonly firstMonth: Ranged;
  readonly yearly: Ranged;
  readonly groups: readonly BillShare[];
  readonly providers: readonly BillShare[];
  readonly items: readonly BillItem[];
  readonly limits: readonly LimitUse[];
  readonly budgets: readonly LimitUse[];
  /** False when a limit is known to be broken. */
  readonly feasible: boolean;
}

/** Part of a total. */
export interface BillShare {
  readonly name: string;
  readonly cost: Ranged;
  /** Of the total at the middle; unknown where the total is. */
  readonly share: number;
}

export interface BillItem {
  readonly name: string;
  readonly label: string;
  readonly group: string;
  readonly note: string | undefined;
  /** Priced and shown, but in no total. */
  readonly optional: boolean;
  /** `usage` where a quantity drives the cost, `fixed` otherwise. */
  readonly basis: 'fixed' | 'usage';
  /** Per month, amortised. */
  readonly cost: Ranged;
  readonly once: Ranged;
  readonly quantity: Figure | undefined;
  readonly count: Figure | undefined;
  /** The resource whose demand decides how many there are, where a demand does. */
  readonly binding: string | undefined;
  /** How it is bought in this case; undefined where no plan covers the quantity. */
  readonly choice: Choice | undefined;
  /** What an inline price comes to in this case. */
  readonly price: Figure | undefined;
  /** Why the cost is unknown, if it is. */
  readonly unpriced: string | undefined;
}

/** `rate` is what one unit of the plan's currency is in `currency`. */
export interface BillCurrency {
  readonly currency: string;
  rate(place: Place): number;
}

export function bill(whole: Grid, pinned: Pinned, shown?: BillCurrency): Bill {
  const grid = whole.pinnedTo(pinned);
  const { graph } = grid;
  const inCurrency = shown ?? { currency: graph.plan.currency, rate: () => 1 };
  const nodes = [
    graph.total,
    graph.upfront,
    graph.feasible,
    ...graph.items.flatMap((i) => [i.cost, i.once, i.present]),
  ];
  const cases = casesOf(grid, nodes, pinned);
  grid.evaluate([
    ...new Set([
      ...nodes,
      ...graph.items.flatMap((i) => [
        i.choice,
        i.firstMonth,
        ...(i.quantity === undefined ? [] : [i.quantity]),
        ...(i.count === undefined ? [] : [i.count]),
        ...(i.binding === undefined ? [] : [i.binding]),
        ...i.choices.flatMap((c) => c.price ?? []),
      ]),
    ]),
  ]);
  return {
    currency: inCurrency.currency,
    axes: cases.axes.map((a) => graph.axes[a]?.name ?? ''),
    cases: cases.places.map((place) => billCase(grid, cases, place, inCurrency)),
  };
}

function billCase(grid: Grid, cases: Cases, place: Place, { rate }: BillCurrency): BillCase {
  const { graph } = grid;
  const factor = rate(place);
  const money = (r: Ranged): Ranged => (factor === 1 ? r : mapRanged(r, (x) => x * factor));
  const items = graph.items
    .filter((i) => grid.value(i.present, place) !== 0)
    .map((i) => billItem(grid, i, place, money));
  const counted = items.filter((i) => !i.optional);
  const total = money(rangedAt(grid, graph.total, place));
  const upfront = money(rangedAt(grid, graph.upfront, place));
  const cash = graph.items
    .filter((i) => !i.optional)
    .map((i) => money(rangedAt(grid, i.firstMonth, place)))
    .reduce(addRanged, { low: 0, mid: 0, high: 0 });
  const limits = limitUses(grid, graph.limits, place);
  return {
    place,
    at: coordinates(graph, cases.axes, place),
    note: noteOf(graph, cases.axes, place),
    total,
    upfront,
    firstMonth: cash,
    yearly: mapRanged(total, (x) => x * 12),
    groups: shares(counted, (i) => i.group, total),
    providers: shares(counted, (i) => i.choice?.provider ?? 'unknown', total),
    items,
    limits,
    budgets: limitUses(grid, graph.budgets, place),
    feasible: limits.every((l) => l.state !== 'broken'),
  };
}

function noteOf(graph: Graph, axes: readonly number[], place: Place): string | undefined {
  const notes = axes.flatMap((a) => graph.axes[a]?.points[place[a] ?? 0]?.note ?? []);
  return notes.length === 0 ? undefined : notes.join('; ');
}

function billItem(grid: Grid, item: GraphItem, place: Place, money: (r: Ranged) => Ranged): BillItem {
  const cost = money(rangedAt(grid, item.cost, place));
  const index = grid.value(item.choice, place);
  const choice = Number.isNaN(index) ? undefined : item.choices[index];
  const unknown = Number.isNaN(cost.mid);
  // what has a cost without a quantity has none here, though it has one in another case
  const amount = (node: NodeId | undefined): Figure | undefined => {
    const figure = node === undefined ? undefined : figureAt(grid, node, place);
    return figure !== undefined && Number.isNaN(figure.mid) && !unknown ? undefined : figure;
  };
  const [quantity, count] = [amount(item.quantity), amount(item.count)];
  return {
    name: item.name,
    label: item.label,
    group: item.group,
    note: item.note,
    optional: item.optional,
    basis: item.quantity === undefined ? 'fixed' : 'usage',
    cost,
    once: money(rangedAt(grid, item.once, place)),
    quantity,
    count,
    binding: item.binding === undefined ? undefined : item.resources[grid.value(item.binding, place)],
    choice,
    price: choice?.price === undefined ? undefined : figureAt(grid, choice.price, place),
    unpriced: unknown ? whyUnknown(choice, [quantity, count]) : undefined,
  };
}

function whyUnknown(choice: Choice | undefined, amounts: readonly (Figure | undefined)[]): string {
  if (choice === undefined) return 'nothing on offer covers the quantity';
  if (choice.unpriced !== undefined) return choice.unpriced;
  if (amounts.some((a) => a !== undefined && a.mid < 0)) return 'a negative quantity has no cost';
  const unsaid = amounts.some((a) => a !== undefined && Number.isNaN(a.mid));
  return unsaid
    ? 'its quantity is unknown'
    : 'it is more than the plan covers, or an input of its cost is unknown';
}

function shares(
  items: readonly BillItem[],
  nameOf: (i: BillItem) => string,
  total: Ranged,
): readonly BillShare[] {
  const sums = new Map<string, Ranged>();
  for (const item of items) {
    const name = nameOf(item);
    sums.set(name, addRanged(sums.get(name) ?? { low: 0, mid: 0, high: 0 }, item.cost));
  }
  return [...sums].map(([name, cost]) => ({ name, cost, share: total.mid === 0 ? 0 : cost.mid / total.mid }));
}
