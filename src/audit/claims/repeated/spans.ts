// One amount for a shorter and for a longer time, on lines of their own: `Monthly cost: $151` and `Annual cost: $1,812`, `Annual
// savings` and `3-year savings`, `Daily cost` and `Monthly cost`. Said only of lines that have the same words otherwise, or are both what all comes to.

import { isPeriodWord } from '../../figures/words.ts';
import { lengthsBetween, periodOf } from '../../judge/calendar.ts';
import type { Claim } from '../../types.ts';
import type { Fact } from '../content/facts.ts';
import { periodOfText } from '../content/grid.ts';
import { isYearlyOffer, notTheSame, scaledClaim } from '../passages/periods.ts';

/** What an amount for each may follow from. */
const shorter: Readonly<Record<string, readonly string[]>> = {
  year: ['month'],
  month: ['day', 'week'],
  week: ['day'],
  day: ['hour'],
};

/** Lines with amounts that are looked back on. */
const window = 8;

export function spansIn(facts: readonly Fact[]): readonly Claim[] {
  return facts.flatMap((long, i) => {
    // a table's own columns and rows are relations.ts's business
    if (!(long.period in shorter) || long.isTable || long.figure.bound !== 'none' || hasCalculation(long))
      return [];
    const before = facts.slice(Math.max(0, i - window), i).reverse();
    // behind another of its kind begins what that one is of
    const last = before.findIndex((f) => isAlike(f, long));
    const own = last === -1 ? before : before.slice(0, last);
    const short = own.find((f, distance) => isShorter(f, long) && belongs(f, long, distance));
    // `1-year: $54` and `3-year: $270` are terms to choose from
    if (short !== undefined && long.periods > 1 && short.period === 'year' && wordsOf(short) === '')
      return [];
    const nearer = short === undefined ? [] : own.slice(0, own.indexOf(short));
    // a month that stands nearer is as likely to be the one that is meant
    if (short !== undefined && wordsOf(short) === '' && nearer.some((f) => isShorter(f, long))) return [];
    const claim = short === undefined ? undefined : claimOf(short, long);
    return claim === undefined ? [] : [claim];
  });
}

function isAlike(a: Fact, b: Fact): boolean {
  return (
    a.currency === b.currency && a.period === b.period && a.periods === b.periods && wordsOf(a) === wordsOf(b)
  );
}

/** What an amount is of, whatever it is for: `jährliche Kosten`, `3-year savings`. */
function wordsOf({ words, periods }: Fact): string {
  return words.filter((w) => !isPeriodWord(w) && w !== String(periods)).join(' ');
}

/** What has a calculation of its own is checked there. */
function hasCalculation({ figure }: Fact): boolean {
  return /[×*÷+=]/.test(figure.passage.text.slice(0, figure.start));
}

function isShorter(short: Fact, long: Fact): boolean {
  if (short.periods !== 1) return false;
  if (short.period === long.period) return long.period === 'year' && long.periods > 1;
  return shorter[long.period]?.includes(short.period) === true;
}

const costWords =
  /(?<!\p{L})(?:cost|total|spend|expense|bill|kosten|coût|costo|coste|custo|gasto|maliyet|gider)\p{L}*|стоимост|расход|费用|成本|コスト|費用/iu;
/** From year to year it becomes more, or less. */
const changes =
  /(?<!\p{L})(?:grow\p{L}*|inflation|discount\p{L}*|increas\p{L}*|npv|wachs\p{L}*|rabatt|croissance|remise|crec\p{L}*|descuento|cresc\p{L}*|desconto|büyü\p{L}*|indirim)(?!\p{L})|рост|скидк|增长|折扣/iu;

function belongs(short: Fact, long: Fact, distance: number): boolean {
  if (short.currency !== long.currency || short.under?.passage !== long.under?.passage) return false;
  if (short.figure.passage === long.figure.passage || short.figure.bound !== 'none') return false;
  if (short.isTable && short.kind !== 'total') return false;
  // of a month's days not all need be worked: only what has the same words, and is said right in front
  if (long.period !== 'year' && !isCostFor(short, long, distance)) return false;
  // `Total, year 2` is one year of several
  const isOneOf = /(?<!\p{L})(?:year|yr|jahr|année|an|año|ano|yıl|год)\s*\d/iu;
  if (isOneOf.test(short.label) || isOneOf.test(long.label)) return false;
  const isSame = wordsOf(short) === wordsOf(long);
  if (isSame && wordsOf(short) !== '') return true;
  // right in front of it, or a total a little further up
  if (distance > 0 && (short.kind !== 'total' || distance > 3)) return false;
  // by its label, its unit, or the heading of its column
  const isSaid = (f: Fact): boolean =>
    periodOfText(f.label).period !== '' ||
    periodOf(f.figure.unit) !== '' ||
    (f.isTable && f.kind === 'total');
  if (isSame) return [short, long].every(isSaid);
  return long.periods === 1 && short.kind === 'total' && (long.kind === 'total' || long.words.length === 0);
}

/** `Daily cost: $15` and `Monthly cost: $450`; not what may be spent at most. */
function isCostFor(short: Fact, long: Fact, distance: number): boolean {
  const isSaid = [short, long].every(
    (f) => periodOfText(f.label).period === f.period && f.source === long.source,
  );
  const texts = `${short.figure.passage.text} ${long.figure.passage.text}`;
  return isSaid && distance === 0 && wordsOf(short) === wordsOf(long) && !notTheSame.test(texts);
}

function claimOf(short: Fact, long: Fact): Claim | undefined {
  const isSame = wordsOf(short) === wordsOf(long);
  const isSpent = [short, long].some((f) => costWords.test(f.label));
  const lengths = lengthsBetween(long.period, short.period).map((n) => n * long.periods);
  const texts = `${short.figure.passage.text} ${long.figure.passage.text}`;
  const isDoubtful =
    !isSame ||
    (isRange(long) && !isRange(short)) ||
    (!isSpent && isOffered(short, long)) ||
    (long.periods > 1 && changes.test(texts));
  return scaledClaim(short.figure, long.figure, lengths, isDoubtful ? 0.5 : long.periods > 1 ? 0.76 : 0.85);
}

/** A range does not follow from one amount. */
function isRange({ figure }: Fact): boolean {
  return figure.low < figure.high;
}

/** Prices to choose from, of which that for a year is often lower. */
function isOffered(short: Fact, long: Fact): boolean {
  const ratio = long.figure.high / short.figure.high;
  const isBare = short.words.length === 0 && ratio >= 6 && ratio < 12;
  return isBare || isYearlyOffer(short.figure, long.figure);
}
