// Lines that give one amount by percentages, `Reserve (50%): €54.60`, `- 30% Development (€32.76)`. What they are of is often said
// nowhere near: the lines themselves tell, where most of them are of the same amount.

import type { Interval } from '../../../quantity/interval.ts';
import { fitOf } from '../../judge/compare.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { isShare } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { listsOf } from './roles.ts';

interface Part {
  readonly amount: Figure;
  readonly share: Figure;
}

/** Of a change, and of a price, the amount is not the part. */
const noPart =
  /(?<!\p{L})(?:sav\p{L}*|discount\p{L}*|off|less|lower|cheaper|reduc\p{L}*|increas\p{L}*|margin|profit|vs|versus|spar\p{L}*|rabatt|günstiger|marge|remise|économ\p{L}*|baisse|ahorr\p{L}*|descuento|margen|econom\p{L}*|desconto|margem|tasarruf|indirim|kâr|kar)(?!\p{L})|скидк|эконом|прибыл|节省|折扣|利润/iu;

export function sharesOfOneIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return listsOf(entries, 2).flatMap((list) => {
    const parts = list.flatMap((entry) => partOf(entry) ?? []);
    const [first] = parts;
    if (first === undefined || parts.length < 2) return [];
    if (parts.some((p) => currencyOf(p.amount) !== currencyOf(first.amount))) return [];
    const others = list.flatMap((e) =>
      e.figures.filter((f) => isWhole(f, first.amount) && !isTaken(f, parts)),
    );
    return ofStated(parts, others) ?? ofThemselves(parts) ?? ofImplied(parts) ?? [];
  });
}

function partOf({ figures, passage }: Entry): Part | undefined {
  const [amount, ...moreAmounts] = figures.filter((f) => currencyOf(f) !== '');
  const [share, ...moreShares] = figures.filter(isShare);
  if (amount === undefined || share === undefined || moreAmounts.length + moreShares.length > 0)
    return undefined;
  if (!isAmount(amount) || share.bound !== 'none' || share.low !== share.high || amount.low !== amount.high)
    return undefined;
  if (share.high <= 0 || share.high > 100 || amount.high <= 0) return undefined;
  return noPart.test(passage.text) || /[×*÷=≈→]/.test(passage.text) ? undefined : { amount, share };
}

function isWhole(figure: Figure, part: Figure): boolean {
  return currencyOf(figure) === currencyOf(part) && isAmount(figure) && figure.low === figure.high;
}

function isTaken(figure: Figure, parts: readonly Part[]): boolean {
  return parts.some((p) => p.amount === figure);
}

/** `whole`: what the percentages are of; two ends where only the lines tell. */
function fits({ amount, share }: Part, whole: Interval): boolean {
  const value = { low: (whole.low * share.high) / 100, high: (whole.high * share.high) / 100 };
  const low = (whole.low * (share.high - share.step / 2)) / 100;
  const high = (whole.high * (share.high + share.step / 2)) / 100;
  // the share was rounded, and the amount was not
  if (amount.high >= low && amount.high <= high) return true;
  return [value.low, value.high].some((v) => fitOf(amount, 'high', v, { low, high }).fits);
}

/** One amount of the list is what the percentages are of: one line at most breaks it, and two keep it. */
function ofStated(parts: readonly Part[], others: readonly Figure[]): readonly Claim[] | undefined {
  for (const whole of others) {
    const right = parts.filter((p) => fits(p, { low: whole.high, high: whole.high }));
    if (right.length < 2 || parts.length - right.length > 1) continue;
    return parts.map((p) =>
      claimOf(
        p,
        { low: whole.high, high: whole.high },
        [whole],
        `${said(p.share)} of ${said(whole)}`,
        right.includes(p),
      ),
    );
  }
  return undefined;
}

/** The shares make up a whole, which the amounts of the lines come to: one of the lines at most breaks it. */
function ofThemselves(parts: readonly Part[]): readonly Claim[] | undefined {
  if (parts.length < leastOfSum || !isComplete(parts)) return undefined;
  const sum = parts.reduce((n, p) => n + p.amount.high, 0);
  const whole = { low: sum, high: sum };
  const right = parts.filter((p) => fits(p, whole));
  if (parts.length - right.length > 1) return undefined;
  return parts.map((p) => {
    const working = `${said(p.share)} of ${likeFigure(whole, p.amount)}, what the lines come to,`;
    const amounts = parts.filter((other) => other !== p).map((other) => other.amount);
    return claimOf(p, whole, amounts, working, right.includes(p));
  });
}

const leastOfSum = 4;

function isComplete(parts: readonly Part[]): boolean {
  return Math.abs(parts.reduce((n, p) => n + p.share.high, 0) - 100) <= 1;
}

/** The shares make up a whole, or four lines are of one: what the others imply is held against the one that breaks it. */
function ofImplied(parts: readonly Part[]): readonly Claim[] | undefined {
  if (parts.length < 3) return undefined;
  const whole = impliedBy(parts);
  if (whole === undefined) return undefined;
  const right = parts.filter((p) => fits(p, whole));
  if (right.length < 2 || parts.length - right.length > 1 || (!isComplete(parts) && right.length < 4))
    return undefined;
  const amount = right[0]?.amount;
  if (amount === undefined) return undefined;
  return parts.map((p) => {
    const working = `${said(p.share)} of the ${likeFigure(whole, amount)} that the other lines are of`;
    return claimOf(
      p,
      whole,
      right.filter((r) => r !== p).map((r) => r.amount),
      working,
      right.includes(p),
    );
  });
}

/** What most of the lines can be of: each leaves open what the printed digits of its percentage do. */
function impliedBy(parts: readonly Part[]): Interval | undefined {
  const wholes = parts.map(({ amount, share }) => ({
    low: (amount.high / (share.high + share.step / 2)) * 100,
    high: (amount.high / (share.high - share.step / 2)) * 100,
  }));
  const ends = wholes
    .flatMap(({ low, high }) => [
      { at: low, more: 1 },
      { at: high, more: -1 },
    ])
    .sort((a, b) => a.at - b.at || b.more - a.more);
  let within = 0;
  let most = 0;
  let found: Interval | undefined;
  for (const [i, { at, more }] of ends.entries()) {
    within += more;
    if (within <= most) continue;
    most = within;
    found = { low: at, high: ends[i + 1]?.at ?? at };
  }
  return found;
}

function claimOf(
  { amount, share }: Part,
  whole: Interval,
  operands: readonly Figure[],
  working: string,
  holds: boolean,
): Claim {
  const recomputed = { low: (whole.low * share.high) / 100, high: (whole.high * share.high) / 100 };
  return recomputedClaim({
    kind: 'share',
    stated: amount,
    operands: [...operands, share],
    fits: holds,
    recomputed,
    working,
    confidence: amount.about ? 0.5 : 0.76,
  });
}
