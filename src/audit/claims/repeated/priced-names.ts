// A name with its price behind it, `Recommendation: Mailer ($60/year)`, against the rows of that name in the tables. The rows may be for a
// month where the price is for a year; where they differ among themselves, any of them may be meant.

import { lengthsBetween, periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { besideOption, isNear } from '../content/comparisons.ts';
import type { Fact } from '../content/facts.ts';
import type { FiguresOf } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { isPart, type NamesOf } from '../content/names.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { compareSizes, sizesIn, sizesOf } from '../content/sizes.ts';
import type { Spoken } from '../content/spoken.ts';
import { recommends } from '../options/saved-against.ts';
import { anotherCase } from '../options/statements.ts';

const longest = 200;
/** Each price behind a name is held against each of them. */
const mostFacts = 1000;
/** Under this, one of the two is rounded. */
const leastApart = 0.02;

export function pricedNamesIn(
  spoken: readonly Spoken[],
  facts: readonly Fact[],
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly Claim[] {
  const rows = facts.filter(
    (f) => f.isTable && f.kind === 'plain' && f.period !== '' && f.periods === 1 && f.figure.bound === 'none',
  );
  if (rows.length === 0 || rows.length > mostFacts) return [];
  return spoken.flatMap((place): readonly Claim[] => {
    const { passage, kind } = place;
    const { text } = passage;
    if (kind === 'heading' || kind === 'code' || text.length > longest || !text.includes('(')) return [];
    if (anotherCase.test(text)) return [];
    return figuresOf(passage).flatMap((stated): readonly Claim[] => {
      const subject = subjectOf(text, stated);
      if (subject === undefined || currencyOf(stated) === '' || !isPlainAmount(stated)) return [];
      const words = names(subject).filter((w) => !besideOption.test(w));
      const own = sizesIn(passage, figuresOf);
      const sizes = own.length > 0 ? own : sizesOf(place.under, figuresOf);
      const isAlike = (r: Fact): boolean =>
        r.currency === currencyOf(stated) && compareSizes(sizesOf(r.under, figuresOf), sizes) !== 'other';
      const alike = rowsNamed(words, subject, rows, recommends.test(text)).filter(isAlike);
      // a longer name may be meant, too
      if (
        alike.length > 0 &&
        rows.some((r) => isPart(words, r.words) && !alike.includes(r) && isAt(stated, r))
      )
        return [];
      // one table alone may be of another case, where it stands elsewhere
      const isOnce = new Set(alike.map((r) => r.source)).size === 1;
      if (isOnce && !alike.every((r) => isNear(r.under, place.under))) return [];
      const claim = held(stated, alike);
      return claim === undefined ? [] : [claim];
    });
  });
}

/** What stands in front of `($60/year)`. */
function subjectOf(text: string, { start, end, unit }: Figure): string | undefined {
  const isAlone = /\(\s*[~≈]?\s*$/.test(text.slice(0, start)) && /^\s*\)/.test(text.slice(end));
  if (!isAlone || periodOf(unit) === '') return undefined;
  const before = text.slice(0, text.lastIndexOf('(', start));
  return before.split(/[:：.,;!?()–—→]|\s-\s/).at(-1);
}

/**
 * Rows of exactly that name; of what is recommended, also those that share a name with it (`Backups (Vaultline)` with `Vaultline V2`),
 * where all rows with that name are one thing.
 */
function rowsNamed(
  words: readonly string[],
  subject: string,
  rows: readonly Fact[],
  isChosen: boolean,
): readonly Fact[] {
  if (words.length === 0) return [];
  const key = words.join(' ');
  const exact = rows.filter((r) => r.words.join(' ') === key);
  if (exact.length > 0) return exact;
  if (!isChosen) return [];
  const proper = (subject.match(/\p{Lu}\p{Ll}{3,}/gu) ?? []).map((w) => w.toLowerCase());
  const sharing = rows.filter((r) => r.words.some((w) => proper.includes(w)));
  return new Set(sharing.map((r) => r.words.join(' '))).size === 1 &&
    new Set(sharing.map((r) => r.source)).size > 1
    ? sharing
    : [];
}

interface Value {
  readonly row: Fact;
  readonly low: number;
  readonly high: number;
}

/** A row for the time that the figure is for, by each convention. */
function valuesOf(stated: Figure, row: Fact): readonly Value[] {
  const lengths = lengthsBetween(periodOf(stated.unit), row.period);
  return lengths.map((n) => ({ row, low: row.figure.low * n, high: row.figure.high * n }));
}

function isAt(stated: Figure, row: Fact): boolean {
  return valuesOf(stated, row).some((v) => agrees(stated, v));
}

function held(stated: Figure, rows: readonly Fact[]): Claim | undefined {
  const period = periodOf(stated.unit);
  const values = rows.flatMap((row) => valuesOf(stated, row));
  const right = values.find((v) => agrees(stated, v));
  const shown = right ?? values.find((v) => v.row.period === period) ?? values[0];
  if (shown === undefined) return undefined;
  const { row, low, high } = shown;
  // rows that differ among themselves are of different cases
  const amounts = new Set(rows.filter((r) => r.period === row.period).map((r) => r.figure.high));
  if (right === undefined && (amounts.size > 1 || high <= 0)) return undefined;
  const recomputed = { low, high };
  return recomputedClaim({
    kind: 'repeated',
    stated,
    operands: [row.figure],
    fits: right !== undefined,
    recomputed,
    working: said(row.figure),
    message: `the table says ${likeFigure(recomputed, stated)} for “${row.label}”, not ${said(stated)}`,
    confidence: new Set(rows.map((r) => r.source)).size > 1 ? 0.76 : 0.72,
  });
}

function agrees(stated: Figure, { low, high }: Value): boolean {
  const overlaps = stated.low <= high * (1 + leastApart) && low * (1 - leastApart) <= stated.high;
  return overlaps || fitOf(stated, 'high', high, { low: high, high }).fits;
}
