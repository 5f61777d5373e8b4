// What is uncertain in the total: where it lies in each case, how often it comes to how much in one, and how it widens over time.

import type { FanPoint, Risk, RiskCase } from '../../analysis/risk.ts';
import type { Spread } from '../../analysis/spread.ts';
import { type Unit, unitText } from '../../quantity/unit.ts';
import { moneyCell, moneyText } from '../amounts.ts';
import { andList } from '../words.ts';
import type { FanChart, HistogramChart, SpreadChart } from './chart.ts';

/** More rows than these fill a page. */
const mostRows = 30;

/** None where a single case says as much in its histogram. */
export function spreadChart(
  { cases, unit }: Risk,
  currency: string,
  nameOf: (one: RiskCase) => string,
): SpreadChart | undefined {
  const rows = cases.flatMap((one): SpreadChart['rows'] => {
    const [p5, p10, p50, p90, p95] = [0.05, 0.1, 0.5, 0.9, 0.95].map((p) => quantile(one.spread, p)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (![p5, p50, p95].every(Number.isFinite)) return [];
    const text = moneyCell({ low: p5, mid: p50, high: p95 }, currency, 'bill');
    return [{ name: nameOf(one), wide: [p5, p95], narrow: [p10, p90], median: p50, text }];
  });
  if (rows.length < 2 || rows.every(({ wide: [from, to] }) => from === to)) return undefined;
  const shown = rows.slice(0, mostRows);
  const left = shown.length < rows.length ? `, ${shown.length} of ${rows.length} cases` : '';
  return {
    kind: 'spread',
    title: `Where the total lies in 80% and in 90% of the samples, around its median${left}`,
    alt: `In 90% of the samples: ${andList(
      shown.map(({ name, text }) => `${name} ${text}`),
      12,
    )}, in ${unitText(unit)}.`,
    value: { name: 'total', unit: unitText(unit) },
    rows: shown,
  };
}

/** None where the figure is always the same. */
export function histogramChart({ spread }: RiskCase, unit: Unit, where: string): HistogramChart | undefined {
  const { histogram } = spread;
  if (histogram === undefined) return undefined;
  const { low, high, counts, below, above } = histogram;
  const all = counts.reduce((sum, n) => sum + n, below + above);
  const width = (high - low) / counts.length;
  const marks = [0.1, 0.5, 0.9].map((p) => ({
    x: quantile(spread, p),
    label: p === 0.5 ? 'median' : `${p * 100}%`,
  }));
  const text = (x: number): string => moneyText({ low: x, mid: x, high: x }, unit, 'summary');
  const [p10 = Number.NaN, p50 = Number.NaN, p90 = Number.NaN] = marks.map((mark) => mark.x);
  return {
    kind: 'histogram',
    title: `How often the total comes to how much${where === '' ? '' : `: ${where}`}`,
    alt: `The median is ${text(p50)}; a tenth of the samples is below ${text(p10)}, and a tenth above ${text(p90)}.`,
    value: { name: 'total', unit: unitText(unit) },
    bars: counts.map((n, i) => ({ from: low + i * width, to: low + (i + 1) * width, share: n / all })),
    marks,
  };
}

/** None where it is as narrow at every point: nothing is uncertain then. */
export function fanChart(fan: readonly FanPoint[], unit: Unit): FanChart | undefined {
  const points = fan.flatMap(({ values: [low, median, high] }, i) =>
    [low, median, high].every(Number.isFinite) ? [{ x: i + 1, low, median, high }] : [],
  );
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.every((p) => p.low === p.high)) return undefined;
  const text = ({ low, median, high }: typeof first): string =>
    moneyText({ low, mid: median, high }, unit, 'summary');
  return {
    kind: 'fan',
    title: 'The total by month, its median and 80% of the samples',
    alt: `In 80% of the samples it is ${text(first)} in month ${first.x} and ${text(last)} in month ${last.x}.`,
    x: { name: 'month', unit: '' },
    y: { name: 'total', unit: unitText(unit) },
    points,
  };
}

function quantile({ quantiles }: Spread, probability: number): number {
  return quantiles.find((q) => q.probability === probability)?.value ?? Number.NaN;
}
