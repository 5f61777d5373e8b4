// The library as others use it.
import { describe, expect, test } from 'vitest';
import {
  bill,
  breakEven,
  check,
  compare,
  definePlan,
  diff,
  explain,
  limits,
  loadPlan,
  margins,
  OutlayError,
  type PlanModel,
  recommend,
  renderDiagnostics,
  risk,
  sensitivity,
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

  test('recommends, and says what flips it', () => {
    const [only] = recommend(modelOf(), { by: 'tier' }).scales;
    expect(only).toMatchObject({ cheapest: [0], next: undefined });
    expect(only?.options[1]?.broken).toEqual(['room']);
    expect(() => recommend(modelOf(), { by: 'tier', metric: 'users > 3 users' })).toThrow('is no figure');
  });

  test('finds where two cases, or two figures, change places', () => {
    const formulas = breakEven(modelOf(), { between: ['server.cost', 'seats.cost'], on: 'users' });
    expect(formulas.middle.crossings.map((c) => c.value)).toEqual([70]);
    expect(formulas.span).toEqual({ from: 50, to: 5000 });
    const cases = breakEven(modelOf(), {
      between: [{ tier: 'small' }, { tier: 'large' }],
      on: 'users',
      from: 10,
      metric: 'total / users',
    });
    expect(cases.middle.throughout).toBe('equal');
    expect(cases.sides.map((side) => side.label)).toEqual(['small', 'large']);
    expect(cases.span).toEqual({ from: 10, to: 20_000 });
    expect(() => breakEven(modelOf(), { between: ['total', 'total'], on: 'seats' })).toThrow('no input');
    expect(() => breakEven(modelOf(), { between: ['total', 'users'], on: 'users' })).toThrow(OutlayError);
    expect(() => breakEven(modelOf(), { between: ['total', 'total'], on: 'users', to: 1 })).toThrow(
      'no range',
    );
  });

  test('moves inputs, and tells what moved between two plans', () => {
    const { rows } = sensitivity(modelOf(), 'total', { by: 0.2, at: { tier: 'small' } });
    expect(rows.map((r) => [r.input.name, r.swing])).toEqual([['users', expect.closeTo(20, 9)]]);
    const { cases, currency } = diff(modelOf(), modelOf({ set: ['users=700'] }), { tier: 'small' });
    expect(currency).toBe('EUR');
    expect(cases.map((c) => c.total.change.mid)).toEqual([expect.closeTo(20, 9)]);
    expect(cases[0]?.items.map((item) => item.name)).toEqual(['seats']);
    expect(() => diff(modelOf(), modelOf(), { tier: 'medium' })).toThrow(OutlayError);
  });

  test('draws what is uncertain', () => {
    const uncertain = modelOf({ set: ['users=100 to 1000'] });
    const { cases } = risk(uncertain, 'total', { by: 'tier', samples: 1024, seed: 3 });
    // the same number of users everywhere leaves nothing to choose
    expect(cases.map(({ choice }) => choice)).toEqual([undefined]);
    expect(cases[0]?.spread.deviation.value).toBeGreaterThan(0);
    expect(cases[0]?.drivers).toEqual([{ name: 'users', rank: expect.closeTo(1, 9), worth: undefined }]);
    const impossible = modelOf({ set: ['users=triangular(9 users, 1 user, 20 users)'] });
    expect(() => risk(impossible)).toThrow(OutlayError);
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
