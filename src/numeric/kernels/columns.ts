// A program over all samples: whole columns, chunk after chunk.

import { load } from './loaded.ts';
import type { Machine } from './machine.ts';
import type { Program, Value } from './program.ts';

/** The results, each as one column; `given` fills the program's own columns. */
export function columnsOf(
  program: Program,
  samples: number,
  machineOf: (bytes: number) => Machine,
  given: ReadonlyMap<Value, Float64Array> = new Map(),
): readonly Float64Array[] {
  const loaded = load(program, machineOf);
  const columns = program.results.map(() => new Float64Array(samples));
  const results = program.results.map((value) => loaded.cells(value));
  const inputs = [...given].map(([value, column]) => ({ column, cells: loaded.cells(value) }));
  for (let first = 0; first < samples; first += loaded.chunk) {
    const count = Math.min(loaded.chunk, samples - first);
    for (const { column, cells } of inputs) cells.set(column.subarray(first, first + count));
    loaded.run(first, count);
    for (const [k, cells] of results.entries()) {
      // a single number is the same for all samples
      if (cells.length === 1) columns[k]?.fill(cells[0] as number, first, first + count);
      else columns[k]?.set(count < cells.length ? cells.subarray(0, count) : cells, first);
    }
  }
  return columns;
}
