// What each case comes to over the horizon: cash and effective cost by year, what is left at the end, and the total cost of
// ownership.

import type { Graph, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import type { BillCurrency } from './bill.ts';
import { casesOf, type Pinned } from './cases.ts';
import {
  addRanged,
  type Coordinate,
  coordinates,
  mapRanged,
  monthIndex,
  type Ranged,
  rangedAlong,
  rangedAt,
} from './figures.ts';

export interface Tco {
  /** ISO code in which every amount stands. */
  readonly currency: string;
  readonly months: number;
  /** What month 1 and the last one are called. */
  readonly from: string;
  readonly until: string;
  /** What the years are called; the last may be shorter. */
  readonly years: readonly string[];
  /** As written: `8%/year`; undefined where money keeps its value, and the present value is the TCO. */
  readonly discount: string | undefined;
  readonly axes: readonly string[];
  readonly cases: readonly TcoCase[];
}

export interface TcoFigures {
  /** As money leaves the account. */
  readonly cashByYear: readonly Ranged[];
  /** As what is paid for is used up. */
  readonly effectiveByYear: readonly Ranged[];
  readonly cash: Ranged;
  /** What is still worth something, or paid in advance, at the end. */
  readonly endValue: Ranged;
  /** `cash` less `endValue`: all of the effective cost. */
  readonly tco: Ranged;
}

export interface TcoItem extends TcoFigures {
  readonly name: string;
  readonly label: string;
  readonly group: string;
}

export interface TcoCase extends TcoFigures {
  readonly place: Place;
  readonly at: readonly Coordinate[];
  readonly presentValue: Ranged;
  /** In the first month. */
  readonly firstMonth: Ranged;
  /** The month with the most cash, by the middle of ranges. */
  readonly peak: { readonly month: string; readonly cash: Ranged };
  /** Limits that break in some month, with the first. */
  readonly broken: readonly { readonly limit: string; readonly month: string }[];
  readonly items: readonly TcoItem[];
}

/** undefined for a plan without a horizon. */
export function tco(whole: Grid, pinned: Pinned, shown?: BillCurrency): Tco | undefined {
  const { graph } = whole;
  const month = monthIndex(graph);
  const { horizon } = graph.plan;
  if (month < 0 || horizon === undefined) return undefined;
  const grid = whole.pinnedTo(new Map([...pinned, [month, -1]]));
  const own = { currency: graph.plan.currency, rate: () => 1 };
  const inCurrency = shown ?? own;
  const counted = graph.items.filter((item) => !item.optional);
  const flows = counted.flatMap((item) => [item.cash, item.effective]).filter((id) => id !== undefined);
  const limits = graph.limits.map((l) => l.holds);
  const totals = ['present_value'].flatMap((name) => graph.names.get(name)?.node ?? []);
  const cases = casesOf(grid, [...flows, ...limits, ...totals], withoutMonth(pinned, month));
  grid.evaluate([...new Set([...flows, ...limits, ...totals])]);
  const points = graph.axes[month]?.points ?? [];
  return {
    currency: inCurrency.currency,
    months: horizon.months,
    from: monthName(graph, month, 0),
    until: monthName(graph, month, points.length - 1),
    years: Array.from({ length: Math.ceil(points.length / 12) }, (_, y) => `year ${y + 1}`),
    discount: horizon.discount === undefined ? undefined : textOf(horizon.discount.span),
    axes: cases.axes.map((axis) => graph.axes[axis]?.name ?? ''),
    cases: cases.places.map((place) =>
      caseAt({ grid, month, months: points.length, place, factor: inCurrency.rate(place) }, cases.axes),
    ),
  };
}

function withoutMonth(pinned: Pinned, month: number): Pinned {
  return new Map([...pinned].filter(([axis]) => axis !== month));
}

function textOf({ source, start, end }: { source: { text: string }; start: number; end: number }): string {
  return source.text.slice(start, end);
}

/** `2027-03`, or `month 13`. */
export function monthName(graph: Graph, month: number, index: number): string {
  const point = graph.axes[month]?.points[index];
  if (point === undefined) return '';
  return point.label === point.name ? `month ${point.name}` : point.label;
}

interface CaseQuestion {
  readonly grid: Grid;
  readonly month: number;
  readonly months: number;
  readonly place: Place;
  readonly factor: number;
}

const nothing: Ranged = { low: 0, mid: 0, high: 0 };

function caseAt(question: CaseQuestion, axes: readonly number[]): TcoCase {
  const { grid, month, months, place, factor } = question;
  const { graph } = grid;
  const items = graph.items
    .filter((item) => !item.optional)
    .flatMap((item): readonly TcoItem[] => {
      if (item.cash === undefined || item.effective === undefined) return [];
      const [cash, effective] = [lineOf(question, item.cash), lineOf(question, item.effective)];
      const { name, label, group } = item;
      const present = [...cash, ...effective].some((r) => r.mid !== 0 || r.low !== 0 || r.high !== 0);
      return present ? [{ name, label, group, ...figuresOf(cash, effective) }] : [];
    });
  const cash = totalLine(months, graph, question, 'cash');
  const effective = totalLine(months, graph, question, 'effective');
  const presentValue = graph.names.get('present_value');
  const peak = cash.reduce((best, r, m) => (r.mid > (cash[best]?.mid ?? Number.NaN) ? m : best), 0);
  return {
    place,
    at: coordinates(graph, axes, place),
    ...figuresOf(cash, effective),
    presentValue:
      presentValue === undefined
        ? nothing
        : mapRanged(rangedAt(grid, presentValue.node, place), (x) => x * factor),
    firstMonth: cash[0] ?? nothing,
    peak: { month: monthName(graph, month, peak), cash: cash[peak] ?? nothing },
    broken: brokenIn(question),
    items,
  };
}

function totalLine(
  months: number,
  graph: Graph,
  question: CaseQuestion,
  name: 'cash' | 'effective',
): readonly Ranged[] {
  const node = graph.names.get(name)?.node;
  return node === undefined ? Array.from({ length: months }, () => nothing) : lineOf(question, node);
}

/** Month by month. */
function lineOf({ grid, month, place, factor }: CaseQuestion, id: NodeId): readonly Ranged[] {
  const line = rangedAlong(grid, id, place, month);
  return factor === 1 ? line : line.map((value) => mapRanged(value, (x) => x * factor));
}

function figuresOf(cash: readonly Ranged[], effective: readonly Ranged[]): TcoFigures {
  const sum = (line: readonly Ranged[]): Ranged => line.reduce(addRanged, nothing);
  const byYear = (line: readonly Ranged[]): readonly Ranged[] =>
    Array.from({ length: Math.ceil(line.length / 12) }, (_, y) => sum(line.slice(y * 12, y * 12 + 12)));
  const [paid, used] = [sum(cash), sum(effective)];
  return {
    cashByYear: byYear(cash),
    effectiveByYear: byYear(effective),
    cash: paid,
    endValue: minus(paid, used),
    tco: used,
  };
}

/** End by end: both belong to the same inputs. Noise of adding up in another order is nothing. */
function minus(a: Ranged, b: Ranged): Ranged {
  const at = (end: keyof Ranged): number => {
    const difference = a[end] - b[end];
    return Math.abs(difference) <= 1e-9 * Math.abs(a[end]) ? 0 : difference;
  };
  const [low, mid, high] = [at('low'), at('mid'), at('high')];
  return low <= high ? { low, mid, high } : { low: high, mid, high: low };
}

function brokenIn({ grid, month, months, place }: CaseQuestion): TcoCase['broken'] {
  const { graph } = grid;
  return graph.limits.flatMap(({ limit, holds }) => {
    const broken = Array.from({ length: months }, (_, m) => m).find(
      (m) =>
        grid.value(
          holds,
          place.map((p, axis) => (axis === month ? m : p)),
        ) === 0,
    );
    return broken === undefined
      ? []
      : [{ limit: limit.label ?? limit.name, month: monthName(graph, month, broken) }];
  });
}
