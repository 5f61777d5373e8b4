// The answers of `risk` against plain sums over the same samples, and against what is known of a distribution.

import { describe, expect, test } from 'vitest';
import { type Risk, type RiskQuestion, risk } from '../../src/analysis/risk.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { basePlace, sampledAt } from '../../src/grid/layout.ts';
import { Sample } from '../../src/grid/sample.ts';
import { sampledColumns, sampledProgram } from '../../src/grid/sampled-columns.ts';
import { javascriptMachine } from '../../src/numeric/kernels/javascript.ts';
import { modelOf } from '../support/model.ts';

const plan = `plan: t
currency: EUR
horizon: 6 months
inputs:
  n: { value: 50 to 200 users }
  m: { value: "normal(10, 4)", growth: 10%/month }
limits: { few: n <= 150 users }
budgets: { little: total <= 2_000 EUR/month }
items:
  a: { price: 10 EUR/user/month, quantity: n }
  b: { price: 1 EUR/month, count: "max(m, 0)" }
axes:
  way: { much: {}, little: { a.price: "uniform(5, 14) * 1 EUR/user/month" } }
`;
const samples = 4096;
const sampling = { seed: 3, independent: false };

function ask(more: Partial<RiskQuestion> = {}): {
  readonly found: Risk;
  readonly costs: readonly Float64Array[];
} {
  const { graph } = modelOf(plan);
  const grid = new Grid(graph);
  const { type } = graph.nodes[graph.total] ?? {};
  if (type?.kind !== 'number') throw new Error('a total is a number');
  const by = graph.axes.findIndex(({ name }) => name === 'way');
  const question = { node: graph.total, unit: type.unit, by, samples, sampling, over: undefined, ...more };
  const answer = risk(grid, question, new Map());
  if (!answer.ok) throw new Error('every number here can be drawn');
  const sample = new Sample(new Grid(graph));
  const slots = [0, 1].map((point) =>
    sample.slot(
      graph.total,
      sampledAt(
        graph,
        basePlace(graph).map((p, axis) => (axis === by ? point : p)),
      ),
    ),
  );
  const costs = sampledColumns(sampledProgram(graph, sample, slots, sampling), samples, javascriptMachine);
  return { found: answer.risk, costs };
}

describe('risk', () => {
  test('mean, deviation and quantiles are those of the samples', () => {
    const { found, costs } = ask();
    for (const [k, { spread }] of found.cases.entries()) {
      const sorted = [...(costs[k] ?? [])].sort((a, b) => a - b);
      const mean = sorted.reduce((a, b) => a + b, 0) / samples;
      const variance = sorted.reduce((a, b) => a + (b - mean) ** 2, 0) / (samples - 1);
      expect(spread.mean.value).toBeCloseTo(mean, 8);
      expect(spread.deviation.value).toBeCloseTo(Math.sqrt(variance), 8);
      for (const { probability, value } of spread.quantiles) {
        const rank = (samples - 1) * probability;
        const [low = 0, high = 0] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }
      const counts = spread.histogram?.counts ?? [];
      const outside = (spread.histogram?.below ?? 0) + (spread.histogram?.above ?? 0);
      expect(counts.reduce((a, b) => a + b, 0) + outside).toBe(samples);
    }
  });

  test('the cheapest and its regret are those of the samples', () => {
    const { found, costs } = ask();
    const [much = new Float64Array(), little = new Float64Array()] = costs;
    const wins = much.filter((x, i) => x <= (little[i] ?? 0)).length / samples;
    const regret = much.reduce((sum, x, i) => sum + x - Math.min(x, little[i] ?? 0), 0) / samples;
    expect(found.cases[0]?.choice?.cheapest.value).toBe(wins);
    expect(found.cases[1]?.choice?.cheapest.value).toBe(1 - wins);
    expect(found.cases[0]?.choice?.regret).toBeCloseTo(regret, 8);
    // it is decided by this price alone: knowing it saves all regret but for the cut into groups
    const price = found.cases[1]?.drivers.find(({ name }) => name === 'a.price');
    const least = Math.min(...found.cases.map(({ choice }) => choice?.regret ?? Number.NaN));
    expect(price?.worth ?? 0).toBeGreaterThan(0.9 * least);
    expect(price?.worth ?? 0).toBeLessThanOrEqual(least * 1.02);
  });

  test('chances are those of the distribution', () => {
    const { found } = ask();
    // 50 to 200 is lognormal around 100, and 150 is 0.4055 of its logarithm above, of a deviation of 0.4214
    const [few] = found.cases[0]?.limits ?? [];
    expect(few?.holds.value).toBeCloseTo(0.832, 2);
    expect(few?.holds.error).toBeLessThan(0.005);
    const [little] = found.cases[0]?.budgets ?? [];
    expect(little?.holds.value).toBeCloseTo(0.946, 2);
  });

  test('who is followed most comes first, and the fan widens as its input grows', () => {
    const { graph, ...model } = modelOf(plan);
    const month = graph.axes.findIndex(({ name }) => name === 'month');
    const node = graph.names.get('m')?.node ?? -1;
    const type = graph.nodes[node]?.type;
    if (type?.kind !== 'number') throw new Error('m is a number');
    expect(model).toBeDefined();
    const over = { node, unit: type.unit, axis: month };
    const answer = risk(
      new Grid(graph),
      { node: graph.total, unit: type.unit, by: undefined, samples, sampling, over },
      new Map(),
    );
    if (!answer.ok) throw new Error('every number here can be drawn');
    const [first] = answer.risk.cases;
    expect(first?.drivers[0]?.name).toBe('n');
    expect(first?.drivers[0]?.rank).toBeGreaterThan(0.99);
    expect(first?.drivers[0]?.worth).toBeUndefined();
    const spans = first?.fan.map(({ values: [low, , high] }) => high - low) ?? [];
    expect(spans).toHaveLength(6);
    // 80 % of a normal distribution lie within 1.2816 deviations
    expect(spans[0]).toBeCloseTo(2 * 1.2816 * 4, 1);
    for (const [k, span] of spans.entries()) expect(span).toBeCloseTo((spans[0] ?? 0) * 1.1 ** k, 8);
  });

  test('what cannot be drawn is told, and nothing is answered', () => {
    const { graph } = modelOf('plan: t\ncurrency: EUR\ninputs: { x: "triangular(5, 2, 9)" }\n');
    const node = graph.names.get('x')?.node ?? -1;
    const type = graph.nodes[node]?.type;
    if (type?.kind !== 'number') throw new Error('x is a number');
    const question = { node, unit: type.unit, by: undefined, samples: 100, sampling, over: undefined };
    const answer = risk(new Grid(graph), question, new Map());
    expect(answer.ok ? [] : answer.impossible.map(({ name, parameter }) => [name, parameter])).toEqual([
      ['x', 'mode'],
    ]);
  });
});
