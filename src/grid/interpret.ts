// One case, number by number: what `explain` shows, what a search for a threshold asks again and again, and the oracle that
// the columns are tested against. Plain on purpose; it recurses only where a formula looks at another place.

import { operations } from '../formula/operations.ts';
import type { Graph, Node, NodeId } from '../graph/types.ts';
import { alongLine } from './along.ts';
import { isSampled, type Place } from './layout.ts';
import { type Key, Keys } from './needed.ts';
import { reduceLine } from './reductions.ts';

export interface Interpreter {
  value(id: NodeId, place: Place): number;
}

/** What an uncertain number is at a place where it is sampled. */
export type Drawn = (id: NodeId, place: Place) => number;

/** `replaced` gives nodes another value than their own, to ask "what if"; `drawn` is one sample (layout.ts, `sampledAt`). */
export function interpreter(
  graph: Graph,
  replaced: ReadonlyMap<NodeId, number> = new Map(),
  drawn?: Drawn,
): Interpreter {
  const keys = new Keys(graph);
  const values = new Map<Key, number>();

  function value(id: NodeId, place: Place): number {
    const known = values.get(keys.of(id, place));
    return known ?? computed(id, place);
  }

  /** Without recursion at one place, so that a long chain of nodes is no deeper than a short one. */
  function computed(id: NodeId, place: Place): number {
    const open = [id];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const node = graph.nodes[top];
      const key = keys.of(top, place);
      const before = open.length;
      if (node !== undefined && !values.has(key) && !replaced.has(top))
        for (const arg of besides(node, place)) if (!values.has(keys.of(arg, place))) open.push(arg);
      if (open.length > before) continue;
      open.pop();
      if (node !== undefined && !values.has(key)) values.set(key, replaced.get(top) ?? compute(node, place));
    }
    return values.get(keys.of(id, place)) ?? Number.NaN;
  }

  function compute({ id, op, args }: Node, place: Place): number {
    const at = (arg: NodeId | undefined): number =>
      arg === undefined ? Number.NaN : (values.get(keys.of(arg, place)) ?? Number.NaN);
    const arg = (i: number): number => at(args[i]);
    const elsewhere = (axis: number, index: number): number =>
      value(
        args[0] ?? -1,
        place.map((p, a) => (a === axis ? index : p)),
      );
    switch (op.kind) {
      case 'const':
        return op.value;
      case 'apply':
        return operations[op.operation](arg(0), arg(1), arg(2));
      case 'scale':
        return (arg(0) * op.numerator) / op.denominator;
      case 'draw':
        return drawn !== undefined && isSampled(graph, place) ? drawn(id, place) : arg(0);
      case 'named':
        return arg(0);
      case 'select':
        return arg(place[op.axis] ?? 0);
      case 'at':
        return elsewhere(op.axis, op.index);
      case 'reduce': {
        const points = graph.axes[op.axis]?.points.length ?? 1;
        const [first, last] = op.within ?? [0, points - 1];
        return reduceLine(
          op.reduction,
          Float64Array.from({ length: last - first + 1 }, (_, p) => elsewhere(op.axis, first + p)),
        );
      }
      case 'along': {
        const points = graph.axes[op.axis]?.points.length ?? 1;
        const months = Array.from({ length: points }, (_, m) => place.map((p, a) => (a === op.axis ? m : p)));
        const lines = args.map((id) => Float64Array.from(months, (there) => value(id, there)));
        const out = new Float64Array(points);
        alongLine(op.operation, out, lines);
        // the other months are known as well
        for (const [m, there] of months.entries()) {
          values.set(keys.of(id, there), out[m] ?? Number.NaN);
        }
        return out[place[op.axis] ?? 0] ?? Number.NaN;
      }
      case 'cheapest':
        return reduceLine(
          'argmin',
          Float64Array.from(args, (_, i) => arg(i)),
        );
      case 'pick': {
        const index = arg(0);
        return Number.isNaN(index) ? Number.NaN : arg(1 + index);
      }
    }
  }

  return { value };
}

/** What a node is computed from at its own place. */
function besides({ op, args }: Node, place: Place): readonly NodeId[] {
  switch (op.kind) {
    case 'at':
    case 'reduce':
    case 'along':
      return [];
    case 'select':
      return args.slice(place[op.axis] ?? 0).slice(0, 1);
    default:
      return args;
  }
}
