// `price("contabo/cloud-vps-20")`, `cost("backblaze/b2", 500 GB)`, `spec("contabo/cloud-vps-20", "disk")` inside formulas.

import type { SalesPlan, Tariff } from '../catalog/types.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import type { CatalogQuestion } from '../formula/typed.ts';
import { notBroken } from './items.ts';
import { priceOfDay } from './price-of-day.ts';
import { lowerTariff } from './tariff.ts';
import type { NodeId } from './types.ts';
import type { World } from './world.ts';

export function askCatalog(
  world: World,
  question: CatalogQuestion,
  path: string,
  attribute: string,
  quantity: NodeId | undefined,
  secondSpan: Span,
  span: Span,
): NodeId | undefined {
  const found = world.catalog.find(path, span, world.out);
  if (found === undefined) return undefined;
  const plans = found.plan === undefined ? found.product.plans : [found.plan];
  const [plan] = plans;
  if (plan === undefined || plans.length > 1) {
    const ids = plans.map((p) => `${path}/${p.id}`).join(', ');
    world.out.error(
      'E501',
      `\`${path}\` is sold in several plans`,
      [{ span, label: '' }],
      `say which: ${ids}`,
    );
    return undefined;
  }
  if (question === 'spec') return attributeNode(world, plan, path, attribute, secondSpan);
  const dated = priceOfDay(world, plan, path, span);
  if (dated === undefined) return undefined;
  const { tariff, provenance, from } = dated.tariff;
  const price = (e: Expression, part: string): NodeId | undefined => {
    const label = `${part} of ${path}`;
    const node = world.drawing(label, () => world.formula(e));
    if (node === undefined) return undefined;
    const formula = e.span.source.text.slice(e.span.start, e.span.end);
    const dated_ = { ...provenance, date: provenance.date ?? from };
    return world.name(
      { name: label, kind: 'price', label, note: undefined, span: e.span, formula, provenance: dated_ },
      node,
    );
  };
  if (question === 'cost') {
    const charge = lowerTariff(
      world,
      tariff,
      { quantity, quantitySpan: secondSpan, hours: undefined, span },
      price,
    );
    if (charge?.covers === undefined) return charge?.perMonth;
    const unknown = world.store.constant(Number.NaN, world.moneyPerMonth);
    return world.store.choose(notBroken(world.store, charge.covers), charge.perMonth, unknown);
  }
  return unitPrice(world, tariff, price, path, span);
}

function unitPrice(
  world: World,
  tariff: Tariff,
  price: (e: Expression, part: string) => NodeId | undefined,
  path: string,
  span: Span,
): NodeId | undefined {
  const e = tariff.rate ?? tariff.fee;
  if (e !== undefined && tariff.tiers.length === 0)
    return price(e, tariff.rate === undefined ? 'fee' : 'price');
  if (tariff.unknown !== undefined) return world.store.constant(Number.NaN, world.moneyPerMonth);
  world.out.error(
    'E503',
    `\`${path}\` has no single price`,
    [{ span, label: '' }],
    'ask for the cost of a quantity: `cost("…", 500 GB)`',
  );
  return undefined;
}

function attributeNode(
  world: World,
  plan: SalesPlan,
  path: string,
  attribute: string,
  span: Span,
): NodeId | undefined {
  const e = plan.attributes.get(attribute);
  if (e !== undefined) return world.formula(e);
  const known = [...plan.attributes.keys()];
  const help =
    didYouMean(attribute, known) ||
    (known.length === 0
      ? 'the catalog knows nothing that it provides'
      : `the catalog knows ${known.join(', ')}`);
  world.out.error('E506', `\`${path}\` has no attribute \`${attribute}\``, [{ span, label: '' }], help);
  return undefined;
}
