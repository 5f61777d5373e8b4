// What is uncertain in a figure, for the terminal and as a short Markdown document.

import type { Plan } from '../plan/types.ts';
import { type Block, heading, list, table as tableBlock } from './blocks.ts';
import { renderMarkdown } from './markdown.ts';
import { withoutEmptyColumns } from './table.ts';
import { type RiskAnswer, riskNotes, riskTables } from './table-risk.ts';
import type { Terminal } from './terminal-paint.ts';
import { terminalTable, wrapText } from './terminal-table.ts';

export function riskLines(plan: Plan, answer: RiskAnswer, terminal: Terminal): readonly string[] {
  const { paint, width } = terminal;
  return [
    paint.strong(plan.title),
    ...riskTables(answer).flatMap(({ title, table }) => [
      '',
      paint.faint(title),
      ...terminalTable(withoutEmptyColumns(table), terminal),
    ]),
    '',
    ...riskNotes(answer)
      .flatMap((note) => wrapText(note, width))
      .map(paint.faint),
  ];
}

export function riskMarkdown(plan: Plan, answer: RiskAnswer): string {
  const sections = [{ id: 'risk', title: 'Risk', blocks: riskBlocks(answer) }];
  return renderMarkdown({ title: plan.title, subtitle: [], sections });
}

export function riskBlocks(answer: RiskAnswer): readonly Block[] {
  return [
    ...riskTables(answer).flatMap(({ title, table }) => {
      const { columns, rows } = withoutEmptyColumns(table);
      const cells = rows.map((r) => ({ kind: r.kind, cells: r.cells.map((text) => ({ text })) }));
      return [heading(title), ...tableBlock(columns, cells)];
    }),
    ...list(riskNotes(answer)),
  ];
}
