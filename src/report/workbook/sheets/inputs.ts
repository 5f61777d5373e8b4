// What drives the plan. Each value may be changed where it stands; what is typed beside it holds in every case instead.

import type { Graph } from '../../../graph/types.ts';
import type { InputRow } from '../input-cells.ts';
import { headRows, inputColumns, sheetNames } from '../layout.ts';
import type { PlanCell } from '../plan-cell.ts';
import { nodeOf, pointNames, type SheetContext } from '../sheet-context.ts';
import { type SheetLayout, SheetWriter, unitOf } from '../sheet-writer.ts';
import { writeGivenValues } from './given-values.ts';

const heads = [
  ...['name', 'instead, everywhere', 'low', 'value', 'high', 'unit', 'what it is', 'holds'],
  ...['source', 'date', 'confidence', 'note'],
];
const afterWhere = inputColumns.where + 1;

export function inputsSheet(
  ctx: SheetContext,
  valueAt: (cell: PlanCell) => number | undefined,
): { readonly writer: SheetWriter; readonly layout: SheetLayout } {
  const writer = new SheetWriter(sheetNames.inputs);
  writer.text(0, 0, 'Inputs', 'title');
  writer.text(
    1,
    0,
    'Change a value, low or high where it stands; or type a number, in the unit of the row, under “instead, everywhere”: it then holds in every case, as --set does. Empty the cell, and the plan holds again.',
  );
  writer.heads(headRows.inputs - 1, heads, inputColumns.low, inputColumns.high);
  const { inputs } = ctx.cells;
  for (const [i, row] of inputs.rows.entries()) describe(ctx, writer, headRows.inputs + i, row);
  const rowOf = new Map(inputs.rows.map((row, i) => [inputs.valueKey(row, 1).row, headRows.inputs + i]));
  writeGivenValues(ctx, writer, {
    table: 'inputs',
    columns: inputColumns,
    rowOf,
    valueAt,
  });
  const widths = [30, 14, 14, 14, 14, 20, 46, 30, 44, 12, 12, 60];
  return { writer, layout: { widths, frozen: { rows: headRows.inputs, columns: 1 } } };
}

function describe(ctx: SheetContext, writer: SheetWriter, at: number, row: InputRow): void {
  const { name, label, provenance, note, node } = row.input;
  writer.text(at, inputColumns.name, name);
  writer.text(at, inputColumns.label, label === name ? undefined : label);
  writer.text(at, inputColumns.where, whereText(ctx.graph, row), row.isStated ? 'text' : 'quiet');
  const { type } = nodeOf(ctx, node);
  writer.text(
    at,
    inputColumns.unit,
    unitOf(type, (axis) => pointNames(ctx, axis)),
  );
  if (!row.isStated) return;
  writer.entry(at, inputColumns.entry);
  writer.link(at, afterWhere, provenance?.source, provenance?.url);
  writer.text(at, afterWhere + 1, provenance?.date);
  writer.text(at, afterWhere + 2, provenance?.confidence);
  writer.text(at, afterWhere + 3, note);
}

/** `everywhere`, `tier=a or b`, `in no case`. */
function whereText(graph: Graph, { input, places }: InputRow): string {
  if (places.length === 0) return 'in no case';
  const axes = graph.nodes[input.start?.node ?? -1]?.axes ?? [];
  const conditions = axes.flatMap((i) => {
    const axis = graph.axes[i];
    if (axis === undefined || axis.kind === 'band' || axis.kind === 'time') return [];
    const held = axis.points.filter((_, p) => places.some((place) => place[i] === p));
    return held.length === axis.points.length ? [] : [`${axis.name}=${held.map((p) => p.name).join(' or ')}`];
  });
  return conditions.length === 0 ? 'everywhere' : conditions.join(', ');
}
