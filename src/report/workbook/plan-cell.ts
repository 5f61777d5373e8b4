// What is known of a cell of the plan, and of a row, before it has its place on a sheet.

import type { Node, NodeId } from '../../graph/types.ts';
import type { Place } from '../../grid/layout.ts';
import type { CellKey, Expression } from './expression.ts';

export interface PlanCell {
  readonly key: CellKey;
  readonly expression: Expression;
  /** To be entered as an array formula. */
  readonly array: boolean;
  /** What the engine says it is; undefined for a step that the engine does not have. */
  readonly of: { readonly node: NodeId; readonly place: Place } | undefined;
}

/** A row of the model or of the months. */
export interface PlanRow {
  readonly table: 'model' | 'months';
  readonly row: string;
  readonly node: Node;
  /** Whose formula it belongs to, where it is no name itself. */
  readonly owner: NodeId;
  /** `listed`: one of several of which the smallest or the sum is taken, by its number. `step`: a step along time. */
  readonly part:
    | { readonly kind: 'whole' }
    | { readonly kind: 'listed'; readonly index: number }
    | { readonly kind: 'step'; readonly what: string };
  /** Of the months: the case. */
  readonly column: number;
}

/** What a formula is looked at from: a case, and the column in which it stands. */
export interface Here {
  readonly place: Place;
  readonly column: number;
}

/** What stands in a cell. */
export interface Written {
  readonly expression: Expression;
  readonly array: boolean;
}

/** The row of the sheet of months that numbers them. */
export const monthHead = 'month';

export function plain(expression: Expression): Written {
  return { expression, array: false };
}

/** The same case, but for one axis. */
export function moved({ place, column }: Here, axis: number, index: number): Here {
  return place[axis] === index
    ? { place, column }
    : { place: place.map((p, a) => (a === axis ? index : p)), column };
}
