// The ways in which an item could be bought: one product, one of its plans, or any of those that `choose` allows.

import { priceOn } from '../catalog/catalog.ts';
import { describeTariff } from '../catalog/describe-tariff.ts';
import { emptyTariff } from '../catalog/read-tariff.ts';
import type { DatedTariff, Product, Provenance, SalesPlan, Tariff } from '../catalog/types.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import type { Need } from '../plan/types.ts';
import { reportNoPrice } from '../plan/unpriced.ts';
import { type Adjusted, adjustment, discounted } from './adjustments.ts';
import type { ItemConfig } from './item-config.ts';
import { type Later, laterPrices } from './later-prices.ts';
import { priceOfDay } from './price-of-day.ts';
import type { PriceNode } from './tariff.ts';
import type { Choice, NodeId } from './types.ts';
import { textOf, type World } from './world.ts';

export interface Candidate {
  readonly choice: Choice;
  readonly tariff: Tariff;
  /** Prices as named nodes, with source and date. */
  readonly price: PriceNode;
  /** What holds in its place from a month of the horizon on. */
  readonly later: readonly Later<{ readonly tariff: Tariff; readonly price: PriceNode }>[];
  /** What a term of the catalog binds to. */
  readonly bound: Adjusted['bound'];
  /** Whether the tariff needs a quantity (so that a bare `count` serves as one). */
  readonly metered: boolean;
  /** Region, term and the plan's own discounts, laid over the monthly cost. */
  readonly adjust: (perMonth: NodeId) => NodeId;
  /** The needs of `choose`; undefined where nothing is asked. */
  readonly meets: NodeId | undefined;
  readonly attributes: ReadonlyMap<string, NodeId>;
}

export function candidatesOf(world: World, config: ItemConfig): readonly Candidate[] {
  if (config.unpriced !== undefined) return [unpricedCandidate(world, config, config.unpriced.text)];
  if (config.choose !== undefined) return chosenFrom(world, config, config.choose);
  if (config.use !== undefined) {
    const products = productCandidates(world, config, config.use.text, config.use.span);
    return config.buy.length === 0 ? products : products.map((p) => owned(config, p));
  }
  if (config.buy.length > 0) return [boughtCandidate(world, config)];
  const [inline] = config.price.slice(-1);
  if (inline !== undefined) return [inlineCandidate(world, config, inline)];
  if (config.once.length > 0) return [onceCandidate(world, config)];
  // the reader's words: an item that no option completes is then reported once
  reportNoPrice(config.item, world.out);
  return [];
}

function ownChoice(
  config: ItemConfig,
  tariff: string,
  billing: Choice['billing'],
  unpriced?: string,
): Choice {
  const { item } = config;
  return {
    path: '',
    label: item.label ?? item.name,
    provider: item.provider ?? 'own',
    tariff,
    price: undefined,
    provenance: item.provenance,
    from: item.provenance.date,
    newerSince: undefined,
    billing,
    unpriced,
  };
}

function own(config: ItemConfig, choice: Choice, tariff: Tariff, price: PriceNode): Candidate {
  const metered = config.quantity.length > 0;
  const alike = { later: [], bound: undefined, meets: undefined, attributes: new Map() };
  return { choice, tariff, price, metered, adjust: (n) => n, ...alike };
}

function unpricedCandidate(world: World, config: ItemConfig, reason: string): Candidate {
  const tariff = { ...emptyTariff, unknown: reason };
  return own(config, ownChoice(config, 'no price', 'month', reason), tariff, (e) => world.formula(e));
}

function onceCandidate(world: World, config: ItemConfig): Candidate {
  return own(config, ownChoice(config, 'paid once', 'usage'), emptyTariff, (e) => world.formula(e));
}

/** A product that is bought, at its own price or another. */
function owned({ buy }: ItemConfig, candidate: Candidate): Candidate {
  const last = buy.at(-1);
  const own = last === undefined || last.kind === 'call' ? candidate.choice.tariff : textOf(last);
  return { ...candidate, metered: false, choice: { ...candidate.choice, tariff: `${own} each, bought` } };
}

function boughtCandidate(world: World, config: ItemConfig): Candidate {
  const last = config.buy.at(-1);
  const tariff = last === undefined ? '' : `${textOf(last)} each, bought`;
  return {
    ...own(config, ownChoice(config, tariff, 'usage'), emptyTariff, (e) => world.formula(e)),
    metered: false,
  };
}

