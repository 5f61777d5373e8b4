// What a summary says against what the rest of the document says: its table's cells against the same cells elsewhere, and its
// grand total against the only one there is. Said only where the rest agrees with itself.

import { spreadOf } from '../../figures/spread.ts';
import { lengthsBetween } from '../../judge/calendar.ts';
import { fitOf, isInside } from '../../judge/compare.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import type { Fact } from '../content/facts.ts';
import type { Grid } from '../content/grid.ts';
import { pathOf } from '../content/headings.ts';
import { currencyOf } from '../content/ledger.ts';
import { measureOf } from '../content/measures.ts';
import type { NamesOf } from '../content/names.ts';
import { comparedClaim } from '../content/recomputed.ts';

/** What a section is called that says in short what the others say. */
export const summaryWords =
  /(?<!\p{L})(?:tl;?dr|summary|overview|at a glance|executive|key (?:figures|takeaways|findings|numbers)|highlights|conclusion|recap|zusammenfassung|überblick|übersicht|fazit|kurzfassung|résumé|synthèse|aperçu|conclusion|resumen|sumario|conclusión|resumo|visão geral|conclusão|sintesi|riepilogo|özet|genel bakış|sonuç)(?!\p{L})|резюме|сводка|обзор|итог|вывод|摘要|总结|概述|概要|まとめ|サマリー/iu;

export interface CellFact {
  readonly figure: Figure;
  readonly words: readonly string[];
  /** What is measured, and of what: `USD year 5 | 47 agents`. */
  readonly key: string;
  readonly table: number;
  readonly inSummary: boolean;
}

const mostCells = 4000;

/** The cells of a table that compares named things. */
export function cellFacts(grid: Grid, table: number, names: NamesOf): readonly CellFact[] {
  if (grid.rows.length > 60) return [];
  // parts of a bill and options to choose from are different things under one name
  const role = grid.rows.some((r) => r.kind === 'total') ? 'part' : 'option';
  const headings = pathOf(grid.under);
  const inSummary = headings.some((h) => summaryWords.test(h));
  return grid.columns.flatMap((column): CellFact[] => {
    if (!column.hasMoney || column.isPrice || column.isShare || column.index === 0) return [];
    const measure = measureOf(column.heading) ?? headings.map(measureOf).find((m) => m !== undefined);
    const scope = scopeOf(column.heading) || (headings.map(scopeOf).find((s) => s !== '') ?? '');
    if (measure === undefined) return [];
    return grid.rows.flatMap((row): CellFact[] => {
      const figure = row.cells[column.index]?.figure;
      const words = names(row.label);
      if (figure === undefined || row.kind !== 'plain' || words.length === 0 || figure.bound !== 'none')
        return [];
      return [
        { figure, words, key: `${role} ${currencyOf(figure)} ${measure} | ${scope}`, table, inSummary },
      ];
    });
  });
}

/** `47 Agents`, `10,000 users`: the case that the figures are for. */
function scopeOf(text: string): string {
  const found = /(\d[\d.,]*[kKM]?)\s+(\p{L}{3,})/u.exec(text);
  if (found === null || /^(?:year|yr|month|jahr|monat|an|mois|año|ano|mes|yıl|ay)/i.test(found[2] ?? ''))
    return '';
  return `${found[1] ?? ''} ${(found[2] ?? '').toLowerCase().replace(/s$/, '')}`;
}

export function contradictionsIn(cells: readonly CellFact[]): readonly Claim[] {
  if (cells.length > mostCells || !cells.some((c) => c.inSummary)) return [];
  const groups = new Map<string, CellFact[]>();
  for (const cell of cells) {
    const group = groups.get(cell.key);
    if (group === undefined) groups.set(cell.key, [cell]);
    else group.push(cell);
  }
  const outcomes = [...groups.values()].flatMap((group) =>
    group.filter((c) => c.inSummary).flatMap((cell) => against(cell, group)),
  );
  // a summary that agrees elsewhere means by a longer name (`Compute (reserved)`) another thing
  const agreeing = new Set(outcomes.filter((o) => o.claim.verdict === 'right').map((o) => o.table));
  const refuted = (table: number): boolean =>
    !agreeing.has(table) &&
    outcomes.filter((o) => o.table === table && o.claim.confidence > alone).length >= 3;
  return outcomes
    .filter((o) => o.claim.verdict === 'right' || o.exact || !agreeing.has(o.table))
    .map(({ claim, table }) =>
      claim.confidence === alone && refuted(table) ? { ...claim, confidence: 0.72 } : claim,
    );
}

