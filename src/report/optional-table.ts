// What is priced and shown, but belongs to no total.

import type { GraphItem } from '../graph/types.ts';
import { unitText } from '../quantity/unit.ts';
import { moneyUnit } from './amounts.ts';
import { type BillSheet, costCell, isThere, perSheet } from './bill-table.ts';
import { type Block, type Cell, cells, heading, plainText, table, textCell } from './blocks.ts';
import { Notes } from './notes.ts';
import type { ReportContext } from './report-context.ts';
import { left, right } from './table.ts';

export function optionalTables(ctx: ReportContext, sheets: readonly BillSheet[]): readonly Block[] {
  const month = unitText(moneyUnit(ctx.currency.currency, 'month'));
  const columns = sheets.flatMap((sheet) => sheet.columns);
  const costsIn = (of: BillSheet['columns'], item: GraphItem, notes: Notes): readonly Cell[] =>
    of.map(({ bill }) =>
      costCell(
        ctx,
        notes,
        bill.items.find((b) => b.name === item.name),
      ),
    );
  const optional = ctx.graph.items.filter(
    (item) => item.optional && columns.some(({ bill }) => bill.items.some((b) => b.name === item.name)),
  );
  const isConstant = (item: GraphItem): boolean =>
    new Set(costsIn(columns, item, new Notes()).map((c) => plainText(c.text))).size === 1;
  const same = new Notes();
  const sameRows = optional
    .filter(isConstant)
    .map((item) => cells('aside', textCell(item.label), ...costsIn(columns.slice(0, 1), item, same)));
  const varying = optional.filter((item) => !isConstant(item));
  const tables = perSheet(sheets, (sheet) => {
    const notes = new Notes();
    const rows = varying.map((item) =>
      cells('aside', textCell(item.label), ...costsIn(sheet.columns, item, notes)),
    );
    return table(
      [left(`item (${month})`), ...sheet.columns.map(({ head }) => right(head))],
      rows.filter(isThere),
      notes.all,
    );
  });
  const blocks = [...table([left('item'), right('cost', month)], sameRows, same.all), ...tables];
  return blocks.length === 0 ? [] : [heading('Optional, in no total'), ...blocks];
}
