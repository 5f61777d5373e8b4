// A difference for the terminal: the headline, what moved and why, and loudly what got worse.

import type { Diff } from '../analysis/diff.ts';
import { type DiffHead, sidesText } from './diff-head.ts';
import { caseNotes, findings, headline, idleText, rateNotes, unchangedText } from './diff-notes.ts';
import { saidOnce } from './diff-where.ts';
import type { Table } from './table.ts';
import { casesTable, itemsTable, onceTable, roundingNotes } from './table-diff.ts';
import type { Terminal } from './terminal-paint.ts';
import { terminalTable, wrapText } from './terminal-table.ts';

export interface DiffView {
  readonly diff: Diff;
  readonly head: DiffHead;
}

export function diffLines({ diff, head }: DiffView, terminal: Terminal): readonly string[] {
  const { paint, width } = terminal;
  const wrapped = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => wrapText(text, width));
  const said = saidOnce(diff);
  const tables = [
    ...(diff.cases.length > 1 ? [casesTable(diff)] : []),
    itemsTable(diff, said),
    onceTable(diff, said),
  ].flatMap((table: Table) => (table.rows.length === 0 ? [] : ['', ...terminalTable(table, terminal)]));
  const under = [...roundingNotes(diff), ...rateNotes(said), unchangedText(diff) ?? ''].filter(
    (t) => t !== '',
  );
  const found = findings(diff, head).flatMap(({ grave, head: what, text }) => {
    const [first = '', ...more] = wrapText(`${what} ${text}`.trim(), width);
    return [(grave ? paint.error : paint.good)(what) + first.slice(what.length), ...more];
  });
  const notes = [...caseNotes(diff, head), idleText(diff) ?? ''].filter((t) => t !== '');
  return [
    paint.strong(head.after.title),
    ...wrapped([sidesText(head)]).map(paint.faint),
    '',
    ...wrapped([headline(diff)]).map(paint.strong),
    ...tables,
    ...wrapped(under).map(paint.faint),
    ...(found.length === 0 ? [] : ['', ...found]),
    ...(notes.length === 0 ? [] : ['', ...wrapped(notes).map(paint.faint)]),
  ];
}
