// Charts along something: groups over months and along a driver, two that change places, revenue and cost, one figure alone.

import { describe, expect, test } from 'vitest';
import { breakEven } from '../../src/analysis/break-even.ts';
import { numericInputs } from '../../src/analysis/moved-input.ts';
import { overtaking } from '../../src/analysis/overtaking.ts';
import { labelledApart } from '../../src/analysis/sides.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { chartsOf } from '../../src/report/blocks.ts';
import { breakEvenChart, overtakingChart } from '../../src/report/charts/break-even-chart.ts';
import type { AreaChart } from '../../src/report/charts/chart.ts';
import { mostParts } from '../../src/report/charts/colours.ts';
import { figureChart } from '../../src/report/charts/figure-chart.ts';
import { groupsAlong, groupsByMonth } from '../../src/report/charts/group-chart.ts';
import { svgOf } from '../../src/report/charts/svg.ts';
import { compareFigure } from '../../src/report/comparison-data.ts';
import { perMonth, reportContext } from '../../src/report/report-context.ts';
import { modelOf } from '../support/model.ts';
import { fixtureModel, reportOf } from '../support/reports.ts';

const text = `plan: Two ways
currency: EUR
horizon: 12 months
inputs:
  users: { value: 100 users, label: people }
items:
  server: { group: compute, price: 20 EUR/month, count: ceil(users / 100 users) }
  machine: { group: hardware, buy: 120 EUR, life: 12 months }
  support: { group: people, price: 0.10 EUR/user/month, quantity: users }
  nothing: { group: free, price: 0 EUR/month }
limits:
  crowd: { that: total <= 40 EUR/month }
axes:
  way:
    rent: { label: Rent }
    own: { label: Own, server.price: 5 EUR/month, machine.buy: 240 EUR }
`;

function contextOf(plan: string) {
  const model = modelOf(plan);
  return reportContext(model, new Grid(model.graph), new Map(), undefined);
}

const heights = ({ areas }: AreaChart, at: number): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(areas.map(({ name, points }) => [name, points.find(({ x }) => x >= at)?.y]));

