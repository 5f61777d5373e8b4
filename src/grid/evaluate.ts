// The engine: evaluates the nodes that are asked for, each once, as a column over just the axes that it depends on.

import type { Operation } from '../formula/typed.ts';
import { dependents } from '../graph/dependents.ts';
import type { Graph, GraphAxis, NodeId, NodeOp } from '../graph/types.ts';
import { alongLine } from './along.ts';
import { applyKernel } from './kernels.ts';
import { type Column, indexMap, offsetAt, type Place, sizeOf } from './layout.ts';
import { reduceLine } from './reductions.ts';
import { type Lineage, type Pins, Specialiser, type Task } from './specialise.ts';

/** More cells than this in one column, or in all columns alive at once, is refused rather than swallowed. */
export const maximumCells = 1 << 26;

/** So many cells a grid that was moved keeps from one move to the next, 32 MB; what goes beyond is computed again. */
const mostKept = 1 << 22;

/** The grid asked for does not fit; `axes` says which product is too large. Caught at the edge and told with E601. */
export class GridTooLarge extends Error {
  readonly axes: readonly string[];
  readonly cells: number;
  constructor(axes: readonly string[], cells: number, most = maximumCells) {
    super(`a grid over ${axes.join(' × ')} has ${cells} cells; ${most} is the most`);
    this.axes = axes;
    this.cells = cells;
  }
}

/** How a grid came from the one that it was moved from. */
export interface Moves {
  /** What moved last. */
  readonly last: readonly NodeId[];
  /** All that are numbers by now which they were not at first. */
  readonly all: ReadonlySet<NodeId>;
}

export class Grid {
  readonly graph: Graph;
  /** undefined where nothing was moved. */
  moves: Moves | undefined;
  readonly #pins: Pins;
  readonly #tasks: Specialiser;
  readonly #asked = new Map<NodeId, Task>();
  readonly #maps = new Map<string, Int32Array>();
  /** Columns whose last reader is done, by length, to be written again. */
  readonly #spare = new Map<number, Float64Array[]>();
  readonly #held: readonly number[];
  /** Cells that may still be kept beyond what was asked for. */
  #room = 0;
  /** Of places elsewhere along held axes. */
  readonly #slices = new Map<string, Grid>();

  /** Levers, time and other held axes stand at their base until they are pinned elsewhere: twenty open levers are a million cases. */
  constructor(graph: Graph, pins: Pins = graph.axes.map(resting), tasks = new Specialiser(graph)) {
    this.graph = graph;
    this.#held = graph.axes.flatMap((axis, i) => (axis.held ? [i] : []));
    this.#pins = pins;
    this.#tasks = tasks;
  }

  /**
   * The same grid with some axes held at a point, or let go with -1: only that slice is ever computed. What is known already
   * is shared.
   */
  pinnedTo(pinned: ReadonlyMap<number, number>): Grid {
    if (pinned.size === 0) return this;
    const pins = this.#pins.map((pin, axis) => pinned.get(axis) ?? pin);
    const grid = new Grid(this.graph, pins, this.#tasks);
    grid.#room = this.#room;
    grid.moves = this.moves;
    return grid;
  }

  /**
   * The same grid over the same graph with some nodes moved (graph/moved.ts). Columns that cannot follow them are shared; the others
   * are computed when they are asked for, as far as something below them came out different.
   */
  movedTo(graph: Graph, moved: readonly NodeId[]): Grid {
    const tasks = this.#tasks.movedTo(graph, dependents(graph, moved));
    const grid = new Grid(graph, this.#pins, tasks);
    grid.#room = Math.max(0, mostKept - tasks.cells());
    grid.moves = { last: moved, all: new Set([...(this.moves?.all ?? []), ...moved]) };
    return grid;
  }

  /** The axes along which a node really differs, pinned ones left out. */
  axesOf(id: NodeId): readonly number[] {
    return this.#task(id).axes;
  }

  /** A table of figures asks for the same few again and again. */
  #task(id: NodeId): Task {
    let task = this.#asked.get(id);
    if (task === undefined) {
      task = this.#tasks.task(id, this.#pins);
      this.#asked.set(id, task);
    }
    return task;
  }

  /** The node over its own axes. Computed on first use, kept for the next. */
  column(id: NodeId): Column {
    const task = this.#task(id);
    if (task.column === undefined) this.evaluate([id]);
    if (task.column === undefined) throw new Error(`node ${id} was not computed`);
    return task.column;
  }

  value(id: NodeId, place: Place): number {
    const { axes, data } = this.columnAt(id, place);
    return data[offsetAt(this.graph, axes, place)] ?? Number.NaN;
  }

  /** The column in which the value at a place is found: held axes stand where the place has them. */
  columnAt(id: NodeId, place: Place): Column {
    for (const axis of this.#held) if (this.#isElsewhere(axis, place)) return this.#slice(place).column(id);
    return this.column(id);
  }

  #slice(place: Place): Grid {
    const there = this.#held.filter((axis) => this.#isElsewhere(axis, place));
    const key = there.map((axis) => `${axis}:${place[axis]}`).join();
    const known = this.#slices.get(key);
    if (known !== undefined) return known;
    const slice = this.pinnedTo(new Map(there.map((axis) => [axis, place[axis] ?? 0])));
    this.#slices.set(key, slice);
    return slice;
  }

  /** A held axis is pinned to another point than the place has. */
  #isElsewhere(axis: number, place: Place): boolean {
    const pin = this.#pins[axis] ?? -1;
    return pin >= 0 && pin !== place[axis];
  }

