// What is earned and what is spent, as more and more are served.

import { curves } from '../../analysis/curve.ts';
import { onBand } from '../../analysis/figures.ts';
import type { MarginCase, Margins } from '../../analysis/margin.ts';
import type { Graph } from '../../graph/types.ts';
import { interpreter } from '../../grid/interpret.ts';
import type { Place } from '../../grid/layout.ts';
import { printQuantity } from '../../quantity/print-quantity.ts';
import { unitText } from '../../quantity/unit.ts';
import { moneyText } from '../amounts.ts';
import type { Money } from '../margin-tables.ts';
import { breakEvenCell } from '../margin-words.ts';
import { caseName } from '../shown-cases.ts';
import { andList } from '../words.ts';
import type { LineChart } from './chart.ts';

/** More marks than these are a grey area. */
const mostMarks = 6;
/** Beyond so many times today's number a break-even is of no use to look at. */
const far = 4;

/** In the case that counts where nobody says which; undefined without a unit, or where neither revenue nor cost follows it. */
export function baseMarginChart(
  graph: Graph,
  answer: Margins,
  base: Place,
  money: Money,
): LineChart | undefined {
  const one = answer.cases.find(({ place }) =>
    place.every((p, axis) => graph.axes[axis]?.kind === 'band' || p === base[axis]),
  );
  const axes = answer.axes.map((name) => graph.axes.findIndex((axis) => axis.name === name));
  const where = answer.cases.length === 1 ? '' : caseName(graph, axes, base);
  return one === undefined ? undefined : marginChart(graph, answer, one, money, where);
}

/** `where`: which case it is; empty for the only one. */
function marginChart(
  graph: Graph,
  answer: Margins,
  one: MarginCase,
  money: Money,
  where: string,
): LineChart | undefined {
  const { per } = answer;
  const { revenue } = graph;
  const { units } = one;
  if (per === undefined || revenue === undefined || units === undefined) return undefined;
  const now = units.now.mid;
  const crossings = (units.breakEven?.middle.crossings ?? []).filter(({ at }) => at <= far * now);
  if (!(now > 0) || (!units.follows.revenue && !units.follows.cost)) return undefined;
  const span = { from: 0, to: Math.max(2 * now, 1.5 * (crossings.at(-1)?.at ?? 0)) };
  const place = onBand(graph, one.place, 1);
  const found = curves(graph, interpreter(graph), {
    input: per.node,
    span,
    logarithmic: false,
    figures: [revenue.earned, graph.total].map((node) => ({ node, place })),
  });
  const rate = money.rate(one);
  const lines = ['revenue', 'cost'].map((name, i) => ({
    name,
    points: (found[i] ?? []).map(({ x, y }) => ({ x, y: y * rate })),
  }));
  if (!lines.some(({ points }) => points.some(({ y }) => Number.isFinite(y)))) return undefined;
  const text = (y: number | undefined): string => {
    const value = y ?? Number.NaN;
    return moneyText({ low: value, mid: value, high: value }, money.unit, 'summary');
  };
  const told = lines.map(
    ({ name, points }) => `${name} goes from ${text(points[0]?.y)} to ${text(points.at(-1)?.y)}`,
  );
  const count = (n: number): string => printQuantity(n, per.unit);
  return {
    kind: 'lines',
    title: `Revenue and cost by ${per.label}${where === '' ? '' : `, at ${where}`}`,
    alt: `From ${count(span.from)} to ${count(span.to)} ${andList(told)}; breaks even from: ${breakEvenCell(answer, units)}.`,
    x: { name: per.label, unit: unitText(per.unit, true) },
    y: { name: 'a month', unit: unitText(money.unit) },
    lines,
    marks: [
      { x: now, label: `now ${count(now)}` },
      ...crossings.slice(0, mostMarks).map(({ at }) => ({ x: at, label: count(at) })),
    ],
  };
}
