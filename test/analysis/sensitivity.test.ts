// Which inputs move a figure and how far, and which flips the recommendation.

import { describe, expect, test } from 'vitest';
import { type Sensitivity, sensitivity } from '../../src/analysis/sensitivity.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { modelOf, nodeFor } from '../support/model.ts';

function asked(plan: string, formula: string, by = 0.1, axis?: number): Sensitivity {
  const model = modelOf(`plan: test\ncurrency: EUR\n${plan}`);
  const node = nodeFor(model, formula);
  const { graph } = model;
  const type = graph.nodes[node]?.type;
  if (type?.kind !== 'number') throw new Error('no figure');
  return sensitivity(graph, { node, unit: type.unit, place: basePlace(graph), by, axis });
}

const inputs = `inputs:
  a: 100
  b: 10
  wide: 2 to 6
  idle: 5
  none: 0
  lost: unknown
  endless: unlimited
  apart: 7
`;

describe('swings', () => {
  test('the widest comes first, and each has its two ends', () => {
    const { rows } = asked(inputs, 'a + b ^ 2 / 10 + wide * 3');
    expect(rows.map((r) => r.input.name)).toEqual(['a', 'wide', 'b']);
    expect(rows[0]).toMatchObject({
      ownRange: false,
      low: { input: 90 },
      high: { input: expect.closeTo(110, 9) },
    });
    expect(rows[0]?.swing).toBeCloseTo(20, 9);
    expect(rows[1]).toMatchObject({
      ownRange: true,
      low: { input: 2, figure: 116 },
      high: { input: 6, figure: 128 },
      swing: 12,
    });
    expect(rows[2]?.swing).toBeCloseTo(4, 9);
  });

  test('`by` says how far', () => {
    expect(asked(inputs, 'a * 2', 0.5).rows[0]?.swing).toBeCloseTo(200, 9);
  });

  test('equal swings stay in the order of the plan', () => {
    const { rows } = asked('inputs: { z: 10, y: 10, x: 10 }', 'x + y + z');
    expect(rows.map((r) => r.input.name)).toEqual(['z', 'y', 'x']);
  });

  test('a range that falls with its input has its ends the other way round', () => {
    const [row] = asked(inputs, '60 / wide').rows;
    expect(row).toMatchObject({ low: { input: 2, figure: 30 }, high: { input: 6, figure: 10 }, swing: 20 });
  });

  test('what is in the figure and moves nothing, and what is not in it', () => {
    const found = asked(inputs, 'a + max(idle, 50) + none + lost * 0 + min(endless, 3)');
    expect(found.rows).toEqual([]);
    const known = asked(inputs, 'a + max(idle, 50) + none + min(endless, 3)');
    expect(known.rows.map((r) => r.input.name)).toEqual(['a']);
    expect(known.still.map((i) => i.name)).toEqual(['idle']);
    expect(known.unmoved.map((u) => `${u.input.name}: ${u.because}`)).toEqual([
      'none: zero',
      'endless: unlimited',
    ]);
    expect(known.unused.map((i) => i.name)).toEqual(['b', 'wide', 'lost', 'apart']);
  });

  test('what leads into the unknown is first', () => {
    const { rows } = asked(inputs, 'a * 1000 + (if b > 10.5 then unknown else 1)');
    expect(rows.map((r) => [r.input.name, r.swing])).toEqual([
      ['b', Number.NaN],
      ['a', expect.closeTo(20_000, 6)],
    ]);
  });

  test('ranges that belong to no input are told apart', () => {
    const found = asked(inputs, 'wide + (10 to 30)');
    expect(found.figure).toEqual({ low: 12, mid: 24, high: 36 });
    expect(found.otherRanges).toEqual({ low: 14, mid: 24, high: 34 });
    expect(asked(inputs, 'wide * 3').otherRanges).toBeUndefined();
  });

  test('a figure over several cases moves an input in all of them, each from its own value', () => {
    const plan = 'inputs: { n: 10 }\naxes: { size: { s: {}, l: { n: 100 } } }';
    expect(asked(plan, 'sum(n over size)').rows[0]?.swing).toBeCloseTo(22, 9);
  });
});

