// A plan's own price book over the catalog: its prices replace the catalog's, path by path; what it does not
// say stays.

import type { Product, SalesPlan, Vendor } from './types.ts';

/** The catalog's vendor with the book's products over it. */
export function overlayVendor(base: Vendor | undefined, over: Vendor): Vendor {
  if (base === undefined) return over;
  const products = new Map(base.products);
  for (const product of over.products.values()) {
    products.set(product.id, overlayProduct(base.products.get(product.id), product));
  }
  const name = said(over.name, over.id) ?? base.name;
  return { ...over, name, home: over.home ?? base.home, products };
}

function overlayProduct(base: Product | undefined, over: Product): Product {
  if (base === undefined) return over;
  const name = said(over.name, over.id) ?? base.name;
  const alike = isSingle(base) === isSingle(over);
  const plans = alike ? overlayPlans(base, over) : over.plans;
  return { ...over, name, kind: over.kind ?? base.kind, note: over.note ?? base.note, plans };
}

function isSingle(product: Product): boolean {
  return product.plans.every((plan) => plan.id === '');
}

function overlayPlans(base: Product, over: Product): readonly SalesPlan[] {
  const kept = base.plans.map((plan) => {
    const own = over.plans.find((candidate) => candidate.id === plan.id);
    return own === undefined ? plan : overlayPlan(plan, own, over.id);
  });
  return [...kept, ...over.plans.filter((own) => !base.plans.some((plan) => plan.id === own.id))];
}

function overlayPlan(base: SalesPlan, over: SalesPlan, productId: string): SalesPlan {
  return {
    id: over.id,
    name: said(over.name, over.id === '' ? productId : over.id) ?? base.name,
    attributes: new Map([...base.attributes, ...over.attributes]),
    prices: over.prices,
    regions: new Map([...base.regions, ...over.regions]),
    terms: new Map([...base.terms, ...over.terms]),
    note: over.note ?? base.note,
    notChosen: over.notChosen ?? base.notChosen,
    span: over.span,
  };
}

/** A name that somebody wrote, and not the id that stands in for one. */
function said(name: string, id: string): string | undefined {
  return name === id ? undefined : name;
}
