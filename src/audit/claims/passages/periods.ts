// The same amount said for two periods, side by side: `$5.25/month, $63/year`, `€480 a year (€40/month)`.

import type { Interval } from '../../../quantity/interval.ts';
import { divide } from '../../../quantity/unit.ts';
import { spreadOf } from '../../figures/spread.ts';
import { unitWord } from '../../figures/words.ts';
import { lengthsBetween, periodOf } from '../../judge/calendar.ts';
import { fitOf, isRoundedFor } from '../../judge/compare.ts';
import { isRoundOffer } from '../../judge/offers.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { periodOfText } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

/** What may stand between two ways to say one amount. */
const between =
  /^[\s*_`]*(?:[,;(（/|≈–—→⇒-]|=>|->|or|so|thus|hence|i\.e\.|that is|oder|ou|veya|bzw\.|also|daher|macht|donc|portanto|yani)+[\s(*_`]*(?:or|so|i\.e\.|that is|which is|about|approx\.?|roughly|etwa|ca\.|env\.|soit|d\.h\.|also|oder|ou|yani|~|≈|\s)*[\s(*_`]*$/i;

/** An amount for a longer time need not be so many times that for a shorter one. */
export const notTheSame =
  /(?<!\p{L})(?:billed|upfront|prepaid|annual plan|discount|if paid|when paid|commit|reserved|jährliche zahlung|rabatt|facturé|cobrado|save|off|caps?|capped|limits?|limited|breakers?|ceilings?|quotas?|grenze|plafond|límite|limite|лимит)(?!\p{L})|上限/iu;

/** Two ways to say one thing stand side by side. */
const mostApart = 40;

/** What is spent; not what a plan is sold for, which is often less by the year. */
const spent =
  /(?<!\p{L})(?:cost|total|spend|spent|bill|expense|saving|budget|pay(?!wall)|kost|gesamt|ausgab|ersparnis|zahl|coût|coûte|dépens|économi|cuest|cost|gast|ahorr|custa|custo|economi|tutar|maliyet|gider|tasarruf)\p{L}*|стоим|расход|эконом|费用|成本|节省|総額|費用|コスト/iu;

export function periodsIn(text: string, figures: readonly Figure[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (let i = 0; i + 1 < figures.length; i++) {
    const [a, b] = [figures[i], figures[i + 1]];
    if (a === undefined || b === undefined || b.start - a.end > mostApart) continue;
    const gap = text.slice(a.end, b.start);
    // behind an arrow stands what something comes to: the amount alone, or all in front of it
    const isResult = /[→⇒]|[=-]>/.test(gap) && i > 0;
    // an operand is not what the amount in front comes to: `$70,000/year ($5,000/month × 14)`
    if (isResult || /^\s*[×*·x]\s?\d/u.test(text.slice(b.end))) continue;
    const claim = between.test(gap)
      ? (samePeriods(a, b, text) ?? sameCounts(a, b, text, gap))
      : (remarkedPeriods(a, b, text, gap) ?? labelledPeriods(a, b, text, gap, figures[i - 1]?.end ?? 0));
    if (claim !== undefined) claims.push(claim);
  }
  return claims;
}

/** `stated`: what the second is in the document, where its period is said beside it. */
function samePeriods(a: Figure, b: Figure, text: string, stated = b): Claim | undefined {
  if (currencyOf(a) === '' || currencyOf(a) !== currencyOf(b) || a.perCount !== 1 || b.perCount !== 1)
    return undefined;
  if (a.bound !== 'none' || b.bound !== 'none' || a.name || b.name) return undefined;
  const [pa, pb] = [periodOf(a.unit), periodOf(b.unit)];
  if (pa === '' || pb === '' || pa === pb) return undefined;
  const plain = (f: Figure): boolean => f.unit.factors.length === 2;
  if (!plain(a) || !plain(b)) return undefined;
  const ratio =
    pb === 'year' && pa === 'month' ? b.high / a.high : pa === 'year' && pb === 'month' ? a.high / b.high : 0;
  const isChoice = /(?<!\p{L})(?:or|oder|ou|o|veya|или)(?!\p{L})/iu.test(
    text.slice(a.end, Math.max(a.end, b.start)),
  );
  const offer =
    (isChoice && isYearlyOffer(a, b)) || (ratio >= 5 && ratio < 12 && !spent.test(text)) || isCapped(a, b);
  return scaledClaim(a, stated, lengthsBetween(pb, pa), notTheSame.test(text) ? 0.4 : offer ? 0.55 : 0.85);
}

/** `1,000 requests/day → 30,000/month`; a comma between them would be two limits. */
function sameCounts(a: Figure, b: Figure, text: string, gap: string): Claim | undefined {
  const [count, ...others] = countsOf(a);
  if (count === undefined || others.length > 0 || !/[(（→⇒=≈]|[=-]>/.test(gap)) return undefined;
  if (countsOf(b).some((name) => name !== count) || !isRate(a) || !isRate(b)) return undefined;
  // `100 a month (3-5 a day)`: the days need not be alike
  if ([a, b].some((f) => f.bound !== 'none' || f.name) || isRange(a) !== isRange(b)) return undefined;
  const lengths = lengthsBetween(periodOf(b.unit), periodOf(a.unit));
  const [length = 1] = lengths;
  const off = length === 1 ? 0 : b.high / (a.high * length);
  // far off, it is a limit, or one is of the busiest time
  const isFar = off > 3 || off < 1 / 3 || notTheSame.test(text) || ofSome.test(text);
  return length === 1 ? undefined : scaledClaim(a, b, lengths, isFar ? 0.4 : 0.76);
}

const ofSome =
  /(?<!\p{L})(?:peak|max|maxim\p{L}*|minim\p{L}*|burst|free|spitze|pico|pointe|zirve)(?!\p{L})|峰|ピーク|пик/iu;

function isRange(figure: Figure): boolean {
  return figure.low < figure.high;
}

function countsOf({ unit }: Figure): readonly string[] {
  return unit.factors.flatMap((f) => (f.atom.kind === 'count' ? [f.atom.name] : []));
}

/** So many in a time, and nothing else. */
function isRate({ unit, perCount }: Figure): boolean {
  const rest = unit.factors.filter((f) => f.atom.kind !== 'count');
  return perCount === 1 && rest.length === 1 && rest[0]?.power === -1 && periodOf(unit) !== '';
}

/** On lines of their own, the second with nothing in front: `Saving: $400/month`, `$4,800/year`. */
export function periodLinesIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return entries.flatMap((entry, i): readonly Claim[] => {
    const next = entries[i + 1];
    const [a, ...more] = entry?.figures.filter((f) => currencyOf(f) !== '') ?? [];
    const [b, ...others] = next?.figures ?? [];
    if (entry === undefined || next === undefined || a === undefined || b === undefined) return [];
    if (more.length + others.length > 0 || entry.label === '' || next.label !== '') return [];
    if (entry.under !== next.under || /[×*·÷+]|\d\s+x\s/.test(entry.passage.text)) return [];
    const claim = samePeriods(a, b, `${entry.passage.text} ${next.passage.text}`);
    return claim === undefined ? [] : [claim];
  });
}

/** `$10.02/month (yearly $120.24)` */
function remarkedPeriods(a: Figure, b: Figure, text: string, gap: string): Claim | undefined {
  const label = /^[\s*_`]*[(（]\s*([\p{L} ]{2,20}?)\s*[:：]?\s*[~≈]?$/u.exec(gap)?.[1];
  const period = label === undefined ? '' : periodOfText(label).period;
  if (period === '' || b.low < b.high || periodOf(b.unit) !== '' || b.unit.factors.length !== 1)
    return undefined;
  const unit = unitWord(period);
  return unit === undefined ? undefined : samePeriods(a, { ...b, unit: divide(b.unit, unit) }, text, b);
}

/** The year is paid at once, and for less: the figures that are for a month and for a year. */
export function isYearlyOffer(a: Figure, b: Figure): boolean {
  const [monthly, yearly] = a.high < b.high ? [a, b] : [b, a];
  return isRoundOffer(yearly.high, monthly.high * 12, yearly.step);
}

/** `$144/month ($0.216/hour)`: vendors charge no more than so many hours. */
function isCapped(a: Figure, b: Figure): boolean {
  const [hourly, monthly] = periodOf(a.unit) === 'hour' ? [a, b] : [b, a];
  const hours = monthly.high / hourly.high;
  return periodOf(hourly.unit) === 'hour' && periodOf(monthly.unit) === 'month' && hours > 600 && hours < 760;
}

/** `Monthly cost: $151 | Annual cost: $1,812` */
function labelledPeriods(a: Figure, b: Figure, text: string, gap: string, from: number): Claim | undefined {
  const second = /^[\s*_`]*[|,;/·•–—-][\s*_`]*([\p{L} ]{3,30})[:=][\s*_`]*$/u.exec(gap)?.[1];
  if (second === undefined || currencyOf(a) === '' || currencyOf(a) !== currencyOf(b)) return undefined;
  if ([a, b].some((f) => f.bound !== 'none' || f.perCount !== 1 || f.unit.factors.length > 2))
    return undefined;
  const first = text.slice(Math.max(from, a.start - 40), a.start);
  const [pa, pb] = [periodOfText(first).period, periodOfText(second).period];
  if (pa === '' || pb === '' || pa === pb || !/[:=][\s*_`]*$/.test(first)) return undefined;
  const words = (label: string): string =>
    label
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.filter((w) => periodOfText(w).period === '')
      .join(' ') ?? '';
  if (words(first) !== words(second)) return undefined;
  return scaledClaim(a, b, lengthsBetween(pb, pa), spent.test(first) && spent.test(second) ? 0.85 : 0.55);
}

