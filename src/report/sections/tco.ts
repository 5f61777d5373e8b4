// Total cost of ownership over the horizon: cash by year, what is left at the end, and who is ahead when.

import { axesUnder } from '../../analysis/cases.ts';
import { monthIndex } from '../../analysis/figures.ts';
import { tco } from '../../analysis/tco.ts';
import { type Block, paragraph } from '../blocks.ts';
import type { ReportContext } from '../report-context.ts';
import { caseName, shownCases } from '../shown-cases.ts';
import { tcoBlocks, tcoHead } from '../tco-tables.ts';
import { tcoWords } from '../tco-words.ts';

export function tcoSection({ grid, graph, pinned, currency, base }: ReportContext): readonly Block[] {
  const month = monthIndex(graph);
  if (month < 0) return [];
  const nodes = ['cash', 'effective'].flatMap((name) => graph.names.get(name)?.node ?? []);
  const open = new Map([...pinned, [month, -1]]);
  const shown = shownCases(graph, axesUnder(grid, nodes, open), pinned);
  const answer = tco(grid, shown.pinned, currency);
  if (answer === undefined) return [];
  const where = shown.held.length === 0 ? '' : ` At ${caseName(graph, shown.held, base)}.`;
  return [
    paragraph(`${tcoHead(answer)}.${where}`),
    ...tcoBlocks(answer, tcoWords(graph, answer, shown.pinned)),
  ];
}