/** An inline price may be an override's formula on the price it replaces. */
function inlineCandidate(world: World, config: ItemConfig, last: Expression): Candidate {
  const tariff: Tariff = { ...emptyTariff, rate: last };
  const { item } = config;
  const node = world.drawing(`${item.name}.price`, () => pricePaid(world, config.price));
  const price: PriceNode = () => {
    if (node === undefined) return undefined;
    const { provenance } = item;
    const name = `${item.name}.price`;
    return world.name(
      {
        name,
        kind: 'price',
        label: `price of ${item.label ?? item.name}`,
        note: undefined,
        span: last.span,
        formula: textOf(last),
        provenance,
      },
      node,
    );
  };
  const metered = node !== undefined && world.inUnit(node, world.moneyPerMonth) === undefined;
  const choice = { ...ownChoice(config, textOf(last), billingOf(tariff)), price: node };
  return { ...own(config, choice, tariff, price), metered };
}

/** Each formula of the chain is a price on the one before it. */
function pricePaid(world: World, chain: readonly Expression[]): NodeId | undefined {
  let node: NodeId | undefined;
  for (const e of chain) {
    node = world.formula(e, { base: node });
    if (node === undefined) return undefined;
  }
  return node;
}

function billingOf(tariff: Tariff): Choice['billing'] {
  const flat = tariff.fee ?? tariff.rate;
  if (flat?.kind !== 'number') return 'usage';
  const per = flat.unit.factors.filter((f) => f.power < 0).map((f) => f.atom.name);
  if (per.length !== 1) return 'usage';
  return per[0] === 'year' ? 'year' : per[0] === 'month' ? 'month' : 'usage';
}

function productCandidates(world: World, config: ItemConfig, path: string, span: Span): readonly Candidate[] {
  const found = world.catalog.find(path, span, world.out);
  if (found === undefined) return [];
  const plans = plansOf(world, found.product, found.plan, config);
  return plans.flatMap((plan) => candidate(world, config, found.product, plan, span, []));
}

function plansOf(
  world: World,
  product: Product,
  pinned: SalesPlan | undefined,
  config: ItemConfig,
): readonly SalesPlan[] {
  if (config.plan !== undefined) {
    const { text, span } = config.plan;
    const wanted = product.plans.find((p) => p.id === text);
    if (wanted !== undefined) return [wanted];
    const ids = product.plans.map((p) => p.id).filter((id) => id !== '');
    const guess = nearest(text, ids);
    const help =
      guess !== undefined
        ? `did you mean \`${guess}\`?`
        : ids.length > 0
          ? `its plans are ${ids.join(', ')}`
          : 'it is sold in one way only';
    world.out.error(
      'E501',
      `\`${product.vendor}/${product.id}\` has no plan \`${text}\``,
      [{ span, label: '' }],
      help,
    );
    return [];
  }
  if (pinned !== undefined) return [pinned];
  const offered = product.plans.filter((p) => p.notChosen === undefined);
  const plans = offered.length > 0 ? offered : product.plans;
  if (plans.length > 1 && config.quantity.length === 0 && config.count.length === 0) {
    const ids = plans.map((p) => p.id).join(', ');
    const message = `\`${product.vendor}/${product.id}\` is sold in several plans`;
    const span = config.use?.span ?? config.item.span;
    world.out.error(
      'E504',
      message,
      [{ span, label: '' }],
      `give the item a \`quantity\` and the cheapest that covers it is taken, or pin one: \`plan: ${plans[0]?.id}\` (${ids})`,
    );
    return [];
  }
  return plans;
}

function chosenFrom(
  world: World,
  config: ItemConfig,
  choose: NonNullable<ItemConfig['choose']>,
): readonly Candidate[] {
  const products = new Map<string, Product>();
  for (const pattern of choose.from) {
    const matched = world.catalog.match(pattern.text);
    if (matched.length === 0) {
      world.out.error(
        'E501',
        `nothing in the catalog matches \`${pattern.text}\``,
        [{ span: pattern.span, label: '' }],
        'a pattern is `vendor/product`, with `*` for anything',
      );
    }
    for (const product of matched) products.set(`${product.vendor}/${product.id}`, product);
  }
  const all = [...products.values()].flatMap((product) =>
    product.plans
      .filter((p) => p.notChosen === undefined && priceOn(p, world.plan.asOf).kind === 'price')
      .flatMap((plan) => candidate(world, config, product, plan, choose.span, choose.needs)),
  );
  return all.filter((c) => c.tariff.unknown === undefined);
}

