// What is written of samples, kept for all grids that were moved from one another: steps, the draws among their inputs, and which
// steps a task came to.

import type { Distribution, Problem } from '../numeric/distributions/types.ts';
import type { Marginal } from '../numeric/draws/marginal.ts';
import type { Grid } from './evaluate.ts';
import { MovingNumbers } from './moving-numbers.ts';
import { SampledSteps } from './sampled-steps.ts';
import type { SlotColumn } from './slot-columns.ts';
import type { Lineage, Task } from './specialise.ts';
import type { Slot } from './steps.ts';

/** One uncertain number with one distribution: the input of that number in the steps. */
export interface Draw {
  readonly name: string;
  readonly distribution: Distribution;
  readonly marginal: Marginal;
  /** Its step. */
  readonly slot: Slot;
}

/** A distribution that cannot be. */
export interface Impossible extends Problem {
  readonly name: string;
}

/** A column, and what below it cannot be drawn. */
export interface WrittenColumn extends SlotColumn {
  readonly impossible: readonly Impossible[];
}

/** What is written is there for all grids that were moved from one another. */
export interface Written {
  readonly steps: SampledSteps;
  /** By the index of an input; undefined where that is a parameter. */
  readonly draws: (Draw | undefined)[];
  /** By name and distribution. */
  readonly inputs: Map<string, Input>;
  readonly columns: WeakMap<Task, WrittenColumn>;
  /** By what moved last and what the other inputs are; the one that was used last at the end. */
  readonly moving: Map<string, MovingNumbers>;
  /** By what the moving numbers call a writing. */
  readonly writings: WeakMap<object, Writing>;
}

/** What follows moving numbers. */
export interface Writing {
  readonly columns: WeakMap<Task, WrittenColumn>;
  /** By node and pins: the same for the next grid, which has other tasks. */
  readonly asked: Map<string, WrittenColumn>;
}

export interface Input {
  readonly slot: Slot;
  readonly impossible: readonly Impossible[];
}

const written = new WeakMap<Lineage, Written>();

/** Beyond so many steps, most of which moves have left behind, writing begins anew. */
const mostShared = 1 << 16;
/** So many sliders find what was written for them. */
const mostMoving = 16;

export function writtenFor(grid: Grid): Written {
  const known = written.get(grid.lineage);
  if (known !== undefined && known.steps.steps.length <= mostShared) return known;
  const anew: Written = {
    steps: new SampledSteps(grid.graph),
    draws: [],
    inputs: new Map(),
    columns: new WeakMap(),
    moving: new Map(),
    writings: new WeakMap(),
  };
  written.set(grid.lineage, anew);
  return anew;
}

/** What moved last in a grid, if all that ever moved are numbers. */
export function movingIn({ graph, moves }: Grid, { moving }: Written): MovingNumbers | undefined {
  if (moves === undefined) return undefined;
  const others = [...moves.all]
    .filter((id) => !moves.last.includes(id))
    .map((id) => [id, graph.nodes[id]?.op] as const);
  if ([...moves.all].some((id) => graph.nodes[id]?.op.kind !== 'const')) return undefined;
  const key = JSON.stringify([[...moves.last].sort(), others.sort(([a], [b]) => a - b)], plainly);
  const known = moving.get(key) ?? new MovingNumbers();
  moving.delete(key);
  moving.set(key, known);
  for (const oldest of moving.keys()) if (moving.size > mostMoving) moving.delete(oldest);
  return known;
}

/** JSON has no word for what is infinite or unknown. */
export function plainly(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
