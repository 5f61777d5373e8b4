// What is earned and what is left of it, in the cases whose bills are shown.

import { axesUnder } from '../../analysis/cases.ts';
import { margins } from '../../analysis/margin.ts';
import { usualUnit } from '../../analysis/unit-economics.ts';
import type { Block } from '../blocks.ts';
import { heldNote } from '../case-values.ts';
import { chartBlock } from '../charts/chart-block.ts';
import { baseMarginChart } from '../charts/margin-chart.ts';
import { marginBlocks } from '../margin-answers.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import { shownCases } from '../shown-cases.ts';

export function marginsSection(ctx: ReportContext): readonly Block[] {
  const { graph, grid, pinned, base, currency } = ctx;
  const { revenue } = graph;
  if (revenue === undefined) return [];
  const differing = axesUnder(grid, [revenue.margin, revenue.earned], pinned);
  const shown = shownCases(graph, differing, pinned);
  const question = { per: usualUnit(graph, base), span: undefined, target: undefined };
  const answer = margins(grid, question, shown.pinned);
  if (answer === undefined) return [];
  const money = { unit: perMonth(ctx), rate: ({ place }: { place: typeof base }) => currency.rate(place) };
  return [
    ...heldNote(ctx, shown.held),
    ...chartBlock(baseMarginChart(graph, answer, base, money)),
    ...marginBlocks(graph, answer, money),
  ];
}
