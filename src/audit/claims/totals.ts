// Totals, subtotals and averages of a table's columns. A total may be of the rows since the last one, of all rows, of the
// subtotals, or of the last total and what follows it: each is tried before the total is called wrong.

import { lengthsBetween, periodOf } from '../judge/calendar.ts';
import { fitOf } from '../judge/compare.ts';
import { sharesIn } from '../judge/offers.ts';
import { append } from '../lists.ts';
import type { Claim, Figure } from '../types.ts';
import {
  type Addend,
  addendsOf,
  candidateSets,
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
import { averageOf } from './averages.ts';
import { type Cell, type Column, type Grid, periodOfText, type Row } from './grid.ts';
import type { Entry } from './ledger.ts';
import { scaledClaim } from './periods.ts';
import { recomputedClaim } from './recomputed.ts';
import { totalClaim } from './total-claim.ts';
import { confidenceOf, isAmongOthers, mostBefore } from './total-evidence.ts';
import { isGrandAboveTotal, isPerThing, isWithOptional, isWithoutOne } from './total-labels.ts';
import { netIn } from './what-is-left.ts';

const optionalWords =
  /(?<!\p{L})(?:optional|alternativ\p{L}*|one-?time|one-?off|einmalig|or|oder|ou|veya|if needed|if applicable|bei bedarf|optionnel|opcional|isteğe|setup|up-?front|not included|excluded|reserve|vs\.?)(?!\p{L})|可选|オプション|опционально/iu;

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
  // `Total, yearly (9折)`
  const taken = sharesIn(row.label);
  const factors = [...lengths, ...lengths.flatMap((n) => taken.map((share) => n * share))];
  const claim = scaledClaim(base, stated, factors, 0.85);
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
  if (fitting !== undefined) return totalClaim(stated, fitting.addends, fitting.recomputed, 'right', 1);
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (a, b) => (a === undefined || b.off < a.off ? b : a),
    undefined,
  );
  if (best === undefined || best.addends.length < 2) return undefined;
  if (column.isPrice || column.isShare || column.isTime || best.recomputed.high === 0) return undefined;
  // groups that stand above their parts
  const grouped = groups(grid, index, column, stated);
  const sum = sumOf(grouped, stated);
  if (grouped.length > 1 && sum.fits) return totalClaim(stated, grouped, sum.recomputed, 'right', 1);
  if (grouped.length > 1 && best.off > 0.4 && sum.off < best.off / 2) return undefined;
  if (isWithOptional(best.addends, stated) || isInRange(best, stated)) return undefined;
  if (isPerThing(column.heading) || isWithoutOne(row.label, best.addends)) return undefined;
  if (isOtherwiseRight(best.addends, stated)) return undefined;
  if (grid.isLedger && best.off > 0.5 && isAddedTwice(best.addends)) return undefined;
  if (grid.isLedger && isCalculation(best.addends)) return undefined;
  // `Total, year 1` and `Total, from year 2`: the second is of what recurs
  const isSecond = grid.rows.slice(Math.max(0, index - mostBefore), index).some((r) => r.kind === 'total');
  // `Total, with tax` and `Total per customer`
  if (isSecond && isPerThing(row.label)) return undefined;
  if (isSecond && best.addends.some((a) => a.low === stated.low && a.high === stated.high)) return undefined;
  if (isOverYears(best.addends, row.label, stated)) return undefined;
  const without = leftOut(best.addends, stated);
  if (without !== undefined && optionalWords.test(without.row.label)) {
    return totalClaim(
      stated,
      best.addends.filter((a) => a !== without),
      { low: stated.low, high: stated.high },
      'right',
      1,
    );
  }
  const confidence = confidenceOf(grid, index, column, best, without !== undefined);
  if (confidence <= 0) return undefined;
  const claim = totalClaim(stated, best.addends, best.recomputed, 'wrong', confidence);
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
