// What must hold of every rate card, whatever its figures: a bill never falls as the quantity grows, except for the kinds that
// are known to (a volume price re-prices everything), and graduated tiers have no jump.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Grid } from '../../src/grid/evaluate.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { modelOf, nodeFor } from '../support/model.ts';

/** The bill at each quantity, through the whole pipeline: a sweep over the item's quantity. */
function bills(tariff: string, quantities: readonly number[]): readonly number[] {
  const model = modelOf(`plan: card
currency: EUR
inputs: { used: 0 GB }
items: { store: { use: own/store, quantity: used } }
axes: { used_at: { sweep: used, values: [${quantities.map((q) => `${q} GB`).join(', ')}] } }
prices: { own: { name: Own, products: { store: { ${tariff}, source: test, date: 2026-01-01 } } } }
`);
  const grid = new Grid(model.graph);
  const total = nodeFor(model, 'total');
  return quantities.map((_, i) =>
    grid.value(
      total,
      basePlace(model.graph).map((b, axis) => (axis === 0 ? i : b)),
    ),
  );
}

const price = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
const amount = fc.integer({ min: 1, max: 500 });
const quantities = fc
  .uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 2, maxLength: 12 })
  .map((all) => all.sort((a, b) => a - b));
const bounds = fc.uniqueArray(amount, { minLength: 1, maxLength: 4 }).map((all) => all.sort((a, b) => a - b));
const per = (p: number): string => `${p} EUR/GB/month`;

function tiers(ups: readonly number[], rates: readonly number[]): string {
  const rows = [
    ...ups.map((up, i) => `{ up_to: ${up} GB, price: ${per(rates[i] ?? 0)} }`),
    `{ price: ${per(rates[ups.length] ?? 0)} }`,
  ];
  return `tiers: [${rows.join(', ')}]`;
}

const monotone: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'per unit': price.map((p) => `price: ${per(p)}`),
  'per unit after a free allowance': fc
    .tuple(price, amount)
    .map(([p, f]) => `price: ${per(p)}, free: ${f} GB`),
  'fee and overage': fc
    .tuple(price, amount, price)
    .map(([p, f, fee]) => `fee: ${fee} EUR/month, price: ${per(p)}, free: ${f} GB`),
  'fee with credit': fc
    .tuple(price, price, price)
    .map(([p, fee, c]) => `fee: ${fee} EUR/month, credit: ${c} EUR/month, price: ${per(p)}`),
  'in blocks': fc.tuple(price, amount).map(([p, b]) => `price: ${per(p)}, block: ${b} GB`),
  'with a minimum quantity': fc.tuple(price, amount).map(([p, q]) => `price: ${per(p)}, at_least: ${q} GB`),
  'with a minimum charge': fc
    .tuple(price, price)
    .map(([p, m]) => `price: ${per(p)}, minimum: ${m} EUR/month`),
  graduated: fc
    .tuple(bounds, fc.array(price, { minLength: 5, maxLength: 5 }))
    .map(([b, r]) => `${tiers(b, r)}, mode: graduated`),
};

describe('a bill never falls as the quantity grows', () => {
  for (const [name, cards] of Object.entries(monotone)) {
    test(name, () => {
      fc.assert(
        fc.property(cards, quantities, (card, qs) => {
          const costs = bills(card, qs);
          for (const [i, cost] of costs.entries()) {
            expect(Number.isFinite(cost), `${card} at ${qs[i]}`).toBe(true);
            if (i > 0)
              expect(cost, `${card} from ${qs[i - 1]} to ${qs[i]}`).toBeGreaterThanOrEqual(
                (costs[i - 1] ?? 0) - 1e-9,
              );
          }
        }),
        { numRuns: 40 },
      );
    });
  }

  test('volume tiers and cliffs may fall where a tier begins, and nowhere else', () => {
    const card = `${tiers([100], [0.1, 0.05])}, mode: volume`;
    const costs = bills(card, [99, 100, 101, 102, 300]);
    expect(costs[1]).toBeCloseTo(10, 9);
    expect(costs[2]).toBeCloseTo(101 * 0.05, 9);
    expect(costs[2] ?? 0).toBeLessThan(costs[1] ?? 0);
    expect(costs[3] ?? 0).toBeGreaterThan(costs[2] ?? 0);
    expect(costs[4]).toBeCloseTo(15, 9);
    const cliff = bills(`${tiers([100], [0.1, 0.2])}, mode: cliff`, [100, 101]);
    expect(cliff[0]).toBeCloseTo(10, 9);
    expect(cliff[1]).toBeCloseTo(20.2, 9);
  });
});

describe('graduated tiers', () => {
  test('have no jump: one part in a million more quantity costs next to nothing more', () => {
    fc.assert(
      fc.property(bounds, fc.array(price, { minLength: 5, maxLength: 5 }), (ups, rates) => {
        const near = ups
          .flatMap((up) => [up * (1 - 1e-6), up, up * (1 + 1e-6)])
          .map((q) => Number(q.toFixed(7)));
        const costs = bills(`${tiers(ups, rates)}, mode: graduated`, near);
        for (let i = 0; i < costs.length; i += 3) {
          expect(Math.abs((costs[i + 2] ?? 0) - (costs[i] ?? 0))).toBeLessThanOrEqual(
            1.1 * 2e-6 * (ups[i / 3] ?? 0) + 1e-9,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('equal the sum of their slices', () => {
    fc.assert(
      fc.property(bounds, fc.array(price, { minLength: 5, maxLength: 5 }), quantities, (ups, rates, qs) => {
        const costs = bills(`${tiers(ups, rates)}, mode: graduated`, qs);
        for (const [i, q] of qs.entries()) {
          let below = 0;
          let expected = 0;
          for (const [k, up] of [...ups, Number.POSITIVE_INFINITY].entries()) {
            expected += Math.max(0, Math.min(q, up) - below) * (rates[k] ?? 0);
            below = up;
          }
          expect(costs[i]).toBeCloseTo(expected, 6);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('each kind against its arithmetic', () => {
  test.each([
    ['price: 0.5 EUR/GB/month, free: 10 GB', 30, 10],
    ['fee: 20 EUR/month, credit: 20 EUR/month, price: 1 EUR/GB/month', 21, 21],
    ['fee: 20 EUR/month, credit: 20 EUR/month, price: 1 EUR/GB/month', 10, 20],
    ['price: 1 EUR/GB/month, block: 100 GB', 101, 200],
    ['price: 1 EUR/GB/month, at_least: 50 GB', 3, 50],
    ['price: 1 EUR/GB/month, minimum: 7 EUR/month', 3, 7],
    ['tiers: [{ up_to: 10 GB, fee: 5 EUR/month }, { fee: 9 EUR/month }], mode: volume', 11, 9],
  ])('%s at %d GB is %d', (card, q, expected) => {
    expect(bills(card, [0, q])[1]).toBeCloseTo(expected, 9);
  });
});
