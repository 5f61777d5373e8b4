// What the plan says about itself, in its own words.

import { type Block, paragraph } from '../blocks.ts';
import type { ReportContext } from '../report-context.ts';

export function introductionSection({ plan }: ReportContext): readonly Block[] {
  const texts = [plan.about, plan.report.introduction].filter((text) => text !== undefined);
  return texts
    .flatMap((text) => text.split(/\n\s*\n/))
    .filter((text) => text.trim() !== '')
    .map((text) => paragraph(text));
}
