// A bill as a table: the items of one case by group, or every case side by side.

import type { Bill, BillCase, BillItem } from '../analysis/bill.ts';
import { addRanged, type Coordinate, isKnown, type Ranged } from '../analysis/figures.ts';
import { figureText, moneyCell, percentText } from './amounts.ts';
import { priceText } from './price-text.ts';
import { left, right, type Table, type TableRow, withoutEmptyColumns } from './table.ts';

const zero: Ranged = { low: 0, mid: 0, high: 0 };
const indent = '  ';

/** What stands in a cell of an item that the case does not have. */
export const absent = '–';

/** Items that are listed, and those that one line sums up. */
export interface Listed {
  readonly items: readonly BillItem[];
  readonly rest: readonly BillItem[];
}

/** The `top` dearest, and whatever has no price: nothing unknown is ever summed away. */
export function listedItems(items: readonly BillItem[], top: number | undefined): Listed {
  if (top === undefined || items.length <= top) return { items, rest: [] };
  const known = items.filter((i) => isKnown(i.cost)).sort((a, b) => b.cost.mid - a.cost.mid);
  const unknown = items.filter((i) => !isKnown(i.cost));
  const rest = known.slice(top);
  // one line for one item would hide its name for nothing
  return rest.length === 1
    ? { items: [...unknown, ...known], rest: [] }
    : { items: [...unknown, ...known.slice(0, top)], rest };
}

export function sumOfItems(items: readonly BillItem[]): Ranged {
  return items.reduce((sum, i) => addRanged(sum, i.cost), zero);
}

export function restName(rest: readonly BillItem[]): string {
  return `the other ${rest.length} items`;
}

/** `Contabo Cloud VPS 20`; a name that has the vendor in it already stays as it is. */
export function withProvider(provider: string, label: string): string {
  return label.toLowerCase().includes(provider.toLowerCase()) ? label : `${provider} ${label}`;
}

/** Nothing where the item is called that already. */
export function boughtAs({ choice, label }: BillItem): string {
  if (choice === undefined) return '';
  if (choice.path === '') return choice.provider === 'own' ? '' : choice.provider;
  const whole = withProvider(choice.provider, choice.label === '' ? choice.path : choice.label);
  return whole === label ? '' : whole;
}

/** The items of one case by group, with the total as the last row. */
export function caseTable(bill: Bill, one: BillCase, top: number | undefined): Table {
  const { currency } = bill;
  const money = (r: Ranged, reason?: string): string => moneyCell(r, currency, 'bill', reason);
  const shareOf = (r: Ranged): string =>
    isKnown(one.total) && isKnown(r) && one.total.mid !== 0 ? percentText(r.mid / one.total.mid) : '';
  const itemRow = (item: BillItem, lead: string): TableRow => ({
    kind: item.optional ? 'aside' : 'plain',
    cells: [
      lead + item.label,
      boughtAs(item),
      priceText(item),
      item.quantity === undefined ? '' : figureText(item.quantity),
      item.count === undefined ? '' : figureText(item.count),
      item.binding ?? '',
      money(item.cost),
      item.optional ? '' : shareOf(item.cost),
    ],
  });
  const sumRow = (kind: TableRow['kind'], name: string, r: Ranged): TableRow => ({
    kind,
    cells: [name, '', '', '', '', '', money(r), shareOf(r)],
  });
  const counted = one.items.filter((i) => !i.optional);
  const optional = one.items.filter((i) => i.optional);
  const { items, rest } = listedItems(counted, top);
  const body =
    top === undefined
      ? one.groups.flatMap((group) => [
          sumRow('group', group.name, group.cost),
          ...counted.filter((i) => i.group === group.name).map((i) => itemRow(i, indent)),
        ])
      : [
          ...items.map((i) => itemRow(i, '')),
          ...(rest.length === 0 ? [] : [sumRow('plain', restName(rest), sumOfItems(rest))]),
        ];
  const outside = optional.length === 0 ? [] : [...optional.map((i) => itemRow(i, '(optional) '))];
  return withoutEmptyColumns({
    columns: [
      left('item'),
      left('bought as'),
      left('price'),
      right('quantity'),
      right('count'),
      left('sized by'),
      right('', `${currency}/month`),
      right('share'),
    ],
    rows: [...body, sumRow('total', 'total', one.total), ...outside],
  });
}

/** Where all of several cases stand at one point: the axes that were pinned. */
export function samePoints([first, ...others]: readonly BillCase[]): readonly Coordinate[] {
  return (first?.at ?? []).filter(({ axis, point }) =>
    others.every((c) => c.at.some((p) => p.axis === axis && p.point === point)),
  );
}

