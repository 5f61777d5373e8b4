// The amount that a line of a list is about, where it may have several.

import { periodOf } from '../../judge/calendar.ts';
import type { Figure, Passage } from '../../types.ts';

/** The amount of a line: the only one of its currency, or what its equation comes to. */
export function amountOf({ text }: Passage, own: readonly Figure[], period: string): Figure | undefined {
  if (own.length === 0) return undefined;
  const last = own.at(-1);
  if (own.length === 1) {
    const only = own[0];
    return only !== undefined && isAmount(only) && !isFactor(only) && !isCutOff(only) ? only : undefined;
  }
  // `$6/month, $72/year`: the first says the amount, the second says it again
  const periods = own.map((f) => periodOf(f.unit));
  const [head] = own;
  const isWorked = head !== undefined && /[×*·@]/.test(text.slice(0, last?.start));
  // `$12/month → $432`, where the total is of such: the one that it can be added up with
  const alike = own.filter((f) => periodOf(f.unit) === period);
  const [like] = alike;
  const isTold = /[=≈→]/.test(text) && !isWorked;
  if (like !== undefined && alike.length === 1 && isTold && isAmount(like)) return like;
  if (
    head !== undefined &&
    !isWorked &&
    new Set(periods).size === own.length &&
    periods[0] !== '' &&
    isAmount(head)
  )
    return head;
  const before = own.at(-2)?.end ?? 0;
  const equals = last !== undefined && /[=≈→]/.test(text.slice(before, last.start));
  return equals && last !== undefined && isAmount(last) ? last : undefined;
}

/** Of a total: `$59 (then $20 a year)`. In a row, it may be either of the two. */
export function totalIn(passage: Passage, own: readonly Figure[], period: string): Figure | undefined {
  const [head, ...more] = own;
  if (head === undefined) return undefined;
  if (isAmount(head) && isFollowedByRemark(passage.text, own)) return head;
  // `Total: $0.04 per reply`, of what goes into one
  return more.length === 0 && isForOne(head) ? head : amountOf(passage, own, period);
}

/** Per reply, per user; a price for a thousand is none. */
export function isForOne({ unit, perCount }: Figure): boolean {
  const counted = unit.factors.filter((f) => f.atom.kind === 'count');
  return (
    perCount === 1 &&
    counted.length === 1 &&
    unit.factors.every(
      (f) =>
        f.atom.kind === 'currency' ||
        f.atom.kind === 'calendar' ||
        (f.power < 0 && (f.atom.kind === 'time' || f.atom.kind === 'count')),
    )
  );
}

/** All behind the first stand in one parenthesis, and the first in none. */
function isFollowedByRemark(text: string, [head, ...more]: readonly Figure[]): boolean {
  const [next] = more;
  const last = more.at(-1);
  if (head === undefined || next === undefined || last === undefined) return false;
  return (
    /^[^()（）=+→]{0,24}[(（][^()（）]*$/.test(text.slice(head.end, next.start)) &&
    !/[)）]/.test(text.slice(next.start, last.end)) &&
    !/[(（][^()（）]*$/.test(text.slice(0, head.start))
  );
}

/** `$50–` at the end of a line: the range goes on in the next. */
function isCutOff({ passage, end }: Figure): boolean {
  return /^\s?[-–—]\s*$/.test(passage.text.slice(end, end + 8));
}

/** `$65 x 2 payments`, and not what that comes to. */
function isFactor({ passage, start, end }: Figure): boolean {
  return (
    /^(?:[\s*_]*(?:×|x\s)|\s*\*)\s*\d/u.test(passage.text.slice(end, end + 8)) ||
    /\d\s*(?:×|x\s)\s*$/u.test(passage.text.slice(Math.max(0, start - 8), start))
  );
}

/** Money, at most per period: not per user or per gigabyte. */
function isAmount(figure: Figure): boolean {
  return (
    figure.unit.factors.every(
      (f) =>
        f.atom.kind === 'currency' || f.atom.kind === 'calendar' || (f.atom.kind === 'time' && f.power < 0),
    ) && figure.perCount === 1
  );
}
