// The steps of a sample as a program of kernels, and its figures as columns. What no kernel does (purchases
// and commitments whose lengths are uncertain) is computed between two runs: everything before it, then it, then what needs it.

import type { Reduction } from '../formula/typed.ts';
import { InternedNumbers } from '../graph/interned.ts';
import type { Graph } from '../graph/types.ts';
import { columnsOf } from '../numeric/kernels/columns.ts';
import type { Machine } from '../numeric/kernels/machine.ts';
import type { Step as Instruction, OperationName, Program, Value } from '../numeric/kernels/program.ts';
import { GridTooLarge, maximumCells } from './evaluate.ts';
import type { Sample } from './sample.ts';
import { type Sampling, type Sources, sourcesOf } from './sources.ts';
import { compute, type Slot, type Step, type StepOp } from './steps.ts';
import type { Draw } from './written-samples.ts';

/** A step without a kernel: its column is filled from outside once those of its arguments are known. */
interface Late {
  readonly column: Value;
  readonly op: Exclude<StepOp, { kind: 'input' }>;
  readonly args: readonly Value[];
  /** 1 where it needs no other such step, 2 where it needs one of those, and so on. */
  readonly level: number;
}

export interface SampledProgram {
  /** Its results are the figures that were asked for. */
  readonly program: Program;
  readonly late: readonly Late[];
  /** Where the program has what was said to be given, and the parameters. */
  readonly places: ReadonlyMap<Slot, Value>;
}

/** The program that computes these slots; `given` are columns that are there already. */
export function sampledProgram(
  graph: Graph,
  sample: Pick<Sample, 'steps' | 'draw' | 'parameters'>,
  wanted: readonly Slot[],
  sampling: Sampling,
  given: readonly Slot[] = [],
): SampledProgram {
  const { steps, parameters } = sample;
  const writer = new Writer(sourcesOf(graph, sampling), sample);
  const values = new Int32Array(steps.length);
  const stepOf = (slot: Slot): Value => values[slot] as Value;
  const places = new Map(given.map((slot) => [slot, writer.column()]));
  for (const [slot, value] of places) values[slot] = value;
  for (const slot of neededFor(steps, wanted, given)) {
    const { op, args } = steps[slot] as Step;
    const parameter = parameters.get(slot);
    const value = parameter === undefined ? writer.write(op, args.map(stepOf)) : writer.parameter(parameter);
    if (parameter !== undefined) places.set(slot, value);
    values[slot] = value;
  }
  return { program: { steps: writer.steps, results: wanted.map(stepOf) }, late: writer.late, places };
}

/**
 * Arguments first, and otherwise in the order of what is wanted: what a figure needs stands just before it, so that few columns are
 * needed at once. Without recursion, since sums over time are long chains.
 */
function neededFor(steps: readonly Step[], wanted: readonly Slot[], given: readonly Slot[]): readonly Slot[] {
  const state = new Uint8Array(steps.length);
  for (const slot of given) state[slot] = 2;
  const order: Slot[] = [];
  const open = [...wanted].reverse();
  for (let slot = open.at(-1); slot !== undefined; slot = open.at(-1)) {
    if (state[slot] === 0) {
      state[slot] = 1;
      const args = steps[slot]?.args ?? [];
      for (let k = args.length - 1; k >= 0; k--) if (state[args[k] as Slot] === 0) open.push(args[k] as Slot);
      continue;
    }
    open.pop();
    if (state[slot] === 1) order.push(slot);
    state[slot] = 2;
  }
  return order;
}

class Writer {
  readonly steps: Instruction[] = [];
  readonly late: Late[] = [];
  readonly #sources: Sources;
  readonly #sample: Pick<Sample, 'draw'>;
  readonly #constants = new InternedNumbers();
  /** Of each step, how many runs it needs before the one that can compute it. */
  readonly #levels: number[] = [];

  constructor(sources: Sources, sample: Pick<Sample, 'draw'>) {
    this.#sources = sources;
    this.#sample = sample;
  }

  column(): Value {
    return this.steps.push({ kind: 'column' }) - 1;
  }

  parameter(value: number): Value {
    return this.steps.push({ kind: 'parameter', value }) - 1;
  }

