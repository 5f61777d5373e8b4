// Which column of a chunk each value is kept in. A register is used again as soon as nothing reads what is in it, so that all of
// them together stay in the processor's cache.

import { needsOf, type Program, type Step, type Value } from './program.ts';

export interface Registers {
  /** How many there are. */
  readonly count: number;
  /** The register of each value; -1 for single numbers and for what no result needs. */
  readonly of: Int32Array;
  /** For what is made by way of words: where these are meanwhile. */
  readonly words: Int32Array;
}

export function registersOf(program: Program): Registers {
  const { steps } = program;
  const lastUse = lastUses(program);
  const of = new Int32Array(steps.length).fill(-1);
  const words = new Int32Array(steps.length).fill(-1);
  const free: number[] = [];
  let count = 0;
  const take = (): number => {
    const register = free.pop() ?? count;
    if (register === count) count += 1;
    return register;
  };
  const released = new Uint8Array(steps.length);
  const release = (value: Value, step: Step): void => {
    for (const need of needsOf(step)) {
      const register = of[need] as number;
      if (lastUse[need] !== value || register < 0 || steps[need]?.kind === 'column' || released[need] === 1)
        continue;
      // a step may read a value twice
      released[need] = 1;
      free.push(register);
    }
  };
  // what is filled from outside stays as it was filled
  for (const [value, step] of steps.entries()) if (step.kind === 'column') of[value] = take();

  for (const [value, step] of steps.entries()) {
    if (
      (lastUse[value] as number) < 0 ||
      step.kind === 'constant' ||
      step.kind === 'parameter' ||
      step.kind === 'column'
    )
      continue;
    if (step.kind === 'draw' || step.kind === 'quantile') {
      const drawn = take();
      words[value] = drawn;
      // words are half as long as values, so the two may not share a place
      of[value] = take();
      free.push(drawn);
      release(value, step);
      continue;
    }
    // a result may take the place of an operand that is read for the last time: cells are read before they are written
    release(value, step);
    of[value] = take();
  }
  return { count, of, words };
}

/** The step that reads a value last; beyond all for results; -1 for what no result needs. */
function lastUses({ steps, results }: Program): Int32Array {
  const last = new Int32Array(steps.length).fill(-1);
  for (const result of results) last[result] = steps.length;
  for (let value = steps.length - 1; value >= 0; value--) {
    const step = steps[value];
    if (step === undefined || (last[value] as number) < 0) continue;
    for (const need of needsOf(step)) last[need] = Math.max(last[need] as number, value);
  }
  return last;
}
