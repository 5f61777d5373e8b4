// What an item is in one combination of options: the plan's own fields with the overrides that apply there laid over them.

import type { Expression } from '../formula/ast.ts';
import type { Amount, Change, Choose, Item, ItemFields, Override, Word } from '../plan/types.ts';

/** A formula field and what its overrides did to it: each later one sees the earlier as `base`. */
export type Chain = readonly Expression[];

export interface ItemConfig {
  readonly item: Item;
  readonly use: Word | undefined;
  readonly choose: Choose | undefined;
  readonly plan: Word | undefined;
  readonly region: Word | undefined;
  readonly term: Word | undefined;
  readonly unpriced: Word | undefined;
  readonly price: Chain;
  readonly quantity: Chain;
  readonly count: Chain;
  readonly hours: Chain;
  readonly once: Chain;
  readonly buy: Chain;
  readonly life: Chain;
  readonly residual: Chain;
  readonly commit: Chain;
  readonly upfront: Chain;
  readonly when: Chain;
  readonly demand: readonly Amount[];
  readonly serves: readonly Amount[];
  readonly headroom: Chain;
  readonly quality: Chain;
  readonly spare: Chain;
  readonly min: Chain;
  readonly paid: Chain;
}

function chain(e: Expression | undefined): Chain {
  return e === undefined ? [] : [e];
}

function start(item: Item): ItemConfig {
  const { use, choose, plan, region, term, unpriced } = item;
  return {
    item,
    use,
    choose,
    plan,
    region,
    term,
    unpriced,
    price: chain(item.price),
    quantity: chain(item.quantity),
    count: chain(item.count),
    hours: chain(item.hours),
    once: chain(item.once),
    buy: chain(item.buy),
    life: chain(item.life),
    residual: chain(item.residual),
    commit: chain(item.commit),
    upfront: chain(item.upfront),
    when: chain(item.when),
    demand: item.demand ?? [],
    serves: item.serves ?? [],
    headroom: chain(item.headroom),
    quality: chain(item.quality),
    spare: chain(item.spare),
    min: chain(item.min),
    paid: chain(item.paid),
  };
}

/** A new source of the price drops the old one: an item is bought in one way at a time. */
function change(config: ItemConfig, fields: Partial<ItemFields>): ItemConfig {
  const sources = fields.use ?? fields.choose ?? fields.unpriced;
  const keepsPrice = sources === undefined && fields.buy === undefined;
  const bought = keepsPrice && fields.price === undefined;
  // a price on what is bought is a formula of it; a path or a rent is another way to have it
  const owned = sources === undefined && fields.price === undefined;
  return {
    item: config.item,
    use: fields.use ?? (bought || (owned && config.buy.length > 0) ? config.use : undefined),
    choose: fields.choose ?? (bought ? config.choose : undefined),
    unpriced: fields.unpriced ?? (bought ? config.unpriced : undefined),
    plan: fields.plan ?? (bought ? config.plan : undefined),
    region: fields.region ?? config.region,
    term: fields.term ?? config.term,
    price: fields.price === undefined ? (keepsPrice ? config.price : []) : [...config.price, fields.price],
    quantity: [...config.quantity, ...chain(fields.quantity)],
    count: [...config.count, ...chain(fields.count)],
    hours: [...config.hours, ...chain(fields.hours)],
    once: [...config.once, ...chain(fields.once)],
    buy: [...(owned ? config.buy : []), ...chain(fields.buy)],
    life: [...config.life, ...chain(fields.life)],
    residual: [...config.residual, ...chain(fields.residual)],
    commit: [...config.commit, ...chain(fields.commit)],
    upfront: [...config.upfront, ...chain(fields.upfront)],
    when: [...config.when, ...chain(fields.when)],
    demand: fields.demand ?? config.demand,
    serves: fields.serves ?? config.serves,
    headroom: [...config.headroom, ...chain(fields.headroom)],
    quality: [...config.quality, ...chain(fields.quality)],
    spare: [...config.spare, ...chain(fields.spare)],
    min: [...config.min, ...chain(fields.min)],
    paid: [...config.paid, ...chain(fields.paid)],
  };
}

/** The item after the overrides, or undefined where it does not exist. */
export function configure(item: Item | undefined, applied: readonly Override[]): ItemConfig | undefined {
  let config = item === undefined ? undefined : start(item);
  for (const { change: c } of applied) {
    if (c.kind === 'add') config = start(c.item);
    else if (c.kind === 'remove') config = undefined;
    else if (c.kind === 'item' && config !== undefined) config = change(config, c.fields);
  }
  return config;
}

/** The item that a change concerns, if it concerns one. */
export function itemOfChange(c: Change): string | undefined {
  if (c.kind === 'add') return c.item.name;
  return c.kind === 'item' || c.kind === 'remove' ? c.item : undefined;
}
