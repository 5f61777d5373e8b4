// The golden files of ../shared/golden: every statement of a document, what it states, and what follows from its inputs.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Verdict = 'consistent' | 'rounding' | 'inconsistent' | 'not_computable';

type Figures = ReadonlyMap<string, number | boolean>;

export interface GoldenAnalysis {
  readonly id: string;
  readonly verdict: Verdict;
  /** What the document states, by key; only numbers and conditions. */
  readonly stated: Figures;
  /** What follows from its inputs, by key; numbers are kept to six decimals. */
  readonly recomputed: Figures;
}

export function readGolden(path: string): readonly GoldenAnalysis[] {
  const { analyses } = parse(readFileSync(path, 'utf8')) as {
    analyses: readonly { id: string; verdict: Verdict; stated_value?: unknown; recomputed?: unknown }[];
  };
  return analyses.map(({ id, verdict, stated_value, recomputed }) => ({
    id,
    verdict,
    stated: figures(stated_value),
    recomputed: figures(recomputed),
  }));
}

/** A figure that stands alone has the key of an id without a dot. */
function figures(block: unknown): Figures {
  if (typeof block === 'number' || typeof block === 'boolean') return new Map([['', block]]);
  if (typeof block !== 'object' || block === null) return new Map();
  const found = Object.entries(block).filter(([, x]) => typeof x === 'number' || typeof x === 'boolean');
  return new Map(found as [string, number | boolean][]);
}

/** True for `tier_b_total` and `tier_b_total.eur`, of the analysis `tier_b_total`. */
export function belongsTo(id: string | undefined, analysis: GoldenAnalysis): boolean {
  return id === analysis.id || (id?.startsWith(`${analysis.id}.`) ?? false);
}

/** `eur` of `tier_b_total.eur`, and nothing of `tier_b_total`. */
export function keyOf(id: string | undefined, analysis: GoldenAnalysis): string {
  return id?.slice(analysis.id.length + 1) ?? '';
}

/** One part in a million, or the last of the six decimals that golden files keep. */
export function sameFigure(ours: number, golden: number): boolean {
  return Math.abs(ours - golden) <= Math.max(1e-6 * Math.abs(golden), 5.001e-7);
}

/**
 * Whether an amount of money is the golden one to the decimals that are printed there, but not less than cents: documents
 * add up amounts that were rounded to cents, and an engine adds up the exact ones.
 */
export function sameMoney(ours: number, golden: number): boolean {
  const printed = /\.(\d+)$/.exec(String(golden))?.[1]?.length ?? 0;
  return Math.abs(ours - golden) <= 0.5001 * 10 ** -Math.max(2, printed);
}

/** Printed under the name of a suite: what somebody may want to look at, and no test fails for. */
export function tell(suite: string, lines: readonly string[]): void {
  if (lines.length > 0) console.info([suite, ...lines.map((line) => `  ${line}`)].join('\n'));
}
