// Bars side by side: how often a figure comes to how much.

import type { HistogramChart } from '../chart.ts';
import { colours } from '../colours.ts';
import { marked, type Spec, tickText, titleOf, width } from './shared.ts';

const { high, paper } = colours;

export function histogram({ value, bars, marks }: HistogramChart): Spec {
  const axis = { title: titleOf(value), labelExpr: tickText, tickCount: 6 };
  return {
    width,
    height: 200,
    data: { values: [...bars] },
    layer: [
      {
        mark: { type: 'bar', color: high.light, stroke: paper.light, strokeWidth: 0.5 },
        encoding: {
          x: { field: 'from', type: 'quantitative', scale: { zero: false, nice: false }, axis },
          x2: { field: 'to' },
          y: {
            field: 'share',
            type: 'quantitative',
            axis: { title: 'share of the samples', format: '.0%', tickCount: 4 },
          },
          y2: { datum: 0 },
        },
      },
      ...marked(marks),
    ],
  };
}
