// A difference as Markdown for the comment on a pull request: a sentence, a compact table, what got worse, and the rest folded
// away. Every word of a plan is escaped by markdown.ts; what a forge would make of plain words (a mention, an address) is
// kept from it here.

import { type Block, heading, list, paragraph, strong, table as tableBlock } from './blocks.ts';
import { sidesText } from './diff-head.ts';
import { caseNotes, findings, headline, idleText, rateNotes, unchangedText } from './diff-notes.ts';
import { saidOnce } from './diff-where.ts';
import { renderMarkdown } from './markdown.ts';
import type { Table } from './table.ts';
import { casesTable, itemsTable, onceTable, roundingNotes } from './table-diff.ts';
import type { DiffView } from './terminal-diff.ts';

/** GitHub takes 65,536 characters in a comment. */
const longest = 60_000;

const mostCases = 15;

export function diffMarkdown({ diff, head }: DiffView): string {
  const said = saidOnce(diff);
  const several = diff.cases.length > 1;
  const items = itemsTable(diff, said);
  const cases = several ? casesTable(diff, mostCases) : undefined;
  const whole = several ? casesTable(diff) : undefined;
  const found = findings(diff, head).map((note) => [strong(note.head), ` ${note.text}`]);
  const left = (whole?.rows.length ?? 0) - (cases?.rows.length ?? 0);
  const open = blocksText([
    heading(head.after.title),
    paragraph(strong(headline(diff))),
    ...blocksOf(cases ?? items),
    ...(left === 0
      ? []
      : [paragraph(`The ${mostCases} cases that move most, of ${whole?.rows.length ?? 0}.`)]),
    ...list(found),
  ]);
  const notes = [...roundingNotes(diff), ...rateNotes(said), unchangedText(diff) ?? ''];
  const compared = [sidesText(head), ...caseNotes(diff, head), idleText(diff) ?? ''];
  const folded = [
    ...(several ? folding('Items and causes', [...blocksOf(items)]) : []),
    ...(left === 0 || whole === undefined ? [] : folding('Every case', blocksOf(whole))),
    ...folding('Paid once', blocksOf(onceTable(diff, said))),
  ];
  const last = folding('What was compared', list([...notes, ...compared].filter((text) => text !== '')));
  return assembled(open, folded, last.join(''));
}

/** As many of the folded parts as a comment holds. */
function assembled(open: string, folded: readonly string[], last: string): string {
  let length = open.length + last.length + 200;
  const shown = folded.filter((part) => {
    length += part.length + 2;
    return length <= longest;
  });
  const cut =
    shown.length === folded.length
      ? []
      : ['More than a comment holds is left out; `outlay diff` shows all of it.'];
  return `${[open, ...shown, ...cut, last].join('\n\n')}\n`;
}

function folding(title: string, blocks: readonly Block[]): readonly string[] {
  const body = blocksText(blocks);
  return body === '' ? [] : [fold(title, body)];
}

/** The title is ours: nothing in it comes from a plan. */
function fold(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function blocksOf({ columns, rows }: Table): readonly Block[] {
  return tableBlock(
    columns,
    // a table keeps no spaces at the start of a cell
    rows.map((r) => ({
      kind: r.kind,
      cells: r.cells.map((text) => ({ text: text.replace(/^ {2}/, '↳ ') })),
    })),
  );
}

/** Blocks without the headings of a document. */
function blocksText(blocks: readonly Block[]): string {
  const text = renderMarkdown({ title: '', subtitle: [], sections: [{ id: '', title: '', blocks }] });
  return quiet(text.trimEnd());
}

/** `@team` calls people, `#12` links issues, and an address is a link, even in plain text: a comment in between stops that. */
function quiet(text: string): string {
  return text.replace(/([@#])(?=[A-Za-z0-9])|(:)(?=\/\/)|(www)(?=\.)/gi, '$&<!-- -->');
}
