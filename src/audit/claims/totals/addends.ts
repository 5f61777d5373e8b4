// Which rows a total may be the sum of.

import { divide, hasCurrency, scaleOf } from '../../../quantity/unit.ts';
import type { Figure } from '../../types.ts';
import { amountIn } from '../content/cells.ts';
import { type Column, type Grid, isShare, periodOfText, type Row } from '../content/grid.ts';

export interface Addend {
  readonly row: Row;
  readonly figure: Figure | undefined;
  readonly low: number;
  readonly high: number;
}

export function addendsOf(rows: readonly Row[], column: Column): readonly Addend[] {
  return rows.flatMap((row) => {
    const cell = row.cells[column.index];
    const low = amountIn(cell, 'low');
    const high = amountIn(cell, 'high');
    return low === undefined || high === undefined ? [] : [{ row, figure: cell?.figure, low, high }];
  });
}

const onceWords =
  /(?<!\p{L})(?:one[- ]?time|one[- ]?off|once|einmal\p{L}*|(?:une|una|uma|única|unica) (?:seule )?(?:fois|vez|volta)|unique|únicos?|únicas?|tek sefer\p{L}*|bir kerelik|eenmalig\p{L}*|разов\p{L}+|единовременн\p{L}+)(?!\p{L})|一次性|初期費用|一回/iu;

/** `| OCR | $300 (one-time) |` */
export function isPaidOnce(row: Row): boolean {
  return row.cells.some(({ passage }) => onceWords.test(passage.text.slice(0, 300)));
}

export function candidateSets(
  grid: Grid,
  index: number,
  column: Column,
  stated: Figure,
): readonly (readonly Addend[])[] {
  const above = grid.rows.slice(0, index);
  const last = lastTotal(above);
  const since = sinceTotal(above);
  const sets: (readonly Row[])[] = [since];
  // deep in a long table, a subtotal is of what follows the last one
  const isNear = grid.rows[index]?.kind !== 'subtotal' || index < mostBefore;
  if (isNear) sets.push(above.filter((r) => r.kind === 'plain'));
  // `Running, per year` is no part of a total over five years
  const { period, periods } = periodOfText(grid.rows[index]?.label ?? '');
  if (periods > 1) {
    sets.push(
      since.filter((r) => {
        const own = periodOfText(r.label);
        return own.period === '' || (own.period === period && own.periods === periods);
      }),
    );
  }
  if (since.some((r) => r.within !== undefined)) {
    sets.push(since.flatMap((r) => r.within ?? [r]));
    sets.push(since.at(-1)?.within ?? []);
    // what stands under one of them may be of something else: users, prices
    const heads = since.filter((r) => r.within !== undefined).slice(0, mostHeads);
    for (const head of heads) sets.push(since.flatMap((r) => (r === head ? [] : (r.within ?? [r]))));
    // the last of them may be what the others come to
    sets.push(since.map((r) => r.within?.at(-1) ?? r));
  }
  const headed = sinceHeading(since);
  if (headed.length >= 2 && headed.length < since.length) sets.push(headed);
  const named = sharing(grid.rows[index]?.label ?? '', since);
  if (named.length >= 2) sets.push(named);
  const previous = above[last];
  if (previous !== undefined) {
    sets.push([previous, ...since]);
  }
  if (previous !== undefined && isNear) {
    const subtotals = above.filter((r) => r.kind === 'subtotal' || r.kind === 'total');
    sets.push(subtotals, [...subtotals, ...since]);
    const onlySub = above.filter((r) => r.kind === 'subtotal');
    sets.push(onlySub, [...onlySub, ...since]);
    sets.push(sectioned(above));
  }
  if (grid.rows[index]?.kind === 'total' && (index === 0 || since.length === 0)) {
    const below = grid.rows.slice(index + 1);
    const end = below.findIndex((r) => r.kind !== 'plain');
    sets.push(end === -1 ? below : below.slice(0, end));
  }
  const kept: (readonly Addend[])[] = [];
  for (const rows of sets) {
    const addends = comparableAddends(rows, column, stated);
    if (addends.length > 0 && !kept.some((k) => areSame(k, addends))) kept.push(addends);
  }
  return kept;
}

function areSame(a: readonly Addend[], b: readonly Addend[]): boolean {
  return a.length === b.length && a.every((one, i) => one.row === b[i]?.row);
}

/** What else a total may be of; where none of these comes out, it was not meant. */
export function narrowerSets(
  grid: Grid,
  index: number,
  column: Column,
  stated: Figure,
): readonly (readonly Addend[])[] {
  const since = sinceTotal(grid.rows.slice(0, index));
  const sets: (readonly Row[])[] = [];
  // what is paid once is no part of a month
  const recurring = since.filter((r) => !isPaidOnce(r));
  if (recurring.length < since.length) sets.push(recurring);
  // lines that are not held apart from those of the group before them
  const most = grid.isLedger ? Math.min(since.length, mostInGroup) : 0;
  for (let count = 2; count < most; count++) sets.push(since.slice(-count));
  return sets.map((rows) => comparableAddends(rows, column, stated)).filter((a) => a.length >= 2);
}

/** Groups that stand above their parts, without the parts; none where there are no such groups. */
export function groups(grid: Grid, index: number, column: Column, stated: Figure): readonly Addend[] {
  return comparableAddends(groupsOf(grid.rows.slice(0, index), column), column, stated);
}

