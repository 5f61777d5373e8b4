// What it costs, how sure that is, what binds, and what to take.

import type { Block } from '../../../src/report/blocks.ts';
import { assumedSection } from '../../../src/report/sections/assumed.ts';
import { recommendationSection } from '../../../src/report/sections/recommendation.ts';
import { summarySection } from '../../../src/report/sections/summary.ts';
import type { Asked } from '../session.ts';
import { contextOf } from './report-context.ts';

export interface Overview {
  readonly summary: readonly Block[];
  readonly recommendation: readonly Block[];
  readonly assumed: readonly Block[];
}

export function overview(asked: Asked): Overview {
  const ctx = contextOf(asked);
  return {
    summary: summarySection(ctx),
    recommendation: recommendationSection(ctx),
    assumed: assumedSection(ctx),
  };
}
