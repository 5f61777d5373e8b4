// Demand and capacity -> how many are needed, and which resource decides.
//
//   count = max(min, largest over resources of ceil(r + quality × √r)) + spare
//   where   r = demand / (capacity of one × (1 − headroom)), the offered load
//
// The quality is that of square-root staffing, for what queues: with so many roots of the load kept free, a large pool makes as
// few wait as a small one, while its share of idle servers shrinks (Halfin and Whitt, Operations Research 29, 1981). Without
// one it is 0.
//
// Costs are for `count × paid` where autoscaling pays only for the average.

import { didYouMean } from '../diagnostics/nearest.ts';
import type { Expression } from '../formula/ast.ts';
import { numberOf } from '../formula/typed.ts';
import type { Amount } from '../plan/types.ts';
import { one, unitText } from '../quantity/unit.ts';
import type { Candidate } from './candidates.ts';
import type { ItemConfig } from './item-config.ts';
import type { NodeId } from './types.ts';
import type { World } from './world.ts';

/** What an item says about its count besides demand and capacity, as pure numbers. */
export type SizingField = 'headroom' | 'quality' | 'spare' | 'min' | 'paid';

export interface Sizing {
  readonly demand: readonly { readonly amount: Amount; readonly node: NodeId }[];
  /** What the item says that one of it carries, whatever is bought. */
  readonly serves: ReadonlyMap<string, NodeId>;
  /** Pure numbers; undefined where the item says nothing. */
  readonly headroom: NodeId | undefined;
  readonly quality: NodeId | undefined;
  readonly spare: NodeId | undefined;
  readonly min: NodeId | undefined;
  readonly paid: NodeId | undefined;
}

export interface Sized {
  /** A pure number. */
  readonly count: NodeId;
  /** What is paid for: the count, or its share. */
  readonly paid: NodeId;
  /** Index into `resources`. */
  readonly binding: NodeId;
}

/** The same for every candidate; undefined where the item has no demand. */
export function sizingOf(
  world: World,
  config: ItemConfig,
  number: (field: SizingField) => NodeId | undefined,
): Sizing | undefined {
  if (config.demand.length === 0) return undefined;
  const drawn = (field: string, e: Expression): NodeId | undefined =>
    world.drawing(`${config.item.name}.${field}`, () => world.formula(e));
  const demand = config.demand.flatMap((amount) => {
    const node = drawn(`demand.${amount.resource}`, amount.value);
    return node === undefined ? [] : [{ amount, node }];
  });
  const serves = new Map<string, NodeId>();
  for (const { resource, value } of config.serves) {
    const node = drawn(`serves.${resource}`, value);
    if (node !== undefined) serves.set(resource, node);
  }
  const [headroom, quality] = [number('headroom'), number('quality')];
  const [spare, min, paid] = [number('spare'), number('min'), number('paid')];
  return demand.length === 0 ? undefined : { demand, serves, headroom, quality, spare, min, paid };
}

/** How many of a candidate are needed; undefined after an error. */
export function size(
  world: World,
  config: ItemConfig,
  sizing: Sizing,
  candidate: Candidate,
): Sized | undefined {
  const { store } = world;
  const needs: NodeId[] = [];
  for (const { amount, node } of sizing.demand) {
    const capacity = sizing.serves.get(amount.resource) ?? candidate.attributes.get(amount.resource);
    if (capacity === undefined) {
      reportNoCapacity(world, amount, sizing, candidate);
      return undefined;
    }
    const needed = neededFor(world, amount, node, capacity, sizing);
    if (needed === undefined) return undefined;
    needs.push(needed);
  }
  // the resource that needs most is the cheapest of the negated needs
  const binding = store.cheapest(needs.map((n) => store.apply('neg', [n], numberOf(one))));
  let count = needs.reduce((most, n) => store.alike('max', most, n));
  if (sizing.min !== undefined) count = store.alike('max', count, sizing.min);
  if (sizing.spare !== undefined) count = store.alike('add', count, sizing.spare);
  const { name, label, span } = config.item;
  count = world.name(
    { name: `count of ${name}`, kind: 'item', label: `${label ?? name}: count`, span },
    count,
  );
  const paid = sizing.paid === undefined ? count : store.apply('mul', [count, sizing.paid], numberOf(one));
  return { count, paid, binding };
}

function neededFor(
  world: World,
  amount: Amount,
  demand: NodeId,
  capacity: NodeId,
  { headroom, quality }: Sizing,
): NodeId | undefined {
  const { store } = world;
  const usable =
    headroom === undefined
      ? capacity
      : store.apply(
          'mul',
          [capacity, store.alike('sub', store.constant(1, one), headroom)],
          store.node(capacity).type,
        );
  const alike = world.inUnit(demand, store.unit(usable)) ?? demand;
  const quotient = store.divide(alike, usable);
  const left = store.unit(quotient);
  if (left.factors.some((f) => f.atom.kind !== 'count' && f.atom.dimensions.size > 0)) {
    const message = `a demand in \`${unitText(store.unit(demand), true)}\` is not carried by \`${unitText(store.unit(capacity))}\``;
    world.out.error(
      'E301',
      message,
      [{ span: amount.span, label: '' }],
      'demand and what one serves are in the same unit',
    );
    return undefined;
  }
  const load = store.scale(quotient, 1, 1, one);
  if (quality === undefined) return store.apply('ceil', [load], numberOf(one));
  const root = store.apply('sqrt', [load], numberOf(one));
  const safety = store.apply('mul', [quality, root], numberOf(one));
  return store.apply('ceil', [store.alike('add', load, safety)], numberOf(one));
}

function reportNoCapacity(
  world: World,
  { resource, span }: Amount,
  sizing: Sizing,
  candidate: Candidate,
): void {
  const known = [...sizing.serves.keys(), ...candidate.attributes.keys()];
  const message = `nothing says how much \`${resource}\` one of ${candidate.choice.path || candidate.choice.label} carries`;
  const help = didYouMean(resource, known) || `say it: \`serves: { ${resource}: … }\``;
  world.out.error('E506', message, [{ span, label: '' }], help);
}