describe('areas', () => {
  test('are the groups of each month, the largest at the bottom, those that are nothing left out', () => {
    const ctx = contextOf(text);
    const cash = groupsByMonth(ctx, 'cash');
    expect(cash).toMatchObject({
      kind: 'areas',
      title: 'Cash by month',
      x: { name: 'month' },
      y: { unit: 'EUR/month' },
    });
    expect(cash?.areas.map(({ name }) => name)).toEqual(['hardware', 'compute', 'people']);
    expect(cash && heights(cash, 0)).toEqual({ hardware: 120, compute: 20, people: 10 });
    expect(cash && heights(cash, 5)).toEqual({ hardware: 0, compute: 20, people: 10 });
    expect(cash?.alt).toContain('hardware from 120 EUR/month to 0.00 EUR/month');
  });

  test('are not there where no month differs, or without months', () => {
    expect(groupsByMonth(contextOf(text), 'effective')).toBeUndefined();
    expect(groupsByMonth(contextOf(text.replace('horizon: 12 months\n', '')), 'cash')).toBeUndefined();
  });

  test('along a driver add up to the total at each of its values, with its steps', () => {
    const ctx = contextOf(text);
    const input = numericInputs(ctx.graph).find(({ name }) => name === 'users');
    if (input === undefined) throw new Error('users are an input');
    const along = groupsAlong(ctx, input, { from: 50, to: 250 }, false, 100);
    if (along === undefined) throw new Error('the groups follow users');
    expect(along).toMatchObject({ title: 'Cost by people', x: { name: 'people', unit: 'users' } });
    expect(along.marks).toEqual([{ x: 100, label: 'today' }]);
    for (const { x } of along.areas[0]?.points ?? []) {
      const at = along.areas.map(({ points }) => points.filter((p) => p.x === x).map((p) => p.y));
      const sums = (at[0] ?? []).map((_, i) => at.reduce((sum, ys) => sum + (ys[i] ?? Number.NaN), 0));
      // at a step there are two
      const steps = [Math.ceil(x / 100 - 1e-6), Math.floor(x / 100 + 1e-6) + 1];
      for (const sum of sums)
        expect(
          steps.some((count) => Math.abs(20 * count + 10 + 0.1 * x - sum) < 1e-6),
          `${x}: ${sum}`,
        ).toBe(true);
    }
  });

  test('of many groups are the largest, and the others as one', () => {
    const items = Array.from(
      { length: 12 },
      (_, i) => `  i${i}: { group: g${i}, buy: ${i + 1} EUR, life: 12 months }`,
    );
    const chart = groupsByMonth(
      contextOf(`plan: Many\ncurrency: EUR\nhorizon: 12 months\nitems:\n${items.join('\n')}\n`),
      'cash',
    );
    expect(chart?.areas).toHaveLength(mostParts);
    expect(chart?.areas[0]?.name).toBe('g11');
    expect(chart?.areas.at(-1)?.name).toBe(`${12 - mostParts + 1} more`);
    expect(chart?.areas.reduce((sum, { points }) => sum + (points[0]?.y ?? 0), 0)).toBe(78);
  });

  test('are drawn, unknown or nothing', async () => {
    const chart = groupsByMonth(contextOf(text), 'cash');
    if (chart === undefined) throw new Error('the first month differs');
    const odd = {
      ...chart,
      areas: [
        ...chart.areas,
        {
          name: '<odd & "so">',
          points: [
            { x: 0, y: Number.NaN },
            { x: 12, y: Number.NaN },
          ],
        },
      ],
    };
    const svg = await svgOf(odd);
    expect(svg).toContain('&lt;odd &amp;');
    expect(svg).not.toContain('NaN');
    expect(await svgOf({ ...chart, areas: [] })).toContain('<svg');
  });
});

describe('two that change places', () => {
  const plan = text.replace('server.price: 5 EUR/month', 'server.price: 5 EUR/month, server.count: 5');
  const { graph } = modelOf(plan);
  const sides = (way: number) =>
    graph.axes.map(({ kind, base }, axis) =>
      kind === 'band' ? 1 : axis === graph.axes.findIndex((a) => a.name === 'way') ? way : base,
    );

  test('are marked at every crossing, with the first whole number of the other', () => {
    const input = numericInputs(graph).find(({ name }) => name === 'users');
    if (input === undefined) throw new Error('users are an input');
    const side = (name: string, way: number) => ({ name, label: name, node: graph.total, place: sides(way) });
    const type = graph.nodes[graph.total]?.type;
    if (type?.kind !== 'number') throw new Error('a total is a number');
    const found = breakEven(graph, {
      sides: labelledApart(graph, side('rent', 0), side('own', 1)),
      unit: type.unit,
      input,
      span: { from: 10, to: 1000 },
    });
    const chart = breakEvenChart(graph, { breakEven: found, metric: 'total', at: [] });
    // renting costs 20 for each hundred, owning 35 whatever comes
    expect(chart?.marks).toEqual([
      { x: 100, label: 'now 100 users' },
      { x: 100, label: '101 users' },
    ]);
    expect(chart?.lines.map(({ points }) => points.at(-1)?.y)).toEqual([310, 145]);
    expect(chart).toMatchObject({
      x: { name: 'people', unit: 'users' },
      y: { name: 'total', unit: 'EUR/month' },
    });
  });

  test('along the months show all cash so far', () => {
    const found = overtaking(new Grid(graph), [sides(0), sides(1)]);
    if (found === undefined) throw new Error('there is a horizon');
    const chart = overtakingChart({ overtaking: found, names: ['Rent', 'Own'] }, 'EUR');
    expect(chart.lines.map(({ points }) => points.map(({ y }) => y).slice(0, 2))).toEqual([
      [150, 180],
      [275, 310],
    ]);
    expect(chart.y).toEqual({ name: 'spent', unit: 'EUR' });
    expect(chart.marks).toEqual([]);
  });
});