describe('elasticity', () => {
  const of = (formula: string, more = inputs): unknown =>
    asked(more, formula).rows.find((r) => r.input.name === 'a')?.elasticity;

  test('is the power of a power, and the share of a part', () => {
    expect(of('a ^ 3')).toEqual({ kind: 'steady', value: expect.closeTo(3, 5) });
    expect(of('1 / a')).toEqual({ kind: 'steady', value: expect.closeTo(-1, 5) });
    expect(of('a + 300')).toEqual({ kind: 'steady', value: expect.closeTo(0.25, 9) });
  });

  test('is none at a step or a bend, and nothing between steps', () => {
    expect(of('ceil(a / 50) * 10')).toEqual({ kind: 'step' });
    expect(of('ceil(a / 99) * 10')).toEqual({ kind: 'steady', value: 0 });
    expect(of('max(a, 100) * 2')).toEqual({ kind: 'bend' });
    expect(of('a - 100')).toEqual({ kind: 'none' });
  });
});

describe('the recommendation', () => {
  const plan = `inputs: { users: 1_000 users, rate: 0.01 EUR/user/month, share: 60% }
items: { host: { price: 20 EUR/month } }
limits: { room: users * share <= most }
formulas: { most: 1_500 users }
axes:
  platform:
    small: {}
    metered: { host: { price: rate, quantity: users }, most: 5_000 users }
    large: { host.price: 90 EUR/month, most: 1_000_000 users }
`;
  const flips = (text = plan): readonly string[] => {
    const found = asked(text, 'total', 0.1, 0).recommendation;
    return (found?.flips ?? []).map(
      (f) =>
        `${f.input.name} ${f.up ? 'up' : 'down'} to ${f.whole ?? f.value?.toPrecision(6)}: ${f.to} ${f.because} ${f.limits.join()}`,
    );
  };

  test('is the cheapest that breaks nothing, and the nearest flip is first', () => {
    expect(asked(plan, 'total', 0.1, 0).recommendation?.point).toBe(1);
    expect(flips()).toEqual(['users up to 2001: 0 cheaper ', 'rate up to 0.0200000: 0 cheaper ']);
  });

  test('a limit flips it too, and one that no longer breaks', () => {
    const crowded = plan.replace('users: 1_000 users', 'users: 2_400 users');
    expect(asked(crowded, 'total', 0.1, 0).recommendation?.point).toBe(0);
    expect(flips(crowded)).toEqual([
      'users up to 2501: 1 breaks room',
      'share up to 62.5000: 1 breaks room',
      'users down to 1999: 1 cheaper ',
      'rate down to 0.00833333: 1 cheaper ',
    ]);
    const broken = plan.replace('users: 1_000 users', 'users: 2_600 users');
    expect(asked(broken, 'total', 0.1, 0).recommendation?.point).toBe(1);
    expect(flips(broken)[0]).toBe('users down to 2500: 0 holds room');
  });

  test('no share is moved beyond the whole', () => {
    expect(flips().some((text) => text.startsWith('share'))).toBe(false);
  });

  test('where nothing is possible, the flip is what makes it possible', () => {
    const full = plan
      .replaceAll('1_000_000 users', '100 users')
      .replace('users: 1_000 users', 'users: 9_000 users');
    const found = asked(full, 'total', 0.1, 0).recommendation;
    expect(found?.point).toBeUndefined();
    expect(found?.flips[0]).toMatchObject({ up: false, whole: 8333, to: 1, because: 'holds' });
  });

  test('an input that every point has of its own is moved everywhere by one factor', () => {
    const own = plan
      .replace('metered: {', 'metered: { users: 500 users,')
      .replace('rate: 0.01', 'rate: 0.03');
    const found = asked(own, 'total', 0.1, 0).recommendation;
    const flip = found?.flips.find((f) => f.input.name === 'users');
    expect(flip).toMatchObject({ value: undefined, whole: undefined, to: 0 });
    expect(flip?.factor).toBeCloseTo(4 / 3, 9);
  });
});
