// Figures as functions of one input: what depends on it is written out as a list of steps, place by place, and everything else
// is a number. A search asks such a list again and again; enclose.ts asks it for a whole interval at once.

import { operations } from '../formula/operations.ts';
import type { Operation, Reduction } from '../formula/typed.ts';
import type { AlongOperation, Graph, Node, NodeId } from '../graph/types.ts';
import { alongLine } from './along.ts';
import { type StepWriter, writeAlong } from './along-steps.ts';
import { GridTooLarge } from './evaluate.ts';
import type { Interpreter } from './interpret.ts';
import type { Place } from './layout.ts';
import { reduceLine } from './reductions.ts';

/** An index into the steps. */
export type Slot = number;

export type StepOp =
  | { readonly kind: 'input' }
  | { readonly kind: 'const'; readonly value: number }
  | { readonly kind: 'apply'; readonly operation: Operation }
  | { readonly kind: 'scale'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'reduce'; readonly reduction: Reduction }
  /** The last month of a line along time: the months of the first argument, then those of the second. */
  | { readonly kind: 'along'; readonly operation: AlongOperation }
  /** The index first, then the options. */
  | { readonly kind: 'pick' }
  /** Costs, then as many options: the one whose cost is the smallest known. */
  | { readonly kind: 'choose' };

export interface Step {
  readonly op: StepOp;
  /** Steps before this one. */
  readonly args: readonly Slot[];
}

/**
 * What the number that a tape is run with is to the input: its value, the same at every place; a factor on what it is at each
 * place; or how far it stands between the two ends of its range there, 0 for the low one and 1 for the high one.
 */
export type Meaning = 'value' | 'factor' | 'share of the range';

/** More steps than this are refused rather than run again and again. */
export const maximumSteps = 1 << 18;

/** Writes the steps for as many figures as are asked for. */
export class Tape {
  readonly steps: Step[] = [];
  readonly #graph: Graph;
  readonly #moved: NodeId;
  readonly #meaning: Meaning;
  readonly #rest: Interpreter;
  readonly #depends: Uint8Array;
  readonly #slots = new Map<string, Slot>();
  readonly #same = new Map<string, Slot>();
  #program: Program = { length: 0, start: new Float64Array(0), moving: [], run: [] };

  /** `rest` knows what does not depend on the input; several tapes over one graph may share it. */
  constructor(graph: Graph, moved: NodeId, rest: Interpreter, meaning: Meaning = 'value') {
    this.#graph = graph;
    this.#moved = moved;
    this.#rest = rest;
    this.#meaning = meaning;
    this.#depends = dependents(graph, moved);
  }

