// A wide and a narrow span around a median, one row to each case.

import type { SpreadChart } from '../chart.ts';
import { colours } from '../colours.ts';
import { apart, figures, type Layer, rowHeight, rows, type Spec, width } from './shared.ts';

const { low, high, ink } = colours;

export function spread({ value, rows: all }: SpreadChart): Spec {
  const names = apart(all.map((row) => row.name));
  const values = all.map(({ wide: [from, to], narrow: [start, end], median, text }, i) => ({
    name: names[i],
    from,
    to,
    start,
    end,
    median,
    text,
  }));
  const x = figures(
    value,
    all.flatMap((row) => [...row.wide]),
    true,
  );
  const bar = (start: string, end: string, band: number, color: string): Layer => ({
    mark: { type: 'bar', height: { band }, color },
    encoding: {
      y: rows(names),
      x: { field: start, type: 'quantitative', ...x },
      x2: { field: end },
    },
  });
  return {
    width,
    height: all.length * rowHeight,
    data: { values },
    layer: [
      bar('from', 'to', 0.24, low.light),
      bar('start', 'end', 0.56, high.light),
      {
        mark: { type: 'tick', thickness: 2, color: ink.light, height: { band: 0.8 } },
        encoding: { y: rows(names), x: { field: 'median', type: 'quantitative' } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5 },
        encoding: {
          y: rows(names),
          x: { field: 'to', type: 'quantitative' },
          text: { field: 'text' },
        },
      },
    ],
  };
}
