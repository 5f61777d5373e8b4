// What each item is bought as, and how much of it: one table for all cases where it is the same in all.

import type { BillItem } from '../analysis/bill.ts';
import type { GraphItem } from '../graph/types.ts';
import { figureText } from './amounts.ts';
import { type BillSheet, isThere, perSheet } from './bill-table.ts';
import {
  type Block,
  type Cell,
  cells,
  heading,
  paragraph,
  type ReportRow,
  table,
  textCell,
} from './blocks.ts';
import { priceText } from './price-text.ts';
import type { ReportContext } from './report-context.ts';
import { left } from './table.ts';
import { absent, withProvider } from './table-bill.ts';

export function boughtTables(ctx: ReportContext, sheets: readonly BillSheet[]): readonly Block[] {
  const all = sheets.flatMap((sheet) => sheet.columns);
  const rowOf = (item: GraphItem, columns: BillSheet['columns']): ReportRow => {
    const own = columns.map(({ bill }) => boughtCell(bill.items.find((b) => b.name === item.name)));
    return cells('plain', textCell(item.label), ...own);
  };
  const isConstant = (item: GraphItem): boolean =>
    new Set(
      rowOf(item, all)
        .cells.slice(1)
        .map((c) => c.text),
    ).size === 1;
  const varying = ctx.graph.items.filter((item) => !isConstant(item));
  const differing = perSheet(sheets, ({ columns }) =>
    table(
      [left('item'), ...columns.map(({ head }) => left(head))],
      varying.map((item) => rowOf(item, columns)).filter(isThere),
    ),
  );
  const constant = ctx.graph.items.filter(isConstant).map((item) => rowOf(item, all.slice(0, 1)));
  const same = table([left('item'), left('bought as')], constant.filter(isThere));
  return [
    heading('What is bought'),
    ...differing,
    ...(differing.length > 0 && same.length > 0 ? [paragraph('In every case:')] : []),
    ...same,
  ];
}

/** `2 × Contabo Cloud VPS 20, 250 GB`. */
function boughtCell(item: BillItem | undefined): Cell {
  if (item === undefined) return { text: absent };
  const { binding, choice, count, quantity } = item;
  if (choice === undefined || choice.unpriced !== undefined) return { text: 'no price' };
  const name = choice.path === '' ? priceText(item) : withProvider(choice.provider, choice.label);
  const single = count === undefined || Number.isNaN(count.mid) || (count.low === 1 && count.high === 1);
  const times = single ? '' : `${figureText(count)} × `;
  const amount = quantity === undefined || Number.isNaN(quantity.mid) ? '' : `, ${figureText(quantity)}`;
  const why = binding === undefined ? '' : ` (sized by ${binding})`;
  return { text: `${times}${name}${amount}${why}` };
}
