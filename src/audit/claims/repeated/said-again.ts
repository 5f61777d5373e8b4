// What a summary says of a thing against what the document says of it where it is worked out. Two places are about the same where
// their names have the same words, for the same time, and no word of either sets it apart from the other. Of such pairs nine in
// ten agree in the documents that this was measured on, so that one that does not is likelier wrong than about something else.

import type { Interval } from '../../../quantity/interval.ts';
import { spreadOf } from '../../figures/spread.ts';
import { lengthsBetween } from '../../judge/calendar.ts';
import { fitOf, isInside } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Block, Claim, Figure } from '../../types.ts';
import { wordsOf } from '../content/facts.ts';
import { isDuration } from '../content/grid.ts';
import { headingsOf } from '../content/headings.ts';
import { nameOf, type Place } from '../content/places.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { summaryWords } from './summary.ts';

/** Further apart, the two are likelier of different things. */
const mostApart = 2.1;
/** A time to break even is one, whatever it is paid with. */
const mostLonger = 4;
/** A thing that is spoken of more often has many sides. */
const mostPlaces = 6;
/** Of one word of a name; beyond, it tells nothing. */
const mostOfWord = 60;
const mostInSummary = 200;

/** Whether a heading says that it sums up: without one, nothing is held against its details. */
export function hasSummary(blocks: readonly Block[]): boolean {
  return blocks.some((b) => b.kind === 'heading' && summaryWords.test(b.passage.text));
}

/** `derived`: figures that are right in a calculation of the document. */
export function saidAgainIn(
  places: readonly Place[],
  derived: Pick<ReadonlySet<Figure>, 'has'>,
): readonly Claim[] {
  const summarised = places.filter(isInSummary);
  if (summarised.length === 0 || summarised.length > mostInSummary) return [];
  const byWord = new Map<string, Place[]>();
  for (const place of places)
    for (const word of place.name) pushTo(byWord, `${place.measure} ${word}`, place);
  return summarised.flatMap((place): readonly Claim[] => {
    const lists = place.name.map((w) => byWord.get(`${place.measure} ${w}`) ?? []);
    const found = new Set(lists.flatMap((list) => (list.length > mostOfWord ? [] : list)));
    const others = [...found].filter(
      (o) => o.source !== place.source && factorsOf(place, o).length > 0 && isSameName(place, o),
    );
    const own = others.filter((o) => !isInSummary(o) || derived.has(o.figure));
    return heldAgainst(place, withoutSubtotals(own), derived);
  });
}

/** Where a thing has its total, what it comes to halfway is no other amount of it. */
function withoutSubtotals(places: readonly Place[]): readonly Place[] {
  return places.some((p) => p.kind === 'total') ? places.filter((p) => p.kind !== 'subtotal') : places;
}

/** Under a heading that says nothing but that it sums up. */
function isInSummary({ under, isOfSection }: Place): boolean {
  if (isOfSection) return false;
  const headings = headingsOf(under);
  const at = headings.findIndex((h) => summaryWords.test(h.passage.text));
  return (
    at !== -1 &&
    headings
      .slice(0, at + 1)
      .every((h) => nameOf(h.passage.text.replace(/^[^\p{L}]+/u, '').replace(summaryWords, '')).length === 0)
  );
}

/** The names have the same words, those left out that the headings above say. */
function isSameName(a: Place, b: Place): boolean {
  if (!a.name.some((w) => b.name.includes(w))) return false;
  const isSaid = (w: string, o: Place): boolean =>
    o.name.includes(w) || o.remarks.includes(w) || o.path.includes(w);
  return a.name.every((w) => isSaid(w, b) || a.path.includes(w)) && b.name.every((w) => isSaid(w, a));
}

/** Something is said of one of them that may make it another amount than the other. */
function isApart(a: Place, b: Place, aliases: ReadonlySet<string>): boolean {
  const isKnown = (w: string, o: Place): boolean =>
    o.name.includes(w) || o.remarks.includes(w) || o.path.includes(w) || aliases.has(w);
  return a.remarks.some((w) => !isKnown(w, b)) || b.remarks.some((w) => !isKnown(w, a));
}

/** `## Own hosts (Cirrus)`: by what other name the section of a total goes. */
function aliasesOf(places: readonly Place[]): ReadonlySet<string> {
  const sections = places.flatMap((p) => (p.isOfSection ? headingsOf(p.under) : []));
  return new Set(sections.flatMap((h) => wordsOf(h.passage.text)));
}

/** How many times the other's period the stated one is. */
function factorsOf(a: Place, b: Place): readonly number[] {
  if (a.period === b.period) return a.periods === b.periods ? [1] : [];
  if (a.periods !== 1 || b.periods !== 1) return [];
  // where one does not say it, it is the month that they speak of
  if (a.period === '' || b.period === '') return `${a.period}${b.period}` === 'month' ? [1] : [];
  return lengthsBetween(a.period, b.period).slice(0, 1);
}

function heldAgainst(
  place: Place,
  others: readonly Place[],
  derived: Pick<ReadonlySet<Figure>, 'has'>,
): readonly Claim[] {
  const [first] = others;
  if (first === undefined || others.length > mostPlaces) return [];
  const right = others.find((o) => agrees(place, o));
  if (right !== undefined) return [claimOf(place, right, true, 1)];
  const worked = others.find((o) => derived.has(o.figure)) ?? others.find((o) => o.kind !== 'plain') ?? first;
  const aliases = aliasesOf(others);
  if (others.some((o) => !agrees(o, worked)) || others.some((o) => isApart(place, o, aliases))) return [];
  const isWorked = derived.has(worked.figure);
  // a row of a table has its total to answer to; and what follows from the figures beside it is not the wrong one of the two
  if (
    (place.isTable && worked.kind === 'plain' && !worked.isOfSection) ||
    (derived.has(place.figure) && !isWorked)
  )
    return [];
  const [factor = 1] = factorsOf(place, worked);
  const ratio = place.figure.high / (worked.figure.high * factor);
  const most = isDuration(place.figure) ? mostLonger : mostApart;
  if (ratio > most || ratio < 1 / most) return [];
  return [claimOf(place, worked, false, isWorked ? 0.76 : 0.72)];
}

function agrees(a: Place, b: Place): boolean {
  return factorsOf(a, b).some((n) => fits(a.figure, b.figure, n) || fits(b.figure, a.figure, 1 / n));
}

function fits(a: Figure, b: Figure, n: number): boolean {
  const end = (which: 'low' | 'high', spread: Interval): boolean =>
    fitOf(a, which, b[which] * n, { low: spread.low * n, high: spread.high * n }).fits;
  const near = (which: 'low' | 'high'): boolean =>
    Math.abs(a[which] - b[which] * n) <= leastApart * Math.abs(a[which]);
  return (
    isInside(b, a, n) ||
    (near('low') && near('high')) ||
    (end('low', spreadOf(b, 'low')) && end('high', spreadOf(b, 'high')))
  );
}

/** A summary rounds what it sums up, and goes on with that. */
const leastApart = 0.005;

function claimOf(place: Place, other: Place, isRight: boolean, confidence: number): Claim {
  const { figure: stated } = place;
  const [factor = 1] = factorsOf(place, other);
  const recomputed = { low: other.figure.low * factor, high: other.figure.high * factor };
  return recomputedClaim({
    kind: 'repeated',
    stated,
    operands: [other.figure],
    fits: isRight,
    recomputed,
    working: said(other.figure),
    message: `the summary says ${said(stated)}, and further on it comes to ${likeFigure(recomputed, stated)}`,
    confidence,
  });
}
