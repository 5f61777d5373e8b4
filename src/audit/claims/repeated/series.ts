// Lines, headings or items that say an amount for each of several named things, `Small: $20`, `Medium: $60`, `Large: $180` or `in the
// first year`, `in the second`, against a row or column of a table that has an amount for the same names. Where all others agree, and
// are not the same amount over and over, the two are of the same, and the one that differs is wrong.

import { periodOf } from '../../judge/calendar.ts';
import { agrees, coarseStep } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { offsetOf } from '../../passage.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Fact, wordsOf } from '../content/facts.ts';
import { type Grid, isShare } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { comparedClaim } from '../content/recomputed.ts';
import { counted } from '../content/titles.ts';
import { anotherCase } from '../options/statements.ts';

/** An amount under a name. */
export interface Named {
  readonly key: string;
  readonly figure: Figure;
  readonly period: string;
}

/** Amounts that stand side by side, each under its name. */
export type Series = readonly Named[];

const mostRows = 60;
const mostCells = 20_000;
/** A table with more rows of the same names is one of things. */
const mostAlike = 60;
/** Further apart, they may be meant to differ. */
const mostApart = 3;

/** The rows and columns of a table that say amounts. */
export function tableSeries(grid: Grid): readonly Series[] {
  if (grid.rows.length > mostRows) return [];
  const columns = grid.columns
    .filter((c) => c.index > 0 && !c.isShare && !c.isTimes && !c.isTime)
    .map((c) => ({ ...c, key: keyOf(c.heading) }));
  const rows = grid.rows.map(({ label, cells }) => ({ cells, key: keyOf(label) }));
  const named = (key: string, figure: Figure | undefined, period: string): Series => {
    const isAmount = figure !== undefined && figure.bound === 'none' && !figure.name && !isShare(figure);
    return key === '' || !isAmount ? [] : [{ key, figure, period: periodOf(figure.unit) || period }];
  };
  const inColumns = columns.map(({ index, period }) =>
    rows.flatMap(({ key, cells }) => named(key, cells[index]?.figure, period)),
  );
  const inRows = rows.map(({ cells }) =>
    columns.flatMap(({ key, index }) => named(key, cells[index]?.figure, '')),
  );
  return [...inColumns, ...inRows].filter((s) => s.length >= leastParts);
}

const leastParts = 3;

/** Sibling headings with an amount each, and items of a list. */
export function spokenSeries(
  headings: readonly Fact[],
  entries: readonly (Entry | undefined)[],
): readonly Series[] {
  const bySection = new Map<unknown, Named[]>();
  for (const { label, figure, period, under } of headings) {
    const key = keyOf(label);
    if (key !== '') pushTo(bySection, under?.above?.passage, { key, figure, period });
  }
  const lists: Entry[][] = [];
  /** The list that goes on at each depth. */
  let open: Entry[][] = [];
  let under: Entry['under'];
  for (const entry of entries) {
    if (entry === undefined || entry.under !== under) open = [];
    under = entry?.under;
    if (entry === undefined || entry.figures.length === 0) continue;
    const depth = Math.min(entry.depth, deepest);
    open.length = Math.min(open.length, depth + 1);
    const list = open[depth];
    if (list === undefined) {
      open[depth] = [entry];
      lists.push(open[depth]);
    } else list.push(entry);
  }
  const isShort = (list: readonly unknown[]): boolean => list.length >= leastParts && list.length <= mostRows;
  const inLists = lists.filter(isShort).map((list) => list.flatMap((e) => partOf(e) ?? []));
  return [...bySection.values(), ...inLists].filter(isShort);
}

function partOf({ passage, label, figures }: Entry): Named | undefined {
  const amounts = figures.filter((f) => currencyOf(f) !== '');
  const year = yearOf(passage.text.slice(0, figures[0]?.start ?? 0));
  const [figure] =
    amounts.length > 0 ? amounts : year === '' ? [] : figures.filter((f) => f.high >= leastPlain);
  if (figure === undefined || figure.bound !== 'none') return undefined;
  if (year === '' && (amounts.length > 1 || label.length > longestLabel)) return undefined;
  // `(with a commitment)`: the table may be of the usual case
  if (year === '' && anotherCase.test(passage.text.slice(figure.end))) return undefined;
  const key = year === '' ? keyOf(label) : year;
  return key === '' ? undefined : { key, figure, period: periodOf(figure.unit) };
}

const deepest = 20;
const leastPlain = 1000;
const longestLabel = 60;

/** The words of a name, `2. Small` and `Option B: Small` for `Small`, or which year it is. */
function keyOf(label: string): string {
  const year = yearOf(label);
  if (year !== '') return year;
  const text = label.replace(/\([^()]*\)/g, ' ');
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, '').replace(/^\d{1,2}[.)]\s+/, '');
  const name = wordsOf(bare.replace(counted, ''));
  return (name.length > 0 ? name : wordsOf(text)).join(' ');
}

