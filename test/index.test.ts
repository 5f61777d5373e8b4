// The library as others use it.
import { describe, expect, test } from 'vitest';
import {
  bill,
  check,
  compare,
  definePlan,
  explain,
  limits,
  loadPlan,
  margins,
  OutlayError,
  type PlanModel,
  renderDiagnostics,
} from '../src/index.ts';

const plan = definePlan({
  plan: 'A shop',
  as_of: '2026-03-01',
  currency: 'EUR',
  inputs: { users: '500 users' },
  items: {
    server: { use: 'acme/server' },
    seats: { price: '0.10 EUR/user/month', quantity: 'users' },
  },
  limits: { room: 'users <= 1_000 users' },
  axes: { tier: { small: {}, large: { users: '2_000 users' } } },
  expect: [{ that: 'total at tier=small', is: '57.00 EUR/month' }],
});
const vendors = {
  ids: () => ['acme'],
  vendor: (id: string) =>
    id === 'acme'
      ? {
          file: 'acme.yaml',
          text: 'vendor: acme\nproducts: { server: { name: Server, price: 7 EUR/month } }\n',
        }
      : undefined,
};

function modelOf(options: Parameters<typeof loadPlan>[1] = {}): PlanModel {
  const { model, diagnostics } = loadPlan(plan, { vendors, ...options });
  if (model === undefined) throw new Error(renderDiagnostics(diagnostics));
  return model;
}

describe('the library', () => {
  test('bills every case, or the one that is asked for', () => {
    const model = modelOf();
    expect(bill(model).cases.map((c) => c.total.mid)).toEqual([57, 207]);
    expect(bill(model, { tier: 'large' }).cases.map((c) => c.total.mid)).toEqual([207]);
  });

  test('compares, checks, explains, finds limits', () => {
    const model = modelOf();
    const { rows } = compare(model, { by: 'tier', metric: 'total / users' });
    expect(rows.map((r) => r.cells[0]?.value.mid)).toEqual([57 / 500, 207 / 2000]);
    expect(check(model)).toMatchObject({ held: 1, failed: 0 });
    expect(explain(model, 'server.cost').parts.map((p) => p.name)).toEqual(['price of acme/server']);
    expect(limits(model).map((c) => c.limits[0]?.state)).toEqual(['holds', 'broken']);
  });

  test('says what is left of what is earned', () => {
    const { model } = loadPlan({
      plan: 'sold',
      currency: 'EUR',
      inputs: { users: '10 users' },
      items: { server: { price: '30 EUR/month' } },
      revenue: { pro: { price: '4 EUR/user/month', quantity: 'users' } },
    });
    if (model === undefined) throw new Error('it is right');
    const [only] = margins(model, { target: 0.5 }).cases;
    expect([only?.margin.mid, only?.units?.breakEven?.middle.first]).toEqual([10, 8]);
    expect(only?.lines[0]?.price?.target?.mid).toBe(6);
    expect(() => margins(model, { per: 'seats' })).toThrow('no input `seats`');
    expect(() => margins(modelOf())).toThrow('no `revenue`');
  });

  test('lays settings over the plan', () => {
    expect(bill(modelOf({ set: ['users=100'] })).cases.map((c) => c.total.mid)).toEqual([17]);
  });

  test('says what is wrong with a plan, and throws for a question that cannot be asked', () => {
    const { model, diagnostics } = loadPlan({
      text: 'plan: x\ncurrency: EUR\nitems: { a: {} }\n',
      file: 'x.yaml',
    });
    expect(model).toBeUndefined();
    expect(renderDiagnostics(diagnostics)).toContain('x.yaml:3:');
    expect(() => bill(modelOf(), { teir: 'small' })).toThrow(OutlayError);
    expect(() => compare(modelOf(), { by: 'teir' })).toThrow('there is no axis called `teir`');
    expect(() => explain(modelOf(), 'totl')).toThrow('did you mean `total`?');
  });

  test('knows no vendors but those it is given', () => {
    const { diagnostics } = loadPlan(plan);
    expect(diagnostics.map((d) => d.code)).toContain('E501');
  });
});
