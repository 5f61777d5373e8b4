// A bill for the terminal: what it costs, what it rests on, and loudly what is wrong with it.

import type { Bill, BillCase } from '../analysis/bill.ts';
import { isKnown, type Ranged } from '../analysis/figures.ts';
import type { Plan } from '../plan/types.ts';
import { caseHead, caseText, moneyCell } from './amounts.ts';
import { type BillNote, billNotes, sharedNotes, sumNotes } from './bill-notes.ts';
import { priceSources, sourceName, sourcesText, staleText } from './price-sources.ts';
import { left, right, row, type TableRow } from './table.ts';
import { casesTable, caseTable, otherSums, samePoints, sumOfItems } from './table-bill.ts';
import type { Terminal } from './terminal-paint.ts';
import { naturalWidth, type Tone, terminalTable, wrapText } from './terminal-table.ts';

export interface BillView {
  readonly plan: Plan;
  readonly bill: Bill;
  readonly top: number | undefined;
}

export function billLines(view: BillView, terminal: Terminal): readonly string[] {
  const { plan, bill } = view;
  const [only, another] = bill.cases;
  const { paint } = terminal;
  const lines = [paint.strong(plan.title)];
  if (only !== undefined && another === undefined) lines.push(...singleLines(view, only, terminal, true));
  else lines.push(...severalLines(view, terminal));
  lines.push('', ...sourceLines(view, terminal));
  return lines;
}

function singleLines(view: BillView, one: BillCase, terminal: Terminal, alone: boolean): readonly string[] {
  const { paint } = terminal;
  const head = [caseHead(one.at), one.note ?? ''].filter((part) => part !== '').join(' · ');
  return [
    ...(head === '' ? [] : [alone ? paint.faint(head) : paint.strong(head)]),
    '',
    ...terminalTable(caseTable(view.bill, one, view.top), terminal),
    ...roundingLines(view, [one], terminal),
    '',
    ...sumLines(view.bill, one, terminal),
    ...warningLines(one, terminal),
  ];
}

function severalLines(view: BillView, terminal: Terminal): readonly string[] {
  const { bill, top } = view;
  const table = casesTable(bill, top);
  if (naturalWidth(table) > terminal.width) {
    return bill.cases.flatMap((one) => ['', ...singleLines(view, one, terminal, false)]);
  }
  const notes = sharedNotes(bill.cases).flatMap(({ note, cases }) => {
    const everywhere = cases.length === bill.cases.length;
    const where = everywhere ? 'in every case' : `at ${cases.map((c) => caseText(c.at)).join('; ')}`;
    return noteLines({ ...note, text: `${where}: ${note.text}` }, terminal);
  });
  const pinned = caseHead(samePoints(bill.cases));
  return [
    ...(pinned === '' ? [] : wrapText(pinned, terminal.width).map(terminal.paint.faint)),
    '',
    ...terminalTable(table, terminal),
    ...labelLines(bill.cases, terminal),
    ...roundingLines(view, bill.cases, terminal),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ];
}

/** What the points are called over whose names the columns stand. */
function labelLines(cases: readonly BillCase[], { paint, width }: Terminal): readonly string[] {
  const pinned = new Set(samePoints(cases).map((p) => p.axis));
  const labels = new Set(
    cases.flatMap((c) =>
      c.at.filter((p) => p.label !== p.point && !pinned.has(p.axis)).map((p) => `${p.point} is ${p.label}`),
    ),
  );
  return labels.size === 0 ? [] : wrapText([...labels].join('; '), width).map(paint.faint);
}

function roundingLines(
  { bill, top }: BillView,
  cases: readonly BillCase[],
  { paint, width }: Terminal,
): readonly string[] {
  return sumNotes(bill, cases, top).flatMap((note) => wrapText(note, width).map(paint.faint));
}

/** What the same bill is in a year, at once, in the first month; and what is known of an unknown total. */
function sumLines(bill: Bill, one: BillCase, terminal: Terminal): readonly string[] {
  const known = one.items.filter((i) => !i.optional && isKnown(i.cost));
  const { currency } = bill;
  const say = (name: string, r: Ranged, unit = currency): TableRow =>
    row(name, moneyCell(r, currency, 'bill'), unit);
  const rows = [
    ...(isKnown(one.total) ? [] : [say('known part of the total', sumOfItems(known), `${currency}/month`)]),
    ...otherSums([one]).map(({ name, of }) => say(name, of(one))),
  ];
  const warned = isKnown(one.total) ? -1 : 0;
  const toneIn = (at: number): Tone => (at === warned ? 'warning' : undefined);
  return terminalTable({ columns: [left(''), right(''), left('')], rows }, terminal, toneIn);
}

function warningLines(one: BillCase, terminal: Terminal): readonly string[] {
  const lines = billNotes(one).flatMap((note) => noteLines(note, terminal));
  return lines.length === 0 ? [] : ['', ...lines];
}

function noteLines({ head, text, grave }: BillNote, { paint, width }: Terminal): readonly string[] {
  const [first = '', ...more] = wrapText(`${head} ${text}`, width);
  return [(grave ? paint.error : paint.warning)(head) + first.slice(head.length), ...more];
}

function sourceLines({ plan, bill }: BillView, { paint, width }: Terminal): readonly string[] {
  const sources = priceSources(bill, plan.asOf);
  const lines = wrapText(sourcesText(sources, plan.asOf), width).map(paint.faint);
  const stale = sources.flatMap((source) => {
    if (source.stale === undefined) return [];
    const why = staleText(source.stale, plan.asOf);
    return wrapText(`STALE ${sourceName(source)}: ${why}`, width).map((line, i) =>
      i === 0 ? paint.warning('STALE') + line.slice(5) : line,
    );
  });
  return [...lines, ...stale];
}