const yearWord = 'years?|yr|jahr(?:es)?|année|ans?|año|ano|anno|yıl|год\\p{L}*';
const saysYear = new RegExp(yearWord, 'iu');
const ordinals: readonly RegExp[] = [
  'first|1st|erste[nrs]?|première?|primer[ao]?|primeir[oa]|ilk|birinci|перв\\p{L}+',
  'second|2nd|zweite[nrs]?|deuxième|seconde|segund[oa]|ikinci|втор\\p{L}+',
  'third|3rd|dritte[nrs]?|troisième|tercer[ao]?|terceir[oa]|üçüncü|трет\\p{L}+',
  'fourth|4th|vierte[nrs]?|quatrième|cuart[oa]|quart[oa]|dördüncü|четв[её]рт\\p{L}+',
  'fifth|5th|fünfte[nrs]?|cinquième|quint[oa]|beşinci|пят\\p{L}+',
].map((words) => new RegExp(`(?<!\\p{L})(?:${words})\\s+(?:${yearWord})(?!\\p{L})`, 'iu'));
const numbered = new RegExp(
  `(?<!\\p{L})(?:${yearWord})\\s*([1-9])(?![\\d.,])|(?<![\\d.,])([1-9])\\.\\s*(?:${yearWord})(?!\\p{L})`,
  'iu',
);

function yearOf(text: string): string {
  if (!saysYear.test(text)) return '';
  const [, after, before] = numbered.exec(text) ?? [];
  const ordinal = ordinals.findIndex((o) => o.test(text));
  const n = after ?? before ?? (ordinal === -1 ? '' : String(ordinal + 1));
  return n === '' ? '' : `year ${n}`;
}

/** `added`: amounts that are right in a total of their own. */
export function seriesIn(
  spoken: readonly Series[],
  tables: readonly Series[],
  added: ReadonlySet<Figure>,
): readonly Claim[] {
  if (spoken.length === 0 || tables.length === 0) return [];
  if (tables.reduce((n, t) => n + t.length, 0) > mostCells) return [];
  const byKey = new Map<string, Series[]>();
  for (const table of tables) for (const { key } of table) pushTo(byKey, key, table);
  return spoken.flatMap((parts) => {
    const counts = new Map<Series, number>();
    for (const key of new Set(parts.map((p) => p.key))) {
      const own = byKey.get(key) ?? [];
      if (own.length > mostAlike) return [];
      for (const table of own) counts.set(table, (counts.get(table) ?? 0) + 1);
    }
    const alike = [...counts].filter(([, n]) => n >= leastParts).map(([table]) => linksOf(parts, table));
    return judged(
      alike.filter((links) => links.length >= leastParts),
      added,
    );
  });
}

interface Link {
  readonly part: Named;
  readonly other: Named;
  readonly fits: boolean;
}

function linksOf(parts: Series, table: Series): readonly Link[] {
  return parts.flatMap((part) => {
    const own = table.filter((o) => o.key === part.key);
    const [other] = own;
    // a name that stands for two things
    if (other === undefined || own.length > 1 || parts.some((p) => p !== part && p.key === part.key))
      return [];
    return isComparable(part, other) ? [{ part, other, fits: agrees(part.figure, other.figure) }] : [];
  });
}

function isComparable(a: Named, b: Named): boolean {
  const [ca, cb] = [currencyOf(a.figure), currencyOf(b.figure)];
  return (
    (ca === cb || ca === '' || cb === '') && (a.period === b.period || a.period === '' || b.period === '')
  );
}

function judged(alike: readonly (readonly Link[])[], added: ReadonlySet<Figure>): readonly Claim[] {
  const right = alike.find((links) => links.every((l) => l.fits) && isTelling(links));
  if (right !== undefined) return right.map((link) => claimOf(link, 1));
  const nearly = alike.filter((links) => links.filter((l) => !l.fits).length === 1 && isTelling(links));
  const odd = nearly.flatMap((links) => links.filter((l) => !l.fits));
  const [first] = odd;
  if (
    first === undefined ||
    odd.some((l) => l.part !== first.part || !agrees(l.other.figure, first.other.figure))
  )
    return [];
  const { part, other } = first;
  // each is right where it stands: the two are of different things
  const isPartAdded = added.has(part.figure);
  if (isPartAdded && added.has(other.figure)) return [];
  const isNear =
    part.figure.high <= other.figure.high * mostApart && other.figure.high <= part.figure.high * mostApart;
  return [claimOf(isPartAdded ? { ...first, part: other, other: part } : first, isNear ? 0.78 : 0.6)];
}

/** Two that agree, and not by chance: they differ, and are no round numbers that anything costs. */
function isTelling(links: readonly Link[]): boolean {
  const amounts = new Set(
    links.filter((l) => l.fits && l.part.figure.high !== 0).map((l) => l.part.figure.high),
  );
  return amounts.size >= 2 && links.some((l) => l.fits && digitsOf(l.part.figure) >= 2);
}

/** Of `1,250`: three. */
function digitsOf({ high, step }: Figure): number {
  const coarse = coarseStep(high, step);
  return String(Math.round(Math.abs(high) / coarse)).length;
}

function claimOf({ part, other, fits }: Link, confidence: number): Claim {
  const isLater = offsetOf(part.figure) > offsetOf(other.figure);
  return comparedClaim({
    kind: 'repeated',
    stated: part.figure,
    other: other.figure,
    fits,
    message: `${isLater ? 'further up' : 'further down'} it is ${likeFigure(other.figure, part.figure)}, not ${said(part.figure)}, and all amounts beside it agree`,
    confidence,
  });
}
