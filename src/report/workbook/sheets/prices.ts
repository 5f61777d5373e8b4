// Every price, rate and month that the plan uses, with where it was read and when; formulas read it from here.

import type { NodeId } from '../../../graph/types.ts';
import { headRows, priceColumns, sheetNames } from '../layout.ts';
import type { PlanCell } from '../plan-cell.ts';
import { nodeOf, pointNames, type SheetContext } from '../sheet-context.ts';
import { type SheetLayout, SheetWriter, unitOf } from '../sheet-writer.ts';
import { writeGivenValues } from './given-values.ts';

const heads = [
  ...['name', 'what it is', 'low', 'value', 'high', 'unit'],
  ...['as written', 'source', 'date', 'confidence', 'note'],
];
const afterUnit = priceColumns.unit + 1;

export function pricesSheet(
  ctx: SheetContext,
  valueAt: (cell: PlanCell) => number | undefined,
): { readonly writer: SheetWriter; readonly layout: SheetLayout } {
  const writer = new SheetWriter(sheetNames.prices);
  writer.text(0, 0, 'Prices, exchange rates and the calendar', 'title');
  writer.text(
    1,
    0,
    'Every formula that needs one reads it here. A price that is another one in some cases stands on the sheet Model.',
  );
  writer.heads(headRows.prices - 1, heads, priceColumns.low, priceColumns.high);
  const { prices } = ctx.cells;
  for (const [i, id] of prices.entries()) describe(ctx, writer, headRows.prices + i, id);
  const rowOf = new Map(prices.map((id, i) => [String(id), headRows.prices + i]));
  writeGivenValues(ctx, writer, {
    table: 'prices',
    columns: priceColumns,
    rowOf,
    valueAt,
    // a price may be a small part of a cent
    formatted: (format) => format.replace(/^#,##0\.00$/, '#,##0.00####'),
  });
  const widths = [46, 40, 12, 12, 12, 22, 36, 44, 12, 12, 60];
  return { writer, layout: { widths, frozen: { rows: headRows.prices, columns: 1 } } };
}

function describe(ctx: SheetContext, writer: SheetWriter, at: number, id: NodeId): void {
  const named = ctx.byNode.get(id);
  if (named === undefined) return;
  const { name, label, provenance, note, formula } = named;
  writer.text(at, priceColumns.name, name);
  writer.text(at, priceColumns.label, label === name ? undefined : label);
  writer.text(
    at,
    priceColumns.unit,
    unitOf(nodeOf(ctx, id).type, (axis) => pointNames(ctx, axis)),
  );
  writer.text(at, afterUnit, formula);
  writer.link(at, afterUnit + 1, provenance?.source, provenance?.url);
  writer.text(at, afterUnit + 2, provenance?.date);
  writer.text(at, afterUnit + 3, provenance?.confidence);
  writer.text(at, afterUnit + 4, note);
}
