// A program over all samples: whole columns, chunk after chunk.

import { type Loaded, load } from './loaded.ts';
import type { Machine } from './machine.ts';
import type { Program, Value } from './program.ts';

/** The results, each as one column; `given` fills the program's own columns. */
export function columnsOf(
  program: Program,
  samples: number,
  machineOf: (bytes: number) => Machine,
  given: ReadonlyMap<Value, Float64Array> = new Map(),
): readonly Float64Array[] {
  return columnsFrom(load(program, machineOf), program.results, samples, given);
}

/** The same of a program that is loaded already. */
export function columnsFrom(
  loaded: Loaded,
  results: readonly Value[],
  samples: number,
  given: ReadonlyMap<Value, Float64Array>,
): readonly Float64Array[] {
  const columns = results.map(() => new Float64Array(samples));
  for (let first = 0; first < samples; first += loaded.chunk) {
    const count = Math.min(loaded.chunk, samples - first);
    for (const [value, column] of given) loaded.cells(value).set(column.subarray(first, first + count));
    loaded.run(first, count);
    for (const [k, value] of results.entries()) {
      const cells = loaded.cells(value);
      // a single number is the same for all samples
      if (cells.length === 1) columns[k]?.fill(cells[0] as number, first, first + count);
      else columns[k]?.set(cells.subarray(0, count), first);
    }
  }
  return columns;
}
