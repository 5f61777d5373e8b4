// An item -> its cost, its set-up cost, whether it is there, how it is bought, and what it provides.

import { condition, numberOf } from '../formula/typed.ts';
import type { Item, Override } from '../plan/types.ts';
import { isMoney, one, type Unit } from '../quantity/unit.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { flowsOf, noFlows } from './flows.ts';
import { type Chain, configure, type ItemConfig } from './item-config.ts';
import { chargeOverTime } from './later-prices.ts';
import { monthsOf, ownershipOf, shareOf } from './ownership.ts';
import { type Sized, type Sizing, type SizingField, size, sizingOf } from './sizing.ts';
import { type Built, tabulate } from './tabulate.ts';
import { type Charge, lowerTariff, type Usage } from './tariff.ts';
import type { Choice, GraphItem, NodeId } from './types.ts';
import type { World } from './world.ts';

export interface BuiltItem {
  readonly graph: GraphItem;
  readonly attributes: ReadonlyMap<string, NodeId>;
}

/** Everything the plan says of one name: the item itself, if the plan has it everywhere, and what options do to it. */
export interface ItemStory {
  readonly name: string;
  readonly item: Item | undefined;
  readonly overrides: readonly Override[];
}

export function buildItem(world: World, story: ItemStory): BuiltItem {
  const choices: Choice[] = [];
  const resources: string[] = [];
  const built = tabulate(world, story.overrides, (applied) =>
    buildConfig(world, configure(story.item, applied), choices, resources),
  );
  const first =
    story.item ?? story.overrides.flatMap((o) => (o.change.kind === 'add' ? [o.change.item] : []))[0];
  if (first === undefined) throw new Error(`no item is called ${story.name}`);
  const node = (key: string, otherwise: NodeId): NodeId => built.get(key) ?? otherwise;
  const rent = node('rent', world.store.constant(0, world.moneyPerMonth));
  const setup = node('setup', world.store.constant(0, world.money));
  const graph: GraphItem = {
    name: story.name,
    label: first.label ?? story.name,
    note: first.note,
    group: first.group,
    optional: first.optional,
    span: first.span,
    ...flowsOf(world, rent, setup, built),
    present: node('present', world.store.constantOf(0, condition)),
    quantity: built.get('quantity'),
    count: built.get('count'),
    binding: built.get('binding'),
    resources,
    choice: node('choice', world.store.constant(0, one)),
    choices,
  };
  const attributes = new Map(
    [...built].filter(([key]) => key.startsWith('.')).map(([key, id]) => [key.slice(1), id]),
  );
  return { graph, attributes };
}

function chainNode(world: World, config: ItemConfig, chain: Chain): NodeId | undefined {
  const field = Object.entries(config).find(([, held]) => held === chain)?.[0] ?? '';
  let node: NodeId | undefined;
  for (const e of chain) {
    const base = node;
    const unit = base === undefined ? undefined : world.store.unit(base);
    node = world.drawing(`${config.item.name}.${field}`, () => world.formula(e, { base, unit }));
    if (node === undefined) return undefined;
  }
  return node;
}

