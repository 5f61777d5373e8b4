// How many must be sold at a price to bring in a cost, in one line: `Break-even: 23 users at $0.99/month`, with `Monthly cost: $22`
// above it.

import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { breakEvenWords } from './derived.ts';
import { periodIn } from './roles.ts';

/** Lines that are looked back on for the cost. */
const window = 6;
const at = /^[^\p{L}\d]*(?:\p{L}+\s+){0,2}(?:at|@|à|a|zu(?: je)?|bei|por|за|×|x)\s*[~*_`(]*$/iu;

export function soldAtIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return entries.flatMap((entry, i): readonly Claim[] => {
    if (entry === undefined || !breakEvenWords.test(entry.passage.text)) return [];
    const [count, price] = entry.figures;
    if (count === undefined || price === undefined || !isSold(entry, count, price)) return [];
    const cost = costBefore(entries.slice(Math.max(0, i - window), i), entry, price);
    if (cost === undefined) return [];
    const exact = cost.high / price.high;
    const fits = [Math.ceil(exact), Math.floor(exact), Math.round(exact)].some(
      (n) => Math.abs(n - count.high) <= Math.max(0, count.step - 1, exact * 0.005),
    );
    const whole = Math.ceil(exact - exact * 1e-9);
    const isLoose = [count, cost].some((f) => f.about) && Math.abs(count.high / exact - 1) < 0.15;
    return [
      recomputedClaim({
        kind: 'capacity',
        stated: count,
        operands: [cost, price],
        fits,
        recomputed: { low: whole, high: whole },
        working: `${said(cost)} / ${said(price)}`,
        confidence: isLoose ? 0.4 : 0.75,
      }),
    ];
  });
}

function isSold({ passage, figures }: Entry, count: Figure, price: Figure): boolean {
  if (
    currencyOf(count) !== '' ||
    currencyOf(price) === '' ||
    figures.some((f) => f !== price && currencyOf(f) !== '')
  )
    return false;
  if ([count, price].some((f) => f.low !== f.high || f.bound !== 'none' || f.times || f.perCount !== 1))
    return false;
  if (count.unit.factors.some((f) => f.atom.kind !== 'count') || price.high <= 0) return false;
  return at.test(passage.text.slice(count.end, price.start));
}

/** The only amount of the lines above, in one list or section, for the same time as the price. */
function costBefore(
  before: readonly (Entry | undefined)[],
  { under, depth }: Entry,
  price: Figure,
): Figure | undefined {
  const own = before.slice(before.lastIndexOf(undefined) + 1);
  const costs = own.flatMap((e) => {
    if (e === undefined || e.under !== under || e.depth !== depth || breakEvenWords.test(e.passage.text))
      return [];
    const amounts = e.figures.filter(
      (f) => currencyOf(f) === currencyOf(price) && isAmount(f) && f.low === f.high,
    );
    const isFor = (f: Figure): boolean => {
      const [a, b] = [periodIn({ figure: f, label: e.label }), periodIn({ figure: price, label: '' })];
      return a === b || a === '' || b === '';
    };
    return amounts.filter(isFor);
  });
  const [only] = costs;
  return costs.length === 1 && only !== undefined && only.high > price.high ? only : undefined;
}
