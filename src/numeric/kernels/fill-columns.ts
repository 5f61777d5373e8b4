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
  const cellsOf = results.map((value) => loaded.cells(value));
  const inputs = [...given].map(([value, column]) => ({ column, cells: loaded.cells(value) }));
  for (let at = first; at < until; at += loaded.chunk) {
    const count = Math.min(loaded.chunk, until - at);
    for (const { column, cells } of inputs) cells.set(column.subarray(at, at + count));
    loaded.run(at, count);
    for (const [k, cells] of cellsOf.entries()) {
      // a single number is the same for all samples
      if (cells.length === 1) columns[k]?.fill(cells[0] as number, at, at + count);
      else columns[k]?.set(count < cells.length ? cells.subarray(0, count) : cells, at);
    }
  }
}
