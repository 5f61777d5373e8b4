// What a node really needs once some axes are pinned. A `select` on a pinned axis is its branch, `at` is nothing but a pin, and
// what no longer differs along an axis no longer has it: one case of a large grid costs one case.

import type { Graph, Node, NodeId } from '../graph/types.ts';
import type { Column } from './layout.ts';

/** For each axis the index it is pinned to, or -1. */
export type Pins = readonly number[];

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
  readonly #tasks = new Map<string, Task>();
  readonly #same = new Map<string, Task>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** The task of a node. Without recursion, so that a chain of a hundred thousand nodes is no deeper than one. */
  task(id: NodeId, pins: Pins): Task {
    const open: { readonly id: NodeId; readonly pins: Pins }[] = [{ id, pins }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const key = this.#key(top.id, top.pins);
      if (this.#tasks.has(key)) {
        open.pop();
        continue;
      }
      const needed = this.#needs(this.#node(top.id), top.pins);
      const missing = needed.filter((n) => !this.#tasks.has(this.#key(n.id, n.pins)));
      if (missing.length > 0) {
        open.push(...missing);
        continue;
      }
      const args = needed.map((n) => this.#tasks.get(this.#key(n.id, n.pins)) as Task);
      this.#tasks.set(key, this.#made(this.#node(top.id), args, top.pins));
      open.pop();
    }
    return this.#tasks.get(this.#key(id, pins)) as Task;
  }

  #node(id: NodeId): Node {
    const node = this.#graph.nodes[id];
    if (node === undefined) throw new Error(`there is no node ${id}`);
    return node;
  }

  /** Pins on axes that the node does not have make no difference. */
  #key(id: NodeId, pins: Pins): string {
    let key = String(id);
    for (const axis of this.#node(id).axes) {
      const pin = pins[axis] ?? -1;
      if (pin >= 0) key += ` ${axis}=${pin}`;
    }
    return key;
  }

  #needs({ op, args }: Node, pins: Pins): readonly { readonly id: NodeId; readonly pins: Pins }[] {
    switch (op.kind) {
      case 'at':
        return args.map((id) => ({ id, pins: pinned(pins, op.axis, op.index) }));
      case 'reduce':
      case 'along':
        return args.map((id) => ({ id, pins: pinned(pins, op.axis, -1) }));
      case 'draw':
        return args.slice(0, 1).map((id) => ({ id, pins }));
      case 'select': {
        const pin = pins[op.axis] ?? -1;
        const branch = args[pin];
        if (branch !== undefined) return [{ id: branch, pins }];
        return args.map((id, index) => ({ id, pins: pinned(pins, op.axis, index) }));
      }
      default:
        return args.map((id) => ({ id, pins }));
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
    const key = `${node.id}(${args.map((a) => a.order).join()})`;
    const pin = op.kind === 'along' ? (pins[op.axis] ?? -1) : -1;
    const known = this.#same.get(key);
    if (known !== undefined && pin < 0) return known;
    const task = known ?? this.#kept(key, node, args, axesOf(node, args));
    return op.kind === 'along' && pin >= 0 ? this.#sliced(task, op.axis, pin) : task;
  }

  /** All months are computed, and one of them is looked at. */
  #sliced(task: Task, axis: number, index: number): Task {
    const key = `${task.node.id}@${index}(${task.order})`;
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