function candidate(
  world: World,
  config: ItemConfig,
  product: Product,
  plan: SalesPlan,
  span: Span,
  needs: readonly Need[],
): readonly Candidate[] {
  const path =
    plan.id === '' ? `${product.vendor}/${product.id}` : `${product.vendor}/${product.id}/${plan.id}`;
  const dated = priceOfDay(world, plan, path, span);
  if (dated === undefined) return [];
  const adjusted = adjustment(world, config, plan, path);
  if (adjusted === undefined) return [];
  const attributes = attributesOf(world, plan, path);
  const meets = meetsNeeds(world, needs, attributes);
  if (meets === 'never') return [];
  const { tariff: found, newer } = dated;
  const tariff =
    adjusted.unknown === undefined
      ? (adjusted.tariff ?? found.tariff)
      : { ...emptyTariff, unknown: adjusted.unknown };
  const choice: Choice = {
    path,
    label: plan.name,
    provider: world.catalog.vendorName(product.vendor),
    tariff: describeTariff(tariff),
    price: undefined,
    provenance: found.provenance,
    from: found.from,
    newerSince: newer?.from,
    billing: billingOf(tariff),
    unpriced: tariff.unknown,
  };
  return [
    {
      choice,
      tariff,
      price: namedPrice(world, path, found),
      later: tariffsLater(world, plan, path, adjusted),
      bound: adjusted.bound,
      metered: isMetered(world, tariff),
      adjust: (perMonth) => discounted(world, path, adjusted.apply(perMonth)),
      meets,
      attributes,
    },
  ];
}

function tariffsLater(
  world: World,
  plan: SalesPlan,
  path: string,
  { tariff, unknown }: Adjusted,
): Candidate['later'] {
  if (tariff !== undefined || unknown !== undefined) return [];
  return laterPrices(world, plan).map(({ month, what: dated }) => {
    const none = { ...emptyTariff, unknown: 'nobody knows the price that follows' };
    const what =
      dated === undefined
        ? { tariff: none, price: () => undefined }
        : { tariff: dated.tariff, price: namedPrice(world, path, dated) };
    return { month, what };
  });
}

function isMetered(world: World, tariff: Tariff): boolean {
  if (
    tariff.tiers.length > 0 ||
    tariff.covers !== undefined ||
    tariff.free !== undefined ||
    tariff.atLeast !== undefined
  )
    return true;
  const node = tariff.rate === undefined ? undefined : world.formula(tariff.rate);
  return node !== undefined && world.inUnit(node, world.moneyPerMonth) === undefined;
}

function namedPrice(world: World, path: string, dated: DatedTariff): PriceNode {
  const parts = new Map<string, number>();
  return (e, part) => {
    const nth = (parts.get(part) ?? 0) + 1;
    const label = `${part} of ${path}${nth > 1 ? ` (${nth})` : ''}`;
    const node = world.drawing(label, () => world.formula(e));
    if (node === undefined) return undefined;
    parts.set(part, nth);
    return world.name(
      {
        name: label,
        kind: 'price',
        label,
        note: undefined,
        span: e.span,
        formula: textOf(e),
        provenance: priced(dated),
      },
      node,
    );
  };
}

function priced(dated: DatedTariff): Provenance {
  return { ...dated.provenance, date: dated.provenance.date ?? dated.from };
}

function attributesOf(world: World, plan: SalesPlan, path: string): ReadonlyMap<string, NodeId> {
  const attributes = new Map<string, NodeId>();
  for (const [name, e] of plan.attributes) {
    const node = world.formula(e);
    if (node === undefined) continue;
    const label = `${name} of ${path}`;
    attributes.set(
      name,
      world.name(
        {
          name: label,
          kind: 'price',
          label,
          note: undefined,
          span: e.span,
          formula: textOf(e),
          provenance: undefined,
        },
        node,
      ),
    );
  }
  return attributes;
}

function meetsNeeds(
  world: World,
  needs: readonly Need[],
  attributes: ReadonlyMap<string, NodeId>,
): NodeId | undefined | 'never' {
  const { store } = world;
  let meets: NodeId | undefined;
  for (const need of needs) {
    const has = attributes.get(need.attribute);
    if (has === undefined) return 'never';
    const least = world.formula(need.atLeast, { unit: store.unit(has), unitSpan: need.span });
    if (least === undefined) return 'never';
    const fits = store.compare('le', least, has);
    meets = meets === undefined ? fits : store.apply('and', [meets, fits], store.node(fits).type);
  }
  return meets;
}
