// What a node really needs once some axes are pinned. A `select` on a pinned axis is its branch, `at` is nothing but a pin, and
// what no longer differs along an axis no longer has it: one case of a large grid costs one case.

import { type Axes, axesOf } from '../graph/axes-of.ts';
import type { Graph, Node, NodeId } from '../graph/types.ts';
import { type Column, isSampled, middleOf } from './layout.ts';
import { parametersOf } from './parameters.ts';

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
  /**
   * const, apply, scale, select, reduce, along, cheapest or pick; names are gone, and `at` but for one month of an `along`. Where
   * numbers are sampled, also draw, whose arguments then are its parameters.
   */
  readonly node: Node;
  readonly args: readonly Task[];
  readonly axes: Axes;
  /** The result, while somebody still reads it. */
  column: Column | undefined;
  /** Readers in the evaluation under way. */
  readers: number;
  /** Pins under which the node comes down to this; undefined where none of its own does, but a part of it. */
  pins: Pins | undefined;
  /** Order of making: arguments come first. */
  readonly order: number;
  /** Something is drawn below it. */
  readonly uncertain: boolean;
  /** The same before something moved, with its column, until this one has a column itself. */
  before: Task | undefined;
}

/** The tasks of one node: by what is pinned of its own axes, and by the tasks that they are made of. */
interface Tasks {
  readonly byPins: Map<number | string, Task>;
  readonly byArgs: Map<string, Task>;
}

/** What was moved from one graph to the next: these share tasks, and number them together. */
export interface Lineage {
  /** How many were made. */
  tasks: number;
}

export class Specialiser {
  readonly #graph: Graph;
  readonly #tasks: (Tasks | undefined)[];
  readonly lineage: Lineage;
  #before: Specialiser | undefined;

  /** `moved` is 1 for the nodes that may differ from what they were before. */
  constructor(graph: Graph, before?: { readonly tasks: Specialiser; readonly moved: Uint8Array }) {
    this.#graph = graph;
    this.#before = before?.tasks;
    this.lineage = this.#before === undefined ? { tasks: 0 } : this.#before.lineage;
    this.#tasks =
      before === undefined
        ? []
        : before.tasks.#tasks.map((tasks, id) => (before.moved[id] === 1 ? undefined : tasks));
  }

  /**
   * For the same graph with some nodes moved: `moved` is 1 for those that may differ. The tasks of all others are shared, with
   * their columns. Those that may differ know what they were, so that what comes out the same ends there.
   */
  movedTo(graph: Graph, moved: Uint8Array): Specialiser {
    // what was before this one is of no use to the next, and would never be let go
    this.#before = undefined;
    return new Specialiser(graph, { tasks: this, moved });
  }

  /** In all columns that are kept. */
  cells(): number {
    let cells = 0;
    for (const tasks of this.#tasks)
      for (const { column } of tasks?.byArgs.values() ?? []) cells += column?.data.length ?? 0;
    return cells;
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
      this.#keep(top, this.#specialised(node, args, top.pins));
      open.pop();
    }
    return this.#known(whole) as Task;
  }

  #under(id: NodeId, pins: Pins): NodeUnder {
    return { id, pins, key: this.#key(id, pins) };
  }

  #known({ id, key }: NodeUnder): Task | undefined {
    return this.#tasks[id]?.byPins.get(key);
  }

  #of(id: NodeId): Tasks {
    const tasks = this.#tasks[id] ?? { byPins: new Map(), byArgs: new Map() };
    this.#tasks[id] = tasks;
    return tasks;
  }

  #keep({ id, pins, key }: NodeUnder, task: Task): void {
    this.#of(id).byPins.set(key, task);
    if (task.node.id === id) task.pins ??= pins;
    const before = this.#before === undefined ? undefined : this.#before.#tasks[id]?.byPins.get(key);
    if (before !== task && before?.column !== undefined && task.column === undefined) task.before ??= before;
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
      // not pinned, and where numbers are sampled, stand beside the points
      const points = (this.#graph.axes[axis]?.points.length ?? 1) + 2;
      key = key * points + (pins[axis] ?? -1) + 1;
    }
    return key <= Number.MAX_SAFE_INTEGER ? key : axes.map((axis) => pins[axis] ?? -1).join();
  }

  #needs(node: Node, pins: Pins): readonly NodeUnder[] {
    const { op, args } = node;
    switch (op.kind) {
      case 'at':
        return args.map((id) => this.#under(id, pinned(pins, op.axis, op.index)));
      case 'reduce':
      case 'along':
        return args.map((id) => this.#under(id, pinned(pins, op.axis, -1)));
      case 'draw':
        return isSampled(this.#graph, pins)
          ? parametersOf(this.#graph, node).map((id) => this.#under(id, middleOf(this.#graph, pins)))
          : args.slice(0, 1).map((id) => this.#under(id, pins));
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

  #specialised(node: Node, args: readonly Task[], pins: Pins): Task {
    const [first] = args;
    const { op } = node;
    if (first !== undefined) {
      if (op.kind === 'named' || op.kind === 'at') return first;
      if (op.kind === 'draw' && !isSampled(this.#graph, pins)) return first;
      if (op.kind === 'select' && args.every((a) => a === first)) return first;
    }
    // specialised alike for other pins that make no difference
    let key = '';
    for (const { order } of args) key += `,${order}`;
    const pin = op.kind === 'along' ? (pins[op.axis] ?? -1) : -1;
    const task = this.#task(node, key, args);
    return op.kind === 'along' && pin >= 0 ? this.#sliced(task, op.axis, pin) : task;
  }

  /** All months are computed, and one of them is looked at. */
  #sliced(task: Task, axis: number, index: number): Task {
    const node: Node = { ...task.node, op: { kind: 'at', axis, index } };
    return this.#task(node, `@${index}(${task.order})`, [task]);
  }

  #task(node: Node, key: string, args: readonly Task[]): Task {
    const { byArgs } = this.#of(node.id);
    const known = byArgs.get(key);
    if (known !== undefined) return known;
    const axes = axesOf(
      node.op,
      args.map((a) => a.axes),
    );
    const order = this.lineage.tasks++;
    const uncertain = node.op.kind === 'draw' || args.some((a) => a.uncertain);
    const task: Task = {
      node,
      args,
      axes,
      uncertain,
      column: undefined,
      readers: 0,
      pins: undefined,
      order,
      before: undefined,
    };
    byArgs.set(key, task);
    return task;
  }
}

function pinned(pins: Pins, axis: number, index: number): Pins {
  return pins[axis] === index ? pins : pins.map((p, a) => (a === axis ? index : p));
}
