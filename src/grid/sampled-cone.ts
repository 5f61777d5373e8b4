// What a slider moves of some figures, ready to run again: a program that starts from the columns which stand still, and has the
// numbers that move as parameters. The next move sets these and runs.

import type { Graph } from '../graph/types.ts';
import { columnsFrom } from '../numeric/kernels/columns.ts';
import { type Loaded, load } from '../numeric/kernels/loaded.ts';
import { machineOf } from '../numeric/kernels/webassembly.ts';
import type { Sample } from './sample.ts';
import { refuseTooMany, type SampledProgram, sampledColumns, sampledProgram } from './sampled-columns.ts';
import type { Sampling } from './sources.ts';
import type { Slot } from './steps.ts';

export class SampledCone {
  /** The columns that it starts from. */
  readonly given: readonly Slot[];
  readonly #whole: SampledProgram;
  readonly #loaded: Loaded | undefined;

  /** Of figures that all follow what moves; `mostGiven` columns at most are given. */
  constructor(graph: Graph, sample: Sample, figures: readonly Slot[], sampling: Sampling, mostGiven: number) {
    const border = borderOf(sample, figures);
    this.given = border.length <= mostGiven ? border : [];
    this.#whole = sampledProgram(graph, sample, figures, sampling, this.given);
    // what is computed between two runs needs programs of its own
    this.#loaded = this.#whole.late.length === 0 ? load(this.#whole.program, machineOf) : undefined;
  }

  /** The figures over all samples, with the parameters of one move. */
  columns(
    parameters: ReadonlyMap<Slot, number>,
    samples: number,
    given: readonly Float64Array[],
  ): readonly Float64Array[] {
    const { program, places } = this.#whole;
    refuseTooMany(program, samples);
    const columns = new Map(
      this.given.map((slot, k) => [places.get(slot) as number, given[k] as Float64Array]),
    );
    const loaded = this.#loaded;
    if (loaded === undefined) return sampledColumns(this.#now(parameters), samples, machineOf, columns);
    for (const [slot, x] of parameters) {
      const place = places.get(slot);
      if (place !== undefined) loaded.setParameter(place, x);
    }
    return columnsFrom(loaded, program.results, samples, columns);
  }

  /** The same program with the parameters as they are. */
  #now(parameters: ReadonlyMap<Slot, number>): SampledProgram {
    const { program, places } = this.#whole;
    const steps = [...program.steps];
    for (const [slot, value] of parameters) {
      const place = places.get(slot);
      if (place !== undefined) steps[place] = { kind: 'parameter', value };
    }
    return { ...this.#whole, program: { ...program, steps } };
  }
}

/** What does not move, and is read by what does. */
function borderOf(sample: Sample, figures: readonly Slot[]): readonly Slot[] {
  const { steps } = sample;
  const seen = new Uint8Array(steps.length);
  const border: Slot[] = [];
  const open = [...figures];
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    if (seen[slot] === 1) continue;
    seen[slot] = 1;
    if (sample.follows(slot)) open.push(...(steps[slot]?.args ?? []));
    else if (sample.fixed(slot) === undefined) border.push(slot);
  }
  return border.sort((a, b) => a - b);
}
