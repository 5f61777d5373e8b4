import { describe, expect, test } from 'vitest';
import { bill } from '../../src/analysis/bill.ts';
import type { Model } from '../../src/graph/build.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { answer, modelOf, tryModel } from '../support/model.ts';

const vendors = {
  acme: `vendor: acme
name: Acme
products:
  box:
    prices:
      - { from: 2025-01-01, price: 10 EUR/month, setup: 50 EUR, source: list }
      - { from: 2026-06-01, price: 12 EUR/month, setup: 50 EUR, source: list }
    regions:
      far: { add: 2 EUR/month, source: list }
      dear: { times: 150%, source: list }
      dark: { unknown: nobody quotes it }
    terms: { year: { off: 20%, source: list }, three: { price: 5 EUR/month, source: list } }
  domain: { price: 24 EUR/year, source: list, date: 2025-01-01 }
  cpu: { price: 0.10 EUR/hour, source: list, date: 2025-01-01 }
  usage: { fee: 20 EUR/month, credit: 20 EUR/month, source: list, date: 2025-01-01 }
  seat: { price: 19 EUR/seat/month, at_least: 3 seats, source: list, date: 2025-01-01 }
`,
};

function planOf(items: string, rest = '', asOf = '2026-05-01'): Model {
  return modelOf(`plan: prices\nas_of: ${asOf}\ncurrency: EUR\nitems:\n${items}\n${rest}`, vendors);
}

describe('regions, terms, discounts, days', () => {
  test.each([
    ['  b: { use: acme/box }', 10],
    ['  b: { use: acme/box, region: far }', 12],
    ['  b: { use: acme/box, region: dear }', 15],
    ['  b: { use: acme/box, region: far, count: 3 }', 36],
    ['  b: { use: acme/box, term: year }', 8],
    ['  b: { use: acme/box, term: three }', 5],
    ['  b: { use: acme/box, region: far, term: year }', 9.6],
    ['  d: { use: acme/domain }', 2],
    ['  c: { use: acme/cpu }', 73],
    ['  c: { use: acme/cpu, hours: 220 hours/month }', 22],
    ['  c: { use: acme/cpu, hours: 220 hours/month, count: 2 }', 44],
    ['  c: { use: acme/cpu, quantity: 100 hours/month }', 10],
    ['  u: { use: acme/usage, quantity: 15 EUR/month }', 20],
    ['  u: { use: acme/usage, quantity: 35 EUR/month }', 35],
    ['  s: { use: acme/seat, quantity: 1 seat }', 57],
    ['  s: { use: acme/seat, quantity: 5 seats }', 95],
    ['  s: { use: acme/seat, count: 4 seats }', 76],
    ['  w: { price: 3 EUR/server/month, count: 4 servers }', 12],
  ])('%s', (items, expected) => {
    expect(answer(planOf(items), 'total')).toBeCloseTo(expected, 9);
  });

  test('an unknown surcharge makes the total unknown', () => {
    expect(answer(planOf('  b: { use: acme/box, region: dark }'), 'total')).toBeNaN();
  });

  test('less than nothing has no cost, and is no credit', () => {
    expect(answer(planOf('  c: { use: acme/cpu, quantity: -100 hours/month }'), 'total')).toBeNaN();
    expect(answer(planOf('  b: { use: acme/box, count: 3 - 5 }'), 'total')).toBeNaN();
    expect(answer(planOf('  b: { use: acme/box, count: 0 }'), 'total')).toBe(0);
    // what is passed through may be a refund
    expect(answer(planOf('  u: { use: acme/usage, quantity: -5 EUR/month }'), 'total')).toBe(20);
  });

  test('as_of picks the price of the day', () => {
    expect(answer(planOf('  b: { use: acme/box }', '', '2026-06-01'), 'total')).toBe(12);
    expect(answer(planOf('  b: { use: acme/box }', '', '2026-05-31'), 'total')).toBe(10);
    const { text } = tryModel(
      'plan: x\nas_of: 2024-01-01\ncurrency: EUR\nitems: { b: { use: acme/box } }\n',
      vendors,
    );
    expect(text).toContain('E502');
    expect(text).toContain('2025-01-01');
  });

  test('set-up is paid once, for each', () => {
    const model = planOf('  b: { use: acme/box, count: 2, once: 5 EUR }');
    expect(answer(model, 'upfront')).toBe(105);
    expect(answer(model, 'total')).toBe(20);
  });

  test('own discounts, one after the other', () => {
    const rest =
      'discounts:\n  - { on: acme/*, off: 10% }\n  - { on: acme/box, off: 50% }\n  - { on: other/*, off: 99% }\n';
    expect(answer(planOf('  b: { use: acme/box }', rest), 'total')).toBeCloseTo(4.5, 12);
  });

  test('an own price book lies over the catalog', () => {
    const rest =
      'prices: { acme: { products: { box: { price: 7 EUR/month, source: contract, date: 2026-01-01 } } } }\n';
    expect(answer(planOf('  b: { use: acme/box }', rest), 'total')).toBe(7);
  });

  test('cash of the first month: yearly prices in full, set-up, one month of the rest', () => {
    const model = planOf('  b: { use: acme/box }\n  d: { use: acme/domain }');
    const [first] = bill(new Grid(model.graph), new Map()).cases;
    expect(first?.total.mid).toBeCloseTo(12, 12);
    expect(first?.firstMonth.mid).toBeCloseTo(10 + 24 + 50, 12);
    expect(first?.yearly.mid).toBeCloseTo(144, 12);
  });

  test('a condition decides whether an item is there', () => {
    const rest = 'inputs: { users: 5 users }\naxes: { n: { few: {}, many: { users: 500 users } } }\n';
    const model = planOf('  b: { use: acme/box, when: users > 100 users }', rest);
    expect(answer(model, 'total')).toBe(0);
    expect(answer(model, 'total at n=many')).toBe(10);
    expect(answer(model, 'upfront')).toBe(0);
  });
});
