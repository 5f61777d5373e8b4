// How many must be sold at each of several prices to bring in one cost: `$5 | 80 users`, `$8 | 50 users`, `$10 | 40 users`. What the rows
// come to is the same in all of them, and the one that breaks it is wrong.

import { coarseStep } from '../../judge/compare.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Grid, isShare } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { breakEvenWords } from '../lists/derived.ts';

const leastRows = 4;
const mostRows = 30;
/** Further off, a row may be about something else. */
const mostOff = 0.5;

interface Offer {
  readonly price: Figure;
  readonly count: Figure;
}

export function breakEvenRowsIn({ rows, columns }: Grid): readonly Claim[] {
  if (rows.length < leastRows || rows.length > mostRows) return [];
  const counts = columns.filter((c) => breakEvenWords.test(c.heading) && !c.hasMoney && !c.isTime);
  return counts.flatMap(({ index }): readonly Claim[] => {
    const prices = columns.filter((c) => c.index < index && c.hasMoney);
    return prices.flatMap((price): readonly Claim[] => {
      const offers = rows.flatMap(({ cells }): Offer[] => {
        const [a, b] = [cells[price.index]?.figure, cells[index]?.figure];
        const isOffer = a !== undefined && b !== undefined && currencyOf(a) !== '' && isCount(b) && isOne(a);
        return isOffer ? [{ price: a, count: b }] : [];
      });
      return offers.length === rows.length ? judged(offers) : [];
    });
  });
}

function isOne({ low, high, bound }: Figure): boolean {
  return low === high && bound === 'none' && high > 0;
}

function isCount(figure: Figure): boolean {
  return isOne(figure) && currencyOf(figure) === '' && !isShare(figure) && figure.whole;
}

/** Part of one cannot be sold; `~80` is rounded to tens. */
function fits({ price, count }: Offer, cost: number): boolean {
  const exact = cost / price.high;
  const step = count.about ? coarseStep(count.high, count.step) : count.step;
  return count.high >= exact - step / 2 && count.high < exact + Math.max(step / 2, 1);
}

/** To the last digit. */
const sameCost = 0.001;

/** Whether one cost of each takes something off every price so that all rows come out. */
function hasMargin(offers: readonly Offer[]): boolean {
  const least = Math.min(...offers.map((o) => o.price.high));
  return Array.from({ length: 19 }, (_, i) => (least * (i + 1)) / 20).some((taken) => {
    const from = Math.max(...offers.map((o) => (o.count.high - 1) * (o.price.high - taken)));
    const to = Math.min(...offers.map((o) => (o.count.high + 0.5) * (o.price.high - taken)));
    return from <= to;
  });
}

function judged(offers: readonly Offer[]): readonly Claim[] {
  const costs = offers.map((o) => o.price.high * o.count.high).sort((a, b) => a - b);
  const cost = costs[costs.length >> 1] ?? 0;
  const odd = offers.filter((o) => !fits(o, cost));
  const kept = offers.filter((o) => fits(o, cost));
  // the same number in two rows agrees with anything
  if (odd.length > 1 || new Set(kept.map((o) => o.count.high)).size < leastRows - 1) return [];
  // rounded up each, they may as well leave something for a cost of each that nobody names
  const isExact = kept.every((o) => Math.abs((o.price.high * o.count.high) / cost - 1) < sameCost);
  if (odd.length > 0 && !isExact && hasMargin(offers)) return [];
  return offers.flatMap((offer): readonly Claim[] => {
    const { price, count } = offer;
    const exact = cost / price.high;
    const isKept = kept.includes(offer);
    if (!isKept && Math.abs(count.high / exact - 1) > mostOff) return [];
    const recomputed = { low: Math.ceil(exact - 1e-9), high: Math.ceil(exact - 1e-9) };
    const whole = likeFigure({ low: cost, high: cost }, price);
    return [
      recomputedClaim({
        kind: 'capacity',
        stated: count,
        operands: [price, ...kept.filter((o) => o !== offer).map((o) => o.count)],
        fits: isKept,
        recomputed,
        working: `${whole} / ${said(price)}`,
        message: `the other rows cover ${whole}; at ${said(price)} that is ${likeFigure(recomputed, count)}, not ${said(count)}`,
        confidence: 0.76,
      }),
    ];
  });
}
