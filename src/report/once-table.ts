// What is paid once, by item.

import type { BillCase } from '../analysis/bill.ts';
import type { GraphItem } from '../graph/types.ts';
import { addsUpNotes } from './adds-up.ts';
import { type BillSheet, money, perSheet } from './bill-table.ts';
import { type Block, cells, heading, paragraph, type ReportRow, table, textCell } from './blocks.ts';
import type { ReportContext } from './report-context.ts';
import { left, right } from './table.ts';
import { absent } from './table-bill.ts';

export function onceTables(ctx: ReportContext, sheets: readonly BillSheet[]): readonly Block[] {
  const paid = (bill: BillCase, item: GraphItem): boolean =>
    bill.items.some((b) => b.name === item.name && b.once.mid !== 0);
  const tables = perSheet(sheets, (sheet) => {
    const items = ctx.graph.items.filter((item) => sheet.columns.some(({ bill }) => paid(bill, item)));
    return items.length === 0 ? [] : onceTable(ctx, sheet, items);
  });
  const paying = ctx.graph.items.filter((item) =>
    sheets.some((s) => s.columns.some(({ bill }) => paid(bill, item))),
  );
  const [only] = paying;
  if (only === undefined) return [];
  // one item alone is what the bill says already
  if (paying.length === 1 && !only.optional)
    return [paragraph(`All that is paid once is for ${only.label}.`)];
  return [heading('Paid once'), ...tables];
}

function onceTable(ctx: ReportContext, sheet: BillSheet, items: readonly GraphItem[]): readonly Block[] {
  const { currency } = ctx.currency;
  const line = (item: GraphItem): ReportRow => {
    const figures = sheet.columns.map(({ bill }) => {
      const once = bill.items.find((b) => b.name === item.name)?.once;
      return once === undefined ? { text: absent } : money(ctx, once);
    });
    const label = item.optional ? `optional, in no total: ${item.label}` : item.label;
    return cells(item.optional ? 'aside' : 'plain', textCell(label), ...figures);
  };
  const sums = sheet.columns.map(({ head, bill }) => ({
    name: sheet.single ? 'total' : `total in ${head}`,
    rows: bill.items.filter((b) => !b.optional).map((b) => b.once),
    total: bill.upfront,
  }));
  const rows = [
    ...items.filter((item) => !item.optional).map(line),
    cells('total', textCell('total'), ...sheet.columns.map(({ bill }) => money(ctx, bill.upfront))),
    ...items.filter((item) => item.optional).map(line),
  ];
  const heads = sheet.columns.map(({ head }) => right(sheet.single ? 'paid once' : head, currency));
  return table([left('item'), ...heads], rows, addsUpNotes(sums, currency));
}
