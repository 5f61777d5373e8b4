// Sensitivity as a short Markdown document.

import type { Plan } from '../plan/types.ts';
import { caseText } from './amounts.ts';
import { type Block, heading, list, paragraph, table as tableBlock } from './blocks.ts';
import { renderMarkdown } from './markdown.ts';
import type { Table } from './table.ts';
import {
  figureLine,
  flipsTable,
  recommendationText,
  type SensitivityAnswer,
  sensitivityRemarks,
  tornadoTable,
} from './table-sensitivity.ts';

export function sensitivityMarkdown(plan: Plan, answer: SensitivityAnswer): string {
  const { sensitivity, at, axis } = answer;
  const found = sensitivity.recommendation;
  const blocks: readonly Block[] = [
    paragraph([figureLine(answer), caseText(at)].filter((part) => part !== '').join('; ')),
    ...blocksOf(tornadoTable(answer, 0)),
    ...list(sensitivityRemarks(answer)),
    ...(found === undefined || axis === undefined
      ? []
      : [
          heading('Recommendation'),
          paragraph(recommendationText(found, axis)),
          ...blocksOf(flipsTable(found, axis)),
        ]),
  ];
  const sections = [{ id: 'sensitivity', title: 'Sensitivity', blocks }];
  return renderMarkdown({ title: plan.title, subtitle: [], sections });
}

function blocksOf({ columns, rows }: Table): readonly Block[] {
  if (rows.length === 0) return [];
  return tableBlock(
    columns,
    rows.map((r) => ({ kind: r.kind, cells: r.cells.map((text) => ({ text })) })),
  );
}
