// What is said of the rows of a table in words: `Database: 40% of total`, `AI is the largest cost`, `cheapest: Hetzner`.

import type { Interval } from '../../quantity/interval.ts';
import { fitOf } from '../judge/compare.ts';
import { said } from '../print.ts';
import type { Claim, Figure, Heading, Passage } from '../types.ts';
import { wordsOf } from './facts.ts';
import { type Grid, isShare, type Row } from './grid.ts';
import type { Entry } from './ledger.ts';
import { recomputedClaim } from './recomputed.ts';
import type { Spoken } from './spoken.ts';
import { superlativeClaim, wordsFigure } from './superlative.ts';

interface Part {
  readonly label: string;
  readonly words: readonly string[];
  readonly figure: Figure;
}

/** One column of money of a table: its parts, and their total where there is one. */
export interface Breakdown {
  readonly parts: readonly Part[];
  readonly total: Figure | undefined;
  readonly heading: string;
  readonly under: Heading | undefined;
}

/** A table with more rows is a list of things, not a breakdown that a sentence speaks of. */
const mostParts = 60;
const mostBreakdowns = 200;

export function breakdownsOf(grid: Grid): readonly Breakdown[] {
  if (grid.rows.length > 2 * mostParts) return [];
  return grid.columns
    .filter((c) => c.hasMoney && c.filled > 0.5 && !c.isPrice && !c.isShare && c.index > 0)
    .map((column) => {
      const figureOf = (row: Row): Figure | undefined => row.cells[column.index]?.figure;
      const parts = grid.rows.flatMap((row): Part[] => {
        const figure = figureOf(row);
        return row.kind === 'plain' && figure !== undefined
          ? [{ label: row.label, words: wordsOf(row.label), figure }]
          : [];
      });
      const totals = grid.rows.filter((r) => r.kind === 'total');
      const total = totals.length === 1 && totals[0] !== undefined ? figureOf(totals[0]) : undefined;
      return { parts, total, heading: column.heading, under: grid.under };
    })
    .filter((b) => b.parts.length >= 2 && b.parts.length <= mostParts);
}

const ofTotal =
  /(?<!\p{L})(?:of (?:the )?(?:total|overall|all|monthly|annual|whole)|of (?:costs?|spend\w*|budget|bill)|der gesamt\p{L}*|vom gesamt\p{L}*|du (?:coût )?total|del (?:costo |coste )?total|do (?:custo )?total|toplam\p{L}*|от общ\p{L}*)(?!\p{L})|总成本的|全体の/iu;

export function sharesIn(
  entries: readonly (Entry | undefined)[],
  breakdowns: readonly Breakdown[],
): readonly Claim[] {
  const whole = breakdowns
    .slice(0, mostBreakdowns)
    .filter((b) => b.total !== undefined && b.parts.length >= 3);
  if (whole.length === 0) return [];
  return entries.flatMap((entry): readonly Claim[] => {
    if (entry === undefined || !ofTotal.test(entry.passage.text) || atStage.test(entry.passage.text))
      return [];
    const shares = entry.figures.filter(isShare);
    const [share] = shares;
    const tables = whole.filter((b) => !isLater(b, entry.passage.text));
    if (share === undefined || shares.some((f) => f.bound !== 'none')) return [];
    if (shares.length > 1) return clausesOf(entry, shares).flatMap((c) => shareOf(c.words, c.share, tables));
    return shareOf(wordsOf(entry.label), share, tables);
  });
}

function shareOf(words: readonly string[], share: Figure, tables: readonly Breakdown[]): readonly Claim[] {
  const found = tables.flatMap((b) => {
    const part = partOf(b, words);
    return part === undefined || b.total === undefined ? [] : [{ ...part, total: b.total }];
  });
  const claim = found.length === 0 ? undefined : shareClaim(share, found);
  return claim === undefined ? [] : [claim];
}

