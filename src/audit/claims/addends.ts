// Which rows a total may be the sum of, and whether it is.

import type { Interval } from '../../quantity/interval.ts';
import { coarseStep, fitOf } from '../judge/compare.ts';
import { largest } from '../lists.ts';
import type { Figure } from '../types.ts';
import { amountIn, type Column, type Grid, isShare, periodOfText, type Row } from './grid.ts';

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

function comparableAddends(rows: readonly Row[], column: Column, stated: Figure): readonly Addend[] {
  return addendsOf(rows, column).filter((a) => a.figure === undefined || comparable(a.figure, stated));
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

export interface Sum {
  readonly fits: boolean;
  readonly off: number;
  /** Of a range, one end is the very sum, and the other is not. */
  readonly isHalf: boolean;
  readonly recomputed: Interval;
}

export function sumOf(addends: readonly Addend[], stated: Figure): Sum {
  const low = addends.reduce((n, a) => n + a.low, 0);
  const high = addends.reduce((n, a) => n + a.high, 0);
  // rows that were rounded one by one may miss the rounded total by a few of its last digits
  const steps = addends.map((a) => a.figure?.step ?? 0);
  const step = Math.max(stated.step, largest(steps));
  const rounded = addends.filter((a, i) => (steps[i] ?? 0) >= step * 0.99 && a.low !== 0).length;
  const few = Math.min(rounded / 2, Math.max(1, 3 * Math.sqrt(rounded / 12)));
  const slack = step * Math.floor(few + 1e-9) + (step - stated.step) / 2;
  const about = addends.some((a) => a.figure?.about === true);
  const more = about
    ? addends.reduce((n, a) => n + (a.figure?.about === true ? coarseStep(a.high, a.figure.step) / 2 : 0), 0)
    : 0;
  const ends = (['low', 'high'] as const).map((end) => {
    const value = end === 'low' ? low : high;
    return fitOf(stated, end, value, { low: value - slack - more, high: value + slack + more });
  });
  const bound = addends.some((a) => a.figure?.bound !== undefined && a.figure.bound !== 'none');
  return {
    fits: ends.every((e) => e.fits) || (bound && stated.high >= high) || isWithin(stated, low, high),
    off: Math.max(...ends.map((e) => e.off)),
    isHalf: isHalf(stated, { low, high }),
    recomputed: { low, high },
  };
}

/** To the digit, and no round number that anything may come to. */
function isHalf(stated: Figure, sum: Interval): boolean {
  const isEnd = (end: 'low' | 'high'): boolean =>
    Math.abs(stated[end] - sum[end]) <= stated.step / 2 && coarseStep(sum[end], stated.step) < sum[end] / 20;
  return stated.low < stated.high && isEnd('low') !== isEnd('high');
}

/** One amount inside of the range that is stated. */
function isWithin(stated: Figure, low: number, high: number): boolean {
  const { lowSpread, highSpread } = stated;
  return low === high && stated.low < stated.high && low >= lowSpread.low - 1e-9 && high <= highSpread.high;
}

/**
 * A column of averages, largest values or counts may have a row called total, too; and groups that stand above their parts are
 * added twice.
 */
export function isOtherwiseRight(addends: readonly Addend[], stated: Figure): boolean {
  const values = addends.map((a) => a.high);
  const mean = values.reduce((n, v) => n + v, 0) / values.length;
  const near = (value: number): boolean =>
    Math.abs(value - stated.high) <= Math.max(stated.step / 2, Math.abs(value) * 1e-6);
  return (
    near(mean) ||
    near(largest(values)) ||
    near(values.length) ||
    near((mean * values.length) / 2) ||
    (values.length > 1 && values.every((v) => near(v)))
  );
}

/** The last row is what the others come to, by any name: with it, they are there twice. */
export function isAddedTwice(addends: readonly Addend[]): boolean {
  const last = addends.at(-1);
  if (last === undefined || addends.length < 3 || last.high <= 0) return false;
  const others = addends.slice(0, -1).reduce((n, a) => n + a.high, 0);
  return Math.abs(others - last.high) <= (last.figure?.step ?? 0) / 2;
}

export function leftOut(addends: readonly Addend[], stated: Figure): Addend | undefined {
  if (addends.length < 3 || addends.length > 40) return undefined;
  return addends.find(
    (a) =>
      a.high !== 0 &&
      sumOf(
        addends.filter((b) => b !== a),
        stated,
      ).off === 0,
  );
}
