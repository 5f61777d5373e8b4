// Totals, subtotals and averages of a table's columns. A total may be of the rows since the last one, of all rows, of the
// subtotals, or of the last total and what follows it: each is tried before the total is called wrong.

import type { Interval } from '../../quantity/interval.ts';
import { lengthsBetween, periodOf } from '../judge/calendar.ts';
import { fitOf } from '../judge/compare.ts';
import { append, largest, smallest } from '../lists.ts';
import { likeFigure, said } from '../print.ts';
import type { Claim, Figure } from '../types.ts';
import {
  type Addend,
  addendsOf,
  candidateSets,
  comparable,
  groups,
  isAddedTwice,
  isOtherwiseRight,
  isPaidOnce,
  lastRows,
  leftOut,
  narrowerSets,
  type Sum,
  sumOf,
} from './addends.ts';
import { wordsOf } from './facts.ts';
import { type Cell, type Column, type Grid, isShare, periodOfText, type Row } from './grid.ts';
import { currencyOf, type Entry } from './ledger.ts';
import { scaledClaim } from './periods.ts';
import { recomputedClaim } from './recomputed.ts';
import { isGrandAboveTotal, isOtherCase, isPerThing, isWithOptional, isWithoutOne } from './total-labels.ts';

const optionalWords =
  /(?<!\p{L})(?:optional|alternativ\p{L}*|one-?time|one-?off|einmalig|or|oder|ou|veya|if needed|if applicable|bei bedarf|optionnel|opcional|isteğe|setup|up-?front|not included|excluded|reserve|vs\.?)(?!\p{L})|可选|オプション|опционально/iu;

/** What was added to a total before it, or taken from it. */
const changedWords =
  /(?<!\p{L})(?:new|revised|updated|adjusted|with|incl\p{L}*|neu\p{L}*|nouve\p{L}*|nuev\p{L}*|nov[oa]|yeni|mit|avec|con|com)(?!\p{L})|新的|нов\p{L}+/iu;

/** `**Total: $120**` right under a table that has no total of its own. */
export function totalUnder(grid: Grid, next: Entry): readonly Claim[] {
  const isTotal = next.kind === 'total' || next.kind === 'subtotal';
  if (!isTotal || next.figures.length === 0 || grid.rows.some((r) => r.kind !== 'plain')) return [];
  const [stated] = next.figures;
  const period = stated === undefined ? '' : periodOf(stated.unit);
  const columns = grid.columns.filter(
    (c) =>
      c.hasMoney &&
      !c.isPrice &&
      !c.isShare &&
      c.filled > 0.5 &&
      c.index > 0 &&
      (period === '' || c.period === '' || c.period === period),
  );
  const [column] = columns;
  // of several columns it is not said which one is meant
  const money = stated?.unit.factors.some((f) => f.atom.kind === 'currency') === true;
  if (stated === undefined || !money || column === undefined || columns.length !== 1 || grid.rows.length < 2)
    return [];
  const cells = grid.columns.map(
    (c): Cell => ({
      passage: next.passage,
      figure: c.index === column.index ? stated : undefined,
      blank: true,
      free: false,
    }),
  );
  const row: Row = { label: next.label, kind: next.kind, cells };
  const rows = [...grid.rows, row];
  const claim = totalOf({ ...grid, rows, isLedger: true }, rows.length - 1, column, true);
  return claim === undefined ? [] : [claim];
}

export function totalsIn(grid: Grid): readonly Claim[] {
  const claims: Claim[] = [];
  for (const [index, row] of grid.rows.entries()) {
    if (row.kind === 'plain') {
      append(claims, netIn(grid, index, row));
      continue;
    }
    const outcomesOf = (mayBePart: boolean): readonly Claim[] =>
      grid.columns.flatMap((column) => totalOf(grid, index, column, mayBePart) ?? []);
    // the columns of a row are of the same rows: only where none is of all, they may be of the last few
    const whole = outcomesOf(false);
    const isPart = row.kind === 'subtotal' && whole.every((c) => c.verdict === 'wrong');
    const outcomes = isPart ? outcomesOf(true) : whole;
    const right = outcomes.filter((c) => c.verdict === 'right').length;
    for (const claim of outcomes) {
      // another column of the same row that adds up shows that the row is meant as a total of these
      if (claim.verdict === 'wrong' && isGrandAboveTotal(grid, index, claim)) continue;
      const sure = right > 0 ? (isAmongOthers(grid, index) ? 0.37 : 0.07) : outcomes.length > 1 ? -0.15 : 0;
      claims.push(
        claim.verdict === 'right' ? claim : { ...claim, confidence: Math.min(0.97, claim.confidence + sure) },
      );
    }
  }
  return claims;
}