/** `stated` should be `base` times one of the factors; the first is the one to explain. */
export function scaledClaim(
  base: Figure,
  stated: Figure,
  factors: readonly number[],
  confidence: number,
): Claim | undefined {
  const [first] = factors;
  if (first === undefined) return undefined;
  const fits = (factor: number): boolean => {
    const at = (end: 'low' | 'high'): boolean => {
      const spread = spreadOf(base, end);
      const scaled: Interval = { low: spread.low * factor, high: spread.high * factor };
      return fitOf(stated, end, base[end] * factor, scaled).fits;
    };
    return at('low') && at('high');
  };
  const fitting = factors.find((factor) => fits(factor) || isRoundedFor(base, stated, factor));
  const factor = fitting ?? first;
  const recomputed = { low: base.low * factor, high: base.high * factor };
  const shown = factor >= 1 ? `× ${short(factor)}` : `/ ${short(1 / factor)}`;
  const working = `${said(base)} ${shown}`;
  const loose = base.about || stated.about;
  const off = Math.abs(stated.high - recomputed.high) / Math.max(stated.high, recomputed.high);
  return recomputedClaim({
    kind: 'period',
    stated,
    operands: [base],
    fits: fitting !== undefined,
    recomputed,
    working,
    confidence: confidence - (loose && off < 0.15 ? 0.35 : 0),
  });
}

function short(factor: number): string {
  return String(Math.round(factor * 100) / 100);
}
