// A program over all samples: whole columns, chunk after chunk. Chunks know nothing of one another, so several threads may share them,
// and the columns are the same bits however many there are.

import { fillColumns } from './fill-columns.ts';
import { type Loaded, load } from './loaded.ts';
import type { Machine } from './machine.ts';
import type { Program, Value } from './program.ts';
import { type Crew, crewFor, type SharedRun, takeParts } from './shared-run.ts';

/** The results, each as one column; `given` fills the program's own columns. */
export function columnsOf(
  program: Program,
  samples: number,
  machineOf: (bytes: number) => Machine,
  given: ReadonlyMap<Value, Float64Array> = new Map(),
): readonly Float64Array[] {
  const crew = crewFor(program, samples);
  return crew === undefined
    ? columnsFrom(load(program, machineOf), program.results, samples, given)
    : sharedColumns(crew, program, samples, machineOf, given);
}

/** The same with others at work. Whatever becomes of them, the columns are there in the end. */
export function sharedColumns(
  crew: Crew,
  program: Program,
  samples: number,
  machineOf: (bytes: number) => Machine,
  given: ReadonlyMap<Value, Float64Array> = new Map(),
): readonly Float64Array[] {
  const run: SharedRun = {
    program,
    samples,
    given,
    columns: program.results.map(() => new Float64Array(new SharedArrayBuffer(samples * 8))),
    parts: new Int32Array(new SharedArrayBuffer(12)),
  };
  const ended = crew.begin(run);
  takeParts(run, machineOf);
  return ended() ? run.columns : columnsFrom(load(program, machineOf), program.results, samples, given);
}

/** The same of a program that is loaded already. */
export function columnsFrom(
  loaded: Loaded,
  results: readonly Value[],
  samples: number,
  given: ReadonlyMap<Value, Float64Array>,
): readonly Float64Array[] {
  const columns = results.map(() => new Float64Array(samples));
  fillColumns(loaded, results, given, columns, 0, samples);
  return columns;
}
