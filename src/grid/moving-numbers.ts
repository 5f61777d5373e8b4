// Numbers that are the same in all samples but follow what moves: a slider's price, hour by hour, at each scale. In the steps of a
// sample they are parameters, so that the next move sets them and runs what is written.
//
// A parameter is taken to stay within bounds around what it was, and the steps leave out what these bounds decide (step-ranges.ts).
// A move beyond them widens them, and writes again what follows.

import type { NodeId } from '../graph/types.ts';
import type { Grid } from './evaluate.ts';
import type { Pins, Task } from './specialise.ts';
import type { Slot } from './steps.ts';

/** What the steps are written to. */
export interface ParameterWriter {
  constant(value: number): Slot;
  /** A new one, which stays within the bounds. */
  parameter(lo: number, hi: number): Slot;
}

/** Values by the steps of parameters. */
export type ParameterValues = Map<Slot, number>;

interface Cell {
  readonly slot: Slot;
  /** Equal where the number stands in the steps itself. */
  readonly lo: number;
  readonly hi: number;
}

/** One column of numbers on the border between what is certain and what is drawn. */
interface Border {
  readonly id: NodeId;
  readonly pins: Pins;
  /** Nothing can be written without the numbers themselves: distributions, lengths of time. */
  readonly exact: boolean;
  cells: readonly Cell[];
  /** Of the writing that it was read in last. */
  writing: object | undefined;
}

/** Of all models in which the same inputs moved last, and the others stand alike. */
export class MovingNumbers {
  readonly #borders = new Map<string, Border>();
  /** Another one whenever bounds were left, and all that follows is to be written again. */
  writing: object = {};

  /** The steps of a column of a grid; their values are put to the others. */
  slots(task: Task, exact: boolean, to: ParameterWriter, values: ParameterValues): readonly Slot[] {
    const { id } = task.node;
    const { pins, column } = task;
    if (pins === undefined || column === undefined) throw new Error(`node ${id} was not computed`);
    const key = `${exact ? '=' : ''}${id} ${pins.join()}`;
    const border = this.#borders.get(key) ?? { id, pins, exact, cells: [], writing: undefined };
    this.#borders.set(key, border);
    if (border.writing !== this.writing) {
      border.cells = Array.from(column.data, (value, i) => cellFor(value, border.cells[i], exact, to));
      border.writing = this.writing;
    }
    put(border, column.data, values);
    return border.cells.map(({ slot }) => slot);
  }

  /** What the numbers of this writing are in a grid. Where one has left its bounds, a new writing begins. */
  valuesIn(grid: Grid): ParameterValues {
    const read = [...this.#borders.values()].filter(({ writing }) => writing === this.writing);
    const tasks = read.map(({ id, pins }) => grid.taskUnder(id, pins));
    grid.compute(tasks);
    const values: ParameterValues = new Map();
    for (const [k, border] of read.entries()) {
      const data = tasks[k]?.column?.data ?? new Float64Array(border.cells.length).fill(Number.NaN);
      if (border.cells.every((cell, i) => holds(cell, data[i] as number))) put(border, data, values);
      else this.writing = {};
    }
    return values;
  }
}

function put({ cells }: Border, data: Float64Array, values: ParameterValues): void {
  for (const [i, { slot, lo, hi }] of cells.entries())
    if (!Object.is(lo, hi)) values.set(slot, data[i] as number);
}

function cellFor(value: number, before: Cell | undefined, exact: boolean, to: ParameterWriter): Cell {
  const around = exact
    ? ([value, value] as const)
    : before === undefined
      ? boundsAround(value)
      : wider(before, value);
  const [lo, hi] = around;
  if (Object.is(lo, hi)) return { slot: to.constant(value), lo, hi };
  if (before !== undefined && Object.is(before.lo, lo) && Object.is(before.hi, hi)) return before;
  return { slot: to.parameter(lo, hi), lo, hi };
}

type Bounds = readonly [lo: number, hi: number];

const anything: Bounds = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** How far a slider is pulled at first. */
const reach = 4;

/** Yes and no, none and one, unknown and unlimited are taken to stay; other numbers keep their sign and about their size. */
function boundsAround(value: number): Bounds {
  const [near, far] = [value / reach, value * reach];
  if (value === 0 || value === 1 || !Number.isFinite(far) || near === 0) return [value, value];
  return value > 0 ? [near, far] : [far, near];
}

/** So that a number that moves about is written as few times as it has sizes. */
function wider(before: Cell, value: number): Bounds {
  if (holds(before, value)) return [before.lo, before.hi];
  if (![before.lo, before.hi, value].every(Number.isFinite)) return anything;
  const [lo, hi] = boundsAround(value);
  return [Math.min(lo, before.lo), Math.max(hi, before.hi)];
}

function holds({ lo, hi }: Cell, value: number): boolean {
  if (Object.is(lo, hi)) return Object.is(value, lo);
  return lo === Number.NEGATIVE_INFINITY || (value >= lo && value <= hi);
}
