// A heading that says how much of something its list comes to, where that is no money: `### Phase 1 – 120 hours`, `20,850 ADA`. Each
// line of the list has an amount of that unit.

import { spreadOf } from '../../figures/spread.ts';
import { pushTo } from '../../lists.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import { isDuration } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { sumOf } from '../totals/sums.ts';

const leastLines = 3;
const mostLines = 40;
/** What is further off is of something else. */
const mostOff = 0.3;

export function headedListsIn(
  entries: readonly (Entry | undefined)[],
  figuresOf: (passage: Passage) => readonly Figure[],
): readonly Claim[] {
  const lists = new Map<Passage, Entry[]>();
  for (const entry of entries) {
    const heading = entry?.under?.passage;
    if (entry !== undefined && heading !== undefined) pushTo(lists, heading, entry);
  }
  return [...lists].flatMap(([heading, list]): readonly Claim[] => {
    if (list.length < leastLines || list.length > mostLines) return [];
    const [stated, ...more] = figuresOf(heading).filter(isCounted).map(withoutNumber);
    if (stated === undefined || more.length > 0 || stated.bound !== 'none') return [];
    if (!endsWith(heading, stated) || new Set(list.map((e) => e.depth)).size > 1) return [];
    const parts = list.flatMap((e) => partOf(e, stated) ?? []);
    if (parts.length < list.length) return [];
    const addends = parts.map((figure) => ({
      row: { label: '', kind: 'plain' as const, cells: [] },
      figure,
      low: figure.low,
      high: figure.high,
    }));
    const { fits, off, recomputed } = sumOf(addends, stated);
    if (!fits && off > mostOff) return [];
    const isLoose = [stated, ...parts].some((f) => f.about || f.low < f.high);
    return [
      recomputedClaim({
        kind: 'total',
        stated,
        operands: parts,
        fits,
        recomputed,
        working: `the sum of the ${parts.length} amounts`,
        confidence: isLoose ? 0.5 : 0.74,
      }),
    ];
  });
}

/** Hours of work and coins add up; days and weeks run side by side. */
function isCounted(figure: Figure): boolean {
  const [only] = figure.unit.factors;
  if (figure.name || figure.unit.factors.length !== 1 || only?.power !== 1 || currencyOf(figure) !== '')
    return false;
  return !isDuration(figure) || only.atom.name === 'hour';
}

/** `Phase 1 – 120 hours` is no range from 1: the number is that of the phase. */
function withoutNumber(figure: Figure): Figure {
  const { text } = figure.passage;
  const own = text.slice(figure.start, figure.end);
  const [number] = /^\d{1,2}\s+[-–—]\s+/.exec(own) ?? [];
  const isNamed = /\p{L}\s*$/u.test(text.slice(0, figure.start));
  if (number === undefined || !isNamed || figure.low * 2 > figure.high) return figure;
  return {
    ...figure,
    start: figure.start + number.length,
    low: figure.high,
    spreads: { low: spreadOf(figure, 'high'), high: spreadOf(figure, 'high') },
  };
}

/** `… – 20,850 ADA`, `… (120 hours)`. */
function endsWith({ text }: Passage, { end }: Figure): boolean {
  return !/[\p{L}\p{N}]/u.test(text.slice(end));
}

/** The one amount of a line of that unit, behind its label or in front of it. */
function partOf({ figures, kind, passage }: Entry, stated: Figure): Figure | undefined {
  const [only, ...more] = figures.filter((f) => f.unit.key === stated.unit.key);
  if (only === undefined || more.length > 0 || kind !== 'plain' || only.bound !== 'none') return undefined;
  const isBehind = /[:：–—(-][\s*_`~]*$/.test(passage.text.slice(0, only.start)) && endsWith(passage, only);
  return isBehind ? only : undefined;
}
