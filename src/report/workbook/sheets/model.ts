// The plan itself: one row for each name and each step, one column for each case. On sheets of their own the low and high ends,
// and what differs from month to month.

import { monthIndex } from '../../../analysis/figures.ts';
import { common } from '../columns.ts';
import type { Band } from '../expression.ts';
import {
  headRows,
  modelColumns,
  modelSheets,
  monthColumns,
  monthSheets,
  type PlanLayout,
} from '../layout.ts';
import type { PlanCell, PlanRow } from '../plan-cell.ts';
import { nodeOf, pointNames, type SheetContext } from '../sheet-context.ts';
import { formatOf, type SheetLayout, SheetWriter, unitOf } from '../sheet-writer.ts';

type Written = { readonly writer: SheetWriter; readonly layout: SheetLayout };
type ValueOf = (cell: PlanCell) => number | undefined;

export function modelSheet(
  ctx: SheetContext,
  layout: PlanLayout,
  band: Band,
  valueAt: ValueOf,
): Written | undefined {
  const cells = ctx.cells.cells.filter(({ key }) => key.table === 'model' && key.band === band);
  if (cells.length === 0) return undefined;
  const filled = new Set(cells.map(({ key }) => key.row));
  const writer = new SheetWriter(modelSheets[band]);
  writer.text(0, 0, titles[band], 'title');
  writer.text(1, 0, band === 1 ? modelNote : endNote);
  modelHeads(ctx, writer);
  for (const section of layout.model) {
    const rows = section.rows.filter(({ of }) => filled.has(of.row));
    if (rows.length === 0) continue;
    writer.text(section.row, 0, section.title, 'section');
    for (const { row, of } of rows) describe(ctx, writer, row, of, modelColumns.unit);
  }
  fill(ctx, writer, layout, cells, valueAt);
  const places = ctx.cells.columns.places.length;
  const widths = [34, 38, 18, 34, 16, ...Array.from({ length: places }, () => 16)];
  return { writer, layout: { widths, frozen: { rows: headRows.model, columns: 2 } } };
}

const titles = [
  'Model, at the low end of what is uncertain',
  'Model',
  'Model, at the high end of what is uncertain',
];
const modelNote =
  'One row for each name; rows below it, set in, are steps of its formula. “All cases” holds what is the same in every case.';
const endNote = 'The same rows as on the sheet Model; only what differs at this end stands here.';

/** One row of heads for each axis, the case under the other. */
function modelHeads(ctx: SheetContext, writer: SheetWriter): void {
  const { graph, bill, cells } = ctx;
  const head = headRows.model - 1;
  writer.heads(
    head,
    ['name', 'what it is', 'unit', 'as the plan writes it', 'all cases'],
    modelColumns.common,
  );
  const { columns } = cells;
  const first = columns.places[0] ?? [];
  for (const [i, place] of columns.places.entries()) {
    const one = bill.cases[i];
    const differing = graph.axes.flatMap((axis, a) =>
      axis.kind !== 'band' && place[a] !== first[a]
        ? [`${axis.name}=${axis.points[place[a] ?? 0]?.name}`]
        : [],
    );
    const column = modelColumns.common + 1 + i;
    // of a single case everything is common
    if (one === undefined) writer.text(head - 1, column, 'asked for by formulas', 'headNumber');
    else if (columns.cases > 1) writer.text(head - 1, column, `case ${i + 1}`, 'headNumber');
    else continue;
    const name =
      one === undefined ? differing.join(', ') : one.at.map((c) => `${c.axis}=${c.point}`).join(', ');
    writer.text(head, column, name, 'headNumber');
  }
}

