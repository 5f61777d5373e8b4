// Finds the step that does the same to the same arguments, if one was written. A table of places by a hash of op and arguments: some
// thousand steps are looked up for each model, and a key of text for each would take longer than writing them.

import { highWord } from '../numeric/functions/bits.ts';
import { type Slot, type Step, type StepOp, sameOp } from './steps.ts';

export class EqualSteps {
  readonly #steps: readonly Step[];
  /** Slots; -1 where there is none. A power of two of them, at least half of which are free. */
  #table = new Int32Array(1 << 10).fill(-1);
  #count = 0;

  /** The list may grow; what is in it stays. */
  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  find(op: StepOp, args: readonly Slot[]): Slot | undefined {
    const mask = this.#table.length - 1;
    for (let at = hash(op, args) & mask; ; at = (at + 1) & mask) {
      const slot = this.#table[at] as Slot;
      if (slot < 0) return undefined;
      const step = this.#steps[slot] as Step;
      if (sameOp(step.op, op) && sameArgs(step.args, args)) return slot;
    }
  }

  /** A step of which no equal one was added. */
  add(slot: Slot): void {
    this.#count += 1;
    if (2 * this.#count > this.#table.length) this.#grow();
    this.#put(slot);
  }

  #put(slot: Slot): void {
    const { op, args } = this.#steps[slot] as Step;
    const mask = this.#table.length - 1;
    let at = hash(op, args) & mask;
    while ((this.#table[at] as Slot) >= 0) at = (at + 1) & mask;
    this.#table[at] = slot;
  }

  #grow(): void {
    const slots = this.#table;
    this.#table = new Int32Array(2 * slots.length).fill(-1);
    for (const slot of slots) if (slot >= 0) this.#put(slot);
  }
}

function sameArgs(a: readonly Slot[], b: readonly Slot[]): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

function hash(op: StepOp, args: readonly Slot[]): number {
  let mixed = ofOp(op);
  for (let k = 0; k < args.length; k++)
    mixed = Math.imul(mixed ^ (args[k] as Slot), 0x9e3779b1) ^ (mixed >>> 15);
  return mixed ^ (mixed >>> 16);
}

/** What equal operations have in common, and few others. */
function ofOp(op: StepOp): number {
  switch (op.kind) {
    case 'input':
      return op.index;
    case 'const':
      return highWord(op.value);
    case 'scale':
      return highWord(op.numerator) ^ Math.imul(highWord(op.denominator), 31);
    case 'apply':
      return op.operation.charCodeAt(0) * 31 + op.operation.length;
    default:
      return op.kind.length;
  }
}
