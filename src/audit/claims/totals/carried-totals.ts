// Totals that go on from what the document came to before.

import type { Interval } from '../../../quantity/interval.ts';
import type { Claim, Figure } from '../../types.ts';
import { comparable } from './addends.ts';

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
    const room = roomOf(stated, end);
    // a few cents make up for anything
    return other.high > 2 * room && Math.abs(recomputed[end] + other[end] - stated[end]) <= room;
  });
}

function roomOf(stated: Figure, end: 'low' | 'high'): number {
  return Math.max(stated.step, Math.abs(stated[end]) * 0.001) * 1.01;
}

/** More totals than this are no document of a person, and every one of them would be looked at for each. */
const mostTotals = 2000;

function comesOut({ stated, recomputed }: Claim, figures: readonly Figure[]): boolean {
  if (figures.length > mostTotals) return false;
  const at = stated.passage.at;
  const before = figures
    .filter((f) => f.passage.at < at && comparable(f, stated))
    .slice(-12)
    .reverse();
  const sum = { low: 0, high: 0 };
  const isSum = (more: Interval): boolean =>
    (['low', 'high'] as const).every((end) => {
      const room = roomOf(stated, end);
      return sum.high > 2 * room && Math.abs(sum[end] + more[end] - stated[end]) <= room;
    });
  for (const [i, figure] of before.entries()) {
    sum.low += figure.low;
    sum.high += figure.high;
    // one that is the same says it twice, and is no other way to it
    if ((i > 0 && isSum({ low: 0, high: 0 })) || isSum(recomputed)) return true;
  }
  return false;
}
