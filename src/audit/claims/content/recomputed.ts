// A figure against what it comes to by a calculation.

import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';

export interface Recomputed {
  readonly kind: Claim['kind'];
  readonly stated: Figure;
  readonly operands: readonly Figure[];
  readonly fits: boolean;
  readonly recomputed: Claim['recomputed'];
  readonly working: string;
  /** Why it is wrong; without it, that the working comes to something else. */
  readonly message?: string;
  /** How sure it is that it is wrong, where it does not fit. */
  readonly confidence: number;
}

export function recomputedClaim({ fits, confidence, message, ...calculation }: Recomputed): Claim {
  const { stated, recomputed, working } = calculation;
  return {
    ...calculation,
    verdict: fits ? 'right' : 'wrong',
    message: fits ? '' : (message ?? `${working} is ${likeFigure(recomputed, stated)}, not ${said(stated)}`),
    confidence: fits ? 1 : confidence,
  };
}

export interface Compared {
  readonly kind: Claim['kind'];
  readonly stated: Figure;
  /** What it ought to be. */
  readonly other: Figure;
  readonly fits: boolean;
  readonly message: string;
  readonly confidence: number;
}

/** A figure against another one of the document. */
export function comparedClaim({ kind, stated, other, fits, message, confidence }: Compared): Claim {
  const recomputed = { low: other.low, high: other.high };
  return recomputedClaim({
    kind,
    stated,
    operands: [other],
    fits,
    recomputed,
    working: said(other),
    message,
    confidence,
  });
}
