// Sections that each say what they cost, `#### Database` … `Cost: $25/month`, and behind the last of them the total of them all.

import { fitOf } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import type { Fact } from '../content/facts.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { saysCost } from '../content/titles.ts';
import { optional } from './left-out.ts';

const leastParts = 3;
const mostParts = 30;

export function sectionSumsIn(facts: readonly Fact[], sums: ReadonlySet<Figure>): readonly Claim[] {
  /** By the heading that the sections stand under. */
  const families = new Map<Passage, Fact[]>();
  for (const fact of facts) {
    const parent = fact.under?.above?.passage;
    if (parent !== undefined && !fact.isTable) pushTo(families, parent, fact);
  }
  return [...families.values()].flatMap((own) => {
    const totals = own.filter((f) => f.kind === 'total' && !sums.has(f.figure));
    const [total] = totals;
    const parts = own.filter((f) => f.kind === 'plain' && saysCost.test(f.label));
    return total === undefined || totals.length > 1 ? [] : (sumOf(total, parts) ?? []);
  });
}

function sumOf(total: Fact, parts: readonly Fact[]): readonly Claim[] | undefined {
  const sections = new Set(parts.map((p) => p.under));
  if (parts.length < leastParts || parts.length > mostParts || sections.size < parts.length) return undefined;
  // the total is the last of all, and every part is like it
  const isAlike = (p: Fact): boolean =>
    p.at < total.at &&
    p.currency === total.currency &&
    p.period === total.period &&
    p.figure.bound === 'none';
  if (!parts.every(isAlike) || total.figure.bound !== 'none') return undefined;
  const meant = parts.filter((p) => !optional.test(p.under?.passage.text ?? ''));
  const fits = [parts, meant].some((set) => isSum(total.figure, set));
  const recomputed = { low: added(parts, 'low'), high: added(parts, 'high') };
  return [
    recomputedClaim({
      kind: 'total',
      stated: total.figure,
      operands: parts.map((p) => p.figure),
      fits,
      recomputed,
      working: parts.map((p) => said(p.figure)).join(' + '),
      message: `the ${parts.length} sections cost ${likeFigure(recomputed, total.figure)}, not ${said(total.figure)}`,
      confidence: 0.74,
    }),
  ];
}

function added(parts: readonly Fact[], end: 'low' | 'high'): number {
  return parts.reduce((n, p) => n + p.figure[end], 0);
}

function isSum(stated: Figure, parts: readonly Fact[]): boolean {
  const room = parts.reduce((n, p) => n + (p.figure.whole ? 0 : p.figure.step / 2), 0);
  return (['low', 'high'] as const).every((end) => {
    const value = added(parts, end);
    return fitOf(stated, end, value, { low: value - room, high: value + room }).fits;
  });
}
