// A first plan from answers, and products that become items, as the engine makes them for the page.

import { describe, expect, test } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { OutlayError } from '../../src/index.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { PackagedVendors } from '../../src/service/vendor-files.ts';
import type { Shelf } from '../../web/engine/inquiries/shelf.ts';
import { starter } from '../../web/engine/inquiries/starter.ts';
import { usedIn, useOffer } from '../../web/engine/inquiries/use-product.ts';

const vendors = new PackagedVendors();
const shelf: Shelf = { vendors, catalog: Catalog.of(vendors, UnitTable.builtin, new Diagnostics()) };

describe('a first plan', () => {
  const asOf = '2026-11-29';

  test('is there as soon as every question is answered', () => {
    const none = starter(shelf, { answers: {}, asOf });
    expect(none.plan).toBe(undefined);
    const missing = none.questions.filter(({ problem }) => problem !== undefined);
    expect(missing.map(({ id }) => id)).toEqual(['run.1']);
    const some = starter(shelf, { answers: { 'run.1': '14 EUR/month', later: '5000' }, asOf });
    expect(some.plan?.text).toContain('plan: My service');
    expect(some.plan?.glance).toMatchObject({ kind: 'total', total: '14.00 EUR/month', cases: 2 });
  });

  test('is not, where an answer is wrong, and which one is said', () => {
    const { plan, questions } = starter(shelf, { answers: { 'run.1': 'nobody/nothing', now: '0' }, asOf });
    expect(plan).toBe(undefined);
    const wrong = questions.filter(({ problem }) => problem !== undefined);
    expect(wrong.map(({ id }) => id)).toEqual(['now', 'run.1']);
  });
});

describe('a product of the catalog as an item', () => {
  const text = `# kept
plan: Small
currency: EUR   # as it is
items:
  # the server
  web: { price: 5 EUR/month }
`;
  const plan = { path: 'small.yaml', text, files: {} };
  const wish = { currency: 'EUR', taken: ['web', 'cloud_vps_20'] };

  test('is called after the product, by a name that is free', () => {
    expect(useOffer(shelf, { ...wish, path: 'contabo/cloud-vps-20' })).toEqual({
      name: 'cloud_vps_20_2',
      amount: undefined,
    });
    expect(useOffer(shelf, { ...wish, path: 'backblaze/b2' }).amount).toBe('1 GB');
  });

  test('is added, and every other byte stays', () => {
    const given = { plan, currency: 'EUR', name: 'relay', amount: '' };
    expect(usedIn(shelf, { ...given, path: 'contabo/cloud-vps-20' })).toBe(
      `${text}  relay:\n    use: contabo/cloud-vps-20\n`,
    );
  });

  test.each([
    ['a price in a currency that the plan has no rate of', 'backblaze/b2', 'store', '5', /USD/],
    ['a name that is taken', 'contabo/cloud-vps-20', 'web', '', /web/],
    ['no name', 'contabo/cloud-vps-20', '1 bad', '', /1 bad/],
    ['nothing of the catalog', 'nobody/nothing', 'x', '', /nobody/],
  ])('is refused with %s', (_, path, name, amount, why) => {
    const use = () => usedIn(shelf, { plan, currency: 'EUR', path, name, amount });
    expect(use).toThrow(OutlayError);
    expect(use).toThrow(why);
  });

  test('is charged by what is asked for: a number in its unit, an amount, a formula', () => {
    const rated = text.replace('items:', 'exchange: { USD: { rate: 0.9 EUR, confidence: assumed } }\nitems:');
    const with_ = (amount: string): string =>
      usedIn(shelf, {
        plan: { ...plan, text: rated },
        currency: 'EUR',
        path: 'backblaze/b2',
        name: 'store',
        amount,
      });
    expect(with_('50')).toContain('quantity: 50 GB');
    expect(with_('2 TB')).toContain('quantity: 2 TB');
    expect(with_('3 * 40 GB')).toContain('quantity: 3 * 40 GB');
    expect(() => with_('5 users')).toThrow(/user/);
  });
});
