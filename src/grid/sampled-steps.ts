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

  constructor(graph: Graph) {
    this.#steps = new Steps(graph);
  }

  get steps(): readonly Step[] {
    return this.#steps.steps;
  }

  /** `index` is that of a draw, which never lies outside of the bounds. */
  input(index: number, [lo, hi]: readonly [number, number]): Slot {
    return this.#ranged(this.#steps.input(index), rangeOf(lo, hi, false, true));
  }

  constant(value: number): Slot {
    return this.#ranged(this.#steps.constant(value), rangeOfNumber(value));
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
    return this.#ranged(this.#steps.step(op, inOrder(op, args)), range);
  }

  /** The index first, then the options: where the index is that of the cheapest, the costs decide at once. */
  pick([index = -1, ...options]: readonly Slot[]): Slot {
    const which = this.steps[index];
    const decided = which?.op.kind === 'reduce' && which.op.reduction === 'argmin';
    return decided && which.args.length === options.length
      ? this.step({ kind: 'choose' }, [...which.args, ...options])
      : this.step({ kind: 'pick' }, [index, ...options]);
  }

  /** A step that was written before keeps its range; one that came down to another has one already. */
  #ranged(slot: Slot, range: Range): Slot {
    this.#ranges[slot] ??= range;
    return slot;
  }
}

/** Sums and products do not mind, and so are written once for both ways round. */
function inOrder(op: StepOp, args: readonly Slot[]): readonly Slot[] {
  if (op.kind !== 'apply' || (op.operation !== 'add' && op.operation !== 'mul')) return args;
  const [a = -1, b = -1] = args;
  return a <= b ? args : [b, a];
}
