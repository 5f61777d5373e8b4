// Parts that add up along a driver or along time, one on top of the other.

import type { AreaChart } from '../chart.ts';
import { colours, partColours } from '../colours.ts';
import { apart, figures, markLayers, type Spec, tickText, titleOf, width } from './shared.ts';

const { paper } = colours;

interface Piece {
  readonly part: string;
  readonly x: number;
  readonly from: number | null;
  readonly to: number | null;
}

export function areas({ x, y, areas: drawn, marks }: AreaChart): Spec {
  const names = apart(drawn.map((area) => area.name));
  const pieces = stacked(drawn, names);
  const across = figures(x, [...pieces.map((p) => p.x), ...marks.map((m) => m.x)], false);
  const scale = { domain: [...names], range: [...partColours(names.length)] };
  return {
    width,
    height: 280,
    data: { values: pieces },
    layer: [
      {
        mark: { type: 'area', stroke: paper.light, strokeWidth: 0.75 },
        encoding: {
          x: { field: 'x', type: 'quantitative' as const, ...across },
          // parts of a sum begin at nothing: such a scale is never logarithmic
          y: {
            field: 'from',
            type: 'quantitative' as const,
            scale: { zero: true },
            axis: { title: titleOf(y), labelExpr: tickText, tickCount: 6 },
          },
          y2: { field: 'to' },
          color: {
            field: 'part',
            type: 'nominal' as const,
            scale,
            legend: names.length < 2 ? null : { symbolType: 'square', symbolStrokeWidth: 0 },
          },
        },
      },
      ...markLayers(marks),
    ],
  };
}

/** What is below nothing hangs down from it. A sum of which one part is unknown is not drawn. */
function stacked(drawn: AreaChart['areas'], names: readonly string[]): readonly Piece[] {
  const count = drawn[0]?.points.length ?? 0;
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    const values = drawn.map((area) => area.points[at]?.y ?? Number.NaN);
    const known = values.every(Number.isFinite);
    let [up, down] = [0, 0];
    return values.map((value, i): Piece => {
      const from = value < 0 ? down : up;
      if (value < 0) down += value;
      else up += value;
      const place = { part: names[i] ?? '', x: drawn[i]?.points[at]?.x ?? 0 };
      return known ? { ...place, from, to: from + value } : { ...place, from: null, to: null };
    });
  });
}
