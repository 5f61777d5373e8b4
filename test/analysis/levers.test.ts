// Levers from the language to the answer: what is off, on, asserted, without effect, and more than can be shared out.

import { describe, expect, test } from 'vitest';
import { bill } from '../../src/analysis/bill.ts';
import { readPins } from '../../src/analysis/cases.ts';
import { check } from '../../src/analysis/check.ts';
import { type Levers, levers, mostForShapley } from '../../src/analysis/levers.ts';
import { limits } from '../../src/analysis/limits.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Model } from '../../src/graph/build.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { one } from '../../src/quantity/unit.ts';
import { answer, modelOf, nodeFor } from '../support/model.ts';

const head = 'plan: P\ncurrency: EUR\n';

const overlapping = `${head}
inputs: { traffic: 100 GB/month }
items:
  cdn: { group: network, price: 1 EUR/GB, quantity: traffic }
  app: { group: compute, price: 50 EUR/month }
axes: { tier: { a: {}, b: { traffic: base * 2 } } }
levers:
  cache: { label: cache, note: a week, cdn.quantity: base * 50% }
  codec: { traffic: base * 80% }
  talk: { saves: 5 EUR/month to 7 EUR/month, source: sales, date: 2026-01-02 }
  small: { at tier=b: { app.price: base * 50% } }
limits: { link: traffic <= 90 GB/month }
`;

function asked(model: Model, formula = 'total', ...at: readonly string[]): Levers {
  const pinned = readPins(model.graph, at, new Diagnostics());
  const node = nodeFor(model, formula);
  return levers(new Grid(model.graph), { metric: formula, node, unit: one }, pinned);
}

describe('a lever', () => {
  const model = modelOf(overlapping);

  test('is an axis that stands at off', () => {
    expect(answer(model, 'total')).toBe(150);
    expect(answer(model, 'total at cache=on')).toBe(100);
    expect(answer(model, 'total at cache=on, codec=on')).toBe(90);
    expect(answer(model, 'total', 'cache=on', 'codec=on')).toBe(90);
    expect(answer(model, 'min(total over cache)')).toBe(100);
  });

  test('makes no cases of bills, limits and checks unless it is pinned', () => {
    const grid = new Grid(model.graph);
    expect(bill(grid, new Map()).axes).toEqual(['tier']);
    expect(limits(grid, new Map())).toHaveLength(2);
    const pinned = readPins(model.graph, ['cache=on'], new Diagnostics());
    const on = bill(grid, pinned);
    expect(on.axes).toEqual(['tier', 'cache']);
    expect(on.cases.map((c) => c.total.mid)).toEqual([100, 150]);
    const open = modelOf(`${overlapping}expect: [{ that: compute, is: 50 EUR/month }]`);
    expect(check(new Grid(open.graph)).results).toHaveLength(1);
  });

  test('saves alone, with all others, and in part the same money', () => {
    const found = asked(model);
    expect(found.before.mid).toBe(150);
    expect(found.levers.map((l) => [l.name, l.alone.mid, l.last.mid, l.interaction.mid])).toEqual([
      ['cache', 50, 40, -10],
      ['codec', 20, 10, -10],
      ['talk', 6, 6, 0],
    ]);
    expect(found.levers.map((l) => l.step.mid)).toEqual([50, 10, 6]);
    expect(found.levers.map((l) => l.shapley?.mid)).toEqual([45, 15, 6]);
    expect([found.joint.mid, found.aloneSum.mid]).toEqual([66, 76]);
  });

  test('that changes nothing here is named, and counts where it does', () => {
    expect(asked(model).idle.map((l) => l.name)).toEqual(['small']);
    const there = asked(model, 'total', 'tier=b');
    expect(there.idle).toEqual([]);
    expect(there.levers.find((l) => l.name === 'small')?.alone.mid).toBe(25);
  });

  test('that is pinned is part of the figure before', () => {
    const found = asked(model, 'total', 'cache=on');
    expect(found.before.mid).toBe(100);
    expect(found.levers.map((l) => l.name)).toEqual(['codec', 'talk']);
    expect(found.at.map((c) => `${c.axis}=${c.point}`)).toEqual(['tier=a', 'cache=on']);
  });

  test('may mend a limit', () => {
    expect(asked(model).broken).toEqual({ before: ['link'], after: [] });
  });

  test('sees what the levers before it made of a value', () => {
    const both = modelOf(`${head}items: { a: { price: 10 EUR/month } }
levers: { less: { a.price: base - 2 EUR/month }, half: { a.price: base / 2 } }`);
    expect(answer(both, 'total', 'less=on', 'half=on')).toBe(4);
    const turned = modelOf(`${head}items: { a: { price: 10 EUR/month } }
levers: { half: { a.price: base / 2 }, less: { a.price: base - 2 EUR/month } }`);
    expect(answer(turned, 'total', 'less=on', 'half=on')).toBe(3);
  });

  test('may add and remove items', () => {
    const swap = modelOf(`${head}items: { a: { price: 10 EUR/month } }
levers: { swap: { remove: [a], items: { b: { price: 4 EUR/month } } } }`);
    expect(asked(swap).joint.mid).toBe(6);
  });

  test('can be changed by an option', () => {
    const plan = modelOf(`${head}items: { a: { price: 10 EUR/month } }
axes: { tier: { x: {}, y: { at half=on: { a.price: 1 EUR/month } } } }
levers: { half: { a.price: base / 2 } }`);
    expect(answer(plan, 'total', 'half=on')).toBe(5);
    expect(answer(plan, 'total', 'half=on', 'tier=y')).toBe(0.5);
  });
});

