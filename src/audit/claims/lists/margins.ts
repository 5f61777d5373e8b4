// A margin that is the share of the costs: `Revenue: $112,901`, `Costs: $74,200`, and some lines further `Margin: 65.7%`. What is left is
// 34.3%; that the other share comes out to its last digit shows what it was computed from.

import { said } from '../../print.ts';
import type { Claim, Heading } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { isShare } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { periodIn, roles } from './roles.ts';

/** So many lines back. */
const furthest = 25;
/** In percentage points: the costs may be rounded. */
const room = 0.15;
const leastApart = 5;

export function marginsIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return entries.flatMap((entry, at): readonly Claim[] => {
    if (entry === undefined || !entry.figures.some(isShare) || !roles.margin.test(nameOf(entry))) return [];
    const shares = entry.figures.filter(isShare);
    const [stated] = shares;
    if (stated === undefined || shares.length > 1 || stated.low < stated.high || stated.bound !== 'none')
      return [];
    const before = entries.slice(Math.max(0, at - furthest), at).flatMap((e) => e ?? []);
    const near = before.filter((e) => e.under === entry.under || isBeside(e.under, entry.under));
    const revenue = lastOf(near, 'revenue');
    const cost = lastOf(near, 'cost');
    if (revenue === undefined || cost === undefined || currencyOf(revenue.figure) !== currencyOf(cost.figure))
      return [];
    const periods = new Set([periodIn(revenue), periodIn(cost)].filter((p) => p !== ''));
    if (periods.size > 1) return [];
    const ofCosts = (cost.figure.high / revenue.figure.high) * 100;
    const left = 100 - ofCosts;
    if (Math.abs(left - ofCosts) < leastApart) return [];
    const isRight = Math.abs(stated.high - left) <= Math.max(room, stated.step / 2);
    if (!isRight && Math.abs(stated.high - ofCosts) > Math.max(room, stated.step / 2)) return [];
    return [
      recomputedClaim({
        kind: 'share',
        stated,
        operands: [revenue.figure, cost.figure],
        fits: isRight,
        recomputed: { low: left, high: left },
        working: `1 − ${said(cost.figure)} / ${said(revenue.figure)}`,
        message: `${said(stated)} is the share of the costs; what is left of ${said(revenue.figure)} is ${left.toFixed(1)}%`,
        confidence: 0.78,
      }),
    ];
  });
}

function nameOf({ label }: Entry): string {
  return label.replace(/^[^\p{L}\p{N}]+/u, '');
}

/** Two sections under one heading. */
function isBeside(a: Heading | undefined, b: Heading | undefined): boolean {
  return a?.above !== undefined && a.above.passage === b?.above?.passage;
}

const ofOne = /(?<!\p{L})(?:per|each|average|pro|je|par|por|médio|promedio|başına)(?!\p{L})|\//iu;

function lastOf(entries: readonly Entry[], role: 'revenue' | 'cost') {
  return entries
    .filter((e) => roles[role].test(nameOf(e)) && !ofOne.test(e.label))
    .flatMap((e) => {
      const [figure, ...more] = e.figures.filter((f) => currencyOf(f) !== '' && isAmount(f));
      const isOne = figure !== undefined && more.length === 0 && figure.low === figure.high && figure.low > 0;
      return isOne ? [{ figure, label: e.label }] : [];
    })
    .at(-1);
}
