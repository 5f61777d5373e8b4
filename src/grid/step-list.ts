// Figures as lists of steps: what follows from something that moves is written out place by place, and everything else is a number.
// A tape has one input and is run for one value of it; a sample has every uncertain number and becomes columns.

import type { Operation } from '../formula/typed.ts';
import type { AlongOperation, Graph, Node, NodeId } from '../graph/types.ts';
import { type StepWriter, writeAlong } from './along-steps.ts';
import { GridTooLarge } from './evaluate.ts';
import type { Place } from './layout.ts';
import { type Key, Keys, type NodeAt, neededBy } from './needed.ts';
import { compute, keyOf, type Slot, type Step, type StepOp } from './steps.ts';

/** What moves, and what does not. */
export interface Moving {
  /** A node at a place is an input itself, may follow one, or stands still. */
  roleOf(at: NodeAt): 'input' | 'follows' | 'still';
  /** The step that an input is. */
  input(at: NodeAt): Slot;
  /** The number that stands still. */
  still(at: NodeAt): number;
}

/** More steps than this are refused rather than run again and again. */
export const maximumSteps = 1 << 18;

export class StepList implements StepWriter {
  readonly steps: Step[] = [];
  readonly #graph: Graph;
  readonly #moving: Moving;
  readonly #slots = new Map<Key, Slot>();
  readonly #keys: Keys;
  /** Of each node along time, at a place without its month: the steps of the months that are written. */
  readonly #lines = new Map<Key, Line>();
  readonly #same = new Map<string, Slot>();

  constructor(graph: Graph, moving: Moving) {
    this.#graph = graph;
    this.#moving = moving;
    this.#keys = new Keys(graph);
  }

  /** The step that gives a node at a place. Without recursion, so that a long chain of nodes is no deeper than a short one. */
  slot(id: NodeId, place: Place): Slot {
    const whole = this.#visit({ id, place });
    const open = [whole];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (this.#slots.has(top.key)) {
        open.pop();
        continue;
      }
      top.needed ??= this.#needs(top);
      const missing = top.needed.filter(({ key }) => !this.#slots.has(key));
      if (missing.length > 0) {
        open.push(...missing);
        continue;
      }
      open.pop();
      const args = top.needed.map(({ key }) => this.#slots.get(key) as Slot);
      this.#slots.set(top.key, this.#write(top, args));
    }
    return this.#slots.get(whole.key) as Slot;
  }

  input(index: number): Slot {
    return this.#step({ kind: 'input', index }, []);
  }

  constant(value: number): Slot {
    return this.#step({ kind: 'const', value }, []);
  }

  apply(operation: Operation, args: readonly Slot[]): Slot {
    return this.#step({ kind: 'apply', operation }, args);
  }

  scaled(a: Slot, factor: number): Slot {
    return this.#step({ kind: 'scale', numerator: factor, denominator: 1 }, [a]);
  }

  /** The value of a step that does not move. */
  fixed(slot: Slot): number | undefined {
    const op = this.steps[slot]?.op;
    return op?.kind === 'const' ? op.value : undefined;
  }

  #node(id: NodeId): Node {
    const node = this.#graph.nodes[id];
    if (node === undefined) throw new Error(`there is no node ${id}`);
    return node;
  }

  #visit({ id, place }: NodeAt): Visit {
    return { id, place, key: this.#keys.of(id, place), needed: undefined };
  }

  #needs(at: Visit): readonly Visit[] {
    if (this.#moving.roleOf(at) !== 'follows') return [];
    return neededBy(this.#graph, this.#node(at.id), at.place).map((needed) => this.#visit(needed));
  }

  #write(at: Visit, args: readonly Slot[]): Slot {
    const role = this.#moving.roleOf(at);
    if (role === 'input') return this.#moving.input(at);
    if (role === 'still') return this.constant(this.#moving.still(at));
    const { id, place } = at;
    const { op } = this.#node(id);
    switch (op.kind) {
      case 'draw':
      case 'named':
      case 'at':
      case 'select':
        return args[0] as Slot;
      case 'cheapest':
        return this.#step({ kind: 'reduce', reduction: 'argmin' }, args);
      case 'reduce':
        return this.#step({ kind: 'reduce', reduction: op.reduction }, args);
      case 'pick':
        return this.#pick(args);
      case 'along':
        return this.#along(op.operation, this.#lineOf(id, place, op.axis), args);
      default:
        return this.#step(op, args);
    }
  }

  #pick([index, ...options]: readonly Slot[]): Slot {
    const which = this.steps[index ?? -1];
    const decided = which?.op.kind === 'reduce' && which.op.reduction === 'argmin';
    return decided && which.args.length === options.length
      ? this.#step({ kind: 'choose' }, [...which.args, ...options])
      : this.#step({ kind: 'pick' }, [index ?? 0, ...options]);
  }

  #lineOf(id: NodeId, place: Place, axis: number): Line {
    const start = place.map((p, a) => (a === axis ? 0 : p));
    const key = this.#keys.of(id, start);
    const line = this.#lines.get(key) ?? { x: [], length: [], before: [] };
    this.#lines.set(key, line);
    return line;
  }

  /** Months come one after the other: the last argument is the result in the month before, if there is one. */
  #along(operation: AlongOperation, line: Line, args: readonly Slot[]): Slot {
    const [x = 0, second] = args;
    const months = line.x.length;
    const previous = months === 0 ? undefined : args.at(-1);
    const length = args.length - (previous === undefined ? 0 : 1) > 1 ? second : undefined;
    line.x.push(x);
    if (length !== undefined) line.length.push(length);
    if (previous !== undefined) line.before.push(previous);
    const written = writeAlong({ operation, ...line }, this);
    return written ?? this.#step({ kind: 'along', operation }, [...line.x, ...line.length]);
  }

  /** Equal steps are one; what only takes numbers is a number; a choice that is made is what it chose. */
  #step(op: StepOp, args: readonly Slot[]): Slot {
    if (op.kind !== 'const' && op.kind !== 'input' && args.every((arg) => this.fixed(arg) !== undefined)) {
      const values = Float64Array.from(args, (arg) => this.fixed(arg) as number);
      return this.constant(compute(op, [...args.keys()], values));
    }
    const choice = this.fixed(args[0] ?? -1);
    if (choice !== undefined && !Number.isNaN(choice)) {
      if (op.kind === 'apply' && op.operation === 'if') return args[choice === 1 ? 1 : 2] as Slot;
      if (op.kind === 'pick' && args[1 + choice] !== undefined) return args[1 + choice] as Slot;
    }
    const key = `${keyOf(op)}(${args.join()})`;
    let slot = this.#same.get(key);
    if (slot === undefined) {
      slot = this.steps.push({ op, args }) - 1;
      if (slot >= maximumSteps) throw this.#tooLong();
      this.#same.set(key, slot);
    }
    return slot;
  }

  #tooLong(): GridTooLarge {
    const names = this.#graph.axes.filter((axis) => axis.kind !== 'band').map((axis) => axis.name);
    return new GridTooLarge(names, maximumSteps + 1, maximumSteps);
  }
}

interface Visit extends NodeAt {
  readonly key: Key;
  /** What has to be written before, once that was asked. */
  needed: readonly Visit[] | undefined;
}

/** Steps by month. */
interface Line {
  readonly x: Slot[];
  readonly length: Slot[];
  readonly before: Slot[];
}
