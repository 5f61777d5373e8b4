// What could be done to pay less: the total step by step, and each lever by itself, in the base case.

import { levers, openLevers } from '../../analysis/levers.ts';
import { caseText } from '../amounts.ts';
import type { Block } from '../blocks.ts';
import { paragraph } from '../blocks.ts';
import { chartBlock } from '../charts/chart-block.ts';
import { leverChart } from '../charts/lever-chart.ts';
import { leverBlocks } from '../lever-tables.ts';
import { perMonth, type ReportContext } from '../report-context.ts';

export function leversSection(ctx: ReportContext): readonly Block[] {
  const { graph, grid, pinned, base, currency } = ctx;
  if (openLevers(graph.axes, pinned).length === 0) return [];
  const unit = perMonth(ctx);
  const question = { metric: 'total', node: graph.total, unit, factor: currency.rate(base) };
  const answer = levers(grid, question, pinned);
  const where = answer.at.length === 0 ? [] : [paragraph(`At ${caseText(answer.at)}.`)];
  return [...where, ...chartBlock(leverChart(answer)), ...leverBlocks(answer)];
}
