// What an item costs to buy and how long it lasts; for how long one is bound to what it costs.

import type { Expression } from '../formula/ast.ts';
import { one, type Unit, unitFromAtom } from '../quantity/unit.ts';
import type { Chain, ItemConfig } from './item-config.ts';
import type { NodeId } from './types.ts';
import { textOf, type World } from './world.ts';

/** A formula field with what its overrides did to it, as a node; undefined where nothing is said or it is broken. */
export type ChainNode = (chain: Chain) => NodeId | undefined;

export interface Ownership {
  /** Money, for one. */
  readonly piece: NodeId;
  /** Months, as a pure number. */
  readonly life: NodeId;
  /** A share of the price. */
  readonly residual: NodeId;
}

/** undefined for what is rented, and after an error. */
export function ownershipOf(world: World, config: ItemConfig, chainNode: ChainNode): Ownership | undefined {
  const buy = config.buy.at(-1);
  if (buy === undefined) return undefined;
  const stated = chainNode(config.buy);
  const single = stated === undefined ? undefined : priceOfOne(world, stated, buy);
  const piece = single === undefined ? undefined : named(world, config, single, buy);
  if (config.life.length === 0) {
    const { name, span } = config.item;
    const help = 'say it: `life: 5 years`; its price is spread over that time';
    world.out.error(
      'E505',
      `nothing says how long \`${name}\` lasts`,
      [{ span, label: 'it is bought' }],
      help,
    );
    return undefined;
  }
  const life = monthsOf(world, config.life, chainNode, '`life`');
  const residual =
    config.residual.length === 0
      ? world.store.constant(0, one)
      : shareOf(world, config.residual, chainNode, '`residual`');
  if (piece === undefined || life === undefined || residual === undefined) return undefined;
  return { piece, life, residual };
}

/** Under a name, so that a price list shows it with its source; a catalog price has one already. */
function named(world: World, { item, use }: ItemConfig, price: NodeId, buy: Expression): NodeId {
  if (use !== undefined) return price;
  const { name, label, provenance } = item;
  const formula = textOf(buy);
  return world.name(
    {
      name: `${name}.price`,
      kind: 'price',
      label: `price of ${label ?? name}`,
      span: buy.span,
      formula,
      provenance,
    },
    price,
  );
}

function priceOfOne(world: World, stated: NodeId, buy: Expression): NodeId | undefined {
  const { store, money } = world;
  const unit = store.unit(stated);
  const thing = thingOf(unit);
  // 11,999 USD/server is the price of one server
  const each = thing === undefined ? stated : store.multiply(stated, store.constant(1, thing));
  const price = world.inUnit(each, money);
  if (price !== undefined || world.reportMissing(store.unit(each), money, buy.span)) return price;
  const help = 'a price that comes back each month belongs under `price`';
  world.out.error('E504', '`buy` is money, paid once for each', [{ span: buy.span, label: '' }], help);
  return undefined;
}

/** `server` of `USD/server`. */
function thingOf({ factors }: Unit): Unit | undefined {
  const [thing, second] = factors.filter((f) => f.power === -1);
  const counted = thing?.atom.kind === 'count' && second === undefined;
  return counted ? unitFromAtom(thing.atom) : undefined;
}

/** A length of time in months, as a pure number. */
export function monthsOf(world: World, chain: Chain, chainNode: ChainNode, what: string): NodeId | undefined {
  const { store } = world;
  const stated = chainNode(chain);
  const month = world.plan.units.lookup('month');
  if (stated === undefined || month === undefined) return undefined;
  const node = world.inUnit(stated, month);
  if (node !== undefined) return store.scale(node, 1, 1, one);
  return misfit(world, chain, `${what} is a length of time`, 'for example `12 months` or `5 years`');
}

export function shareOf(world: World, chain: Chain, chainNode: ChainNode, what: string): NodeId | undefined {
  const stated = chainNode(chain);
  if (stated === undefined) return undefined;
  return world.inUnit(stated, one) ?? misfit(world, chain, `${what} is a share`, 'for example `10%`');
}

function misfit(world: World, chain: Chain, message: string, help: string): undefined {
  const span = chain.at(-1)?.span;
  if (span !== undefined) world.out.error('E504', message, [{ span, label: '' }], help);
  return undefined;
}
