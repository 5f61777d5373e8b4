// What the specifications of several charts have in common.

import type { TopLevelSpec } from 'vega-lite';
import type { LineChart, Measure } from '../chart.ts';
import { colours } from '../colours.ts';
import { isLogarithmic, logDomain, logTicks } from '../scales.ts';

export type Spec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = Spec['layer'][number];

export const width = 560;
export const rowHeight = 26;

/** `1,500`, `2M`, `3.5bn`: a tick has little room. */
export const tickText =
  "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',.3~f') + 'bn' : abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',.3~f') + 'M' : format(datum.value, ',.4~f')";

export function titleOf({ name, unit }: Measure): string {
  return unit === '' || unit === name.toLowerCase() ? name : `${name} (${unit})`;
}

/** The scale and the axis of figures; logarithmic where they span decades. */
export function figures(measure: Measure, values: readonly number[], zero: boolean) {
  const known = values.filter(Number.isFinite);
  const log = isLogarithmic(known);
  const axis = { title: titleOf(measure), labelExpr: tickText, tickCount: 6, labelFlush: false };
  return log
    ? {
        scale: { type: 'log' as const, nice: false, domain: logDomain(known) },
        axis: { ...axis, values: [...logTicks(logDomain(known))] },
      }
    : { scale: { zero }, axis };
}

export function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Two things of the same name are two things. */
export function apart(names: readonly string[]): readonly string[] {
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** Values of x with a word each, behind what is drawn. */
export function markLayers(marks: LineChart['marks']): readonly Layer[] {
  if (marks.length === 0) return [];
  const { muted } = colours;
  const x = { field: 'x', type: 'quantitative' as const };
  return [
    {
      data: { values: [...marks] },
      mark: { type: 'rule', color: muted.light, strokeDash: [3, 3] },
      encoding: { x },
    },
    {
      data: { values: [...marks] },
      mark: { type: 'text', align: 'left', baseline: 'top', dx: 4, color: muted.light },
      encoding: { x, y: { value: 0 }, text: { field: 'label' } },
    },
  ];
}

/** Bars beside one another, in the order of the data. */
export function rows(names: readonly string[]) {
  return {
    field: 'name',
    type: 'nominal' as const,
    scale: { domain: [...names] },
    sort: null,
    axis: { title: null, ticks: false, domain: false },
  };
}
