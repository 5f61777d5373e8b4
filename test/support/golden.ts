// The golden files of ../shared/golden: every statement of a document, what it states, and what follows from its inputs.

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Verdict = 'consistent' | 'rounding' | 'inconsistent' | 'not_computable';

/** A number, whether a condition holds, or the name of a point: who wins. */
export type GoldenFigure = number | boolean | string;

type Figures = ReadonlyMap<string, GoldenFigure>;

export interface GoldenAnalysis {
  readonly id: string;
  /** Analyses of their own whose ids go on behind this one's: `pa.hybrid.monthly` of `pa.hybrid`. */
  readonly below: readonly string[];
  readonly verdict: Verdict;
  /** What the document states, by key; no lists. */
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
    below: analyses.flatMap((other) => (other.id.startsWith(`${id}.`) ? [other.id] : [])),
    verdict,
    stated: figures(stated_value),
    recomputed: figures(recomputed),
  }));
}

/** A figure that stands alone has the key of an id without a dot. */
function figures(block: unknown): Figures {
  if (isFigure(block)) return new Map([['', block]]);
  if (typeof block !== 'object' || block === null || Array.isArray(block)) return new Map();
  return new Map(Object.entries(block).flatMap(([key, x]) => (isFigure(x) ? [[key, x] as const] : [])));
}

function isFigure(x: unknown): x is GoldenFigure {
  return typeof x === 'number' || typeof x === 'boolean' || typeof x === 'string';
}

/** True for `tier_b_total` and `tier_b_total.eur`, of the analysis `tier_b_total`. */
export function belongsTo(id: string | undefined, analysis: GoldenAnalysis): boolean {
  const isOf = (name: string): boolean => id === name || (id?.startsWith(`${name}.`) ?? false);
  return isOf(analysis.id) && !analysis.below.some(isOf);
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
