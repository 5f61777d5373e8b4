// Columns for ranges of a figure, with quantiles and bounds as upright lines.

import type { HistogramChart } from '../chart.ts';
import { colours } from '../colours.ts';
import { type Layer, type Spec, tickText, titleOf, width } from './shared.ts';

const { high, muted, broken } = colours;

/** Labels of marks stand in up to so many rows above the columns, where neighbours would run into one another. */
const labelRows = 3;
const labelHeight = 15;
/** How wide a character of a label is, in pixels. */
const letter = 6.5;

export function histogram({ x, low, high: end, shares, marks }: HistogramChart): Spec {
  const step = (end - low) / shares.length;
  const values = shares.map((share, i) => ({ from: low + i * step, to: low + (i + 1) * step, share }));
  const scale = {
    domain: [Math.min(low, ...marks.map((m) => m.x)), Math.max(end, ...marks.map((m) => m.x))],
    nice: false,
  };
  const [from = 0, to = 0] = scale.domain;
  const lines = inRows(marks, width / (to - from));
  const across = (field: string) => ({ field, type: 'quantitative' as const, scale });
  const colour = {
    condition: { test: 'datum.bound', value: broken.light },
    value: muted.light,
  };
  const label = (row: number): Layer => ({
    transform: [{ filter: `datum.row === ${row}` }],
    mark: { type: 'text', align: 'left', baseline: 'top', dx: 4 },
    encoding: {
      x: across('x'),
      y: { value: (row - labelRows) * labelHeight },
      text: { field: 'label' },
      color: colour,
    },
  });
  const marked: readonly Layer[] = [
    {
      data: { values: lines },
      layer: [
        {
          mark: { type: 'rule', strokeDash: [3, 3] },
          encoding: { x: across('x'), color: colour },
        },
        ...Array.from({ length: labelRows }, (_, row) => label(row)),
      ],
    },
  ];
  return {
    width,
    height: 200,
    data: { values },
    layer: [
      {
        mark: { type: 'bar', color: high.light, binSpacing: 1 },
        encoding: {
          x: {
            ...across('from'),
            axis: { title: titleOf(x), labelExpr: tickText, tickCount: 6, grid: false },
          },
          x2: { field: 'to' },
          y: {
            field: 'share',
            type: 'quantitative',
            axis: { title: 'share of the samples', format: '.0%', tickCount: 4 },
          },
          y2: { datum: 0 },
        },
      },
      ...(marks.length === 0 ? [] : marked),
    ],
  };
}

/** In the lowest row that has room left of the mark; in the emptiest where none has. */
function inRows(marks: HistogramChart['marks'], pixels: number) {
  const ends = Array.from({ length: labelRows }, () => Number.NEGATIVE_INFINITY);
  return [...marks]
    .sort((a, b) => a.x - b.x)
    .map((mark) => {
      const at = mark.x * pixels;
      const free = ends.findLastIndex((end) => end <= at);
      const row = free >= 0 ? free : ends.indexOf(Math.min(...ends));
      ends[row] = at + (mark.label.length + 2) * letter;
      return { ...mark, row };
    });
}
