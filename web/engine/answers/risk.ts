// What is uncertain in a figure, in the case that is looked at: how it spreads, the options beside one another, what it follows.

import { bandIndex, caseAxes, coordinates, monthIndex } from '../../../src/analysis/figures.ts';
import { reportImpossible } from '../../../src/analysis/impossible-draws.ts';
import { type Risk, type RiskCase, risk } from '../../../src/analysis/risk.ts';
import { sensitivity } from '../../../src/analysis/sensitivity.ts';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import type { GraphLimit, NodeId } from '../../../src/graph/types.ts';
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

export interface RiskFound {
  /** Nothing that the figure or a limit follows from is uncertain. */
  readonly certain: boolean;
  readonly spread: readonly Block[];
}

/** Throws OutlayError where an uncertain number cannot be drawn. */
export function riskAnswer(asked: Asked, params: RiskParams): RiskFound {
  const { graph, place } = asked;
  const metric = metricOf(asked, params.metric);
  const band = bandIndex(graph);
  const conditions = [...graph.limits, ...graph.budgets].map(({ holds }) => holds);
  const certain = !isUncertain(asked, [metric.node, ...conditions], caseAxes(graph));
  if (certain) return { certain, spread: [] };
  const by = isMoney(metric.unit) ? choiceAxis(graph, metric.node, new Map()) : undefined;
  const found = alongOnly(drawn(asked, params, metric, by, undefined), graph.axes[by ?? -1]?.name);
  const own = found.cases.find((one) => one.place.every((p, axis) => axis === band || p === place[axis]));
  const where = caseText(own?.at ?? []);
  const named = where === '' ? params.metric : `${params.metric} at ${where}`;
  const bounds = boundsOf(asked, params.metric);
  const picture =
    own === undefined ? undefined : spreadChart({ risk: found, metric: params.metric }, own, bounds);
  const beside =
    params.metric === 'total'
      ? caseSpreads(found, asked.currency?.currency ?? graph.plan.currency, ({ at }) => at[0]?.label ?? '')
      : undefined;
  return {
    certain,
    spread: [
      // the first table is about all cases, and called how the figure spreads
      ...(picture === undefined ? [] : chartBlock({ ...picture, title: `The samples of ${named}` })),
      ...chartBlock(beside),
      ...riskBlocks({ risk: found, metric: params.metric }),
    ],
  };
}

/** Cases that are told apart by what differs: the head of the page says the rest. */
function alongOnly(found: Risk, axis: string | undefined): Risk {
  const cases = found.cases.map((one) => ({ ...one, at: one.at.filter((c) => c.axis === axis) }));
  return { ...found, cases };
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

/** All axes stand where they are looked at, but the one along which something is chosen. */
function drawn(
  { grid, graph, place }: Asked,
  { samples, seed }: RiskParams,
  { node, unit }: Metric,
  by: number | undefined,
  month: number | undefined,
): Risk {
  const pins = place.flatMap((point, axis) =>
    axis === by || axis === month || axis === bandIndex(graph) ? [] : [[axis, point] as const],
  );
  const sampling = { seed, independent: false };
  const over = month === undefined ? undefined : { node, unit, axis: month };
  const found = risk(grid, { node, unit, by, samples, sampling, over }, new Map(pins));
  if (found.ok) return found.risk;
  const out = new Diagnostics();
  reportImpossible(found.impossible, graph, out);
  throw new OutlayError(out.all);
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
