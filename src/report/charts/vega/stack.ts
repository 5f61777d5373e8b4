// Bars of parts that add up.

import type { StackChart } from '../chart.ts';
import { colours, partColours } from '../colours.ts';
import { apart, known, rowHeight, rows, type Spec, tickText, titleOf, width } from './shared.ts';

const { paper } = colours;

export function stack({ value, bars }: StackChart): Spec {
  const names = apart(bars.map((bar) => bar.name));
  const parts = [...new Set(bars.flatMap((bar) => bar.parts.map((part) => part.name)))];
  const values = bars.flatMap((bar, i) =>
    bar.parts.map((part) => ({
      name: names[i],
      part: part.name,
      value: known(part.value),
      rank: parts.indexOf(part.name),
    })),
  );
  const ends = bars.map((bar, i) => ({
    name: names[i],
    end: bar.parts.reduce((sum, part) => sum + Math.max(0, part.value || 0), 0),
    text: bar.text,
  }));
  const axis = { title: titleOf(value), labelExpr: tickText, tickCount: 6 };
  return {
    width,
    height: bars.length * rowHeight,
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.68 }, stroke: paper.light, strokeWidth: 1 },
        encoding: {
          y: rows(names),
          x: { field: 'value', type: 'quantitative', stack: 'zero', axis },
          order: { field: 'rank' },
          color: {
            field: 'part',
            type: 'nominal',
            scale: { domain: parts, range: [...partColours(parts.length)] },
            legend: parts.length < 2 ? null : { symbolType: 'square', symbolStrokeWidth: 0 },
          },
        },
      },
      {
        data: { values: ends },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5 },
        encoding: {
          y: rows(names),
          x: { field: 'end', type: 'quantitative' },
          text: { field: 'text' },
        },
      },
    ],
  };
}
