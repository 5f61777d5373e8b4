// Figures as functions of everything that is uncertain, sample by sample: steps whose inputs are the draws. Each node is written once
// for each point of the axes that it depends on, as the grid computes it, but with a step where that has a number. What follows a
// slider is written with parameters (moving-numbers.ts), so that its next move finds it written.

import { dependents } from '../graph/dependents.ts';
import type { NodeId } from '../graph/types.ts';
import { problems } from '../numeric/distributions/distribution.ts';
import type { Distribution } from '../numeric/distributions/types.ts';
import { boundsOf, marginalOf } from '../numeric/draws/marginal.ts';
import { distributionOf, hasUnknown } from './distribution-at.ts';
import type { Grid } from './evaluate.ts';
import { indexMap, type Place, sizeOf } from './layout.ts';
import type { MovingNumbers, ParameterValues } from './moving-numbers.ts';
import { slotsOf, spread } from './slot-columns.ts';
import type { Pins, Task } from './specialise.ts';
import type { Slot, Step } from './steps.ts';
import {
  type Draw,
  type Impossible,
  type Input,
  movingIn,
  plainly,
  type Writing,
  type Written,
  type WrittenColumn,
  writtenFor,
} from './written-samples.ts';

/** Writes the steps for as many figures as are asked for. Draws of one name share a stream, wherever they are made. */
export class Sample {
  readonly #grid: Grid;
  readonly #written: Written;
  readonly #impossible = new Set<Impossible>();
  readonly #moving: MovingNumbers | undefined;
  /** 1 for the nodes that follow what moved last, as many as there were when it was looked. */
  #following: Uint8Array = new Uint8Array(0);
  /** Of the moving numbers, those of the last writing that this sample has looked at. */
  #writing: object | undefined;
  readonly #values: ParameterValues = new Map();

  /** The grid knows what does not depend on a draw. */
  constructor(grid: Grid) {
    this.#grid = grid;
    this.#written = writtenFor(grid);
    this.#moving = movingIn(grid, this.#written);
  }

  get steps(): readonly Step[] {
    return this.#written.steps.steps;
  }

  get draws(): readonly Draw[] {
    return this.#written.draws.filter((draw) => draw !== undefined);
  }

  /** What an input draws; undefined where it is a parameter. */
  draw(index: number): Draw | undefined {
    return this.#written.draws[index];
  }

  /** What the parameters among the steps are in this grid. */
  get parameters(): ReadonlyMap<Slot, number> {
    return this.#values;
  }

  /** Whether a step is another one in the next grid: it follows a parameter. */
  follows(slot: Slot): boolean {
    return this.#written.steps.follows(slot);
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
    const column = this.#column(id, pins);
    for (const one of column.impossible) this.#impossible.add(one);
    return spread(this.#grid.graph, column, axes);
  }

  /** The value of a figure that is the same in all samples. */
  fixed(slot: Slot): number | undefined {
    return this.#written.steps.fixed(slot);
  }

  /** The draws that a figure is computed from. */
  drawsOf(slots: readonly Slot[]): readonly Draw[] {
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
    return inputs.sort((a, b) => a - b).flatMap((index) => this.draw(index) ?? []);
  }

  #column(id: NodeId, pins: Pins): WrittenColumn {
    const moving = this.#moving;
    if (moving === undefined || !this.#isMoving(id)) return this.#write(this.#grid.taskUnder(id, pins));
    this.#lookAtNumbers(moving);
    const { asked } = this.#writingOf(moving);
    const key = `${id} ${pins.join()}`;
    const column = asked.get(key) ?? this.#write(this.#grid.taskUnder(id, pins));
    asked.set(key, column);
    return column;
  }

  /** Another sample may have begun a new writing since. */
  #lookAtNumbers(moving: MovingNumbers): void {
    if (this.#writing === moving.writing) return;
    for (const [slot, value] of moving.valuesIn(this.#grid)) this.#values.set(slot, value);
    this.#writing = moving.writing;
  }

  #writingOf(moving: MovingNumbers): Writing {
    const { writings } = this.#written;
    const writing = writings.get(moving.writing) ?? { columns: new WeakMap(), asked: new Map() };
    writings.set(moving.writing, writing);
    return writing;
  }

  /** Questions add nodes to a graph. */
  #isMoving(id: NodeId): boolean {
    const { graph, moves } = this.#grid;
    if (this.#moving === undefined) return false;
    if (this.#following.length < graph.nodes.length) this.#following = dependents(graph, moves?.last ?? []);
    return this.#following[id] === 1;
  }

  /** Where what is written of a task is kept. */
  #columns(task: Task): WeakMap<Task, WrittenColumn> {
    return this.#moving !== undefined && this.#isMoving(task.node.id)
      ? this.#writingOf(this.#moving).columns
      : this.#written.columns;
  }

  #write(whole: Task): WrittenColumn {
    const { toWrite, toCompute } = this.#missing(whole);
    this.#grid.compute(toCompute);
    for (const task of toWrite)
      this.#columns(task).set(task, task.node.op.kind === 'draw' ? this.#drawn(task) : this.#computed(task));
    return this.#argument(whole, false);
  }

  /** What is not written yet, arguments first, and the numbers that it needs. */
  #missing(whole: Task): { readonly toWrite: readonly Task[]; readonly toCompute: readonly Task[] } {
    const seen = new Set<Task>();
    const open = [whole];
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      if (seen.has(task) || this.#columns(task).has(task)) continue;
      seen.add(task);
      if (task.uncertain) open.push(...task.args);
    }
    const all = [...seen].sort((a, b) => a.order - b.order);
    return { toWrite: all.filter((t) => t.uncertain), toCompute: all.filter((t) => !t.uncertain) };
  }

  /** `exact` where nothing can be written without the numbers themselves. */
  #argument(task: Task, exact: boolean): WrittenColumn {
    const columns = this.#columns(task);
    const known = columns.get(task);
    if (known !== undefined) return known;
    const { steps } = this.#written;
    const { axes, column } = task;
    if (this.#moving !== undefined && columns !== this.#written.columns) {
      const to = { constant: (x: number) => steps.constant(x), parameter: this.#parameter };
      return { axes, slots: this.#moving.slots(task, exact, to, this.#values), impossible: [] };
    }
    const slots = Array.from(column?.data ?? [], (x) => steps.constant(x));
    const written = { axes, slots, impossible: [] };
    columns.set(task, written);
    return written;
  }

  readonly #parameter = (lo: number, hi: number): Slot => {
    const { draws, steps } = this.#written;
    return steps.input(draws.push(undefined) - 1, [lo, hi], true);
  };

  #computed(task: Task): WrittenColumn {
    // a length of time decides what is written
    const isLength = (k: number): boolean => task.node.op.kind === 'along' && k === 1;
    const args = task.args.map((arg, k) => this.#argument(arg, isLength(k)));
    const impossible = args.flatMap((arg) => arg.impossible);
    const slots = slotsOf(this.#grid.graph, this.#written.steps, task, args);
    return { axes: task.axes, slots, impossible: [...new Set(impossible)] };
  }

  /** The parameters of its distribution are numbers, which may differ from cell to cell. */
  #drawn({ node, axes, args }: Task): WrittenColumn {
    const { graph } = this.#grid;
    const maps = args.map((arg) => indexMap(graph, arg.axes, axes));
    for (const arg of args) this.#argument(arg, true);
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
