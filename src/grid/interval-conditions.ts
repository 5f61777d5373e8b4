// Conditions over intervals: what may be true, false or unknown.

import { operations } from '../formula/operations.ts';
import { type Enclosure, hull, isNowhereKnown, putLoose, putNothing, type Rule } from './enclosure.ts';

/** `<` and `<=`, which are truest for the smallest left and the largest right side. */
export function ordered(operation: 'lt' | 'le'): Rule {
  const f = operations[operation];
  return (out, a, b) => {
    // anything, even what is unknown, is at most unlimited
    const always = operation === 'le' && b.lo === Number.POSITIVE_INFINITY && !b.unknown;
    putLoose(out, f(a.hi, b.lo, 0), f(a.lo, b.hi, 0), (a.unknown || b.unknown) && !always);
  };
}

export function equal(out: Enclosure, a: Enclosure, b: Enclosure): void {
  const unknown = a.unknown || b.unknown;
  const apart =
    (a.hi < b.lo && operations.eq(a.hi, b.lo, 0) === 0) ||
    (b.hi < a.lo && operations.eq(b.hi, a.lo, 0) === 0);
  const fixed = a.lo === a.hi && b.lo === b.hi;
  const same = fixed ? operations.eq(a.lo, b.lo, 0) : 0;
  if (apart || fixed) putLoose(out, same, same, unknown);
  else putLoose(out, 0, 1, unknown);
}

export function unequal(out: Enclosure, a: Enclosure, b: Enclosure): void {
  equal(out, a, b);
  putLoose(out, 1 - out.hi, 1 - out.lo, out.unknown);
}

const truths = [0, 1, Number.NaN] as const;

/** Whether a condition may be false, true or unknown: one bit each, in the order of `truths`. */
function possible(e: Enclosure): number {
  const known = !isNowhereKnown(e);
  return (known && e.lo <= 0 ? 1 : 0) | (known && e.hi >= 1 ? 2 : 0) | (e.unknown ? 4 : 0);
}

function putPossible(out: Enclosure, bits: number): void {
  if ((bits & 3) === 0) putNothing(out);
  else putLoose(out, (bits & 1) === 0 ? 1 : 0, (bits & 2) === 0 ? 0 : 1, (bits & 4) !== 0);
}

/** Every combination of what two conditions may be. */
export function logical(operation: 'and' | 'or'): Rule {
  const f = operations[operation];
  return (out, a, b) => {
    const [left, right] = [possible(a), possible(b)];
    let bits = 0;
    for (const [i, x] of truths.entries())
      for (const [k, y] of truths.entries())
        if ((left & (1 << i)) !== 0 && (right & (1 << k)) !== 0) {
          const result = f(x, y, 0);
          bits |= Number.isNaN(result) ? 4 : result === 1 ? 2 : 1;
        }
    putPossible(out, bits);
  };
}

export function either(out: Enclosure, a: Enclosure, b: Enclosure, c: Enclosure): void {
  const bits = possible(a);
  hull(out, [...((bits & 2) === 0 ? [] : [b]), ...((bits & 1) === 0 ? [] : [c])], (bits & 4) !== 0);
}

export function isKnown(out: Enclosure, a: Enclosure): void {
  putPossible(out, (a.unknown ? 1 : 0) | (isNowhereKnown(a) ? 0 : 2));
}
