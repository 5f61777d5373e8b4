// Named values, case by case: what stays the same in one table, what differs in tables of their own.

import { axesSeen } from '../analysis/cases.ts';
import { type Figure, figureAt, onBand } from '../analysis/figures.ts';
import type { Graph, Named, NodeId } from '../graph/types.ts';
import { type Place, placesOver } from '../grid/layout.ts';
import { unitText } from '../quantity/unit.ts';
import {
  type Block,
  type Cell,
  cell,
  cells,
  code,
  heading,
  type Inline,
  paragraph,
  table,
} from './blocks.ts';
import type { ReportContext } from './report-context.ts';
import { shortText } from './short-text.ts';
import { arranged, caseName, inChunks, pointName, shownCases } from './shown-cases.ts';
import { left, right, type TableColumn } from './table.ts';

/** What stands beside the value in the table of all values: formula, source, note. */
export interface ValueHead {
  readonly columns: readonly TableColumn[];
  cellsOf(named: Named): readonly Cell[];
}

/** `label (name)`, so that a reader can find it in the plan. */
export function nameInlines(label: string, name: string): readonly Inline[] {
  return label === name ? [code(name)] : [`${label} (`, code(name), ')'];
}

/** The value in one case. */
export function valueCell(ctx: ReportContext, id: NodeId, place: Place): Cell {
  const { grid, graph } = ctx;
  const type = graph.nodes[id]?.type;
  if (type?.kind === 'number') return figureCellOf(figureAt(grid, id, place));
  const ends = [0, 1, 2].map((band) => wordOf(graph, id, grid.value(id, onBand(graph, place, band))));
  const [low = '', mid = '', high = ''] = ends;
  return { text: low === high ? mid : `${low} to ${high}` };
}

export function figureCellOf(figure: Figure): Cell {
  const { low, mid, high, unit } = figure;
  return { text: shortText(figure), value: { low, mid, high }, unit: unitText(unit) };
}

function wordOf(graph: Graph, id: NodeId, value: number): string {
  if (Number.isNaN(value)) return 'unknown';
  const type = graph.nodes[id]?.type;
  if (type?.kind !== 'point') return value === 0 ? 'no' : 'yes';
  return graph.axes.find((a) => a.name === type.axis)?.points[value]?.label ?? 'unknown';
}

/** One table of all values, with what is known about each; then, for those that differ, a table for each way of differing. */
export function valueTables(ctx: ReportContext, values: readonly Named[], head: ValueHead): readonly Block[] {
  const { graph } = ctx;
  const groups = new Map<string, Named[]>();
  const rows = values.map((named) => {
    const { axes } = shownCases(graph, axesSeen(ctx.grid, [named.node], ctx.pinned), ctx.pinned);
    const swept = sweptText(ctx, named, axes);
    if (axes.length > 0 && swept === undefined) {
      groups.set(axes.join(), [...(groups.get(axes.join()) ?? []), named]);
    }
    const value =
      axes.length > 0 ? cell(swept ?? `by ${axisLabels(graph, axes)}`) : valueCell(ctx, named.node, ctx.base);
    return cells('plain', nameCell(named), value, ...head.cellsOf(named));
  });
  return [
    ...table([left('name'), right('value'), ...head.columns], rows),
    ...[...groups.values()].flatMap((group) => varyingTables(ctx, group)),
  ];
}

/** Of the input that a sweep goes through, the points of the axis are the values: `10 to 500 agents`. */
function sweptText(
  { graph, grid, plan, base }: ReportContext,
  named: Named,
  axes: readonly number[],
): string | undefined {
  const [index] = axes;
  const shape = index === undefined ? undefined : graph.axes[index];
  const axis = plan.axes.find((a) => a.name === shape?.name);
  if (axes.length !== 1 || axis?.input !== named.name || shape === undefined) return undefined;
  const at = (point: number): string =>
    shortText(
      figureAt(
        grid,
        named.node,
        base.map((p, a) => (a === index ? point : p)),
      ),
    );
  return `${at(0)} to ${at(shape.points.length - 1)}, by ${shape.label}`;
}

function nameCell(named: Named): Cell {
  return cell(...nameInlines(named.label, named.name));
}

function axisLabels(graph: Graph, axes: readonly number[]): string {
  return axes.map((axis) => graph.axes[axis]?.label ?? '').join(' and ');
}

function varyingTables(ctx: ReportContext, values: readonly Named[]): readonly Block[] {
  const { graph } = ctx;
  const nodes = values.map((v) => v.node);
  const shown = shownCases(graph, axesSeen(ctx.grid, nodes, ctx.pinned), ctx.pinned);
  const around = ctx.base.map((point, axis) => shown.pinned.get(axis) ?? point);
  const places = placesOver(graph, shown.axes, around);
  const { sheets } = arranged(graph, shown.axes, places);
  const tables =
    sheets.length > 2
      ? downward(ctx, values, shown.axes, places)
      : sheets.flatMap(({ title, columns }) => {
          const heads = columns.map((column) => right(column.head));
          const rows = values.map((named) =>
            cells(
              'plain',
              nameCell(named),
              ...columns.map(({ index }) => valueCell(ctx, named.node, places[index] ?? ctx.base)),
            ),
          );
          return [...(title === '' ? [] : [paragraph(title)]), ...table([left('name'), ...heads], rows)];
        });
  return [heading(`By ${axisLabels(graph, shown.axes)}`), ...heldNote(ctx, shown.held), ...tables];
}

/** Many cases: one row each, the values side by side. */
function downward(
  ctx: ReportContext,
  values: readonly Named[],
  axes: readonly number[],
  places: readonly Place[],
): readonly Block[] {
  const head = axes.length === 1 ? axisLabels(ctx.graph, axes) : 'case';
  return inChunks(values).flatMap((chunk) =>
    table(
      [left(head), ...chunk.map((named) => right(named.label))],
      places.map((place) =>
        cells(
          'plain',
          cell(nameOfCase(ctx.graph, axes, place)),
          ...chunk.map((named) => valueCell(ctx, named.node, place)),
        ),
      ),
    ),
  );
}

/** The point alone under the head of its only axis. */
function nameOfCase(graph: Graph, axes: readonly number[], place: Place): string {
  const [only] = axes;
  return axes.length === 1 && only !== undefined
    ? pointName(graph, only, place)
    : caseName(graph, axes, place);
}

/** Says which axes were left at their base. */
export function heldNote({ graph }: ReportContext, held: readonly number[]): readonly Block[] {
  if (held.length === 0) return [];
  const base = graph.axes.map((axis) => axis.base);
  return [
    paragraph(`Shown at ${caseName(graph, held, base)}; with \`--at\` the command line shows the others.`),
  ];
}