/** A group without a heading of its own: the last few rows above its subtotal. */
export function lastRows(
  grid: Grid,
  index: number,
  column: Column,
  stated: Figure,
): readonly (readonly Addend[])[] {
  if (grid.rows[index]?.kind !== 'subtotal') return [];
  const since = sinceTotal(grid.rows.slice(0, index));
  return Array.from({ length: Math.min(since.length, mostInGroup) }, (_, i) =>
    comparableAddends(since.slice(-i - 1), column, stated),
  ).filter((a) => a.length > 0);
}

const mostHeads = 8;
const mostBefore = 1000;
const mostInGroup = 30;
const mostGrouped = 100;

/** Groups that stand above their parts, without the parts; empty where there are none. */
function groupsOf(above: readonly Row[], column: Column): readonly Row[] {
  if (above.length > 2 * mostGrouped) return [];
  const rows = above.filter((r) => r.kind !== 'average');
  if (rows.length > mostGrouped) return [];
  const kept: Row[] = [];
  const sizes: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined) continue;
    kept.push(row);
    const parts = partsBehind(rows, at, column);
    if (parts > 0) sizes.push(parts);
    at += parts;
  }
  // `500`, `300`, `200` are so by chance
  return sizes.length > 1 || sizes.some((n) => n > 2) ? kept : [];
}

/** How many rows behind that at `at` come to it; 0 for none. */
function partsBehind(rows: readonly Row[], at: number, column: Column): number {
  const whole = rows[at]?.cells[column.index]?.figure;
  if (whole === undefined || whole.high <= 0) return 0;
  let low = 0;
  let high = 0;
  const room = whole.step * 0.51;
  for (let next = at + 1; next < rows.length && high < whole.high; next++) {
    low += amountIn(rows[next]?.cells[column.index], 'low') ?? 0;
    high += amountIn(rows[next]?.cells[column.index], 'high') ?? 0;
    if (next > at + 1 && Math.abs(high - whole.high) <= room && Math.abs(low - whole.low) <= room)
      return next - at;
  }
  return 0;
}

function lastTotal(above: readonly Row[]): number {
  return above.findLastIndex((r) => r.kind === 'total' || r.kind === 'subtotal');
}

function sinceTotal(above: readonly Row[]): readonly Row[] {
  return above.slice(lastTotal(above) + 1).filter((r) => r.kind !== 'average');
}

/** The rows behind the last one that only names or parts them: `| **Fixed costs** | | |`. */
function sinceHeading(since: readonly Row[]): readonly Row[] {
  const isHeading = ({ cells }: Row): boolean => cells.length > 1 && cells.slice(1).every((c) => c.blank);
  return since.slice(since.findLastIndex(isHeading) + 1);
}

export function comparableAddends(rows: readonly Row[], column: Column, stated: Figure): readonly Addend[] {
  return addendsOf(rows, column)
    .filter((a) => a.figure === undefined || comparable(a.figure, stated))
    .map((a) => inUnitOf(stated, a));
}

/** `512 MB` among gigabytes, minutes among hours. */
function inUnitOf(stated: Figure, addend: Addend): Addend {
  const own = addend.figure?.unit;
  if (own === undefined || own.key === stated.unit.key || hasCurrency(own)) return addend;
  const { factors } = divide(own, stated.unit);
  const kinds = new Set(factors.map((f) => f.atom.kind));
  if (factors.length !== 2 || kinds.size !== 1 || !(kinds.has('data') || kinds.has('time'))) return addend;
  const { numerator, denominator } = scaleOf({ ...own, factors });
  // memory is sold in powers of two
  const isBinary = kinds.has('data') && addend.low % leastBinary === 0 && addend.high % leastBinary === 0;
  const factor = isBinary ? binaryFactor(numerator / denominator) : numerator / denominator;
  return { ...addend, low: addend.low * factor, high: addend.high * factor };
}

const leastBinary = 64;

/** 1/1,024 for 1/1,000. */
function binaryFactor(factor: number): number {
  const thousands = Math.round(Math.log10(factor) / 3);
  return 1024 ** thousands;
}

/** `Total savings` is of the rows that say savings. */
function sharing(label: string, rows: readonly Row[]): readonly Row[] {
  const words =
    label
      .toLowerCase()
      .match(/\p{L}{4,}/gu)
      ?.filter((w) => !/^(?:total|gesamt|toplam)/.test(w)) ?? [];
  return rows.filter((r) => words.some((w) => r.label.toLowerCase().includes(w)));
}

/** Subtotals in place of the rows that they sum up, and the rows behind the last one. */
function sectioned(above: readonly Row[]): readonly Row[] {
  const kept: Row[] = [];
  for (const row of above) {
    if (row.kind === 'average') continue;
    if (row.kind === 'plain') kept.push(row);
    else {
      while (kept.at(-1)?.kind === 'plain') kept.pop();
      kept.push(row);
    }
  }
  return kept;
}

/** What is added has one currency and one period, or leaves it to the heading. */
export function comparable(a: Figure, b: Figure): boolean {
  const money = (f: Figure): string =>
    f.unit.factors.find((u) => u.atom.kind === 'currency')?.atom.name ?? '';
  const [ma, mb] = [money(a), money(b)];
  if (ma !== mb && ma !== '' && mb !== '') return false;
  const period = (f: Figure): string =>
    f.unit.factors.find((u) => u.power < 0 && /time|calendar/.test(u.atom.kind))?.atom.name ?? '';
  const [pa, pb] = [period(a), period(b)];
  return (pa === pb || pa === '' || pb === '') && isShare(a) === isShare(b);
}
