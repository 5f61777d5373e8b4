// Which option is recommended, what is said of the others, and what it may cost to have been wrong: on plans small enough to
// work out by hand.

import { describe, expect, test } from 'vitest';
import { placeOf, readPins } from '../../src/analysis/cases.ts';
import { recommendation } from '../../src/analysis/flips.ts';
import { numericInputs } from '../../src/analysis/moved-input.ts';
import { type Advice, mostScales, recommend } from '../../src/analysis/recommend.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { Grid, GridTooLarge } from '../../src/grid/evaluate.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { modelOf, nodeFor } from '../support/model.ts';

function asked(plan: string, formula = 'total', at: readonly string[] = [], axis = 'platform'): Advice {
  const model = modelOf(`plan: test\ncurrency: EUR\n${plan}`);
  const node = nodeFor(model, formula);
  const { graph } = model;
  const type = graph.nodes[node]?.type;
  if (type?.kind !== 'number') throw new Error('no figure');
  const by = graph.axes.findIndex((a) => a.name === axis);
  const question = { metric: formula, node, unit: type.unit, by };
  return recommend(new Grid(graph), question, readPins(graph, at, new Diagnostics()));
}

const plan = `inputs: { users: 100 users }
items: { host: { price: 10 EUR/month } }
limits: { room: users <= most }
budgets: { little: { that: total <= 15 EUR/month } }
formulas: { most: 1_000 users }
axes:
  platform:
    a: {}
    b: { host.price: 16 EUR/month }
    c: { host.price: 4 EUR/month, most: 50 users }
    d: { host.unpriced: nobody asked }
  stage:
    early: { users: 10 users }
    late: {}
    huge: { users: 5_000 users }
`;

describe('the choice', () => {
  const { scales } = asked(plan);
  const [early, late, huge] = scales;

  test('is the cheapest that is known and breaks no limit, for each scale', () => {
    expect(scales.map((scale) => scale.at.map((c) => c.point).join())).toEqual(['early', 'late', 'huge']);
    expect(scales.map((scale) => scale.cheapest)).toEqual([[2], [0], []]);
  });

  test('is told with what it is below the next, as money and as a share', () => {
    expect(early?.next).toEqual({ options: [0], margin: { low: 6, mid: 6, high: 6 }, share: 0.6 });
    expect(late?.next).toMatchObject({ options: [1], share: 6 / 16 });
    expect(huge?.next).toBeUndefined();
  });

  test('says who is out and why, and what budgets would say', () => {
    expect(late?.options.map((o) => [o.above, o.broken, o.overBudget, o.unknown])).toEqual([
      [0, [], [], []],
      [6, [], ['little'], []],
      [-6, ['room'], [], []],
      [Number.NaN, [], [], ['nobody asked']],
    ]);
    expect(huge?.options.every((o) => o.broken.includes('room'))).toBe(true);
    expect(huge?.options[0]?.above).toBeNaN();
  });

  test('has the flips that the search for flips finds, at its own scale', () => {
    const { graph } = modelOf(`plan: test\ncurrency: EUR\n${plan}`);
    const rest = interpreter(graph);
    for (const [i, stage] of ['early', 'late', 'huge'].entries()) {
      const place = placeOf(graph, readPins(graph, [`stage=${stage}`], new Diagnostics()));
      const found = recommendation(graph, rest, numericInputs(graph), { axis: 0, node: graph.total, place });
      expect(scales[i]?.flips).toEqual(found.flips);
      expect(scales[i]?.cheapest[0]).toBe(found.point);
    }
    expect(early?.flips[0]).toMatchObject({ whole: 51, to: 0, because: 'breaks', limits: ['room'] });
  });

  test('without ranges has no regret, and is what it is at both ends', () => {
    expect(scales.map((scale) => scale.regrets)).toEqual([undefined, undefined, undefined]);
    expect(late?.ends.low.cheapest).toEqual([0]);
    expect(late?.steady).toBe(true);
  });

  test('may be of any figure, and of any axis', () => {
    const perUser = asked(plan, 'total / users', ['stage=late']);
    expect(perUser.scales).toHaveLength(1);
    expect(perUser.scales[0]?.options[1]?.value.mid).toBe(0.16);
    const stages = asked(plan, 'total / users', ['platform=a'], 'stage');
    expect(stages.scales[0]?.cheapest).toEqual([1]);
  });

  test('is asked at the points that are pinned', () => {
    const { scales: only } = asked(plan, 'total', ['stage=early']);
    expect(only).toEqual([early]);
  });
});

