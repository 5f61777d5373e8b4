// A middle line in the band between whose edges the figure most likely lies.

import type { FanChart } from '../chart.ts';
import { colours } from '../colours.ts';
import { figures, known, type Spec, titleOf, width } from './shared.ts';

const { high, low } = colours;

export function fan({ x, y, points, middle, between }: FanChart): Spec {
  const values = points.map((p) => ({
    x: p.x,
    low: known(p.low),
    middle: known(p.middle),
    high: known(p.high),
    line: middle,
    band: between,
  }));
  const up = figures(
    y,
    points.flatMap((p) => [p.low, p.middle, p.high]),
    true,
  );
  const names = [between, middle];
  const colour = {
    type: 'nominal' as const,
    scale: { domain: names, range: [low.light, high.light] },
    legend: { symbolType: 'square', symbolStrokeWidth: 0 },
  };
  return {
    width,
    height: 240,
    data: { values },
    layer: [
      {
        mark: { type: 'area', opacity: 0.45 },
        encoding: {
          x: { field: 'x', type: 'quantitative', axis: { title: titleOf(x), tickCount: 8 } },
          y: { field: 'low', type: 'quantitative', ...up },
          y2: { field: 'high' },
          color: { field: 'band', ...colour },
        },
      },
      {
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          x: { field: 'x', type: 'quantitative' },
          y: { field: 'middle', type: 'quantitative', ...up },
          color: { field: 'line', ...colour },
        },
      },
    ],
  };
}