/** Further apart, the two are of different measures. */
const mostApart = 5;
/** What one other statement alone weighs. */
const alone = 0.5;

interface Outcome {
  readonly claim: Claim;
  readonly table: number;
  /** The labels have the same words. */
  readonly exact: boolean;
}

function against(cell: CellFact, group: readonly CellFact[]): readonly Outcome[] {
  const same = group.filter((o) => o.table !== cell.table && isSubset(o.words, cell.words));
  const [first] = same;
  if (first === undefined) return [];
  const exact = same.every((o) => o.words.join(' ') === cell.words.join(' '));
  const outcome = (fits: boolean, confidence: number): Outcome[] => [
    { claim: claimOf(cell.figure, first.figure, fits, confidence), table: cell.table, exact },
  ];
  if (same.some((o) => agrees(cell.figure, o.figure) || isInside(o.figure, cell.figure)))
    return outcome(true, 1);
  const tables = new Set(same.map((o) => o.table)).size;
  if (same.some((o) => !agrees(o.figure, first.figure))) return [];
  const ratio = cell.figure.high / first.figure.high;
  if (tables < 2 && (ratio > mostApart || ratio < 1 / mostApart)) return [];
  // one other table may be about another case; two that agree with each other are not
  return outcome(false, tables < 2 ? alone : 0.76);
}

function isSubset(a: readonly string[], b: readonly string[]): boolean {
  return a.every((w) => b.includes(w)) || b.every((w) => a.includes(w));
}

function agrees(a: Figure, b: Figure): boolean {
  const near = Math.abs(a.high - b.high) <= 0.002 * Math.max(Math.abs(a.high), Math.abs(b.high));
  return (
    near ||
    fitOf(a, 'high', b.high, spreadOf(b, 'high')).fits ||
    fitOf(b, 'high', a.high, spreadOf(a, 'high')).fits
  );
}

/** The total in the summary against the one total of the document that adds up. */
export function grandTotalsIn(facts: readonly Fact[], sums: ReadonlySet<Figure>): readonly Claim[] {
  const totals = facts.filter(
    (f) => f.words.length === 0 && f.figure.bound === 'none' && f.kind !== 'subtotal',
  );
  const stated = totals.filter((f) => !f.isTable && isInSummary(f) && !sums.has(f.figure));
  const grand = totals.filter((f) => sums.has(f.figure));
  return stated.flatMap((fact): Claim[] => {
    const same = grand.filter((g) => g.currency === fact.currency && g.period !== '' && fact.period !== '');
    const [only] = same;
    if (only === undefined || same.length > 1) return [];
    if (facts.some((f) => f !== fact && f.currency === fact.currency && agrees(f.figure, fact.figure)))
      return [];
    const factors = only.period === fact.period ? [1] : lengthsBetween(fact.period, only.period);
    const fits = factors.some((n) => {
      const value = only.figure.high * n;
      return fact.figure.low <= value * 1.01 && fact.figure.high >= value * 0.99;
    });
    const [factor = 1] = factors;
    const claim = claimOf(fact.figure, only.figure, fits, 0.76);
    const recomputed = { low: only.figure.low * factor, high: only.figure.high * factor };
    return [{ ...claim, recomputed, message: fits ? '' : messageOf(fact.figure, recomputed) }];
  });
}

function isInSummary(fact: Fact): boolean {
  return isSummary(fact.under);
}

/** A section that says in short what the others say. */
export function isSummary(under: Heading | undefined): boolean {
  return pathOf(under).some((h) => summaryWords.test(h));
}

function messageOf(stated: Figure, recomputed: Claim['recomputed']): string {
  return `the summary says ${said(stated)}, and the rest of the document gives ${likeFigure(recomputed, stated)}`;
}

function claimOf(stated: Figure, other: Figure, fits: boolean, confidence: number): Claim {
  return comparedClaim({
    kind: 'repeated',
    stated,
    other,
    fits,
    message: messageOf(stated, other),
    confidence,
  });
}
