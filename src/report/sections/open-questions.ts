// Statements that nothing in the plan can decide, with what would be needed.

import { type Block, cells, table, textCell } from '../blocks.ts';
import type { ReportContext } from '../report-context.ts';
import { left } from '../table.ts';

export function openQuestionsSection({ plan }: ReportContext): readonly Block[] {
  const rows = plan.open.map((q) =>
    cells('plain', textCell(q.says), textCell(q.missing), textCell(q.source)),
  );
  return table([left('statement'), left('what would decide it'), left('source')], rows);
}