describe('ties', () => {
  const equal = (text: string): Advice['scales'][number] | undefined => asked(text).scales[0];

  test('are all named, and the next is the first that is dearer', () => {
    const scale = equal(`items: { host: { price: 10 EUR/month } }
axes: { platform: { a: {}, b: { host.price: 12 EUR/month }, c: {}, d: { host.price: 12 EUR/month } } }
`);
    expect(scale?.cheapest).toEqual([0, 2]);
    expect(scale?.next).toMatchObject({ options: [1, 3], share: 2 / 12 });
  });

  test('float noise does not break one', () => {
    const scale = equal(`formulas: { third: 0.1 + 0.2 }
items: { host: { price: 0.3 EUR/month } }
axes: { platform: { a: { host.price: third * 1 EUR/month }, b: {} } }
`);
    expect(scale?.cheapest).toEqual([0, 1]);
    expect(scale?.options.map((o) => o.above)).toEqual([0, 0]);
    expect(scale?.next).toBeUndefined();
  });
});

describe('what is unknown', () => {
  test('never wins, also where nothing else is possible', () => {
    const [scale] = asked(`items: { host: { price: 10 EUR/month } }
limits: { never: ok }
formulas: { ok: 1 > 2 }
axes: { platform: { a: {}, b: { host.unpriced: no answer, ok: 2 > 1 } } }
`).scales;
    expect(scale?.cheapest).toEqual([]);
    expect(scale?.options[1]).toMatchObject({ broken: [], unknown: ['no answer'] });
  });

  test('is named by what is missing below the figure', () => {
    const text = `inputs: { draw: { value: unknown, unit: W, label: power drawn }, most: { value: unlimited, unit: GB } }
items: { host: { price: 1 EUR/W/month, quantity: draw }, other: { unpriced: of no account here } }
axes: { platform: { a: {}, b: { draw: 3 W } } }
`;
    expect(asked(text, 'host.cost').scales[0]?.options[0]?.unknown).toEqual([
      'host: an input of its cost is unknown',
    ]);
    expect(asked(text, 'draw * 2').scales[0]?.options[0]?.unknown).toEqual(['power drawn is unknown']);
    expect(asked(text, 'draw / (draw - draw)').scales[0]?.options[1]?.unknown).toEqual([
      'a formula gives no figure here',
    ]);
    const endless = asked(text, 'most + draw / 1 W * 1 GB').scales[0];
    expect(endless?.options[1]?.unknown).toEqual(['it is unlimited']);
    expect(endless?.cheapest).toEqual([]);
  });

  test('in a limit excludes nobody, and is said', () => {
    const [scale] = asked(`inputs: { load: { value: unknown, unit: GB } }
items: { host: { price: 10 EUR/month } }
limits: { disk: load <= room }
formulas: { room: 5 GB }
axes: { platform: { a: {}, b: { room: unlimited, host.price: 11 EUR/month } } }
`).scales;
    expect(scale?.cheapest).toEqual([0]);
    expect(scale?.options.map((o) => o.undecided)).toEqual([['disk'], []]);
  });
});

