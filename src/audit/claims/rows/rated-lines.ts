// Three lines of a list that belong together by their units: what one costs, how much of it there is, and what that comes to:
// `Rate: €95/hour`, `Hours: 12`, `Cost: €1,140`.

import type { Claim, Figure } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { isQuantity, ofWhat, otherwise, productClaim } from './unit-rows.ts';

/** Further off, something else is counted in. */
const mostOff = 0.25;
const longest = 120;

export function ratedLinesIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return entries.flatMap((last, i): readonly Claim[] => {
    const [first, second] = [entries[i - 2], entries[i - 1]];
    if (last === undefined || first === undefined || second === undefined) return [];
    const lines = [first, second, last];
    if (lines.some((l) => l.under !== last.under || !isLine(l))) return [];
    const [a, b, stated] = lines.map((l) => l.figures[0]);
    if (a === undefined || b === undefined || stated === undefined) return [];
    const price = ofWhat(a) === undefined ? b : a;
    const quantity = price === a ? b : a;
    if (!isProduct(price, quantity, stated)) return [];
    const claims = productClaim({ quantity, price, counts: [], stated }, '') ?? [];
    return claims.filter(
      (c) => c.verdict === 'right' || Math.abs(stated.high / c.recomputed.high - 1) < mostOff,
    );
  });
}

/** A label and one figure. */
function isLine({ label, figures, passage: { text } }: Entry): boolean {
  return label !== '' && figures.length === 1 && text.length <= longest && !otherwise.test(text);
}

function isProduct(price: Figure, quantity: Figure, stated: Figure): boolean {
  const what = ofWhat(price);
  if (what === undefined || !isQuantity(quantity, what) || !isPlainAmount(stated)) return false;
  if ([price, quantity, stated].some((f) => f.bound !== 'none')) return false;
  return currencyOf(price) !== '' && currencyOf(price) === currencyOf(stated);
}