const longestClause = 80;
const isPart =
  /\s(?:is|are|makes? up|ist|sind|macht|machen|est|sont|es|son|é|são)\s(?:about |around |roughly |only |rund |etwa |environ )?[~≈*_`]*$/iu;

interface Clause {
  readonly words: readonly string[];
  readonly share: Figure;
}

/** `Software is 10% of the total, operations are 55%, and servers are 35% of it`: a name and a share each. */
function clausesOf({ passage: { text } }: Entry, shares: readonly Figure[]): readonly Clause[] {
  return shares.flatMap((share, i): Clause[] => {
    const before = text.slice(Math.max(shares[i - 1]?.end ?? 0, share.start - longestClause), share.start);
    const clause = before.split(/[,;:.]\s|\s(?:and|und|et|y|e|ve|и)\s/u).at(-1) ?? '';
    const verb = isPart.exec(clause);
    return verb === null ? [] : [{ words: wordsOf(clause.slice(0, verb.index)), share }];
  });
}

/** `60% of the total at steady state` is of another bill. */
const atStage = /(?<!\p{L})at\s+(?:steady|scale|peak|launch|full|maturity|\d)/iu;

const earlier =
  /(?<!\p{L})(?:before|prior to|without|vor|ohne|avant|sans|antes d[eao]|sin|sem|до|без)\s+(?:(?:the|any|der|die|den|l['’]|la|las|el|a|as)\s*)?(\p{L}{5})/iu;

/** `before optimization` is not of the column `Optimized`. */
function isLater({ heading }: Breakdown, text: string): boolean {
  const stem = earlier.exec(text)?.[1];
  return stem !== undefined && heading.toLowerCase().includes(stem.toLowerCase());
}

interface Found {
  readonly figures: readonly Figure[];
  readonly total: Figure;
}

/** The row that the words name, or the rows that they name together (`Search/Caching`). */
function partOf(b: Breakdown, words: readonly string[]): { readonly figures: readonly Figure[] } | undefined {
  if (words.length === 0) return undefined;
  const named = b.parts.filter((p) => p.words.some((w) => words.includes(w)));
  const covered = new Set(named.flatMap((p) => p.words));
  const strong = named.filter(
    (p) =>
      words.includes(p.words[0] ?? '') ||
      p.words.filter((w) => words.includes(w)).length * 2 >= p.words.length,
  );
  if (strong.length === 0 || strong.length > 2 || strong.length !== named.length) return undefined;
  if (!words.some((w) => covered.has(w))) return undefined;
  return { figures: strong.map((p) => p.figure) };
}

function shareClaim(share: Figure, found: readonly Found[]): Claim | undefined {
  const value = ({ figures, total }: Found): number =>
    (figures.reduce((n, f) => n + f.high, 0) / total.high) * 100;
  const spread = (v: number): Interval => ({ low: v - 0.5, high: v + 0.5 });
  const fits = (f: Found): boolean => {
    const v = value(f);
    const parts = (end: 'low' | 'high'): number => f.figures.reduce((n, p) => n + p[end], 0);
    // of ranges, any pairing of their ends
    const ends = [
      parts('low') / f.total.high,
      parts('high') / f.total.low,
      v / 100,
      parts('low') / f.total.low,
    ].map((x) => x * 100);
    if (
      Math.min(...ends) < Math.max(...ends) &&
      share.low >= Math.min(...ends) - 0.5 &&
      share.high <= Math.max(...ends) + 0.5
    )
      return true;
    if (share.low < share.high) return v >= share.low - 0.5 && v <= share.high + 0.5;
    return fitOf(share, 'low', v, spread(v)).fits;
  };
  const right = found.find(fits);
  const shown = right ?? found[0];
  if (shown === undefined) return undefined;
  const recomputed = { low: value(shown), high: value(shown) };
  const working = `${shown.figures.map(said).join(' + ')} of ${said(shown.total)}`;
  return recomputedClaim({
    kind: 'share',
    stated: share,
    operands: [...shown.figures, shown.total],
    fits: right !== undefined,
    recomputed,
    working,
    confidence: 0.8,
  });
}

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
    // a table in the same section is meant before others
    const own = all.filter((b) => under !== undefined && b.under?.passage === under.passage);
    const compared = nameOf(text, match, own) === undefined ? all : own;
    const named = nameOf(text, match, compared);
    if (named === undefined) return [];
    if (ranked === null) return againstRows(named, low !== null, compared, passage);
    const rank = /third|3rd|dritt|trois|tercer|terceir/i.test(ranked[0]) ? 3 : 2;
    return rankClaim(named, rank, ranked[0].toLowerCase(), compared, passage);
  });
}

/** `Registry on Basic (cheapest tier)`: of what one service is sold in, and not of the services. */
function isOfTiers(text: string, { index, 0: word }: RegExpExecArray): boolean {
  return (
    /\(\s*(?:the\s+)?$/.test(text.slice(0, index)) &&
    /^\s+(?:tiers?|plans?|skus?|sizes?|class|levels?|options?)\s*\)/i.test(text.slice(index + word.length))
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
