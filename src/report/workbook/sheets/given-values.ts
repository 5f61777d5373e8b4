// The values of the sheets on which they are typed: low, value and high beside each other, each where its row is.

import type { CellKey } from '../expression.ts';
import type { PlanCell } from '../plan-cell.ts';
import { nodeOf, type SheetContext } from '../sheet-context.ts';
import { formatOf, type SheetWriter } from '../sheet-writer.ts';

export interface GivenValues {
  readonly table: CellKey['table'];
  readonly columns: { readonly low: number; readonly value: number; readonly high: number };
  /** By the row of a cell's key. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly valueAt: (cell: PlanCell) => number | undefined;
  readonly formatted?: (format: string) => string;
}

export function writeGivenValues(
  ctx: SheetContext,
  writer: SheetWriter,
  { table, columns, rowOf, valueAt, formatted = (format) => format }: GivenValues,
): void {
  const bands = [columns.low, columns.value, columns.high];
  for (const cell of ctx.cells.cells) {
    const { key, expression, of } = cell;
    const at = rowOf.get(key.row);
    if (key.table !== table || at === undefined || of === undefined) continue;
    const value = valueAt(cell);
    const format = formatted(formatOf(nodeOf(ctx, of.node).type, value));
    writer.formula(at, bands[key.band] as number, expression, { value, style: 'input', format });
  }
}
