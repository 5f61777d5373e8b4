// A rate card and a quantity -> a formula for the bill. The order of the steps is that of catalog/types.ts, `Tariff`.

import type { Tariff, Tier } from '../catalog/types.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import { numberOf } from '../formula/typed.ts';
import { divide, one, power, type Unit, unitFromAtom, unitText } from '../quantity/unit.ts';
import type { NodeId } from './types.ts';
import type { World } from './world.ts';

export interface Usage {
  /** What is metered; undefined for a flat price. */
  readonly quantity: NodeId | undefined;
  readonly quantitySpan: Span | undefined;
  /** For prices by the hour: when it runs. */
  readonly hours: NodeId | undefined;
  /** Where the item stands, for messages. */
  readonly span: Span;
}

export interface Charge {
  /** Plan currency per month. */
  readonly perMonth: NodeId;
  /** Plan currency, once; undefined where nothing is paid at the start. */
  readonly setup: NodeId | undefined;
  /** Whether the plan sells this quantity; undefined where it sells any. */
  readonly covers: NodeId | undefined;
}

/** How a price expression becomes a node: the caller names it, with its source and date. */
export type PriceNode = (e: Expression, part: string) => NodeId | undefined;

export function lowerTariff(
  world: World,
  tariff: Tariff,
  usage: Usage,
  price: PriceNode,
): Charge | undefined {
  const { store } = world;
  if (tariff.unknown !== undefined) {
    return { perMonth: store.constant(Number.NaN, world.moneyPerMonth), setup: undefined, covers: undefined };
  }
  const counted =
    usage.quantity === undefined ? undefined : countedQuantity(world, tariff, usage.quantity, usage);
  if (usage.quantity !== undefined && counted === undefined) return undefined;
  const metered = meteredCost(world, tariff, { ...usage, quantity: counted }, price);
  if (metered === undefined) return undefined;
  // a fee, a credit and a minimum are for the month, however many hours of it something runs
  const monthly: Usage = { ...usage, hours: undefined };
  let bill = metered;
  if (tariff.credit !== undefined) {
    const credit = moneyOf(world, price(tariff.credit, 'credit'), tariff.credit, monthly);
    if (credit === undefined) return undefined;
    bill = store.alike('max', zero(world), store.alike('sub', bill, credit));
  }
  if (tariff.fee !== undefined) {
    const fee = moneyOf(world, price(tariff.fee, 'fee'), tariff.fee, monthly);
    if (fee === undefined) return undefined;
    bill = metered === zero(world) ? fee : store.alike('add', fee, bill);
  }
  if (tariff.minimum !== undefined) {
    const minimum = moneyOf(world, price(tariff.minimum, 'minimum'), tariff.minimum, monthly);
    if (minimum === undefined) return undefined;
    bill = store.alike('max', bill, minimum);
  }
  return { perMonth: bill, setup: setupOf(world, tariff, price), covers: coversOf(world, tariff, usage) };
}

function zero(world: World): NodeId {
  return world.store.constant(0, world.moneyPerMonth);
}

function setupOf(world: World, tariff: Tariff, price: PriceNode): NodeId | undefined {
  if (tariff.setup === undefined) return undefined;
  const stated = price(tariff.setup, 'set-up');
  if (stated === undefined) return undefined;
  const node = world.inUnit(stated, world.money);
  if (node === undefined)
    misfit(world, tariff.setup.span, world.store.unit(stated), world.money, 'a set-up price is money, once');
  return node;
}

function coversOf(world: World, tariff: Tariff, usage: Usage): NodeId | undefined {
  if (tariff.covers === undefined || usage.quantity === undefined) return undefined;
  const most = like(world, tariff.covers, usage.quantity, usage);
  return most === undefined ? undefined : world.store.compare('le', usage.quantity, most);
}

