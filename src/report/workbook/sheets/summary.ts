// The first sheet: what each case costs, as formulas over the model, with a chart of its parts.

import type { BillCase } from '../../../analysis/bill.ts';
import { isRange, type Ranged } from '../../../analysis/figures.ts';
import { binary, call, type Expression, number, words } from '../expression.ts';
import { sheetNames } from '../layout.ts';
import {
  caseName,
  coordinateOf,
  type Ends,
  endsAt,
  inShownCurrency,
  type SheetContext,
  shownAt,
} from '../sheet-context.ts';
import { money, type SheetLayout, SheetWriter } from '../sheet-writer.ts';
import type { StackedChart } from '../workbook.ts';

const headRow = 3;
const soldTotals = ['revenue', 'margin'];
/** What a plan that looks ahead comes to as a whole. */
const horizonTotals = ['tco', 'present_value', 'end_value'];
/** More bars than these nobody tells apart. */
const mostBars = 40;

interface Amount {
  readonly head: string;
  readonly write: (one: BillCase, column: number) => { readonly formula: Expression; readonly value: number };
  readonly bold?: true;
  /** A part of the total, for the chart. */
  readonly part?: string;
}

export function summarySheet(ctx: SheetContext): {
  readonly writer: SheetWriter;
  readonly layout: SheetLayout;
} {
  const { graph, bill } = ctx;
  const { plan } = graph;
  const writer = new SheetWriter(sheetNames.summary);
  writer.text(0, 0, plan.title, 'title');
  const day = plan.asOf === undefined ? 'prices are the newest known' : `prices of ${plan.asOf}`;
  writer.text(
    1,
    0,
    `Amounts in ${bill.currency}; ${day}. Change a value on the sheet Inputs, and all follows.`,
  );
  const amounts = amountsOf(ctx);
  const axes = bill.axes.length === 0 ? ['case'] : bill.axes;
  const labels = bill.axes.length === 0 ? ['case'] : bill.axes.map((name) => labelOf(ctx, name));
  writer.heads(headRow, [...labels, ...amounts.map((a) => a.head), 'limits'], labels.length);
  for (const [i, one] of bill.cases.entries()) {
    const row = headRow + 1 + i;
    for (const [column, axis] of axes.entries())
      writer.text(row, column, coordinateOf(one, axis)?.label ?? caseName(one));
    for (const [a, { write, bold }] of amounts.entries()) {
      const { formula, value } = write(one, i);
      const style = bold === true ? 'strong' : 'number';
      writer.formula(row, axes.length + a, formula, { value, style, format: money });
    }
    const kept = ctx.cells.at(graph.feasible, one.place, i);
    const said = call('IF', binary(kept, '=', number(1)), words('kept'), words('broken'));
    const value = one.feasible ? 'kept' : 'broken';
    writer.formula(row, axes.length + amounts.length, said, { value });
  }
  const widths = [...axes.map(() => 26), ...amounts.map(() => 17), 10];
  const frozen = { rows: headRow + 1, columns: axes.length };
  return { writer, layout: { widths, frozen, chart: chartOf(ctx, amounts, axes.length) } };
}

function amountsOf(ctx: SheetContext): readonly Amount[] {
  const { graph, bill } = ctx;
  const { currency } = bill;
  const amounts: Amount[] = [];
  const add = (
    head: string,
    of: (one: BillCase) => Ranged,
    write: (one: BillCase, column: number) => Ends,
    bold?: true,
  ): void => {
    const ranged = bill.cases.some((one) => isRange(of(one)));
    const put = (end: keyof Ranged, text: string, strong?: true): void => {
      amounts.push({
        head: text,
        ...(strong === undefined ? {} : { bold: strong }),
        write: (one, column) => ({
          formula: inShownCurrency(ctx, write(one, column)[end], one.place, column),
          value: of(one)[end],
        }),
      });
    };
    if (ranged) put('low', `${head}, low`);
    put('mid', head, bold);
    if (ranged) put('high', `${head}, high`);
  };
  add(
    `total, ${currency}/month`,
    (one) => one.total,
    (one, c) => endsAt(ctx, graph.total, one.place, c),
    true,
  );
  add(
    `total, ${currency}/year`,
    (one) => one.yearly,
    (one, c) => yearly(endsAt(ctx, graph.total, one.place, c)),
  );
  if (bill.cases.some((one) => one.upfront.mid !== 0))
    add(
      `paid once, ${currency}`,
      (one) => one.upfront,
      (one, c) => endsAt(ctx, graph.upfront, one.place, c),
    );
  const sold = graph.revenue === undefined ? [] : soldTotals;
  for (const name of [...sold, ...horizonTotals]) {
    const named = graph.names.get(name);
    if (named === undefined) continue;
    add(
      `${named.label}, ${currency}${sold.includes(name) ? '/month' : ''}`,
      (one) => shownAt(ctx, named.node, one.place),
      (one, c) => endsAt(ctx, named.node, one.place, c),
    );
  }
  for (const group of graph.groups) {
    const node = graph.names.get(group)?.node;
    if (node === undefined) continue;
    amounts.push({
      head: `${group}, ${currency}/month`,
      part: group,
      write: (one, column) => ({
        formula: inShownCurrency(ctx, endsAt(ctx, node, one.place, column).mid, one.place, column),
        value: one.groups.find((g) => g.name === group)?.cost.mid ?? 0,
      }),
    });
  }
  return amounts;
}

function yearly({ low, mid, high }: Ends): Ends {
  const times = (e: Expression): Expression => binary(e, '*', number(12));
  return { low: times(low), mid: times(mid), high: times(high) };
}

function labelOf({ graph }: SheetContext, axis: string): string {
  return graph.axes.find((a) => a.name === axis)?.label ?? axis;
}

function chartOf(ctx: SheetContext, amounts: readonly Amount[], axes: number): StackedChart | undefined {
  const { bill } = ctx;
  const count = bill.cases.length;
  const series = amounts.flatMap(({ part }, i) =>
    part === undefined ? [] : [{ name: part, column: axes + i }],
  );
  if (count < 2 || count > mostBars || series.length === 0) return undefined;
  return {
    title: 'What each case costs in a month',
    unit: `${bill.currency}/month`,
    rows: [headRow + 1, headRow + count],
    labels: axes,
    series,
    at: { row: headRow + count + 2, column: 0 },
    columns: count > 12 ? 14 : 7,
  };
}
