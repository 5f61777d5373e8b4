// What a move computes and what it keeps. That the figures are right is a property (test/properties/moved.test.ts).

import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/grid/layout.ts';
import {
  loadPlan,
  moved,
  OutlayError,
  type PlanModel,
  renderDiagnostics,
  type Settings,
} from '../../src/index.ts';

const text = `plan: kept
currency: EUR
inputs:
  users: 500 users
  price: 3 EUR/server/month
  share: 20%
  odd: 4 > 3
formulas:
  servers: ceil(users / (100 users/server))
  spend: servers * price
  active: users * share
axes: { tier: { small: {}, large: { users: 2_000 users } } }
`;

function load(set: readonly string[] = []): PlanModel {
  const { model, diagnostics } = loadPlan({ text, file: 'plan.yaml' }, { set });
  if (model === undefined) throw new Error(renderDiagnostics(diagnostics));
  return model;
}

const names = ['servers', 'spend', 'active'] as const;

function columns({ graph, grid }: PlanModel): Readonly<Record<(typeof names)[number], Column>> {
  const id = (name: string): number => graph.names.get(name)?.node ?? -1;
  grid.evaluate(names.map(id));
  const [servers, spend, active] = names.map((name) => grid.column(id(name))) as [Column, Column, Column];
  return { servers, spend, active };
}

function told(model: PlanModel, settings: Settings): string {
  try {
    moved(model, settings);
  } catch (e) {
    if (e instanceof OutlayError) return e.message;
    throw e;
  }
  return '';
}

describe('a move', () => {
  test('keeps the columns that cannot follow it', () => {
    const model = load();
    const before = columns(model);
    const after = columns(moved(model, { price: 4 }));
    expect(after.servers).toBe(before.servers);
    expect(after.active).toBe(before.active);
    expect([...before.spend.data]).toEqual([15, 60]);
    expect([...after.spend.data]).toEqual([20, 80]);
  });

  test('ends where a column comes out the same', () => {
    const model = moved(load(), { users: 510 });
    const before = columns(model);
    const after = columns(moved(model, { users: 520 }));
    expect(after.active.data[0]).toBe(104);
    expect(after.servers).toBe(before.servers);
    expect(after.spend).toBe(before.spend);
  });

  test('lays a number over what options say, and every option is then the same case', () => {
    const { servers } = columns(moved(load(), { users: 900 }));
    expect(servers).toEqual({ axes: [], data: Float64Array.of(9) });
  });

  test('to what it is already is the same grid', () => {
    const model = moved(load(), { users: 510 });
    expect(moved(model, { users: '510 users' }).grid).toBe(model.grid);
  });

  test('leaves the model as it was, and takes the next one from there', () => {
    const base = load();
    const dearer = moved(base, { price: 4 });
    expect([...columns(moved(dearer, { users: 300 })).spend.data]).toEqual([12]);
    expect([...columns(dearer).spend.data]).toEqual([20, 80]);
    expect([...columns(base).spend.data]).toEqual([15, 60]);
  });

  test('a thousand moves leave one setting in the plan', () => {
    let model = load(['price=2 EUR/server/month']);
    for (let i = 0; i < 1_000; i++) model = moved(model, { users: i });
    expect(model.graph.plan.overrides.map(({ span }) => span.source.text)).toEqual([
      text,
      'price=2 EUR/server/month',
      'users=999',
    ]);
  });

  test('takes whatever can be set, and says what cannot', () => {
    const model = load();
    const ranged = moved(model, { users: '100 to 300' });
    expect([...columns(ranged).servers.data]).toEqual([1, 2, 3]);
    expect(columns(moved(ranged, { users: Number.POSITIVE_INFINITY })).active.data[0]).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(columns(moved(model, { price: Number.NaN })).spend.data[0]).toBeNaN();
    expect(told(model, { userz: 3 })).toContain('there is no `userz` to set');
    expect(told(model, { users: '3 EUR' })).toContain('error[E301]');
    expect(told(model, { share: '0.2' })).toContain('write the sign');
    expect(told(model, { users: '' })).toContain('error[');
  });
});
