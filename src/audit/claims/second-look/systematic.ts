// What is far off again and again is not a slip. Who writes wrong figures writes them one at a time; where several calculations are
// off by a factor of five and more, it is likelier that the document means something else by them: a price for a thousand, a year
// that nobody names, a mark between digits that groups.

import type { Claim, ClaimKind } from '../../types.ts';

/** What is read as it stands, with nothing but marks between the figures to say what they are to one another. */
const readAsWritten: ReadonlySet<ClaimKind> = new Set<ClaimKind>(['equation', 'average']);

/** So many are no accident. */
const several = 3;
const farOff = 5;
/** Below what is shown without being asked for. */
const doubt = 0.3;

export function withoutSystematic(claims: readonly Claim[]): readonly Claim[] {
  const far = claims.filter((c) => c.verdict === 'wrong' && readAsWritten.has(c.kind) && isFarOff(c));
  const groups = new Map<ClaimKind, Claim[]>();
  for (const claim of far) groups.set(claim.kind, [...(groups.get(claim.kind) ?? []), claim]);
  const meant = new Set([...groups.values()].filter((own) => isSeveral(own) && !isOneSlip(own)).flat());
  if (meant.size === 0) return claims;
  return claims.map((c) => (meant.has(c) ? { ...c, confidence: c.confidence - doubt } : c));
}

function isSeveral(claims: readonly Claim[]): boolean {
  return new Set(claims.map((c) => c.stated.high)).size >= several;
}

/**
 * All by one and the same power of ten: a decimal point that slipped once and was written on. Not where the document says less, by
 * a thousand or a million: that is a price for so many.
 */
function isOneSlip(claims: readonly Claim[]): boolean {
  const powers = claims.map(({ stated, recomputed }) => Math.log10(stated.high / recomputed.high));
  const [first = Number.NaN] = powers.map(Math.round);
  return first !== -3 && first !== -6 && powers.every((p) => Math.abs(p - first) < likeness);
}

/** In powers of ten: 7 % either way, for what is printed with two digits. */
const likeness = 0.03;

function isFarOff({ stated, recomputed }: Claim): boolean {
  const ratios = [stated.low / recomputed.low, stated.high / recomputed.high];
  return ratios.every((ratio) => !(Math.abs(ratio) < farOff && Math.abs(ratio) > 1 / farOff));
}
