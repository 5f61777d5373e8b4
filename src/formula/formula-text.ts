// The text of one formula and where each of its characters stands in the person's file.

import type { Source, Span } from '../diagnostics/source.ts';

/** A formula's own text; `offsets` maps its characters into the source where quoting or folding moved them. */
export interface FormulaText {
  readonly text: string;
  readonly source: Source;
  /** Where `text[0]` stands in the source. */
  readonly start: number;
  /** Present only where text and source differ: source offset of each character, and of the end. */
  readonly offsets?: readonly number[];
}

/** A formula that has no file: a flag, a typed object. */
export function standalone(text: string, file: string): FormulaText {
  return { text, source: { file, text }, start: 0 };
}

export function spanIn(formula: FormulaText, start: number, end: number): Span {
  const { offsets, source } = formula;
  if (offsets === undefined) return { source, start: formula.start + start, end: formula.start + end };
  const last = offsets.length - 1;
  return {
    source,
    start: offsets[Math.min(start, last)] ?? formula.start,
    end: offsets[Math.min(end, last)] ?? formula.start,
  };
}
