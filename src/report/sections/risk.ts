// What uncertain numbers make of the total. Left out where nothing that is shown is uncertain.

import { bandIndex, monthIndex } from '../../analysis/figures.ts';
import { type FanPoint, type RiskCase, risk } from '../../analysis/risk.ts';
import { choiceAxis } from '../axis-roles.ts';
import { type Block, heading, table } from '../blocks.ts';
import { caseSpreads } from '../charts/case-spreads.ts';
import { chartBlock } from '../charts/chart-block.ts';
import { fanChart, spreadChart } from '../charts/risk-chart.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import { caseName } from '../shown-cases.ts';
import { fanTable } from '../table-risk.ts';
import { riskBlocks } from '../terminal-risk.ts';

export function riskSection(ctx: ReportContext): readonly Block[] {
  const { grid, graph, currency, drawing } = ctx;
  const { pinned } = ctx.cases();
  const here = grid.pinnedTo(pinned);
  const shown = [graph.total, ...[...graph.limits, ...graph.budgets].map(({ holds }) => holds)];
  if (!shown.some((node) => here.axesOf(node).includes(bandIndex(graph)))) return [];
  const unit = perMonth(ctx);
  const found = risk(
    grid,
    {
      node: graph.total,
      unit,
      rate: currency.rate,
      by: choiceAxis(graph, graph.total, pinned),
      ...drawing,
      over: undefined,
    },
    pinned,
  );
  if (!found.ok) return [];
  const { cases } = found.risk;
  const moving = graph.axes.flatMap((_, axis) =>
    new Set(cases.map((one) => one.place[axis])).size > 1 ? [axis] : [],
  );
  const answer = { risk: found.risk, metric: 'the total' };
  const nameOf = (one: RiskCase): string => caseName(graph, moving, one.place);
  const base = cases.find((one) => moving.every((axis) => one.place[axis] === ctx.base[axis]));
  return [
    ...chartBlock(caseSpreads(found.risk, currency.currency, nameOf)),
    ...(base === undefined
      ? []
      : chartBlock(spreadChart({ ...answer, metric: at(nameOf(base)) }, base.spread, []))),
    ...riskBlocks(answer),
    ...overTime(ctx),
  ];
}

function at(where: string): string {
  return where === '' ? 'the total' : `the total at ${where}`;
}

/** Of the base case, where the total is uncertain and time changes it. */
function overTime(ctx: ReportContext): readonly Block[] {
  const { grid, graph, currency, drawing, base } = ctx;
  const month = monthIndex(graph);
  const pinned = new Map(
    graph.axes.flatMap((axis, i) => (axis.kind === 'band' || i === month ? [] : [[i, base[i] ?? axis.base]])),
  );
  const open = grid.pinnedTo(new Map([...pinned, [month, -1]]));
  const axes = month < 0 ? [] : open.axesOf(graph.total);
  if (![month, bandIndex(graph)].every((axis) => axes.includes(axis))) return [];
  const unit = perMonth(ctx);
  const found = risk(
    grid,
    {
      node: graph.total,
      unit,
      by: undefined,
      ...drawing,
      over: { node: graph.total, unit, axis: month },
    },
    pinned,
  );
  const [one] = found.ok ? found.risk.cases : [];
  if (!found.ok || one === undefined) return [];
  const rate = currency.rate(one.place);
  const fan = one.fan.map(
    ({ values: [low, median, high], ...rest }): FanPoint => ({
      ...rest,
      values: [low * rate, median * rate, high * rate],
    }),
  );
  const here: RiskCase = { ...one, at: [], fan };
  const { columns, rows } = fanTable({ ...found.risk, cases: [{ ...here, fan: byYear(fan) }] });
  const cells = rows.map((r) => ({ kind: r.kind, cells: r.cells.slice(1).map((text) => ({ text })) }));
  return [
    heading('Over time'),
    ...chartBlock(fanChart({ risk: found.risk, metric: 'the total' }, here)),
    ...table(columns.slice(1), cells),
  ];
}

/** The first month of each year, and the last one of all. */
function byYear(fan: readonly FanPoint[]): readonly FanPoint[] {
  return fan.filter((_, m) => m % 12 === 0 || m === fan.length - 1);
}