  /** The step that gives a node at a place. Without recursion, so that a long chain of nodes is no deeper than a short one. */
  slot(id: NodeId, place: Place): Slot {
    const open: { readonly id: NodeId; readonly place: Place }[] = [{ id, place }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const key = this.#key(top.id, top.place);
      const needed = this.#slots.has(key) ? [] : this.#needs(top.id, top.place);
      const missing = needed.filter((n) => !this.#slots.has(this.#key(n.id, n.place)));
      if (missing.length > 0) {
        open.push(...missing);
        continue;
      }
      open.pop();
      if (this.#slots.has(key)) continue;
      const args = needed.map((n) => this.#slots.get(this.#key(n.id, n.place)) as Slot);
      this.#slots.set(key, this.#write(top.id, top.place, args));
    }
    return this.#slots.get(this.#key(id, place)) as Slot;
  }

  difference(a: Slot, b: Slot): Slot {
    return this.#step({ kind: 'apply', operation: 'sub' }, [a, b]);
  }

  /** So many times as much. */
  scaled(a: Slot, factor: number): Slot {
    return this.#step({ kind: 'scale', numerator: factor, denominator: 1 }, [a]);
  }

  /** Whether a figure follows the input at all. */
  varies(slot: Slot): boolean {
    return this.steps[slot]?.op.kind !== 'const';
  }

  /** The value of every step. */
  run(x: number): Float64Array {
    if (this.#program.length !== this.steps.length) this.#program = programOf(this.steps);
    const { start, moving, run } = this.#program;
    const values = start.slice();
    for (let i = 0; i < moving.length; i++) {
      const slot = moving[i] as Slot;
      values[slot] = (run[i] as Run)(values, x);
    }
    return values;
  }

  #node(id: NodeId): Node {
    const node = this.#graph.nodes[id];
    if (node === undefined) throw new Error(`there is no node ${id}`);
    return node;
  }

  /** Points of axes that the node does not have make no difference. */
  #key(id: NodeId, place: Place): string {
    return `${id}@${this.#node(id).axes.map((axis) => place[axis] ?? 0)}`;
  }

  #needs(id: NodeId, place: Place): readonly { readonly id: NodeId; readonly place: Place }[] {
    const { op, args } = this.#node(id);
    if (this.#depends[id] !== 1 || id === this.#moved) return [];
    const at = (axis: number, index: number): Place => place.map((p, a) => (a === axis ? index : p));
    switch (op.kind) {
      case 'select':
        return args
          .slice(place[op.axis] ?? 0)
          .slice(0, 1)
          .map((arg) => ({ id: arg, place }));
      case 'at':
        return args.map((arg) => ({ id: arg, place: at(op.axis, op.index) }));
      case 'reduce': {
        const points = this.#graph.axes[op.axis]?.points.length ?? 1;
        const [first, last] = op.within ?? [0, points - 1];
        return Array.from({ length: last - first + 1 }, (_, p) => at(op.axis, first + p)).flatMap((there) =>
          args.map((arg) => ({ id: arg, place: there })),
        );
      }
      case 'along': {
        const month = place[op.axis] ?? 0;
        const until = (count: number): readonly Place[] =>
          Array.from({ length: count }, (_, m) => at(op.axis, m));
        const lines = args.flatMap((arg) => until(month + 1).map((there) => ({ id: arg, place: there })));
        return [...lines, ...until(month).map((there) => ({ id, place: there }))];
      }
      default:
        return args.map((arg) => ({ id: arg, place }));
    }
  }

  #write(id: NodeId, place: Place, args: readonly Slot[]): Slot {
    if (id === this.#moved) return this.#input(place);
    if (this.#depends[id] !== 1) return this.#constant(this.#rest.value(id, place));
    const { op } = this.#node(id);
    switch (op.kind) {
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
        return this.#along(op.operation, (place[op.axis] ?? 0) + 1, args);
      default:
        return this.#step(op, args);
    }
  }

  /** With the costs in sight that decide it, a choice can be told from all that it might have been. */
  #pick([index, ...options]: readonly Slot[]): Slot {
    const which = this.steps[index ?? -1];
    const decided = which?.op.kind === 'reduce' && which.op.reduction === 'argmin';
    return decided && which.args.length === options.length
      ? this.#step({ kind: 'choose' }, [...which.args, ...options])
      : this.#step({ kind: 'pick' }, [index ?? 0, ...options]);
  }

  #along(operation: AlongOperation, months: number, args: readonly Slot[]): Slot {
    const x = args.slice(0, months);
    const before = args.slice(args.length - months + 1);
    const length = args.slice(months, args.length - months + 1);
    const written = writeAlong({ operation, x, length, before }, this.#writer);
    return written ?? this.#step({ kind: 'along', operation }, [...x, ...length]);
  }

  readonly #writer: StepWriter = {
    constant: (value) => this.#constant(value),
    apply: (operation, args) => this.#step({ kind: 'apply', operation }, args),
    fixed: (slot) => this.#fixed(slot),
  };

  #input(place: Place): Slot {
    const input = this.#step({ kind: 'input' }, []);
    if (this.#meaning === 'value') return input;
    const times = (own: number): Slot =>
      this.#step({ kind: 'apply', operation: 'mul' }, [input, this.#constant(own)]);
    if (this.#meaning === 'factor') return times(this.#rest.value(this.#moved, place));
    const band = this.#graph.axes.findIndex((axis) => axis.kind === 'band');
    const [low = Number.NaN, high = Number.NaN] = [0, 2].map((end) =>
      this.#rest.value(
        this.#moved,
        place.map((p, axis) => (axis === band ? end : p)),
      ),
    );
    return this.#step({ kind: 'apply', operation: 'add' }, [this.#constant(low), times(high - low)]);
  }

  #constant(value: number): Slot {
    return this.#step({ kind: 'const', value }, []);
  }

