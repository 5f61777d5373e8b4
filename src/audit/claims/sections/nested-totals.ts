// A heading's amount, `## Storage ($32/month)`, against the total of that name at the end of its section, below headings of its
// own: `Total storage: $20 + $17 = $37`.

import { agrees } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { said } from '../../print.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import type { Fact } from '../content/facts.ts';
import { headingsOf } from '../content/headings.ts';
import { sameMeasure } from '../content/measures.ts';
import { nameOf } from '../content/places.ts';
import { comparedClaim } from '../content/recomputed.ts';

/** `derived`: figures that are right in a calculation of the document. */
export function nestedTotalsIn(
  facts: readonly Fact[],
  headings: readonly Fact[],
  derived: Pick<ReadonlySet<Figure>, 'has'>,
): readonly Claim[] {
  const below = new Map<Passage, Fact[]>();
  for (const fact of facts) {
    const isTotal = fact.kind === 'total' || fact.kind === 'subtotal';
    if (!isTotal || !derived.has(fact.figure) || nameOf(fact.label).length === 0) continue;
    for (const heading of headingsOf(fact.under)) pushTo(below, heading.passage, fact);
  }
  return headings.flatMap((heading): readonly Claim[] => {
    const passage = heading.under?.passage;
    const totals = (passage === undefined ? undefined : below.get(passage)) ?? [];
    const name = nameOf(heading.label).join(' ');
    const own = totals.filter((t) => sameMeasure(t, heading) && nameOf(t.label).join(' ') === name);
    const [total] = own;
    if (total === undefined) return [];
    const right = own.find((t) => agrees(t.figure, heading.figure));
    if (right === undefined && own.length > 1) return [];
    return [claimOf(heading.figure, (right ?? total).figure, right !== undefined)];
  });
}

function claimOf(stated: Figure, other: Figure, fits: boolean): Claim {
  const message = `the heading says ${said(stated)}, and its section comes to ${said(other)}`;
  return comparedClaim({ kind: 'repeated', stated, other, fits, message, confidence: 0.78 });
}
