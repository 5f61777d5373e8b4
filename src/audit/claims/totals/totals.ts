// Totals, subtotals and averages of a table's columns. A total may be of the rows since the last one, of all rows, of the
// subtotals, or of the last total and what follows it: each is tried before the total is called wrong.

import { periodOf } from '../../judge/calendar.ts';
import { isSlip } from '../../judge/slips.ts';
import { append } from '../../lists.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Column, type Grid, isPriceHeading, periodOfText } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { type Addend, candidateSets, groups, lastRows, narrowerSets } from './addends.ts';
import { averageOf } from './averages.ts';
import { longerTotalOf } from './longer-totals.ts';
import { isOtherTotal } from './other-totals.ts';
import { spentAbove } from './spent.ts';
import { isAddedTwice, isOtherwiseRight, leftOut, type Sum, sumOf } from './sums.ts';
import { totalClaim } from './total-claim.ts';
import { confidenceOf, isAmongOthers, mostBefore } from './total-evidence.ts';
import {
  isAlternative,
  isGrandAboveTotal,
  isPerThing,
  isWithOptional,
  isWithoutOne,
} from './total-labels.ts';
import { netIn } from './what-is-left.ts';

const optionalWords =
  /(?<!\p{L})(?:optional|alternativ\p{L}*|one-?time|one-?off|einmalig|or|oder|ou|veya|if needed|if applicable|bei bedarf|optionnel|opcional|isteğe|setup|up-?front|not included|excluded|reserve|vs\.?)(?!\p{L})|可选|オプション|опционально/iu;

export function totalsIn(grid: Grid): readonly Claim[] {
  const claims: Claim[] = [];
  for (const [index, row] of grid.rows.entries()) {
    if (row.kind === 'plain') {
      append(claims, netIn(grid, index, row));
      continue;
    }
    const outcomesOf = (mayBePart: boolean): readonly Outcome[] =>
      grid.columns.flatMap((column) => totalOf(grid, index, column, mayBePart) ?? []);
    // the columns of a row are of the same rows: only where none is of all, they may be of the last few
    const whole = outcomesOf(false);
    const isPart = row.kind === 'subtotal' && whole.every((o) => o.claim.verdict === 'wrong');
    const outcomes = isPart ? outcomesOf(true) : whole;
    const right = outcomes.filter((o) => o.claim.verdict === 'right').length;
    for (const outcome of outcomes) {
      const { claim } = outcome;
      // another column of the same row that adds up shows that the row is meant as a total of these
      if (claim.verdict === 'wrong' && isGrandAboveTotal(grid, index, claim)) continue;
      // … and that its bare numbers are amounts
      const isBare =
        claim.stated.unit.factors.length === 0 &&
        grid.rows[index - 1]?.kind === 'plain' &&
        claim.stated.high > claim.recomputed.high * leastOfBare &&
        claim.stated.high < claim.recomputed.high / leastOfBare;
      const byOther = (isAmongOthers(grid, index) ? 0.3 : 0) + (isBare ? 0.2 : 0.07);
      const isSome = isOfSome(grid, index, claim.stated, claims);
      const shown = isSome ? -0.3 : right > 0 ? byOther : outcomes.length > 1 ? -0.15 : 0;
      const sure = outcomes.some((o) => isLeftOutOfBoth(o, outcome)) ? 0.2 : shown;
      claims.push(
        claim.verdict === 'right' ? claim : { ...claim, confidence: Math.min(0.97, claim.confidence + sure) },
      );
    }
  }
  return claims;
}

/** Right below a total that adds up, and less than it: a total of some of the rows. */
function isOfSome(grid: Grid, index: number, stated: Figure, claims: readonly Claim[]): boolean {
  const at = grid.rows[index]?.cells.findIndex((c) => c.figure === stated) ?? -1;
  const above = grid.rows[index - 1];
  const whole = above?.cells[at]?.figure;
  if (above?.kind !== 'total' || whole === undefined || whole.high <= stated.high) return false;
  return claims.slice(-mostColumns).some((c) => c.verdict === 'right' && c.stated === whole);
}

/** What was claimed of the row above is not far behind. */
const mostColumns = 40;

/** Of bare numbers, what is further off may be in another unit. */
const leastOfBare = 0.75;

interface Outcome {
  readonly claim: Claim;
  /** Without it, the total is right. */
  readonly without?: Addend;
}

/** One and the same row is missing from two totals, of which neither is so many times the other. */
function isLeftOutOfBoth(a: Outcome, b: Outcome): boolean {
  if (a === b || a.without === undefined || b.without === undefined) return false;
  const [x, y] = [a, b].map(
    (o) => o.claim.recomputed.high * (a === o ? (b.without?.high ?? 0) : (a.without?.high ?? 0)),
  );
  if (x === undefined || y === undefined) return false;
  return a.without.row === b.without.row && Math.abs(x - y) > mostAlike * Math.max(Math.abs(x), Math.abs(y));
}

const mostAlike = 0.02;

/** The total of a column, where it is one, and what it would be right without. */
export function totalOf(grid: Grid, index: number, column: Column, mayBePart: boolean): Outcome | undefined {
  const outcome = judged(grid, index, column, mayBePart);
  return outcome === undefined || 'claim' in outcome ? outcome : { claim: outcome };
}

