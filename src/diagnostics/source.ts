// Where a piece of text comes from. Every span keeps its source, so that a diagnostic built deep inside can be shown
// with the person's own line without anybody passing files around.

/** A text as a person gave it: a file, standard input, a flag, or a formula inside an object. */
export interface Source {
  /** What the person would call it: the path as they typed it, `<stdin>`, `--set`. */
  readonly file: string;
  readonly text: string;
}

/** A stretch of a source, in UTF-16 offsets, end exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A line and column, both counted from 1, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The smallest span that holds both; they must share a source. */
export function join(a: Span, b: Span): Span {
  return { source: a.source, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Line and column of an offset. Linear in the text; call it when an error is shown, not while reading. */
export function positionOf(source: Source, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  const limit = Math.min(offset, source.text.length);
  for (let i = source.text.indexOf('\n'); i !== -1 && i < limit; i = source.text.indexOf('\n', i + 1)) {
    line += 1;
    lineStart = i + 1;
  }
  return { line, column: limit - lineStart + 1 };
}
