// Figures as lists of steps: what follows from something that moves is written out place by place, and everything else is a number.
// A tape has one input and is run for one value of it; a sample has every uncertain number and becomes columns.

import type { AlongOperation, Graph, Node, NodeId } from '../graph/types.ts';
import { writeAlong } from './along-steps.ts';
import type { Place } from './layout.ts';
import { type Key, Keys, type NodeAt, neededBy } from './needed.ts';
import type { Slot } from './steps.ts';
import type { Steps } from './written-steps.ts';

/** What moves, and what does not. */
export interface Moving {
  /** A node at a place is an input itself, may follow one, is an input that is computed as well, or stands still. */
  roleOf(at: NodeAt): 'input' | 'follows' | 'both' | 'still';
  /** The step that an input is; `computed` where it is both. */
  input(at: NodeAt, computed?: Slot): Slot;
  /** The number that stands still. */
  still(at: NodeAt): number;
}

export class StepList {
  readonly #graph: Graph;
  readonly #moving: Moving;
  readonly #to: Steps;
  readonly #slots = new Map<Key, Slot>();
  readonly #keys: Keys;
  /** Of each node along time, at a place without its month: the steps of the months that are written. */
  readonly #lines = new Map<Key, Line>();

  constructor(graph: Graph, moving: Moving, to: Steps) {
    this.#graph = graph;
    this.#moving = moving;
    this.#to = to;
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

  #node(id: NodeId): Node {
    const node = this.#graph.nodes[id];
    if (node === undefined) throw new Error(`there is no node ${id}`);
    return node;
  }

  #visit({ id, place }: NodeAt): Visit {
    return { id, place, key: this.#keys.of(id, place), needed: undefined };
  }

  #needs(at: Visit): readonly Visit[] {
    const role = this.#moving.roleOf(at);
    if (role !== 'follows' && role !== 'both') return [];
    return neededBy(this.#graph, this.#node(at.id), at.place).map((needed) => this.#visit(needed));
  }

  #write(at: Visit, args: readonly Slot[]): Slot {
    const role = this.#moving.roleOf(at);
    if (role === 'input') return this.#moving.input(at);
    if (role === 'still') return this.#to.constant(this.#moving.still(at));
    const computed = this.#computed(at, args);
    return role === 'both' ? this.#moving.input(at, computed) : computed;
  }

  #computed({ id, place }: NodeAt, args: readonly Slot[]): Slot {
    const { op } = this.#node(id);
    switch (op.kind) {
      case 'const':
        return this.#to.constant(op.value);
      case 'draw':
      case 'named':
      case 'at':
      case 'select':
        return args[0] as Slot;
      case 'cheapest':
        return this.#to.step({ kind: 'reduce', reduction: 'argmin' }, args);
      case 'reduce':
        return this.#to.step({ kind: 'reduce', reduction: op.reduction }, args);
      case 'pick':
        return this.#pick(args);
      case 'along':
        return this.#along(op.operation, this.#lineOf(id, place, op.axis), args);
      default:
        return this.#to.step(op, args);
    }
  }

  #pick([index, ...options]: readonly Slot[]): Slot {
    const which = this.#to.steps[index ?? -1];
    const decided = which?.op.kind === 'reduce' && which.op.reduction === 'argmin';
    return decided && which.args.length === options.length
      ? this.#to.step({ kind: 'choose' }, [...which.args, ...options])
      : this.#to.step({ kind: 'pick' }, [index ?? 0, ...options]);
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
    const written = writeAlong({ operation, ...line }, this.#to);
    return written ?? this.#to.step({ kind: 'along', operation }, [...line.x, ...line.length]);
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
