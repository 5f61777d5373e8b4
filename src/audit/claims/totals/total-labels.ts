// What the words beside a total say about the rows that it is of: all but one of them, those of another case, or no sum at all.

import type { Claim, Figure } from '../../types.ts';
import { wordsOf } from '../content/facts.ts';
import { type Grid, periodOfText } from '../content/grid.ts';
import type { Addend } from './addends.ts';

const averages =
  /ø|(?<!\p{L})(?:average|avg|mean|durchschnitt\p{L}*|mittlere\p{L}*|moyen(?:ne)?s?|promedio|medio|média|médio|ortalama|средн\p{L}*)(?!\p{L})|平均/iu;

/** `Cost per user`, `Average order`: what all comes to by the user, or on average, is no sum. */
export function isPerThing(heading: string): boolean {
  if (averages.test(heading)) return true;
  const thing = /(?<!\p{L})(?:per|pro|je|par|por)\s+(\p{L}{2,})/iu.exec(heading)?.[1];
  return thing !== undefined && periodOfText(thing).period === '';
}

const exclusion =
  /(?<!\p{L})(?:without|excl(?:uding|\.)?|except|ohne|sans|sin|sem|hariç|без)(?!\p{L})([^)]*)/iu;

/** `Total (without support)` is not of the row that it names. */
export function isWithoutOne(label: string, addends: readonly Addend[]): boolean {
  const named = wordsOf(exclusion.exec(label)?.[1] ?? '');
  return addends.some((a) => {
    const own = wordsOf(a.row.label);
    return own.length > 0 && named.length > 0 && named.every((w) => own.includes(w));
  });
}

/** `Board (original)` and right below it `Board (clone)`: one of the two. */
export function isAlternative(addend: Addend, addends: readonly Addend[]): boolean {
  const nameOf = (label: string): string => label.replace(/[(（][^)）]*[)）]/g, '').trim();
  const name = nameOf(addend.row.label);
  if (name === addend.row.label.trim()) return false;
  const same = addends.filter((a) => nameOf(a.row.label) === name);
  const [one, other, ...more] = same.map((a) => addends.indexOf(a));
  return one !== undefined && other === one + 1 && more.length === 0;
}

const inParentheses = /[(（]([^)）]+)[)）]/;

/** `Total (smallest)` and below it `Total (largest)`: the rows are those of one of them. */
export function isOtherCase(grid: Grid, index: number): boolean {
  const [own, above] = [index, index - 1].map((i) => grid.rows[i]);
  if (own?.kind !== 'total' || above?.kind !== 'total') return false;
  const [a, b] = [own, above].map((r) => inParentheses.exec(r.label)?.[1]);
  return a !== undefined && b !== undefined && a !== b;
}

/** `Total extras` and below it `Grand total`: what the other tables come to is in it. */
export function isGrandAboveTotal(grid: Grid, index: number, { stated, recomputed }: Claim): boolean {
  const [own, above] = [index, index - 1].map((i) => grid.rows[i]);
  if (own === undefined || above?.kind !== 'total') return false;
  return (
    /(?<!\p{L})(?:grand|overall|gesamtsumme|général|genel|общий)(?!\p{L})/iu.test(own.label) &&
    stated.low > recomputed.high
  );
}

/** `$11–36`: from without what is optional to with it. */
export function isWithOptional(addends: readonly Addend[], stated: Figure): boolean {
  if (stated.low === stated.high) return false;
  const needed = addends.filter(
    ({ row }) => !row.cells.some((c) => /(?<!\p{L})optional/iu.test(c.passage.text)),
  );
  const low = needed.reduce((n, a) => n + a.low, 0);
  const high = addends.reduce((n, a) => n + a.high, 0);
  return (
    needed.length < addends.length && Math.abs(stated.low - low) + Math.abs(stated.high - high) <= stated.step
  );
}