/** One row an item, one column a case. */
export function casesTable(bill: Bill, top: number | undefined): Table {
  const { cases, currency } = bill;
  // the axes are named once, in the corner; those that are pinned stand above the table
  const pinned = new Set(samePoints(cases).map((p) => p.axis));
  const free = (c: BillCase): readonly Coordinate[] => c.at.filter((p) => !pinned.has(p.axis));
  const heads = cases.map((c) =>
    right(
      free(c)
        .map((p) => p.point)
        .join(', '),
    ),
  );
  const corner = `${currency}/month by ${cases
    .slice(0, 1)
    .flatMap(free)
    .map((p) => p.axis)
    .join(', ')}`;
  const cell = (r: Ranged | undefined): string => (r === undefined ? absent : moneyCell(r, currency, 'bill'));
  const rowOf = (
    kind: TableRow['kind'],
    name: string,
    values: readonly (Ranged | undefined)[],
  ): TableRow => ({
    kind,
    cells: [name, ...values.map(cell)],
  });
  const names = new Map<string, BillItem>();
  for (const item of cases.flatMap((c) => c.items)) if (!names.has(item.name)) names.set(item.name, item);
  const all = [...names.values()];
  const costs = (name: string): readonly (Ranged | undefined)[] =>
    cases.map((c) => c.items.find((i) => i.name === name)?.cost);
  const itemRow = (item: BillItem, lead: string): TableRow =>
    rowOf(item.optional ? 'aside' : 'plain', lead + item.label, costs(item.name));
  const counted = all.filter((i) => !i.optional);
  const groups = [...new Set(counted.map((i) => i.group))];
  const body =
    top === undefined
      ? groups.flatMap((group) => [
          rowOf(
            'group',
            group,
            cases.map((c) => c.groups.find((g) => g.name === group)?.cost),
          ),
          ...counted
            .filter((i) => i.group === group)
            .flatMap((i) => [itemRow(i, indent), ...sizeRow(cases, i)]),
        ])
      : topRows(bill, counted, top, itemRow, rowOf);
  return {
    columns: [left(corner), ...heads],
    rows: [
      ...body,
      rowOf(
        'total',
        'total',
        cases.map((c) => c.total),
      ),
      ...otherSums(cases)
        // beside a row of totals, twelve times as much says nothing
        .filter((sum) => sum.per === undefined)
        .map(({ name, of }) => rowOf('plain', name, cases.map(of))),
      ...all.filter((i) => i.optional).map((i) => itemRow(i, '(optional) ')),
    ],
  };
}

/** Under an item that is sized: how many there are in each case, and for which resource. */
function sizeRow(cases: readonly BillCase[], { name }: BillItem): readonly TableRow[] {
  const sizes = cases.map((c) => {
    const item = c.items.find((i) => i.name === name);
    if (item?.count === undefined || item.binding === undefined) return '';
    return `${figureText(item.count)} (${item.binding})`;
  });
  if (sizes.every((size) => size === '')) return [];
  return [{ kind: 'aside', cells: [`${indent}${indent}how many, sized by`, ...sizes] }];
}

/** By what an item costs in the case where it costs most. */
function topRows(
  { cases }: Bill,
  items: readonly BillItem[],
  top: number,
  itemRow: (item: BillItem, lead: string) => TableRow,
  rowOf: (kind: TableRow['kind'], name: string, values: readonly (Ranged | undefined)[]) => TableRow,
): readonly TableRow[] {
  const in_ = (c: BillCase, name: string): BillItem | undefined => c.items.find((i) => i.name === name);
  const most = (item: BillItem): number => {
    const costs = cases.map((c) => in_(c, item.name)?.cost.mid ?? 0);
    return costs.some(Number.isNaN) ? Number.POSITIVE_INFINITY : Math.max(...costs);
  };
  const ranked = items.map((item) => ({ item, most: most(item) })).sort((a, b) => b.most - a.most);
  const always = ranked.filter((r) => r.most === Number.POSITIVE_INFINITY).length;
  const shown = ranked.length - always - top === 1 ? ranked.length : Math.max(always, 0) + top;
  const rest = ranked.slice(shown).map((r) => r.item);
  const restOf = (c: BillCase): Ranged => sumOfItems(rest.flatMap((i) => in_(c, i.name) ?? []));
  return [
    ...ranked.slice(0, shown).map((r) => itemRow(r.item, '')),
    ...(rest.length === 0 ? [] : [rowOf('plain', restName(rest), cases.map(restOf))]),
  ];
}

/** What the same bill is besides its total, in the currency alone. */
export interface OtherSum {
  readonly name: string;
  readonly of: (one: BillCase) => Ranged;
  readonly per?: 'year';
}

/** In a year; at once and in the first month only where some case has it. */
export function otherSums(cases: readonly BillCase[]): readonly OtherSum[] {
  const once = cases.some((c) => c.upfront.mid !== 0 || c.upfront.high !== 0);
  const cash = cases.some((c) => differs(c.firstMonth, c.total));
  return [
    { name: 'a year', of: (c) => c.yearly, per: 'year' },
    ...(once ? [{ name: 'paid once', of: (c: BillCase) => c.upfront }] : []),
    ...(cash ? [{ name: 'cash in the first month', of: (c: BillCase) => c.firstMonth }] : []),
  ];
}

function differs(a: Ranged, b: Ranged): boolean {
  const far = (x: number, y: number): boolean =>
    Math.abs(x - y) > 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));
  return far(a.low, b.low) || far(a.mid, b.mid) || far(a.high, b.high);
}