  write(op: StepOp, args: readonly Value[]): Value {
    const [a = -1] = args;
    switch (op.kind) {
      case 'input': {
        const { name, marginal } = this.#sample.draw(op.index) as Draw;
        return this.#sources.draw(name, marginal, this.steps);
      }
      case 'const':
        return this.#constant(op.value);
      case 'apply':
        return this.#apply(op.operation, args);
      case 'scale': {
        const numerator = this.#constant(op.numerator);
        if (op.denominator === 1) return this.#apply('mul', [a, numerator]);
        return this.#apply('scale', [a, numerator, this.#constant(op.denominator)]);
      }
      case 'reduce':
        return this.#reduce(op.reduction, args);
      case 'along':
        return this.#later(op, args);
      case 'pick':
        return this.#apply('pick', args);
      case 'choose': {
        const half = args.length / 2;
        const index = this.#apply('cheapest', args.slice(0, half));
        return this.#apply('pick', [index, ...args.slice(half)]);
      }
    }
  }

  /** In the order of reductions.ts, so that the bits are the same. */
  #reduce(reduction: Reduction, args: readonly Value[]): Value {
    const chain = (kernel: OperationName, all: readonly Value[]): Value =>
      all.reduce((x, y) => this.#apply(kernel, [x, y]));
    switch (reduction) {
      case 'sum':
      case 'count':
        return chain('add', [this.#constant(0), ...args]);
      case 'mean':
        return this.#apply('div', [this.#reduce('sum', args), this.#constant(args.length)]);
      case 'min':
      case 'max':
        return chain(reduction, args);
      case 'all':
        return chain('and', args);
      case 'any':
        return chain('or', args);
      case 'first':
        return args[0] as Value;
      case 'last':
        return args.at(-1) as Value;
      case 'argmin':
        return this.#apply('cheapest', args);
      case 'argmax':
        return this.#apply(
          'cheapest',
          args.map((arg) => this.#apply('neg', [arg])),
        );
    }
  }

  #constant(value: number): Value {
    return this.#constants.of(value, (own) => this.steps.push({ kind: 'constant', value: own }) - 1);
  }

  #apply(kernel: OperationName, args: readonly Value[]): Value {
    const value = this.steps.push({ kind: 'apply', kernel, args }) - 1;
    this.#levels[value] = this.#levelOf(args);
    return value;
  }

  #later(op: Late['op'], args: readonly Value[]): Value {
    const column = this.column();
    const level = this.#levelOf(args) + 1;
    this.#levels[column] = level;
    this.late.push({ column, op, args, level });
    return column;
  }

  #levelOf(args: readonly Value[]): number {
    let most = 0;
    for (const arg of args) most = Math.max(most, this.#levels[arg] ?? 0);
    return most;
  }
}

/** Throws GridTooLarge where the columns of all results do not fit. */
export function refuseTooMany({ results }: Program, samples: number): void {
  const cells = results.length * samples;
  if (cells > maximumCells) throw new GridTooLarge(['samples'], cells);
}

/** The figures that were asked for, each as one column of samples. `columns` are what was said to be given. */
export function sampledColumns(
  { program, late }: SampledProgram,
  samples: number,
  machineOf: (bytes: number) => Machine,
  columns: ReadonlyMap<Value, Float64Array> = new Map(),
): readonly Float64Array[] {
  refuseTooMany(program, samples);
  const given = new Map(columns);
  const levels = [...new Set(late.map(({ level }) => level))].sort((a, b) => a - b);
  for (const level of levels) {
    const now = late.filter((one) => one.level === level);
    const results = [...new Set(now.flatMap(({ args }) => args))];
    const columns = columnsOf({ steps: program.steps, results }, samples, machineOf, given);
    const columnOf = new Map(results.map((value, i) => [value, columns[i] as Float64Array]));
    for (const { column, op, args } of now)
      given.set(
        column,
        columnOfStep(
          op,
          args.map((arg) => columnOf.get(arg) as Float64Array),
          samples,
        ),
      );
  }
  return columnsOf(program, samples, machineOf, given);
}

function columnOfStep(op: Late['op'], args: readonly Float64Array[], samples: number): Float64Array {
  const places = [...args.keys()];
  const row = new Float64Array(args.length);
  return Float64Array.from({ length: samples }, (_, i) => {
    for (const [k, column] of args.entries()) row[k] = column[i] as number;
    return compute(op, places, row);
  });
}
