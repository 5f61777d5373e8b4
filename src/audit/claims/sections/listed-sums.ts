// A section whose lists stand under headings of their own, `#### Setup` … `#### Training` …, and at its end one `Total`: it is of all
// of them, where it is not of the last list.

import { pushTo } from '../../lists.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import { wordsOf } from '../content/facts.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { isByThePiece } from '../content/ledger-grids.ts';
import { amountOf, totalIn } from '../content/line-amounts.ts';
import { sumOf } from '../totals/sums.ts';
import { totalClaim } from '../totals/total-claim.ts';
import { optional } from './left-out.ts';

const leastParts = 3;
const mostParts = 40;
const mostOff = 0.35;

interface Part {
  readonly entry: Entry;
  readonly figure: Figure;
}

export function listedSumsIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  const sections = new Map<Passage, Entry[]>();
  for (const entry of entries) {
    const above = entry?.under?.above?.passage;
    if (entry !== undefined && above !== undefined && entry.figures.some((f) => currencyOf(f) !== ''))
      pushTo(sections, above, entry);
  }
  return [...sections.values()].flatMap((own) => claimOf(own) ?? []);
}

function claimOf(own: readonly Entry[]): readonly Claim[] | undefined {
  const last = own.findIndex((e) => e.kind !== 'plain');
  const total = own[last];
  if (total?.kind !== 'total' || own.filter((e) => e.kind !== 'plain').length > 1) return undefined;
  if (wordsOf(total.label).length > 0 || last > mostParts) return undefined;
  const stated = amountIn(total, totalIn);
  const lines = own.slice(0, last);
  if (stated === undefined || lines.some((e) => isByThePiece(e.label))) return undefined;
  const parts = lines.flatMap((entry): Part[] => {
    const figure = amountIn(entry, amountOf);
    return figure === undefined || currencyOf(figure) !== currencyOf(stated) ? [] : [{ entry, figure }];
  });
  const headings = new Set(parts.map((p) => p.entry.under?.passage));
  // each line has its amount, and each list stands at one depth
  const isWhole = parts.length === lines.length && new Set(lines.map((e) => e.depth)).size === 1;
  if (!isWhole || parts.length < leastParts || headings.size < 2) return undefined;
  const needed = parts.filter(
    ({ entry }) => !optional.test(entry.passage.text) && !optional.test(entry.under?.passage.text ?? ''),
  );
  const inLast = parts.filter((p) => p.entry.under === total.under);
  const tried = [parts, needed, inLast].map((set) => {
    const addends = set.map(({ entry, figure }) => ({
      row: { label: entry.label, kind: entry.kind, cells: [] },
      figure,
      low: figure.low,
      high: figure.high,
    }));
    return { addends, ...sumOf(addends, stated) };
  });
  const right = tried.find((t) => t.fits && t.addends.length > 1);
  if (right !== undefined) return [totalClaim(stated, right.addends, right.recomputed, 'right', 1)];
  const [all, some] = tried;
  const best = [all, some].find((t) => t?.isHalf) ?? all;
  if (best === undefined || (best.off > mostOff && !best.isHalf)) return undefined;
  const isLoose = best.addends.some((a) => a.figure.about) && best.off < 0.1;
  const confidence = best.isHalf
    ? 0.8
    : isLoose
      ? 0.4
      : best.off < 0.1 && stated.low < stated.high
        ? 0.6
        : 0.76;
  return [totalClaim(stated, best.addends, best.recomputed, 'wrong', confidence)];
}

function amountIn({ passage, figures }: Entry, of: typeof amountOf): Figure | undefined {
  return of(
    passage,
    figures.filter((f) => currencyOf(f) !== ''),
    '',
  );
}
