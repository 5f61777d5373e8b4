// What every sheet is written from: the plan as cells, the cases, and what the engine says that each figure is.

import type { Bill, BillCase } from '../../analysis/bill.ts';
import { bandIndex, type Coordinate, mapRanged, type Ranged, rangedAt } from '../../analysis/figures.ts';
import type { Graph, Named, Node, NodeId } from '../../graph/types.ts';
import type { Grid } from '../../grid/evaluate.ts';
import type { Place } from '../../grid/layout.ts';
import { type Band, binary, call, type Expression } from './expression.ts';
import type { PlanCells } from './plan-cells.ts';

export interface SheetContext {
  readonly graph: Graph;
  /** Every month of it open. */
  readonly grid: Grid;
  readonly cells: PlanCells;
  readonly bill: Bill;
  readonly byNode: ReadonlyMap<NodeId, Named>;
  /** What a node without a name is called. */
  readonly labels: ReadonlyMap<NodeId, string>;
  /** Money in another currency than the plan's: what one of its units is worth. */
  readonly rate: NodeId | undefined;
}

export function nodeOf({ graph }: SheetContext, id: NodeId): Node {
  const node = graph.nodes[id];
  if (node === undefined) throw new Error(`there is no node ${id}`);
  return node;
}

export function pointNames({ graph }: SheetContext, axis: string): readonly string[] {
  return graph.axes.find((a) => a.name === axis)?.points.map((p) => p.name) ?? [];
}

/** A node at one end of what is uncertain, in the column of a case. */
export function cellAt(ctx: SheetContext, id: NodeId, place: Place, column: number, band: Band): Expression {
  const index = bandIndex(ctx.graph);
  return ctx.cells.at(
    id,
    place.map((p, axis) => (axis === index ? band : p)),
    column,
  );
}

export function isRanged(ctx: SheetContext, id: NodeId): boolean {
  return nodeOf(ctx, id).axes.includes(bandIndex(ctx.graph));
}

/** The smaller, the middle and the larger of a value's ends, as an answer shows them. */
export function endsAt(ctx: SheetContext, id: NodeId, place: Place, column: number): Ends {
  const [a, mid, b] = ([0, 1, 2] as const).map((band) => cellAt(ctx, id, place, column, band));
  if (a === undefined || mid === undefined || b === undefined || !isRanged(ctx, id)) {
    const only = mid as Expression;
    return { low: only, mid: only, high: only };
  }
  return { low: call('MIN', a, b), mid, high: call('MAX', a, b) };
}

export interface Ends {
  readonly low: Expression;
  readonly mid: Expression;
  readonly high: Expression;
}

/** An amount of the plan's currency in that of the file. */
export function inShownCurrency(
  ctx: SheetContext,
  amount: Expression,
  place: Place,
  column: number,
): Expression {
  return ctx.rate === undefined ? amount : binary(amount, '*', ctx.cells.at(ctx.rate, place, column));
}

/** A figure of the plan's currency as the engine has it, in that of the file. */
export function shownAt({ grid, rate }: SheetContext, id: NodeId, place: Place): Ranged {
  const factor = rate === undefined ? 1 : grid.value(rate, place);
  return mapRanged(rangedAt(grid, id, place), (x) => x * factor);
}

export function coordinateOf(
  one: { readonly at: readonly Coordinate[] },
  axis: string,
): Coordinate | undefined {
  return one.at.find((c) => c.axis === axis);
}

export function caseName({ at }: Pick<BillCase, 'at'>): string {
  return at.length === 0 ? 'the only case' : at.map((c) => `${c.axis}=${c.point}`).join(', ');
}
