// The line of a finding as it is shown: cut to a window around the figure where it is long.

import type { Place } from '../audit/types.ts';

export interface Excerpt {
  readonly text: string;
  /** Where the figure begins in `text`, from 0. */
  readonly column: number;
  readonly length: number;
}

export function excerptOf(source: string, place: Place, width: number): Excerpt {
  const lineStart = place.start - (place.column - 1);
  const newline = source.indexOf('\n', place.start);
  const lineEnd = newline === -1 ? source.length : newline;
  const length = Math.max(1, Math.min(place.end, lineEnd) - place.start);
  const whole = lineEnd - lineStart;
  let from = 0;
  if (whole > width) from = Math.max(0, Math.min(place.column - 1 - Math.floor(width / 2), whole - width));
  const text = source
    .slice(lineStart + from, Math.min(lineEnd, lineStart + from + width))
    .replace(/[\t\r]/g, ' ');
  const column = place.column - 1 - from;
  return { text, column, length: Math.min(length, Math.max(1, text.length - column)) };
}
