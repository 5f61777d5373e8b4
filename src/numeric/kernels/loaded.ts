// A program ready to run on a machine, chunk by chunk.

import { fused } from './fuse.ts';
import { wordsPerInstruction } from './instructions.ts';
import { fill, layOut, type Place } from './lay-out.ts';
import type { Machine } from './machine.ts';
import type { Program, Value } from './program.ts';

/** Samples that are computed at once: small enough for a cache, large enough to forget what a call costs. */
export const chunkSize = 1024;

export interface Loaded {
  readonly machine: Machine['kind'];
  /** How many samples one run can take. */
  readonly chunk: number;
  readonly bytes: number;
  /** Gives a parameter another value, for all runs to come. */
  setParameter(value: Value, x: number): void;
  /**
   * The cells of a column step, to be filled, or of a result, to be read until the next run. A single number that is a result
   * has one cell.
   */
  cells(value: Value): Float64Array;
  /** Computes the results for `count` samples from the sample `first` on, a multiple of eight. */
  run(first: number, count: number): void;
}

/** `machineOf` gets the bytes that are needed. */
export function load(program: Program, machineOf: (bytes: number) => Machine, chunk = chunkSize): Loaded {
  const layout = layOut(fused(program), chunk);
  const machine = machineOf(layout.bytes);
  const { cells, words } = machine;
  fill(layout, cells, words);
  const results = new Set(program.results);
  const instructions = layout.instructions.length / wordsPerInstruction;
  const place = (value: Value): Place => {
    const known = layout.placeOf(value);
    if (known === undefined) throw new Error(`no result needs step ${value}`);
    return known;
  };
  return {
    machine: machine.kind,
    chunk,
    bytes: layout.bytes,
    setParameter: (value, x) => {
      if (program.steps[value]?.kind !== 'parameter') throw new Error(`step ${value} is no parameter`);
      const { at } = place(value);
      cells.fill(x, at / 8, at / 8 + 2);
    },
    cells: (value) => {
      if (!results.has(value) && program.steps[value]?.kind !== 'column')
        throw new Error(`what step ${value} gives is not kept`);
      const { at, step } = place(value);
      return cells.subarray(at / 8, at / 8 + (step === 0 ? 1 : chunk));
    },
    run: (first, count) => {
      if (count > chunk || first % 8 !== 0) throw new Error(`cannot run ${count} samples from ${first} on`);
      machine.run(layout.code, instructions, count, first);
    },
  };
}
