// What a bill's table has side by side: one case, the points of an axis, or the years of the horizon; each with what every item
// comes to on the basis that was chosen.

import { type BillCase, bill } from '../../../src/analysis/bill.ts';
import { placeOf } from '../../../src/analysis/cases.ts';
import { addRanged, mapRanged, type Ranged, rangedAt } from '../../../src/analysis/figures.ts';
import { type TcoItem, tco } from '../../../src/analysis/tco.ts';
import type { Unit } from '../../../src/quantity/unit.ts';
import { moneyUnit } from '../../../src/report/amounts.ts';
import type { Asked } from '../session.ts';
import { pinnedThroughout } from './one-case.ts';

/**
 * `month` and `year`: on average. `once`: at the start. `first`: what leaves the account in the first month. Over the horizon:
 * `cash` as it leaves the account, `effective` as what it pays for is used up.
 */
export const bases = ['month', 'year', 'once', 'first', 'cash', 'effective'] as const;
export type Basis = (typeof bases)[number];

/** What stands for the years of the horizon, where an axis could be named. */
export const byYear = 'year';

export interface BillParams {
  readonly basis: Basis;
  /** The axis whose points stand side by side, `year` for those of the horizon, or empty for one case. */
  readonly across: string;
  readonly by: 'group' | 'provider' | 'nothing';
  readonly sort: 'plan' | 'cost';
  /** Of one case: as what each item is bought, at which price, and how much of it. */
  readonly details: boolean;
}

export interface BillColumn {
  readonly head: string;
  /** Where it stands, as far as that is another place than the one looked at. */
  readonly at: Readonly<Record<string, string>>;
  readonly bill: BillCase;
  /** undefined where the item is not there. */
  readonly costOf: (item: string) => Ranged | undefined;
  readonly total: Ranged;
}

export function unitOfBasis(basis: Basis, currency: string): Unit {
  return moneyUnit(currency, basis === 'month' || basis === 'year' ? basis : undefined);
}

/** `of` is an item's or a line's name, or undefined for the total. None where no formula says the same. */
export function formulaOfBasis(basis: Basis, of: string | undefined): string | undefined {
  switch (basis) {
    case 'month':
      return of === undefined ? 'total' : `${of}.cost`;
    case 'year':
      return of === undefined ? 'total * 12 months' : `${of}.cost * 12 months`;
    case 'once':
      return of === undefined ? 'upfront' : `${of}.once`;
    case 'first':
      return undefined;
    default:
      return of === undefined ? `sum(${basis} over month)` : `sum(${of}.${basis} over month)`;
  }
}

/** `across`: the axis whose points stand side by side, `year`, or empty for the one case. */
export function billColumns(asked: Asked, across: string, basis: Basis): readonly BillColumn[] {
  const { grid, graph, place, currency } = asked;
  const axis = across === byYear ? -1 : graph.axes.findIndex((a) => a.name === across);
  const open = new Map([...pinnedThroughout(graph, place)].filter(([index]) => index !== axis));
  const { cases } = bill(grid, open, currency);
  if (across === byYear) return cases.flatMap((one) => yearColumns(asked, one, basis));
  return cases.map((one) => {
    const point = graph.axes[axis]?.points[one.place[axis] ?? 0];
    const costOf = valuesIn(asked, one, basis);
    return {
      head: cases.length === 1 ? '' : (point?.label ?? ''),
      at: point === undefined ? {} : { [across]: point.name },
      bill: one,
      costOf,
      total: totalOf(one, basis, costOf),
    };
  });
}

function totalOf(one: BillCase, basis: Basis, costOf: BillColumn['costOf']): Ranged {
  switch (basis) {
    case 'month':
      return one.total;
    case 'year':
      return one.yearly;
    case 'once':
      return one.upfront;
    case 'first':
      return one.firstMonth;
    default:
      return sumOf(one, costOf);
  }
}

function sumOf({ items }: BillCase, costOf: BillColumn['costOf']): Ranged {
  return items
    .filter((item) => !item.optional)
    .map((item) => costOf(item.name) ?? nothing)
    .reduce(addRanged, nothing);
}

const nothing: Ranged = { low: 0, mid: 0, high: 0 };

function valuesIn(asked: Asked, one: BillCase, basis: Basis): BillColumn['costOf'] {
  const items = new Map(one.items.map((item) => [item.name, item]));
  switch (basis) {
    case 'month':
      return (name) => items.get(name)?.cost;
    case 'year':
      return (name) => {
        const item = items.get(name);
        return item === undefined ? undefined : mapRanged(item.cost, (x) => x * 12);
      };
    case 'once':
      return (name) => items.get(name)?.once;
    case 'first':
      return firstMonths(asked, one);
    default: {
      const over = new Map(overHorizon(asked, one).map((item) => [item.name, item]));
      return (name) => over.get(name)?.[basis === 'cash' ? 'cash' : 'tco'];
    }
  }
}

function firstMonths({ graph, grid, currency }: Asked, one: BillCase): BillColumn['costOf'] {
  const here = grid.pinnedTo(pinnedThroughout(graph, one.place));
  const rate = currency?.rate(one.place) ?? 1;
  const nodes = new Map(graph.items.map((item) => [item.name, item.firstMonth]));
  return (name) => {
    const node = nodes.get(name);
    if (node === undefined || !one.items.some((item) => item.name === name)) return undefined;
    return mapRanged(rangedAt(here, node, one.place), (x) => x * rate);
  };
}

function overHorizon({ graph, grid, currency }: Asked, one: BillCase): readonly TcoItem[] {
  const place = placeOf(graph, pinnedThroughout(graph, one.place));
  return tco(grid, pinnedThroughout(graph, place), currency)?.cases[0]?.items ?? [];
}

function yearColumns(asked: Asked, one: BillCase, basis: Basis): readonly BillColumn[] {
  const items = new Map(overHorizon(asked, one).map((item) => [item.name, item]));
  const flow = basis === 'cash' ? 'cashByYear' : 'effectiveByYear';
  const years = [...items.values()][0]?.[flow].length ?? 0;
  return Array.from({ length: years }, (_, year) => {
    const costOf = (name: string): Ranged | undefined => items.get(name)?.[flow][year];
    return { head: `year ${year + 1}`, at: {}, bill: one, costOf, total: sumOf(one, costOf) };
  });
}
