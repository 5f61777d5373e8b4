// A mark between digits that groups where it was read as a decimal one, or the other way round: what looks wrong by it is doubtful.

import { hasCurrency } from '../../../quantity/unit.ts';
import type { Claim, Figure } from '../../types.ts';
import { currencyOf } from '../content/ledger.ts';

/** `$4.894 × 12 = $58.728` among amounts with cents: a thousand times the one is the other, so its point groups. */
export function withOpenMarks(figures: readonly Figure[]): (claim: Claim) => Claim {
  let pointed: ReadonlySet<string> | undefined;
  const isOpen = (figure: Figure): boolean => {
    if (isOpenAmount(figure)) return true;
    if (!isGroupedByPoint(figure)) return false;
    pointed ??= new Set(figures.filter(hasPointedCents).map(currencyOf));
    return pointed.has(currencyOf(figure));
  };
  return (claim) => {
    if (claim.verdict === 'right' || ![claim.stated, ...claim.operands].some(isOpen)) return claim;
    const off = Math.abs(Math.log10(Math.abs(claim.recomputed.high / claim.stated.high)));
    const isThousands = Math.abs(off - Math.round(off / 3) * 3) < 0.02 && off > 1;
    // read the other way, one would be a thousand times the others
    const isNear = claim.kind === 'total' && off < nearSum;
    if (isNear) return claim;
    const isSum = claim.kind === 'total' || claim.kind === 'saving' || claim.kind === 'difference';
    return isThousands || isSum ? { ...claim, confidence: claim.confidence - 0.4 } : claim;
  };
}

/** Of ten: a fifth. */
const nearSum = 0.08;

function isOpenAmount({ unit, low, step }: Figure): boolean {
  return hasCurrency(unit) && Math.abs(step - 0.001) < 1e-9 && Math.abs(low) >= 1 && Math.abs(low) < 1000;
}

/** `$2.500` where other dollars have points for decimals, `$0.625`: it may be two and a half. */
function isGroupedByPoint({ step, passage, start, end, unit }: Figure): boolean {
  if (step !== 1 || !hasCurrency(unit)) return false;
  return /^\D{0,4}\d{1,3}\.\d{3}(?![\d.,]\d)/.test(passage.text.slice(start, end));
}

function hasPointedCents({ step, passage, start, end, unit }: Figure): boolean {
  if (step >= 1 || !hasCurrency(unit)) return false;
  return /^[^\d,]{0,4}\d+\.\d+(?![\d.,]*,\d)/.test(passage.text.slice(start, end));
}
