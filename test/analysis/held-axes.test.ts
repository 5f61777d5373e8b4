// Axes that are held: they stand at their base in every answer until a question names one of their points.

import { describe, expect, test } from 'vitest';
import { bill } from '../../src/analysis/bill.ts';
import { readPins } from '../../src/analysis/cases.ts';
import { check } from '../../src/analysis/check.ts';
import { compare } from '../../src/analysis/compare.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { one } from '../../src/quantity/unit.ts';
import { answer, modelOf, nodeFor } from '../support/model.ts';

const head = `plan: P
currency: EUR
inputs: { users: 300 users, per_server: 100 users/server }
items:
  web: { price: 6 EUR/month, count: ceil(users / per_server) }
`;

const axes = `axes:
  load:
    held: yes
    base: measured
    doubled: { per_server: base / 2 }
    measured: {}
`;

describe('a held axis', () => {
  const model = modelOf(
    `${head}${axes}  seats: { sweep: users, values: [1200, 600], base: 600, held: true }\n`,
  );
  const sizedPlan = `${head}${axes}  size: { sweep: users, values: [300, 900] }\n`;
  const sized = modelOf(sizedPlan);

  test('stands at its base until a formula or a pin names another point', () => {
    expect(answer(model, 'total')).toBe(36);
    expect(answer(model, 'total at load=doubled')).toBe(72);
    expect(answer(model, 'total', 'load=doubled')).toBe(72);
    expect(answer(model, 'total at seats=1200')).toBe(72);
    expect(answer(model, 'total at seats=1200, load=doubled')).toBe(144);
  });

  test('is open to functions along it', () => {
    expect(answer(model, 'max(total over load)')).toBe(72);
    expect(answer(model, 'sum(total over seats)')).toBe(108);
  });

  test('makes no cases of bills and checks unless it is pinned', () => {
    const grid = new Grid(sized.graph);
    const open = bill(grid, new Map());
    expect(open.axes).toEqual(['size']);
    expect(open.cases.map((c) => c.total.mid)).toEqual([18, 54]);
    const pinned = readPins(sized.graph, ['load=doubled'], new Diagnostics());
    const doubled = bill(grid, pinned);
    expect(doubled.axes).toEqual(['load', 'size']);
    expect(doubled.cases.map((c) => c.total.mid)).toEqual([36, 108]);
    const tried = modelOf(`${sizedPlan}expect: [{ that: per_server, is: 100 users/server }]`);
    const { results } = check(new Grid(tried.graph));
    expect(results.map((r) => r.status)).toEqual(['holds']);
  });

  test('is compared along where it is asked for', () => {
    const { graph } = sized;
    const [by, over] = ['load', 'size'].map((name) => graph.axes.findIndex((axis) => axis.name === name));
    const question = { metric: 'total', node: nodeFor(sized, 'total'), unit: one, by: by ?? -1, over };
    const { rows } = compare(new Grid(graph), question, new Map());
    expect(rows.map((row) => [row.point, ...row.cells.map((cell) => cell.value.mid)])).toEqual([
      ['doubled', 36, 108],
      ['measured', 18, 54],
    ]);
  });
});
