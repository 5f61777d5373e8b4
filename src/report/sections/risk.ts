// What uncertain numbers make of the total. Left out where nothing that is shown is uncertain.

import { bandIndex } from '../../analysis/figures.ts';
import { risk } from '../../analysis/risk.ts';
import { choiceAxis } from '../axis-roles.ts';
import type { Block } from '../blocks.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import { riskBlocks } from '../terminal-risk.ts';

/** Four nets: a report is read, not searched for the last digit. */
const samples = 4096;

export function riskSection(ctx: ReportContext): readonly Block[] {
  const { grid, graph, currency } = ctx;
  const { pinned } = ctx.cases();
  const here = grid.pinnedTo(pinned);
  const shown = [graph.total, ...[...graph.limits, ...graph.budgets].map(({ holds }) => holds)];
  if (!shown.some((node) => here.axesOf(node).includes(bandIndex(graph)))) return [];
  const found = risk(
    grid,
    {
      node: graph.total,
      unit: perMonth(ctx),
      rate: currency.rate,
      by: choiceAxis(graph, graph.total, pinned),
      samples,
      sampling: { seed: 0, independent: false },
      over: undefined,
    },
    pinned,
  );
  return found.ok ? riskBlocks({ risk: found.risk, metric: 'the total' }) : [];
}
