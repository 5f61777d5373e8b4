// A bill as a picture: over the months of the horizon, along a sweep, or case beside case.

import { monthIndex } from '../../../src/analysis/figures.ts';
import { numericInputs } from '../../../src/analysis/moved-input.ts';
import { billChart } from '../../../src/report/charts/bill-chart.ts';
import type { Chart } from '../../../src/report/charts/chart.ts';
import { groupsAlong, groupsByMonth } from '../../../src/report/charts/group-chart.ts';
import { isLogarithmic } from '../../../src/report/charts/scales.ts';
import { reportContext } from '../../../src/report/report-context.ts';
import type { Asked } from '../session.ts';
import { type BillParams, billColumns } from './bill-columns.ts';
import { pinnedThroughout } from './one-case.ts';

export interface BillPictureParams extends Pick<BillParams, 'basis' | 'across'> {
  /** `time`: by month. `cases`: those of the table. Otherwise the name of a sweep. */
  readonly chart: string;
}

/** undefined where there is nothing to see: one item, or a line that never moves. */
export function billPicture(asked: Asked, { chart, basis, across }: BillPictureParams): Chart | undefined {
  const { model, grid, graph, place, currency } = asked;
  const axis = graph.axes.findIndex((a) => a.name === across);
  const open = new Map([...pinnedThroughout(graph, place)].filter(([index]) => index !== axis));
  const ctx = reportContext(model, grid, open, currency);
  if (chart === 'time' && monthIndex(graph) >= 0)
    return groupsByMonth(ctx, basis === 'cash' ? 'cash' : 'effective');
  const along = alongSweep(asked, ctx, chart);
  if (along !== undefined) return along;
  const columns = billColumns(asked, across, basis);
  const sheet = { title: '', columns, single: columns.length === 1 };
  return billChart(ctx, { sheets: [sheet], shown: columns.length, at: '' });
}

function alongSweep(
  { graph, grid, place }: Asked,
  ctx: ReturnType<typeof reportContext>,
  name: string,
): Chart | undefined {
  const axis = graph.axes.findIndex((a) => a.name === name && a.kind === 'sweep');
  const input = numericInputs(graph).find(
    (i) => i.name === graph.plan.axes.find((a) => a.name === name)?.input,
  );
  if (axis < 0 || input === undefined) return undefined;
  const points = graph.axes[axis]?.points ?? [];
  const at = (point: number): number =>
    grid.value(
      input.node,
      place.map((p, a) => (a === axis ? point : graph.axes[a]?.kind === 'band' ? 1 : p)),
    );
  const values = points.map((_, point) => at(point));
  const span = { from: Math.min(...values), to: Math.max(...values) };
  if (!(span.from < span.to)) return undefined;
  return groupsAlong(ctx, input, span, isLogarithmic(values), at(place[axis] ?? 0));
}
