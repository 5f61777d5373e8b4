// What is uncertain in a figure, in the case that is looked at: how it spreads, the options beside one another, what it follows.

import type { Pinned } from '../../../src/analysis/cases.ts';
import {
  bandIndex,
  type Coordinate,
  caseAxes,
  coordinates,
  monthIndex,
} from '../../../src/analysis/figures.ts';
import { reportImpossible } from '../../../src/analysis/impossible-draws.ts';
import { outlines } from '../../../src/analysis/outlines.ts';
import { conditionsOf, type Risk, type RiskCase, risk } from '../../../src/analysis/risk.ts';
import { sensitivity } from '../../../src/analysis/sensitivity.ts';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import type { Graph, GraphLimit, NodeId } from '../../../src/graph/types.ts';
import type { Impossible } from '../../../src/grid/written-samples.ts';
import { OutlayError } from '../../../src/index.ts';
import { isMoney } from '../../../src/quantity/unit.ts';
import { caseText } from '../../../src/report/amounts.ts';
import { choiceAxis } from '../../../src/report/axis-roles.ts';
import type { Block } from '../../../src/report/blocks.ts';
import { caseSpreads } from '../../../src/report/charts/case-spreads.ts';
import { chartBlock } from '../../../src/report/charts/chart-block.ts';
import { type FigureBound, fanChart, spreadChart } from '../../../src/report/charts/risk-chart.ts';
import { sensitivityChart } from '../../../src/report/charts/sensitivity-chart.ts';
import { riskBlocks } from '../../../src/report/terminal-risk.ts';
import { type Metric, metricOf } from '../metric.ts';
import type { Asked } from '../session.ts';
import { ask } from './explain.ts';

export interface RiskParams {
  readonly metric: string;
  readonly samples: number;
  readonly seed: number;
}

export interface SpreadFound {
  /** Nothing that the figure or a limit follows from is uncertain. */
  readonly certain: boolean;
  readonly pictures: readonly Block[];
}

/** Where the samples lie: as quick as a slider where it moves them. Throws OutlayError where an uncertain number cannot be drawn. */
export function spreadAnswer(asked: Asked, params: RiskParams): SpreadFound {
  const { graph, grid, place } = asked;
  const metric = metricOf(asked, params.metric);
  if (isCertain(asked, metric)) return { certain: true, pictures: [] };
  const band = bandIndex(graph);
  const by = choiceOf(asked, metric);
  const { node, unit } = metric;
  const { samples } = params;
  const sampling = { seed: params.seed, independent: false };
  const found = outlines(grid, { node, samples, sampling }, pinsBut(asked, [by, band]));
  if (!found.ok) throw undrawn(found.impossible, graph);
  const cases = alongOnly(found.cases, graph.axes[by ?? -1]?.name);
  const own = cases.find((one) => one.place.every((p, axis) => axis === band || p === place[axis]));
  const where = caseText(own?.at ?? []);
  const named = where === '' ? params.metric : `${params.metric} at ${where}`;
  const bounds = boundsOf(asked, params.metric);
  const spreading = { risk: { unit, samples }, metric: params.metric };
  const picture = own === undefined ? undefined : spreadChart(spreading, own.spread, bounds);
  const currency = asked.currency?.currency ?? graph.plan.currency;
  const beside =
    params.metric === 'total'
      ? caseSpreads({ cases, unit }, currency, ({ at }) => at[0]?.label ?? '')
      : undefined;
  return {
    certain: false,
    pictures: [
      // the first table is about all cases, and called how the figure spreads
      ...(picture === undefined ? [] : chartBlock({ ...picture, title: `The samples of ${named}` })),
      ...chartBlock(beside),
    ],
  };
}

/** The rest: how exact that is, how likely what holds, what it follows. None where nothing is uncertain. */
export function riskAnswer(asked: Asked, params: RiskParams): readonly Block[] {
  const metric = metricOf(asked, params.metric);
  if (isCertain(asked, metric)) return [];
  const by = choiceOf(asked, metric);
  const found = drawn(asked, params, metric, by, undefined);
  const cases = alongOnly(found.cases, asked.graph.axes[by ?? -1]?.name);
  return riskBlocks({ risk: { ...found, cases }, metric: params.metric });
}

function isCertain(asked: Asked, { node }: Metric): boolean {
  const { graph } = asked;
  return !isUncertain(asked, [node, ...conditionsOf(graph)], caseAxes(graph));
}

