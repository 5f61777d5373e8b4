// Products, plans, regions, terms and histories, read.
import { describe, expect, test } from 'vitest';
import { describeTariff, figureText } from '../../src/catalog/describe-tariff.ts';
import { readBook } from '../../src/catalog/read-vendor.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { readYaml } from '../../src/yaml/read-yaml.ts';
import { planOf, productOf, read, told } from './support.ts';

describe('a product', () => {
  test('sold in one way has one plan without an id', () => {
    const product = productOf('name: Thing\nkind: vps\nnote: a remark\nprice: 1 USD/month');
    expect(product).toMatchObject({
      vendor: 'acme',
      id: 'thing',
      name: 'Thing',
      kind: 'vps',
      note: 'a remark',
    });
    expect(product.plans.map((p) => [p.id, p.name, p.note])).toEqual([['', 'Thing', undefined]]);
  });

  test('without a name is called by its id', () => {
    expect(productOf('price: 1 USD/month').name).toBe('thing');
  });

  test('provides quantities, the unlimited and the unknown', () => {
    const { attributes } = planOf(
      'price: 1 USD/month\nprovides: { memory: 8 GB, traffic: 32 TB/month, traffic_in: unlimited, disk: unknown }',
    );
    expect([...attributes].map(([name, e]) => `${name} ${figureText(e)}`)).toEqual([
      'memory 8 GB',
      'traffic 32 TB/month',
      'traffic_in unlimited',
      'disk unknown',
    ]);
  });

  test('shares what it says with its plans, and they can differ', () => {
    const { plans } = productOf(`provides: { memory: 8 GB, disk: 10 GB }
regions: { eu: { add: 1 USD/month }, us: { times: 1.1 } }
terms: { 1-year: { off: 20% } }
not_chosen: on request only
plans:
  small: { name: Small, fee: 1 USD/month }
  large:
    fee: 2 USD/month
    note: the big one
    provides: { disk: 20 GB }
    regions: { us: { unknown: not offered yet } }
    not_chosen: two months' notice
`);
    const [small, large] = plans;
    expect(plans.map((p) => [p.id, p.name, p.note])).toEqual([
      ['small', 'Small', undefined],
      ['large', 'large', 'the big one'],
    ]);
    expect([...(small?.attributes.values() ?? [])].map(figureText)).toEqual(['8 GB', '10 GB']);
    expect([...(large?.attributes.values() ?? [])].map(figureText)).toEqual(['8 GB', '20 GB']);
    expect(small?.regions.get('us')?.unknown).toBeUndefined();
    expect(large?.regions.get('us')?.unknown).toBe('not offered yet');
    expect([...(large?.regions.keys() ?? [])]).toEqual(['eu', 'us']);
    expect([...(large?.terms.keys() ?? [])]).toEqual(['1-year']);
    expect([small?.notChosen, large?.notChosen]).toEqual(['on request only', "two months' notice"]);
  });
});

describe('regions and terms', () => {
  test('change a price in one of five ways', () => {
    const { regions, terms } = planOf(
      `price: 10 USD/month
source: the list
date: 2026-01-01
regions:
  a: { add: 0.95 EUR/month, note: dearer }
  b: { times: 1.15, source: the region page, date: 2026-02-02 }
  c: { unknown: dearer, no figure given }
terms:
  1-year: { off: 20% }
  3-year: { fee: 5 USD/month, setup: 100 USD }
`.replace('dearer, no', 'dearer; no'),
    );
    const a = regions.get('a');
    expect([a?.id, a?.add && figureText(a.add), a?.note, a?.provenance.source]).toEqual([
      'a',
      '0.95 EUR/month',
      'dearer',
      'the list',
    ]);
    const b = regions.get('b');
    expect([b?.times && figureText(b.times), b?.provenance.source, b?.provenance.date]).toEqual([
      '1.15',
      'the region page',
      '2026-02-02',
    ]);
    expect(regions.get('c')?.unknown).toBe('dearer; no figure given');
    const off = terms.get('1-year')?.off;
    expect(off && figureText(off)).toBe('20%');
    const own = terms.get('3-year')?.tariff;
    expect(own && describeTariff(own)).toBe('5 USD/month, plus 100 USD once');
  });

  test('what could not be read is unknown', () => {
    const { vendor } = read(
      'vendor: acme\nproducts: { a: { price: 1 USD/month, regions: { eu: { add: 1 } } } }',
    );
    expect(vendor?.products.get('a')?.plans[0]?.regions.get('eu')?.unknown).toBe('it could not be read');
  });
});

describe('a history', () => {
  test('is kept oldest first, in whatever order it was written', () => {
    const { prices } = planOf(`source: the list
prices:
  - { from: 2026-02-01, tiers: [ { up_to: 10 TB, price: 0.02 USD/GB }, { price: 0.01 USD/GB } ], mode: graduated }
  - { from: 2025-01-01, price: 0.02 USD/GB, source: an old list, until: 2025-12-31 }
  - { price: 0.03 USD/GB }
`);
    expect(prices.map((p) => [p.from, p.until, p.provenance.source, describeTariff(p.tariff)])).toEqual([
      [undefined, undefined, 'the list', '0.03 USD/GB'],
      ['2025-01-01', '2025-12-31', 'an old list', '0.02 USD/GB'],
      ['2026-02-01', undefined, 'the list', '0.02 USD/GB up to 10 TB, then 0.01 USD/GB'],
    ]);
  });

  test('belongs to a plan too', () => {
    const { plans } = productOf(
      'plans:\n  a:\n    prices: [{ fee: 1 USD/month }, { fee: 2 USD/month, from: 2026-01-01 }]',
    );
    expect(plans[0]?.prices.map((p) => describeTariff(p.tariff))).toEqual(['1 USD/month', '2 USD/month']);
  });
});

describe('a plan’s own price book', () => {
  const book = (text: string): { readonly ids: readonly string[]; readonly told: readonly string[] } => {
    const out = new Diagnostics();
    const vendors = readBook(readYaml({ file: 'plan.yaml', text }, out), UnitTable.builtin, out);
    return {
      ids: vendors.map((v) => `${v.id} ${v.name} ${[...v.products.keys()].join()}`),
      told: out.all.map(told),
    };
  };

  test('has vendors by id, in the same form', () => {
    expect(
      book(
        'own: { name: Ourselves, products: { rack: { price: 40 EUR/month } } }\ncontabo: { products: {} }',
      ),
    ).toEqual({
      ids: ['own Ourselves rack', 'contabo contabo '],
      told: [],
    });
  });

  test('may mention the plan’s names in its figures', () => {
    expect(book('own: { products: { power: { price: draw * electricity } } }').told).toEqual([]);
  });

  test('is checked like a vendor’s file', () => {
    expect(book('Own: { products: {} }').told).toEqual(['E107 1:1 `Own` cannot be the id of a vendor']);
    expect(book('own: { vendor: own, products: {} }').told).toEqual([
      'E103 1:8 a vendor in the price book has no key `vendor`',
    ]);
    expect(book('[]').told).toEqual(['E104 1:1 `prices` is a block of names']);
    expect(book('').ids).toEqual([]);
  });
});