function buildConfig(
  world: World,
  config: ItemConfig | undefined,
  choices: Choice[],
  resources: string[],
): Built {
  const { store } = world;
  if (config === undefined) {
    return new Map([
      ...noFlows(world),
      ['rent', store.constant(0, world.moneyPerMonth)],
      ['setup', store.constant(0, world.money)],
      ['present', store.constantOf(0, condition)],
    ]);
  }
  const result = new Map<string, NodeId>(noFlows(world));
  const present = chainNode(world, config, config.when) ?? store.constantOf(1, condition);
  const quantity = chainNode(world, config, config.quantity);
  const count = chainNode(world, config, config.count);
  result.set('present', present);
  if (quantity !== undefined) result.set('quantity', quantity);

  const candidates = candidatesOf(world, config);
  const usage: Usage = {
    quantity: quantity ?? (candidates.some((c) => c.metered) ? count : undefined),
    quantitySpan: config.quantity.at(-1)?.span ?? config.count.at(-1)?.span,
    hours: chainNode(world, config, config.hours),
    span: config.item.span,
  };
  const sizing = sizingOf(world, config, (field) => pureField(world, config, field));
  const stated =
    count === undefined || usage.quantity === count
      ? undefined
      : named(world, config, pureNumber(world, count));
  const broken =
    (config.quantity.length > 0 && quantity === undefined) ||
    (config.demand.length > 0 && sizing === undefined);
  const priced = broken ? [] : price(world, config, candidates, usage, sizing, stated);
  const bought = choose(world, priced, choices);
  const counted = bought.count ?? count;
  if (counted !== undefined) result.set('count', counted);
  if (bought.binding !== undefined && sizing !== undefined) {
    result.set('binding', resourceNumber(world, bought.binding, sizing, resources));
  }
  const zero = store.constant(0, world.moneyPerMonth);
  const cost = sensible(world, [quantity, counted], bought.cost);
  result.set('rent', store.choose(present, cost, zero));
  result.set('choice', bought.choice);
  const once = store.alike('add', bought.setup, onceOf(world, config));
  result.set('setup', store.choose(present, once, store.constant(0, world.money)));
  const isCost = config.item.role === 'cost';
  const owned = isCost ? ownershipOf(world, config, (chain) => chainNode(world, config, chain)) : undefined;
  if (owned !== undefined) {
    const needed = counted === undefined ? store.constant(1, one) : pureNumber(world, counted);
    result.set('need', store.choose(present, needed, store.constant(0, one)));
    for (const [part, id] of Object.entries(owned)) result.set(part, id);
  }
  const bound = isCost ? boundBy(world, config, bought) : undefined;
  if (bound !== undefined) for (const [part, id] of Object.entries(bound)) result.set(part, id);
  for (const [name, id] of bought.attributes) result.set(`.${name}`, id);
  return result;
}

/** For how many months the rent binds, and the share that is paid in advance; a price per year binds for one. */
function boundBy(
  world: World,
  config: ItemConfig,
  bought: Bought,
): Readonly<Record<'term' | 'prepaid', NodeId>> | undefined {
  const { store } = world;
  const node = (chain: Chain): NodeId | undefined => chainNode(world, config, chain);
  if (config.commit.length > 0) {
    const term = monthsOf(world, config.commit, node, '`commit`');
    const prepaid =
      config.upfront.length === 0
        ? store.constant(0, one)
        : shareOf(world, config.upfront, node, '`upfront`');
    return term === undefined || prepaid === undefined ? undefined : { term, prepaid };
  }
  if (config.upfront.length > 0) {
    const span = config.upfront.at(-1)?.span ?? config.item.span;
    const help = 'say for how long one is bound: `commit: 1 year`';
    world.out.error('E505', '`upfront` needs `commit`', [{ span, label: '' }], help);
    return undefined;
  }
  return bought.yearly === undefined ? undefined : { term: bought.yearly.term, prepaid: bought.yearly.share };
}

/** Less than nothing of something has no cost: a slip in a driver must not become a quiet zero or a credit. */
function sensible(world: World, amounts: readonly (NodeId | undefined)[], cost: NodeId): NodeId {
  const { store } = world;
  const unknown = store.constant(Number.NaN, world.moneyPerMonth);
  return amounts.reduce((rest: NodeId, amount) => {
    // money that is passed through may be a credit
    if (amount === undefined || isMoney(store.unit(amount))) return rest;
    const { op } = store.node(amount);
    if (op.kind === 'const' && op.value >= 0) return rest;
    const negative = store.compare('lt', amount, store.constant(0, store.unit(amount)));
    return store.choose(notBroken(store, store.apply('not', [negative], condition)), rest, unknown);
  }, cost);
}

/** The number of a resource among all that the item is ever sized by, in any option. */
function resourceNumber(world: World, binding: NodeId, sizing: Sizing, resources: string[]): NodeId {
  const numbers = sizing.demand.map(({ amount }) => {
    if (!resources.includes(amount.resource)) resources.push(amount.resource);
    return world.store.constant(resources.indexOf(amount.resource), one);
  });
  return world.store.pick(binding, numbers);
}