describe('an asserted saving', () => {
  const model = modelOf(overlapping);

  test('is a negative item where the lever is on', () => {
    expect(answer(model, 'total at talk=on')).toBe(144);
    expect(answer(model, 'talk.cost at talk=on')).toBe(-6);
    expect(answer(model, 'asserted_savings at talk=on')).toBe(-6);
    expect(answer(model, 'talk.cost')).toBe(0);
  });

  test('is marked, with its source, in the answer and in bills', () => {
    const talk = asked(model).levers.find((l) => l.name === 'talk');
    expect(talk).toMatchObject({ asserted: true, source: 'sales', alone: { low: 5, mid: 6, high: 7 } });
    const pinned = readPins(model.graph, ['talk=on', 'tier=a'], new Diagnostics());
    const item = bill(new Grid(model.graph), pinned).cases[0]?.items.find((i) => i.name === 'talk');
    expect(item).toMatchObject({ label: 'talk (asserted)', group: 'asserted_savings', optional: false });
    expect(item?.choice).toMatchObject({
      provider: 'asserted',
      provenance: { source: 'sales', date: '2026-01-02' },
    });
  });

  test('may be a formula and a sum a year', () => {
    const yearly = modelOf(`${head}items: { a: { group: compute, price: 100 EUR/month } }
levers: { bulk: { saves: 24 EUR/year }, deal: { saves: compute * 10% } }`);
    expect(asked(yearly).levers.map((l) => l.alone.mid)).toEqual([2, 10]);
  });
});

describe('many levers', () => {
  const plan = (n: number): string => {
    const levers_ = Array.from({ length: n }, (_, i) => `  l${i}: { x: base * 90% }`);
    return `${head}inputs: { x: 1 }\nitems: { a: { price: 100 EUR/month, count: x } }\nlevers:\n${levers_.join('\n')}`;
  };

  test(`up to ${mostForShapley} have fair shares`, () => {
    const found = asked(modelOf(plan(mostForShapley)));
    const shares = found.levers.map((l) => l.shapley?.mid ?? Number.NaN);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(found.joint.mid, 9);
    for (const share of shares) expect(share).toBeCloseTo(found.joint.mid / mostForShapley, 9);
  });

  test('more than that have a waterfall only', () => {
    const found = asked(modelOf(plan(mostForShapley + 1)));
    expect(found.levers.every((l) => l.shapley === undefined)).toBe(true);
    const steps = found.levers.reduce((sum, l) => sum + l.step.mid, 0);
    expect(steps).toBeCloseTo(found.joint.mid, 9);
  });

  test('thirty do not make a bill of more cases', () => {
    const model = modelOf(plan(30));
    expect(bill(new Grid(model.graph), new Map()).cases).toHaveLength(1);
  });
});

test('an unknown figure has unknown savings', () => {
  const found = asked(
    modelOf(`${head}inputs: { x: { value: unknown, unit: EUR/month } }
items: { a: { price: 1 EUR/month } }
levers: { l: { a.price: x }, m: { a.price: base / 2 } }`),
  );
  expect(found.before.mid).toBe(1);
  expect(found.joint.mid).toBeNaN();
  expect(found.levers[0]?.shapley?.mid).toBeNaN();
});