describe('ranges', () => {
  // flat: 30 to 36; metered: 0.10 a GB; mixed: 12 + 0.05 a GB, up to 500 GB
  const text = `inputs: { stored: 100 to 600 GB }
items: { host: { price: 30 to 36 EUR/month } }
limits: { room: stored <= most }
formulas: { most: 10_000 GB, blend: 0.05 EUR/GB/month + 12 EUR/month / stored }
axes:
  platform:
    flat: {}
    metered: { host: { price: 0.10 EUR/GB/month, quantity: stored } }
    mixed: { host: { price: blend, quantity: stored }, most: 500 GB }
`;
  const { scales, metric } = asked(text);
  const [scale] = scales;

  test('the choice at the middle, and at both ends of all ranges', () => {
    expect(metric).toBe('total');
    // at 350 GB: 33, 35, 29.50; at 100 GB: 30, 10, 17; at 600 GB: 36, 60, and the last breaks its limit
    expect(scale?.cheapest).toEqual([2]);
    expect(scale?.ends.low.cheapest).toEqual([1]);
    expect(scale?.ends.high.cheapest).toEqual([0]);
    expect(scale?.ends.high.outcomes[2]?.broken).toEqual(['room']);
    expect(scale?.steady).toBe(false);
  });

  test('the margin keeps the ends of the ranges, also where it is negative there', () => {
    expect(scale?.next?.options).toEqual([0]);
    expect(scale?.next?.margin.low).toBeCloseTo(36 - 42, 9);
    expect(scale?.next?.margin.mid).toBeCloseTo(3.5, 9);
    expect(scale?.next?.margin.high).toBeCloseTo(30 - 17, 9);
  });

  test('the regret of each, where it is, and the choice with the smallest', () => {
    const { options = [], least, scenarios } = scale?.regrets ?? {};
    expect(scenarios?.map((s) => (s.kind === 'input' ? `stored ${s.value}` : s.kind))).toEqual([
      ...['middle', 'stored 100', 'stored 600', 'others', 'others', 'all', 'all'],
    ]);
    // flat at 100 GB with its fee at the middle: 33 against 10
    expect(options[0]?.most).toBeCloseTo(23, 9);
    expect(options[0]?.scenario).toMatchObject({ kind: 'input', end: 'low', value: 100 });
    expect(options[0]?.best).toEqual([1]);
    // metered at 600 GB: 60 against 33
    expect(options[1]?.most).toBeCloseTo(27, 9);
    expect(options[1]?.scenario).toMatchObject({ kind: 'input', end: 'high', value: 600 });
    // mixed at 100 GB: 17 against 10; it is not possible at 600 GB, twice
    expect(options[2]?.most).toBeCloseTo(7, 9);
    expect(options[2]?.fails.map((f) => [f.scenario.kind, f.broken])).toEqual([
      ['input', ['room']],
      ['all', ['room']],
    ]);
    expect(least).toEqual([0]);
  });

  test('a pinned end of the ranges is the only one', () => {
    const high = asked(text, 'total', ['band=high']).scales[0];
    expect(high?.cheapest).toEqual([0]);
    expect(high?.regrets).toBeUndefined();
    expect(high?.options[0]?.value).toEqual({ low: 36, mid: 36, high: 36 });
  });

  test('a scenario in which nothing is possible is told apart and costs nobody', () => {
    const tight = text.replace('most: 10_000 GB', 'most: 550 GB');
    const regrets = asked(tight).scales[0]?.regrets;
    expect(regrets?.impossible.map((s) => s.kind)).toEqual(['input', 'all']);
    expect(regrets?.options.map((r) => r.fails)).toEqual([[], [], []]);
    // 5.50 at the middle; the mixed one 7 with all at their low ends
    expect(regrets?.least).toEqual([1]);
  });

  test('an input that only follows another has no range of its own', () => {
    const follows = `inputs: { users: 10 to 30 users, seats: users * 2 }
items: { host: { price: 1 EUR/user/month, quantity: seats } }
axes: { platform: { a: {}, b: { host.price: 1.5 EUR/user/month } } }
`;
    const regrets = asked(follows).scales[0]?.regrets;
    expect(regrets?.scenarios.flatMap((s) => (s.kind === 'input' ? s.input.name : []))).toEqual([
      'users',
      'users',
    ]);
  });

  test('each option may have its own range of an input', () => {
    const own = `inputs: { hours: 5 hours/month }
items: { admin: { price: 10 EUR/hour, quantity: hours } }
axes: { platform: { self: { hours: 2 to 20 hours/month }, managed: { hours: 3 to 15 hours/month } } }
`;
    const regrets = asked(own).scales[0]?.regrets;
    expect(asked(own).scales[0]?.cheapest).toEqual([1]);
    expect(regrets?.options.map((r) => r.most)).toEqual([50, 10]);
    expect(regrets?.scenarios.map((s) => (s.kind === 'input' ? s.value : 0))).toEqual([
      0,
      undefined,
      undefined,
    ]);
    expect(regrets?.least).toEqual([1]);
  });
});

test('levers stand where they are told to', () => {
  const text = `inputs: { traffic: 100 GB/month }
items: { cdn: { price: 1 EUR/GB, quantity: traffic } }
levers: { codec: { traffic: base * 50% } }
axes: { platform: { a: {}, b: { cdn.price: 0.60 EUR/GB } } }
`;
  expect(asked(text).scales[0]?.options.map((o) => o.value.mid)).toEqual([100, 60]);
  expect(asked(text, 'total', ['codec=on']).scales[0]?.options.map((o) => o.value.mid)).toEqual([50, 30]);
});

test('more scales than anybody reads are refused', () => {
  const points = Array.from({ length: mostScales + 1 }, (_, i) => `p${i}: { users: ${i + 1} users }`);
  const many = `inputs: { users: 1 users }
items: { host: { price: 1 EUR/user/month, quantity: users } }
axes: { platform: { a: {}, b: { host.price: 2 EUR/user/month } }, size: { ${points.join(', ')} } }
`;
  expect(() => asked(many)).toThrow(GridTooLarge);
});
