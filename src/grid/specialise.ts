// What a node really needs once some axes are pinned. A `select` on a pinned axis is its branch, `at` is nothing but a pin, and
// what no longer differs along an axis no longer has it: one case of a large grid costs one case.

import type { Graph, Node, NodeId } from '../graph/types.ts';
import type { Column } from './layout.ts';

/** For each axis the index it is pinned to, or -1. */
export type Pins = readonly number[];

interface NodeUnder {
  readonly id: NodeId;
  readonly pins: Pins;
  /** Tells it from the same node under pins that make a difference. */
  readonly key: number | string;
  /** What has to be there before, once that was asked. */
  needed?: readonly NodeUnder[];
}

/** A node under pins: what is left to compute. Equal ones are one object. */
export interface Task {
  /** const, apply, scale, select, reduce, along, cheapest or pick; names are gone, and `at` but for one month of an `along`. */
  readonly node: Node;
  readonly args: readonly Task[];
  /** Ascending. */
  readonly axes: readonly number[];
  /** The result, while somebody still reads it. */
  column: Column | undefined;
  /** Readers in the evaluation under way. */
  readers: number;
  /** Order of making: arguments come first. */
  readonly order: number;
}

export class Specialiser {
  readonly #graph: Graph;
  /** By node, then by what is pinned of its own axes. */
  readonly #tasks: (Map<number | string, Task> | undefined)[] = [];
  readonly #same = new Map<string, Task>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** The task of a node. Without recursion, so that a chain of a hundred thousand nodes is no deeper than one. */
  task(id: NodeId, pins: Pins): Task {
    const whole = this.#under(id, pins);
    const known = this.#known(whole);
    if (known !== undefined) return known;
    const open = [whole];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (this.#known(top) !== undefined) {
        open.pop();
        continue;
      }
      const node = this.#node(top.id);
      top.needed ??= this.#needs(node, top.pins);
      let missing = false;
      for (const n of top.needed) {
        if (this.#known(n) !== undefined) continue;
        open.push(n);
        missing = true;
      }
      if (missing) continue;
      const args = top.needed.map((n) => this.#known(n) as Task);
      this.#keep(top, this.#made(node, args, top.pins));
      open.pop();
    }
    return this.#known(whole) as Task;
  }

  #under(id: NodeId, pins: Pins): NodeUnder {
    return { id, pins, key: this.#key(id, pins) };
  }

  #known({ id, key }: NodeUnder): Task | undefined {
    return this.#tasks[id]?.get(key);
  }

  #keep({ id, key }: NodeUnder, task: Task): void {
    const tasks = this.#tasks[id] ?? new Map<number | string, Task>();
    this.#tasks[id] = tasks;
    tasks.set(key, task);
  }

  #node(id: NodeId): Node {
    const node = this.#graph.nodes[id];
    if (node === undefined) throw new Error(`there is no node ${id}`);
    return node;
  }

  /** Pins on axes that the node does not have make no difference. A text where a number could not hold them all. */
  #key(id: NodeId, pins: Pins): number | string {
    const { axes } = this.#node(id);
    let key = 0;
    for (const axis of axes) {
      const points = this.#graph.axes[axis]?.points.length ?? 1;
      key = key * (points + 1) + (pins[axis] ?? -1) + 1;
    }
    return key <= Number.MAX_SAFE_INTEGER ? key : axes.map((axis) => pins[axis] ?? -1).join();
  }

  #needs({ op, args }: Node, pins: Pins): readonly NodeUnder[] {
    switch (op.kind) {
      case 'at':
        return args.map((id) => this.#under(id, pinned(pins, op.axis, op.index)));
      case 'reduce':
      case 'along':
        return args.map((id) => this.#under(id, pinned(pins, op.axis, -1)));
      case 'draw':
        return args.slice(0, 1).map((id) => this.#under(id, pins));
      case 'select': {
        const pin = pins[op.axis] ?? -1;
        const branch = args[pin];
        if (branch !== undefined) return [this.#under(branch, pins)];
        return args.map((id, index) => this.#under(id, pinned(pins, op.axis, index)));
      }
      default:
        return args.map((id) => this.#under(id, pins));
    }
  }

  #made(node: Node, args: readonly Task[], pins: Pins): Task {
    const [first] = args;
    const { op } = node;
    if (first !== undefined) {
      if (op.kind === 'named' || op.kind === 'draw' || op.kind === 'at') return first;
      if (op.kind === 'select' && args.every((a) => a === first)) return first;
    }
    // specialised alike from another node, or for other pins that make no difference
    let key = `${node.id}`;
    for (const { order } of args) key += `,${order}`;
    const pin = op.kind === 'along' ? (pins[op.axis] ?? -1) : -1;
    const known = this.#same.get(key);
    if (known !== undefined && pin < 0) return known;
    const task = known ?? this.#kept(key, node, args, axesOf(node, args));
    return op.kind === 'along' && pin >= 0 ? this.#sliced(task, op.axis, pin) : task;
  }

  /** All months are computed, and one of them is looked at. */
  #sliced(task: Task, axis: number, index: number): Task {
    const key = `${task.node.id}@${index},${task.order}`;
    const node: Node = { ...task.node, op: { kind: 'at', axis, index } };
    const axes = task.axes.filter((a) => a !== axis);
    return this.#same.get(key) ?? this.#kept(key, node, [task], axes);
  }

  #kept(key: string, node: Node, args: readonly Task[], axes: readonly number[]): Task {
    const task: Task = { node, args, axes, column: undefined, readers: 0, order: this.#same.size };
    this.#same.set(key, task);
    return task;
  }
}

function pinned(pins: Pins, axis: number, index: number): Pins {
  return pins[axis] === index ? pins : pins.map((p, a) => (a === axis ? index : p));
}

function axesOf({ op }: Node, args: readonly Task[]): readonly number[] {
  const [first] = args;
  if (first === undefined) return [];
  if (op.kind === 'reduce') return first.axes.filter((a) => a !== op.axis);
  let union: readonly number[] = first.axes;
  for (const { axes } of args) {
    if (axes !== union && axes.some((a) => !union.includes(a))) union = [...new Set([...union, ...axes])];
  }
  if ((op.kind === 'select' || op.kind === 'along') && !union.includes(op.axis)) union = [...union, op.axis];
  return union === first.axes ? union : [...union].sort((a, b) => a - b);
}
