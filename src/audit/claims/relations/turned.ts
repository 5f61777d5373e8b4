// Further readings of one table, for the relations between its columns: with the remarks behind its figures as columns of their own
// (`$51,183 (40%)`), and turned, its rows as columns (`Monthly`, `Annual`, `Savings` under the names of options).

import { isPeriodWord } from '../../figures/words.ts';
import { unplaced } from '../../passage.ts';
import type { Claim } from '../../types.ts';
import type { Cell } from '../content/cells.ts';
import { wordsOf } from '../content/facts.ts';
import { type Column, columnOf, type Grid, isShare, periodOfText, type Row } from '../content/grid.ts';
import { relationsIn } from './relations.ts';

const nothing: Cell = { passage: unplaced(''), figure: undefined, blank: true, free: false };

/** More would be a list of things with notes. */
const mostNoted = 3;

/** Each column whose figures mostly have a remark is followed, at the end, by a column of these. */
export function withRemarks(grid: Grid): Grid {
  const width = Math.max(0, ...grid.columns.map((c) => c.index + 1));
  const noted = grid.columns.filter((c) => isNoted(grid.rows, c.index)).slice(0, mostNoted);
  if (noted.length === 0) return grid;
  const rows = grid.rows.map((row): Row => {
    const own = Array.from({ length: width }, (_, i) => row.cells[i] ?? nothing);
    const remarks = noted.map(({ index }): Cell => {
      const { passage, remark } = row.cells[index] ?? nothing;
      return remark === undefined ? nothing : { passage, figure: remark, blank: false, free: false };
    });
    return { ...row, cells: [...own, ...remarks] };
  });
  const columns = noted.map((column, i): Column => {
    // what it is for is said by the remark itself
    const { period } = columnOf(width + i, '', rows);
    return { ...columnOf(width + i, column.heading, rows), period, periods: 1 };
  });
  return { ...grid, rows, columns: [...grid.columns, ...columns] };
}

function isNoted(rows: readonly Row[], index: number): boolean {
  let filled = 0;
  let remarks = 0;
  for (const { cells } of rows) {
    const cell = cells[index];
    if (cell?.figure !== undefined) filled += 1;
    if (cell?.remark !== undefined) remarks += 1;
  }
  return remarks > 0 && remarks * 2 >= filled;
}

const mostRows = 14;
const mostOptions = 8;

/** What holds between the rows of a table that compares options side by side; not against what follows from a column or its row. */
export function rowRelationsIn(grid: Grid, ...known: readonly (readonly Claim[])[]): readonly Claim[] {
  const turned = turn(grid);
  if (turned === undefined) return [];
  // where a quantity and a price make an amount, the columns are no options
  if (known.flat().filter((c) => c.kind === 'row' && c.verdict === 'right').length > 1) return [];
  const right = new Set(known.flat().flatMap((c) => (c.verdict === 'right' ? [c.stated] : [])));
  const rowOf = new Map(
    grid.rows.flatMap((row, i) =>
      row.cells.flatMap((c) => (c.figure === undefined ? [] : [[c.figure, i] as const])),
    ),
  );
  const claims = relationsIn(withRemarks(turned));
  const kept = new Set(claims.filter((c) => c.verdict === 'right').map((c) => rowOf.get(c.stated)));
  return claims.filter((claim) => {
    if (claim.verdict === 'right') return true;
    if (right.has(claim.stated)) return false;
    const rows = [claim.stated, ...claim.operands].map((f) => rowOf.get(f));
    const [target = -1, ...from] = rows;
    const labels = rows.map((i) => grid.rows[i ?? -1]?.label ?? '');
    // told by the labels alone, it has to be told of one thing
    if (claim.kind === 'period') return isOfOneThing(labels) && (kept.has(target) || !isOverYears(labels));
    // sums of rows are totals.ts's business, and what is left of a total is no claim of its row
    const isSum = claim.kind === 'total' || from.some((i) => i !== undefined && i > target);
    if (grid.rows[target]?.kind !== 'plain' || isSum) return false;
    // `50%`, `70%`, `80%`: the steps of a series differ by the same
    if (labels.every((label) => wordsOf(label.replace(/\d/g, '')).length === 0)) return false;
    // `Current`, `New` and right below them `Savings`
    const isBelow = from[0] === target - 2 && from[1] === target - 1;
    return turned.rows.length >= 3 || (isBelow && !isShare(claim.stated)) || kept.has(target);
  });
}

/** `Monthly hosting` and `Annual hosting`. */
function isOfOneThing(labels: readonly string[]): boolean {
  const words = labels.map((label) =>
    wordsOf(label.replace(/\d/g, ''))
      .filter((w) => !isPeriodWord(w))
      .join(' '),
  );
  return words.every((w) => w === words[0]) && labels.every((l) => periodOfText(l).period !== '');
}

/** `1-year term` and `3-year term` are offers as often as sums. */
function isOverYears(labels: readonly string[]): boolean {
  return labels.every((l) => periodOfText(l).period === 'year');
}

/** Undefined for a table whose columns are no options: too many, or not of the same things. */
function turn(grid: Grid): Grid | undefined {
  const options = grid.columns.filter((c) => c.index > 0 && c.filled >= 0.5);
  if (grid.rows.length < 2 || grid.rows.length > mostRows) return undefined;
  if (options.length === 0 || options.length > mostOptions) return undefined;
  const rows = options.map((option): Row => {
    const cells = grid.rows.map((row) => row.cells[option.index] ?? nothing);
    return { label: option.heading, kind: 'plain', cells: [nothing, ...cells] };
  });
  const columns = grid.rows.map((row, i) => columnOf(i + 1, row.label, rows));
  return { rows, columns, under: grid.under, isLedger: false };
}
