// A median along time, and around it where the middle of the samples lies.

import type { FanChart } from '../chart.ts';
import { colours } from '../colours.ts';
import { figures, type Spec, width } from './shared.ts';

const { low, high } = colours;

export function fan({ x, y, points }: FanChart): Spec {
  const across = figures(
    x,
    points.map((p) => p.x),
    false,
  );
  const up = figures(
    y,
    points.flatMap((p) => [p.low, p.high]),
    true,
  );
  return {
    width,
    height: 280,
    data: { values: [...points] },
    layer: [
      {
        mark: { type: 'area', color: low.light, opacity: 0.75 },
        encoding: {
          x: { field: 'x', type: 'quantitative', ...across, scale: { ...across.scale, nice: false } },
          y: { field: 'low', type: 'quantitative', ...up },
          y2: { field: 'high' },
        },
      },
      {
        mark: { type: 'line', strokeWidth: 2, color: high.light },
        encoding: {
          x: { field: 'x', type: 'quantitative' },
          y: { field: 'median', type: 'quantitative' },
        },
      },
    ],
  };
}
