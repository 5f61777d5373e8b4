// Figures over all samples. A column that was computed is kept, as far as there is room, for every grid that was moved from the same
// one: a figure that a move did not change is not drawn again, nor summed up again.

import type { NodeId } from '../graph/types.ts';
import { machineOf } from '../numeric/kernels/webassembly.ts';
import type { Grid } from './evaluate.ts';
import type { Place } from './layout.ts';
import { type Draw, type Impossible, Sample } from './sample.ts';
import { sampledColumns, sampledProgram } from './sampled-columns.ts';
import type { Sampling } from './sources.ts';
import type { Slot } from './steps.ts';

/** Cells in all columns that are kept, 64 MB. */
const mostKept = 1 << 23;

interface Kept {
  /** The oldest first. */
  readonly columns: Map<Slot, Float64Array>;
  /** What was made of one column, by what it is. */
  readonly summaries: Map<string, unknown>;
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
    this.#kept = known?.drawn === drawn ? known.kept : { columns: new Map(), summaries: new Map() };
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
    return this.#sample.drawsOf(slots).map((draw) => this.#sample.draws[draw] as Draw);
  }

  /** All of them at once, so that what they share is computed once. */
  columns(slots: readonly Slot[]): readonly Float64Array[] {
    const { columns } = this.#kept;
    const missing = [...new Set(slots)].filter((slot) => !columns.has(slot));
    const found = new Map<Slot, Float64Array>();
    if (missing.length > 0) {
      const program = sampledProgram(this.#grid.graph, this.#sample, missing, this.sampling);
      const computed = sampledColumns(program, this.samples, machineOf);
      for (const [k, slot] of missing.entries()) found.set(slot, computed[k] as Float64Array);
    }
    for (const slot of slots) {
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
    const { summaries } = this.#kept;
    const keyOf = (slot: Slot): string => `${what} ${slot}`;
    const missing = [...new Set(slots)].filter((slot) => !summaries.has(keyOf(slot)));
    const part = Math.max(1, Math.floor(mostAtOnce / this.samples));
    for (let from = 0; from < missing.length; from += part) {
      const some = missing.slice(from, from + part);
      for (const [k, column] of this.columns(some).entries()) {
        const slot = some[k] as Slot;
        summaries.set(keyOf(slot), summary(column, slot));
      }
    }
    return slots.map((slot) => summaries.get(keyOf(slot)) as T);
  }

  #dropOldest(): void {
    const { columns } = this.#kept;
    for (const slot of columns.keys()) {
      if (columns.size * this.samples <= mostKept) return;
      columns.delete(slot);
    }
  }
}

/** Cells of the columns that are made at once to be summed up. */
const mostAtOnce = 1 << 22;
