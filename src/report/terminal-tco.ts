// Total cost of ownership for the terminal.

import type { Tco } from '../analysis/tco.ts';
import type { Plan } from '../plan/types.ts';
import { asPlainTable, type ReportTable } from './blocks.ts';
import { detailedCases, type TcoWords, tcoHead, tcoItemsTable, tcoNotes, tcoTable } from './tco-tables.ts';
import type { Terminal } from './terminal-paint.ts';
import { terminalTable, wrapText } from './terminal-table.ts';

export function tcoLines(plan: Plan, answer: Tco, words: TcoWords, terminal: Terminal): readonly string[] {
  const { paint, width } = terminal;
  const several = answer.cases.length > 1;
  const overview = several
    ? ['', ...terminalTable(asPlainTable(marked(tcoTable(answer, words))), terminal)]
    : [];
  const legend = answer.cases.some(words.isBest)
    ? [paint.faint('* the lowest of its kind, of those that are known and break no limit in any month')]
    : [];
  const details = detailedCases(answer).flatMap((one) => [
    '',
    ...(several ? [paint.strong(words.nameOf(one))] : []),
    ...terminalTable(asPlainTable(tcoItemsTable(answer, one)), terminal),
  ]);
  const notes = tcoNotes(answer, words).flatMap((note) => wrapText(note, width));
  return [
    paint.strong(plan.title),
    paint.faint(tcoHead(answer)),
    ...overview,
    ...legend,
    ...details,
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ];
}

/** Where there is no bold, the cheapest has a star. */
function marked(table: ReportTable): ReportTable {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell.best === true ? { ...cell, text: `* ${String(cell.text)}` } : cell)),
  }));
  return { ...table, rows };
}
