// Two amounts, and right below them what lies between: `On-premise: $5,320/month`, `AWS: $2,677/month`, `Savings: $2,643 (49.7%)`.
// No word of the first two has to be known: the line that says what is saved tells that they are compared.

import { halfStep } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { isShare } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { listsOf, periodIn, resultOf, roles } from './roles.ts';

interface Line {
  readonly amount: Figure;
  readonly label: string;
  readonly share: Figure | undefined;
}

export function savedBetweenIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return listsOf(entries).flatMap((list) =>
    list.flatMap((entry, i): readonly Claim[] => {
      const saved = lineOf(entry);
      if (saved === undefined || !isSaving(saved)) return [];
      const amounts = list.slice(0, i).filter((e) => e.figures.some((f) => currencyOf(f) !== ''));
      const before = roles.profit.test(saved.label) ? amounts.slice(earnedAt(amounts)) : amounts;
      const lines = before.map(lineOf);
      const [first, second] = lines;
      if (first === undefined || second === undefined || lines.some((l) => l === undefined || isSaving(l)))
        return [];
      // of a profit, all costs are taken off; of a saving with more in front of it, what is compared is not said
      if (roles.profit.test(saved.label) && isAdded(first, saved, list.slice(i + 1))) return [];
      const costs = roles.profit.test(saved.label) ? lines.slice(1).filter((l) => l !== undefined) : [second];
      if (costs.length < lines.length - 1) return [];
      const claims = judged(first, costs, saved);
      // `Total savings` may be what several savings come to
      return entry.kind === 'plain' || claims[0]?.verdict === 'right' ? claims : [];
    }),
  );
}

/** `Purchase`, `shipping`, `profit` and then the price: the profit is added to what it costs. */
function isAdded(first: Line, saved: Line, behind: readonly Entry[]): boolean {
  const most = Math.max(first.amount.high, saved.amount.high);
  const isMore = (e: Entry): boolean =>
    e.figures.some((f) => currencyOf(f) === currencyOf(first.amount) && f.high > most);
  return !roles.revenue.test(first.label) && behind.some(isMore);
}

/** What is earned, last of all what is left of it or what it adds up to: `Gross`, `Net revenue`, `Total`. */
function earnedAt(list: readonly Entry[]): number {
  const isEarned = (e: Entry): boolean => e.kind === 'total' || roles.revenue.test(lineOf(e)?.label ?? '');
  return Math.max(0, list.findLastIndex(isEarned));
}

function isSaving({ label }: Line): boolean {
  return roles.saving.test(label) || roles.profit.test(label);
}

/** The one amount of a line, with the one percentage beside it. */
function lineOf({ figures, label, passage }: Entry): Line | undefined {
  const result = resultOf(passage.text, figures);
  const [amount, ...more] = figures.filter(
    (f) => currencyOf(f) !== '' && (result === undefined || f === result),
  );
  const [share, ...moreShares] = figures.filter(
    (f) => isShare(f) && !ofOther.test(passage.text.slice(f.end)),
  );
  if (amount === undefined || more.length + moreShares.length > 0 || !isAmount(amount)) return undefined;
  if (amount.low !== amount.high || (result === undefined && /[×*÷=≈→]/.test(passage.text))) return undefined;
  return { amount, label: label.replace(/^[^\p{L}\p{N}]+/u, '').trim(), share };
}

/** `$0.03 (20% total)`: what a part of the whole is. */
const ofOther = /^\s*(?:of|total|overall|vom?|der|des?|du|del?|d[ao]s?|от|toplam)(?!\p{L})/iu;

function judged(first: Line, taken: readonly Line[], saved: Line): readonly Claim[] {
  const lines = [first, ...taken, saved];
  if (lines.some((l) => currencyOf(l.amount) !== currencyOf(first.amount))) return [];
  const periods = new Set(
    lines.map((l) => periodIn({ figure: l.amount, label: l.label })).filter((p) => p !== ''),
  );
  // `Costs: -$2,100`
  const sizes = taken.map((l) => Math.abs(l.amount.high));
  const all = sizes.reduce((n, size) => n + size, 0);
  // `Text: $6`, `Images: $15`, `Variable cost: $21`: the last is what the others come to
  const last = taken.at(-1)?.amount;
  const isSum =
    last !== undefined && taken.length > 2 && Math.abs(all - 2 * Math.abs(last.high)) <= last.step / 2;
  const costs = isSum ? Math.abs(last.high) : all;
  const value = first.amount.high - costs;
  if (periods.size > 1 || value === 0) return [];
  const stated = saved.amount;
  const operands = [first, ...taken].map((l) => l.amount);
  const room = operands.reduce((n, f) => n + (f.step > stated.step ? f.step / 2 : 0), 0);
  const holds = [value, -value].some((v) => fitOf(stated, 'high', v, { low: v - room, high: v + room }).fits);
  const share = saved.share === undefined ? undefined : shareClaim(saved.share, first.amount, value);
  // a percentage that is right shows that these are compared
  const isMeant = share?.verdict === 'right' && saved.share !== undefined;
  const off = Math.abs(Math.abs(value) - stated.high) / Math.max(Math.abs(value), stated.high);
  if (!holds && !isMeant && (off > mostOff || taken.length > mostTaken)) return [];
  const loose = [stated, ...operands].some((f) => f.about) && off < 0.15;
  const difference = recomputedClaim({
    kind: 'saving',
    stated,
    operands,
    fits: holds,
    recomputed: { low: Math.abs(value), high: Math.abs(value) },
    working: operands.map(said).join(' − '),
    confidence: loose ? 0.4 : isMeant ? 0.82 : 0.74,
  });
  return share === undefined || !holds ? [difference] : [difference, share];
}

/** With more lines, some of them may say what others are made of. */
const mostTaken = 3;
/** Further off, the line may be about other amounts. */
const mostOff = 0.7;

function shareClaim(stated: Figure, base: Figure, saved: number): Claim | undefined {
  if (stated.bound !== 'none' || stated.low !== stated.high) return undefined;
  const value = (Math.abs(saved) / base.high) * 100;
  const other = (Math.abs(saved) / Math.abs(base.high - saved)) * 100;
  const size = { ...stated, low: Math.abs(stated.low), high: Math.abs(stated.high) };
  const positive = stated.low < 0 ? { ...size, spreads: { low: around(size), high: around(size) } } : stated;
  const room = (value * base.step) / base.high / 2;
  const fits = [value, other].some((v) => fitOf(positive, 'high', v, { low: v - room, high: v + room }).fits);
  return recomputedClaim({
    kind: 'saving',
    stated,
    operands: [base],
    fits,
    recomputed: { low: value, high: value },
    working: `the saving of ${said(base)}`,
    confidence: stated.about ? 0.5 : 0.8,
  });
}

function around({ high, step }: Figure): { readonly low: number; readonly high: number } {
  return halfStep(high, step);
}
