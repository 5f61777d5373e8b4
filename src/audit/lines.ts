// Lines and columns of many offsets: the line ends are found once.

import type { Place } from './types.ts';

export class LineTable {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** Counted from 1. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  place(start: number, end: number, text: string): Place {
    const line = this.lineOf(start);
    return {
      start,
      end,
      line,
      endLine: this.lineOf(Math.max(start, end - 1)),
      column: start - (this.#starts[line - 1] ?? 0) + 1,
      text,
    };
  }
}
