// Columns of steps in place of numbers: what the grid does to each cell, written down. evaluate.ts is the same with numbers.

import type { Graph, NodeOp } from '../graph/types.ts';
import { writeAlong } from './along-steps.ts';
import { indexMap, sizeOf } from './layout.ts';
import type { SampledSteps } from './sampled-steps.ts';
import type { Task } from './specialise.ts';
import type { Slot } from './steps.ts';

export interface SlotColumn {
  /** Ascending. */
  readonly axes: readonly number[];
  /** The last axis runs fastest. */
  readonly slots: readonly Slot[];
}

/** Writes what a task does to the columns of its arguments; draws are written by whoever knows their distributions. */
export function slotsOf(
  graph: Graph,
  steps: SampledSteps,
  { node: { op }, axes }: Task,
  args: readonly SlotColumn[],
): readonly Slot[] {
  const [first] = args;
  const operands = (): readonly (readonly Slot[])[] => rows(args.map((arg) => spread(graph, arg, axes)));
  switch (op.kind) {
    case 'apply':
    case 'scale':
      return operands().map((row) => steps.step(op, row));
    case 'cheapest':
      return operands().map((row) => steps.step({ kind: 'reduce', reduction: 'argmin' }, row));
    case 'pick':
      return operands().map((row) => steps.pick(row));
    case 'select': {
      const inner = sizeOf(graph, axes.slice(axes.indexOf(op.axis) + 1));
      return operands().map((row, i) => row[Math.floor(i / inner) % row.length] as Slot);
    }
    case 'at':
      return first === undefined ? [] : gather(first.slots, indexMap(graph, first.axes, axes, op));
    case 'reduce':
      return first === undefined ? [] : reduced(graph, steps, op, axes, first);
    case 'along':
      return along(graph, steps, op, axes, args);
    default:
      throw new Error(`${op.kind} is never written`);
  }
}

/** The column over more axes. */
export function spread(graph: Graph, { axes, slots }: SlotColumn, to: readonly number[]): readonly Slot[] {
  return axes.length === to.length ? slots : gather(slots, indexMap(graph, axes, to));
}

function gather(slots: readonly Slot[], map: Int32Array): readonly Slot[] {
  return Array.from(map, (i) => slots[i] as Slot);
}

/** Cell by cell, all arguments. */
function rows(columns: readonly (readonly Slot[])[]): readonly (readonly Slot[])[] {
  return (columns[0] ?? []).map((_, i) => columns.map((column) => column[i] as Slot));
}

function reduced(
  graph: Graph,
  steps: SampledSteps,
  op: NodeOp & { kind: 'reduce' },
  axes: readonly number[],
  arg: SlotColumn,
): readonly Slot[] {
  const points = graph.axes[op.axis]?.points.length ?? 1;
  const [first, last] = op.within ?? [0, points - 1];
  const lines = rows(
    Array.from({ length: last - first + 1 }, (_, p) =>
      gather(arg.slots, indexMap(graph, arg.axes, axes, { axis: op.axis, index: first + p })),
    ),
  );
  return lines.map((line) => steps.step({ kind: 'reduce', reduction: op.reduction }, line));
}

/** Months come one after the other, each from those before it. */
function along(
  graph: Graph,
  steps: SampledSteps,
  { operation, axis }: NodeOp & { kind: 'along' },
  axes: readonly number[],
  args: readonly SlotColumn[],
): readonly Slot[] {
  const points = graph.axes[axis]?.points.length ?? 1;
  const stride = sizeOf(graph, axes.slice(axes.indexOf(axis) + 1));
  const [xs = [], lengths] = args.map((arg) => spread(graph, arg, axes));
  const out: Slot[] = new Array(xs.length).fill(-1);
  for (let block = 0; block < xs.length; block += points * stride) {
    for (let start = block; start < block + stride; start++) {
      const [x, length, before]: [Slot[], Slot[], Slot[]] = [[], [], []];
      for (let p = 0, i = start; p < points; p++, i += stride) {
        x.push(xs[i] as Slot);
        if (lengths !== undefined) length.push(lengths[i] as Slot);
        const slot =
          writeAlong({ operation, x, length, before }, steps) ??
          steps.step({ kind: 'along', operation }, [...x, ...length]);
        before.push(slot);
        out[i] = slot;
      }
    }
  }
  return out;
}
