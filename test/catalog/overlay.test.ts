// A plan's own price book over the catalog.
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { describeTariff, figureText } from '../../src/catalog/describe-tariff.ts';
import { readBook } from '../../src/catalog/read-vendor.ts';
import type { SalesPlan } from '../../src/catalog/types.ts';
import type { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { readYaml } from '../../src/yaml/read-yaml.ts';
import { catalogOf } from './support.ts';

const texts = {
  rent: `vendor: rent
name: Rent & Co
home: https://example.com
products:
  small:
    name: Small
    kind: vps
    price: 5 EUR/month
    provides: { memory: 8 GB, disk: 10 GB }
    regions: { eu: { add: 1 EUR/month } }
  mail:
    plans:
      free: { name: Free, fee: 0 EUR/month }
      pro: { name: Pro, fee: 9 EUR/month }
`,
};

function withBook(...books: readonly string[]): {
  readonly catalog: Catalog;
  readonly base: Catalog;
  readonly out: Diagnostics;
} {
  const { catalog: base, out } = catalogOf(texts);
  let catalog = base;
  for (const text of books) {
    catalog = catalog.withBook(readBook(readYaml({ file: 'plan.yaml', text }, out), UnitTable.builtin, out));
  }
  return { catalog, base, out };
}

function prices(plan: SalesPlan | undefined): readonly string[] {
  return plan?.prices.map((p) => describeTariff(p.tariff)) ?? [];
}

describe('a price book', () => {
  test('replaces a price and keeps what it does not say', () => {
    const { catalog, base, out } = withBook(
      'rent: { products: { small: { price: 4 EUR/month, provides: { disk: 20 GB } } } }',
    );
    const product = catalog.find('rent/small', undefined, out)?.product;
    expect(out.all).toEqual([]);
    expect(product).toMatchObject({ name: 'Small', kind: 'vps' });
    const [plan] = product?.plans ?? [];
    expect(plan?.name).toBe('Small');
    expect(prices(plan)).toEqual(['4 EUR/month']);
    expect([...(plan?.attributes ?? [])].map(([k, e]) => `${k} ${figureText(e)}`)).toEqual([
      'memory 8 GB',
      'disk 20 GB',
    ]);
    expect([...(plan?.regions.keys() ?? [])]).toEqual(['eu']);
    expect(prices(base.find('rent/small', undefined, out)?.product.plans[0])).toEqual(['5 EUR/month']);
    expect(catalog.vendorName('rent')).toBe('Rent & Co');
  });

  test('replaces one plan of a product, and adds another', () => {
    const { catalog, out } = withBook(
      'rent: { products: { mail: { plans: { pro: { fee: 7 EUR/month }, max: { fee: 20 EUR/month } } } } }',
    );
    const plans = catalog.find('rent/mail', undefined, out)?.product.plans ?? [];
    expect(plans.map((p) => [p.id, p.name, ...prices(p)])).toEqual([
      ['free', 'Free', '0 EUR/month'],
      ['pro', 'Pro', '7 EUR/month'],
      ['max', 'max', '20 EUR/month'],
    ]);
  });

  test('may sell a product in another way altogether', () => {
    const { catalog, out } = withBook('rent: { products: { mail: { price: 3 EUR/month } } }');
    const plans = catalog.find('rent/mail', undefined, out)?.product.plans ?? [];
    expect(plans.map((p) => [p.id, ...prices(p)])).toEqual([['', '3 EUR/month']]);
  });

  test('adds products and vendors', () => {
    const { catalog, out } = withBook(
      'rent: { products: { rack: { price: 1 EUR/month } } }\nown: { name: We, products: { fan: { price: 1 EUR/month } } }',
    );
    expect(catalog.find('rent/rack', undefined, out)?.product.id).toBe('rack');
    expect(catalog.find('own', undefined, out)?.product.id).toBe('fan');
    expect(catalog.match('*/*').map((p) => `${p.vendor}/${p.id}`)).toEqual([
      'own/fan',
      'rent/small',
      'rent/mail',
      'rent/rack',
    ]);
    expect(catalog.vendors().map((v) => v.name)).toEqual(['We', 'Rent & Co']);
    expect(catalog.withBook([]).vendorName('own')).toBe('We');
    expect(out.all).toEqual([]);
  });

  test('a later book lies over an earlier one', () => {
    const { catalog, out } = withBook(
      'rent: { products: { small: { price: 4 EUR/month, name: Ours } } }',
      'rent: { name: Renters, home: https://example.org, products: { small: { price: 3 EUR/month } } }',
    );
    const product = catalog.find('rent/small', undefined, out)?.product;
    expect([product?.name, ...prices(product?.plans[0])]).toEqual(['Ours', '3 EUR/month']);
    expect(catalog.vendors()[0]).toMatchObject({ name: 'Renters', home: 'https://example.org' });
  });
});
