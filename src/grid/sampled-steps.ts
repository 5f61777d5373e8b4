// The steps of a sample: written once, and left out where the bounds of what is drawn say what they come to (step-ranges.ts).

import type { Operation } from '../formula/typed.ts';
import type { Graph } from '../graph/types.ts';
import type { StepWriter } from './along-steps.ts';
import { onlyNumber, type Range, rangeAfter, rangeOf, rangeOfNumber, sameAs } from './step-ranges.ts';
import type { Slot, Step, StepOp } from './steps.ts';
import { Steps } from './written-steps.ts';

export class SampledSteps implements StepWriter {
  readonly #steps: Steps;
  readonly #ranges: Range[] = [];
  /** By slot, whether a parameter is below it. */
  readonly #follows: boolean[] = [];

  constructor(graph: Graph) {
    this.#steps = new Steps(graph);
  }

  get steps(): readonly Step[] {
    return this.#steps.steps;
  }

  /** `index` is that of a draw, which never lies outside of the bounds, or of a parameter, which is the same in all samples. */
  input(index: number, [lo, hi]: readonly [number, number], isParameter = false): Slot {
    return this.#written(this.#steps.input(index), rangeOf(lo, hi, false, true), isParameter);
  }

  constant(value: number): Slot {
    return this.#written(this.#steps.constant(value), rangeOfNumber(value), false);
  }

  apply(operation: Operation, args: readonly Slot[]): Slot {
    return this.step({ kind: 'apply', operation }, args);
  }

  /** The value of a step that is the same in all samples. */
  fixed(slot: Slot): number | undefined {
    return this.#steps.fixed(slot);
  }

  step(op: Exclude<StepOp, { kind: 'const' | 'input' }>, args: readonly Slot[]): Slot {
    const ranges = args.map((arg) => this.#ranges[arg] as Range);
    const same = sameAs(op, args, ranges);
    if (same !== undefined) return same;
    const range = rangeAfter(op, ranges);
    const number = onlyNumber(range);
    if (number !== undefined) return this.constant(number);
    const follows = args.some((arg) => this.follows(arg));
    return this.#written(this.#steps.step(op, inOrder(op, args)), range, follows);
  }

  /** The index first, then the options: where the index is that of the cheapest, the costs decide at once. */
  pick([index = -1, ...options]: readonly Slot[]): Slot {
    const which = this.steps[index];
    const decided = which?.op.kind === 'reduce' && which.op.reduction === 'argmin';
    return decided && which.args.length === options.length
      ? this.step({ kind: 'choose' }, [...which.args, ...options])
      : this.step({ kind: 'pick' }, [index, ...options]);
  }

  /** Whether it follows a parameter, and so what moves. */
  follows(slot: Slot): boolean {
    return this.#follows[slot] === true;
  }

  /** A step that was written before keeps its range; one that came down to another has one already. */
  #written(slot: Slot, range: Range, follows: boolean): Slot {
    this.#ranges[slot] ??= range;
    this.#follows[slot] ??= follows;
    return slot;
  }
}

/** Sums and products do not mind, and so are written once for both ways round. */
function inOrder(op: StepOp, args: readonly Slot[]): readonly Slot[] {
  if (op.kind !== 'apply' || (op.operation !== 'add' && op.operation !== 'mul')) return args;
  const [a = -1, b = -1] = args;
  return a <= b ? args : [b, a];
}
