// Curves to be drawn: right where they are sampled, with both ends of every step, and no point that says nothing.

import { describe, expect, test } from 'vitest';
import { curves } from '../../src/analysis/curve.ts';
import { onBand } from '../../src/analysis/figures.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { modelOf, nodeFor } from '../support/model.ts';

function curveOf(formula: string, from: number, to: number, logarithmic = false) {
  const model = modelOf(`plan: p\ncurrency: EUR\ninputs: { x: 10 users }\n`);
  const node = nodeFor(model, formula);
  const { graph } = model;
  const input = graph.names.get('x')?.node ?? -1;
  const figures = [{ node, place: onBand(graph, basePlace(graph), 1) }];
  const [curve = []] = curves(graph, interpreter(graph), { input, span: { from, to }, logarithmic, figures });
  return curve;
}

describe('a curve', () => {
  test('goes through the values of the figure, from end to end', () => {
    const curve = curveOf('x * x', 1, 100);
    expect(curve[0]).toEqual({ x: 1, y: 1 });
    expect(curve.at(-1)).toEqual({ x: 100, y: 10_000 });
    for (const { x, y } of curve) expect(y).toBeCloseTo(x * x, 9);
  });

  test('spreads its points evenly by factors where it is drawn so', () => {
    const xs = curveOf('x', 1, 10_000, true).map((p) => p.x);
    const factors = xs.slice(1).map((x, i) => x / (xs[i] ?? 1));
    expect(Math.max(...factors) / Math.min(...factors)).toBeCloseTo(1, 9);
  });

  test('a step is as steep as it is, at the right place', () => {
    const curve = curveOf('ceil(x / 25 users) * 10', 1, 100);
    const steps = curve.slice(1).flatMap((p, i) => {
      const before = curve[i] ?? p;
      return p.y === before.y ? [] : [{ at: before.x, width: p.x - before.x, rise: p.y - before.y }];
    });
    expect(steps.map((s) => Math.round(s.at))).toEqual([25, 50, 75]);
    for (const { width, rise, at } of steps) {
      expect(rise).toBe(10);
      expect(width / at).toBeLessThan(1e-6);
    }
    // flat stretches have two ends and nothing between them
    expect(curve.length).toBe(8);
  });

  test('a steep slope is no step', () => {
    const curve = curveOf('max(0 users, x - 50 users) * 1_000', 0, 100);
    const rises = curve
      .slice(1)
      .map((p, i) => ({ dx: p.x - (curve[i]?.x ?? 0), dy: p.y - (curve[i]?.y ?? 0) }));
    for (const { dx, dy } of rises) if (dy > 0) expect(dx).toBeGreaterThan(0.5);
  });

  test('what is unknown on one side is unknown there', () => {
    const curve = curveOf('if x > 50 users then unknown else x', 0, 100);
    expect(curve.filter((p) => p.x < 49).every((p) => p.y === p.x)).toBe(true);
    expect(curve.filter((p) => p.x > 51).every((p) => Number.isNaN(p.y))).toBe(true);
  });
});
