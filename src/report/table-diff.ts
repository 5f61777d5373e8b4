// A difference as tables: the totals by case, and the items that moved, each change once with the cases in which it is the same.

import type { Diff, DiffCase } from '../analysis/diff.ts';
import type { Change, ItemChange, Measured } from '../analysis/diff-item.ts';
import type { Ranged } from '../analysis/figures.ts';
import { addsUpNotes, type ShownSum } from './adds-up.ts';
import { caseText, moneyCell } from './amounts.ts';
import { type SaidOnce, whereText } from './diff-where.ts';
import { causeTexts, isStill, partText, signedMoney, signedShare, whyText, withCause } from './diff-words.ts';
import { left, right, type Table, type TableRow, withoutEmptyColumns } from './table.ts';

/** What stands in a cell of an item that one side does not have. */
const absent = '–';
const indent = '  ';

/** The items that moved, with one line for each cause where there are several; of a single case with the total. */
export function itemsTable(diff: Diff, said: SaidOnce): Table {
  const { currency, cases } = diff;
  const rows = groupedRows(diff, (item) => (isOnlyOnce(item) ? [] : itemRows(item, currency, said)));
  const [only, another] = cases;
  const total: readonly TableRow[] =
    only === undefined || another !== undefined
      ? []
      : [
          {
            kind: 'total',
            cells: ['total', '', ...changeCells(only.total, currency), signedShare(only.total.share)],
          },
        ];
  return withoutEmptyColumns({
    columns: [
      left('item'),
      left('in'),
      right('before', `${currency}/month`),
      right('after'),
      right('change'),
      right('%'),
      left('why'),
    ],
    rows: rows.length === 0 && total.length > 0 && only?.items.length === 0 ? [] : [...rows, ...total],
  });
}

/** What is paid once, where that moved; no rows where it did not. */
export function onceTable(diff: Diff, said: SaidOnce): Table {
  const { currency } = diff;
  const rows = groupedRows(diff, (item) =>
    item.once === undefined ? [] : [onceRow(item, item.once, currency, said)],
  );
  return withoutEmptyColumns({
    columns: [
      left('paid once'),
      left('in'),
      right('before', currency),
      right('after'),
      right('change'),
      left('why'),
    ],
    rows,
  });
}

function onceRow(item: ItemChange, once: Measured, currency: string, said: SaidOnce): TableRow {
  const why = once.parts.map((part) => withCause(part, item, said)).join('; ');
  return { kind: 'plain', cells: [item.label, '', ...changeCells(once, currency), why] };
}

/** What counts in a total before what is optional. */
function inOrder({ items, cases }: Diff): readonly string[] {
  const optional = new Set(cases.flatMap((c) => c.items.filter((i) => i.optional).map((i) => i.name)));
  return [...items.filter((name) => !optional.has(name)), ...items.filter((name) => optional.has(name))];
}

/** Rows of the items in their order; those that are the same in several cases stand there once, and say in which. */
function groupedRows(diff: Diff, rowsOf: (item: ItemChange) => readonly TableRow[]): readonly TableRow[] {
  const groups = new Map<string, { readonly rows: readonly TableRow[]; readonly cases: DiffCase[] }>();
  const order = new Map<string, string[]>(inOrder(diff).map((name) => [name, []]));
  for (const one of diff.cases) {
    for (const item of one.items) {
      const rows = rowsOf(item);
      if (rows.length === 0) continue;
      const key = JSON.stringify([item.name, rows]);
      const known = groups.get(key);
      if (known !== undefined) {
        known.cases.push(one);
        continue;
      }
      groups.set(key, { rows, cases: [one] });
      order.set(item.name, [...(order.get(item.name) ?? []), key]);
    }
  }
  return [...order.values()].flat().flatMap((key) => {
    const { rows, cases } = groups.get(key) ?? { rows: [], cases: [] };
    const where = diff.cases.length === 1 ? '' : whereText(cases, diff.cases);
    return rows.map((row, i) => ({
      ...row,
      cells: row.cells.map((cell, column) => (i === 0 && column === 1 ? where : cell)),
    }));
  });
}

