// Figures as functions of one input: what depends on it is a list of steps. A search asks such a list again and again; enclose.ts
// asks it for a whole interval at once.

import { operations } from '../formula/operations.ts';
import { dependents } from '../graph/dependents.ts';
import type { Graph, NodeId } from '../graph/types.ts';
import type { Interpreter } from './interpret.ts';
import type { Place } from './layout.ts';
import { type Moving, StepList } from './step-list.ts';
import { compute, type Slot, type Step } from './steps.ts';
import { Steps } from './written-steps.ts';

/**
 * What the number that a tape is run with is to the input: its value, the same at every place; a factor on what it is at each
 * place; or how far it stands between the two ends of its range there, 0 for the low one and 1 for the high one.
 */
export type Meaning = 'value' | 'factor' | 'share of the range';

/** Steps for as many figures as are asked for. */
export class Tape {
  readonly #written: Steps;
  readonly #slotOf: (id: NodeId, place: Place) => Slot;
  #program: Program = { length: 0, start: new Float64Array(0), moving: [], run: [] };

  /** `slotOf` writes what is not written yet. */
  constructor(written: Steps, slotOf: (id: NodeId, place: Place) => Slot) {
    this.#written = written;
    this.#slotOf = slotOf;
  }

  get steps(): readonly Step[] {
    return this.#written.steps;
  }

  /** The step that gives a node at a place. */
  slot(id: NodeId, place: Place): Slot {
    return this.#slotOf(id, place);
  }

  difference(a: Slot, b: Slot): Slot {
    return this.#written.apply('sub', [a, b]);
  }

  /** So many times as much. */
  scaled(a: Slot, factor: number): Slot {
    return this.#written.scaled(a, factor);
  }

  /** Whether a figure follows the input at all. */
  varies(slot: Slot): boolean {
    return this.#written.fixed(slot) === undefined;
  }

  /** One step as a function, of what it needs alone. */
  follow(slot: Slot): (x: number) => number {
    const needed = new Set([slot]);
    for (const each of needed) for (const arg of this.steps[each]?.args ?? []) needed.add(arg);
    const { start, moving, run } = this.#prepared();
    const values = start.slice();
    const own = moving.flatMap((s, i) => (needed.has(s) ? [[s, run[i] as Run] as const] : []));
    return (x) => {
      for (const [s, f] of own) values[s] = f(values, x);
      return values[slot] as number;
    };
  }

  /** The value of every step. */
  run(x: number): Float64Array {
    const { start, moving, run } = this.#prepared();
    const values = start.slice();
    for (let i = 0; i < moving.length; i++) {
      const slot = moving[i] as Slot;
      values[slot] = (run[i] as Run)(values, x);
    }
    return values;
  }

  #prepared(): Program {
    if (this.#program.length !== this.steps.length) this.#program = programOf(this.steps);
    return this.#program;
  }
}

/** `rest` knows what does not depend on the input; several tapes over one graph may share it. */
export function tapeAlong(graph: Graph, moved: NodeId, rest: Interpreter, meaning: Meaning = 'value'): Tape {
  const depends = dependents(graph, [moved]);
  const own = inputOf(graph, moved, rest, meaning);
  const written = new Steps(graph);
  const moving: Moving = {
    roleOf: ({ id }) => (id === moved ? 'input' : depends[id] === 1 ? 'follows' : 'still'),
    input: ({ place }) => own(place, written),
    still: ({ id, place }) => rest.value(id, place),
  };
  const list = new StepList(graph, moving, written);
  return new Tape(written, (id, place) => list.slot(id, place));
}

/** What the input is at a place, in steps. */
function inputOf(
  graph: Graph,
  moved: NodeId,
  rest: Interpreter,
  meaning: Meaning,
): (place: Place, to: Steps) => Slot {
  if (meaning === 'value') return (_, to) => to.input(0);
  if (meaning === 'factor')
    return (place, to) => to.apply('mul', [to.input(0), to.constant(rest.value(moved, place))]);
  const band = graph.axes.findIndex((axis) => axis.kind === 'band');
  return (place, to) => {
    const [low = Number.NaN, high = Number.NaN] = [0, 2].map((end) =>
      rest.value(
        moved,
        place.map((p, axis) => (axis === band ? end : p)),
      ),
    );
    const way = to.apply('mul', [to.input(0), to.constant(high - low)]);
    return to.apply('add', [to.constant(low), way]);
  };
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
