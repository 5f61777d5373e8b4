// A model in which some inputs are other numbers than the plan says, as a setting (`--set users=600`) makes them: over every option,
// before growth, time and levers. The graph is the same but for those numbers, so nothing is read or built anew.

import type { Expression } from '../formula/ast.ts';
import { laidOver } from '../plan/set-input.ts';
import type { Override } from '../plan/types.ts';
import { convert } from '../quantity/convert.ts';
import type { Unit } from '../quantity/unit.ts';
import type { Model } from './build.ts';
import type { Graph, Node, NodeId } from './types.ts';
import { follower, withNumbers } from './with-numbers.ts';

export interface MovedModel {
  readonly model: Model;
  /** The nodes that are another number than in the model that was given. */
  readonly moved: readonly NodeId[];
}

/** undefined where a setting is more than a number for an input: then only building the plan anew can say what it means. */
export function movedModel(model: Model, settings: readonly Override[]): MovedModel | undefined {
  const before = model.moved?.values ?? new Map<NodeId, number>();
  const values = new Map(before);
  for (const setting of settings) {
    const input = numberOf(model.graph, setting);
    if (input === undefined) return undefined;
    values.set(input.node, input.value);
  }
  const moved = [...values].flatMap(([id, value]) => (Object.is(before.get(id), value) ? [] : [id]));
  // from what was built, so that a thousand moves are no longer than one
  const from = model.moved?.from ?? model;
  const graph = withNumbers({ ...from.graph, plan: laidOver(model.graph.plan, settings) }, values);
  return { model: asked(from, graph, values), moved };
}

/** The unit in which an input is kept; undefined where it is no number, or fits every unit. */
export function unitOfInput(graph: Graph, name: string): Unit | undefined {
  const named = graph.names.get(name);
  const type = graph.nodes[named?.start?.node ?? -1]?.type;
  return type?.kind === 'number' && type.bare !== true ? type.unit : undefined;
}

interface InputNumber {
  readonly node: NodeId;
  readonly value: number;
}

function numberOf(graph: Graph, { change }: Override): InputNumber | undefined {
  if (change.kind !== 'value') return undefined;
  const node = graph.names.get(change.name)?.start?.node;
  const unit = unitOfInput(graph, change.name);
  const value = unit === undefined ? undefined : valueIn(unit, change.value);
  return node === undefined || value === undefined ? undefined : { node, value };
}

/** With the operations that building would write, so that the bits are the same. */
function valueIn(unit: Unit, e: Expression): number | undefined {
  switch (e.kind) {
    case 'name':
      return e.name === 'unknown'
        ? Number.NaN
        : e.name === 'unlimited'
          ? Number.POSITIVE_INFINITY
          : undefined;
    case 'unary': {
      const value = e.operator === '-' ? valueIn(unit, e.operand) : undefined;
      return value === undefined ? undefined : -value;
    }
    case 'number': {
      const found = convert(e.unit, unit);
      if (!found.ok) return undefined;
      let { value } = e;
      for (const step of found.steps) {
        if (step.kind !== 'scale') return undefined;
        value = (value * step.numerator) / step.denominator;
      }
      return value;
    }
    default:
      return undefined;
  }
}

function asked(from: Model, graph: Graph, values: ReadonlyMap<NodeId, number>): Model {
  const nodes: Node[] = [...graph.nodes];
  return {
    graph: { ...graph, nodes },
    moved: { from, values },
    ask(e, out) {
      const question = from.ask(e, out);
      // what was asked is a node of the model that was built; here it stands on the numbers that moved
      for (const node of from.graph.nodes.slice(nodes.length)) nodes.push(follower(nodes, node));
      return question;
    },
  };
}