function isOnlyOnce({ kind, cost, bought, once }: ItemChange): boolean {
  const same = isStill(cost) && cost.parts.length === 0 && bought.before?.path === bought.after?.path;
  return kind === 'kept' && once !== undefined && same;
}

function itemRows(item: ItemChange, currency: string, said: SaidOnce): readonly TableRow[] {
  const { cost, kind, label, optional } = item;
  const several = cost.parts.length > 1;
  const of = optional ? 'aside' : 'plain';
  const head: TableRow = {
    kind: of,
    cells: [
      optional ? `(optional) ${label}` : label,
      '',
      kind === 'added' ? absent : moneyCell(cost.before, currency, 'bill'),
      kind === 'removed' ? absent : moneyCell(cost.after, currency, 'bill'),
      signedMoney(cost.change, currency),
      kind === 'kept' ? signedShare(cost.share) : '',
      several ? '' : whyText(item, said),
    ],
  };
  const parts = cost.parts.map((part): TableRow => {
    const change = signedMoney(part.change, currency);
    return {
      kind: of,
      cells: [indent + causeTexts[part.cause], '', '', '', change, '', partText(part, item, said)],
    };
  });
  return several ? [head, ...parts] : [head];
}

function changeCells({ before, after, change }: Change, currency: string): readonly string[] {
  return [
    moneyCell(before, currency, 'bill'),
    moneyCell(after, currency, 'bill'),
    signedMoney(change, currency),
  ];
}

/** One row a case whose total moved; `most` keeps those that moved most. */
export function casesTable(diff: Diff, most = Number.POSITIVE_INFINITY): Table {
  const { currency } = diff;
  const moved = diff.cases.filter(isMoved);
  const size = ({ known }: DiffCase): number =>
    Math.max(Math.abs(known.change.low), Math.abs(known.change.high));
  const least = [...moved].sort((a, b) => size(b) - size(a))[most - 1];
  const shown = least === undefined ? moved : moved.filter((c) => size(c) >= size(least)).slice(0, most);
  return withoutEmptyColumns({
    columns: [
      left('case'),
      right('before', `${currency}/month`),
      right('after'),
      right('change'),
      right('%'),
      left('by cause'),
    ],
    rows: shown.map((one) => ({
      kind: 'plain',
      cells: [
        caseText(one.at),
        ...changeCells(one.total, currency),
        signedShare(one.total.share),
        causesText(one, currency),
      ],
    })),
  });
}

/** `quantity +4.00, price +0.54`; the cause alone where the change says the rest. */
function causesText({ causes, total }: DiffCase, currency: string): string {
  const [only] = causes;
  if (only !== undefined && causes.length === 1 && !Number.isNaN(total.change.mid))
    return causeTexts[only.cause];
  return causes
    .map(({ cause, change }) => `${causeTexts[cause]} ${signedMoney(change, currency)}`)
    .join(', ');
}

/** Whether the bill of a case has anything to show. */
export function isMoved({ items, known }: DiffCase): boolean {
  return items.length > 0 || !isStill(known);
}

const mostSums = 3;

/** Why parts do not add up, if they do not as printed. */
export function roundingNotes(diff: Diff): readonly string[] {
  const { cases, currency } = diff;
  const sums = cases.flatMap((one): readonly ShownSum[] => {
    const where = cases.length === 1 ? '' : ` at ${caseText(one.at)}`;
    const items = one.items.filter((i) => !i.optional).map((i) => i.cost.change);
    const parts = one.items.map(({ label, cost }) => ({
      name: `${label}${where}`,
      rows: changes(cost.parts),
      total: cost.change,
    }));
    const whole = { name: `the change${where}`, rows: items, total: one.total.change };
    const byCause = { name: `the causes${where}`, rows: changes(one.causes), total: one.known.change };
    return [...parts.filter((p) => p.rows.length > 1), ...(where === '' ? [whole] : [byCause])];
  });
  const off = sums.filter((sum) => addsUpNotes([sum], currency).length > 0);
  if (off.length <= mostSums) return addsUpNotes(off, currency);
  return ['Each figure is rounded by itself, so parts shown may miss their sum by the last digit.'];
}

function changes(parts: readonly { readonly change: Ranged }[]): readonly Ranged[] {
  return parts.map((p) => p.change);
}
