// What is left of an amount, and right behind it the share that this is: `$54 − $10.02 = $43.98 (81.4%)`, `$2,000 → $1,500 = $500 (25%)`.
// Of what the first amount is, or of what was taken off, as a margin and a markup are.

import { spreadOf } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isShare } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const minus = /^[\s*_`]*(?:[-−–]|→|->|⇒)[\s*_`~]*$/;
const equals = /^[^=≈\d]{0,16}[=≈][\s*_`~≈]*$/;
/** `= $43.98 (margin 81.4%)` */
const behind = /^[^\d()（）]{0,16}[(（→][\s*_`~≈+−–-]*(?:\p{L}+[\s:]+){0,2}[*_`~≈+−–-]*$/u;
/** In percentage points: what is further off is a share of something else. */
const mostOff = 12;
const mostTaken = 4;

export function leftSharesIn(text: string, figures: readonly Figure[]): readonly Claim[] {
  return figures.flatMap((stated, i): readonly Claim[] => {
    const left = figures[i - 1];
    if (left === undefined || !isShare(stated) || stated.low < stated.high || stated.bound !== 'none')
      return [];
    if (!isOne(left) || !isBetween(text, left, stated, behind)) return [];
    const terms = termsBefore(text, figures, i - 1);
    const [whole, ...taken] = terms;
    if (whole === undefined || taken.length === 0 || whole.high <= 0) return [];
    const rest = taken.reduce((n, f) => n - f.high, whole.high);
    const room = [...terms, left].reduce((n, f) => n + f.step, 0);
    if (Math.abs(Math.abs(rest) - Math.abs(left.high)) > room) return [];
    const off = taken.reduce((n, f) => n + f.high, 0);
    return shareOf(stated, left, [whole.high, off], whole);
  });
}

/** Amounts that are taken from the first one, up to the equals sign in front of what is left. */
function termsBefore(text: string, figures: readonly Figure[], at: number): readonly Figure[] {
  const last = figures[at - 1];
  const left = figures[at];
  if (last === undefined || left === undefined || !isBetween(text, last, left, equals)) return [];
  const terms: Figure[] = [];
  for (let i = at - 1; i >= 0 && terms.length <= mostTaken; i--) {
    const [figure, next] = [figures[i], terms[0]];
    if (figure === undefined || !isOne(figure) || currencyOf(figure) !== currencyOf(left)) break;
    if (next !== undefined && !isBetween(text, figure, next, minus)) break;
    terms.unshift(figure);
  }
  const [first] = terms;
  // more of the calculation stands in front
  return first === undefined || isReckonedBefore(text, first) ? [] : terms;
}

function isReckonedBefore(text: string, { start }: Figure): boolean {
  return /[-+×*·/÷(−–]\s*$/.test(text.slice(Math.max(0, start - 4), start));
}

/** Whether that is all that stands between two figures. */
export function isBetween(text: string, a: Figure, b: Figure, pattern: RegExp): boolean {
  return b.start - a.end <= mostApart && pattern.test(text.slice(a.end, b.start));
}

const mostApart = 40;

function isOne({ low, high, bound, perCount, unit }: Figure): boolean {
  const hasCount = unit.factors.some((f) => f.atom.kind === 'count' || f.atom.kind === 'data');
  return low === high && bound === 'none' && perCount === 1 && !hasCount;
}

function shareOf(stated: Figure, left: Figure, bases: readonly number[], whole: Figure): readonly Claim[] {
  if (currencyOf(left) === '') return [];
  const { low, high } = spreadOf(left, 'high');
  const size = Math.abs(left.high);
  const room = Math.max(size - Math.abs(low), Math.abs(high) - size, 0);
  const printed = Math.abs(stated.high);
  const positive = { ...stated, low: printed, high: printed, spreads: undefined };
  const isRight = bases.some((base) => {
    const share = (n: number): number => (n / Math.abs(base)) * 100;
    return fitOf(positive, 'high', share(size), { low: share(size - room), high: share(size + room) }).fits;
  });
  const value = (size / whole.high) * 100;
  if (!isRight && (stated.about || Math.abs(printed - value) > mostOff)) return [];
  return [
    recomputedClaim({
      kind: 'share',
      stated,
      operands: [left, whole],
      fits: isRight,
      recomputed: { low: value, high: value },
      working: `${said(left)} / ${said(whole)}`,
      confidence: 0.78,
    }),
  ];
}
