// A plan as a spreadsheet file whose cells are formulas: change an input, and every total follows.

import { type Bill, type BillCurrency, bill } from '../../analysis/bill.ts';
import type { Pinned } from '../../analysis/cases.ts';
import { bandIndex, monthIndex } from '../../analysis/figures.ts';
import type { Graph, NamedKind, NodeId } from '../../graph/types.ts';
import type { Grid } from '../../grid/evaluate.ts';
import { GridTooLarge } from '../../grid/evaluate.ts';
import type { Place } from '../../grid/layout.ts';
import type { Band } from './expression.ts';
import { inputColumns, layOut, type RowSection, sheetNames } from './layout.ts';
import type { PlanCell, PlanRow } from './plan-cell.ts';
import { PlanCells } from './plan-cells.ts';
import type { SheetContext } from './sheet-context.ts';
import type { SheetLayout, SheetWriter } from './sheet-writer.ts';
import { billSheet } from './sheets/bill.ts';
import { checksSheet } from './sheets/checks.ts';
import { inputsSheet } from './sheets/inputs.ts';
import { limitsSheet } from './sheets/limits.ts';
import { modelSheet, monthsSheet } from './sheets/model.ts';
import { notesSheet } from './sheets/notes.ts';
import { pricesSheet } from './sheets/prices.ts';
import { summarySheet } from './sheets/summary.ts';
import type { DefinedName, Workbook } from './workbook.ts';

/** Of more cases than these nobody reads the columns. */
export const maximumCases = 200;

export interface WorkbookWishes {
  readonly pinned: Pinned;
  /** Another currency than the plan's, and the node that says what one unit of the plan's is worth in it. */
  readonly currency?: { readonly shown: BillCurrency; readonly node: NodeId } | undefined;
}

export function buildWorkbook(whole: Grid, { pinned, currency }: WorkbookWishes): Workbook {
  const { graph } = whole;
  const answer = bill(whole, pinned, currency?.shown);
  refuseTooMany(answer);
  const { roots, labels } = rootsOf(graph, currency?.node);
  const cells = new PlanCells(
    graph,
    answer.cases.map((one) => one.place),
    roots,
  );
  const grid = allMonths(whole, pinned);
  const byNode = new Map([...graph.names.values()].map((n) => [n.node, n]));
  const ctx: SheetContext = { graph, grid, cells, bill: answer, byNode, labels, rate: currency?.node };
  for (const id of [...roots].sort((a, b) => a - b)) request(ctx, id);

  // these ask for cells of their own, so they come before anything has its place
  const first = [summarySheet(ctx), billSheet(ctx)];
  const last = [limitsSheet(ctx, pinned), checksSheet(ctx), notesSheet(ctx)];
  const layout = layOut(cells, sectionsOf(ctx, 'model'), sectionsOf(ctx, 'months'));
  const valueAt = valuesOf(ctx, pinned);
  const bands: readonly Band[] = [1, 0, 2];
  const written = [
    ...first,
    inputsSheet(ctx, valueAt),
    ...bands.map((band) => modelSheet(ctx, layout, band, valueAt)),
    ...bands.map((band) => monthsSheet(ctx, layout, band, valueAt)),
    pricesSheet(ctx, valueAt),
    ...last,
  ].filter((sheet): sheet is { writer: SheetWriter; layout: SheetLayout } => sheet !== undefined);
  const { title, asOf } = graph.plan;
  return {
    title,
    day: asOf,
    sheets: written.map(({ writer, layout: shape }) => writer.sheet(shape, layout.print)),
    names: definedNames(ctx, (key) => layout.spot(key)),
  };
}

function refuseTooMany({ axes, cases }: Bill): void {
  if (cases.length > maximumCases) throw new GridTooLarge(axes, cases.length, maximumCases);
}

function allMonths(whole: Grid, pinned: Pinned): Grid {
  const time = whole.graph.axes.flatMap((axis, i) => (axis.kind === 'time' ? [[i, -1] as const] : []));
  return whole.pinnedTo(new Map([...pinned, ...time]));
}

/** Everything with a name, and what answers show that has none. */
function rootsOf(
  graph: Graph,
  rate: NodeId | undefined,
): { readonly roots: readonly NodeId[]; readonly labels: ReadonlyMap<NodeId, string> } {
  const labels = new Map<NodeId, string>();
  for (const { limit, used, allowed } of [...graph.limits, ...graph.budgets]) {
    if (used !== undefined) labels.set(used, `${limit.name}: used`);
    if (allowed !== undefined) labels.set(allowed, `${limit.name}: allowed`);
  }
  for (const { name, cost, quantity, count } of graph.items) {
    labels.set(cost, `${name}.cost`);
    if (quantity !== undefined) labels.set(quantity, `${name}.quantity`);
    if (count !== undefined) labels.set(count, `${name}.count`);
  }
  labels.set(graph.feasible, 'every limit is kept');
  if (rate !== undefined) labels.set(rate, 'what the currency of the plan is worth');
  const named = [...graph.names.values()].map((n) => n.node);
  const roots = [...new Set([...named, ...labels.keys(), graph.total, graph.upfront])].filter((id) => {
    const node = graph.nodes[id];
    return (
      node !== undefined &&
      node.type.kind !== 'text' &&
      node.type.kind !== 'broken' &&
      node.op.kind !== 'const'
    );
  });
  return { roots, labels };
}

