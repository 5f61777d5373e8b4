// The same quantity in two places: a section's heading against the total under it, a summary's rows against the totals of the
// sections, a month against its year. Where most of a summary agrees with the sections, what does not is wrong; where nothing
// agrees, the two are about different things and nothing is said.

import { lengthsBetween } from '../judge/calendar.ts';
import { fitOf } from '../judge/compare.ts';
import { pushTo } from '../lists.ts';
import { said } from '../print.ts';
import type { Claim, Figure, Heading } from '../types.ts';
import type { Fact } from './facts.ts';
import { periodOfText } from './grid.ts';
import { isYearlyOffer, scaledClaim } from './periods.ts';

/** `sums`: totals that add up. */
export function repeatedIn(
  facts: readonly Fact[],
  headings: readonly Fact[],
  sums: ReadonlySet<Figure>,
): readonly Claim[] {
  return [...underHeadings(facts, headings, sums), ...summaries(facts), ...years(facts)];
}

function agrees(a: Figure, b: Figure): boolean {
  const one = (x: Figure, y: Figure): boolean =>
    fitOf(x, 'low', y.low, y.lowSpread).fits && fitOf(x, 'high', y.high, y.highSpread).fits;
  const holds = (x: Figure, y: Figure): boolean => x.low < x.high && y.low >= x.low && y.high <= x.high;
  return one(a, b) || one(b, a) || holds(a, b) || holds(b, a);
}

function sameMeasure(a: Fact, b: Fact): boolean {
  return a.currency === b.currency && (a.period === b.period || a.period === '' || b.period === '');
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
    if (total === undefined) continue;
    if (inside.some((f) => agrees(f.figure, heading.figure))) {
      claims.push(claimOf(heading.figure, total.figure, 'right', 1, ''));
      continue;
    }
    const periods = heading.period === total.period || heading.period === '' || total.period === '';
    if (totals.length !== 1 || !periods || !sums.has(total.figure)) continue;
    const shared = total.words.filter((w) => !/^sav/.test(w) && heading.words.includes(w)).length;
    const sure = total.words.length === 0 || shared > 0;
    claims.push(claimOf(heading.figure, total.figure, 'wrong', sure ? 0.8 : 0.6, 'the heading'));
  }
  return claims;
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
      const later = position(row.figure) < position(other.figure);
      const [stated, against] = later ? [row.figure, other.figure] : [row.figure, other.figure];
      const confidence = Math.min(0.9, 0.66 + 0.05 * right);
      claims.push(claimOf(stated, against, 'wrong', confidence, `“${row.label}”`));
    }
  }
  return claims;
}

/** All counterparts in one other table: the same table for another case, which may well differ. */
function isTwin(links: readonly { readonly others: readonly Fact[] }[]): boolean {
  const counts = new Map<number, number>();
  for (const source of links.flatMap((l) => [...new Set(l.others.map((o) => o.source))])) {
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts.values()].some((n) => n * 2 > links.length);
}

function position(figure: Figure): number {
  return figure.passage.map[1] ?? 0;
}

/** `Monthly` and `Yearly` alone are as often two price plans. */
const costWords =
  /(?<!\p{L})(?:cost|total|spend|expense|bill|kosten|coût|costo|coste|custo|gasto|maliyet|gider)\p{L}*|стоимост|расход|费用|成本|コスト|費用/iu;

/** `Monthly cost: X` and `Annual cost: Y` under one heading, with the same words otherwise. */
function years(facts: readonly Fact[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (const [i, yearly] of facts.entries()) {
    if (yearly.period !== 'year') continue;
    // right in front of it, or a total a little further up
    const near = facts
      .slice(Math.max(0, i - 4), i)
      .reverse()
      .filter((f, distance) => distance === 0 || f.kind === 'total');
    const monthly = near.find((f) => f.period === 'month' && belongs(f, yearly));
    if (monthly === undefined) continue;
    const same = monthly.words.join(' ') === yearly.words.join(' ');
    const claim = scaledClaim(
      monthly.figure,
      yearly.figure,
      lengthsBetween('year', 'month'),
      same && !isPlan(monthly, yearly) ? 0.85 : 0.5,
    );
    if (claim !== undefined) claims.push(claim);
  }
  return claims;
}

/** Prices to choose from, and not what is spent. */
function isPlan(monthly: Fact, yearly: Fact): boolean {
  const isSpent = [monthly, yearly].some((f) => costWords.test(f.label));
  return !isSpent && isYearlyOffer(monthly.figure, yearly.figure);
}

function belongs(monthly: Fact, yearly: Fact): boolean {
  if (monthly.currency !== yearly.currency || headingOf(monthly) !== headingOf(yearly)) return false;
  if (
    monthly.figure.passage === yearly.figure.passage ||
    monthly.figure.bound !== 'none' ||
    yearly.figure.bound !== 'none'
  )
    return false;
  // a table's own columns are relations.ts's business
  if (yearly.isTable || (monthly.isTable && monthly.kind !== 'total')) return false;
  const [a, b] = [monthly.words.join(' '), yearly.words.join(' ')];
  // labels without a word of their own have to name their periods
  const named = [monthly, yearly].every(
    (f) => periodOfText(f.label).period !== '' && costWords.test(f.label),
  );
  if (a === '' && b === '' && !named) return false;
  // what has a calculation of its own is checked there
  if (/[×*÷+=]/.test(yearly.figure.passage.text.slice(0, yearly.figure.start))) return false;
  const totals = monthly.kind === 'total' && (yearly.kind === 'total' || yearly.words.length === 0);
  return a === b || totals;
}

function headingOf(fact: Fact): Heading['passage'] | undefined {
  return fact.under?.passage;
}

function claimOf(
  stated: Figure,
  against: Figure,
  verdict: 'right' | 'wrong',
  confidence: number,
  what: string,
): Claim {
  return {
    kind: 'repeated',
    stated,
    operands: [against],
    verdict,
    recomputed: { low: against.low, high: against.high },
    working: said(against),
    message: verdict === 'wrong' ? `${what} says ${said(stated)}, and elsewhere it is ${said(against)}` : '',
    confidence,
  };
}