/** Along which axis one is chosen: where the figure is what is paid. */
function choiceOf({ graph }: Asked, { node, unit }: Metric): number | undefined {
  return isMoney(unit) ? choiceAxis(graph, node, new Map()) : undefined;
}

/** Cases that are told apart by what differs: the head of the page says the rest. */
function alongOnly<C extends { readonly at: readonly Coordinate[] }>(
  cases: readonly C[],
  axis: string | undefined,
): readonly C[] {
  return cases.map((one) => ({ ...one, at: one.at.filter((c) => c.axis === axis) }));
}

/** The same along the months; empty for a plan without time, or where nothing spreads. */
export function fanAnswer(asked: Asked, params: RiskParams): readonly Block[] {
  const month = monthIndex(asked.graph);
  if (month < 0) return [];
  const metric = metricOf(asked, params.metric);
  const pinned = caseAxes(asked.graph).filter((axis) => axis !== month);
  if (!isUncertain(asked, [metric.node], pinned)) return [];
  const found = drawn(asked, params, metric, undefined, month);
  const [only] = found.cases as readonly [RiskCase?];
  return only === undefined ? [] : chartBlock(fanChart({ risk: found, metric: params.metric }, only));
}

/** Whether any of them spreads where these axes stand as they are looked at. */
function isUncertain(
  { grid, graph, place }: Asked,
  nodes: readonly NodeId[],
  axes: readonly number[],
): boolean {
  const here = grid.pinnedTo(new Map(axes.map((axis) => [axis, place[axis] ?? 0])));
  return nodes.some((node) => here.axesOf(node).includes(bandIndex(graph)));
}

/** All axes stand where they are looked at, but these. */
function pinsBut({ graph, place }: Asked, axes: readonly (number | undefined)[]): Pinned {
  return new Map(graph.axes.flatMap((_, axis) => (axes.includes(axis) ? [] : [[axis, place[axis] ?? 0]])));
}

function drawn(
  asked: Asked,
  { samples, seed }: RiskParams,
  { node, unit }: Metric,
  by: number | undefined,
  month: number | undefined,
): Risk {
  const { grid, graph } = asked;
  const sampling = { seed, independent: false };
  const over = month === undefined ? undefined : { node, unit, axis: month };
  const pins = pinsBut(asked, [by, month, bandIndex(graph)]);
  const found = risk(grid, { node, unit, by, samples, sampling, over }, pins);
  if (found.ok) return found.risk;
  throw undrawn(found.impossible, graph);
}

function undrawn(impossible: readonly Impossible[], graph: Graph): OutlayError {
  const out = new Diagnostics();
  reportImpossible(impossible, graph, out);
  return new OutlayError(out.all);
}

/** Limits and budgets on the very figure: `total <= 500 EUR/month`. */
function boundsOf(asked: Asked, formula: string): readonly FigureBound[] {
  const { graph, grid, place, currency } = asked;
  const { node } = ask(asked, formula);
  const rate = currency?.rate(place) ?? 1;
  const bounds = (limits: readonly GraphLimit[]): readonly FigureBound[] =>
    limits.flatMap(({ limit, used, allowed }) =>
      used !== node || allowed === undefined
        ? []
        : [{ label: limit.label ?? limit.name, value: grid.value(allowed, place) * rate }],
    );
  return [...bounds(graph.limits), ...bounds(graph.budgets)].filter(({ value }) => Number.isFinite(value));
}

export interface TornadoParams {
  readonly metric: string;
}

const by = 0.1;

/** How far each input alone moves it. */
export function tornadoAnswer(asked: Asked, { metric: formula }: TornadoParams): readonly Block[] {
  const { graph, place, pinned } = asked;
  const { node, unit } = metricOf(asked, formula);
  const found = sensitivity(graph, { node, unit, place, by, axis: undefined });
  const axes = caseAxes(graph).filter((a) => graph.nodes[node]?.axes.includes(a) || pinned.has(a));
  const at = coordinates(graph, axes, place);
  // a page says what things are called; their names are for whoever writes commands
  const rows = found.rows.map((row) => ({ ...row, input: { ...row.input, name: row.input.label } }));
  return chartBlock(
    sensitivityChart({ sensitivity: { ...found, rows }, metric: formula, at, axis: undefined }),
  );
}
