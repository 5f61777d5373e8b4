// Margins for the terminal: the tables, then what must be said of them.

import type { Margins } from '../analysis/margin.ts';
import type { Graph } from '../graph/types.ts';
import { asPlainTable } from './blocks.ts';
import { marginSheets } from './margin-tables.ts';
import { commonCase, marginNotes, questionText } from './margin-words.ts';
import { pieces } from './table-pieces.ts';
import type { Terminal } from './terminal-paint.ts';
import { terminalTable, wrapText } from './terminal-table.ts';

/** `hint` is what could be asked as well. */
export function marginLines(
  graph: Graph,
  answer: Margins,
  hint: string | undefined,
  terminal: Terminal,
): readonly string[] {
  const { paint, width } = terminal;
  const sheets = marginSheets(graph, answer, { unit: answer.unit, rate: () => 1 });
  const head = [questionText(answer), commonCase(answer)].filter((part) => part !== '').join(' · ');
  const notes = marginNotes(answer).map(({ where, text }) => (where === '' ? text : `${where}: ${text}`));
  return [
    paint.strong(graph.plan.title),
    ...wrapText(head, width).map(paint.faint),
    ...sheets.flatMap(({ title, tables }) => [
      ...(title === '' ? [] : ['', paint.strong(title)]),
      ...tables.flatMap((t) =>
        pieces(asPlainTable(t), width).flatMap((piece) => ['', ...terminalTable(piece, terminal)]),
      ),
    ]),
    ...(notes.length === 0 ? [] : ['', ...notes.flatMap((note) => wrapText(note, width))]),
    ...(hint === undefined ? [] : ['', ...wrapText(hint, width).map(paint.faint)]),
  ];
}
