// Money along the months of the horizon: what was spent so far in each case, and cash beside effective cost in one of them.

import { monthIndex, onBand } from '../../analysis/figures.ts';
import type { Tco, TcoCase } from '../../analysis/tco.ts';
import type { NodeId } from '../../graph/types.ts';
import { unitText } from '../../quantity/unit.ts';
import { moneyText, moneyUnit } from '../amounts.ts';
import { choiceAxis } from '../axis-roles.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import { andList } from '../words.ts';
import type { Line, LineChart } from './chart.ts';

/** More lines than these cannot be told apart. */
const mostCases = 6;

export function spentChart(
  ctx: ReportContext,
  { cases }: Tco,
  nameOf: (one: TcoCase) => string,
): LineChart | undefined {
  const node = ctx.graph.names.get('spent')?.node;
  if (node === undefined) return undefined;
  const shown = fewest(ctx, cases);
  const lines = shown.map((one) => ({ name: nameOf(one) || 'cash', points: along(ctx, node, one) }));
  const unit = moneyUnit(ctx.currency.currency);
  const told = lines.map(({ name, points }) => `${name} ${amount(points.at(-1)?.y, unit)}`);
  const left = shown.length < cases.length ? ` (${shown.length} of ${cases.length} cases)` : '';
  return chartOf(`Cash spent until the end of each month${left}`, told, lines, {
    name: 'spent',
    unit: unitText(unit),
  });
}

/** Of many, those that come to the least along the axis that is a choice, all else as in the base case. */
function fewest({ graph, pinned, base }: ReportContext, cases: readonly TcoCase[]): readonly TcoCase[] {
  if (cases.length <= mostCases) return cases;
  const by = choiceAxis(graph, graph.total, pinned);
  const moving = [...base.keys()].filter((axis) => new Set(cases.map((c) => c.place[axis])).size > 1);
  const atBase = cases.filter((c) => moving.every((axis) => axis === by || c.place[axis] === base[axis]));
  const rank = ({ tco }: TcoCase): number => (Number.isNaN(tco.mid) ? Number.POSITIVE_INFINITY : tco.mid);
  const best = [...atBase].sort((a, b) => rank(a) - rank(b)).slice(0, mostCases);
  return cases.filter((one) => best.includes(one));
}

/** How the two differ: what is bought leaves the account at once, and is used up over its life. */
export function flowChart(ctx: ReportContext, one: TcoCase, name: string): LineChart | undefined {
  const lines = (['cash', 'effective'] as const).flatMap((flow) => {
    const node = ctx.graph.names.get(flow)?.node;
    return node === undefined ? [] : [{ name: flow, points: along(ctx, node, one) }];
  });
  const [cash, effective] = lines;
  const same = cash?.points.every((p, i) => p.y === effective?.points[i]?.y) ?? true;
  if (same) return undefined;
  const unit = perMonth(ctx);
  const told = lines.map(({ name: flow, points }) => {
    const known = points.map((p) => p.y).filter(Number.isFinite);
    return `${flow} between ${amount(Math.min(...known), unit)} and ${amount(Math.max(...known), unit)}`;
  });
  const where = name === '' ? '' : `: ${name}`;
  return chartOf(`Cash and effective cost by month${where}`, told, lines, {
    name: 'cost',
    unit: unitText(unit),
  });
}

function chartOf(
  title: string,
  told: readonly string[],
  lines: readonly Line[],
  y: LineChart['y'],
): LineChart | undefined {
  if (!lines.some((line) => line.points.some((p) => Number.isFinite(p.y)))) return undefined;
  const months = lines[0]?.points.length ?? 0;
  return {
    kind: 'lines',
    title,
    alt: `Over ${months} months: ${andList(told)}.`,
    x: { name: 'month', unit: '' },
    y,
    lines,
    marks: [],
  };
}

function along({ graph, grid, pinned, currency }: ReportContext, node: NodeId, one: TcoCase): Line['points'] {
  const month = monthIndex(graph);
  const open = grid.pinnedTo(new Map([...pinned, [month, -1]]));
  return (graph.axes[month]?.points ?? []).map((_, m) => {
    const place = one.place.map((p, axis) => (axis === month ? m : p));
    return { x: m + 1, y: open.value(node, onBand(graph, place, 1)) * currency.rate(place) };
  });
}

function amount(y: number | undefined, unit: ReturnType<typeof moneyUnit>): string {
  const value = y ?? Number.NaN;
  return moneyText({ low: value, mid: value, high: value }, unit, 'summary');
}