const netWords = /(?<!\p{L})(?:net|netto\p{L}*|net[oa]s?|líquid[oa]|чист\p{L}*)(?!\p{L})|净|純|手取/iu;
const mostTaken = 6;

/** `Gross price | $5.99`, `Fee | -$0.47`, `Net income | $5.52`: what is left, where what is taken off has its minus. */
function netIn(grid: Grid, index: number, row: Row): readonly Claim[] {
  if (row.label.length > 40 || !netWords.test(row.label)) return [];
  const since: Row[] = [];
  for (let at = index - 1; at >= 0 && since.length <= mostTaken; at--) {
    const above = grid.rows[at];
    if (above === undefined || above.kind !== 'plain') break;
    since.unshift(above);
  }
  if (since.length < 2 || since.length > mostTaken) return [];
  return grid.columns.flatMap((column): readonly Claim[] => {
    const stated = row.cells[column.index]?.figure;
    if (stated === undefined || currencyOf(stated) === '' || stated.high <= 0) return [];
    const addends = addendsOf(since, column);
    const [gross, ...taken] = addends;
    const isTakenOff =
      gross !== undefined &&
      gross.low > 0 &&
      taken.length === since.length - 1 &&
      taken.every((a) => a.high < 0) &&
      addends.every((a) => a.figure !== undefined && currencyOf(a.figure) === currencyOf(stated));
    if (!isTakenOff || !addends.every((a) => a.figure !== undefined && comparable(a.figure, stated)))
      return [];
    const { fits, off, recomputed } = sumOf(addends, stated);
    if (!fits && off > mostLost) return [];
    return [claimOf(stated, addends, recomputed, fits ? 'right' : 'wrong', fits ? 1 : 0.78)];
  });
}

/** More than half is not lost between two lines. */
const mostLost = 0.5;

const savingWords =
  /(?<!\p{L})(?:sav|reduc|ersparnis|einspar|économi|ahorro|economia|risparmi|tasarruf|profit|margin|net)\p{L}*|экономи|节省|節約/iu;

/** `Total per month` and below it `Total per year`. */
function yearOf(grid: Grid, index: number, column: Column, stated: Figure): Claim | undefined {
  const row = grid.rows[index];
  const above = grid.rows[index - 1];
  const base = above?.cells[column.index]?.figure;
  if (row === undefined || above === undefined || base === undefined || above.kind === 'plain')
    return undefined;
  const [from, to] = [periodOfText(above.label), periodOfText(row.label)];
  if (from.period === '' || to.period === '' || from.period === to.period) return undefined;
  const lengths = lengthsBetween(to.period, from.period).map((n) => (n * to.periods) / from.periods);
  const claim = scaledClaim(base, stated, lengths, 0.85);
  if (claim?.verdict !== 'wrong') return claim;
  return withOnce(grid, index, column, claim) ?? claim;
}

/** The first year is twelve months and what is paid once. */
function withOnce(grid: Grid, index: number, column: Column, claim: Claim): Claim | undefined {
  const once = addendsOf(grid.rows.slice(0, index).filter(isPaidOnce), column);
  if (once.length === 0) return undefined;
  const { low, high } = claim.recomputed;
  const recomputed = {
    low: once.reduce((n, a) => n + a.low, low),
    high: once.reduce((n, a) => n + a.high, high),
  };
  const { stated } = claim;
  const fits = (['low', 'high'] as const).every(
    (end) => fitOf(stated, end, recomputed[end], { low: recomputed[end], high: recomputed[end] }).fits,
  );
  const working = `${claim.working} and what is paid once`;
  return recomputedClaim({
    kind: 'period',
    stated,
    operands: [...claim.operands, ...once.flatMap((a) => a.figure ?? [])],
    fits,
    recomputed,
    working,
    confidence: Math.max(0, claim.confidence - 0.1),
  });
}

