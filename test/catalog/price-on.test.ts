// Which price holds on a day.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceOn } from '../../src/catalog/catalog.ts';
import type { DatedTariff, SalesPlan } from '../../src/catalog/types.ts';
import { planOf } from './support.ts';

const plan = planOf(`prices:
  - { price: 9 EUR/month }
  - { from: 2025-01-01, price: 1 EUR/month }
  - { from: 2026-01-01, until: 2026-03-31, price: 2 EUR/month }
  - { from: 2026-06-01, price: 3 EUR/month }
`);

function say(of: SalesPlan, asOf: string | undefined): string {
  const found = priceOn(of, asOf);
  const amount = (price: DatedTariff | undefined): string => {
    const rate = price?.tariff.rate;
    return rate?.kind === 'number' ? String(rate.value) : '-';
  };
  if (found.kind === 'price') return `${amount(found.tariff)} newer ${amount(found.newer)}`;
  return found.kind === 'later'
    ? `later ${amount(found.first)}`
    : `ended ${amount(found.last)} next ${amount(found.next)}`;
}

describe('the price on a day', () => {
  test.each([
    ['2024-12-31', '9 newer 3'],
    ['2025-01-01', '1 newer 3'],
    ['2025-12-31', '1 newer 3'],
    ['2026-01-01', '2 newer 3'],
    ['2026-03-31', '2 newer 3'],
    // an offer that ended gives way to the price that held before it
    ['2026-04-01', '1 newer 3'],
    ['2026-06-01', '3 newer -'],
    ['2030-01-01', '3 newer -'],
    [undefined, '3 newer -'],
  ])('%s', (asOf, expected) => {
    expect(say(plan, asOf)).toBe(expected);
  });

  test('not yet, and no longer', () => {
    const dated = planOf(`prices:
  - { from: 2025-01-01, until: 2025-06-30, price: 1 EUR/month }
  - { from: 2026-01-01, until: 2026-06-30, price: 2 EUR/month }
`);
    expect(say(dated, '2024-01-01')).toBe('later 1');
    expect(say(dated, '2025-08-01')).toBe('ended 1 next 2');
    expect(say(dated, '2026-08-01')).toBe('ended 2 next -');
    expect(say(dated, undefined)).toBe('2 newer -');
  });
});

const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

const history = fc
  .uniqueArray(fc.option(day, { nil: undefined }), { minLength: 1, maxLength: 8 })
  .chain((froms) =>
    fc.tuple(
      fc.constant(froms),
      fc.array(fc.option(day, { nil: undefined }), { minLength: 8, maxLength: 8 }),
    ),
  )
  .map(([froms, untils]): SalesPlan => {
    const prices = froms
      .map((from, i) => ({
        from,
        until: untils[i] !== undefined && (from ?? '') <= untils[i] ? untils[i] : undefined,
      }))
      .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
      .map((dates) => ({ ...(plan.prices[0] as DatedTariff), ...dates }));
    return { ...plan, prices };
  });

describe('always', () => {
  test('the latest that has begun and not ended is taken', () => {
    fc.assert(
      fc.property(history, day, (of, asOf) => {
        const holds = of.prices.filter(
          (p) => (p.from ?? '') <= asOf && (p.until === undefined || asOf <= p.until),
        );
        const found = priceOn(of, asOf);
        if (found.kind === 'price') {
          expect(found.tariff).toBe(holds.at(-1));
          expect(found.newer === undefined).toBe(of.prices.every((p) => (p.from ?? '') <= asOf));
        } else {
          expect(holds).toEqual([]);
          if (found.kind === 'later') expect(found.first).toBe(of.prices[0]);
          else expect(found.last.until !== undefined && found.last.until < asOf).toBe(true);
        }
      }),
    );
  });

  test('without ends, a later day never gives an older price', () => {
    fc.assert(
      fc.property(history, day, day, (ended, a, b) => {
        const of: SalesPlan = { ...ended, prices: ended.prices.map((p) => ({ ...p, until: undefined })) };
        const [early, late] = a <= b ? [a, b] : [b, a];
        const [before, after] = [priceOn(of, early), priceOn(of, late)];
        if (before.kind !== 'price') return;
        expect(after.kind).toBe('price');
        if (after.kind === 'price')
          expect((before.tariff.from ?? '') <= (after.tariff.from ?? '')).toBe(true);
      }),
    );
  });

  test('without a day it is the price on the last of days', () => {
    fc.assert(
      fc.property(history, (of) => {
        expect(priceOn(of, undefined)).toEqual({ kind: 'price', tariff: of.prices.at(-1), newer: undefined });
      }),
    );
  });
});
