// What to take, and why: in the case that is looked at, or in every case as the report has it. It searches along inputs, so it is
// asked when all else rests.

import { axesSeen } from '../../../src/analysis/cases.ts';
import { bandIndex } from '../../../src/analysis/figures.ts';
import { recommend } from '../../../src/analysis/recommend.ts';
import { choiceAxis } from '../../../src/report/axis-roles.ts';
import type { Block } from '../../../src/report/blocks.ts';
import { chartBlock } from '../../../src/report/charts/chart-block.ts';
import { flipChart } from '../../../src/report/charts/flip-chart.ts';
import { adviceBlocks } from '../../../src/report/recommend-blocks.ts';
import { AdviceWords } from '../../../src/report/recommend-words.ts';
import { perMonth } from '../../../src/report/report-context.ts';
import { recommendationSection } from '../../../src/report/sections/recommendation.ts';
import { caseName } from '../../../src/report/shown-cases.ts';
import { adviceNotes } from '../../../src/report/table-recommend.ts';
import type { Asked } from '../session.ts';
import { pinnedThroughout } from './one-case.ts';
import { contextOf } from './report-context.ts';

export interface Advice {
  /** What is chosen: `platform`. */
  readonly choice: string;
  /** Where the other axes stand along which the answer may differ; empty where there are none. */
  readonly where: string;
  /** No blocks where every option costs the same. */
  readonly blocks: readonly Block[];
  readonly notes: readonly string[];
}

/** undefined where there is nothing to choose. */
export function advice(asked: Asked): Advice | undefined {
  const { graph, grid, place, pinned } = asked;
  const by = choiceAxis(graph, graph.total, pinned);
  if (by === undefined) return undefined;
  const ctx = contextOf(asked);
  const here = new Map([...pinnedThroughout(graph, place)].filter(([axis]) => axis !== by));
  const question = { metric: 'total', node: graph.total, unit: perMonth(ctx), by };
  const found = recommend(grid, { ...question, flips: 'nearest' }, here);
  const [scale] = found.scales;
  const seen = axesSeen(grid, [graph.total, graph.feasible], pinned);
  const others = [...seen].filter((axis) => axis !== by && axis !== bandIndex(graph) && !pinned.has(axis));
  const shown = { choice: found.by.label, where: caseName(graph, others, place) };
  if (scale === undefined || scale.cheapest.length === scale.options.length)
    return { ...shown, blocks: [], notes: [] };
  return {
    ...shown,
    blocks: [
      ...adviceBlocks(found, new AdviceWords(found, ctx.currency.rate(place)), () => '', true),
      ...chartBlock(flipChart(ctx, found, scale, by, '')),
    ],
    notes: adviceNotes(found),
  };
}

/** The section of the report, case by case. No blocks where there is nothing to choose. */
export function adviceEverywhere(asked: Asked): readonly Block[] {
  return recommendationSection(contextOf(asked));
}