describe('revenue and cost', () => {
  const chartsIn = (plan: Parameters<typeof reportOf>[0]) =>
    chartsOf(reportOf(plan)).filter(({ title }) => title.startsWith('Revenue and cost'));

  test('are in the report, with today and where it breaks even', () => {
    const [chart, ...others] = chartsIn(fixtureModel('business'));
    expect(others).toEqual([]);
    if (chart?.kind !== 'lines') throw new Error('no such chart');
    expect(chart.title).toBe('Revenue and cost by users, at size=100');
    expect(chart.marks).toEqual([
      { x: 100, label: 'now 100 users' },
      { x: 43, label: '43 users' },
    ]);
    expect(chart.lines.map(({ name }) => name)).toEqual(['revenue', 'cost']);
    expect(chart.alt).toContain('breaks even from: 43 users');
  });

  test('are not there without revenue, or where neither follows anything', () => {
    expect(chartsIn(modelOf(text))).toEqual([]);
    const flat =
      'plan: Flat\ncurrency: EUR\nitems: { a: { price: 3 EUR/month } }\nrevenue: { b: { price: 5 EUR/month } }\n';
    expect(chartsIn(modelOf(flat))).toEqual([]);
  });
});

describe('a figure along one axis alone', () => {
  const chartOf = (plan: string, axisName: string, metric: 'total' | 'spent') => {
    const ctx = contextOf(plan);
    const axis = ctx.graph.axes.findIndex(({ name }) => name === axisName);
    const node = metric === 'total' ? ctx.graph.total : ctx.graph.names.get(metric)?.node;
    if (node === undefined) throw new Error(`no ${metric}`);
    return figureChart(
      ctx,
      compareFigure(ctx, { name: metric, node, unit: perMonth(ctx), rate: () => 1 }, axis, undefined),
    );
  };

  test('is a bar for each point, and says what breaks a limit', () => {
    const chart = chartOf(text, 'way', 'total');
    expect(chart).toMatchObject({
      kind: 'stack',
      title: 'Total of each way',
      bars: [
        { name: 'Rent', text: '40.00', parts: [{ name: 'total', value: 40 }] },
        { name: 'Own', text: '35.00' },
      ],
    });
    const broken = chartOf(text.replace('<= 40', '<= 36'), 'way', 'total');
    expect(broken?.kind === 'stack' && broken.bars.map(({ name }) => name)).toEqual([
      'Rent (breaks a limit)',
      'Own',
    ]);
  });

  test('of many points draws the lowest, in their own order', () => {
    const points = Array.from(
      { length: 40 },
      (_, i) => `    p${i}: { server.price: ${(i * 7) % 40} EUR/month }`,
    );
    const chart = chartOf(
      `${text.slice(0, text.indexOf('    rent:'))}${points.join('\n')}\n`,
      'way',
      'total',
    );
    if (chart?.kind !== 'stack') throw new Error('bars are stacks of one');
    expect(chart.bars).toHaveLength(24);
    expect(chart.title).toContain('(24 of 40 options)');
    expect(Math.max(...chart.bars.flatMap(({ parts }) => parts.map(({ value }) => value)))).toBe(20 + 23 + 0);
  });

  test('is a line along months', () => {
    const chart = chartOf(text, 'month', 'spent');
    if (chart?.kind !== 'lines') throw new Error('months pass');
    expect(chart.lines[0]?.points.map(({ y }) => y).slice(0, 3)).toEqual([150, 180, 210]);
  });

  test('needs two that are known', () => {
    const unknown = text
      .replace('server.price: 5 EUR/month', 'server: { unpriced: nobody says }')
      .replace(', machine.buy: 240 EUR', '');
    expect(chartOf(unknown, 'way', 'total')).toBeUndefined();
  });
});
