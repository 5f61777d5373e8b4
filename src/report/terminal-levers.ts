// Levers for the terminal: the figure step by step, then lever by lever.

import type { Levers } from '../analysis/levers.ts';
import type { Plan } from '../plan/types.ts';
import { unitText } from '../quantity/unit.ts';
import { caseText } from './amounts.ts';
import { asPlainTable, type ReportTable } from './blocks.ts';
import { fairShare, leverNotes, noLevers, savings, waterfall } from './lever-tables.ts';
import type { Terminal } from './terminal-paint.ts';
import { naturalWidth, terminalTable, wrapText } from './terminal-table.ts';

export function leversLines(plan: Plan, answer: Levers, terminal: Terminal): readonly string[] {
  const { paint, width } = terminal;
  const what = `${answer.metric} in ${unitText(answer.unit, true) || 'pure numbers'}`;
  const head = [
    paint.strong(plan.title),
    paint.faint([what, caseText(answer.at)].filter((part) => part !== '').join(' · ')),
  ];
  if (answer.levers.length + answer.idle.length === 0) return [...head, noLevers];
  const tables = answer.levers.length === 0 ? [] : [waterfall(answer), ...fitting(savings(answer), width)];
  return [
    ...head,
    ...tables.flatMap((t) => ['', ...terminalTable(asPlainTable(t), terminal)]),
    '',
    ...leverNotes(answer).flatMap((note) => wrapText(note, width)),
  ];
}

/** The fair shares stand below where they do not fit beside. */
function fitting(whole: ReportTable, width: number): readonly ReportTable[] {
  const cut = whole.columns.findIndex((c) => c.head === fairShare);
  if (cut === -1 || naturalWidth(asPlainTable(whole)) <= width) return [whole];
  const only = (keep: (column: number) => boolean): ReportTable => ({
    ...whole,
    columns: whole.columns.filter((_, i) => keep(i)),
    rows: whole.rows.map((r) => ({ ...r, cells: r.cells.filter((_, i) => keep(i)) })),
  });
  return [only((i) => i < cut), only((i) => i === 0 || i >= cut)];
}
