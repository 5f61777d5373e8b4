// Whether two amounts are one thing said in two units, and so may be called equal.

import { periodOf, timeIn } from '../../judge/calendar.ts';
import type { Figure } from '../../types.ts';

/** `$5/hour = $3,600/month`, `500 GB = 0.5 TB`; not `2 users = $198`. */
export function sameKind(a: Figure | undefined, b: Figure): boolean {
  if (a === undefined || a.perCount !== b.perCount) return false;
  const kinds = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind === 'currency' || u.atom.kind === 'data')
      .map((u) => `${u.atom.kind === 'data' ? 'data' : u.atom.name}^${u.power}`)
      .sort()
      .join(' ');
  const [ka, kb] = [kinds(a), kinds(b)];
  if (isSameRate(a, b)) return true;
  if (ka !== kb || ka === '') return false;
  const counts = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind === 'count')
      .map((u) => u.atom.name)
      .sort()
      .join(' ');
  if (counts(a) !== counts(b)) return false;
  const time = (f: Figure): boolean =>
    f.unit.factors.some((u) => u.atom.kind === 'time' || u.atom.kind === 'calendar');
  // the same unit on both sides is a change, or two names for one thing
  if (a.unit.key === b.unit.key) return false;
  // `$5 = $60/year` leaves open what the first is for
  return ka.includes('data') || (time(a) && time(b));
}

/** `2,400 tokens/sec = 8,640,000 tokens/hour`, `30,000 writes/day = 900K/month` */
function isSameRate(a: Figure, b: Figure): boolean {
  const [of, by] = [countedIn(a), countedIn(b)];
  if (of === undefined || by === undefined || periodOf(a.unit) === periodOf(b.unit)) return false;
  return of === by || of === '' || by === '';
}

/** What so many of come in a time: `token`, '' for what is not named; undefined where the figure is something else. */
export function countedIn({ unit }: Figure): string | undefined {
  const [count, ...more] = unit.factors.filter((u) => u.atom.kind === 'count');
  const rest = unit.factors.filter((u) => u !== count);
  const isRate = rest.length === 1 && timeIn(unit)[0]?.power === -1 && more.length === 0;
  return isRate && (count === undefined || count.power === 1) ? (count?.atom.name ?? '') : undefined;
}

export function sameButCurrency(a: Figure, b: Figure): boolean {
  const others = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind !== 'currency')
      .map((u) => u.atom.name)
      .sort()
      .join(' ');
  const [oa, ob] = [others(a), others(b)];
  return oa === ob || oa === '' || ob === '';
}
