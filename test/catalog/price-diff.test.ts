// What happened to prices between two days.
import { describe, expect, test } from 'vitest';
import { describeTariff } from '../../src/catalog/describe-tariff.ts';
import { pricesBetween } from '../../src/catalog/price-diff.ts';
import { read } from './support.ts';

const { vendor, out } = read(`vendor: acme
products:
  b:
    plans:
      pro:
        prices:
          - { from: 2025-01-01, until: 2025-12-31, fee: 9 EUR/month }
          - { from: 2026-01-01, fee: 12 EUR/month }
      old:
        prices: [{ from: 2024-01-01, until: 2026-02-28, fee: 1 EUR/month }]
  a:
    prices:
      - { from: 2026-03-01, price: 2 EUR/GB }
      - { from: 2026-04-01, price: 2 EUR/GB, source: seen again }
      - { from: 2026-05-01, price: 1 EUR/GB }
  always: { price: 1 EUR/month }
  offer:
    prices:
      - { from: 2026-01-01, price: 5 EUR/month }
      - { from: 2026-02-01, until: 2026-02-28, price: 3 EUR/month }
`);

function between(from: string, to: string): readonly string[] {
  expect(out.all).toEqual([]);
  return pricesBetween(vendor === undefined ? [] : [vendor], from, to).map((change) => {
    const before = change.kind === 'appeared' ? '' : describeTariff(change.before.tariff);
    const after = change.kind === 'ended' ? '' : describeTariff(change.after.tariff);
    return `${change.on} ${change.product}${change.plan && `/${change.plan}`} ${change.kind}: ${before} -> ${after}`;
  });
}

describe('prices between two days', () => {
  test('appear, change and end, by day and path', () => {
    expect(between('2025-12-31', '2026-12-31')).toEqual([
      '2026-01-01 b/pro changed: 9 EUR/month -> 12 EUR/month',
      '2026-01-01 offer appeared:  -> 5 EUR/month',
      '2026-02-01 offer changed: 5 EUR/month -> 3 EUR/month',
      '2026-03-01 a appeared:  -> 2 EUR/GB',
      '2026-03-01 b/old ended: 1 EUR/month -> ',
      '2026-03-01 offer changed: 3 EUR/month -> 5 EUR/month',
      '2026-05-01 a changed: 2 EUR/GB -> 1 EUR/GB',
    ]);
  });

  test('the first day is out, the last is in', () => {
    expect(between('2026-05-01', '2026-12-31')).toEqual([]);
    expect(between('2026-04-30', '2026-05-01')).toHaveLength(1);
    expect(between('2026-12-31', '2026-01-01')).toEqual([]);
  });

  test('two stretches together say what the whole says', () => {
    const whole = between('2024-06-01', '2027-01-01');
    expect([...between('2024-06-01', '2026-02-01'), ...between('2026-02-01', '2027-01-01')]).toEqual(whole);
  });

  test('the first and the last of days are days', () => {
    const early = read(
      'vendor: acme\nproducts: { a: { price: 1 EUR/month, from: 0099-12-31, until: 0099-12-31 }, b: { price: 1 EUR/month, until: 9999-12-31 } }',
    );
    const changes = pricesBetween(
      early.vendor === undefined ? [] : [early.vendor],
      '0000-01-01',
      '9999-12-31',
    );
    expect(changes.map((c) => [c.on, c.kind])).toEqual([
      ['0099-12-31', 'appeared'],
      ['0100-01-01', 'ended'],
    ]);
  });
});
