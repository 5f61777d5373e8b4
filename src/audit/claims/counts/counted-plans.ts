// So many of a thing whose price stands elsewhere under the same name: `### Team plan ($29/month)`, and in a list `12 customers Team
// plan: $348/month`. What does not come out is wrong only where other lines of its list do.

import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { type Fact, wordsOf } from '../content/facts.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { listsOf } from '../lists/roles.ts';
import { isBare } from '../rows/unit-rows.ts';

const mostPrices = 300;
const longestLabel = 60;

export function countedPlansIn(
  entries: readonly (Entry | undefined)[],
  facts: readonly Fact[],
): readonly Claim[] {
  const prices = facts.filter((f) => f.words.length > 0 && f.kind !== 'total' && f.kind !== 'subtotal');
  if (prices.length === 0 || prices.length > mostPrices) return [];
  return listsOf(entries, 2).flatMap((list) => {
    const claims = list.flatMap((entry) => countedIn(entry, prices));
    const isKept = claims.filter((c) => c.verdict === 'right').length >= 2;
    return claims.filter((c) => c.verdict === 'right' || isKept);
  });
}

function countedIn({ label, passage, figures }: Entry, prices: readonly Fact[]): readonly Claim[] {
  const [count, stated, ...more] = figures;
  if (count === undefined || stated === undefined || more.length > 0 || label.length > longestLabel)
    return [];
  const isCount = count.whole && count.low === count.high && count.high > 0 && isBare(count);
  if (!isCount || /[^\s*_`•–-]/.test(passage.text.slice(0, count.start))) return [];
  if (!/[:=→]\s*[*_~]*$/.test(passage.text.slice(0, stated.start))) return [];
  if (currencyOf(stated) === '' || !isPlainAmount(stated) || stated.bound !== 'none') return [];
  const words = new Set(wordsOf(label.replace(/^\D*\d[\d.,]*/, '')));
  const named = prices.filter((p) => isPriceOf(p, words, stated));
  const most = Math.max(0, ...named.map((p) => p.words.length));
  const own = named.filter((p) => p.words.length === most);
  const claims = own.map((p) => claimOf(count, p.figure, stated));
  const right = claims.find((c) => c.verdict === 'right');
  if (right !== undefined) return [right];
  // of several prices, which one is meant is not said
  const [first] = claims;
  return first !== undefined && new Set(own.map((p) => p.figure.high)).size === 1 ? [first] : [];
}

/** So many customers; not so many hours or gigabytes. */
function isPriceOf({ figure, words, currency }: Fact, named: ReadonlySet<string>, stated: Figure): boolean {
  if (figure === stated || currency !== currencyOf(stated) || figure.low !== figure.high) return false;
  if (figure.perCount !== 1 || figure.bound !== 'none') return false;
  return words.every((w) => named.has(w)) && timeOf(figure) === timeOf(stated);
}

function timeOf({ unit }: Figure): string {
  return unit.factors.find((f) => f.atom.kind === 'time' || f.atom.kind === 'calendar')?.atom.name ?? '';
}

function claimOf(count: Figure, price: Figure, stated: Figure): Claim {
  const value = count.high * price.high;
  const room = (count.high * price.step) / 2;
  const spread = { low: value - (price.whole ? 0 : room), high: value + (price.whole ? 0 : room) };
  return recomputedClaim({
    kind: 'per-unit',
    stated,
    operands: [count, price],
    fits: fitOf(stated, 'high', value, spread).fits,
    recomputed: { low: value, high: value },
    working: `${said(count)} × ${said(price)}`,
    confidence: 0.78,
  });
}
