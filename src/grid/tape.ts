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
  readonly #slots = new Map<Key, Slot>();
  readonly #keys: Keys;
  /** Of each node along time, at a place without its month: the steps of the months that are written. */
  readonly #lines = new Map<Key, Line>();
  readonly #same = new Map<string, Slot>();
  #program: Program = { length: 0, start: new Float64Array(0), moving: [], run: [] };

  /** `rest` knows what does not depend on the input; several tapes over one graph may share it. */
  constructor(graph: Graph, moved: NodeId, rest: Interpreter, meaning: Meaning = 'value') {
    this.#graph = graph;
    this.#moved = moved;
    this.#rest = rest;
    this.#meaning = meaning;
    this.#depends = dependents(graph, moved);
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

  #visit({ id, place }: NodeAt): Visit {
    return { id, place, key: this.#keys.of(id, place), needed: undefined };
  }

  #needs({ id, place }: Visit): readonly Visit[] {
    if (this.#depends[id] !== 1 || id === this.#moved) return [];
    return neededBy(this.#graph, this.#node(id), place).map((needed) => this.#visit(needed));
  }

  #write({ id, place }: Visit, args: readonly Slot[]): Slot {
    if (id === this.#moved) return this.#input(place);
    if (this.#depends[id] !== 1) return this.#constant(this.#rest.value(id, place));
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

  /** With the costs in sight that decide it, a choice can be told from all that it might have been. */
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
    const written = writeAlong({ operation, ...line }, this.#writer);
    return written ?? this.#step({ kind: 'along', operation }, [...line.x, ...line.length]);
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

/** What tells a node at a place from all others. */
type Key = number | string;

export interface NodeAt {
  readonly id: NodeId;
  readonly place: Place;
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

/** A graph may grow while a tape is written, and its numbers must not run into one another. */
const mostNodes = 2 ** 22;

class Keys {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Points of axes that the node does not have make no difference. A number is made and found faster than a text. */
  of(id: NodeId, place: Place): Key {
    const { axes, nodes } = this.#graph;
    const own = nodes[id]?.axes ?? [];
    let index = 0;
    let size = 1;
    for (const axis of own) {
      const points = axes[axis]?.points.length ?? 1;
      index = index * points + (place[axis] ?? 0);
      size *= points;
    }
    if (size < Number.MAX_SAFE_INTEGER / mostNodes) return index * mostNodes + id;
    return `${id}@${own.map((axis) => place[axis] ?? 0)}`;
  }
}

/** What a node is computed from at a place; along time, also from itself in the month before, which comes of those before it. */
function neededBy(graph: Graph, { id, op, args }: Node, place: Place): readonly NodeAt[] {
  const at = (axis: number, index: number): Place => place.map((p, a) => (a === axis ? index : p));
  const all = (there: Place): readonly NodeAt[] => args.map((arg) => ({ id: arg, place: there }));
  switch (op.kind) {
    case 'select': {
      const chosen = args[place[op.axis] ?? 0];
      return chosen === undefined ? [] : [{ id: chosen, place }];
    }
    case 'at':
      return all(at(op.axis, op.index));
    case 'reduce': {
      const points = graph.axes[op.axis]?.points.length ?? 1;
      const [first, last] = op.within ?? [0, points - 1];
      return Array.from({ length: last - first + 1 }, (_, p) => all(at(op.axis, first + p))).flat();
    }
    case 'along': {
      const month = place[op.axis] ?? 0;
      return month === 0 ? all(place) : [...all(place), { id, place: at(op.axis, month - 1) }];
    }
    case 'draw':
      // its parameters are there for sampling
      return all(place).slice(0, 1);
    default:
      return all(place);
  }
}

/** The nodes from which these are computed at their places: an input that is not among them moves none of them. */
export function reachedFrom(graph: Graph, roots: readonly NodeAt[]): ReadonlySet<NodeId> {
  const keys = new Keys(graph);
  const seen = new Set<Key>();
  const reached = new Set<NodeId>();
  const open = [...roots];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const key = keys.of(top.id, top.place);
    const node = graph.nodes[top.id];
    if (seen.has(key) || node === undefined) continue;
    seen.add(key);
    reached.add(top.id);
    open.push(...neededBy(graph, node, top.place));
  }
  return reached;
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
