// Tapes along several inputs of the same figures. What follows from any of them is written once; along each input that list is gone
// through again, what follows it is kept, and the rest is what it is today.

import { dependents } from '../graph/dependents.ts';
import type { Graph, NodeId } from '../graph/types.ts';
import { GridTooLarge } from './evaluate.ts';
import type { Interpreter } from './interpret.ts';
import type { NodeAt } from './needed.ts';
import { StepList } from './step-list.ts';
import { compute, type Slot } from './steps.ts';
import { type Meaning, Tape, tapeAlong } from './tape.ts';
import { Steps } from './written-steps.ts';

export interface MovedNode {
  readonly node: NodeId;
  readonly meaning: Exclude<Meaning, 'share of the range'>;
}

/** One for each input, in order. */
export function tapesAlong(
  graph: Graph,
  rest: Interpreter,
  moved: readonly MovedNode[],
  figures: readonly NodeAt[],
): readonly Tape[] {
  const lengths = lengthsOfTime(graph);
  // months are written out where lengths of time stand still, so what moves one has a list of its own
  const shared = moved.filter(({ node }) => !lengths.has(node));
  const tapes = new Map(shared.length > 1 ? sharedTapes(graph, rest, shared, figures) : []);
  return moved.map((one) => tapes.get(one) ?? tapeAlong(graph, one.node, rest, one.meaning));
}

/** What is too long to be written for all of them is written for halves of them. */
function sharedTapes(
  graph: Graph,
  rest: Interpreter,
  moved: readonly MovedNode[],
  figures: readonly NodeAt[],
): readonly (readonly [MovedNode, Tape])[] {
  if (moved.length === 1) return moved.map((one) => [one, tapeAlong(graph, one.node, rest, one.meaning)]);
  try {
    const shared = new SharedSteps(graph, rest, moved);
    for (const { id, place } of figures) shared.list.slot(id, place);
    return moved.map((one, index) => [one, shared.along(index, one.meaning)]);
  } catch (error) {
    if (!(error instanceof GridTooLarge)) throw error;
    const half = Math.ceil(moved.length / 2);
    return [moved.slice(0, half), moved.slice(half)].flatMap((part) =>
      sharedTapes(graph, rest, part, figures),
    );
  }
}

/** The nodes that a length of time is computed from: how long something lasts, or is bound. */
function lengthsOfTime(graph: Graph): ReadonlySet<NodeId> {
  const found = new Set(graph.nodes.flatMap(({ op, args }) => (op.kind === 'along' ? args.slice(1) : [])));
  // a set is walked to what is added on the way
  for (const id of found) for (const arg of graph.nodes[id]?.args ?? []) found.add(arg);
  return found;
}

class SharedSteps {
  readonly list: StepList;
  readonly #graph: Graph;
  readonly #written: Steps;
  /** Of each step. */
  #today = new Float64Array(0);

  constructor(graph: Graph, rest: Interpreter, moved: readonly MovedNode[]) {
    const indices = new Map(moved.map(({ node }, index) => [node, index]));
    const depends = dependents(graph, [...indices.keys()]);
    const written = new Steps(graph);
    this.#graph = graph;
    this.#written = written;
    this.list = new StepList(
      graph,
      {
        roleOf: ({ id }) => (indices.has(id) ? 'both' : depends[id] === 1 ? 'follows' : 'still'),
        input: ({ id }, today) => written.input(indices.get(id) ?? -1, today === undefined ? [] : [today]),
        still: ({ id, place }) => rest.value(id, place),
      },
      written,
    );
  }

  along(index: number, meaning: MovedNode['meaning']): Tape {
    const to = new Steps(this.#graph);
    /** The slots of what follows the input, and of the numbers that it needs. */
    const slots: (Slot | undefined)[] = [];
    const follows: boolean[] = [];
    const slotOf = (slot: Slot, today: Float64Array): Slot =>
      (slots[slot] ??= to.constant(today[slot] ?? Number.NaN));
    const proceed = (today: Float64Array): void => {
      for (const { op, args } of this.#written.steps.slice(slots.length)) {
        const slot = slots.length;
        const isInput = op.kind === 'input' && op.index === index;
        const moves = isInput || args.some((arg) => follows[arg]);
        follows.push(moves);
        if (isInput) {
          const value = to.input(0);
          slots.push(
            meaning === 'value' ? value : to.apply('mul', [value, to.constant(today[slot] ?? Number.NaN)]),
          );
        } else if (!moves || op.kind === 'const') slots.push(undefined);
        else if (op.kind === 'input') slots.push(slots[args[0] ?? -1]);
        else
          slots.push(
            to.newStep(
              op,
              args.map((arg) => slotOf(arg, today)),
            ),
          );
      }
    };
    return new Tape(to, (id, place) => {
      const slot = this.list.slot(id, place);
      const today = this.#valuesToday();
      proceed(today);
      return slotOf(slot, today);
    });
  }

  #valuesToday(): Float64Array {
    const { steps } = this.#written;
    const known = this.#today.length;
    if (known === steps.length) return this.#today;
    const values = new Float64Array(steps.length);
    values.set(this.#today);
    for (const [i, { op, args }] of steps.slice(known).entries())
      values[known + i] = op.kind === 'input' ? (values[args[0] ?? -1] as number) : compute(op, args, values);
    this.#today = values;
    return values;
  }
}
