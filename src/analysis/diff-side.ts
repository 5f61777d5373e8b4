// One of the two plans of a difference. Each literal quantity of an item gets a name of its own before the graph is built, so
// that it can be given another value without touching an equal constant elsewhere in the formula (`10 GB` bought, `10 GB` free).

import type { Catalog } from '../catalog/catalog.ts';
import { noProvenance } from '../catalog/read-provenance.ts';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../formula/ast.ts';
import { buildGraph, type Model } from '../graph/build.ts';
import { configure, type ItemConfig, itemOfChange } from '../graph/item-config.ts';
import type { Graph, Named, NodeId } from '../graph/types.ts';
import { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import type { Change, Input, Item, ItemFields, Override, Plan } from '../plan/types.ts';
import type { Pinned } from './cases.ts';

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
  return buildGraph(namedQuantities(plan), catalog, out);
}

export function diffSide(
  model: Model,
  pinned: Pinned | undefined = new Map(),
  rate: NodeId | undefined = undefined,
): DiffSide {
  const { graph } = model;
  const byNode = new Map([...graph.names.values()].map((n) => [n.node, n]));
  const grid = new Grid(graph).pinnedTo(pinned ?? new Map());
  return { model, graph, grid, pinned, rate, byNode, size: graph.nodes.length };
}

/** The fields that say how much of something is bought. */
export const quantityFields = ['quantity', 'count', 'hours'] as const;
export type QuantityField = (typeof quantityFields)[number];

/** A name that stands for a literal of an item. Nobody can write it: it has spaces. */
export function isGivenName(name: string): boolean {
  return name.includes(' ');
}

function namedQuantities(plan: Plan): Plan {
  const inputs: Input[] = [];
  const fieldsOf = <F extends Partial<ItemFields>>(item: string, fields: F, where: string): F => {
    const { quantity, count } = fields;
    // one literal for both is one node, and is charged once
    if (isLiteral(quantity) && isLiteral(count) && sameLiteral(quantity, count)) return fields;
    const named = quantityFields.flatMap((field) => {
      const value = fields[field];
      if (!isLiteral(value)) return [];
      const name = `${field} of ${item}${where}`;
      inputs.push(inputOf(name, value));
      return [[field, { kind: 'name', name, span: value.span }] as const];
    });
    return named.length === 0 ? fields : { ...fields, ...Object.fromEntries(named) };
  };
  const changed = (change: Change, where: string): Change => {
    if (change.kind === 'add')
      return { ...change, item: fieldsOf<Item>(change.item.name, change.item, where) };
    return change.kind === 'item'
      ? { ...change, fields: fieldsOf(change.item, change.fields, where) }
      : change;
  };
  const items = plan.items.map((item) => fieldsOf<Item>(item.name, item, ''));
  const overrides = plan.overrides.map((override, i): Override => {
    const where = override.when.map((w) => `${w.axis}=${w.point}`).join(', ');
    return { ...override, change: changed(override.change, ` at ${where || 'every case'} (${i})`) };
  });
  return inputs.length === 0 ? plan : { ...plan, items, overrides, inputs: [...plan.inputs, ...inputs] };
}

type Literal = Expression & { readonly kind: 'number' };

function isLiteral(e: Expression | undefined): e is Literal {
  return e?.kind === 'number';
}

function sameLiteral(a: Literal, b: Literal): boolean {
  return a.value === b.value && a.unit.key === b.unit.key;
}

function inputOf(name: string, value: Literal): Input {
  const { span } = value;
  const nothing = { label: undefined, note: undefined, unit: undefined, unitSpan: undefined };
  return { name, value, span, provenance: noProvenance, ...nothing };
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
