// Every kind of rate card, read.
import { describe, expect, test } from 'vitest';
import { describeTariff } from '../../src/catalog/describe-tariff.ts';
import { readVendorFile } from '../../src/catalog/read-vendor.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { planOf, read, tariffOf, thing } from './support.ts';

describe('a rate card in a person’s words', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['flat', 'price: 4.50 EUR/month', '4.50 EUR/month'],
    ['per unit', 'price: 0.02 USD/GB', '0.02 USD/GB'],
    ['a sign for the currency', 'price: €4.50/mo', '4.50 EUR/month'],
    ['by the year', 'price: 11.08 USD/year', '11.08 USD/year'],
    ['per million', 'price: 2.50 USD/Mtoken', '2.50 USD/Mtoken'],
    ['a price with many decimals', 'price: 0.0000002 USD/request', '0.0000002 USD/request'],
    ['a price of more than two decimals above one', 'price: 1.155 USD/GB', '1.155 USD/GB'],
    ['thousands', 'price: 12_000 USD/month', '12,000 USD/month'],
    ['free of charge', 'price: 0 EUR/month', '0 EUR/month'],
    ['range', 'price: 5 to 10 USD/month', '5 to 10 USD/month'],
    ['range with both units', 'price: 5 USD/month to 10 USD/month', '5 to 10 USD/month'],
    ['formula', 'price: 12 * 0.5 USD/month', '12 * 0.5 USD/month'],
    ['converted', 'price: 12 USD/year in USD/month', '12 USD/year in USD/month'],
    [
      'allowance, then per unit',
      'price: 6 USD/TB/month\nfree: 10 GB',
      '6 USD/TB/month after the first 10 GB',
    ],
    [
      'fee, allowance, overage',
      'fee: 20 USD/month\nfree: 1 TB/month\nprice: 0.10 USD/GB',
      '20 USD/month + 0.10 USD/GB after the first 1 TB/month',
    ],
    [
      'plan without overage',
      'fee: 5.15 EUR/month\ncovers: 5_000 emails/month',
      '5.15 EUR/month, covers 5,000 emails/month',
    ],
    ['a plan for any quantity', 'fee: 9 EUR/month\ncovers: unlimited', '9 EUR/month, covers unlimited'],
    ['fee with credit', 'fee: 20 USD/month\ncredit: 20 USD/month', '20 USD/month with 20 USD/month credit'],
    [
      'seats with a minimum',
      'price: 19 USD/seat/month\nat_least: 3 seats',
      '19 USD/seat/month, at least 3 seats',
    ],
    ['packages', 'price: 1 USD/message\nblock: 1_000 messages', '1 USD/message, in blocks of 1,000 messages'],
    [
      'smallest bill',
      'price: 0.01 USD/request\nminimum: 5 USD/month',
      '0.01 USD/request, never less than 5 USD/month',
    ],
    ['with a set-up', 'price: 40 EUR/month\nsetup: 99 EUR', '40 EUR/month, plus 99 EUR once'],
    ['a floor', 'price: 8 USD/month\nqualifier: from', 'from 8 USD/month'],
    ['a rounded figure', 'price: 9 USD/month\nqualifier: about', 'about 9 USD/month'],
    [
      'graduated',
      'tiers: [{ up_to: 10 TB, price: 0.02 USD/GB }, { price: 0.01 USD/GB }]',
      '0.02 USD/GB up to 10 TB, then 0.01 USD/GB',
    ],
    [
      'volume',
      'tiers: [{ up_to: 100 GB, price: 1 USD/GB }, { up_to: 1 TB, price: 0.5 USD/GB }, { fee: 9 USD/month }]\nmode: volume',
      '1 USD/GB up to 100 GB, then 0.5 USD/GB up to 1 TB, then 9 USD/month (the tier reached prices everything)',
    ],
    [
      'a tier with a step and a rate',
      'tiers:\n  - { up_to: 5 users, fee: 0 USD/month }\n  - { fee: 10 USD/month, price: 2 USD/user/month }\nmode: cliff',
      '0 USD/month up to 5 users, then 10 USD/month + 2 USD/user/month (the tier reached prices everything)',
    ],
    ['unknown', 'unknown: not on the price list', 'no price: not on the price list'],
  ];
  test.each(cases)('%s', (_name, block, expected) => {
    expect(describeTariff(tariffOf(block))).toBe(expected);
  });

  test('a negative price keeps its sign', () => {
    expect(describeTariff(tariffOf('price: -2 USD/month'))).toBe('-2 USD/month');
  });

  test('a formula over several lines is told in one', () => {
    expect(describeTariff(tariffOf('price: >-\n  2 *\n  3 USD/month'))).toBe('2 * 3 USD/month');
  });
});