  /** Equal steps are one; what only takes numbers is a number; a choice that is made is what it chose. */
  #step(op: StepOp, args: readonly Slot[]): Slot {
    const fixed = args.map((arg) => this.#fixed(arg));
    if (op.kind !== 'const' && op.kind !== 'input' && fixed.every((value) => value !== undefined)) {
      const values = Float64Array.from(fixed);
      return this.#constant(compute(op, [...args.keys()], values));
    }
    const [choice] = fixed;
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

  #fixed(slot: Slot): number | undefined {
    const op = this.steps[slot]?.op;
    return op?.kind === 'const' ? op.value : undefined;
  }
}

/** 1 for each node whose value can follow the input. Arguments come first, so one pass is enough. */
function dependents(graph: Graph, moved: NodeId): Uint8Array {
  const depends = new Uint8Array(graph.nodes.length);
  depends[moved] = 1;
  for (const { id, args } of graph.nodes) if (args.some((arg) => depends[arg] === 1)) depends[id] = 1;
  return depends;
}

type Run = (values: Float64Array, x: number) => number;

/** Steps made ready to be run again and again: numbers are there to begin with, and each other step is a function. */
interface Program {
  /** Of how many steps. */
  readonly length: number;
  readonly start: Float64Array;
  readonly moving: readonly Slot[];
  /** Of each that moves. */
  readonly run: readonly Run[];
}

function programOf(steps: readonly Step[]): Program {
  const start = Float64Array.from(steps, ({ op }) => (op.kind === 'const' ? op.value : 0));
  const moving = steps.flatMap(({ op }, slot) => (op.kind === 'const' ? [] : [slot]));
  return { length: steps.length, start, moving, run: moving.map((slot) => runOf(steps[slot] as Step)) };
}

/** Sums, products and comparisons, which are nearly all steps, read their arguments without a list of them. */
function runOf({ op, args }: Step): Run {
  if (op.kind === 'input') return (_, x) => x;
  const [a = -1, b = -1] = args;
  if (op.kind === 'apply' && args.length === 2) {
    const operation = operations[op.operation];
    return (values) => operation(values[a] as number, values[b] as number, Number.NaN);
  }
  return (values) => compute(op, args, values);
}

function compute(
  op: Exclude<StepOp, { kind: 'input' }>,
  args: readonly Slot[],
  values: Float64Array,
): number {
  const arg = (i: number): number => values[args[i] ?? -1] ?? Number.NaN;
  switch (op.kind) {
    case 'const':
      return op.value;
    case 'apply':
      return operations[op.operation](arg(0), arg(1), arg(2));
    case 'scale':
      return (arg(0) * op.numerator) / op.denominator;
    case 'reduce':
      return reduceLine(
        op.reduction,
        Float64Array.from(args, (_, i) => arg(i)),
      );
    case 'along': {
      const all = Float64Array.from(args, (_, i) => arg(i));
      const months = all.length / 2;
      const out = new Float64Array(months);
      alongLine(op.operation, out, [all.subarray(0, months), all.subarray(months)]);
      return out[months - 1] ?? Number.NaN;
    }
    case 'pick': {
      const index = arg(0);
      return Number.isNaN(index) ? Number.NaN : arg(1 + index);
    }
    case 'choose': {
      const half = args.length / 2;
      const index = reduceLine(
        'argmin',
        Float64Array.from({ length: half }, (_, i) => arg(i)),
      );
      return Number.isNaN(index) ? Number.NaN : arg(half + index);
    }
  }
}

function keyOf(op: StepOp): string {
  switch (op.kind) {
    case 'input':
    case 'pick':
    case 'choose':
      return op.kind;
    case 'const':
      return Object.is(op.value, -0) ? 'c-0' : `c${op.value}`;
    case 'apply':
      return op.operation;
    case 'scale':
      return `*${op.numerator}/${op.denominator}`;
    case 'reduce':
      return `r${op.reduction}`;
    case 'along':
      return `a${op.operation}`;
  }
}