/** At least the minimum, less what is free, up to whole blocks. */
function countedQuantity(world: World, tariff: Tariff, quantity: NodeId, usage: Usage): NodeId | undefined {
  const { store } = world;
  let counted = quantity;
  if (tariff.atLeast !== undefined) {
    const least = like(world, tariff.atLeast, quantity, usage);
    if (least === undefined) return undefined;
    counted = store.alike('max', counted, least);
  }
  if (tariff.free !== undefined) {
    const free = like(world, tariff.free, quantity, usage);
    if (free === undefined) return undefined;
    const none = store.constant(0, store.unit(counted));
    counted = store.alike('max', none, store.alike('sub', counted, free));
  }
  if (tariff.block !== undefined) {
    const block = like(world, tariff.block, quantity, usage);
    if (block === undefined) return undefined;
    const blocks = store.apply('ceil', [store.divide(counted, block)], numberOf(one));
    counted = store.multiply(blocks, block);
  }
  return counted;
}

/** A quantity of the rate card in the unit of the item's quantity. */
function like(world: World, e: Expression, quantity: NodeId, usage: Usage): NodeId | undefined {
  const stated = world.formula(e);
  if (stated === undefined) return undefined;
  const node = world.inUnit(stated, world.store.unit(quantity));
  if (node === undefined)
    reportQuantity(
      world,
      usage,
      quantity,
      `the rate card counts in \`${unitText(world.store.unit(stated), true)}\``,
      e.span,
    );
  return node;
}

function meteredCost(world: World, tariff: Tariff, usage: Usage, price: PriceNode): NodeId | undefined {
  const { store } = world;
  if (tariff.tiers.length > 0) return tieredCost(world, tariff, usage, price);
  if (tariff.rate !== undefined)
    return moneyOf(world, price(tariff.rate, 'price'), tariff.rate, usage, usage.quantity);
  const passedThrough =
    usage.quantity === undefined || tariff.credit === undefined
      ? undefined
      : world.inUnit(usage.quantity, world.moneyPerMonth);
  return passedThrough ?? store.constant(0, world.moneyPerMonth);
}

/** A price, times what it is for, as plan currency per month. Reports what does not fit. */
function moneyOf(
  world: World,
  rate: NodeId | undefined,
  e: Expression,
  usage: Usage,
  quantity?: NodeId,
): NodeId | undefined {
  if (rate === undefined) return undefined;
  const { store } = world;
  const metered = quantity === undefined ? rate : store.multiply(rate, quantity);
  const timed = usage.hours === undefined ? metered : store.multiply(metered, usage.hours);
  const money = world.inUnit(timed, world.moneyPerMonth);
  if (money !== undefined) return money;
  if (world.reportMissing(store.unit(timed), world.moneyPerMonth, e.span)) return undefined;
  const rateText = unitText(store.unit(rate));
  if (quantity === undefined) {
    const help = missingQuantity(store.unit(rate), world.moneyPerMonth);
    misfit(world, e.span, store.unit(rate), world.moneyPerMonth, help, usage.span);
  } else {
    const together = unitText(store.unit(timed));
    const flat = world.inUnit(rate, world.moneyPerMonth) !== undefined;
    const help = flat ? 'a flat price takes `count` for how many, not `quantity`' : '';
    reportQuantity(
      world,
      usage,
      quantity,
      `the price is in \`${rateText}\`, and together they are \`${together}\``,
      e.span,
      help,
    );
  }
  return undefined;
}

function missingQuantity(rate: Unit, wanted: Unit): string {
  const missing = divide(wanted, rate);
  const money = missing.factors.filter((f) => f.atom.kind === 'currency');
  const plain = money.reduce((unit, f) => divide(unit, power(unitFromAtom(f.atom), f.power)), missing);
  return `the item needs a \`quantity\` in \`${unitText(plain, true)}\``;
}

function misfit(
  world: World,
  priceSpan: Span,
  have: Unit,
  wanted: Unit,
  help: string,
  itemSpan?: Span,
): void {
  const message = `a price in \`${unitText(have)}\` does not become \`${unitText(wanted)}\``;
  const marks = itemSpan === undefined ? [] : [{ span: itemSpan, label: 'this item' }];
  world.out.error('E504', message, [...marks, { span: priceSpan, label: 'its price' }], help);
}

