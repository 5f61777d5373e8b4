// Words that put one option before the others, against the amounts that a table gives.

import { said } from '../../print.ts';
import type { Claim, Figure, Passage } from '../../types.ts';

interface Named {
  readonly label: string;
  readonly figure: Figure;
}

/** `rival`: what is before it, or, where the words hold, the option itself. */
export function superlativeClaim(
  passage: Passage,
  stated: Figure,
  rival: Named,
  verdict: { readonly holds: boolean; readonly rivalIs: 'lower' | 'higher'; readonly confidence: number },
): Claim {
  const { holds, rivalIs, confidence } = verdict;
  const message = `“${passage.text.slice(0, 80)}”: ${rival.label} is ${rivalIs} with ${said(rival.figure)} against ${said(stated)}`;
  return {
    kind: 'superlative',
    stated: wordsFigure(passage, stated),
    operands: [stated, rival.figure],
    verdict: holds ? 'right' : 'wrong',
    recomputed: { low: rival.figure.low, high: rival.figure.high },
    working: `${rival.label}: ${said(rival.figure)}`,
    message: holds ? '' : message,
    confidence: holds ? 1 : confidence,
    flips: true,
  };
}

/** The words stand for the figure that they are about. */
export function wordsFigure(passage: Passage, figure: Figure): Figure {
  return { ...figure, passage, start: 0, end: passage.text.length };
}
