// What the earlier plan would charge for the later plan's quantity: its own rate card, product and rates, asked for more or less
// of the same. This one figure is where quantity ends and price begins.

import type { GraphItem, Named, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { convert } from '../quantity/convert.ts';
import { one, type Unit } from '../quantity/unit.ts';
import { type Cone, coneOf } from './cone.ts';
import { configAt, type DiffSide, nodeOf } from './diff-side.ts';
import { isGivenName, quantityFields } from './named-literals.ts';

/** The nodes at which the quantity of an item ends, in one case. */
export interface Boundary {
  /** By field: `quantity`, `count`, `demand.memory`. */
  readonly fields: ReadonlyMap<string, NodeId>;
  /** How many there are, stated or sized; undefined for one. */
  readonly count: NodeId | undefined;
  readonly isSized: boolean;
  readonly present: NodeId;
  /** All of them: what stands below is quantity, what stands beside is price. */
  readonly nodes: ReadonlySet<NodeId>;
}

export function boundaryOf(side: DiffSide, item: GraphItem, place: Place): Boundary {
  const config = configAt(side, item.name, place);
  const fields = new Map<string, NodeId>();
  const put = (name: string, id: NodeId | undefined): void => {
    if (id !== undefined) fields.set(name, id);
  };
  for (const field of quantityFields) {
    const chain = config?.[field] ?? [];
    const last = chain.at(-1);
    if (last === undefined) continue;
    const whole = field === 'quantity' || (field === 'count' && config?.demand.length === 0);
    put(field, whole ? configNode(side, item[field], place) : nodeOf(side, last));
  }
  for (const field of ['demand', 'serves'] as const) {
    for (const { resource, value } of config?.[field] ?? []) put(`${field}.${resource}`, nodeOf(side, value));
  }
  const present = configNode(side, item.present, place) ?? item.present;
  const isSized = (config?.demand.length ?? 0) > 0;
  if (isSized) fields.delete('count');
  const count = configNode(side, item.count, place);
  return { fields, count, isSized, present, nodes: new Set([...fields.values(), present]) };
}

/** An item is built once for each combination of options; this is the one that holds here. */
function configNode({ graph }: DiffSide, id: NodeId | undefined, place: Place): NodeId | undefined {
  for (let at = id; at !== undefined; ) {
    const node = graph.nodes[at];
    if (node?.op.kind === 'const' && Number.isNaN(node.op.value)) return undefined;
    if (node?.op.kind !== 'select' || graph.axes[node.op.axis]?.kind === 'band') return at;
    at = node.args[place[node.op.axis] ?? 0];
  }
  return undefined;
}

/** Users, agents, GB: what a formula counts. Money and shares belong to the price. */
export function isCounted({ name }: Named, unit: Unit): boolean {
  if (isGivenName(name)) return true;
  const kinds = unit.factors.map((f) => f.atom.kind);
  return kinds.some((kind) => kind !== 'ratio') && !kinds.includes('currency');
}

/** One side of the question what a quantity would have cost. */
export interface QuantitySide {
  readonly side: DiffSide;
  readonly item: GraphItem;
  readonly boundary: Boundary;
  readonly place: Place;
}

/** `grid` is the later plan with the rates and the calendar of the earlier one. */
export type Later = QuantitySide & { readonly grid: Grid };

/**
 * In the earlier plan's currency. undefined where its rate card cannot be asked: a quantity in another unit, or of a kind that it
 * never had.
 */
export function heldCost(node: 'cost' | 'once', earlier: QuantitySide, later: Later): number | undefined {
  const { side, item, boundary, place } = earlier;
  const { graph, byNode } = side;
  const own = interpreter(graph);
  const cone = coneOf({ graph, byNode, value: own.value, stop: boundary.nodes }, [item[node]], place);
  const replaced = new Map<NodeId, number>();
  const times = replaceQuantities(earlier, later, cone, replaced);
  if (times === undefined) return undefined;
  if (graph.nodes[boundary.present]?.op.kind !== 'const') replaced.set(boundary.present, 1);
  // the product stays: what another one costs is not the quantity's doing
  for (const id of cone.choosing) replaced.set(id, own.value(id, place));
  for (const { named } of cone.named) {
    const value = named.kind === 'input' ? countedLater(side, named, later) : undefined;
    if (value !== undefined) replaced.set(named.node, value);
  }
  return interpreter(graph, replaced).value(item[node], place) * times;
}

/** What the whole is to be multiplied by besides, where the earlier plan has no place for it; undefined where it cannot be said. */
function replaceQuantities(
  { side, item, boundary }: QuantitySide,
  later: Later,
  cone: Cone,
  replaced: Map<NodeId, number>,
): number | undefined {
  const [from, to] = [boundary.fields, later.boundary.fields];
  const comparable = boundary.isSized && later.boundary.isSized && sizedAlike(from, to);
  let times = 1;
  for (const field of new Set([...from.keys(), ...to.keys()])) {
    const sizing = !['quantity', 'count', 'hours', 'paid'].includes(field);
    if (field === 'count' || (sizing && !comparable)) continue;
    const [a, b] = [from.get(field), to.get(field)];
    const value = b === undefined ? undefined : later.grid.value(b, later.place);
    if (a !== undefined && b !== undefined && value !== undefined) {
      const same = converted(value, unitOf(later.side, b), unitOf(side, a));
      if (same === undefined) return undefined;
      replaced.set(a, same);
    } else if (field !== 'paid') return undefined;
    else if (a !== undefined) replaced.set(a, 1);
    else times *= value ?? 1;
  }
  if (comparable) return times;
  const { count } = later.boundary;
  // one of something is what nobody counts
  const many = count === undefined ? 1 : later.grid.value(count, later.place);
  const stated = from.get('count');
  const place = stated ?? countNode(cone, item);
  if (place === undefined) {
    const { graph, byNode } = later.side;
    const value = (id: NodeId, at: Place): number => later.grid.value(id, at);
    const whole = coneOf({ graph, byNode, value }, [later.item.cost], later.place);
    // a count that meters the price is no number of things
    return many === 1 || countNode(whole, later.item) !== undefined ? times * many : undefined;
  }
  const same =
    stated === undefined || count === undefined ? many : inUnitOf(side, stated, many, later, count);
  if (same === undefined) return undefined;
  replaced.set(place, same);
  return times;
}

/** How many are paid for, under the name that the graph gives it. */
function countNode(cone: Cone, { name }: GraphItem): NodeId | undefined {
  return cone.named.find(({ named }) => named.name === `count of ${name}`)?.named.node;
}

/** Counts of things are numbers: `3 servers` for `3`. */
function inUnitOf(
  side: DiffSide,
  stated: NodeId,
  value: number,
  later: Later,
  count: NodeId,
): number | undefined {
  const [from, to] = [unitOf(later.side, count), unitOf(side, stated)];
  const plain = [from, to].some((unit) => unit.factors.length === 0);
  return plain ? value : converted(value, from, to);
}

/** Sized by the same resources, with the same say in it. */
function sizedAlike(from: ReadonlyMap<string, NodeId>, to: ReadonlyMap<string, NodeId>): boolean {
  const say = (fields: ReadonlyMap<string, NodeId>): string =>
    [...fields.keys()]
      .filter((field) => /^(demand|serves)\.|^(headroom|quality|spare|min)$/.test(field))
      .sort()
      .join();
  return say(from) === say(to);
}

function countedLater(side: DiffSide, named: Named, later: Later): number | undefined {
  const unit = unitOf(side, named.node);
  const same = isCounted(named, unit) ? later.side.graph.names.get(named.name) : undefined;
  if (same?.kind !== 'input') return undefined;
  return converted(later.grid.value(same.node, later.place), unitOf(later.side, same.node), unit);
}

export function unitOf({ graph }: DiffSide, id: NodeId): Unit {
  const type = graph.nodes[id]?.type;
  return type?.kind === 'number' ? type.unit : one;
}

/** By fixed factors only: no calendar, no exchange rate. */
export function converted(value: number, from: Unit, to: Unit): number | undefined {
  const found = convert(from, to);
  if (!found.ok) return undefined;
  let result = value;
  for (const step of found.steps) {
    if (step.kind !== 'scale') return undefined;
    result = (result * step.numerator) / step.denominator;
  }
  return result;
}
