// The findings of an audit held against what the golden files say about a seed: which statements are inconsistent and which
// are right. Two figures come out: how many of the inconsistent ones were found, and how many findings stand on a statement
// that is inconsistent.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { audit } from '../../src/audit/audit.ts';
import type { Finding } from '../../src/audit/types.ts';

export const seeds: Readonly<Record<string, string>> = {
  kec18: '000_b256e34a343d6b01.txt',
  loomworks: '001_1e3e0c7227e8be45.txt',
  billion: '002_4e0f01633a2f6b08.txt',
  'debt-dashboard': '003_8867b0998559bbce.txt',
  flexiyo: '004_066b9bdfa441c71a.txt',
};

/**
 * Kinds of statements that arithmetic on the document's own figures decides. The rest (what a price ought to be, what was left
 * out, how a driver ought to scale) needs a model of the system, which an audit of a text does not have.
 */
const arithmeticKinds = new Set(
  `band share_band rate_times_population unit_conversion sum column_sum cross_foot percentage share ranking_claim capacity_sizing
  timeline_point break_even product annualise five_year_tco difference percent average capacity_ceiling cross_reference
  sort_order winner per_agent blend`.split(/\s+/),
);

interface Analysis {
  readonly id: string;
  readonly kind: string;
  readonly verdict: string;
  readonly basis: string;
  readonly lines: readonly number[];
  readonly stated: string;
  readonly quote: string;
}

interface Scored {
  readonly finding: Finding;
  readonly verdict: 'true' | 'false' | 'unjudged';
  readonly by: string;
}

export interface Score {
  readonly name: string;
  /** Of arithmetic kinds. */
  readonly inconsistent: readonly Analysis[];
  readonly found: readonly Analysis[];
  readonly missed: readonly Analysis[];
  readonly scored: readonly Scored[];
}

export function scoreOf(name: string, folder: string, text?: string): Score {
  const source = text ?? readFileSync(join(folder, 'seeds', seeds[name] ?? ''), 'utf8');
  const golden = parse(readFileSync(join(folder, 'golden', `${name}.yaml`), 'utf8'), { maxAliasCount: -1 });
  const analyses = (golden.analyses as Record<string, unknown>[]).map(analysisOf);
  const result = audit({ file: name, text: source });
  const single = !source.includes('\n');
  const scored = result.findings.map((finding) =>
    judged(finding, analyses, errorLines(golden), single, source),
  );
  const inconsistent = analyses.filter((a) => a.verdict === 'inconsistent' && isArithmetic(a));
  const isFound = (a: Analysis): boolean => scored.some((s) => touches(s.finding, a, single, source));
  return {
    name,
    inconsistent,
    found: inconsistent.filter(isFound),
    missed: inconsistent.filter((a) => !isFound(a)),
    scored,
  };
}

function analysisOf(raw: Record<string, unknown>): Analysis {
  const where = String(raw.where ?? raw.location ?? '');
  const lines =
    raw.line === undefined
      ? ((raw.lines as number[] | undefined) ?? [...where.matchAll(/\bL(\d+)\b/g)].map((m) => Number(m[1])))
      : [raw.line as number];
  return {
    id: String(raw.id),
    kind: String(raw.kind),
    verdict: String(raw.verdict),
    basis: String(raw.inconsistency_basis ?? ''),
    lines,
    stated: digitsOnly(JSON.stringify([raw.stated, raw.stated_value])),
    quote: JSON.stringify(raw.quote ?? ''),
  };
}

function isArithmetic({ kind, basis }: Analysis): boolean {
  if (basis !== '') return basis === 'arithmetic' || basis === 'cross_section';
  return arithmeticKinds.has(kind);
}

function digitsOnly(text: string): string {
  return text.replaceAll(/[, ]/g, '');
}

/**
 * The stated figure is one that the statement is about. A statement without a number (`Winner: A`) is one about an order; only a
 * finding about an order meets it, as several statements may stand in one line.
 */
function touches(finding: Finding, analysis: Analysis, single: boolean, source: string): boolean {
  const numbers = digitsOnly(finding.stated).match(/\d+(?:\.\d+)?/g) ?? [];
  const isIn = (n: string): boolean =>
    new RegExp(`(?<![\\d.])${n.replace('.', '\\.')}(?!\\d|\\.\\d)`).test(analysis.stated);
  const isOrder = finding.kind === 'superlative';
  const same = numbers.length > 0 && (isOrder ? numbers.some(isIn) : numbers.every(isIn));
  const isWords = !/\d/.test(analysis.stated) && isOrder;
  if (!single) return analysis.lines.includes(finding.place.line) && (same || isWords);
  const around = source.slice(Math.max(0, finding.place.start - 25), finding.place.end);
  return same && analysis.quote.replaceAll('\\n', ' ').includes(around.slice(-14));
}

function errorLines(golden: { errors: Record<string, unknown>[] }): ReadonlySet<number> {
  return new Set(
    golden.errors.flatMap((e) => [
      ...((e.lines as number[] | undefined) ?? []),
      ...((e.related_lines as number[] | undefined) ?? []),
      ...(typeof e.line === 'number' ? [e.line] : []),
    ]),
  );
}

function judged(
  finding: Finding,
  analyses: readonly Analysis[],
  errors: ReadonlySet<number>,
  single: boolean,
  source: string,
): Scored {
  const about = analyses.filter((a) => touches(finding, a, single, source));
  const wrong = about.find((a) => a.verdict === 'inconsistent');
  if (wrong !== undefined) return { finding, verdict: 'true', by: wrong.id };
  const right = about.find((a) => a.verdict === 'consistent' || a.verdict === 'rounding');
  if (right !== undefined) return { finding, verdict: 'false', by: right.id };
  return { finding, verdict: errors.has(finding.place.line) ? 'true' : 'unjudged', by: 'errors' };
}

export function scoreText(scores: readonly Score[]): string {
  const lines: string[] = [];
  for (const { name, inconsistent, found, missed, scored } of scores) {
    lines.push(`${name}: ${found.length} of ${inconsistent.length} found, ${scored.length} findings`);
    for (const m of missed)
      lines.push(`  missed ${m.kind} ${m.id} (line ${m.lines.join(', ')}) ${m.stated.slice(0, 60)}`);
    for (const s of scored.filter((x) => x.verdict !== 'true')) {
      lines.push(`  ${s.verdict} at ${s.finding.place.line}: ${s.finding.message} [${s.by}]`);
    }
  }
  const all = scores.flatMap((s) => s.scored);
  const good = all.filter((s) => s.verdict === 'true').length;
  const found = scores.reduce((n, s) => n + s.found.length, 0);
  const total = scores.reduce((n, s) => n + s.inconsistent.length, 0);
  lines.push(`recall ${found}/${total} = ${((100 * found) / total).toFixed(1)} %`);
  lines.push(
    `precision ${good}/${all.length} = ${all.length === 0 ? '-' : ((100 * good) / all.length).toFixed(1)} %`,
  );
  return lines.join('\n');
}
