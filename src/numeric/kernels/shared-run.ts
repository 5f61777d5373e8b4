// One run of a program that several threads work at: each takes the next part of the samples that nobody has taken, until there is none.
// Where threads come from is the business of the platform, which hands in a crew.

import { fillColumns } from './fill-columns.ts';
import { chunkSize, load } from './loaded.ts';
import type { Machine } from './machine.ts';
import type { Program, Value } from './program.ts';

/** Plain data and shared memory, so that it can be sent to another thread. */
export interface SharedRun {
  readonly program: Program;
  readonly samples: number;
  readonly given: ReadonlyMap<Value, Float64Array>;
  /** One for each result, in memory that all threads see. */
  readonly columns: readonly Float64Array[];
  /** In such memory, too: how many parts are taken, how many are done, and whether one of them went wrong. */
  readonly parts: Int32Array;
}

export const partField = { taken: 0, done: 1, failed: 2 } as const;

export interface Crew {
  /** Lets others work at a run. What comes back waits until all parts are done; false where they will not be. */
  begin(run: SharedRun): () => boolean;
}

/** Few enough chunks that nobody waits long for the last part, enough to forget what taking one costs. */
const partSize = 8 * chunkSize;

/** Steps times samples, some tenth of a second: less is done before a thread has started. */
const worthSharing = 3e8;

let atHand: Crew | undefined;

/** From now on large runs are shared with this crew; undefined for nobody. */
export function shareRunsWith(crew: Crew | undefined): void {
  atHand = crew;
}

/** undefined where one thread is as fast. */
export function crewFor({ steps }: Program, samples: number): Crew | undefined {
  return steps.length * samples < worthSharing || samples <= partSize ? undefined : atHand;
}

export function partsOf({ samples }: SharedRun): number {
  return Math.ceil(samples / partSize);
}

/** Works at a run as long as there is a part to take. */
export function takeParts(run: SharedRun, machineOf: (bytes: number) => Machine): void {
  const { program, samples, given, columns, parts } = run;
  const take = (): number => Atomics.add(parts, partField.taken, 1);
  let part = take();
  if (part >= partsOf(run)) return;
  const loaded = load(program, machineOf);
  for (; part < partsOf(run); part = take()) {
    const first = part * partSize;
    fillColumns(loaded, program.results, given, columns, first, Math.min(first + partSize, samples));
    Atomics.add(parts, partField.done, 1);
    Atomics.notify(parts, partField.done);
  }
}
