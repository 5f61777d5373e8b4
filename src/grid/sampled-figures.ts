// Figures over all samples. A column that was computed is kept, as far as there is room, for every grid that was moved from the same
// one: a figure that a move did not change is not drawn again, nor summed up again. What it did change is run again from the
// columns that it starts from (sampled-cone.ts).

import type { NodeId } from '../graph/types.ts';
import { machineOf } from '../numeric/kernels/webassembly.ts';
import type { Grid } from './evaluate.ts';
import type { Place } from './layout.ts';
import { Sample } from './sample.ts';
import { sampledColumns, sampledProgram } from './sampled-columns.ts';
import { SampledCone } from './sampled-cone.ts';
import type { Sampling } from './sources.ts';
import type { Slot } from './steps.ts';
import type { Draw, Impossible } from './written-samples.ts';

/** Cells in all columns that are kept, 64 MB. */
const mostKept = 1 << 23;
/** Programs for what moves that are kept, and cells in the columns that one of them starts from. */
const mostCones = 8;
const mostGiven = mostKept / 2;

interface Columns {
  /** The oldest first. */
  readonly columns: Map<Slot, Float64Array>;
  /** What was made of one column, by what it is. */
  readonly summaries: Map<string, unknown>;
}

interface Kept extends Columns {
  /** By the figures that they compute; the one that was used last at the end. */
  readonly cones: Map<string, SampledCone>;
  /** What follows the parameters, and those that it was computed with. */
  following: Columns & { readonly parameters: ReadonlyMap<Slot, number> };
}

function nothingKept(): Kept {
  const none = { columns: new Map(), summaries: new Map() };
  return {
    ...none,
    cones: new Map(),
    following: { columns: new Map(), summaries: new Map(), parameters: new Map() },
  };
}

/** By the steps that all of them belong to, and how they are drawn: the last way only. */
const kept = new WeakMap<object, { readonly drawn: string; readonly kept: Kept }>();

export class SampledFigures {
  readonly samples: number;
  readonly sampling: Sampling;
  readonly #grid: Grid;
  readonly #sample: Sample;
  readonly #kept: Kept;

  constructor(grid: Grid, sampling: Sampling, samples: number) {
    this.samples = samples;
    this.sampling = sampling;
    this.#grid = grid;
    this.#sample = new Sample(grid);
    const drawn = `${sampling.seed} ${sampling.independent} ${samples}`;
    const { steps } = this.#sample;
    const known = kept.get(steps);
    this.#kept = known?.drawn === drawn ? known.kept : nothingKept();
    kept.set(steps, { drawn, kept: this.#kept });
  }

  get impossible(): readonly Impossible[] {
    return this.#sample.impossible;
  }

  /** What a figure at a place is, at all points of some axes (sample.ts). */
  slots(id: NodeId, place: Place, axes: readonly number[] = []): readonly Slot[] {
    return this.#sample.slots(id, place, axes);
  }

  /** The draws that figures are computed from. */
  drawsOf(slots: readonly Slot[]): readonly Draw[] {
    return this.#sample.drawsOf(slots);
  }

  /** All of them at once, so that what they share is computed once. */
  columns(slots: readonly Slot[]): readonly Float64Array[] {
    const found = new Map<Slot, Float64Array>();
    const missing = [...new Set(slots)].filter((slot) => !this.#keptFor(slot).columns.has(slot));
    const moving = missing.filter((slot) => this.#sample.follows(slot));
    const still = missing.filter((slot) => !this.#sample.follows(slot));
    for (const [k, column] of this.#moving(moving).entries()) found.set(moving[k] as Slot, column);
    for (const [k, column] of this.#still(still).entries()) found.set(still[k] as Slot, column);
    for (const slot of slots) {
      const { columns } = this.#keptFor(slot);
      const column = found.get(slot) ?? (columns.get(slot) as Float64Array);
      found.set(slot, column);
      // last used, last dropped
      columns.delete(slot);
      columns.set(slot, column);
    }
    this.#dropOldest();
    return slots.map((slot) => found.get(slot) as Float64Array);
  }

  /** What is made of each column, `what` by name: made once for each. In parts, so that few columns are there at once. */
  summaries<T>(
    slots: readonly Slot[],
    what: string,
    summary: (column: Float64Array, slot: Slot) => T,
  ): readonly T[] {
    const keyOf = (slot: Slot): string => `${what} ${slot}`;
    const missing = [...new Set(slots)].filter((slot) => !this.#keptFor(slot).summaries.has(keyOf(slot)));
    const part = Math.max(1, Math.floor(mostAtOnce / this.samples));
    for (let from = 0; from < missing.length; from += part) {
      const some = missing.slice(from, from + part);
      for (const [k, column] of this.columns(some).entries()) {
        const slot = some[k] as Slot;
        this.#keptFor(slot).summaries.set(keyOf(slot), summary(column, slot));
      }
    }
    return slots.map((slot) => this.#keptFor(slot).summaries.get(keyOf(slot)) as T);
  }

  /** What follows a parameter is kept until that is another number. */
  #keptFor(slot: Slot): Columns {
    if (!this.#sample.follows(slot)) return this.#kept;
    const { following } = this.#kept;
    const { parameters } = this.#sample;
    if (following.parameters !== parameters) {
      const same = [...following.parameters].every(([at, x]) => Object.is(parameters.get(at), x));
      const { columns, summaries } = same ? following : { columns: new Map(), summaries: new Map() };
      this.#kept.following = { columns, summaries, parameters };
    }
    return this.#kept.following;
  }

  #still(slots: readonly Slot[]): readonly Float64Array[] {
    if (slots.length === 0) return [];
    const program = sampledProgram(this.#grid.graph, this.#sample, slots, this.sampling);
    return sampledColumns(program, this.samples, machineOf);
  }

  #moving(slots: readonly Slot[]): readonly Float64Array[] {
    if (slots.length === 0) return [];
    const { cones } = this.#kept;
    const key = slots.join();
    const most = Math.floor(mostGiven / this.samples);
    const cone =
      cones.get(key) ?? new SampledCone(this.#grid.graph, this.#sample, slots, this.sampling, most);
    cones.delete(key);
    cones.set(key, cone);
    for (const oldest of cones.keys()) if (cones.size > mostCones) cones.delete(oldest);
    return cone.columns(this.#sample.parameters, this.samples, this.columns(cone.given));
  }

  #dropOldest(): void {
    for (const { columns } of [this.#kept, this.#kept.following])
      for (const slot of columns.keys()) if (columns.size * this.samples > mostKept) columns.delete(slot);
  }
}

/** Cells of the columns that are made at once to be summed up. */
const mostAtOnce = 1 << 22;
