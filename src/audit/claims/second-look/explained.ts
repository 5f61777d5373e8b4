// Where one figure is wrong, what was reckoned from the right one does not follow from it either: `VAT (19%): $1,357` in place of
// `$2,357`, and a gross amount that is right. Such a claim is not held against its own figure.

import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { currencyOf } from '../content/ledger.ts';

/** Of this confidence, a figure is taken for wrong. */
const least = 0.7;

/**
 * `$2,246 a month` and `$25,752 a year`, where a table comes to the latter, and to its twelfth: the former is the wrong one of the
 * two.
 */
export function byConfirmed(claims: readonly Claim[]): readonly Claim[] {
  if (!claims.some((c) => c.verdict === 'wrong' && c.kind === 'period')) return claims;
  const confirmed = new Set(
    claims.flatMap((c) => (c.verdict === 'right' ? [amountOf(c.stated, c.stated.high)] : [])),
  );
  return claims.map((claim) => {
    const { stated, operands, recomputed } = claim;
    const [base] = operands;
    if (claim.verdict === 'right' || claim.kind !== 'period' || base === undefined || operands.length > 1)
      return claim;
    const value = (base.high * stated.high) / recomputed.high;
    const isBase =
      stated.low === stated.high &&
      confirmed.has(amountOf(stated, stated.high)) &&
      confirmed.has(amountOf(base, value)) &&
      !confirmed.has(amountOf(base, base.high));
    if (!isBase) return claim;
    const turned = { low: value, high: value };
    return {
      ...claim,
      stated: base,
      operands: [stated],
      recomputed: turned,
      working: said(stated),
      message: `${said(stated)} makes it ${likeFigure(turned, base)}, not ${said(base)}`,
    };
  });
}

function amountOf(figure: Figure, value: number): string {
  return `${currencyOf(figure)} ${Math.round(value * 100)}`;
}

export function withoutExplained(claims: readonly Claim[]): readonly Claim[] {
  const mended = new Map<Figure, Claim>();
  for (const claim of claims) {
    if (
      claim.verdict === 'right' ||
      claim.confidence < least ||
      claim.recomputed.low !== claim.recomputed.high
    )
      continue;
    const known = mended.get(claim.stated);
    if (known === undefined || claim.confidence > known.confidence) mended.set(claim.stated, claim);
  }
  if (mended.size === 0) return claims;
  return claims.map((claim) => {
    if (claim.verdict === 'right') return claim;
    const cause = claim.operands.find((f) => {
      const other = mended.get(f);
      return (
        other !== undefined &&
        !other.operands.includes(claim.stated) &&
        follows(claim, f, other.recomputed.high)
      );
    });
    if (cause === undefined) return claim;
    // it holds for the figure as it should be
    return { ...claim, verdict: 'right', message: '', operands: claim.operands.filter((f) => f !== cause) };
  });
}

/** Whether the claim comes out with `value` in the place of an operand: as a part of a sum, or as a factor. */
function follows({ stated, recomputed }: Claim, operand: Figure, value: number): boolean {
  if (operand.low !== operand.high || stated.low !== stated.high) return false;
  const more = value - operand.high;
  const times = operand.high === 0 ? 1 : value / operand.high;
  const share = 1 - recomputed.high / 100;
  const room = Math.max(stated.step * 1.01, Math.abs(stated.high) * 0.002);
  return [
    recomputed.high + more,
    recomputed.high - more,
    recomputed.high * times,
    recomputed.high / times,
    // of a saving in percent, the operand is what is paid before or after
    (1 - share * times) * 100,
    (1 - share / times) * 100,
  ].some((v) => Math.abs(v - stated.high) <= room);
}
