// What is saved, in money and in percent, behind the totals of two lists of one section: `Total: $500/month`, `Total: $120/month`,
// `Savings: $380 (76%)`. Where the money is what lies between the two, the percentage is held against it, and the other way round.

import { periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { isShare } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { roles } from './roles.ts';

/** Further off, the line is about other amounts. */
const mostOff = 0.3;

export function savedTotalsIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  let section: Heading | undefined;
  let before: Figure | undefined;
  let after: Figure | undefined;
  return entries.flatMap((entry): readonly Claim[] => {
    if (entry === undefined) return [];
    if (entry.under !== section) {
      section = entry.under;
      before = after = undefined;
    }
    const amount = amountOf(entry);
    if (amount === undefined) return [];
    if (entry.kind === 'total') {
      before = after;
      after = amount;
      return [];
    }
    const [share, ...more] = entry.figures.filter(isShare);
    const isSaving = roles.saving.test(entry.label.replace(/^[^\p{L}\p{N}]+/u, ''));
    if (!isSaving || share === undefined || more.length > 0 || share.bound !== 'none') return [];
    return before === undefined || after === undefined ? [] : judged(before, after, amount, share);
  });
}

function amountOf({ figures }: Entry): Figure | undefined {
  const [amount, ...more] = figures.filter((f) => currencyOf(f) !== '');
  return amount !== undefined && more.length === 0 && isAmount(amount) && amount.high >= 0
    ? amount
    : undefined;
}

function judged(before: Figure, after: Figure, saved: Figure, share: Figure): readonly Claim[] {
  const all = [before, after, saved];
  if (all.some((f) => currencyOf(f) !== currencyOf(saved)) || before.high <= after.high) return [];
  if (new Set(all.map((f) => periodOf(f.unit)).filter((p) => p !== '')).size > 1) return [];
  const room = all.reduce((n, f) => n + (f.step > saved.step ? f.step / 2 : 0), 0);
  // of ranges, end by end, or what is saved at least and at most
  const [one, other, least, most] = [
    before.low - after.low,
    before.high - after.high,
    before.low - after.high,
    before.high - after.low,
  ];
  const fits = (end: 'low' | 'high', value: number): boolean =>
    fitOf(saved, end, value, { low: value - room, high: value + room }).fits;
  const isBetween =
    (fits('low', Math.min(one, other)) && fits('high', Math.max(one, other))) ||
    (fits('low', least) && fits('high', most));
  const shares = [one / before.low, other / before.high, least / before.low, most / before.high];
  const [low, high] = [Math.min(...shares) * 100, Math.max(...shares) * 100];
  const slack = (100 * room) / before.low + (share.about ? 1 : 0.1) * share.step;
  const isShareRight = fitsWithin(share, low - slack, high + slack);
  const operands = [before, after];
  const working = operands.map(said).join(' − ');
  if (isBetween)
    return [
      recomputedClaim({
        kind: 'saving',
        stated: saved,
        operands,
        fits: true,
        recomputed: { low: Math.min(one, other), high: Math.max(one, other) },
        working,
        confidence: 1,
      }),
      recomputedClaim({
        kind: 'saving',
        stated: share,
        operands: [saved, before],
        fits: isShareRight,
        recomputed: { low, high },
        working: `${said(saved)} of ${said(before)}`,
        confidence: share.about ? 0.5 : 0.78,
      }),
    ];
  const off = Math.abs(other - saved.high) / Math.max(other, saved.high);
  if (!isShareRight || low !== high || saved.low !== saved.high || off > mostOff || saved.about) return [];
  const recomputed = { low: other, high: other };
  return [
    recomputedClaim({
      kind: 'saving',
      stated: saved,
      operands,
      fits: false,
      recomputed,
      working,
      confidence: 0.78,
    }),
  ];
}

/** Each end as printed, rounded or cut off, lies between the two. */
function fitsWithin({ low, high, step }: Figure, least: number, most: number): boolean {
  const isIn = (value: number): boolean => value + step >= least && value - step * 0.55 <= most;
  return isIn(Math.abs(low)) && isIn(Math.abs(high));
}
