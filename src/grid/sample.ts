// Figures as functions of everything that is uncertain, sample by sample: steps whose inputs are the draws. Each node is written once
// for each point of the axes that it depends on, as the grid computes it, but with a step where that has a number.

import type { NodeId } from '../graph/types.ts';
import { problems } from '../numeric/distributions/distribution.ts';
import type { Distribution, Problem } from '../numeric/distributions/types.ts';
import { boundsOf, type Marginal, marginalOf } from '../numeric/draws/marginal.ts';
import { distributionOf, hasUnknown } from './distribution-at.ts';
import type { Grid } from './evaluate.ts';
import { indexMap, type Place, sizeOf } from './layout.ts';
import { SampledSteps } from './sampled-steps.ts';
import { type SlotColumn, slotsOf, spread } from './slot-columns.ts';
import type { Lineage, Task } from './specialise.ts';
import type { Slot, Step } from './steps.ts';

/** One uncertain number with one distribution: the input of that number in the steps. */
export interface Draw {
  readonly name: string;
  readonly distribution: Distribution;
  readonly marginal: Marginal;
  /** Its step. */
  readonly slot: Slot;
}

/** A distribution that cannot be. */
export interface Impossible extends Problem {
  readonly name: string;
}

/** A column, and what below it cannot be drawn. */
interface WrittenColumn extends SlotColumn {
  readonly impossible: readonly Impossible[];
}

/** What is written is there for all grids that were moved from one another. */
interface Written {
  readonly steps: SampledSteps;
  readonly draws: Draw[];
  /** By name and distribution. */
  readonly inputs: Map<string, Input>;
  readonly columns: WeakMap<Task, WrittenColumn>;
}

interface Input {
  readonly slot: Slot;
  readonly impossible: readonly Impossible[];
}

const written = new WeakMap<Lineage, Written>();

/** Beyond so many steps, most of which moves have left behind, writing begins anew. */
const mostShared = 1 << 16;

/** Writes the steps for as many figures as are asked for. Draws of one name share a stream, wherever they are made. */
export class Sample {
  readonly #grid: Grid;
  readonly #written: Written;
  readonly #impossible = new Set<Impossible>();

  /** The grid knows what does not depend on a draw. */
  constructor(grid: Grid) {
    this.#grid = grid;
    const known = written.get(grid.lineage);
    this.#written =
      known === undefined || known.steps.steps.length > mostShared
        ? { steps: new SampledSteps(grid.graph), draws: [], inputs: new Map(), columns: new WeakMap() }
        : known;
    written.set(grid.lineage, this.#written);
  }

  get steps(): readonly Step[] {
    return this.#written.steps.steps;
  }

  get draws(): readonly Draw[] {
    return this.#written.draws;
  }

  /** What cannot be drawn of what the figures so far are computed from. */
  get impossible(): readonly Impossible[] {
    return [...this.#impossible];
  }

  /** The step that gives a node at a place (layout.ts, `sampledAt`). */
  slot(id: NodeId, place: Place): Slot {
    return this.slots(id, place, [])[0] as Slot;
  }

  /** The same at all points of some axes, ascending ones; the last axis runs fastest. */
  slots(id: NodeId, place: Place, axes: readonly number[]): readonly Slot[] {
    const pins = place.map((p, axis) => (axes.includes(axis) ? -1 : p));
    const column = this.#write(this.#grid.taskUnder(id, pins));
    for (const one of column.impossible) this.#impossible.add(one);
    return spread(this.#grid.graph, column, axes);
  }

  /** The value of a figure that is the same in all samples. */
  fixed(slot: Slot): number | undefined {
    return this.#written.steps.fixed(slot);
  }

  /** The draws that a figure is computed from. */
  drawsOf(slots: readonly Slot[]): readonly number[] {
    const { steps } = this;
    const seen = new Uint8Array(steps.length);
    const inputs: number[] = [];
    const open = [...slots];
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      if (seen[top] === 1) continue;
      seen[top] = 1;
      const { op, args } = steps[top] as Step;
      if (op.kind === 'input') inputs.push(op.index);
      for (const arg of args) if (seen[arg] === 0) open.push(arg);
    }
    return inputs.sort((a, b) => a - b);
  }

  #write(whole: Task): WrittenColumn {
    const { columns, steps } = this.#written;
    const { toWrite, toCompute } = this.#missing(whole);
    this.#grid.compute(toCompute);
    for (const task of toCompute) {
      const slots = Array.from(task.column?.data ?? [], (x) => steps.constant(x));
      columns.set(task, { axes: task.axes, slots, impossible: [] });
    }
    for (const task of toWrite)
      columns.set(task, task.node.op.kind === 'draw' ? this.#drawn(task) : this.#computed(task));
    return columns.get(whole) as WrittenColumn;
  }

  /** What is not written yet, arguments first, and the numbers that it needs. */
  #missing(whole: Task): { readonly toWrite: readonly Task[]; readonly toCompute: readonly Task[] } {
    const { columns } = this.#written;
    const seen = new Set<Task>();
    const open = [whole];
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      if (seen.has(task) || columns.has(task)) continue;
      seen.add(task);
      if (task.uncertain) open.push(...task.args);
    }
    const all = [...seen].sort((a, b) => a.order - b.order);
    return { toWrite: all.filter((t) => t.uncertain), toCompute: all.filter((t) => !t.uncertain) };
  }

  #computed(task: Task): WrittenColumn {
    const args = task.args.map((arg) => this.#written.columns.get(arg) as WrittenColumn);
    const impossible = args.flatMap((arg) => arg.impossible);
    const slots = slotsOf(this.#grid.graph, this.#written.steps, task, args);
    return { axes: task.axes, slots, impossible: [...new Set(impossible)] };
  }

  /** The parameters are numbers, which may differ from cell to cell. */
  #drawn({ node, axes, args }: Task): WrittenColumn {
    const { graph } = this.#grid;
    const maps = args.map((arg) => indexMap(graph, arg.axes, axes));
    const inputs = Array.from({ length: sizeOf(graph, axes) }, (_, i): Input => {
      const values = args.map((arg, k) => arg.column?.data[maps[k]?.[i] ?? 0] ?? Number.NaN);
      const distribution = distributionOf(graph, node, values);
      if (node.op.kind !== 'draw' || distribution === undefined)
        throw new Error(`node ${node.id} is not drawn`);
      return this.#input(node.op.name, distribution);
    });
    const impossible = new Set(inputs.flatMap((input) => input.impossible));
    return { axes, slots: inputs.map(({ slot }) => slot), impossible: [...impossible] };
  }

  #input(name: string, distribution: Distribution): Input {
    const { inputs } = this.#written;
    const key = `${name}\n${JSON.stringify(distribution, plainly)}`;
    const input = inputs.get(key) ?? this.#newInput(name, distribution);
    inputs.set(key, input);
    return input;
  }

  #newInput(name: string, distribution: Distribution): Input {
    const { steps, draws } = this.#written;
    const wrong = problems(distribution);
    if (wrong.length > 0) {
      const told = hasUnknown(distribution) ? [] : wrong.map((problem) => ({ ...problem, name }));
      return { slot: steps.constant(Number.NaN), impossible: told };
    }
    const marginal = marginalOf(distribution);
    const slot = steps.input(draws.length, boundsOf(marginal));
    draws.push({ name, distribution, marginal, slot });
    return { slot, impossible: [] };
  }
}

/** JSON has no word for what is infinite or unknown. */
function plainly(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
