// A loaded program over some of the samples, chunk after chunk.

import type { Loaded } from './loaded.ts';
import type { Value } from './program.ts';

/** The samples from `first` to `until`, which starts a chunk and ends one or all samples. */
export function fillColumns(
  loaded: Loaded,
  results: readonly Value[],
  given: ReadonlyMap<Value, Float64Array>,
  columns: readonly Float64Array[],
  first: number,
  until: number,
): void {
  for (let at = first; at < until; at += loaded.chunk) {
    const count = Math.min(loaded.chunk, until - at);
    for (const [value, column] of given) loaded.cells(value).set(column.subarray(at, at + count));
    loaded.run(at, count);
    for (const [k, value] of results.entries()) {
      const cells = loaded.cells(value);
      // a single number is the same for all samples
      if (cells.length === 1) columns[k]?.fill(cells[0] as number, at, at + count);
      else columns[k]?.set(cells.subarray(0, count), at);
    }
  }
}
