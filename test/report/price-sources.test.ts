import { expect, test } from 'vitest';
import type { Choice } from '../../src/graph/types.ts';
import { staleness } from '../../src/report/price-sources.ts';

const choice = (date: string | undefined, newerSince?: string): Choice => ({
  path: 'acme/x',
  label: 'X',
  provider: 'Acme',
  tariff: '1 EUR/month',
  price: undefined,
  provenance: { source: undefined, url: undefined, date, confidence: 'quoted' },
  from: undefined,
  newerSince,
  billing: 'month',
  unpriced: undefined,
});

test('a price is stale after 180 days, counted back from the day of the plan', () => {
  expect(staleness(choice('2026-01-01'), '2026-06-30')).toBeUndefined();
  expect(staleness(choice('2026-01-01'), '2026-07-01')).toEqual({
    kind: 'old',
    seen: '2026-01-01',
    days: 181,
  });
});

test('a price is stale where another one is known since', () => {
  expect(staleness(choice('2026-02-28', '2026-02-01'), '2026-01-01')).toEqual({
    kind: 'newer',
    since: '2026-02-01',
  });
});

test('without a day nothing can be said', () => {
  expect(staleness(choice(undefined), '2026-03-01')).toBeUndefined();
  expect(staleness(choice('2020-01-01'), undefined)).toBeUndefined();
});
