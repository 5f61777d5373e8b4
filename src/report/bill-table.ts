// Items down, cases across: costs by group, subtotals, the total, and below it what belongs to no total.

import type { BillCase, BillItem } from '../analysis/bill.ts';
import { axesUnder } from '../analysis/cases.ts';
import { isKnown, type Ranged } from '../analysis/figures.ts';
import { roundHalfAway } from '../quantity/print-number.ts';
import { unitText } from '../quantity/unit.ts';
import { addsUpNotes, type ShownSum } from './adds-up.ts';
import { moneyCell, moneyUnit, percentText } from './amounts.ts';
import {
  type Block,
  type Cell,
  cells,
  paragraph,
  plainText,
  type ReportRow,
  table,
  textCell,
} from './blocks.ts';
import { Notes } from './notes.ts';
import type { ReportContext } from './report-context.ts';
import { arranged, caseName, shownCases } from './shown-cases.ts';
import { left, right } from './table.ts';
import { absent, otherSums } from './table-bill.ts';

/** The cases that stand side by side in one table. */
export interface BillSheet {
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly bill: BillCase }[];
  /** There is only this one case. */
  readonly single: boolean;
}

/** Item by item, more cases than these are a wall of figures. */
const mostDetailed = 18;

export interface BillSheets {
  readonly sheets: readonly BillSheet[];
  /** How many cases are shown item by item, and which, where they are not all. */
  readonly shown: number;
  readonly at: string;
}

/** The cases whose items are shown: all where they are few; otherwise axes that come last stay at their base. */
export function billSheets(ctx: ReportContext): BillSheets {
  const { graph, base } = ctx;
  const { cases } = ctx.bill();
  const nodes = [graph.total, graph.upfront, graph.feasible];
  const { pinned } = ctx.cases();
  const { axes, held } = shownCases(graph, axesUnder(ctx.grid, nodes, pinned), pinned, mostDetailed);
  const around = cases.filter((c) => held.every((axis) => c.place[axis] === base[axis]));
  const detailed = around.length > mostDetailed ? endsAndBase(around, ctx) : around;
  const { sheets } = arranged(
    graph,
    axes,
    detailed.map((c) => c.place),
  );
  const filled = sheets.map(({ title, columns }) => ({
    title,
    columns: columns.flatMap(({ head, index }) => {
      const bill = detailed[index];
      return bill === undefined ? [] : [{ head, bill }];
    }),
    single: cases.length === 1,
  }));
  return { sheets: filled, shown: detailed.length, at: caseName(graph, held, base) };
}

/** Of one long axis: its first point, its base, its last. */
function endsAndBase(cases: readonly BillCase[], { graph, base }: ReportContext): readonly BillCase[] {
  const isBase = (c: BillCase): boolean =>
    c.place.every((p, axis) => graph.axes[axis]?.kind === 'band' || p === base[axis]);
  return cases.filter((c, i) => i === 0 || i === cases.length - 1 || isBase(c));
}

export function money(ctx: ReportContext, value: Ranged, per?: 'month' | 'year'): Cell {
  const { currency } = ctx.currency;
  return { text: moneyCell(value, currency, 'bill'), value, unit: unitText(moneyUnit(currency, per)) };
}

/** A table under construction: its notes, and the sums it shows, to be checked when it is done. */
interface Draft {
  readonly ctx: ReportContext;
  readonly sheet: BillSheet;
  readonly notes: Notes;
  readonly sums: ShownSum[];
}

export function itemTable(ctx: ReportContext, sheet: BillSheet): readonly Block[] {
  const { currency } = ctx.currency;
  const month = unitText(moneyUnit(currency, 'month'));
  const draft: Draft = { ctx, sheet, notes: new Notes(), sums: [] };
  const groups = ctx.graph.groups.filter((group) => itemsIn(draft, group, false).length > 0);
  const rows = [
    ...groups.flatMap((group) => groupRows(draft, group, groups.length > 1)),
    ...totalRows(draft),
  ];
  const heads = sheet.single
    ? [right('cost', month), right('share of the total')]
    : sheet.columns.map((c) => right(c.head));
  return table([left('group'), left(sheet.single ? 'item' : `item (${month})`), ...heads], rows, [
    ...draft.notes.all,
    ...addsUpNotes(draft.sums, currency),
    ...sharesNote(draft),
  ]);
}

/** Items that are there in some case of the table. */
function itemsIn(
  { ctx, sheet }: Draft,
  group: string,
  optional: boolean,
): readonly { readonly name: string; readonly label: string }[] {
  const items = ctx.graph.items.filter((i) => i.group === group && i.optional === optional);
  return items.filter(({ name }) =>
    sheet.columns.some(({ bill }) => bill.items.some((i) => i.name === name)),
  );
}

