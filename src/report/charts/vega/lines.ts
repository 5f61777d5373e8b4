// Lines along a driver or along time.

import type { LineChart } from '../chart.ts';
import { lineColours, lineDashes } from '../colours.ts';
import { apart, figures, known, markLayers, type Spec, width } from './shared.ts';

/** Milliseconds. */
const day = 86_400_000;

export function lines({ x, y, lines: drawn, marks, dated }: LineChart): Spec {
  const unit = dated === true ? day : 1;
  const names = apart(drawn.map((line) => line.name));
  const points = drawn.flatMap((line, i) =>
    line.points.map((p, order) => ({ name: names[i], x: p.x * unit, y: known(p.y), order })),
  );
  const few = drawn.every((line) => line.points.length <= 12);
  const across =
    dated === true
      ? { type: 'temporal' as const, ...dates }
      : {
          type: 'quantitative' as const,
          ...figures(x, [...points.map((p) => p.x), ...marks.map((m) => m.x)], false),
        };
  const up = figures(
    y,
    points.flatMap((p) => p.y ?? []),
    true,
  );
  const place = {
    x: { field: 'x', ...across },
    y: { field: 'y', type: 'quantitative' as const, ...up },
  };
  return {
    width,
    height: 280,
    data: { values: points },
    layer: [
      ...markLayers(marks),
      {
        mark: { type: 'line', strokeWidth: 2, point: few ? { size: 40 } : false },
        encoding: { ...place, order: { field: 'order' }, ...ofLines('name', names) },
      },
    ],
  };
}

/** The same days wherever the chart is drawn. */
const dates = {
  scale: { type: 'utc' as const },
  axis: { title: null, format: '%Y-%m-%d', tickCount: 5, labelOverlap: true },
};

/** Colour and dash together tell lines apart. */
function ofLines(field: string, names: readonly string[]) {
  const nth = <T>(list: readonly T[]): T[] => names.map((_, i) => list[i % list.length] as T);
  const legend = { legend: names.length < 2 ? null : { symbolType: 'stroke', symbolSize: 400 } };
  const scale = { domain: [...names] };
  return {
    color: { field, type: 'nominal' as const, scale: { ...scale, range: nth(lineColours) }, ...legend },
    strokeDash: {
      field,
      type: 'nominal' as const,
      scale: { ...scale, range: nth(lineDashes).map((dash) => [...dash]) },
      ...legend,
    },
  };
}