function judged(grid: Grid, index: number, column: Column, mayBePart: boolean): Claim | Outcome | undefined {
  const row = grid.rows[index];
  const stated = row?.cells[column.index]?.figure;
  if (row === undefined || stated === undefined || column.index === 0) return undefined;
  if (row.kind === 'average') return averageOf(grid, index, column, stated);
  const yearly = longerTotalOf(grid, index, column, stated);
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
  const spent = spentAbove(grid, index, column, stated);
  if (spent !== undefined) {
    const sum = sumOf(spent, stated);
    if (sum.fits) return totalClaim(stated, spent, sum.recomputed, 'right', 1);
    const isOther = fitting?.addends.every((a) => spent.some((s) => s.row === a.row));
    if (isOther !== true && sum.off < mostOffSpent && !column.isShare && !column.isPrice)
      return totalClaim(stated, spent, sum.recomputed, 'wrong', ofSpent);
  }
  if (fitting !== undefined) {
    const isWrong = isSlippedSum(fitting, exact);
    return totalClaim(
      stated,
      fitting.addends,
      fitting.recomputed,
      isWrong ? 'wrong' : 'right',
      isWrong ? bySlip : 1,
    );
  }
  const best = tried.reduce<(typeof tried)[number] | undefined>(
    (a, b) => (a === undefined || b.off < a.off ? b : a),
    undefined,
  );
  if (best === undefined || best.addends.length < 2) return undefined;
  if (column.isShare || (column.isTime && !isOfHours(best.addends, stated)) || best.recomputed.high === 0)
    return undefined;
  if (column.isPrice && !isOfOneThing(column, best, stated)) return undefined;
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
  if (without !== undefined && isOfRowsBehind(without, best.addends)) return undefined;
  if (
    without !== undefined &&
    (optionalWords.test(without.row.label) ||
      isOfOtherKind(without, best.addends) ||
      isAlternative(without, best.addends))
  ) {
    return totalClaim(
      stated,
      best.addends.filter((a) => a !== without),
      { low: stated.low, high: stated.high },
      'right',
      1,
    );
  }
  if (isOtherTotal(grid, index, column, { stated, off: best.off })) return undefined;
  const confidence = confidenceOf(grid, index, column, best, without !== undefined);
  if (confidence <= 0) return undefined;
  const claim = totalClaim(stated, best.addends, best.recomputed, 'wrong', confidence);
  if (without === undefined) return claim;
  const message = `${claim.message}; it fits without “${without.row.label}”`;
  return { claim: { ...claim, message }, without };
}

/** What is further off is of something else than what is spent. */
const mostOffSpent = 0.7;
const ofSpent = 0.76;

/** Hours of work are added up; days and months run side by side. */
function isOfHours(addends: readonly Addend[], stated: Figure): boolean {
  const isHours = ({ unit: { factors } }: Figure): boolean =>
    factors.length === 1 && factors[0]?.atom.name === 'hour';
  return isHours(stated) && addends.every((a) => a.figure === undefined || isHours(a.figure));
}

/** `~$696.10` to the cent, of rows that come to $697.10 and are about nothing: one digit is another. */
function isSlippedSum(
  { addends, recomputed }: Sum & { readonly addends: readonly Addend[] },
  exact: Figure,
): boolean {
  const { high, step } = exact;
  if (addends.length < leastSummed || exact.low < high || high / step < leastDigits) return false;
  const isRough = addends.some(
    ({ figure }) => figure === undefined || figure.about || figure.low < figure.high,
  );
  return !isRough && !sumOf(addends, exact).fits && isSlip(high, recomputed.high, step);
}

const leastSummed = 3;
/** Nobody says so many digits of what is only about so much. */
const leastDigits = 10_000;
const bySlip = 0.76;

/** `$2,000/seat`, `$500/seat` and in the total `$2,500`: what all parts of one thing cost, and no price list. */
function isOfOneThing(
  { heading }: Column,
  { addends, off }: Sum & { readonly addends: readonly Addend[] },
  stated: Figure,
): boolean {
  const units = new Set(
    addends.flatMap((a) => (a.figure === undefined || a.high === 0 ? [] : a.figure.unit.key)),
  );
  const counted = addends.filter((a) => a.figure !== undefined && a.high !== 0);
  const own = stated.unit.factors.some((f) => f.power < 0) ? stated.unit.key : [...units][0];
  return (
    counted.length >= leastOfOne &&
    units.size === 1 &&
    units.has(own ?? '') &&
    off < mostOffOfOne &&
    !isPriceHeading(heading)
  );
}

const leastOfOne = 3;
const mostOffOfOne = 0.25;

/** It stands above its parts, three or more, which are there, too. */
function isOfRowsBehind(head: Addend, addends: readonly Addend[]): boolean {
  let sum = 0;
  const behind = addends.slice(addends.indexOf(head) + 1);
  return behind.some((a, i) => {
    sum += a.high;
    return i > 1 && Math.abs(sum - head.high) <= (head.figure?.step ?? 0) / 2;
  });
}

/** `Hours | 50` among amounts of money. */
function isOfOtherKind(without: Addend, addends: readonly Addend[]): boolean {
  const isMoney = ({ figure }: Addend): boolean => figure === undefined || currencyOf(figure) !== '';
  return !isMoney(without) && addends.every((a) => a === without || isMoney(a));
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
