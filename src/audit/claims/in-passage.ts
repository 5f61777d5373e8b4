// What one passage claims by itself: a paragraph, a line, a cell.

import type { Claim, Figure } from '../types.ts';
import type { Exchange, MixedSum } from './calculations/equation-sides.ts';
import { equationsIn } from './calculations/equations.ts';
import { changesIn } from './passages/changes.ts';
import { exchangesIn } from './passages/conversions.ts';
import { leftSharesIn } from './passages/left-shares.ts';
import { partSharesIn } from './passages/part-shares.ts';
import { periodsIn } from './passages/periods.ts';
import { scaledPricesIn } from './passages/scaled-prices.ts';
import { sentencesIn } from './passages/sentences.ts';

interface PassageClaims {
  readonly claims: readonly Claim[];
  readonly exchanges: readonly Exchange[];
  readonly mixed: readonly MixedSum[];
}

export function claimsOfPassage(text: string, figures: readonly Figure[], isCell: boolean): PassageClaims {
  const { claims, exchanges, mixed } = equationsIn(text, figures);
  return {
    claims: [
      claims,
      periodsIn(text, figures),
      changesIn(text, figures),
      leftSharesIn(text, figures),
      partSharesIn(text, figures),
      scaledPricesIn(text, figures),
      isCell ? [] : sentencesIn(text, figures),
    ].flat(),
    exchanges: [...exchanges, ...exchangesIn(text, figures)],
    mixed,
  };
}
