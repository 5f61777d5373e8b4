// Sections one after the other that each say an amount or a share under the same label, `Saving: 94%`, and a column of a table with as
// many rows. Where all but one agree in their order, and the row of that one is called after its section, the two say the same.

import { periodOf } from '../../judge/calendar.ts';
import { agrees } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import { wordsOf } from '../content/facts.ts';
import { type Grid, isShare } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { comparedClaim } from '../content/recomputed.ts';

const leastRows = 3;
const mostRows = 40;
/** Every list of sections is held against each column of its length. */
const mostColumns = 200;
const longestLabel = 40;

interface Place {
  readonly figure: Figure;
  /** The row's label, or the section's heading. */
  readonly name: string;
}

/** One figure for each row, or for each section. */
export type Column = readonly Place[];

/** The figures of the plain rows, in columns that are full of amounts or shares. */
export function fullColumns(grid: Grid): readonly Column[] {
  if (grid.rows.length > 2 * mostRows) return [];
  const rows = grid.rows.filter((r) => r.kind === 'plain');
  if (rows.length < leastRows || rows.length > mostRows) return [];
  return grid.columns.flatMap(({ index }) => {
    const places = rows.flatMap(({ label, cells }) => {
      const figure = cells[index]?.figure;
      return figure !== undefined && isMeasured(figure) ? [{ figure, name: label }] : [];
    });
    return index > 0 && places.length === rows.length ? [places] : [];
  });
}

function isMeasured(figure: Figure): boolean {
  return (currencyOf(figure) !== '' || isShare(figure)) && figure.bound === 'none' && !figure.name;
}

/** `sums`: totals that add up; what is right in itself is held against tables by its name. */
export function inOrderIn(
  entries: readonly (Entry | undefined)[],
  columns: readonly Column[],
  sums: ReadonlySet<Figure>,
): readonly Claim[] {
  if (columns.length === 0 || columns.length > mostColumns) return [];
  return sectionFigures(entries).flatMap((own) => {
    const alike = columns.filter((c) => c.length === own.length && c.every((p, i) => isAlike(p, own[i])));
    const missed = alike.map((c) => c.flatMap((p, i) => (agree(p, own[i]) ? [] : [i])));
    // all agree in one of them: that is the one that is meant
    if (missed.some((m) => m.length === 0)) return [];
    const nearly = alike.filter((_, k) => missed[k]?.length === 1);
    const [column] = nearly;
    if (column === undefined || nearly.length > 1) return [];
    const odd = column.findIndex((p, i) => !agree(p, own[i]));
    const [section, row] = [own[odd], column[odd]];
    const amounts = new Set(column.filter((_, i) => i !== odd).map((p) => p.figure.high));
    // the same over and over, or nothing, agrees with anything
    if (amounts.size < own.length - 1 || amounts.has(0)) return [];
    if (section === undefined || sums.has(section.figure)) return [];
    if (row === undefined || !isNamed(row.name, section.name, own)) return [];
    return [
      comparedClaim({
        kind: 'repeated',
        stated: section.figure,
        other: row.figure,
        fits: false,
        message: `the table says ${likeFigure(row.figure, section.figure)} for “${row.name}”, not ${said(section.figure)}, and agrees with the sections beside this one`,
        confidence: own.length > leastRows ? 0.78 : 0.74,
      }),
    ];
  });
}

/** A word of the row stands in the heading, and not in all of them. */
function isNamed(row: string, heading: string, all: Column): boolean {
  const isIn = (word: string, text: string): boolean => text.toLowerCase().includes(word);
  return wordsOf(row).some(
    (w) =>
      /\p{L}/u.test(w) && w.length > 1 && isIn(w, heading) && all.filter((p) => isIn(w, p.name)).length === 1,
  );
}

/** What sections under one heading say under one label, once in each. */
function sectionFigures(entries: readonly (Entry | undefined)[]): readonly Column[] {
  const groups = new Map<string, { readonly section: Passage; readonly figure: Figure }[]>();
  const parents = new Map<Passage | undefined, number>();
  for (const entry of entries) {
    const under = entry?.under;
    if (entry === undefined || under === undefined || entry.label.length > longestLabel) continue;
    const [figure, ...more] = entry.figures.filter(isMeasured);
    const words = wordsOf(entry.label).join(' ');
    if (figure === undefined || more.length > 0 || !/[:：]/.test(entry.passage.text)) continue;
    const above = under.above?.passage;
    const parent = parents.get(above) ?? parents.size;
    parents.set(above, parent);
    pushTo(groups, `${parent} ${isShare(figure) ? '%' : currencyOf(figure)} ${words}`, {
      section: under.passage,
      figure,
    });
  }
  return [...groups.values()]
    .filter((g) => g.length >= leastRows && g.length <= mostRows)
    .filter((g) => new Set(g.map((s) => s.section)).size === g.length)
    .map((g) => g.map(({ section, figure }) => ({ figure, name: section.text })));
}

function isAlike({ figure: a }: Place, other: Place | undefined): boolean {
  const b = other?.figure;
  if (b === undefined || isShare(a) !== isShare(b) || currencyOf(a) !== currencyOf(b)) return false;
  const [pa, pb] = [periodOf(a.unit), periodOf(b.unit)];
  return pa === pb || pa === '' || pb === '';
}

function agree({ figure: a }: Place, other: Place | undefined): boolean {
  return other !== undefined && agrees(a, other.figure);
}