  /**
   * Computes several nodes at once. Columns that only they needed are dropped as soon as their last reader is done, unless the grid
   * is one that moves, and has room for them.
   */
  evaluate(wanted: readonly NodeId[]): void {
    this.compute(wanted.map((id) => this.#task(id)));
  }

  /** What is left of a node under pins other than those of the grid. */
  taskUnder(id: NodeId, pins: Pins): Task {
    return this.#tasks.task(id, pins);
  }

  get lineage(): Lineage {
    return this.#tasks.lineage;
  }

  /** As `evaluate`, for tasks of this grid. */
  compute(wanted: readonly Task[]): void {
    const keep = new Set(wanted);
    const order = needed(keep);
    for (const task of order) for (const arg of task.args) arg.readers += 1;
    /** Columns that another grid has as well. */
    const shared = new Set<Column>();
    let alive = 0;
    for (const task of order) {
      const column = this.#columnOf(task, shared);
      task.column = column;
      alive += column.data.length;
      if (alive > 2 * maximumCells) throw new GridTooLarge(this.#axisNames(task.axes), alive);
      for (const arg of task.args) {
        arg.readers -= 1;
        if (arg.readers > 0 || keep.has(arg) || arg.column === undefined || !order.has(arg)) continue;
        const cells = arg.column.data.length;
        alive -= cells;
        if (cells <= this.#room) {
          this.#room -= cells;
          continue;
        }
        if (!shared.has(arg.column)) this.#release(arg.column.data);
        arg.column = undefined;
      }
    }
  }

  /** The column from before the move where nothing below came out different, or where it comes out the same after all. */
  #columnOf(task: Task, shared: Set<Column>): Column {
    const { before } = task;
    const old = before?.column;
    task.before = undefined;
    if (before === undefined || old === undefined) return this.#compute(task);
    if (!isUntouched(task, before)) {
      const column = this.#compute(task);
      if (!sameColumn(column, old)) return column;
      this.#release(column.data);
    }
    shared.add(old);
    return old;
  }

  /** Every cell is written before it is read, so an old column serves as well as a new one. */
  #fresh(cells: number): Float64Array {
    return this.#spare.get(cells)?.pop() ?? new Float64Array(cells);
  }

  #release(data: Float64Array): void {
    const list = this.#spare.get(data.length) ?? [];
    list.push(data);
    this.#spare.set(data.length, list);
  }

  #compute({ node: { op }, args: tasks, axes }: Task): Column {
    const args = tasks.map((arg) => arg.column as Column);
    const [only] = args;
    if (op.kind === 'const') return { axes, data: Float64Array.of(op.value) };
    const cells = sizeOf(this.graph, axes);
    if (cells > maximumCells) throw new GridTooLarge(this.#axisNames(axes), cells);
    const data = this.#fresh(cells);
    switch (op.kind) {
      case 'apply':
        this.#apply(op.operation, data, axes, args);
        break;
      case 'scale':
        if (only !== undefined)
          for (let i = 0; i < cells; i++)
            data[i] = ((only.data[i] as number) * op.numerator) / op.denominator;
        break;
      case 'select':
        this.#select(data, axes, op.axis, args);
        break;
      case 'reduce':
        if (only !== undefined) this.#reduce(data, op, axes, only);
        break;
      case 'along':
        this.#along(data, op, axes, args);
        break;
      case 'cheapest':
        this.#cheapest(data, axes, args);
        break;
      case 'pick':
        this.#pick(data, axes, args);
        break;
      case 'at':
        // what is left of a pin: one month of a value that needs all of them
        if (only !== undefined) this.#month(data, op, axes, only);
        break;
      case 'named':
      case 'draw':
        throw new Error('a name is never computed');
    }
    return { axes, data };
  }

