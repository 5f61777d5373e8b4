// How much of what is allowed is used.

import type { LadderChart } from '../chart.ts';
import { colours } from '../colours.ts';
import { apart, rowHeight, rows, type Spec, width } from './shared.ts';

const { ink } = colours;

/** A bar that goes on and on would leave no room for the others. */
const mostShare = 1.5;

const stateColours = {
  holds: colours.high.light,
  partly: colours.partly.light,
  broken: colours.broken.light,
} as const;

export function ladder({ rows: all }: LadderChart): Spec {
  const names = apart(all.map((row) => row.name));
  const most = Math.min(mostShare, Math.max(1, ...all.map((row) => row.high)));
  const bars = all.map((row, i) => ({
    ...row,
    name: names[i],
    low: Math.min(row.low, most),
    high: Math.min(row.high, most),
    text: row.high > most ? `› ${row.text}` : row.text,
  }));
  const states = (['holds', 'partly', 'broken'] as const).filter((s) => all.some((row) => row.state === s));
  const scale = { domain: [0, most] };
  const axis = { title: 'used, of what is allowed', format: '.0%', tickCount: 6 };
  return {
    width,
    height: all.length * rowHeight,
    data: { values: bars },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.62 } },
        encoding: {
          y: rows(names),
          x: { field: 'low', type: 'quantitative', stack: null, scale, axis },
          color: {
            field: 'state',
            type: 'nominal',
            scale: { domain: [...states], range: states.map((state) => stateColours[state]) },
            legend: { symbolType: 'square', symbolStrokeWidth: 0 },
          },
        },
      },
      {
        // what it may come to
        mark: { type: 'bar', height: { band: 0.2 } },
        encoding: {
          y: rows(names),
          x: { field: 'low', type: 'quantitative' },
          x2: { field: 'high' },
          color: { field: 'state' },
        },
      },
      {
        data: { values: [{ value: 1 }] },
        mark: { type: 'rule', color: ink.light, strokeWidth: 1.5 },
        encoding: { x: { field: 'value', type: 'quantitative' } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5 },
        encoding: {
          y: rows(names),
          x: { field: 'high', type: 'quantitative' },
          text: { field: 'text' },
        },
      },
    ],
  };
}
