// A total as a claim: the rows that it is of, and what they add up to.

import type { Interval } from '../../../quantity/interval.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Addend } from './addends.ts';

export function totalClaim(
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
