// What one passage claims by itself: a paragraph, a line, a cell.

import type { Claim, Figure } from '../types.ts';
import { changesIn } from './changes.ts';
import { exchangesIn } from './conversions.ts';
import { type Exchange, equationsIn, type MixedSum } from './equations.ts';
import { periodsIn } from './periods.ts';
import { scaledPricesIn } from './scaled-prices.ts';
import { sentencesIn } from './sentences.ts';

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
      scaledPricesIn(text, figures),
      isCell ? [] : sentencesIn(text, figures),
    ].flat(),
    exchanges: [...exchanges, ...exchangesIn(text, figures)],
    mixed,
  };
}
