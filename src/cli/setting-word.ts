// A setting as a person wrote it, and where: a flag, a variable, a line of the configuration.

import type { Span } from '../diagnostics/source.ts';

export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** `file` is what diagnostics call the place: `--format`, `OUTLAY_FORMAT`. */
export function wordOf(text: string, file: string): Word {
  return { text, span: { source: { file, text }, start: 0, end: Math.max(1, text.length) } };
}
