// Dots of options in a row of cases.

import type { DotChart } from '../chart.ts';
import { lineColours } from '../colours.ts';
import { figures, type Spec, titleOf, width } from './shared.ts';

const dotShapes = ['circle', 'square', 'triangle-up', 'diamond', 'triangle-down', 'cross'];

export function dots({ cases, y, rows: all }: DotChart): Spec {
  const options = [...new Set(all.map((row) => row.option))];
  const names = [...new Set(all.map((row) => row.case))];
  const shown = all.filter((row) => Number.isFinite(row.value));
  const figure = figures(
    y,
    shown.map((row) => row.value),
    true,
  );
  const scale = { domain: options };
  const nth = <T>(list: readonly T[]): T[] => options.map((_, i) => list[i % list.length] as T);
  const legend = options.length < 2 ? { legend: null } : {};
  return {
    width,
    height: 280,
    data: { values: shown },
    layer: [
      {
        mark: { type: 'point', filled: true, size: 90, strokeWidth: 2, opacity: 1 },
        encoding: {
          x: {
            field: 'case',
            type: 'nominal',
            sort: null,
            scale: { domain: names },
            axis: {
              title: titleOf(cases),
              grid: true,
              labelAngle: 0,
              labelOverlap: true,
              labelLimit: width / names.length - 8,
            },
          },
          y: {
            field: 'value',
            type: 'quantitative',
            ...figure,
            // to the next tick, so that the highest dot does not stand on the edge
            scale: { nice: figure.axis.tickCount, ...figure.scale },
          },
          xOffset: { field: 'option', scale: { domain: options } },
          color: {
            field: 'option',
            type: 'nominal',
            scale: { ...scale, range: nth(lineColours) },
            ...legend,
          },
          shape: { field: 'option', type: 'nominal', scale: { ...scale, range: nth(dotShapes) }, ...legend },
          stroke: {
            field: 'option',
            type: 'nominal',
            scale: { ...scale, range: nth(lineColours) },
            ...legend,
          },
          // what breaks a limit is hollow
          fillOpacity: { condition: { test: 'datum.out', value: 0 }, value: 1 },
        },
      },
    ],
  };
}
