// Amounts under one label again and again, and behind them what they come to: `Savings: $324/year` under each measure, and at the
// end `Total infrastructure savings: $756/year`. And what is said in front of a list: `### Development ($180/month)`.

import type { Claim, Figure } from '../../types.ts';
import type { Fact } from '../content/facts.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { comparable } from '../totals/addends.ts';
import { sumOf } from '../totals/sums.ts';

const mostParts = 30;

export function labelSumsIn(facts: readonly Fact[]): readonly Claim[] {
  const lines = facts.filter((f) => !f.isTable && f.kind !== 'heading');
  return lines.flatMap((total, i): readonly Claim[] => {
    if (total.kind !== 'total' || total.figure.bound !== 'none' || total.words.length === 0) return [];
    const label = labelOf(lines.slice(Math.max(0, i - 3), i), total);
    if (label === undefined) return [];
    const parts: Fact[] = [];
    for (let at = i - 1; at >= 0 && parts.length <= mostParts; at--) {
      const fact = lines[at];
      // behind another total of as many words begins what that one is of
      if (
        fact === undefined ||
        (fact.kind === 'total' && includes(fact.words, label) && fact.words.length > label.length)
      )
        break;
      if (fact.words.join(' ') === label.join(' ') && isInSection(fact, total)) parts.unshift(fact);
    }
    const claim = sumClaim(total, parts);
    return claim === undefined ? [] : [claim];
  });
}

/** Under the heading of the total, or under one of its section. */
function isInSection(part: Fact, total: Fact): boolean {
  for (let h = part.under; h !== undefined; h = h.above) if (h.passage === total.under?.passage) return true;
  return total.under === undefined;
}

/** What the lines right before are labelled, where the total says it, too, and more. */
function labelOf(before: readonly Fact[], total: Fact): readonly string[] | undefined {
  return before
    .toReversed()
    .map((f) => f.words)
    .find((words) => words.length > 0 && words.length < total.words.length && includes(total.words, words));
}

function includes(all: readonly string[], some: readonly string[]): boolean {
  return some.every((w) => all.includes(w));
}

function sumClaim(total: Fact, parts: readonly Fact[]): Claim | undefined {
  if (parts.length < 2 || parts.length > mostParts) return undefined;
  const addends = parts.filter((p) => isPart(p, total));
  if (addends.length < parts.length) return undefined;
  return claimOf(
    total.figure,
    addends.map((p) => p.figure),
    parts.length > 2 ? 0.8 : 0.74,
    parts.length > 2 ? 1 : mostOff,
  );
}

function isPart(part: Fact, total: Fact): boolean {
  return (
    part.currency === total.currency &&
    part.period === total.period &&
    part.figure.bound === 'none' &&
    countedBy(part.figure) === countedBy(total.figure) &&
    comparable(part.figure, total.figure)
  );
}

/** Per user, per gigabyte. */
function countedBy({ unit, perCount }: Figure): string {
  const counts = unit.factors.filter((f) => f.atom.kind !== 'currency' && f.atom.kind !== 'calendar');
  return `${perCount} ${counts.map((f) => f.atom.name).join(' ')}`;
}

/** More than this far off, the one is not about the other, where little else shows that it is. */
const mostOff = 0.3;

/** `~` and words make a sum of parts uncertain. */
function claimOf(
  stated: Figure,
  operands: readonly Figure[],
  sure: number,
  furthest: number,
): Claim | undefined {
  const addends = operands.map((figure) => ({
    row: { label: '', kind: 'plain' as const, cells: [] },
    figure,
    low: figure.low,
    high: figure.high,
  }));
  const { fits: isSum, off, recomputed } = sumOf(addends, stated);
  // `~$2,000` for $2,000 to $2,700
  const fits = isSum || (stated.about && stated.low >= recomputed.low && stated.high <= recomputed.high);
  if (!fits && off > furthest) return undefined;
  const isLoose = [stated, ...operands].some((f) => f.about) && off < 0.1;
  return recomputedClaim({
    kind: 'total',
    stated,
    operands,
    fits,
    recomputed,
    working: `the sum of the ${operands.length} amounts`,
    confidence: isLoose ? sure - 0.35 : sure,
  });
}

/** A heading with an amount, right above a list of amounts that has no total of its own. */
export function headedSumsIn(facts: readonly Fact[], headings: readonly Fact[]): readonly Claim[] {
  return headings.flatMap((heading): readonly Claim[] => {
    const own = facts.filter((f) => f.under?.passage === heading.under?.passage && f.kind !== 'heading');
    const [first] = own;
    if (first === undefined || own.length < 3 || own.length > mostParts) return [];
    if (own.some((f) => f.kind !== 'plain' || f.isTable || f.source !== first.source)) return [];
    if (!own.every((f) => isPart({ ...f, period: f.period === '' ? heading.period : f.period }, heading)))
      return [];
    const claim = claimOf(
      heading.figure,
      own.map((f) => f.figure),
      0.74,
      mostOff,
    );
    return claim === undefined ? [] : [claim];
  });
}
