// A total for a longer time, below that for a shorter one: `Monthly total`, `Yearly total`.

import { lengthsBetween } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { sharesIn } from '../../judge/offers.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Column, type Grid, periodOfText } from '../content/grid.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { scaledClaim } from '../passages/periods.ts';
import { addendsOf, isPaidOnce } from './addends.ts';

/** `Total per month` and below it `Total per year`. */
export function longerTotalOf(grid: Grid, index: number, column: Column, stated: Figure): Claim | undefined {
  const row = grid.rows[index];
  const above = grid.rows[index - 1];
  const base = above?.cells[column.index]?.figure;
  if (row === undefined || above === undefined || base === undefined || above.kind === 'plain')
    return undefined;
  const [from, to] = [periodOfText(above.label), periodOfText(row.label)];
  const many = countedPeriods(row.label);
  if (many !== undefined && countedPeriods(above.label) === undefined) {
    const claim = scaledClaim(base, stated, [many.count], 0.8);
    if (claim?.verdict === 'right' || [from.period, column.period].includes(many.period)) return claim;
  }
  if (from.period === '' || to.period === '' || from.period === to.period) return undefined;
  const lengths = lengthsBetween(to.period, from.period).map((n) => (n * to.periods) / from.periods);
  // `Total, yearly (9折)`
  const taken = sharesIn(row.label);
  const factors = [...lengths, ...lengths.flatMap((n) => taken.map((share) => n * share))];
  const claim = scaledClaim(base, stated, factors, 0.85);
  if (claim?.verdict !== 'wrong') return claim;
  return withOnce(grid, index, column, claim) ?? claim;
}

/** `Total over 5 months`, `5ヶ月合計` */
function countedPeriods(label: string): { readonly period: string; readonly count: number } | undefined {
  const counted = /(?<![\d.,])(\d{1,3})[\s-]?[ヶヵかカケ个個]?(\p{L}+)/u.exec(label.slice(0, longest));
  const [, digits = '', word = ''] = counted ?? [];
  const period = word.startsWith('月') ? 'month' : /^[周週]/.test(word) ? 'week' : periodOfText(word).period;
  const count = Number(digits);
  return count > 1 && /^(?:day|week|month|quarter)$/.test(period) ? { period, count } : undefined;
}

const longest = 80;

/** The first year is twelve months and what is paid once. */
function withOnce(grid: Grid, index: number, column: Column, claim: Claim): Claim | undefined {
  const once = addendsOf(grid.rows.slice(0, index).filter(isPaidOnce), column);
  if (once.length === 0) return undefined;
  const { low, high } = claim.recomputed;
  const recomputed = {
    low: once.reduce((n, a) => n + a.low, low),
    high: once.reduce((n, a) => n + a.high, high),
  };
  const { stated } = claim;
  const fits = (['low', 'high'] as const).every(
    (end) => fitOf(stated, end, recomputed[end], { low: recomputed[end], high: recomputed[end] }).fits,
  );
  const working = `${claim.working} and what is paid once`;
  return recomputedClaim({
    kind: 'period',
    stated,
    operands: [...claim.operands, ...once.flatMap((a) => a.figure ?? [])],
    fits,
    recomputed,
    working,
    confidence: Math.max(0, claim.confidence - 0.1),
  });
}
