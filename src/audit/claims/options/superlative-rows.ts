// What is called the cheapest or the largest cost in a sentence, `AI is the largest cost`, `cheapest: Hetzner`, against the rows of the
// tables that have it.

import { said } from '../../print.ts';
import type { Claim, Passage } from '../../types.ts';
import { type Breakdown, mostBreakdowns, type Part } from '../content/breakdowns.ts';
import { wordsOf } from '../content/facts.ts';
import type { Spoken } from '../content/spoken.ts';
import { superlativeClaim, wordsFigure } from './superlative.ts';

export const cheapest =
  /(?<!\p{L})(?:cheapest|lowest[- ]cost|least expensive|most affordable|lowest price|(?:am )?(?:günstigste|billigste)\p{L}*|(?:le|la) moins ch\p{L}+|(?:el|la) más (?:barat|económic)\p{L}*|(?:o|a) mais barat\p{L}*|en ucuz\p{L}*|сам\p{L}+ дешёв\p{L}+|сам\p{L}+ дешев\p{L}+)|最便宜|最安/iu;
export const dearest =
  /(?<!\p{L})(?:most expensive|(?:largest|biggest|highest)(?: single)? (?:cost|expense|line item|cost driver|spend)|(?:am )?teuerste\p{L}*|größte\p{L}* (?:kosten\p{L}*|posten)|(?:le|la) plus ch\p{L}+|(?:el|la) más car\p{L}*|(?:o|a) mais car\p{L}*|en pahalı|сам\p{L}+ дорог\p{L}+)|最贵|最高い/iu;
export const hedges =
  /(?<!\p{L})(?:not|never|second|next|among|one of|except|if|when|for (?:small|large|static)|after|excluding|other than|than|per|nicht|zweit\p{L}*|pas|no|não|değil|не)(?!\p{L})|不|第二/iu;

const nextLargest =
  /(?<!\p{L})(?:(?:second|third|2nd|3rd)[- ](?:largest|biggest|highest|most expensive)|(?:zweit|dritt)(?:größte|teuerste|höchste)\p{L}*|(?:deuxième|troisième) (?:plus (?:gros\p{L}*|grand\p{L}*|cher\p{L}*)|poste)|(?:segund|tercer|terceir)\p{L}* (?:mayor|maior|más car\p{L}*|mais car\p{L}*))(?!\p{L})/iu;

/** `X is the second largest`, against the bills that have a row for X. */
function rankClaim(
  words: readonly string[],
  rank: number,
  spoken: string,
  compared: readonly Breakdown[],
  passage: Passage,
): Claim[] {
  const places = compared.flatMap((b) => {
    const own = b.parts.filter((p) => isNamed(p, words));
    const [part] = own;
    if (part === undefined || own.length !== 1 || b.total === undefined) return [];
    const above = b.parts.filter((p) => p.figure.low > part.figure.high).length;
    const beside = b.parts.filter((p) => p.figure.high >= part.figure.low).length;
    return [{ part, above, holds: above < rank && beside >= rank }];
  });
  const [first] = places;
  if (first === undefined) return [];
  const holds = places.some((p) => p.holds);
  const { figure, label } = first.part;
  return [
    {
      kind: 'superlative',
      stated: wordsFigure(passage, figure),
      operands: [figure],
      verdict: holds ? 'right' : 'wrong',
      recomputed: { low: figure.low, high: figure.high },
      working: `${label}: ${said(figure)}`,
      message: holds
        ? ''
        : `${label} is not the ${spoken} with ${said(figure)}: ${first.above === 0 ? 'nothing is' : `${first.above} are`} above it`,
      confidence: holds ? 1 : 0.75,
    },
  ];
}

