// The same quantity in two places: a section's heading against the total under it, a summary's rows against the totals of the
// sections. Where most of a summary agrees with the sections, what does not is wrong; where nothing
// agrees, the two are about different things and nothing is said.

import { agrees } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Fact, wordsOf } from '../content/facts.ts';
import { sameMeasure } from '../content/measures.ts';
import { comparedClaim } from '../content/recomputed.ts';
import { roles } from '../lists/roles.ts';
import { anotherCase } from '../options/statements.ts';

/** `sums`: totals that add up. */
export function repeatedIn(
  facts: readonly Fact[],
  headings: readonly Fact[],
  sums: ReadonlySet<Figure>,
): readonly Claim[] {
  return [...underHeadings(facts, headings, sums), ...summaries(facts)];
}

/** `### Storage ($32/month)` and below it `Total storage: $37`. */
function underHeadings(
  facts: readonly Fact[],
  headings: readonly Fact[],
  sums: ReadonlySet<Figure>,
): readonly Claim[] {
  const claims: Claim[] = [];
  const byHeading = new Map<unknown, Fact[]>();
  for (const fact of facts) pushTo(byHeading, fact.under?.passage, fact);
  for (const heading of headings) {
    const own = byHeading.get(heading.under?.passage) ?? [];
    const inside = own.filter((f) => sameMeasure(f, heading));
    const totals = inside.filter((f) => f.kind === 'total' || f.kind === 'subtotal');
    const [total] = totals;
    // what is left of a price in a heading: its costs are below it
    if (total === undefined || own.some((f) => roles.margin.test(f.label) || roles.profit.test(f.label)))
      continue;
    // `Search: €0.10` above `Total: $0.10 (€0.09)`
    if (totals.length === 1 && own.some((f) => isOtherCurrency(f, total, heading))) {
      claims.push(claimOf(heading.figure, total.figure, 'wrong', 0.8, 'the heading'));
      continue;
    }
    if (inside.some((f) => agrees(f.figure, heading.figure))) {
      claims.push(claimOf(heading.figure, total.figure, 'right', 1, ''));
      continue;
    }
    const periods = heading.period === total.period || heading.period === '' || total.period === '';
    if (totals.length !== 1 || !periods) continue;
    const shared = total.words.filter((w) => !/^sav/.test(w) && heading.words.includes(w)).length;
    // `Total storage`, which nothing adds up to, under `Storage`: its name says that it is of all
    const words = wordsOf(heading.figure.passage.text);
    const rest = total.figure.passage.text.slice(total.figure.end);
    const isNamed = shared > 0 && total.words.every((w) => words.includes(w)) && !anotherCase.test(rest);
    if (!sums.has(total.figure) && !total.isTable && !isNamed) continue;
    const sure = total.words.length === 0 || shared > 0;
    claims.push(claimOf(heading.figure, total.figure, 'wrong', sure ? 0.8 : 0.6, 'the heading'));
  }
  return claims;
}

/** The heading has the number that stands beside the total in another currency. */
function isOtherCurrency(fact: Fact, total: Fact, heading: Fact): boolean {
  const isBeside = fact.figure.passage === total.figure.passage && fact.currency !== heading.currency;
  return isBeside && isSameNumber(fact, heading) && !isSameNumber(total, heading);
}

function isSameNumber({ figure: a }: Fact, { figure: b }: Fact): boolean {
  return a.low === b.low && a.high === b.high;
}

/** Rows of a table or list that have their counterpart elsewhere. */
function summaries(facts: readonly Fact[]): readonly Claim[] {
  const bySource = new Map<number, Fact[]>();
  for (const fact of facts) pushTo(bySource, fact.source, fact);
  const index = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.words.length === 0) continue;
    const key = `${fact.currency} ${fact.words.join(' ')}`;
    pushTo(index, key, fact);
  }
  const claims: Claim[] = [];
  for (const [source, rows] of bySource) {
    if (rows.length < 3 || rows.length > 400) continue;
    const links = rows.flatMap((row) => {
      const key = `${row.currency} ${row.words.join(' ')}`;
      const others = (index.get(key) ?? []).filter(
        (o) => o.source !== source && o.period === row.period && row.words.length > 0,
      );
      if (others.length === 0 || others.length > 6) return [];
      return [{ row, others, fits: others.some((o) => agrees(o.figure, row.figure)) }];
    });
    const right = links.filter((l) => l.fits).length;
    const wrong = links.filter((l) => !l.fits);
    for (const { row, others, fits } of links) {
      const other = others[0];
      if (other !== undefined && fits) claims.push(claimOf(row.figure, other.figure, 'right', 1, ''));
    }
    if (right < 2 || wrong.length > right / 3 || isTwin(links)) continue;
    for (const { row, others } of wrong) {
      const [other] = others;
      // said once elsewhere, and not two things under one name
      if (other === undefined || others.some((o) => !agrees(o.figure, other.figure))) continue;
      if (row.kind === 'total' && isNameless(row)) continue;
      // what is planned is a range, and what was paid is not
      const isOneRange = row.figure.low < row.figure.high !== other.figure.low < other.figure.high;
      const confidence = Math.min(0.9, 0.66 + 0.05 * right) - (isOneRange ? 0.25 : 0);
      claims.push(claimOf(row.figure, other.figure, 'wrong', confidence, `“${row.label}”`));
    }
  }
  return claims;
}

/** `TOTAL (without heating)`: of what, the section says. */
function isNameless({ label }: Fact): boolean {
  return wordsOf(label.replace(/\([^)]*\)?/g, ' ')).length === 0;
}

/** All counterparts in one other table: the same table for another case, which may well differ. */
function isTwin(links: readonly { readonly others: readonly Fact[] }[]): boolean {
  const counts = new Map<number, number>();
  for (const source of links.flatMap((l) => [...new Set(l.others.map((o) => o.source))])) {
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts.values()].some((n) => n * 2 > links.length);
}

function claimOf(
  stated: Figure,
  other: Figure,
  verdict: 'right' | 'wrong',
  confidence: number,
  what: string,
): Claim {
  const message = `${what} says ${said(stated)}, and elsewhere it is ${said(other)}`;
  return comparedClaim({ kind: 'repeated', stated, other, fits: verdict === 'right', message, confidence });
}