function totalOf(grid: Grid, index: number, column: Column, mayBePart: boolean): Claim | undefined {
  const row = grid.rows[index];
  const stated = row?.cells[column.index]?.figure;
  if (row === undefined || stated === undefined || column.index === 0) return undefined;
  if (row.kind === 'average') return averageOf(grid, index, column, stated);
  const yearly = yearOf(grid, index, column, stated);
  if (yearly !== undefined) return yearly;
  const sets = candidateSets(grid, index, column, stated);
  const tried = sets.map((addends) => ({ addends, ...sumOf(addends, stated) }));
  // some of so many would come near by chance
  const exact = { ...stated, about: false };
  const fitting =
    tried.find((t) => t.fits) ??
    (mayBePart ? lastRows(grid, index, column, stated) : [])
      .map((addends) => ({ addends, ...sumOf(addends, exact) }))
      .find((t) => t.fits) ??
    narrowerSets(grid, index, column, stated)
      .map((addends) => ({ addends, ...sumOf(addends, stated) }))
      .find((t) => t.fits);
  if (fitting !== undefined) return claimOf(stated, fitting.addends, fitting.recomputed, 'right', 1);
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (a, b) => (a === undefined || b.off < a.off ? b : a),
    undefined,
  );
  if (best === undefined || best.addends.length < 2) return undefined;
  if (column.isPrice || column.isShare || column.isTime || best.recomputed.high === 0) return undefined;
  // groups that stand above their parts
  const grouped = groups(grid, index, column, stated);
  const sum = sumOf(grouped, stated);
  if (grouped.length > 1 && sum.fits) return claimOf(stated, grouped, sum.recomputed, 'right', 1);
  if (grouped.length > 1 && best.off > 0.4 && sum.off < best.off / 2) return undefined;
  if (isWithOptional(best.addends, stated) || isInRange(best, stated)) return undefined;
  if (isPerThing(column.heading) || isWithoutOne(row.label, best.addends)) return undefined;
  if (isOtherwiseRight(best.addends, stated)) return undefined;
  if (grid.isLedger && best.off > 0.5 && isAddedTwice(best.addends)) return undefined;
  if (grid.isLedger && isCalculation(best.addends)) return undefined;
  // `Total, year 1` and `Total, from year 2`: the second is of what recurs
  const isSecond = grid.rows.slice(0, index).some((r) => r.kind === 'total');
  // `Total, with tax` and `Total per customer`
  if (isSecond && isPerThing(row.label)) return undefined;
  if (isSecond && best.addends.some((a) => a.low === stated.low && a.high === stated.high)) return undefined;
  if (isOverYears(best.addends, row.label, stated)) return undefined;
  const without = leftOut(best.addends, stated);
  if (without !== undefined && optionalWords.test(without.row.label)) {
    return claimOf(
      stated,
      best.addends.filter((a) => a !== without),
      { low: stated.low, high: stated.high },
      'right',
      1,
    );
  }
  const confidence = confidenceOf(grid, index, column, best, without !== undefined);
  if (confidence <= 0) return undefined;
  const claim = claimOf(stated, best.addends, best.recomputed, 'wrong', confidence);
  if (without === undefined) return claim;
  return { ...claim, message: `${claim.message}; it fits without “${without.row.label}”` };
}

/** `~$80` of rows that come to $79 to $129. */
function isInRange({ recomputed }: Sum, { low, high, about }: Figure): boolean {
  return about && low === high && low >= recomputed.low && low <= recomputed.high;
}

/** `Sales`, `expenses`, `profit`: the last of them is what lies between the others, and they are not added up. */
function isCalculation(addends: readonly Addend[]): boolean {
  const [first, ...more] = addends;
  const last = more.pop();
  if (first === undefined || last === undefined || more.length === 0) return false;
  const left = more.reduce((n, a) => n - a.high, first.high);
  return left > 0 && Math.abs(left - last.high) <= Math.abs(left) * 0.001;
}

/** `Total over 5 years` of what is paid once and what is paid each year. */
function isOverYears(addends: readonly Addend[], label: string, stated: Figure): boolean {
  const { period, periods } = periodOfText(label);
  if (period !== 'year' || periods < 2) return false;
  const sum = addends.reduce((n, { figure, high }) => {
    const own = figure === undefined ? '' : periodOf(figure.unit);
    return n + high * (own === 'year' ? periods : own === 'month' ? 12 * periods : 1);
  }, 0);
  return Math.abs(sum - stated.high) <= Math.abs(stated.high) * 0.02;
}

