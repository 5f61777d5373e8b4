// Products by path, with their price lines.

import type { Catalog } from '../catalog/catalog.ts';
import { priceOn } from '../catalog/catalog.ts';
import { describeTariff } from '../catalog/describe-tariff.ts';
import { searchProducts } from '../catalog/search.ts';
import type { DatedTariff, Product, SalesPlan, Vendor } from '../catalog/types.ts';
import { type Suggestion, suggestion } from './writing.ts';

/** Paths that go on from what is written: vendors, a vendor's products, a product's plans; and what a search for it finds. */
export function productOptions(
  catalog: Catalog | undefined,
  written: string,
  asOf: string | undefined,
  patterns: boolean,
): readonly Suggestion[] {
  if (catalog === undefined) return [];
  const [id = '', product, plan] = written.split('/');
  const vendors = catalog.vendors();
  if (product === undefined) {
    const named = vendors.map((vendor) => vendorOption(vendor, patterns));
    const found = id.length < 2 ? [] : searchProducts(vendors, [id]).slice(0, mostFound);
    return [...named, ...found.map((match) => productOption(match.product, asOf))];
  }
  const vendor = vendors.find((v) => v.id === id);
  if (vendor === undefined) return [];
  if (plan === undefined) {
    const all = patterns ? [suggestion(`${id}/*`, 'product', `any product of ${vendor.name}`)] : [];
    return [...all, ...[...vendor.products.values()].map((p) => productOption(p, asOf))];
  }
  const sold = vendor.products.get(product)?.plans.filter((p) => p.id !== '') ?? [];
  return sold.map((p) => suggestion(`${id}/${product}/${p.id}`, 'product', priceLine(p, asOf)));
}

const mostFound = 50;

function vendorOption({ id, name, products }: Vendor, patterns: boolean): Suggestion {
  const detail = `${name}, ${products.size === 1 ? '1 product' : `${products.size} products`}`;
  return suggestion(id, 'vendor', detail, patterns ? `${id}/*` : `${id}/`);
}

function productOption(product: Product, asOf: string | undefined): Suggestion {
  return suggestion(`${product.vendor}/${product.id}`, 'product', productLine(product, asOf));
}

/** `Cloud VPS 20: 7.00 EUR/month`, or how many plans there are to choose from. */
export function productLine(product: Product, asOf: string | undefined): string {
  const [plan, ...more] = product.plans;
  if (plan === undefined || more.length > 0) return `${product.name}, ${product.plans.length} plans`;
  return `${product.name}: ${priceLine(plan, asOf)}`;
}

/** The rate card that holds on the day, in one line. */
export function priceLine(plan: SalesPlan, asOf: string | undefined): string {
  const tariff = tariffOn(plan, asOf);
  return tariff === undefined ? 'no price on that day' : describeTariff(tariff.tariff);
}

export function tariffOn(plan: SalesPlan, asOf: string | undefined): DatedTariff | undefined {
  const price = priceOn(plan, asOf);
  return price.kind === 'price' ? price.tariff : undefined;
}

/** Every attribute that some product provides. */
export function attributesOf(catalog: Catalog | undefined): readonly string[] {
  const plans = catalog?.vendors().flatMap((v) => [...v.products.values()].flatMap((p) => p.plans)) ?? [];
  return [...new Set(plans.flatMap((plan) => [...plan.attributes.keys()]))].sort();
}

/** What the path names, as far as one product can be told; errors are the plan's business. */
export function productAt(catalog: Catalog | undefined, path: string): Product | undefined {
  const [vendor = '', id = ''] = path.split('/');
  return id === '' || path.includes('*') ? undefined : catalog?.match(`${vendor}/${id}`)[0];
}