/**
 * A node in every case and at every end of its range. Of what differs from month to month the sums have every month; of the rest,
 * and of the ends, only those that something else needs.
 */
function request(ctx: SheetContext, id: NodeId): void {
  const { graph, cells, byNode } = ctx;
  const node = graph.nodes[id];
  if (node === undefined) return;
  const [band, month] = [bandIndex(graph), monthIndex(graph)];
  const ends: readonly Band[] = node.axes.includes(band) ? [1, 0, 2] : [1];
  const kind = byNode.get(id)?.kind;
  const isSum = kind === 'total' || kind === 'group';
  for (const column of cells.columns.columnsFor(node)) {
    const place = cells.columns.placeOf(column);
    const on = (axis: number, point: number): Place => place.map((p, a) => (a === axis ? point : p));
    if (!cells.isMonthly(id)) {
      for (const end of ends) cells.at(id, on(band, end), column);
      continue;
    }
    if (isSum) for (const m of cells.runs.starts(id, place)) cells.at(id, on(month, m), column);
    for (const end of ends) cells.showMonth(id, on(band, end), column);
  }
}

const sectionTitles: Readonly<Record<NamedKind | 'other', string>> = {
  input: 'Inputs, as they hold in each case',
  calendar: 'Calendar',
  rate: 'Exchange rates',
  price: 'Prices that are not the same in every case',
  formula: 'Formulas',
  item: 'Items',
  group: 'Groups',
  total: 'Totals',
  limit: 'Limits and budgets',
  other: 'What else the other sheets need',
};

/** Rows by what they belong to, in the order of the titles; steps under the row that asked for them first. */
function sectionsOf({ byNode, cells }: SheetContext, table: PlanRow['table']): readonly RowSection[] {
  const rows = cells.rows.filter((row) => row.table === table);
  const kindOf = ({ node, part, owner }: PlanRow): NamedKind | 'other' =>
    (part.kind === 'whole' ? byNode.get(node.id)?.kind : undefined) ?? byNode.get(owner)?.kind ?? 'other';
  return (Object.keys(sectionTitles) as (NamedKind | 'other')[]).flatMap((kind) => {
    const own = rows.filter((row) => kindOf(row) === kind);
    return own.length === 0 ? [] : [{ title: sectionTitles[kind], rows: own }];
  });
}

/** What the engine says that a cell is, all nodes computed at once. */
function valuesOf({ grid, cells }: SheetContext, pinned: Pinned): (cell: PlanCell) => number | undefined {
  grid.evaluate([...new Set(cells.cells.flatMap(({ of }) => of?.node ?? []))]);
  const elsewhere = new Map<string, Grid>();
  // a formula may look at another point than the one that is pinned
  const gridAt = (place: Place): Grid => {
    const moved = [...pinned].filter(([axis, point]) => place[axis] !== point);
    if (moved.length === 0) return grid;
    const key = moved.map(([axis]) => `${axis}=${place[axis]}`).join();
    const known =
      elsewhere.get(key) ?? grid.pinnedTo(new Map(moved.map(([axis]) => [axis, place[axis] ?? 0])));
    elsewhere.set(key, known);
    return known;
  };
  return ({ of }) => (of === undefined ? undefined : gridAt(of.place).value(of.node, of.place));
}

/** Inputs by their names, and `set.NAME` for the cell that replaces one. */
function definedNames(
  { cells }: SheetContext,
  spot: (key: ReturnType<PlanCells['inputs']['setKey']>) => { readonly row: number },
): readonly DefinedName[] {
  const taken = new Set<string>();
  return cells.inputs.rows
    .filter((row) => row.isStated)
    .flatMap(({ input }) => {
      const { row } = spot(cells.inputs.setKey(input.name));
      const place = { sheet: sheetNames.inputs, row };
      return [
        { name: allowedName(input.name, taken), ...place, column: inputColumns.value },
        { name: allowedName(`set.${input.name}`, taken), ...place, column: inputColumns.entry },
      ];
    });
}

/** A name that a spreadsheet would take for a cell, or has already, gets a `_` behind it. */
export function allowedName(name: string, taken: Set<string>): string {
  const isAddress = /^([A-Za-z]{1,3}[0-9]+|[rc][0-9]*|r[0-9]*c[0-9]*|true|false)$/i;
  let allowed = isAddress.test(name) ? `${name}_` : name;
  while (taken.has(allowed.toLowerCase())) allowed += '_';
  taken.add(allowed.toLowerCase());
  return allowed;
}
