// Answers as short documents of tables, for `--format markdown` of single commands. The whole report is document.ts.

import type { Bill } from '../analysis/bill.ts';
import type { Comparison } from '../analysis/compare.ts';
import type { Coordinate } from '../analysis/figures.ts';
import type { Odds } from '../analysis/odds.ts';
import type { Plan } from '../plan/types.ts';
import { unitText } from '../quantity/unit.ts';
import { caseHead, caseText, moneyText, moneyUnit } from './amounts.ts';
import { billNotes, sumNotes } from './bill-notes.ts';
import { type Block, heading, list, paragraph, table as tableBlock } from './blocks.ts';
import type { LimitsAnswer } from './json-limits.ts';
import { renderMarkdown } from './markdown.ts';
import { priceSources, sourcesText } from './price-sources.ts';
import type { Table } from './table.ts';
import { casesTable, caseTable, otherSums, samePoints } from './table-bill.ts';
import { compareTable } from './table-compare.ts';
import { limitsTable } from './table-limits.ts';
import { oddsBlocks } from './table-odds.ts';

/** More cases than this stand one below the other. */
const mostColumns = 6;

export function billMarkdown(plan: Plan, bill: Bill, top: number | undefined, drawn?: Odds): string {
  const { cases, currency } = bill;
  const side = cases.length > 1 && cases.length <= mostColumns;
  const pinned = side ? caseHead(samePoints(cases)) : '';
  const body = [
    ...(pinned === '' ? [] : [paragraph(pinned)]),
    ...(side ? blocksOf(casesTable(bill, top)) : []),
  ];
  const each = cases.flatMap((one): readonly Block[] => {
    const money = moneyUnit(currency);
    const sums = otherSums([one]).map(({ name, of }) => `${name}: ${moneyText(of(one), money, 'bill')}`);
    const said = billNotes(one).map((n) => `${n.head} ${n.text}`);
    const notes = side ? said : [...sums, ...said];
    const title = one.at.length === 0 ? [] : [heading(caseHead(one.at))];
    const shown = [...(side ? [] : blocksOf(caseTable(bill, one, top))), ...list(notes)];
    return shown.length === 0 ? [] : [...title, ...shown];
  });
  const sources = paragraph(`${sourcesText(priceSources(bill, plan.asOf), plan.asOf)}.`);
  const sums = sumNotes(bill, cases, top).map((note) => paragraph(`${note}.`));
  const odds = drawn === undefined ? [] : oddsBlocks(drawn);
  return documentText(plan.title, 'Bill', [...body, ...each, ...sums, ...odds, sources]);
}

export function compareMarkdown(
  plan: Plan,
  comparison: Comparison,
  at: readonly Coordinate[],
  drawn?: Odds,
): string {
  const { table, notes, legend } = compareTable(comparison);
  const what = `${comparison.metric} in ${unitText(comparison.unit, true) || 'pure numbers'}`;
  const head = [what, caseText(at)].filter((part) => part !== '').join('; ');
  const numbered = notes.map((note, i) => `[${i + 1}] ${note}`);
  return documentText(plan.title, 'Comparison', [
    paragraph(head),
    ...blocksOf(table),
    ...list([...legend, ...numbered]),
    ...(drawn === undefined ? [] : oddsBlocks(drawn)),
  ]);
}

export function limitsMarkdown(plan: Plan, { cases, budgets }: LimitsAnswer): string {
  const blocks = cases.flatMap((one, i) => [
    ...(one.at.length === 0 ? [] : [heading(caseHead(one.at))]),
    ...blocksOf(limitsTable(one.limits, budgets[i] ?? [], one.thresholds)),
  ]);
  return documentText(plan.title, 'Limits', blocks);
}

/** One table under a title, or the words that stand for an empty one. */
export function tableMarkdown(title: string, table: Table, none: string): string {
  return documentText(title, '', table.rows.length === 0 ? [paragraph(none)] : blocksOf(table));
}

function blocksOf({ columns, rows }: Table): readonly Block[] {
  return tableBlock(
    columns,
    rows.map((r) => ({ kind: r.kind, cells: r.cells.map((text) => ({ text })) })),
  );
}

function documentText(title: string, section: string, blocks: readonly Block[]): string {
  const sections = [{ id: section.toLowerCase(), title: section, blocks }];
  return renderMarkdown({ title, subtitle: [], sections });
}
