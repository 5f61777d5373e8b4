// Total cost of ownership over the horizon: cash by year, what is left at the end, and who is ahead when.

import { axesUnder } from '../../analysis/cases.ts';
import { monthIndex } from '../../analysis/figures.ts';
import { tco } from '../../analysis/tco.ts';
import { type Block, paragraph } from '../blocks.ts';
import { chartBlock } from '../charts/chart-block.ts';
import { flowChart, spentChart } from '../charts/time-chart.ts';
import type { ReportContext } from '../report-context.ts';
import { caseName, shownCases } from '../shown-cases.ts';
import { tcoBlocks, tcoHead } from '../tco-tables.ts';
import { tcoWords } from '../tco-words.ts';

export function tcoSection(ctx: ReportContext): readonly Block[] {
  const { grid, graph, pinned, currency, base } = ctx;
  const month = monthIndex(graph);
  if (month < 0) return [];
  const nodes = ['cash', 'effective'].flatMap((name) => graph.names.get(name)?.node ?? []);
  const open = new Map([...pinned, [month, -1]]);
  const shown = shownCases(graph, axesUnder(grid, nodes, open), pinned);
  const answer = tco(grid, shown.pinned, currency);
  if (answer === undefined) return [];
  const where = shown.held.length === 0 ? '' : ` At ${caseName(graph, shown.held, base)}.`;
  const words = tcoWords(graph, answer, shown.pinned);
  const first = answer.cases.find((one) =>
    one.place.every((p, axis) => p === base[axis] || !shown.axes.includes(axis)),
  );
  return [
    paragraph(`${tcoHead(answer)}.${where}`),
    ...chartBlock(spentChart(ctx, answer, words.nameOf)),
    ...chartBlock(first && flowChart(ctx, first, words.nameOf(first))),
    ...tcoBlocks(answer, words),
  ];
}