/** A share or a number of things: `30%`, `2`, `2 servers`. */
function pureField(world: World, config: ItemConfig, field: SizingField): NodeId | undefined {
  const node = chainNode(world, config, config[field]);
  if (node === undefined) return undefined;
  const { name, label } = config.item;
  const number = world.inUnit(node, one) ?? pureNumber(world, node);
  return world.name(
    { name: `${field} of ${name}`, kind: 'item', label: `${label ?? name}: ${field}` },
    number,
  );
}

/** How many are priced, under a name, so that an explanation shows the multiplication. */
function named(world: World, config: ItemConfig, count: NodeId): NodeId {
  const { name, label, span } = config.item;
  return world.name(
    { name: `count of ${name}`, kind: 'item', label: `${label ?? name}: count`, span },
    count,
  );
}

function onceOf(world: World, config: ItemConfig): NodeId {
  const none = world.store.constant(0, world.money);
  const stated = chainNode(world, config, config.once);
  if (stated === undefined) return none;
  const node = world.inUnit(stated, world.money);
  if (node !== undefined) return node;
  const span = config.once.at(-1)?.span ?? config.item.span;
  if (world.reportMissing(world.store.unit(stated), world.money, span)) return none;
  world.out.error(
    'E504',
    '`once` is money, paid one time',
    [{ span, label: '' }],
    'a price that comes back each month belongs under `price`',
  );
  return none;
}

/** `3 servers` counts as 3. */
function pureNumber(world: World, count: NodeId): NodeId {
  return world.store.scale(count, 1, 1, one);
}

function multiplied(world: World, money: NodeId, times: NodeId | undefined, unit: Unit): NodeId {
  return times === undefined ? money : world.store.apply('mul', [money, times], numberOf(unit));
}

interface Priced {
  readonly candidate: Candidate;
  readonly cost: NodeId;
  readonly setup: NodeId;
  /** Cost where the candidate may be taken, unknown where it may not. */
  readonly eligible: NodeId;
  readonly sized: Sized | undefined;
}

function price(
  world: World,
  config: ItemConfig,
  candidates: readonly Candidate[],
  usage: Usage,
  sizing: Sizing | undefined,
  stated: NodeId | undefined,
): readonly Priced[] {
  const { store } = world;
  return candidates.flatMap((candidate) => {
    const sized = sizing === undefined ? undefined : size(world, config, sizing, candidate);
    if (sizing !== undefined && sized === undefined) return [];
    const quantity = usage.quantity ?? (candidate.metered ? sized?.paid : undefined);
    const none = store.constant(0, world.money);
    // what is bought has no rent
    const charge: Charge | undefined =
      config.buy.length > 0
        ? { perMonth: store.constant(0, world.moneyPerMonth), setup: undefined, covers: undefined }
        : lowerTariff(world, candidate.tariff, { ...usage, quantity }, candidate.price);
    if (charge === undefined) return [];
    const over = chargesOf(world, candidate, { ...usage, quantity }, charge);
    if (over === undefined) return [];
    const times = quantity === sized?.paid && quantity !== undefined ? undefined : (sized?.paid ?? stated);
    const cost = multiplied(world, candidate.adjust(over.perMonth), times, world.moneyPerMonth);
    const unknown = store.constant(Number.NaN, world.moneyPerMonth);
    const fits = over.covers;
    const capped = fits === undefined ? cost : store.choose(fits, cost, unknown);
    const eligible = candidate.meets === undefined ? capped : store.choose(candidate.meets, capped, unknown);
    const setup = multiplied(world, over.setup ?? none, sized?.count ?? stated, world.money);
    // the only candidate is bought as long as it is not known to be too small; among several it must be known to fit
    const only = candidates.length === 1 && candidate.meets === undefined;
    const bought = !only
      ? eligible
      : fits === undefined
        ? cost
        : store.choose(notBroken(store, fits), cost, unknown);
    return [{ candidate, cost: bought, setup, eligible: only ? bought : eligible, sized }];
  });
}

/** With the prices that are known to follow. */
function chargesOf(world: World, { later }: Candidate, usage: Usage, first: Charge): Charge | undefined {
  const charges = later.flatMap(({ month, what }) => {
    const charge = lowerTariff(world, what.tariff, usage, what.price);
    return charge === undefined ? [] : [{ month, what: charge }];
  });
  return charges.length === later.length ? chargeOverTime(world, first, charges) : undefined;
}

