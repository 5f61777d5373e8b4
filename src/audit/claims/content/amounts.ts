// Which figures are amounts of money, as the claims that compare them ask.

import type { Figure } from '../../types.ts';

/** One amount that is no bound and no multiple, whatever it is for. */
export function isAmount({ unit, perCount, bound, times }: Figure): boolean {
  return (
    perCount === 1 &&
    bound === 'none' &&
    !times &&
    unit.factors.every((f) => f.atom.kind === 'currency' || (f.power < 0 && f.atom.kind !== 'count'))
  );
}

/** Money, and what it is for is a time. */
export function isPlainAmount({ unit, perCount }: Figure): boolean {
  return (
    perCount === 1 &&
    unit.factors.every(
      (f) => f.atom.kind === 'currency' || f.atom.kind === 'calendar' || f.atom.kind === 'time',
    )
  );
}
