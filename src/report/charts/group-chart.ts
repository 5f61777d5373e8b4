// What the total is made of, along the months of the horizon or along a driver: its groups, one on top of the other.

import { curves } from '../../analysis/curve.ts';
import { monthIndex, onBand } from '../../analysis/figures.ts';
import type { MovedInput, Span } from '../../analysis/moved-input.ts';
import type { NodeId } from '../../graph/types.ts';
import { interpreter } from '../../grid/interpret.ts';
import { unitText } from '../../quantity/unit.ts';
import { moneyText } from '../amounts.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import { andList } from '../words.ts';
import type { AreaChart, Line } from './chart.ts';
import { mostParts } from './colours.ts';

interface Part {
  readonly name: string;
  readonly nodes: readonly NodeId[];
}

/** As the money leaves the account, or as what it pays for is used up. */
export type Flow = 'cash' | 'effective';

/** In the base case; undefined without a horizon, or where no month differs from another. */
export function groupsByMonth(ctx: ReportContext, flow: Flow): AreaChart | undefined {
  const { graph, grid, base, pinned, currency } = ctx;
  const month = monthIndex(graph);
  if (month < 0) return undefined;
  const open = grid.pinnedTo(new Map([...pinned, [month, -1]]));
  const months = graph.axes[month]?.points.length ?? 0;
  const places = Array.from({ length: months }, (_, m) =>
    onBand(
      graph,
      base.map((p, axis) => (axis === month ? m : p)),
      1,
    ),
  );
  const parts = partsOf(ctx, (item) => item[flow]);
  open.evaluate([...new Set(parts.flatMap((part) => part.nodes))]);
  const areas = largest(
    parts.map(({ name, nodes }) => ({
      name,
      points: places.map((place, m) => {
        const sum = nodes.reduce((all, node) => all + open.value(node, place), 0);
        return { x: m + 1, y: sum * currency.rate(place) };
      }),
    })),
  );
  const totals = sums(areas);
  if (totals.every((y) => y === totals[0] || !Number.isFinite(y))) return undefined;
  const what = flow === 'cash' ? 'Cash' : 'Effective cost';
  return {
    kind: 'areas',
    title: `${what} by month`,
    alt: `Over ${months} months: ${told(ctx, areas)}.`,
    x: { name: 'month', unit: '' },
    y: { name: 'cost', unit: unitText(perMonth(ctx)) },
    areas: areas.map((area) => ({ ...area, points: asSteps(area.points) })),
    marks: [],
  };
}

/** A month lasts until the next begins. */
function asSteps(points: Line['points']): Line['points'] {
  return points.flatMap(({ x, y }) => [
    { x: x - 1, y },
    { x, y },
  ]);
}

/** In the base case, as one input goes from one end of a range to the other. */
export function groupsAlong(
  ctx: ReportContext,
  input: MovedInput,
  span: Span,
  logarithmic: boolean,
  now: number,
): AreaChart | undefined {
  const { graph, base, currency } = ctx;
  const parts = partsOf(ctx, (item) => item.cost);
  const place = onBand(graph, base, 1);
  const flat = parts.flatMap(({ nodes }) => nodes);
  const found = curves(graph, interpreter(graph), {
    input: input.node,
    span,
    logarithmic,
    figures: flat.map((node) => ({ node, place })),
    everyPoint: true,
  });
  const rate = currency.rate(base);
  let next = 0;
  const all = parts.map(({ name, nodes }) => {
    const own = found.slice(next, next + nodes.length);
    next += nodes.length;
    const points = (own[0] ?? []).map(({ x }, i) => ({
      x,
      y: own.reduce((sum, curve) => sum + (curve[i]?.y ?? Number.NaN), 0) * rate,
    }));
    return { name, points };
  });
  const areas = largest(all);
  if (!sums(areas).some(Number.isFinite)) return undefined;
  const unit = unitText(input.unit, true);
  return {
    kind: 'areas',
    title: `Cost by ${input.label}`,
    alt: `As ${input.label} goes from ${span.from} to ${span.to} ${unit}: ${told(ctx, areas)}.`,
    x: { name: input.label, unit },
    y: { name: 'cost', unit: unitText(perMonth(ctx)) },
    areas,
    marks: now >= span.from && now <= span.to ? [{ x: now, label: 'today' }] : [],
  };
}

/** Groups where there are several, items otherwise. */
function partsOf(
  { graph, grid, base }: ReportContext,
  nodeOf: (item: ReportContext['graph']['items'][number]) => NodeId | undefined,
): readonly Part[] {
  const items = graph.items.filter((item) => !item.optional && grid.value(item.present, base) !== 0);
  const byGroup = new Set(items.map((item) => item.group)).size > 1;
  const parts = new Map<string, NodeId[]>();
  for (const item of items) {
    const node = nodeOf(item);
    const name = byGroup ? item.group : item.label;
    if (node !== undefined) parts.set(name, [...(parts.get(name) ?? []), node]);
  }
  return [...parts].map(([name, nodes]) => ({ name, nodes }));
}

/** The largest at the bottom, without those that are nothing everywhere; the last of many as one. */
function largest(all: readonly Line[]): readonly Line[] {
  const size = ({ points }: Line): number =>
    Math.max(...points.map(({ y }) => (Number.isNaN(y) ? Number.MAX_VALUE : Math.abs(y))));
  const some = all.filter((line) => size(line) !== 0).sort((a, b) => size(b) - size(a));
  if (some.length <= mostParts) return some;
  const kept = some.slice(0, mostParts - 1);
  const rest = some.slice(mostParts - 1);
  const points = (rest[0]?.points ?? []).map(({ x }, i) => ({
    x,
    y: rest.reduce((sum, line) => sum + (line.points[i]?.y ?? 0), 0),
  }));
  return [...kept, { name: `${rest.length} more`, points }];
}

function sums(areas: readonly Line[]): readonly number[] {
  return (areas[0]?.points ?? []).map((_, i) =>
    areas.reduce((sum, area) => sum + (area.points[i]?.y ?? 0), 0),
  );
}

function told(ctx: ReportContext, areas: readonly Line[]): string {
  const unit = perMonth(ctx);
  const text = (y: number | undefined): string => {
    const value = y ?? Number.NaN;
    return moneyText({ low: value, mid: value, high: value }, unit, 'summary');
  };
  return andList(
    areas.map(({ name, points }) => `${name} from ${text(points[0]?.y)} to ${text(points.at(-1)?.y)}`),
  );
}
