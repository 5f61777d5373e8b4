// Two amounts, and right below them what lies between: `On-premise: $5,320/month`, `AWS: $2,677/month`, `Savings: $2,643 (49.7%)`.
// No word of the first two has to be known: the line that says what is saved tells that they are compared.

import { fitOf } from '../judge/compare.ts';
import { said } from '../print.ts';
import type { Claim, Figure } from '../types.ts';
import { isShare } from './grid.ts';
import { currencyOf, type Entry } from './ledger.ts';
import { recomputedClaim } from './recomputed.ts';
import { isAmount, listsOf, periodIn, roles } from './roles.ts';

interface Line {
  readonly amount: Figure;
  readonly label: string;
  readonly share: Figure | undefined;
}

export function savedBetweenIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return listsOf(entries).flatMap((list) =>
    list.flatMap((entry, i): readonly Claim[] => {
      // `Total savings` is what several savings come to
      const saved = entry.kind === 'plain' ? lineOf(entry) : undefined;
      if (saved === undefined || !isSaving(saved)) return [];
      const before = list.slice(0, i).filter((e) => e.figures.some((f) => currencyOf(f) !== ''));
      const lines = before.map(lineOf);
      const [first, second] = lines;
      // three amounts in front of it: which of them are meant is not said
      if (first === undefined || second === undefined || lines.length !== 2) return [];
      return isSaving(first) || isSaving(second) ? [] : judged(first, second, saved);
    }),
  );
}

function isSaving({ label }: Line): boolean {
  return roles.saving.test(label) || roles.profit.test(label);
}

/** The one amount of a line, with the one percentage beside it. */
function lineOf({ figures, label, passage }: Entry): Line | undefined {
  const [amount, ...more] = figures.filter((f) => currencyOf(f) !== '');
  const [share, ...moreShares] = figures.filter(isShare);
  if (amount === undefined || more.length + moreShares.length > 0 || !isAmount(amount)) return undefined;
  if (amount.low !== amount.high || /[×*÷=≈→]/.test(passage.text)) return undefined;
  return { amount, label: label.replace(/^[^\p{L}\p{N}]+/u, '').trim(), share };
}

function judged(first: Line, second: Line, saved: Line): readonly Claim[] {
  const lines = [first, second, saved];
  if (lines.some((l) => currencyOf(l.amount) !== currencyOf(first.amount))) return [];
  const periods = new Set(
    lines.map((l) => periodIn({ figure: l.amount, label: l.label })).filter((p) => p !== ''),
  );
  if (periods.size > 1 || first.amount.high === second.amount.high) return [];
  const value = first.amount.high - second.amount.high;
  const stated = saved.amount;
  const operands = [first.amount, second.amount];
  const room = operands.reduce((n, f) => n + (f.step > stated.step ? f.step / 2 : 0), 0);
  const holds = [value, -value].some((v) => fitOf(stated, 'high', v, { low: v - room, high: v + room }).fits);
  const share = saved.share === undefined ? undefined : shareClaim(saved.share, first.amount, value);
  // a percentage that is right shows that these two are compared
  const isMeant = share?.verdict === 'right' && saved.share !== undefined;
  const off = Math.abs(Math.abs(value) - stated.high) / Math.max(Math.abs(value), stated.high);
  if (!holds && !isMeant && off > mostOff) return [];
  const loose = [stated, ...operands].some((f) => f.about) && off < 0.15;
  const difference = recomputedClaim({
    kind: 'saving',
    stated,
    operands,
    fits: holds,
    recomputed: { low: Math.abs(value), high: Math.abs(value) },
    working: `${said(first.amount)} − ${said(second.amount)}`,
    confidence: loose ? 0.4 : isMeant ? 0.82 : 0.74,
  });
  return share === undefined || !holds ? [difference] : [difference, share];
}

/** Further off, the line may be about other amounts. */
const mostOff = 0.7;

function shareClaim(stated: Figure, base: Figure, saved: number): Claim | undefined {
  if (stated.bound !== 'none' || stated.low !== stated.high) return undefined;
  const value = (Math.abs(saved) / base.high) * 100;
  const other = (Math.abs(saved) / Math.abs(base.high - saved)) * 100;
  const size = { ...stated, low: Math.abs(stated.low), high: Math.abs(stated.high) };
  const positive = stated.low < 0 ? { ...size, lowSpread: around(size), highSpread: around(size) } : stated;
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
  return { low: high - step / 2, high: high + step / 2 };
}
