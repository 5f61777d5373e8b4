// Figures as functions of everything that is uncertain, sample by sample: a list of steps whose inputs are the draws.

import { dependents } from '../graph/dependents.ts';
import type { Graph, NodeId } from '../graph/types.ts';
import { problems } from '../numeric/distributions/distribution.ts';
import type { Distribution, Problem } from '../numeric/distributions/types.ts';
import { type Marginal, marginalOf } from '../numeric/draws/marginal.ts';
import { distributionAt, hasUnknown } from './distribution-at.ts';
import type { Interpreter } from './interpret.ts';
import { isSampled, middleOf, type Place } from './layout.ts';
import type { NodeAt } from './needed.ts';
import { type Moving, StepList } from './step-list.ts';
import type { Slot, Step } from './steps.ts';
import { Steps } from './written-steps.ts';

/** One uncertain number with one distribution: the input of that number in the steps. */
export interface Draw {
  readonly name: string;
  /** Where it was first met. */
  readonly node: NodeId;
  readonly distribution: Distribution;
  readonly marginal: Marginal;
  /** Its step. */
  readonly slot: Slot;
}

/** A distribution that cannot be. */
export interface Impossible extends Problem {
  readonly name: string;
  readonly node: NodeId;
}

/** Writes the steps for as many figures as are asked for. Draws of one name share a stream, wherever they are made. */
export class Sample {
  readonly draws: Draw[] = [];
  readonly impossible: Impossible[] = [];
  readonly #graph: Graph;
  readonly #rest: Interpreter;
  readonly #list: StepList;
  readonly #steps: Steps;
  readonly #inputs = new Map<string, Slot>();
  readonly #middles = new WeakMap<Place, Place>();

  /** `rest` knows what does not depend on a draw; several samples over one graph may share it. */
  constructor(graph: Graph, rest: Interpreter) {
    const drawn = graph.nodes.flatMap(({ id, op }) => (op.kind === 'draw' ? [id] : []));
    const depends = dependents(graph, drawn);
    const isDraw = new Set(drawn);
    this.#graph = graph;
    this.#rest = rest;
    this.#steps = new Steps(graph);
    const moving: Moving = {
      roleOf: ({ id, place }) => {
        // an end of the band that a formula names is a number, and so is what is computed from it
        if (depends[id] !== 1 || !isSampled(graph, place)) return 'still';
        return isDraw.has(id) ? 'input' : 'follows';
      },
      input: (at) => this.#input(at),
      still: ({ id, place }) => rest.value(id, this.#middle(place)),
    };
    this.#list = new StepList(graph, moving, this.#steps);
  }

  get steps(): readonly Step[] {
    return this.#steps.steps;
  }

  /** The step that gives a node at a place (layout.ts, `sampledAt`). */
  slot(id: NodeId, place: Place): Slot {
    return this.#list.slot(id, place);
  }

  /** The value of a figure that is the same in all samples. */
  fixed(slot: Slot): number | undefined {
    return this.#steps.fixed(slot);
  }

  /** The draws that a figure is computed from. */
  drawsOf(slots: readonly Slot[]): readonly number[] {
    const seen = new Set<Slot>();
    const inputs = new Set<number>();
    const open = [...slots];
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      if (seen.has(top)) continue;
      seen.add(top);
      const step = this.steps[top];
      if (step?.op.kind === 'input') inputs.add(step.op.index);
      open.push(...(step?.args ?? []));
    }
    return [...inputs].sort((a, b) => a - b);
  }

  #input({ id, place }: NodeAt): Slot {
    const { op } = this.#graph.nodes[id] ?? {};
    const distribution = distributionAt(this.#graph, this.#rest, id, this.#middle(place));
    if (op?.kind !== 'draw' || distribution === undefined) throw new Error(`node ${id} is not drawn`);
    const { name } = op;
    const key = `${name}\n${JSON.stringify(distribution, plainly)}`;
    const known = this.#inputs.get(key);
    if (known !== undefined) return known;
    const slot = this.#written(name, id, distribution);
    this.#inputs.set(key, slot);
    return slot;
  }

  #written(name: string, node: NodeId, distribution: Distribution): Slot {
    const wrong = problems(distribution);
    if (wrong.length > 0) {
      if (!hasUnknown(distribution))
        this.impossible.push(...wrong.map((problem) => ({ ...problem, name, node })));
      return this.#steps.constant(Number.NaN);
    }
    const slot = this.#steps.input(this.draws.length);
    this.draws.push({ name, node, distribution, marginal: marginalOf(distribution), slot });
    return slot;
  }

  #middle(place: Place): Place {
    if (!isSampled(this.#graph, place)) return place;
    let middle = this.#middles.get(place);
    if (middle === undefined) {
      middle = middleOf(this.#graph, place);
      this.#middles.set(place, middle);
    }
    return middle;
  }
}

/** JSON has no word for what is infinite or unknown. */
function plainly(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
