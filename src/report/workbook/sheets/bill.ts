// Every item in every case, by group, with the sums that make the total.

import type { GraphItem, NodeId } from '../../../graph/types.ts';
import { sheetNames } from '../layout.ts';
import { caseName, cellAt, inShownCurrency, type SheetContext, shownAt } from '../sheet-context.ts';
import { money, type SheetLayout, SheetWriter } from '../sheet-writer.ts';
import type { CellStyle } from '../workbook.ts';

const headRow = 2;
const firstCase = 3;

export function billSheet(ctx: SheetContext): { readonly writer: SheetWriter; readonly layout: SheetLayout } {
  const { graph, bill } = ctx;
  const writer = new SheetWriter(sheetNames.bill);
  writer.text(
    0,
    0,
    `What each case costs, in ${bill.currency}/month, at the middle of what is uncertain`,
    'title',
  );
  const heads = ['group', 'item', 'what it is', ...bill.cases.map(caseName)];
  writer.heads(headRow, heads, firstCase);
  let row = headRow + 1;
  const amounts = (node: NodeId, style: CellStyle): void => {
    for (const [i, { place }] of bill.cases.entries()) {
      const amount = inShownCurrency(ctx, cellAt(ctx, node, place, i, 1), place, i);
      const value = shownAt(ctx, node, place).mid;
      writer.formula(row, firstCase + i, amount, { value, style, format: money });
    }
  };
  const itemRow = (group: string, item: GraphItem): void => {
    writer.text(row, 0, group);
    writer.text(row, 1, item.name);
    writer.text(row, 2, item.label === item.name ? item.note : item.label);
    amounts(item.cost, 'number');
    row += 1;
  };
  const counted = graph.items.filter((item) => !item.optional);
  for (const group of new Set(counted.map((item) => item.group))) {
    for (const item of counted.filter((i) => i.group === group)) itemRow(group, item);
    const sum = graph.names.get(group);
    if (sum?.kind !== 'group') continue;
    writer.text(row, 0, group, 'total');
    writer.text(row, 1, 'all of it', 'total');
    amounts(sum.node, 'total');
    row += 1;
  }
  writer.text(row, 0, 'total', 'total');
  amounts(graph.total, 'total');
  row += 2;
  const lines = graph.revenue?.lines ?? [];
  if (lines.length > 0) {
    writer.text(row, 0, 'Revenue', 'section');
    row += 1;
    for (const line of lines) itemRow(line.optional ? 'optional' : 'revenue', line);
    row += 1;
  }
  const optional = graph.items.filter((item) => item.optional);
  if (optional.length > 0) {
    writer.text(row, 0, 'Optional, in no total', 'section');
    row += 1;
    for (const item of optional) itemRow(item.group, item);
  }
  const widths = [18, 24, 40, ...bill.cases.map(() => 18)];
  return { writer, layout: { widths, frozen: { rows: headRow + 1, columns: firstCase } } };
}
