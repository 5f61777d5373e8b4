// Which option to take in each case, by how much, and what would change that: along the axis that is a choice, if there is one.

import { axesSeen } from '../../analysis/cases.ts';
import { recommend, type Scale } from '../../analysis/recommend.ts';
import { choiceAxis } from '../axis-roles.ts';
import { type Block, list, paragraph } from '../blocks.ts';
import { adviceBlocks } from '../recommend-blocks.ts';
import { AdviceWords } from '../recommend-words.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import { caseName, shownCases } from '../shown-cases.ts';
import { adviceHead, adviceNotes, mostInWords } from '../table-recommend.ts';

export function recommendationSection(ctx: ReportContext): readonly Block[] {
  const { graph, grid, pinned, currency, base } = ctx;
  const by = choiceAxis(graph, graph.total, pinned);
  if (by === undefined) return [];
  // what is chosen from is no case of its own
  const apart = new Map([...pinned, [by, 0]]);
  const seen = axesSeen(grid, [graph.total, graph.feasible], pinned);
  const shown = shownCases(graph, seen, apart, mostInWords);
  const held = new Map([...shown.pinned].filter(([axis]) => axis !== by));
  const question = { metric: 'total', node: graph.total, unit: perMonth(ctx), by };
  const advice = recommend(grid, { ...question, flips: 'nearest' }, held);
  // where every option costs the same there is nothing to choose
  if (advice.scales.every(({ cheapest, options }) => cheapest.length === options.length)) return [];
  const where = shown.held.length === 0 ? '' : `; at ${caseName(graph, shown.held, base)}`;
  const nameOf = (scale: Scale): string => caseName(graph, shown.axes, scale.place);
  return [
    paragraph(`${adviceHead(advice)}${where}.`),
    ...adviceBlocks(advice, new AdviceWords(advice, currency.rate(base)), nameOf, false),
    ...list(adviceNotes(advice)),
  ];
}
