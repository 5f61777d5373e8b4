// Region surcharges, term discounts and the plan's own discounts: what is laid over the monthly cost of a product.

import { matchesPath } from '../catalog/pattern.ts';
import type { Adjustment, Provenance, SalesPlan, Tariff } from '../catalog/types.ts';
import type { Expression } from '../formula/ast.ts';
import { numberOf } from '../formula/typed.ts';
import { one } from '../quantity/unit.ts';
import type { ItemConfig } from './item-config.ts';
import type { NodeId } from './types.ts';
import { textOf, type World } from './world.ts';

/** `tariff` replaces the product's; `unknown` says why there is no figure. */
export interface Adjusted {
  readonly tariff: Tariff | undefined;
  readonly unknown: string | undefined;
  /** What the term binds to: months and a share, pure numbers. */
  readonly bound: { readonly term: NodeId; readonly share: NodeId } | undefined;
  readonly apply: (perMonth: NodeId) => NodeId;
}

/** Region first, then term, as price lists do. undefined after an error. */
export function adjustment(
  world: World,
  config: ItemConfig,
  plan: SalesPlan,
  path: string,
): Adjusted | undefined {
  const region = pick(world, config.region, plan.regions, 'region', path);
  const term = pick(world, config.term, plan.terms, 'term', path);
  if (region === 'missing' || term === 'missing') return undefined;
  const chain = [region, term].filter((a) => a !== undefined);
  return {
    tariff: chain.find((a) => a.tariff !== undefined)?.tariff,
    unknown: chain.find((a) => a.unknown !== undefined)?.unknown,
    bound: term === undefined ? undefined : boundBy(world, term),
    apply: (perMonth) => chain.reduce((cost, a) => adjusted(world, cost, a, path), perMonth),
  };
}

function boundBy(world: World, { commit, upfront }: Adjustment): Adjusted['bound'] {
  const month = world.plan.units.lookup('month');
  if (commit === undefined || month === undefined) return undefined;
  const { store } = world;
  const term = world.formula(commit, { unit: month, unitSpan: commit.span });
  const share =
    upfront === undefined
      ? store.constant(0, one)
      : world.formula(upfront, { unit: one, unitSpan: upfront.span });
  return term === undefined || share === undefined
    ? undefined
    : { term: store.scale(term, 1, 1, one), share };
}

function pick(
  world: World,
  wanted: ItemConfig['region'],
  known: ReadonlyMap<string, Adjustment>,
  what: string,
  path: string,
): Adjustment | undefined | 'missing' {
  if (wanted === undefined) return undefined;
  const found = known.get(wanted.text);
  if (found !== undefined) return found;
  const names = [...known.keys()];
  const help =
    names.length === 0 ? `the catalog knows no ${what} of it` : `the catalog knows ${names.join(', ')}`;
  world.out.error(
    'E501',
    `\`${path}\` has no ${what} \`${wanted.text}\``,
    [{ span: wanted.span, label: '' }],
    help,
  );
  return 'missing';
}

function adjusted(world: World, cost: NodeId, a: Adjustment, path: string): NodeId {
  const { store } = world;
  const named = (e: Expression, unit = world.moneyPerMonth): NodeId => {
    const node = world.formula(e, { unit, unitSpan: e.span }) ?? store.constant(Number.NaN, unit);
    const label = `${a.id} of ${path}`;
    return world.name(
      {
        name: label,
        kind: 'price',
        label,
        note: a.note,
        span: e.span,
        formula: textOf(e),
        provenance: a.provenance,
      },
      node,
    );
  };
  if (a.add !== undefined) return store.alike('add', cost, named(a.add));
  if (a.times !== undefined)
    return store.apply('mul', [cost, named(a.times, one)], numberOf(world.moneyPerMonth));
  if (a.off !== undefined) return reduced(world, cost, named(a.off, one));
  return cost;
}

function reduced(world: World, cost: NodeId, share: NodeId): NodeId {
  const { store } = world;
  const rest = store.alike('sub', store.constant(1, one), share);
  return store.apply('mul', [cost, rest], numberOf(world.moneyPerMonth));
}

/** The plan's own discounts, one after the other, in the order written. */
export function discounted(world: World, path: string, cost: NodeId): NodeId {
  return world.plan.discounts
    .filter((d) => matchesPath(d.on.text, path))
    .reduce((rest, d) => {
      const share = world.formula(d.off, { unit: one, unitSpan: d.off.span });
      if (share === undefined) return rest;
      const label = `discount on ${d.on.text}`;
      const provenance: Provenance = {
        source: d.source ?? d.because,
        url: undefined,
        date: undefined,
        confidence: 'quoted',
      };
      return reduced(
        world,
        rest,
        world.name(
          {
            name: label,
            kind: 'price',
            label,
            note: d.because,
            span: d.span,
            formula: textOf(d.off),
            provenance,
          },
          share,
        ),
      );
    }, cost);
}
