// What the options cost along the other axis: as curves where that is a number, as dots where it is a row of cases.

import type { CompareRow } from '../../analysis/compare.ts';
import { curves } from '../../analysis/curve.ts';
import { onBand } from '../../analysis/figures.ts';
import type { NodeId } from '../../graph/types.ts';
import { interpreter } from '../../grid/interpret.ts';
import type { Place } from '../../grid/layout.ts';
import { type Unit, unitText } from '../../quantity/unit.ts';
import type { ReportComparison } from '../comparison-data.ts';
import type { ReportContext } from '../report-context.ts';
import type { DotChart, LineChart } from './chart.ts';
import { headOf, leftOut, textOf, toldOf, yOf } from './comparison-words.ts';
import { isLogarithmic } from './scales.ts';

/** More than these cannot be told apart. */
const mostOptions = 6;

export function comparisonChart(ctx: ReportContext, c: ReportComparison): LineChart | DotChart | undefined {
  const { graph } = ctx;
  const along = c.over === undefined ? sweepOf(ctx, c.by) : sweepOf(ctx, c.over);
  if (along !== undefined) return curveChart(ctx, c, along);
  if (c.over === undefined) return undefined;
  return graph.axes[c.over]?.kind === 'time' ? timeChart(c) : dotChart(c);
}

/** Months and years stand in the order in which they pass. */
function timeChart(c: ReportComparison): LineChart | undefined {
  const { comparison, around } = c;
  const options = fewest(comparison.rows);
  const times = comparison.over?.points ?? [];
  const lines = options.map(({ label, cells }) => ({
    name: label,
    points: cells.map((cell, i) => ({ x: i + 1, y: cell.value.mid })),
  }));
  if (times.length < 2 || !lines.some(({ points }) => points.some(({ y }) => Number.isFinite(y))))
    return undefined;
  const axis = comparison.over?.label ?? '';
  return {
    kind: 'lines',
    title: `${headOf(c)} of each ${comparison.by.label} by ${axis}${around === '' ? '' : `, at ${around}`}${leftOut(comparison.rows, options)}`,
    alt: `From ${times[0]?.label ?? ''} to ${times.at(-1)?.label ?? ''}: ${toldOf(c, lines)}.`,
    x: { name: axis, unit: '' },
    y: yOf(c),
    lines,
    marks: [],
  };
}

interface Sweep {
  readonly axis: number;
  readonly input: NodeId;
  readonly unit: Unit;
  readonly label: string;
  readonly values: readonly number[];
}

/** Of an axis whose points are numbers of one input, from the smallest to the largest. */
function sweepOf({ graph, grid, plan, base }: ReportContext, axis: number): Sweep | undefined {
  const shape = graph.axes[axis];
  if (shape?.kind !== 'sweep') return undefined;
  const named = graph.names.get(plan.axes.find((a) => a.name === shape.name)?.input ?? '');
  const type = named === undefined ? undefined : graph.nodes[named.node]?.type;
  if (named === undefined || type?.kind !== 'number') return undefined;
  const at = (point: number): Place => base.map((p, a) => (a === axis ? point : p));
  const values = shape.points.map((_, point) => grid.value(named.node, onBand(graph, at(point), 1)));
  const known = values.every(Number.isFinite) && Math.max(...values) > Math.min(...values);
  return known ? { axis, input: named.node, unit: type.unit, label: named.label, values } : undefined;
}

function curveChart(ctx: ReportContext, c: ReportComparison, sweep: Sweep): LineChart | undefined {
  const { graph, base } = ctx;
  const { comparison, over, by, around, figure } = c;
  const options = over === undefined ? undefined : fewest(comparison.rows);
  const places = (options ?? [undefined]).map((row) =>
    base.map((p, a) => (row !== undefined && a === by ? (row.cells[0]?.place[by] ?? p) : p)),
  );
  const span = { from: Math.min(...sweep.values), to: Math.max(...sweep.values) };
  const found = curves(graph, interpreter(graph), {
    input: sweep.input,
    span,
    logarithmic: isLogarithmic(sweep.values),
    figures: places.map((place) => ({ node: figure.node, place: onBand(graph, place, 1) })),
  });
  const lines = found.map((curve, i) => {
    const rate = figure.rate(places[i] ?? base);
    return {
      name: options?.[i]?.label ?? figure.name,
      points: curve.map(({ x, y }) => ({ x, y: y * rate })),
    };
  });
  if (!lines.some((line) => line.points.some((p) => Number.isFinite(p.y)))) return undefined;
  return {
    kind: 'lines',
    title: `${headOf(c)} by ${sweep.label}${around === '' ? '' : `, at ${around}`}${leftOut(comparison.rows, options)}`,
    alt: `As ${sweep.label} goes from ${span.from} to ${span.to} ${unitText(sweep.unit, true)}: ${toldOf(c, lines)}.`,
    x: { name: sweep.label, unit: unitText(sweep.unit, true) },
    y: yOf(c),
    lines,
    marks: [],
  };
}

function dotChart(c: ReportComparison): DotChart | undefined {
  const { comparison, around } = c;
  const options = fewest(comparison.rows);
  const cases = comparison.over?.points ?? [];
  const rows = options.flatMap(({ label, cells }) =>
    cells.map((cell, i) => ({
      case: cases[i]?.label ?? '',
      option: label,
      value: cell.value.mid,
      out: !cell.feasible,
    })),
  );
  if (cases.length < 2 || !rows.some((row) => Number.isFinite(row.value))) return undefined;
  const text = (y: number): string => textOf(c, y);
  const told = cases.map(({ label }, i) => {
    const here = rows.filter((row, r) => r % cases.length === i && Number.isFinite(row.value));
    const sorted = [...here].sort((a, b) => a.value - b.value);
    const [least, most] = [sorted[0], sorted.at(-1)];
    if (least === undefined || most === undefined) return `${label}: unknown`;
    const top = sorted.length < 2 ? '' : ` to ${text(most.value)} (${most.option})`;
    return `${label}: ${text(least.value)} (${least.option})${top}`;
  });
  const hollow = rows.some((row) => row.out) ? '; hollow: a limit breaks' : '';
  const by = comparison.by.label;
  return {
    kind: 'dots',
    title: `${headOf(c)} of each ${by} by ${comparison.over?.label ?? ''}${around === '' ? '' : `, at ${around}`}${leftOut(comparison.rows, options)}${hollow}`,
    alt: `${told.join('; ')}.`,
    cases: { name: comparison.over?.label ?? '', unit: '' },
    y: yOf(c),
    rows,
  };
}

/** Those that are the cheapest anywhere, and then the cheaper ones, in their own order. */
function fewest(rows: readonly CompareRow[]): readonly CompareRow[] {
  if (rows.length <= mostOptions) return rows;
  const last = (row: CompareRow): number => {
    const value = row.cells.at(-1)?.value.mid ?? Number.NaN;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  const wins = (row: CompareRow): number => (row.cells.some((cell) => cell.cheapest) ? 0 : 1);
  const best = [...rows].sort((a, b) => wins(a) - wins(b) || last(a) - last(b)).slice(0, mostOptions);
  return rows.filter((row) => best.includes(row));
}
