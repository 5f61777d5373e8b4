// One of the two plans of a difference, with what the plan says of an item in one case.

import type { Catalog } from '../catalog/catalog.ts';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import { buildGraph, type Model } from '../graph/build.ts';
import { configure, type ItemConfig, itemOfChange } from '../graph/item-config.ts';
import type { Graph, Named, NodeId } from '../graph/types.ts';
import { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import type { Override, Plan } from '../plan/types.ts';
import type { Pinned } from './cases.ts';
import { withNamedLiterals } from './named-literals.ts';

export interface DiffSide {
  readonly model: Model;
  readonly graph: Graph;
  /** Pinned; shared by all questions about this side. */
  readonly grid: Grid;
  /** undefined where the side has no such case at all. */
  readonly pinned: Pinned | undefined;
  /** One unit of the plan's currency in the currency that is shown; undefined where they are the same. */
  readonly rate: NodeId | undefined;
  readonly byNode: ReadonlyMap<NodeId, Named>;
  /** Nodes of the plan itself; questions come behind them. */
  readonly size: number;
}

/** The model from which a side is made. Its figures are those of `buildGraph`, to the bit. */
export function diffModel(plan: Plan, catalog: Catalog, out: Diagnostics): Model | undefined {
  return buildGraph(withNamedLiterals(plan), catalog, out);
}

/** One unit of the plan's currency in another; undefined where they are the same. `asked` is what diagnostics call the question. */
export function rateInto(
  model: Model,
  currency: string,
  asked: string,
  out: Diagnostics,
): NodeId | undefined {
  const { plan } = model.graph;
  if (plan.currency === currency) return undefined;
  const text = `1 ${plan.currency} in ${currency}`;
  const file = `${asked}, for ${plan.source.file}`;
  const formula = parseFormula({ text, source: { file, text }, start: 0 }, plan.units, out);
  return formula === undefined ? undefined : model.ask(formula, out)?.node;
}

export function diffSide(model: Model, pinned: Pinned | undefined, rate: NodeId | undefined): DiffSide {
  const { graph } = model;
  const byNode = new Map([...graph.names.values()].map((n) => [n.node, n]));
  const grid = new Grid(graph).pinnedTo(pinned ?? new Map());
  return { model, graph, grid, pinned, rate, byNode, size: graph.nodes.length };
}

/** What the plan says of an item in one case; undefined where the item is not there. */
export function configAt({ graph }: DiffSide, item: string, place: Place): ItemConfig | undefined {
  const { plan } = graph;
  const applied = plan.overrides.filter((o) => itemOfChange(o.change) === item && holds(graph, o, place));
  return configure(
    plan.items.find((i) => i.name === item),
    applied,
  );
}

export function holds(graph: Graph, { when }: Pick<Override, 'when'>, place: Place): boolean {
  return when.every(({ axis, point }) => {
    const index = graph.axes.findIndex((a) => a.name === axis);
    return graph.axes[index]?.points[place[index] ?? 0]?.name === point;
  });
}

/** The node of a formula that the plan holds already; undefined where it is only a part of a longer one. */
export function nodeOf({ model, size }: DiffSide, e: Expression): NodeId | undefined {
  const node = model.ask(e, new Diagnostics())?.node;
  return node === undefined || node >= size ? undefined : node;
}
