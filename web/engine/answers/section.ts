// A section of the report as it is, for views that need no more.

import type { Block } from '../../../src/report/blocks.ts';
import { buildReport } from '../../../src/report/document.ts';
import type { Asked } from '../session.ts';

export interface SectionParams {
  readonly sections: readonly string[];
}

export interface SectionAnswer {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export function sectionAnswer(asked: Asked, { sections }: SectionParams): readonly SectionAnswer[] {
  const { model, grid, pinned, currency } = asked;
  return buildReport(model, grid, { pinned, currency, sections }).sections;
}
