// Odds are what risk says of the same figure, case by case.

import { expect, test } from 'vitest';
import {
  loadPlan,
  moved,
  OutlayError,
  odds,
  type PlanModel,
  renderDiagnostics,
  risk,
} from '../../src/index.ts';

const text = `plan: t
currency: EUR
inputs: { users: 800 to 2_000 users, rate: "triangular(1 GB/user/month, 2 GB/user/month, 5 GB/user/month)" }
items:
  egress: { price: 0.02 EUR/GB, quantity: users * rate }
  server: { price: 20 EUR/month }
axes:
  place: { metered: {}, flat: { egress.price: 0.004 EUR/GB, server.price: 40 to 80 EUR/month } }
  scale: { once: {}, twice: { users: base * 2 } }
`;

function load(set: readonly string[] = []): PlanModel {
  const { model, diagnostics } = loadPlan({ text, file: 'plan.yaml' }, { set });
  if (model === undefined) throw new Error(renderDiagnostics(diagnostics));
  return model;
}

test('quantiles and the odds of being the cheapest are those of risk', () => {
  const model = load();
  const found = odds(model, 'total', { by: 'place', samples: 2_048, seed: 5 });
  const wanted = risk(model, 'total', { by: 'place', samples: 2_048, seed: 5 });
  expect(found.cases).toHaveLength(4);
  for (const [k, { at, p10, median, p90, cheapest }] of found.cases.entries()) {
    const { spread, choice, at: there } = wanted.cases[k] ?? {};
    expect(at).toEqual(there);
    const quantile = (p: number): number | undefined =>
      spread?.quantiles.find((q) => q.probability === p)?.value;
    expect([p10, median, p90]).toEqual([quantile(0.1), quantile(0.5), quantile(0.9)]);
    expect(cheapest).toEqual(choice?.cheapest);
  }
});

test('after a move they are those of the plan with that setting', () => {
  const model = load();
  odds(model, 'total', { samples: 1_024 });
  const dearer = moved(model, { users: 900 });
  expect(odds(dearer, 'total', { samples: 1_024 })).toEqual(
    odds(load(['users=900 users']), 'total', { samples: 1_024 }),
  );
});

test('a distribution that cannot be is told', () => {
  const model = moved(load(), { rate: 'triangular(3 GB/user/month, 2 GB/user/month, 5 GB/user/month)' });
  expect(() => odds(model)).toThrow(OutlayError);
});
