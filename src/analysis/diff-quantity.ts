// What the earlier plan would charge for the later plan's quantity: its own rate card, product and rates, asked for more or less
// of the same. This one figure is where quantity ends and price begins.

import type { GraphItem, Named, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { convert } from '../quantity/convert.ts';
import { one, type Unit } from '../quantity/unit.ts';
import { coneOf } from './cone.ts';
import {
  configAt,
  type DiffSide,
  isGivenName,
  nodeOf,
  type QuantityField,
  quantityFields,
} from './diff-side.ts';

/** The nodes at which the quantity of an item ends, in one case. */
export interface Boundary {
  readonly fields: Readonly<Partial<Record<QuantityField, NodeId>>>;
  readonly present: NodeId;
  readonly nodes: ReadonlySet<NodeId>;
}

export function boundaryOf(side: DiffSide, item: GraphItem, place: Place): Boundary {
  const own = (id: NodeId | undefined): NodeId | undefined => {
    if (id === undefined) return undefined;
    const node = side.graph.nodes[configNode(side, id, place)];
    // an option that has no quantity leaves a constant unknown in its place
    const absent = node?.op.kind === 'const' && Number.isNaN(node.op.value);
    return absent ? undefined : node?.id;
  };
  const hours = configAt(side, item.name, place)?.hours.at(-1);
  const fields = {
    quantity: own(item.quantity),
    count: own(item.count),
    hours: hours === undefined ? undefined : nodeOf(side, hours),
  };
  const present = configNode(side, item.present, place);
  const nodes = Object.values(fields).filter((id) => id !== undefined);
  const named = Object.fromEntries(Object.entries(fields).filter(([, id]) => id !== undefined));
  return { fields: named, present, nodes: new Set([...nodes, present]) };
}

/** An item is built once for each combination of options; this is the one that holds here. */
function configNode({ graph }: DiffSide, id: NodeId, place: Place): NodeId {
  for (let at = id; ; ) {
    const node = graph.nodes[at];
    if (node?.op.kind !== 'select' || graph.axes[node.op.axis]?.kind === 'band') return at;
    at = node.args[place[node.op.axis] ?? 0] ?? at;
  }
}

/** Users, agents, GB: what a formula counts. Money and shares belong to the price. */
export function isCounted({ name }: Named, unit: Unit): boolean {
  if (isGivenName(name)) return true;
  const kinds = unit.factors.map((f) => f.atom.kind);
  return kinds.some((kind) => kind !== 'ratio') && !kinds.includes('currency');
}

export interface HeldQuestion {
  readonly before: DiffSide;
  readonly item: GraphItem;
  readonly boundary: Boundary;
  /** `cost` or `once`. */
  readonly node: NodeId;
  readonly place: Place;
  /** The later plan with the rates and the calendar of the earlier one. */
  readonly later: {
    readonly side: DiffSide;
    readonly grid: Grid;
    readonly boundary: Boundary;
    readonly place: Place;
  };
}

/** Plan currency of the earlier plan. undefined where its rate card has no answer: another unit, a quantity it never had. */
export function heldCost(question: HeldQuestion): number | undefined {
  const { before, boundary, node, place, later } = question;
  const { graph } = before;
  const own = interpreter(graph);
  const replaced = new Map<NodeId, number>();
  let times = 1;
  for (const field of quantityFields) {
    const [from, to] = [boundary.fields[field], later.boundary.fields[field]];
    if (from === undefined && to === undefined) continue;
    const value = to === undefined ? undefined : later.grid.value(to, later.place);
    if (from !== undefined && to !== undefined && value !== undefined) {
      const same = converted(value, unitOf(later.side, to), unitOf(before, from));
      if (same === undefined) return undefined;
      replaced.set(from, same);
    } else if (field !== 'count') return undefined;
    // one of something is what nobody counts
    else if (from !== undefined) replaced.set(from, 1);
    else times = value ?? 1;
  }
  if (graph.nodes[boundary.present]?.op.kind !== 'const') replaced.set(boundary.present, 1);
  const cone = coneOf(
    { graph, byNode: before.byNode, value: own.value, stop: boundary.nodes },
    [node],
    place,
  );
  // the product stays: what another one costs is not the quantity's doing
  for (const id of cone.choosing) replaced.set(id, own.value(id, place));
  for (const { named } of cone.named) {
    const unit = unitOf(before, named.node);
    if (named.kind !== 'input' || !isCounted(named, unit)) continue;
    const same = later.side.graph.names.get(named.name);
    if (same?.kind !== 'input') continue;
    const value = converted(later.grid.value(same.node, later.place), unitOf(later.side, same.node), unit);
    if (value !== undefined) replaced.set(named.node, value);
  }
  return interpreter(graph, replaced).value(node, place) * times;
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
