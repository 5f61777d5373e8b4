// Sections that each end in an amount, `### 1. Caching` … `Savings: $500`, and a table that has a row for each of them and adds them
// up. An amount that all others are in the table with, and that stands in no row, was left out of the total.

import { pushTo } from '../../lists.ts';
import { said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import type { Breakdown } from '../content/breakdowns.ts';
import type { Fact } from '../content/facts.ts';

const leastParts = 4;
const mostFacts = 4000;
const mostBreakdowns = 200;
/** What need not be paid for. */
export const optional =
  /(?<!\p{L})(?:optional\p{L}*|later|future|if|alternativ\p{L}*|additional|bonus|später|zukünftig|optionnel\p{L}*|futur\p{L}*|opcional\p{L}*|futuro|posterior|isteğe|opsiyonel|позже|опционально)(?!\p{L})|可选|将来/iu;

export function leftOutIn(
  breakdowns: readonly Breakdown[],
  facts: readonly Fact[],
  sums: ReadonlySet<Figure>,
): readonly Claim[] {
  const spoken = facts.filter((f) => !f.isTable && f.kind !== 'heading' && f.figure.bound === 'none');
  if (spoken.length === 0 || spoken.length > mostFacts) return [];
  const families = familiesOf(spoken);
  return breakdowns.slice(0, mostBreakdowns).flatMap(({ parts, total }): readonly Claim[] => {
    if (total === undefined || !sums.has(total)) return [];
    const amounts = new Set(parts.map((p) => p.figure.high).filter((n) => n > 0));
    return families.flatMap((sections) => leftOut(sections, amounts, total));
  });
}

type Family = ReadonlyMap<Heading, readonly Fact[]>;

/** The sections under one heading, each with what is said in it. */
function familiesOf(facts: readonly Fact[]): readonly Family[] {
  const families = new Map<unknown, Map<Heading, Fact[]>>();
  for (const fact of facts) {
    const { under } = fact;
    if (under?.above === undefined) continue;
    const sections = families.get(under.above.passage) ?? new Map<Heading, Fact[]>();
    families.set(under.above.passage, sections);
    pushTo(sections, under, fact);
  }
  return [...families.values()].filter((s) => s.size >= leastParts);
}

function leftOut(sections: Family, amounts: ReadonlySet<number>, total: Figure): readonly Claim[] {
  const missing = [...sections].filter(([, own]) => !own.some((f) => amounts.has(f.figure.high)));
  const [only] = missing;
  // every row is that of a section, and every section but one has its row
  if (only === undefined || missing.length !== 1 || amounts.size !== sections.size - 1) return [];
  const [heading, own] = only;
  const last = own.at(-1);
  if (last === undefined || last.figure.high <= 0 || last.figure.low !== last.figure.high) return [];
  if (optional.test(heading.passage.text) || own.some((f) => optional.test(f.label))) return [];
  const value = total.high + last.figure.high;
  return [
    {
      kind: 'total',
      stated: last.figure,
      operands: [total],
      verdict: 'wrong',
      recomputed: { low: 0, high: 0 },
      working: `${said(total)} + ${said(last.figure)} = ${value}`,
      message: `${said(last.figure)} stands in no row of the table that adds the others up to ${said(total)}`,
      confidence: 0.72,
    },
  ];
}