  #axisNames(axes: readonly number[]): readonly string[] {
    return axes.map((a) => this.graph.axes[a]?.name ?? '');
  }

  /** undefined where the two lie alike. */
  #map(from: readonly number[], to: readonly number[]): Int32Array | undefined {
    if (from.length === to.length) return undefined;
    const key = `${from.join()}>${to.join()}`;
    let map = this.#maps.get(key);
    if (map === undefined) {
      map = indexMap(this.graph, from, to);
      this.#maps.set(key, map);
    }
    return map;
  }

  #apply(operation: Operation, data: Float64Array, axes: readonly number[], args: readonly Column[]): void {
    const borrowed: Float64Array[] = [];
    const operands = args.map((arg) => {
      if (arg.axes.length === 0 && axes.length > 0) return arg.data[0] ?? Number.NaN;
      const map = this.#map(arg.axes, axes);
      if (map === undefined) return arg.data;
      const spread = this.#fresh(data.length);
      gather(spread, arg.data, map);
      borrowed.push(spread);
      return spread;
    });
    applyKernel(operation, data, operands);
    for (const spread of borrowed) this.#release(spread);
  }

  #select(data: Float64Array, axes: readonly number[], axis: number, args: readonly Column[]): void {
    const inner = sizeOf(this.graph, axes.slice(axes.indexOf(axis) + 1));
    const step = args.length * inner;
    for (const [p, arg] of args.entries()) {
      const map = this.#map(arg.axes, axes);
      for (let block = p * inner; block < data.length; block += step) {
        for (let i = block; i < block + inner; i++)
          data[i] = arg.data[map === undefined ? i : (map[i] as number)] as number;
      }
    }
  }

  #reduce(data: Float64Array, op: NodeOp & { kind: 'reduce' }, axes: readonly number[], arg: Column): void {
    const points = this.graph.axes[op.axis]?.points.length ?? 1;
    const [first, last] = op.within ?? [0, points - 1];
    const line = new Float64Array(last - first + 1);
    const at = arg.axes.indexOf(op.axis);
    const map = indexMap(this.graph, arg.axes, axes, { axis: op.axis, index: 0 });
    const stride = at < 0 ? 0 : sizeOf(this.graph, arg.axes.slice(at + 1));
    for (let i = 0; i < data.length; i++) {
      const start = map[i] as number;
      for (let p = first; p <= last; p++) line[p - first] = arg.data[start + p * stride] as number;
      data[i] = reduceLine(op.reduction, line);
    }
  }

  #month(data: Float64Array, op: NodeOp & { kind: 'at' }, axes: readonly number[], arg: Column): void {
    const map = indexMap(this.graph, arg.axes, axes, op);
    for (let i = 0; i < data.length; i++) data[i] = arg.data[map[i] as number] as number;
  }

  #along(
    data: Float64Array,
    op: NodeOp & { kind: 'along' },
    axes: readonly number[],
    args: readonly Column[],
  ): void {
    const points = this.graph.axes[op.axis]?.points.length ?? 1;
    const stride = sizeOf(this.graph, axes.slice(axes.indexOf(op.axis) + 1));
    const maps = args.map((arg) => this.#map(arg.axes, axes));
    const lines = args.map(() => new Float64Array(points));
    const out = new Float64Array(points);
    for (let block = 0; block < data.length; block += points * stride) {
      for (let start = block; start < block + stride; start++) {
        for (const [k, { data: from }] of args.entries()) {
          const [line, map] = [lines[k] as Float64Array, maps[k]];
          for (let p = 0, i = start; p < points; p++, i += stride)
            line[p] = from[map === undefined ? i : (map[i] as number)] as number;
        }
        alongLine(op.operation, out, lines);
        for (let p = 0, i = start; p < points; p++, i += stride) data[i] = out[p] as number;
      }
    }
  }

  #cheapest(data: Float64Array, axes: readonly number[], args: readonly Column[]): void {
    const maps = args.map((a) => this.#map(a.axes, axes));
    const line = new Float64Array(args.length);
    for (let i = 0; i < data.length; i++) {
      for (const [k, arg] of args.entries())
        line[k] = arg.data[maps[k]?.[i] ?? (maps[k] === undefined ? i : 0)] as number;
      data[i] = reduceLine('argmin', line);
    }
  }

  #pick(data: Float64Array, axes: readonly number[], args: readonly Column[]): void {
    const [index, ...options] = args;
    if (index === undefined) return;
    const maps = options.map((o) => this.#map(o.axes, axes));
    const indexOf = this.#map(index.axes, axes);
    for (let i = 0; i < data.length; i++) {
      const k = index.data[indexOf === undefined ? i : (indexOf[i] as number)] as number;
      data[i] = options[k]?.data[maps[k] === undefined ? i : (maps[k][i] as number)] ?? Number.NaN;
    }
  }
}

function resting({ held, base }: GraphAxis): number {
  return held ? base : -1;
}

/** The same operation on the very same columns. */
function isUntouched(now: Task, before: Task): boolean {
  return (
    now.node.op === before.node.op &&
    now.args.length === before.args.length &&
    now.args.length > 0 &&
    now.args.every((arg, i) => arg.column !== undefined && arg.column === before.args[i]?.column)
  );
}

function sameColumn(a: Column, b: Column): boolean {
  return (
    a.axes.length === b.axes.length &&
    a.axes.every((axis, i) => axis === b.axes[i]) &&
    a.data.every((x, i) => Object.is(x, b.data[i]))
  );
}

/** What is still to compute, arguments first. */
function needed(wanted: ReadonlySet<Task>): ReadonlySet<Task> {
  const seen = new Set<Task>();
  const open = [...wanted];
  for (let task = open.pop(); task !== undefined; task = open.pop()) {
    if (seen.has(task) || task.column !== undefined) continue;
    seen.add(task);
    open.push(...task.args);
  }
  return new Set([...seen].sort((a, b) => a.order - b.order));
}

function gather(out: Float64Array, from: Float64Array, map: Int32Array): void {
  for (let i = 0; i < out.length; i++) out[i] = from[map[i] as number] as number;
}
