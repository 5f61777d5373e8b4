// What is far off again and again is not a slip. Who writes wrong figures writes them one at a time; where several calculations are
// off by a factor of five and more, it is likelier that the document means something else by them: a price for a thousand, a year
// that nobody names, a mark between digits that groups.

import type { Claim, ClaimKind } from '../types.ts';

/** What is read as it stands, with nothing but marks between the figures to say what they are to one another. */
const readAsWritten: ReadonlySet<ClaimKind> = new Set<ClaimKind>(['equation', 'average']);

/** So many are no accident. */
const several = 3;
const farOff = 5;
/** Below what is shown without being asked for. */
const doubt = 0.3;

export function withoutSystematic(claims: readonly Claim[]): readonly Claim[] {
  const far = claims.filter((c) => c.verdict === 'wrong' && readAsWritten.has(c.kind) && isFarOff(c));
  const figures = new Map<ClaimKind, Set<number>>();
  for (const { kind, stated } of far) {
    const own = figures.get(kind) ?? new Set();
    figures.set(kind, own.add(stated.high));
  }
  const meant = new Set(far.filter(({ kind }) => (figures.get(kind)?.size ?? 0) >= several));
  if (meant.size === 0) return claims;
  return claims.map((c) => (meant.has(c) ? { ...c, confidence: c.confidence - doubt } : c));
}

function isFarOff({ stated, recomputed }: Claim): boolean {
  const ratios = [stated.low / recomputed.low, stated.high / recomputed.high];
  return ratios.every((ratio) => !(Math.abs(ratio) < farOff && Math.abs(ratio) > 1 / farOff));
}
