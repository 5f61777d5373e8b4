// A tornado: how far each input moves a figure, the widest swing on top.

import type { SwingRow } from '../../analysis/sensitivity.ts';
import { unitText } from '../../quantity/unit.ts';
import { figureCell, figureText } from '../amounts.ts';
import type { SensitivityAnswer } from '../table-sensitivity.ts';
import { andList } from '../words.ts';
import type { SpanChart, SpanRow } from './chart.ts';

const mostRows = 12;

export function sensitivityChart({ sensitivity, metric }: SensitivityAnswer): SpanChart | undefined {
  const { rows, unit, figure } = sensitivity;
  const known = rows.filter((row) => Number.isFinite(row.swing)).slice(0, mostRows);
  if (known.length === 0 || !Number.isFinite(figure.mid)) return undefined;
  const text = (value: number): string => figureCell({ low: value, mid: value, high: value, unit });
  const bars = (row: SwingRow): SpanRow => ({
    name: row.input.name,
    bars: [
      { from: figure.mid, to: row.low.figure, role: 'input low', text: text(row.low.figure) },
      { from: figure.mid, to: row.high.figure, role: 'input high', text: text(row.high.figure) },
    ],
  });
  const full = (value: number): string => figureText({ low: value, mid: value, high: value, unit });
  const told = known.map(
    ({ input, low, high }) => `${input.name} ${text(low.figure)} to ${text(high.figure)}`,
  );
  return {
    kind: 'spans',
    title: `How far each input alone moves ${metric}${known.length < rows.length ? ` (the ${known.length} that move it most)` : ''}`,
    alt: `Around ${full(figure.mid)}, with each input at its low and at its high end: ${andList(told)}.`,
    value: { name: metric, unit: unitText(unit, true) },
    rows: known.map(bars),
    around: { value: figure.mid, label: full(figure.mid) },
  };
}