function confidenceOf(
  grid: Grid,
  index: number,
  column: Column,
  best: Sum & { readonly addends: readonly Addend[] },
  partial: boolean,
): number {
  const row = grid.rows[index];
  let confidence = 0.9;
  const cells = grid.rows.slice(0, index).map((r) => r.cells[column.index]);
  // a row whose amount could not be read is missing from the sum
  const unread = cells.filter((c) => isUnread(c)).length + (hasSteps(grid, index) ? 1 : 0);
  if (unread > 0) confidence -= 0.35;
  // lines that all count the same are nearly as clear as money
  if (!column.hasMoney) confidence -= grid.isLedger && best.off < 0.25 ? 0.15 : 0.25;
  if (partial) confidence -= grid.isLedger ? 0.4 : 0.1;
  if (best.addends.some((a) => a.figure?.about) && best.off < 0.06) confidence -= 0.35;
  const ranged = best.addends.some((a) => a.low !== a.high);
  if (ranged && best.off < 0.1) confidence -= 0.2;
  if (best.addends.length < 2) confidence -= 0.4;
  const bare = best.addends.length > 2 && unread === 0 && wordsOf(row?.label ?? '').length === 0;
  // far less than one of the lines above it: it is of others
  if (best.off > 0.8 && grid.isLedger && best.recomputed.low > 0 && isBelow(row, column, best.addends))
    confidence -= 0.35;
  else if (best.off > 0.9) confidence -= bare ? 0.15 : 0.35;
  else if (best.off > 0.6 && !bare) confidence -= 0.15;
  // a price by the piece among amounts
  const rates = best.addends.filter((a) => isRate(a.figure)).length;
  if (rates > 0 && rates < best.addends.length) confidence -= 0.35;
  // alternatives are not added up
  if (
    grid.rows
      .slice(0, index)
      .some((r) => /^[^\p{L}]*(?:or|oder|ou|veya|alternativ\p{L}*|option\p{L}*|vs)(?!\p{L})/iu.test(r.label))
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
  const signs = new Set(best.addends.filter((a) => a.high !== 0).map((a) => a.high > 0));
  if (signs.size > 1) confidence -= 0.3;
  // what is saved of two amounts is their difference
  if (row !== undefined && savingWords.test(row.label) && best.addends.length < 4) confidence -= 0.3;
  if (row !== undefined && changedWords.test(row.label)) confidence -= 0.3;
  if (grid.isLedger && best.off > 0.5 && !bare) confidence -= 0.15;
  // one end that comes out exactly shows that these rows are meant
  return best.isHalf && best.addends.length > 2 ? Math.max(confidence, 0.8) : confidence;
}

/** `Base: $90`, `Saved: $27` under each of several lines are steps, and no parts of a sum; so may be what cannot be read. */
function hasSteps({ rows }: Grid, index: number): boolean {
  const within = rows.slice(0, index).flatMap((r) => r.within ?? []);
  const labels = new Set(within.map((r) => r.label.toLowerCase()));
  return index > 1 && (labels.size < within.length || within.some((r) => isUnread(r.cells[1])));
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
function isAmongOthers(grid: Grid, index: number): boolean {
  const next = grid.rows[index + 1];
  return (
    next !== undefined && next.kind === 'plain' && !grid.rows.slice(index + 1).some((r) => r.kind !== 'plain')
  );
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
  return cell !== undefined && cell.figure === undefined && !cell.blank && !cell.free;
}

function claimOf(
  stated: Figure,
  addends: readonly Addend[],
  recomputed: Interval,
  verdict: 'right' | 'wrong',
  confidence: number,
): Claim {
  const working = `the ${addends.length} rows`;
  return {
    kind: 'total',
    stated,
    operands: addends.flatMap((a) => (a.figure === undefined ? [] : [a.figure])),
    verdict,
    recomputed,
    working,
    message:
      verdict === 'wrong'
        ? `${working} add up to ${likeFigure(recomputed, stated)}, not ${said(stated)}`
        : '',
    confidence,
  };
}

/** `| Texts | 45 |`, `| Average length | 1,402 characters |`: a list of measures. */
function isOfOtherThings(addends: readonly Addend[], stated: Figure): boolean {
  const keys = new Set(addends.map((a) => a.figure?.unit.key ?? stated.unit.key));
  const values = addends.map((a) => a.high);
  const isOutside = stated.low > largest(values) || stated.high < smallest(values);
  return !keys.has(stated.unit.key) || (isOutside && (keys.size > 1 || keys.has('')));
}

function averageOf(grid: Grid, index: number, column: Column, stated: Figure): Claim | undefined {
  const addends = addendsOf(
    grid.rows.slice(0, index).filter((r) => r.kind === 'plain'),
    column,
  );
  if (addends.length < 2 || stated.bound !== 'none') return undefined;
  if (isOfOtherThings(addends, stated)) return undefined;
  const mean = (end: 'low' | 'high'): number => addends.reduce((n, a) => n + a[end], 0) / addends.length;
  const recomputed = { low: mean('low'), high: mean('high') };
  const step = largest(addends.map((a) => a.figure?.step ?? 0));
  const spread = (value: number): Interval => ({ low: value - step / 2, high: value + step / 2 });
  const fits =
    fitOf(stated, 'low', recomputed.low, spread(recomputed.low)).fits &&
    fitOf(stated, 'high', recomputed.high, spread(recomputed.high)).fits;
  // weighted averages are right, too, and their weights need not be in the table
  const values = addends.map((a) => a.high);
  const weighted =
    stated.high >= smallest(values) && stated.high <= largest(values) && grid.columns.length > 2;
  // far from every row, it is an average of something else: `Average revenue per user` among the revenues
  const apart = stated.high < smallest(values) / 10 || stated.high > largest(values) * 10;
  const confidence = fits ? 1 : weighted || apart ? 0.5 : 0.9;
  return {
    kind: 'average',
    stated,
    operands: addends.flatMap((a) => (a.figure === undefined ? [] : [a.figure])),
    verdict: fits ? 'right' : 'wrong',
    recomputed,
    working: `the average of ${addends.length} rows`,
    message: fits
      ? ''
      : `the average of the ${addends.length} rows is ${likeFigure(recomputed, stated)}, not ${said(stated)}`,
    confidence,
  };
}

/**
 * A total in running text may go on from totals before it: of the sections above, or the last one and what follows. One that
 * comes out so is right.
 */
export function carried(
  claims: readonly Claim[],
  earlier: readonly (readonly Figure[])[],
  /** What was said with a label shortly before. */
  others: readonly Figure[],
): readonly Claim[] {
  return claims.map((claim) =>
    claim.verdict === 'wrong' &&
    (earlier.some((figures) => comesOut(claim, figures)) || others.some((f) => goesOn(claim, f)))
      ? { ...claim, verdict: 'right', message: '', confidence: 1 }
      : claim,
  );
}

/** One amount from outside of the list belongs to it, too. */
function goesOn({ stated, recomputed }: Claim, other: Figure): boolean {
  if (!comparable(other, stated) || other.high === 0) return false;
  return (['low', 'high'] as const).every((end) => {
    const room = Math.max(stated.step, Math.abs(stated[end]) * 0.001) * 1.01;
    return Math.abs(recomputed[end] + other[end] - stated[end]) <= room;
  });
}

/** More totals than this are no document of a person, and every one of them would be looked at for each. */
const mostTotals = 2000;

function comesOut({ stated, recomputed }: Claim, figures: readonly Figure[]): boolean {
  if (figures.length > mostTotals) return false;
  const at = stated.passage.map[1] ?? 0;
  const before = figures
    .filter((f) => (f.passage.map[1] ?? 0) < at && comparable(f, stated))
    .slice(-12)
    .reverse();
  const sum = { low: 0, high: 0 };
  const isSum = (more: Interval): boolean =>
    (['low', 'high'] as const).every((end) => {
      const room = Math.max(stated.step, Math.abs(stated[end]) * 0.001) * 1.01;
      return Math.abs(sum[end] + more[end] - stated[end]) <= room;
    });
  for (const [i, figure] of before.entries()) {
    sum.low += figure.low;
    sum.high += figure.high;
    // one that is the same says it twice, and is no other way to it
    if ((i > 0 && isSum({ low: 0, high: 0 })) || isSum(recomputed)) return true;
  }
  return false;
}
