// What a slider writes anew, and what it finds written. That the samples are right is a property (test/properties/moved.test.ts).

import { expect, test } from 'vitest';
import { basePlace, sampledAt } from '../../src/grid/layout.ts';
import { Sample } from '../../src/grid/sample.ts';
import { SampledFigures } from '../../src/grid/sampled-figures.ts';
import { loadPlan, moved, type PlanModel, renderDiagnostics } from '../../src/index.ts';

const text = `plan: slid
currency: EUR
horizon: 12 months
inputs:
  users: 400 to 600 users
  share: 20%
  price: 3 EUR/user/month
  postage: 2 EUR/user/month
  least: 10 users
  life: 6 months
formulas:
  active: max(least, users * share)
  drawn: "normal(least, 2 users)"
items:
  seats: { price: price, quantity: active }
  mail: { price: postage, quantity: users * 1.01 ^ (elapsed / 1 month) }
  machines: { buy: 30 EUR, life: life, count: users / 1 user / 100 }
`;

function load(): PlanModel {
  const { model, diagnostics } = loadPlan({ text, file: 'plan.yaml' });
  if (model === undefined) throw new Error(renderDiagnostics(diagnostics));
  return model;
}

/** How many steps there are once a figure was asked for. */
function written({ graph, grid }: PlanModel, name: string): number {
  const sample = new Sample(grid);
  sample.slot(graph.names.get(name)?.node ?? -1, sampledAt(graph, basePlace(graph)));
  return sample.steps.length;
}

function columnOf({ graph, grid }: PlanModel, name: string): Float64Array | undefined {
  const figures = new SampledFigures(grid, { seed: 0, independent: false }, 2048);
  const slots = figures.slots(graph.names.get(name)?.node ?? -1, sampledAt(graph, basePlace(graph)));
  return figures.columns(slots)[0];
}

/** Of one model moved to these values, one after the other. */
function pulled(name: string, input: string, values: readonly number[]): readonly number[] {
  let model = load();
  written(model, name);
  return values.map((x) => {
    model = moved(model, { [input]: x });
    return written(model, name);
  });
}

test('the first move writes what follows it, the next ones nothing', () => {
  const steps = pulled('tco', 'price', [3.1, 3.2, 2.5, 9, 1]);
  expect(new Set(steps).size).toBe(1);
});

test('a move beyond the bounds writes again, and is within them from then on', () => {
  const [near = 0, , far = 0, ...within] = pulled('tco', 'price', [3, 5, 50, 3, 60]);
  expect(far).toBeGreaterThan(near);
  expect(within).toEqual([far, far]);
});

test('what takes the number itself is written with each: a distribution, a length of time', () => {
  for (const [name, input, values] of [
    ['drawn', 'least', [11, 12, 13]],
    ['tco', 'life', [5, 7, 8]],
  ] as const) {
    const steps = pulled(name, input, values);
    expect(steps, name).toEqual([...new Set(steps)].sort((a, b) => a - b));
  }
});

test('what bounds decide is left out of what moves, too', () => {
  const slid = moved(load(), { least: 4 });
  const free = moved(load(), { least: 80 });
  // up to 16 users at the least are fewer than any draw has, up to 320 are not
  const steps = [slid, free].map((model) => {
    const sample = new Sample(model.grid);
    const slot = sample.slot(
      model.graph.names.get('active')?.node ?? -1,
      sampledAt(model.graph, basePlace(model.graph)),
    );
    return sample.steps[slot]?.op;
  });
  expect(steps[0]).not.toEqual({ kind: 'apply', operation: 'max' });
  expect(steps[1]).toEqual({ kind: 'apply', operation: 'max' });
});

test('a figure that does not follow keeps its column, and so does one that comes out the same', () => {
  const base = load();
  columnOf(base, 'tco');
  const first = moved(base, { price: 4 });
  const [still, seats] = [columnOf(first, 'mail.tco'), columnOf(first, 'seats.tco')];
  const again = moved(first, { price: 4 });
  expect(columnOf(again, 'seats.tco')).toBe(seats);
  const second = moved(first, { price: 5 });
  expect(columnOf(second, 'mail.tco')).toBe(still);
  expect(columnOf(second, 'seats.tco')).not.toEqual(seats);
});
