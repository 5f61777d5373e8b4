// What something costs for each, and what it comes to for so many, on lines of their own: `Base: $15/host/month` and `Tracing:
// $31/host/month`, then `Estimate (5 hosts + tracing): $230/month`; or the estimate in another section, under the same name.

import { lengthsBetween, periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { numberLike, said } from '../../print.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { wordsOf } from '../content/facts.ts';
import type { FiguresOf } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import type { Spoken } from '../content/spoken.ts';

interface Rate {
  readonly figure: Figure;
  readonly noun: string;
  /** The words in front of it. */
  readonly words: readonly string[];
}

/** Rates under one line: `Watcher (managed):`. */
interface Tariff {
  readonly lead: Passage;
  readonly rates: readonly Rate[];
  /** Whether something else is charged for beside them. */
  readonly hasMore: boolean;
}

interface Estimate {
  readonly stated: Figure;
  readonly count: Figure;
  readonly noun: string;
}

const longest = 160;
/** More of them come to anything. */
const mostRates = 4;
/** Each estimate is held against each of them. */
const mostTariffs = 300;
const another =
  /(?<!\p{L})(?:if|up to|includ\p{L}*|save\p{L}*|saving\p{L}*|vs|versus|instead|over|than|first|additional|extra|free|discount\p{L}*|wenn|bis|inkl\p{L}*|enthält|inclus\p{L}*|incl\p{L}*|dahil|spar\p{L}*|statt|si|jusqu|économ\p{L}*|au lieu|hasta|ahorr\p{L}*|até|economi\p{L}*|eğer|если)(?!\p{L})/iu;

export function forCountIn(spoken: readonly Spoken[], figuresOf: FiguresOf): readonly Claim[] {
  const tariffs = tariffsIn(spoken, figuresOf);
  if (tariffs.length === 0 || tariffs.length > mostTariffs) return [];
  return spoken.flatMap((place): readonly Claim[] => {
    const estimate = estimateIn(place, figuresOf);
    if (estimate === undefined) return [];
    const { text } = place.passage;
    const label = text.slice(0, Math.min(estimate.stated.start, estimate.count.start));
    const tariff = tariffs.find((t) => t.lead === place.lead) ?? tariffNamed(properIn(label), tariffs);
    const claim = tariff === undefined ? undefined : judged(estimate, tariff, wordsOf(text));
    return claim === undefined ? [] : [claim];
  });
}

/** The only one that a name stands over. */
function tariffNamed(proper: readonly string[], tariffs: readonly Tariff[]): Tariff | undefined {
  const named = proper.map((w) => tariffs.filter((t) => properIn(t.lead.text).includes(w)));
  return named.find((t) => t.length === 1)?.[0];
}

function properIn(text: string): readonly string[] {
  return (text.match(/\p{Lu}[\p{L}\d]{3,}/gu) ?? []).map((w) => w.toLowerCase());
}

function tariffsIn(spoken: readonly Spoken[], figuresOf: FiguresOf): readonly Tariff[] {
  const groups = new Map<Passage, Spoken[]>();
  for (const place of spoken) {
    if (place.lead !== undefined && place.kind !== 'heading' && place.passage.text.length <= longest)
      pushTo(groups, place.lead, place);
  }
  return [...groups].flatMap(([lead, places]): Tariff[] => {
    let hasMore = false;
    const rates = places.flatMap(({ passage }): Rate[] => {
      const money = figuresOf(passage).filter((f) => !f.name && currencyOf(f) !== '');
      const [figure] = money;
      const noun = figure === undefined ? undefined : nounOf(figure, -1);
      const isRate = money.length === 1 && figure?.perCount === 1 && figure.bound === 'none';
      if (figure === undefined || noun === undefined || !isRate || periodOf(figure.unit) === '') {
        hasMore ||= money.some((f) => !isPlainAmount(f));
        return [];
      }
      return [{ figure, noun, words: wordsOf(passage.text.slice(0, figure.start)) }];
    });
    return rates.length === 0 || rates.length > mostRates ? [] : [{ lead, rates, hasMore }];
  });
}

/** `host`, of `5 hosts` and of `$15/host`. */
function nounOf({ unit }: Figure, power: 1 | -1): string | undefined {
  const counts = unit.factors.filter((f) => f.atom.kind === 'count');
  return counts.length === 1 && counts[0]?.power === power ? counts[0].atom.name : undefined;
}

function estimateIn({ passage, kind }: Spoken, figuresOf: FiguresOf): Estimate | undefined {
  const { text } = passage;
  if (kind === 'heading' || text.length > longest || /[×*÷@]/.test(text) || another.test(text))
    return undefined;
  const figures = figuresOf(passage).filter((f) => !f.name);
  const counts = figures.filter((f) => f.unit.factors.length === 1 && nounOf(f, 1) !== undefined);
  // a month, and perhaps the year that it makes
  const [stated, year, ...more] = figures.filter((f) => currencyOf(f) !== '');
  const [count] = counts;
  const noun = count === undefined ? undefined : nounOf(count, 1);
  if (count === undefined || noun === undefined || counts.length > 1 || more.length > 0) return undefined;
  if (count.bound !== 'none' || count.low !== count.high || count.low <= 0) return undefined;
  if (
    stated === undefined ||
    stated.bound !== 'none' ||
    !isPlainAmount(stated) ||
    periodOf(stated.unit) === ''
  )
    return undefined;
  // the count is in the label, or right behind the amount: `$92/month for 2 hosts`
  const isLed = count.end <= stated.start && /[:：=][\s*_~≈]*$/.test(text.slice(count.end, stated.start));
  const isFor =
    stated.end <= count.start &&
    /^[\s*_]*(?:for|für|pour|para|per|için|на|для)\s*$/iu.test(text.slice(stated.end, count.start));
  const isYear = year === undefined || /=[\s*_~≈]*$/.test(text.slice(0, year.start));
  return (isLed || isFor) && isYear ? { stated, count, noun } : undefined;
}

function judged(
  { stated, count, noun }: Estimate,
  tariff: Tariff,
  words: readonly string[],
): Claim | undefined {
  const rates = tariff.rates.filter((r) => r.noun === noun && currencyOf(r.figure) === currencyOf(stated));
  // what else is charged for may be in it, unless it says what is
  if (rates.length === 0 || (tariff.hasMore && !rates.some((r) => r.words.some((w) => words.includes(w)))))
    return undefined;
  const period = periodOf(stated.unit);
  const each = (set: readonly Rate[], end: 'low' | 'high'): readonly number[] =>
    set
      .map((r) => lengthsBetween(period, periodOf(r.figure.unit)).map((n) => n * r.figure[end] * count.high))
      .reduce((sums, values) => sums.flatMap((s) => values.map((v) => s + v)), [0]);
  // one of them, or several together
  const isInside = (v: number): boolean => stated.low <= v && v <= stated.high;
  const fits = subsets(rates)
    .slice(1)
    .some(
      (set) =>
        each(set, 'high').some(isInside) ||
        (['low', 'high'] as const).every((end) =>
          each(set, end).some((v) => fitOf(stated, end, v, { low: v * 0.99, high: v * 1.01 }).fits),
        ),
    );
  const recomputed = { low: each(rates, 'low')[0] ?? 0, high: each(rates, 'high')[0] ?? 0 };
  const sum = rates.map((r) => said(r.figure)).join(' + ');
  return recomputedClaim({
    kind: 'per-unit',
    stated,
    operands: [count, ...rates.map((r) => r.figure)],
    fits,
    recomputed,
    working: `${numberLike(count.high, count)} × ${rates.length > 1 ? `(${sum})` : sum}`,
    confidence: 0.74,
  });
}

/** The empty one first. */
function subsets<T>(list: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = list;
  if (first === undefined) return [[]];
  const others = subsets(rest);
  return [...others, ...others.map((s) => [first, ...s])];
}
