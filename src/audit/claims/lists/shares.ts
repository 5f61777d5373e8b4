// The share that a row of a table is said to have in its total: `Database: 40% of total`.

import type { Interval } from '../../../quantity/interval.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Breakdown, mostBreakdowns } from '../content/breakdowns.ts';
import { wordsOf } from '../content/facts.ts';
import { isShare } from '../content/grid.ts';
import type { Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

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
