// The catalog as data: `outlay.prices/1`, schema/prices.schema.json.

import { describeTariff, figureText } from '../catalog/describe-tariff.ts';
import type { PriceChange } from '../catalog/price-diff.ts';
import type { Match } from '../catalog/search.ts';
import type { DatedTariff, Product, SalesPlan, Vendor } from '../catalog/types.ts';
import { type Json, type JsonObject, jsonText, present, provenanceJson } from './json.ts';
import { adjustmentText, pathOf } from './table-prices.ts';

export function matchesJson(words: readonly string[], matches: readonly Match[]): string {
  const found = matches.map(({ vendor, product }) => productJson(vendor, product));
  return document('search', { words, matches: found });
}

export function productText(vendor: Vendor, product: Product): string {
  return document('show', { product: productJson(vendor, product) });
}

export function changesJson(from: string, to: string | undefined, changes: readonly PriceChange[]): string {
  return document('diff', { from, to: to ?? null, changes: changes.map(changeJson) });
}

function document(kind: string, rest: JsonObject): string {
  return jsonText({ schema: 'outlay.prices/1', kind, ...rest });
}

function productJson(vendor: Vendor, product: Product): JsonObject {
  return present({
    path: `${product.vendor}/${product.id}`,
    vendor: vendor.name,
    name: product.name,
    kind: product.kind ?? null,
    note: product.note,
    plans: product.plans.map((plan) => planJson(product, plan)),
  });
}

function planJson(product: Product, plan: SalesPlan): JsonObject {
  const adjustments = (of: SalesPlan['regions']): Json[] =>
    [...of.values()].map((a) =>
      present({ id: a.id, price: adjustmentText(a), note: a.note, ...provenanceJson(a.provenance) }),
    );
  return present({
    path: pathOf(product, plan),
    name: plan.name,
    provides: Object.fromEntries([...plan.attributes].map(([name, e]) => [name, figureText(e)])),
    prices: plan.prices.map(priceJson),
    regions: adjustments(plan.regions),
    terms: adjustments(plan.terms),
    notChosen: plan.notChosen,
    note: plan.note,
  });
}

function priceJson(price: DatedTariff): JsonObject {
  return {
    from: price.from ?? null,
    until: price.until ?? null,
    price: describeTariff(price.tariff),
    ...provenanceJson(price.provenance),
  };
}

function changeJson(change: PriceChange): JsonObject {
  return {
    on: change.on,
    path: [change.vendor, change.product, ...(change.plan === '' ? [] : [change.plan])].join('/'),
    kind: change.kind,
    before: change.kind === 'appeared' ? null : priceJson(change.before),
    after: change.kind === 'ended' ? null : priceJson(change.after),
  };
}
