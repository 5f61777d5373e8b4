// What the plan says about itself, in its own words.

import { type Block, paragraph } from '../blocks.ts';
import { liveFigures } from '../live-figures.ts';
import { ownBlocks } from '../markdown-text.ts';
import type { ReportContext } from '../report-context.ts';

export function introductionSection(ctx: ReportContext): readonly Block[] {
  const { about = '', report } = ctx.plan;
  const paragraphs = about.split(/\n\s*\n/).filter((text) => text.trim() !== '');
  return [
    ...paragraphs.map((text) => paragraph(text)),
    ...(report.introduction === undefined ? [] : ownBlocks(report.introduction, liveFigures(ctx))),
  ];
}