function reportQuantity(
  world: World,
  usage: Usage,
  quantity: NodeId,
  why: string,
  priceSpan: Span,
  help = '',
): void {
  const unit = world.store.unit(quantity);
  const message = `a quantity in \`${unitText(unit, true)}\` does not fit this price: ${why}`;
  const span = usage.quantitySpan ?? usage.span;
  world.out.error(
    'E504',
    message,
    [
      { span, label: `in \`${unitText(unit, true) || 'no unit'}\`` },
      { span: priceSpan, label: 'the price' },
    ],
    help,
  );
}

interface Step {
  readonly rate: NodeId | undefined;
  readonly fee: NodeId | undefined;
  readonly upTo: NodeId | undefined;
}

function tieredCost(world: World, tariff: Tariff, usage: Usage, price: PriceNode): NodeId | undefined {
  const { quantity } = usage;
  if (quantity === undefined) {
    world.out.error(
      'E504',
      'a price in tiers needs a quantity',
      [{ span: usage.span, label: 'this item has none' }],
      'give the item a `quantity`',
    );
    return undefined;
  }
  const steps: Step[] = [];
  for (const tier of tariff.tiers) {
    const step = tierStep(world, tier, quantity, usage, price);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  return tariff.mode === 'graduated' ? graduated(world, quantity, steps) : stepped(world, quantity, steps);
}

/** Rates as plan currency per month for one unit of the quantity, so that slices can be added. */
function tierStep(
  world: World,
  tier: Tier,
  quantity: NodeId,
  usage: Usage,
  price: PriceNode,
): Step | undefined {
  const { store } = world;
  const upTo = tier.upTo === undefined ? undefined : like(world, tier.upTo, quantity, usage);
  const single = store.constant(1, store.unit(quantity));
  const rate =
    tier.rate === undefined ? undefined : moneyOf(world, price(tier.rate, 'price'), tier.rate, usage, single);
  const fee = tier.fee === undefined ? undefined : moneyOf(world, price(tier.fee, 'fee'), tier.fee, usage);
  const failed =
    (tier.upTo !== undefined && upTo === undefined) || (tier.rate !== undefined && rate === undefined);
  return failed || (tier.fee !== undefined && fee === undefined) ? undefined : { rate, fee, upTo };
}

/** q × r1 + Σ max(0, q − b) × (r − r of the slice before): continuous in q for pure rates. */
function graduated(world: World, quantity: NodeId, steps: readonly Step[]): NodeId {
  const { store } = world;
  const parts: NodeId[] = [];
  let before: Step | undefined;
  for (const step of steps) {
    const rate = step.rate ?? zero(world);
    const bound = before?.upTo;
    const above =
      bound === undefined
        ? quantity
        : store.alike('max', store.constant(0, store.unit(quantity)), store.alike('sub', quantity, bound));
    const change = before === undefined ? rate : store.alike('sub', rate, before.rate ?? zero(world));
    parts.push(perUnit(world, above, change));
    if (step.fee !== undefined) {
      const reached = bound === undefined ? undefined : store.compare('lt', bound, quantity);
      parts.push(reached === undefined ? step.fee : store.choose(reached, step.fee, zero(world)));
    }
    before = step;
  }
  return store.sum(parts, world.moneyPerMonth);
}

/** Volume and cliff: the tier that the whole quantity reaches prices all of it. */
function stepped(world: World, quantity: NodeId, steps: readonly Step[]): NodeId {
  const { store } = world;
  let result = store.constant(Number.NaN, world.moneyPerMonth);
  for (const step of [...steps].reverse()) {
    const usage = step.rate === undefined ? zero(world) : perUnit(world, quantity, step.rate);
    const cost = step.fee === undefined ? usage : store.alike('add', usage, step.fee);
    result =
      step.upTo === undefined ? cost : store.choose(store.compare('le', quantity, step.upTo), cost, result);
  }
  return result;
}

/** A number of units times the money per month of one unit. */
function perUnit(world: World, quantity: NodeId, rate: NodeId): NodeId {
  return world.store.apply('mul', [quantity, rate], numberOf(world.moneyPerMonth));
}
