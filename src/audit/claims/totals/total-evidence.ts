// How sure it is that a total which does not come out is meant as the sum of its rows.

import { periodOf } from '../../judge/calendar.ts';
import { coarseStep } from '../../judge/compare.ts';
import { largest } from '../../lists.ts';
import type { Figure } from '../../types.ts';
import type { Cell } from '../content/cells.ts';
import { wordsOf } from '../content/facts.ts';
import { type Column, type Grid, isShare, periodOfText, type Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import type { Addend } from './addends.ts';
import type { Sum } from './sums.ts';
import { isOtherCase } from './total-labels.ts';

/** What was added to a total before it, or taken from it. */
const changedWords =
  /(?<!\p{L})(?:new|revised|updated|adjusted|with|incl\p{L}*|neu\p{L}*|nouve\p{L}*|nuev\p{L}*|nov[oa]|yeni|mit|avec|con|com)(?!\p{L})|新的|нов\p{L}+/iu;

const savingWords =
  /(?<!\p{L})(?:sav|reduc|ersparnis|einspar|économi|ahorro|economia|risparmi|tasarruf|profit|margin|net)\p{L}*|экономи|节省|節約/iu;

/** Rows further up have no part in a total. */
export const mostBefore = 500;

export function confidenceOf(
  grid: Grid,
  index: number,
  column: Column,
  best: Sum & { readonly addends: readonly Addend[] },
  partial: boolean,
): number {
  const row = grid.rows[index];
  let confidence = 0.9;
  const above = grid.rows.slice(Math.max(0, index - mostBefore), index);
  const cells = above.map((r) => r.cells[column.index]);
  // a row whose amount could not be read is missing from the sum
  const unread = cells.filter((c) => isUnread(c)).length + (hasSteps(above) ? 1 : 0);
  if (unread > 0) confidence -= 0.35;
  const stated = row?.cells[column.index]?.figure;
  // lines that all count the same are nearly as clear as money
  if (!column.hasMoney)
    confidence -= (grid.isLedger || isOfOneUnit(best, stated)) && best.off < 0.25 ? 0.15 : 0.25;
  // of a few lines, one may be an alternative, or be in another already
  if (partial) confidence -= !grid.isLedger ? 0.1 : best.addends.length < leastLines ? 0.4 : 0.2;
  if (best.off < 0.06 && mayBeRounded(best, stated)) confidence -= 0.35;
  const ranged = best.addends.some((a) => a.low !== a.high);
  // off by one and the same amount at both ends, it is a slip
  const isShifted = ranged && stated !== undefined && isShiftedFrom(best, stated);
  if (isShifted) confidence += 0.1;
  else if (ranged && best.off < 0.1) confidence -= 0.2;
  if (best.addends.length < 2) confidence -= 0.4;
  const bare = best.addends.length > 2 && unread === 0 && wordsOf(row?.label ?? '').length === 0;
  // far less than one of the lines above it: it is of others
  if (best.off > 0.8 && grid.isLedger && best.recomputed.low > 0 && isBelow(row, column, best.addends))
    confidence -= 0.35;
  else if (best.off > 0.9) confidence -= bare ? 0.15 : 0.35;
  else if (best.off > 0.6 && !bare) confidence -= 0.15;
  // from so much to much more, of rows that say one amount each: it allows for what is not in them
  if (grid.isLedger && best.off > 0.8 && !ranged && stated !== undefined && stated.low < stated.high)
    confidence -= 0.3;
  // a price by the piece among amounts
  const rates = best.addends.filter((a) => isRate(a.figure)).length;
  if (rates > 0 && rates < best.addends.length) confidence -= 0.35;
  // alternatives are not added up
  if (
    above.some((r) =>
      /^[^\p{L}]*(?:or|oder|ou|veya|alternativ\p{L}*|option\p{L}*|vs)(?!\p{L})/iu.test(r.label),
    )
  ) {
    confidence -= 0.3;
  }
  if (row !== undefined && row.label.length > 60) confidence -= 0.2;
  if (!grid.isLedger && isUntimed(best.addends) && best.addends.length < cells.filter(hasAmount).length)
    confidence -= 0.25;
  if (isOtherCase(grid, index)) confidence -= 0.3;
  if (isAmongOthers(grid, index)) confidence -= isBill(best) ? 0.15 : 0.4;
  if (hasMixedPeriods(best.addends.map((a) => a.row))) confidence -= 0.4;
  if (best.addends.some((a) => a.figure !== undefined && isShare(a.figure) !== column.isShare))
    confidence -= 0.3;
  if (grid.isLedger && best.addends.length < 3) confidence -= 0.2;
  // further up than the last subtotal, only what is nearly right shows that it is meant
  if (grid.isLedger && best.off >= mostOffAbove && isFromAbove(above, best.addends)) confidence -= 0.3;
  const signs = new Set(best.addends.filter((a) => a.high !== 0).map((a) => a.high > 0));
  if (signs.size > 1) confidence -= 0.3;
  // what is saved of two amounts is their difference
  if (row !== undefined && savingWords.test(row.label) && best.addends.length < 4) confidence -= 0.3;
  if (row !== undefined && changedWords.test(row.label)) confidence -= 0.3;
  if (grid.isLedger && best.off > 0.5 && !bare) confidence -= 0.15;
  if (best.addends.length < leastAdded) return confidence;
  // one end that comes out exactly shows that these rows are meant
  if (best.isHalf) return Math.max(confidence, 0.8);
  // in a list, what it would fit without is often there to choose
  const mayBeChosen = partial && grid.isLedger;
  const isNear = best.off < nearly && unread === 0 && !mayBeChosen && confidence >= leastLikely;
  return isNear ? Math.max(confidence, told) : confidence;
}

/** A sum of fewer may be of other amounts. */
const leastAdded = 3;
/**
 * What comes so near its total was added up. Of such findings on documents that nobody had seen (docs/audit.md, "Measured"), three of four
 * were true where something in the table made them doubtful, and all where nothing did.
 */
const nearly = 1 / 3;
/** Where it is less likely, too much speaks against it. */
const leastLikely = 0.5;
/** Above what is shown without being asked for. */
const told = 0.75;

const mostOffAbove = 0.05;

/** Some stand above the last subtotal. */
function isFromAbove(above: readonly Row[], addends: readonly Addend[]): boolean {
  const before = new Set(above.slice(0, above.findLastIndex((r) => r.kind !== 'plain') + 1));
  return before.size > 0 && addends.some((a) => before.has(a.row));
}

/** Three rows and more in the unit of the total, or all of them amounts of data. */
function isOfOneUnit(
  { addends }: Sum & { readonly addends: readonly Addend[] },
  stated: Figure | undefined,
): boolean {
  const measured = ({ unit: { key, factors } }: Figure): string =>
    factors.length === 1 && factors[0]?.atom.kind === 'data' ? 'data' : key;
  const own = stated === undefined ? '' : measured(stated);
  const isAlike = ({ figure }: Addend): boolean => figure !== undefined && measured(figure) === own;
  return own !== '' && addends.length > 2 && addends.every(isAlike);
}

/** What is only about so much could make up for what is missing. */
function mayBeRounded(
  { addends, recomputed }: Sum & { readonly addends: readonly Addend[] },
  stated: Figure | undefined,
): boolean {
  const about = addends.reduce((n, a) => n + (a.figure?.about === true ? Math.abs(a.high) : 0), 0);
  return about > 0 && (stated === undefined || Math.abs(recomputed.high - stated.high) <= about * mostAbout);
}

/** Of an amount with `~`. */
const mostAbout = 0.25;

function isShiftedFrom({ recomputed }: Sum, stated: Figure): boolean {
  const [low, high] = [stated.low - recomputed.low, stated.high - recomputed.high];
  const coarse = Math.max(coarseStep(stated.low, stated.step), coarseStep(stated.high, stated.step));
  return stated.low < stated.high && Math.abs(low - high) <= stated.step / 2 && Math.abs(low) > coarse;
}

/** Of a list where a line was forgotten. */
const leastLines = 7;

/** `Base: $90`, `Saved: $27` under each of several lines are steps, and no parts of a sum; so may be what cannot be read. */
function hasSteps(above: readonly Row[]): boolean {
  const within = above.flatMap((r) => r.within ?? []);
  const labels = new Set(within.map((r) => r.label.toLowerCase()));
  return above.length > 1 && (labels.size < within.length || within.some((r) => isUnread(r.cells[1])));
}

function isRate(figure: Figure | undefined): boolean {
  return figure?.unit.factors.some((f) => f.power < 0 && !/time|calendar/.test(f.atom.kind)) === true;
}

/** Amounts of one currency, and nearly what they are said to come to. */
function isBill({ addends, off }: Sum & { readonly addends: readonly Addend[] }): boolean {
  const currencies = new Set(addends.map((a) => (a.figure === undefined ? 'free' : currencyOf(a.figure))));
  currencies.delete('free');
  return addends.length > 3 && off < 0.25 && currencies.size === 1 && !currencies.has('');
}

function isBelow(row: Row | undefined, column: Column, addends: readonly Addend[]): boolean {
  const stated = row?.cells[column.index]?.figure;
  return stated !== undefined && stated.high < largest(addends.map((a) => a.high));
}

/** `Total users` in the middle of a list of metrics is no sum of what stands above it. */
export function isAmongOthers(grid: Grid, index: number): boolean {
  const next = grid.rows[index + 1];
  return next?.kind === 'plain' && grid.rows.findLastIndex((r) => r.kind !== 'plain') <= index;
}

/** `~$5/month` beside `~$20`: some say what they are for, and others do not. */
function isUntimed(addends: readonly Addend[]): boolean {
  const periods = new Set(addends.map((a) => (a.figure === undefined ? '' : periodOf(a.figure.unit))));
  return periods.size > 1 && periods.has('');
}

function hasAmount(cell: Cell | undefined): boolean {
  return cell?.figure !== undefined;
}

/** Rows that say `monthly` and rows that say `annual` are not added up. */
function hasMixedPeriods(rows: readonly Row[]): boolean {
  const periods = new Set(rows.map((r) => periodOfText(r.label).period).filter((p) => p !== ''));
  return periods.size > 1;
}

function isUnread(cell: Cell | undefined): boolean {
  return (
    cell !== undefined && cell.figure === undefined && cell.sum === undefined && !cell.blank && !cell.free
  );
}
