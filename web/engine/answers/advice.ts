// What to take, and why: the recommendation of the report. It searches along every input, so it is asked when all else rests.

import type { Block } from '../../../src/report/blocks.ts';
import { recommendationSection } from '../../../src/report/sections/recommendation.ts';
import type { Asked } from '../session.ts';
import { contextOf } from './report-context.ts';

/** No blocks where there is nothing to choose. */
export function advice(asked: Asked): readonly Block[] {
  return recommendationSection(contextOf(asked));
}
