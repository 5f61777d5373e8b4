// A figure along one axis alone, where no other is compared with it.

import type { CompareRow } from '../../analysis/compare.ts';
import { isRange } from '../../analysis/figures.ts';
import { figureCell } from '../amounts.ts';
import type { ReportComparison } from '../comparison-data.ts';
import type { ReportContext } from '../report-context.ts';
import { andList } from '../words.ts';
import type { LineChart, StackChart } from './chart.ts';
import { headOf, leftOut, textOf, toldOf, yOf } from './comparison-words.ts';

/** A bar for each point; a line where the points are months or years. */
export function figureChart(
  { graph }: ReportContext,
  c: ReportComparison,
): LineChart | StackChart | undefined {
  return graph.axes[c.by]?.kind === 'time' ? alongTime(c) : barChart(c);
}

/** More bars than these nobody reads; the lowest are drawn. */
const mostBars = 24;

function barChart(c: ReportComparison): StackChart | undefined {
  const { comparison, around, figure, choice } = c;
  const known = comparison.rows.filter(({ cells }) => Number.isFinite(cells[0]?.value.mid));
  if (known.length < 2) return undefined;
  const mid = ({ cells }: CompareRow): number => cells[0]?.value.mid ?? Number.NaN;
  const lowest = [...known].sort((a, b) => mid(a) - mid(b)).slice(0, mostBars);
  const drawn = known.filter((row) => lowest.includes(row));
  const bars = drawn.map((row) => {
    const isOut = choice && row.cells[0]?.feasible === false;
    const value = row.cells[0]?.value ?? { low: Number.NaN, mid: Number.NaN, high: Number.NaN };
    return {
      name: isOut ? `${row.label} (breaks a limit)` : row.label,
      parts: [{ name: figure.name, value: mid(row) }],
      text: figureCell({ ...value, unit: figure.unit }),
    };
  });
  const middle = drawn.some(({ cells: [cell] }) => cell !== undefined && isRange(cell.value));
  return {
    kind: 'stack',
    title: `${headOf(c)} of each ${comparison.by.label}${around === '' ? '' : `, at ${around}`}${leftOut(known, drawn)}${middle ? ' (middle of each range)' : ''}`,
    alt: `${andList(
      drawn.map((row) => `${row.label} ${textOf(c, mid(row))}`),
      mostBars,
    )}.`,
    value: yOf(c),
    bars,
  };
}

function alongTime(c: ReportComparison): LineChart | undefined {
  const { comparison, around, figure } = c;
  const points = comparison.rows.map(({ cells }, i) => ({ x: i + 1, y: cells[0]?.value.mid ?? Number.NaN }));
  if (points.length < 2 || !points.some(({ y }) => Number.isFinite(y))) return undefined;
  const lines = [{ name: figure.name, points }];
  const axis = comparison.by.label;
  return {
    kind: 'lines',
    title: `${headOf(c)} by ${axis}${around === '' ? '' : `, at ${around}`}`,
    alt: `From ${comparison.rows[0]?.label ?? ''} to ${comparison.rows.at(-1)?.label ?? ''}: ${toldOf(c, lines)}.`,
    x: { name: axis, unit: '' },
    y: yOf(c),
    lines,
    marks: [],
  };
}
