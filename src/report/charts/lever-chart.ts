// Levers as a waterfall: the figure with all of them off, what each step takes away, and what is left.

import type { Levers } from '../../analysis/levers.ts';
import { type Unit, unitText } from '../../quantity/unit.ts';
import { figureCell, figureText } from '../amounts.ts';
import { leverLabel } from '../lever-tables.ts';
import { andList } from '../words.ts';
import type { SpanChart, SpanRow } from './chart.ts';

export function leverChart({ levers, before, after, unit, metric }: Levers): SpanChart | undefined {
  const figures = [before, after, ...levers.map((l) => l.after)];
  if (levers.length === 0 || !figures.every((f) => Number.isFinite(f.mid))) return undefined;
  const whole = (name: string, value: number): SpanRow => ({
    name,
    bars: [{ from: 0, to: value, role: 'whole', text: textOf(value, unit) }],
  });
  const steps = levers.map((lever, i): SpanRow => {
    const from = (levers[i - 1]?.after ?? before).mid;
    const to = lever.after.mid;
    const saves = to <= from;
    const change = textOf(Math.abs(from - to), unit);
    return {
      name: leverLabel(lever),
      bars: [{ from, to, role: saves ? 'saves' : 'adds', text: `${saves ? '-' : '+'}${change}` }],
    };
  });
  const told = steps.map(({ name, bars: [bar] }) => `${name} ${bar?.text ?? ''}`);
  const full = (value: number): string => figureText({ low: value, mid: value, high: value, unit });
  return {
    kind: 'spans',
    title: `Lever by lever: ${metric}`,
    alt: `From ${full(before.mid)} with all levers off, step by step: ${andList(told)}; to ${full(after.mid)} with all levers on.`,
    value: { name: metric, unit: unitText(unit, true) },
    rows: [whole('all levers off', before.mid), ...steps, whole('all levers on', after.mid)],
    around: undefined,
  };
}

function textOf(value: number, unit: Unit): string {
  return figureCell({ low: value, mid: value, high: value, unit });
}
