// Steps as they are written down: equal ones once, and what does not move as a number.

import type { Operation } from '../formula/typed.ts';
import { hashOf, Interned, InternedNumbers, sameArgs } from '../graph/interned.ts';
import type { Graph } from '../graph/types.ts';
import type { StepWriter } from './along-steps.ts';
import { GridTooLarge } from './evaluate.ts';
import { reduceLine } from './reductions.ts';
import { compute, hashOfOp, type Slot, type Step, type StepOp, sameOp } from './steps.ts';

/** More steps than this are refused rather than run again and again. */
export const maximumSteps = 1 << 18;

/** Numbers are written by themselves. */
type WrittenOp = Exclude<StepOp, { kind: 'const' }>;

export class Steps implements StepWriter {
  readonly steps: Step[] = [];
  readonly #graph: Graph;
  readonly #same = new Interned();
  readonly #constants = new InternedNumbers();

  /** The graph is there to say what there is too much of. */
  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** `today`: what it is as long as something else moves. */
  input(index: number, today: readonly Slot[] = []): Slot {
    return this.step({ kind: 'input', index }, today);
  }

  constant(value: number): Slot {
    return this.#constants.of(value, (own) => this.#push({ kind: 'const', value: own }, []));
  }

  apply(operation: Operation, args: readonly Slot[]): Slot {
    return this.step({ kind: 'apply', operation }, args);
  }

  scaled(a: Slot, factor: number): Slot {
    return this.step({ kind: 'scale', numerator: factor, denominator: 1 }, [a]);
  }

  /** The value of a step that does not move. */
  fixed(slot: Slot): number | undefined {
    const op = this.steps[slot]?.op;
    return op?.kind === 'const' ? op.value : undefined;
  }

  /** Equal steps are one; what only takes numbers is a number; a choice that is made is what it chose. */
  step(op: WrittenOp, args: readonly Slot[]): Slot {
    const folded = this.#folded(op, args);
    if (folded !== undefined) return folded;
    const hash = hashOf(hashOfOp(op), args);
    const known = this.#same.find(hash, (slot) => {
      const step = this.steps[slot] as Step;
      return sameArgs(step.args, args) && sameOp(step.op, op);
    });
    if (known !== undefined) return known;
    const slot = this.#push(op, args);
    this.#same.add(hash, slot);
    return slot;
  }

  /** A step of which no equal one was written. */
  newStep(op: WrittenOp, args: readonly Slot[]): Slot {
    return this.#folded(op, args) ?? this.#push(op, args);
  }

  #folded(op: WrittenOp, args: readonly Slot[]): Slot | undefined {
    if (op.kind === 'input') return undefined;
    if (this.#areFixed(args)) {
      const values = Float64Array.from(args, (arg) => this.fixed(arg) as number);
      return this.constant(compute(op, [...args.keys()], values));
    }
    if (op.kind === 'choose') return this.#chosen(args);
    const choice = this.fixed(args[0] ?? -1);
    if (choice === undefined || Number.isNaN(choice)) return undefined;
    if (op.kind === 'apply' && op.operation === 'if') return args[choice === 1 ? 1 : 2];
    return op.kind === 'pick' ? args[1 + choice] : undefined;
  }

  /** Where the costs do not move. */
  #chosen(args: readonly Slot[]): Slot | undefined {
    const costs = args.slice(0, args.length / 2);
    if (!this.#areFixed(costs)) return undefined;
    const index = reduceLine(
      'argmin',
      Float64Array.from(costs, (cost) => this.fixed(cost) as number),
    );
    return Number.isNaN(index) ? this.constant(Number.NaN) : args[costs.length + index];
  }

  #areFixed(args: readonly Slot[]): boolean {
    for (const arg of args) if (this.steps[arg]?.op.kind !== 'const') return false;
    return true;
  }

  #push(op: StepOp, args: readonly Slot[]): Slot {
    const slot = this.steps.push({ op, args }) - 1;
    if (slot >= maximumSteps) throw this.#tooLong();
    return slot;
  }

  #tooLong(): GridTooLarge {
    const names = this.#graph.axes.filter((axis) => axis.kind !== 'band').map((axis) => axis.name);
    return new GridTooLarge(names, maximumSteps + 1, maximumSteps);
  }
}
