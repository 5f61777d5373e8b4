// What a bill says of an item in a case where it is had in another way than elsewhere.

import { expect, test } from 'vitest';
import { bill } from '../../src/analysis/bill.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { modelOf } from '../support/model.ts';

const acme = `vendor: acme
products:
  box: { price: 900 USD, provides: { memory: 16 GB }, source: list, date: 2026-01-01 }
`;

test('an item has no quantity where its price needs none, whatever it has elsewhere', () => {
  const model = modelOf(`plan: t
currency: USD
items: { disk: { price: 5 USD/month } }
axes: { way: { flat: {}, metered: { disk: { price: 0.1 USD/GB/month, quantity: 80 GB } } } }
`);
  const [flat, metered] = bill(new Grid(model.graph), new Map()).cases;
  expect(flat?.items[0]?.quantity).toBeUndefined();
  expect(metered?.items[0]?.quantity?.mid).toBe(80);
});

test('what is bought says at which price, the catalog’s or another', () => {
  const model = modelOf(
    `plan: t
currency: USD
items: { server: { buy: acme/box, life: 3 years } }
axes: { deal: { list: {}, offer: { server.buy: 700 USD }, cut: { server.buy: base * 90% } } }
`,
    { acme },
  );
  const { cases } = bill(new Grid(model.graph), new Map());
  expect(cases.map((c) => c.items[0]?.choice?.tariff)).toEqual([
    '900 USD each, bought',
    '700 USD each, bought',
    'base * 90% each, bought',
  ]);
  expect(cases.map((c) => c.items[0]?.cost.mid)).toEqual([25, 700 / 36, 22.5]);
});