describe('the fields', () => {
  test('each key has its place', () => {
    const tariff = tariffOf(
      'fee: 1 USD/month\nprice: 2 USD/GB\nfree: 3 GB\ncredit: 4 USD/month\nblock: 5 GB\nat_least: 6 GB\nminimum: 7 USD/month\nsetup: 8 USD',
    );
    const value = (
      key: 'fee' | 'rate' | 'free' | 'credit' | 'block' | 'atLeast' | 'minimum' | 'setup',
    ): unknown => {
      const e = tariff[key];
      return e?.kind === 'number' ? [e.value, e.unit.key] : undefined;
    };
    expect(value('fee')).toEqual([1, 'USD^1 month^-1']);
    expect(value('rate')).toEqual([2, 'USD^1 GB^-1']);
    expect(value('free')).toEqual([3, 'GB^1']);
    expect(value('credit')).toEqual([4, 'USD^1 month^-1']);
    expect(value('block')).toEqual([5, 'GB^1']);
    expect(value('atLeast')).toEqual([6, 'GB^1']);
    expect(value('minimum')).toEqual([7, 'USD^1 month^-1']);
    expect(value('setup')).toEqual([8, 'USD^1']);
    expect(tariff.mode).toBe('graduated');
  });

  test('what could not be read is unknown, never nothing', () => {
    const { vendor } = read(thing('price: 4.50 EURO/month'));
    const [price] = vendor?.products.get('thing')?.plans[0]?.prices ?? [];
    expect(price?.tariff.unknown).toBe('the price could not be read');
  });

  test('so it is however often it is read with one collector, which says it once', () => {
    const out = new Diagnostics();
    const source = { file: 'acme.yaml', text: thing('price: 4.50\nregions: { eu: { add: 1 } }') };
    const again = [1, 2].map(() => readVendorFile(source, 'acme', UnitTable.builtin, out));
    for (const vendor of again) {
      const [plan] = vendor?.products.get('thing')?.plans ?? [];
      expect(plan?.prices[0]?.tariff.unknown).toBe('the price could not be read');
      expect(plan?.regions.get('eu')?.unknown).toBe('it could not be read');
    }
    expect(out.all).toHaveLength(2);
  });
});

describe('provenance', () => {
  const provenanceOf = (block: string): unknown => {
    const [price] = planOf(block).prices;
    return { from: price?.from, until: price?.until, ...price?.provenance };
  };

  test('a day alone says since when the price is known to hold', () => {
    expect(
      provenanceOf('price: 1 USD/month\nsource: a page\nurl: https://example.com\ndate: 2026-03-27'),
    ).toEqual({
      from: '2026-03-27',
      until: undefined,
      source: 'a page',
      url: 'https://example.com',
      date: '2026-03-27',
      confidence: 'quoted',
    });
  });

  test('from and until stand beside the day it was seen', () => {
    expect(
      provenanceOf(
        'price: 1 USD/month\nfrom: 2026-01-01\nuntil: 2026-12-31\ndate: 2026-03-27\nconfidence: measured',
      ),
    ).toMatchObject({ from: '2026-01-01', until: '2026-12-31', date: '2026-03-27', confidence: 'measured' });
  });

  test('a day may be unknown', () => {
    expect(provenanceOf('price: 1 USD/month\nsource: a letter\ndate: unknown')).toMatchObject({
      from: undefined,
      date: undefined,
      confidence: 'quoted',
    });
    expect(provenanceOf('price: 1 USD/month\ndate: 2026-01-01\nfrom: unknown')).toMatchObject({
      from: undefined,
      date: '2026-01-01',
    });
  });

  test('nobody said anything: assumed', () => {
    expect(provenanceOf('price: 1 USD/month')).toEqual({
      from: undefined,
      until: undefined,
      source: undefined,
      url: undefined,
      date: undefined,
      confidence: 'assumed',
    });
  });

  test('said once for the vendor or the product, it holds below', () => {
    const { vendor, out } = read(`vendor: acme
source: the list
url: https://example.com
date: 2026-01-01
confidence: derived
products:
  a: { price: 1 USD/month }
  b: { price: 1 USD/month, date: 2026-02-02 }
  c: { price: 1 USD/month, source: another page }
  d:
    source: product page
    date: 2026-03-03
    plans:
      small: { fee: 1 USD/month }
      large: { fee: 2 USD/month, date: unknown }
`);
    expect(out.all).toEqual([]);
    const seen = [...(vendor?.products.values() ?? [])].flatMap((p) =>
      p.plans.map(({ prices: [price] }) => [
        p.id,
        price?.from,
        price?.provenance.source,
        price?.provenance.url,
        price?.provenance.confidence,
      ]),
    );
    expect(seen).toEqual([
      ['a', '2026-01-01', 'the list', 'https://example.com', 'derived'],
      ['b', '2026-02-02', 'the list', 'https://example.com', 'derived'],
      ['c', '2026-01-01', 'another page', undefined, 'quoted'],
      ['d', '2026-03-03', 'product page', undefined, 'quoted'],
      ['d', undefined, 'product page', undefined, 'quoted'],
    ]);
  });
});