function groupRows(draft: Draft, group: string, named: boolean): readonly ReportRow[] {
  const { sheet, ctx } = draft;
  const rows = itemsIn(draft, group, false).map(({ name, label }, i) => {
    const items = sheet.columns.map(({ bill }) => bill.items.find((item) => item.name === name));
    const costs = items.map((item) => costCell(ctx, draft.notes, item));
    return cells(
      'plain',
      textCell(named && i === 0 ? group : ''),
      textCell(label),
      ...costs,
      ...shareCells(draft, items[0]?.cost),
    );
  });
  if (rows.length < 2 || !named) return rows;
  const sums = sheet.columns.map(({ bill }) => bill.groups.find((g) => g.name === group)?.cost);
  note(draft, `subtotal ${group}`, sums, (i) => i.group === group);
  const figures = sums.map((sum) => (sum === undefined ? { text: absent } : money(ctx, sum, 'month')));
  return [
    ...rows,
    cells('subtotal', textCell(''), textCell(`subtotal ${group}`), ...figures, ...shareCells(draft, sums[0])),
  ];
}

/** The cost, or a note that says why there is none. */
export function costCell(ctx: ReportContext, notes: Notes, item: BillItem | undefined): Cell {
  if (item === undefined) return { text: absent };
  const figure = money(ctx, item.cost, 'month');
  if (isKnown(item.cost)) return figure;
  return { ...figure, notes: [notes.add(`${item.label}: ${item.unpriced ?? 'no price is known'}.`)] };
}

/** Of the total at the middle; only where there is one case, so that there is one total. */
function shareCells({ sheet }: Draft, cost: Ranged | undefined): readonly Cell[] {
  if (!sheet.single) return [];
  const total = sheet.columns[0]?.bill.total.mid ?? Number.NaN;
  if (cost === undefined || Number.isNaN(total) || total === 0) return [textCell('')];
  const share = cost.mid / total;
  const percent = share * 100;
  return [{ text: percentText(share), value: { low: percent, mid: percent, high: percent }, unit: '%' }];
}

/** Printed shares of the items against the 100% under them. */
function sharesNote(draft: Draft): readonly string[] {
  const [only] = draft.sheet.columns;
  if (!draft.sheet.single || only === undefined || !isKnown(only.bill.total)) return [];
  const tenths = only.bill.items
    .filter((item) => !item.optional)
    .flatMap((item) => shareCells(draft, item.cost))
    .map((c) => Math.round(Number.parseFloat(plainText(c.text)) * 10));
  const sum = tenths.reduce((a, b) => a + b, 0);
  return Number.isNaN(sum) || sum === 1000
    ? []
    : [`Shares are rounded one by one; those shown add up to ${roundHalfAway(sum / 10, 1)}%.`];
}

function note(
  draft: Draft,
  what: string,
  sums: readonly (Ranged | undefined)[],
  counts: (i: BillItem) => boolean,
): void {
  for (const [i, { head, bill }] of draft.sheet.columns.entries()) {
    const total = sums[i];
    if (total === undefined) continue;
    const rows = bill.items.filter((item) => !item.optional && counts(item)).map((item) => item.cost);
    draft.sums.push({ name: draft.sheet.single ? what : `${what} in ${head}`, rows, total });
  }
}

function totalRows(draft: Draft): readonly ReportRow[] {
  const { ctx, sheet } = draft;
  const bills = sheet.columns.map((c) => c.bill);
  note(
    draft,
    'total',
    bills.map((b) => b.total),
    () => true,
  );
  const { currency } = ctx.currency;
  const total = bills.map((b) => money(ctx, b.total, 'month'));
  return [
    cells('total', textCell(''), textCell('total'), ...total, ...shareCells(draft, bills[0]?.total)),
    ...otherSums(bills).map(({ name, of, per }) =>
      cells(
        'aside',
        textCell(''),
        textCell(`${name}, in ${currency}`),
        ...bills.map((b) => money(ctx, of(b), per)),
      ),
    ),
  ];
}

/** One part for each sheet that has something to say, under the name of the sheet. */
export function perSheet(
  sheets: readonly BillSheet[],
  write: (sheet: BillSheet) => readonly Block[],
): readonly Block[] {
  return sheets.flatMap((sheet) => {
    const blocks = write(sheet);
    return blocks.length === 0 || sheet.title === '' ? blocks : [paragraph(sheet.title), ...blocks];
  });
}

/** A row whose item is there in some case of the sheet. */
export function isThere(row: ReportRow): boolean {
  return row.cells.slice(1).some((c) => plainText(c.text) !== absent);
}