export function monthsSheet(
  ctx: SheetContext,
  layout: PlanLayout,
  band: Band,
  valueAt: ValueOf,
): Written | undefined {
  const cells = ctx.cells.cells.filter(({ key }) => key.table === 'months' && key.band === band);
  if (cells.length === 0) return undefined;
  const filled = new Set(cells.map(({ key }) => key.row));
  const writer = new SheetWriter(monthSheets[band]);
  writer.text(0, 0, titles[band]?.replace('Model', 'Months'), 'title');
  writer.text(1, 0, 'What differs from month to month. A month that is empty is as the one before it.');
  const head = headRows.months - 1;
  writer.heads(head, ['name', 'what it is', 'case', 'unit']);
  const months = ctx.graph.axes[monthIndex(ctx.graph)]?.points.length ?? 0;
  for (let m = 0; m < months; m++) writer.number(head, monthColumns.first + m, m + 1, 'headNumber');
  for (const section of layout.months) {
    const rows = section.rows.filter(({ of }) => filled.has(of.row));
    if (rows.length === 0) continue;
    writer.text(section.row, 0, section.title, 'section');
    for (const { row, of } of rows) {
      describe(ctx, writer, row, of, monthColumns.unit);
      writer.text(row, monthColumns.case, columnName(ctx, of.column));
    }
  }
  fill(ctx, writer, layout, cells, valueAt);
  const widths = [30, 34, 24, 16, ...Array.from({ length: months }, () => 13)];
  return { writer, layout: { widths, frozen: { rows: headRows.months, columns: monthColumns.first } } };
}

function columnName({ graph, bill, cells }: SheetContext, column: number): string {
  if (column === common) return 'all cases';
  const one = bill.cases[column];
  if (one !== undefined) return one.at.map((c) => `${c.axis}=${c.point}`).join(', ');
  const place = cells.columns.placeOf(column);
  return graph.axes
    .flatMap((axis, a) => (axis.kind === 'band' ? [] : [`${axis.name}=${axis.points[place[a] ?? 0]?.name}`]))
    .join(', ');
}

function fill(
  ctx: SheetContext,
  writer: SheetWriter,
  layout: PlanLayout,
  cells: readonly PlanCell[],
  valueAt: ValueOf,
): void {
  for (const cell of cells) {
    const { row, column } = layout.spot(cell.key);
    const value = valueAt(cell);
    const format = cell.of === undefined ? undefined : formatOf(nodeOf(ctx, cell.of.node).type, value);
    const isTotal = cell.of !== undefined && ctx.byNode.get(cell.of.node)?.kind === 'total';
    writer.formula(row, column, cell.expression, {
      value,
      style: isTotal ? 'total' : 'number',
      array: cell.array,
      ...(format === undefined ? {} : { format }),
    });
  }
}

/** The name and label of a row, its unit, and its formula as the plan has it. */
function describe(
  ctx: SheetContext,
  writer: SheetWriter,
  row: number,
  of: PlanRow,
  unitColumn: number,
): void {
  const { node, part, owner } = of;
  const named = part.kind === 'whole' ? ctx.byNode.get(node.id) : undefined;
  const label = ctx.labels.get(node.id);
  if (named !== undefined) {
    writer.text(row, modelColumns.name, named.name);
    writer.text(row, modelColumns.label, named.label === named.name ? named.note : named.label);
  } else if (part.kind === 'whole' && label !== undefined) {
    writer.text(row, modelColumns.name, label);
  } else {
    const whose = ctx.byNode.get(owner)?.name ?? ctx.labels.get(owner) ?? '';
    writer.text(row, modelColumns.name, `   ${stepName(part)} ${whose}`.trimEnd(), 'quiet');
  }
  writer.text(
    row,
    unitColumn,
    unitOf(node.type, (axis) => pointNames(ctx, axis)),
  );
  if (unitColumn === modelColumns.unit) writer.text(row, modelColumns.formula, named?.formula, 'quiet');
}

function stepName(part: PlanRow['part']): string {
  switch (part.kind) {
    case 'whole':
      return 'step of';
    case 'listed':
      return `${part.index + 1}. of those for`;
    case 'step':
      return `${part.what}:`;
  }
}
