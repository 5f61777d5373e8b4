// What the parts of the graph builder share. Each part adds its nodes through this and knows nothing of the others.

import type { Catalog } from '../catalog/catalog.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import type { Plan } from '../plan/types.ts';
import type { Unit } from '../quantity/unit.ts';
import type { NodeStore } from './node-store.ts';
import type { GraphAxis, Named, NodeId } from './types.ts';

export interface World {
  readonly plan: Plan;
  readonly catalog: Catalog;
  readonly out: Diagnostics;
  readonly store: NodeStore;
  readonly axes: readonly GraphAxis[];
  /** The plan's currency, and the same per month. */
  readonly money: Unit;
  readonly moneyPerMonth: Unit;
  /** Checks and lowers a formula; undefined where it is broken (already reported). */
  formula(e: Expression, wishes?: FormulaWishes): NodeId | undefined;
  /** The node in another unit; undefined where there is no way, without a word. */
  inUnit(node: NodeId, unit: Unit): NodeId | undefined;
  /** Reports the exchange rate or calendar factor that is missing between two units; false where that is not what is wrong. */
  reportMissing(from: Unit, to: Unit, span: Span): boolean;
  /** Uncertain numbers that `run` makes belong to this name: each draw is one's own. */
  drawing<T>(name: string | undefined, run: () => T): T;
  /** Puts a node under a name that explanations and reports show. */
  name(named: NewName, node: NodeId): NodeId;
}

/** A name to be given; what is left out is not known. */
export type NewName = Pick<Named, 'name' | 'kind' | 'label'> & Partial<Named>;

export interface FormulaWishes {
  /** Convert the result to this unit. */
  readonly unit?: Unit | undefined;
  readonly unitSpan?: Span | undefined;
  /** What `base` means: the value that is being replaced. */
  readonly base?: NodeId | undefined;
}

/** A formula as the person wrote it. */
export function textOf(e: Expression): string {
  return e.span.source.text.slice(e.span.start, e.span.end);
}
