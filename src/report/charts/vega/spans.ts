// Bars from one value to another: tornado and waterfall.

import type { SpanChart, SpanRole } from '../chart.ts';
import { colours } from '../colours.ts';
import { apart, type Layer, rowHeight, rows, type Spec, tickText, titleOf, width } from './shared.ts';

const { ink } = colours;

const roleColours: Readonly<Record<SpanRole, string>> = {
  whole: colours.whole.light,
  saves: colours.saves.light,
  adds: colours.adds.light,
  'input low': colours.low.light,
  'input high': colours.high.light,
};

export function spans({ value, rows: all, around }: SpanChart): Spec {
  const names = apart(all.map((row) => row.name));
  const bars = all.flatMap((row, i) =>
    row.bars
      .filter((bar) => Number.isFinite(bar.from) && Number.isFinite(bar.to))
      .map((bar) => ({
        name: names[i],
        from: bar.from,
        to: bar.to,
        // beside a tornado's bar, on its outer side; behind a waterfall's
        at: around === undefined ? Math.max(bar.from, bar.to) : bar.to,
        left: around !== undefined && bar.to < bar.from,
        role: bar.role,
        text: bar.text,
      })),
  );
  const roles = [...new Set(bars.map((bar) => bar.role))];
  const rule: readonly Layer[] =
    around === undefined
      ? []
      : [
          {
            data: { values: [{ value: around.value }] },
            mark: { type: 'rule', color: ink.light },
            encoding: { x: { field: 'value', type: 'quantitative' } },
          },
        ];
  const texts = (left: boolean): Layer => ({
    transform: [{ filter: left ? 'datum.left' : '!datum.left' }],
    mark: { type: 'text', align: left ? 'right' : 'left', baseline: 'middle', dx: left ? -5 : 5 },
    encoding: {
      y: rows(names),
      x: { field: 'at', type: 'quantitative' },
      text: { field: 'text' },
    },
  });
  return {
    width,
    height: all.length * rowHeight,
    data: { values: bars },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.62 } },
        encoding: {
          y: rows(names),
          x: {
            field: 'from',
            type: 'quantitative',
            scale: { zero: around === undefined, padding: around === undefined ? 0 : 60 },
            axis: { title: titleOf(value), labelExpr: tickText, tickCount: 6 },
          },
          x2: { field: 'to' },
          color: {
            field: 'role',
            type: 'nominal',
            scale: { domain: roles, range: roles.map((role) => roleColours[role]) },
            legend: { symbolType: 'square', symbolStrokeWidth: 0 },
          },
        },
      },
      ...rule,
      texts(false),
      texts(true),
    ],
  };
}