interface Bought {
  readonly cost: NodeId;
  readonly setup: NodeId;
  readonly choice: NodeId;
  readonly attributes: ReadonlyMap<string, NodeId>;
  /** Where a demand decides how many. */
  readonly count: NodeId | undefined;
  readonly binding: NodeId | undefined;
  /** Where a candidate binds, by a price per year or a term of the catalog: for how many months, and the share paid in advance. */
  readonly yearly: { readonly term: NodeId; readonly share: NodeId } | undefined;
}

/** The cheapest of those that fit, with everything that follows from which one it is. */
function choose(world: World, priced: readonly Priced[], choices: Choice[]): Bought {
  const { store } = world;
  if (priced.length === 0) {
    const unknown = store.constant(Number.NaN, world.moneyPerMonth);
    return {
      cost: unknown,
      setup: store.constant(0, world.money),
      choice: store.constant(0, one),
      attributes: new Map(),
      count: undefined,
      binding: undefined,
      yearly: undefined,
    };
  }
  const index = store.cheapest(priced.map((p) => p.eligible));
  const number = priced.map((p) => store.constant(indexOf(choices, p.candidate.choice), one));
  const names = new Set(priced.flatMap((p) => [...p.candidate.attributes.keys()]));
  const attributes = new Map<string, NodeId>();
  for (const name of names) {
    const values = priced.map((p) => p.candidate.attributes.get(name));
    const sample =
      values.find((v) => v !== undefined && !isBare(store, v)) ?? values.find((v) => v !== undefined);
    if (sample === undefined) continue;
    const unknown = store.constant(Number.NaN, store.unit(sample));
    const alike = values.map((v) =>
      v === undefined ? unknown : isBare(store, v) ? v : (world.inUnit(v, store.unit(sample)) ?? unknown),
    );
    attributes.set(name, store.pick(index, alike));
  }
  return {
    cost: store.pick(
      index,
      priced.map((p) => p.cost),
    ),
    setup: store.pick(
      index,
      priced.map((p) => p.setup),
    ),
    choice: store.pick(index, number),
    attributes,
    count: sizedBy(world, index, priced, (s) => s.count),
    binding: sizedBy(world, index, priced, (s) => s.binding),
    yearly: yearlyOf(world, index, priced),
  };
}

function yearlyOf(world: World, index: NodeId, priced: readonly Priced[]): Bought['yearly'] {
  const none = world.store.constant(0, one);
  const terms = priced.map(({ candidate }) => {
    if (candidate.bound !== undefined) return candidate.bound;
    const yearly = candidate.choice.billing === 'year';
    return {
      term: world.store.constant(yearly ? 12 : 0, one),
      share: world.store.constant(yearly ? 1 : 0, one),
    };
  });
  if (terms.every((t) => t.term === none)) return undefined;
  const picked = (part: 'term' | 'share'): NodeId =>
    world.store.pick(
      index,
      terms.map((t) => t[part]),
    );
  return { term: picked('term'), share: picked('share') };
}

function sizedBy(
  world: World,
  index: NodeId,
  priced: readonly Priced[],
  of: (sized: Sized) => NodeId,
): NodeId | undefined {
  const nodes = priced.flatMap((p) => (p.sized === undefined ? [] : [of(p.sized)]));
  return nodes.length === priced.length ? world.store.pick(index, nodes) : undefined;
}

/** True unless the condition is known to be false. */
export function notBroken(store: World['store'], holds: NodeId): NodeId {
  const unknown = store.apply('not', [store.apply('known', [holds], condition)], condition);
  return store.apply('or', [holds, unknown], condition);
}

function isBare(store: World['store'], id: NodeId): boolean {
  const { type } = store.node(id);
  return type.kind === 'number' && type.bare === true;
}

function indexOf(choices: Choice[], choice: Choice): number {
  const key = JSON.stringify(choice);
  const known = choices.findIndex((c) => JSON.stringify(c) === key);
  if (known >= 0) return known;
  choices.push(choice);
  return choices.length - 1;
}