/** `X is the cheapest` and `cheapest: X`, against the tables that have a row for X. */
export function superlativesIn(
  spoken: readonly Spoken[],
  breakdowns: readonly Breakdown[],
): readonly Claim[] {
  const all = breakdowns.slice(0, mostBreakdowns).filter((b) => b.parts.length >= 3);
  if (all.length === 0) return [];
  return spoken.flatMap(({ passage, kind, under }): Claim[] => {
    const { text } = passage;
    if ((kind !== 'text' && kind !== 'item') || text.length > 220) return [];
    const ranked = nextLargest.exec(text);
    const low = cheapest.exec(text);
    const match = ranked ?? low ?? dearest.exec(text);
    if (match === null || hedges.test(text.replace(ranked?.[0] ?? '', ''))) return [];
    if (isOfTiers(text, match) || isOfSome(text, match)) return [];
    // parts of one bill are no choice, so that none of them is the cheapest; a table in the same section is meant before others
    const tables = ranked === null && low !== null ? all.filter((b) => b.total === undefined) : all;
    const own = tables.filter((b) => under !== undefined && b.under?.passage === under.passage);
    const compared = nameOf(text, match, own) === undefined ? tables : own;
    const named = nameOf(text, match, compared);
    if (named === undefined) return [];
    if (ranked === null) return againstRows(named, low !== null, compared, passage);
    const rank = /third|3rd|dritt|trois|tercer|terceir/i.test(ranked[0]) ? 3 : 2;
    return rankClaim(named, rank, ranked[0].toLowerCase(), compared, passage);
  });
}

/** `Registry on Basic (cheapest tier)`, `(cheapest viable option)`: of what one service is sold in, and not of the services. */
function isOfTiers(text: string, { index, 0: word }: RegExpExecArray): boolean {
  return (
    /\(\s*(?:the\s+)?$/.test(text.slice(0, index)) &&
    /^\s+(?:\p{L}[\p{L}-]+\s+)?(?:tiers?|plans?|skus?|sizes?|class|levels?|options?)\s*\)/iu.test(
      text.slice(index + word.length),
    )
  );
}

/** `the most expensive network item`: of the items of one kind. */
function isOfSome(text: string, { index, 0: word }: RegExpExecArray): boolean {
  return /^\s+\p{L}[\p{L}-]+\s+(?:items?|services?|components?|resources?|lines?|parts?)(?!\p{L})/iu.test(
    text.slice(index + word.length),
  );
}

/** The row whose label stands in the sentence, where only one does. */
function nameOf(
  text: string,
  match: RegExpExecArray,
  compared: readonly Breakdown[],
): readonly string[] | undefined {
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const leads =
    wordsOf(before).length === 0 && /^[\s:*_`–—-]*(?:option|choice|provider)?\s*[:：–—=]/i.test(after);
  const subject = leads ? after : before;
  const words = wordsOf(subject);
  if (words.length === 0 || words.length > 5) return undefined;
  const labels = compared.flatMap((b) =>
    b.parts.filter((p) => isNamed(p, words)).map((p) => p.words.join(' ')),
  );
  return new Set(labels).size === 0 ? undefined : words;
}

function isNamed(part: Part, words: readonly string[]): boolean {
  return (
    part.words.length > 0 &&
    (part.words.every((w) => words.includes(w)) || words.every((w) => part.words.includes(w)))
  );
}

/** What is called the cheapest or the dearest, against the tables that have a row for it. */
export function againstRows(
  words: readonly string[],
  smallest: boolean,
  compared: readonly Breakdown[],
  passage: Passage,
): Claim[] {
  const judged = compared.flatMap((b) => {
    const own = b.parts.filter((p) => isNamed(p, words));
    const [part] = own;
    if (part === undefined || own.length !== 1) return [];
    const others = b.parts.filter((p) => p !== part);
    const beaten = others
      .filter((p) => (smallest ? p.figure.high < part.figure.low : p.figure.low > part.figure.high))
      .sort((p, q) => (smallest ? p.figure.high - q.figure.high : q.figure.low - p.figure.low));
    return [{ part, beaten, others }];
  });
  if (judged.length === 0) return [];
  const holds = judged.some((j) => j.beaten.length === 0);
  const [first] = judged;
  const better = first?.beaten[0];
  if (first === undefined || (better === undefined && !holds)) return [];
  const stated = first.part.figure;
  const rival = better ?? first.part;
  const rivalIs = smallest ? 'lower' : 'higher';
  return [superlativeClaim(passage, stated, rival, { holds, rivalIs, confidence: 0.78 })];
}
