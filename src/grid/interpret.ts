// One case, number by number: what `explain` shows, what a search for a threshold asks again and again, and the oracle that
// the columns are tested against. Plain on purpose; it recurses only where a formula looks at another place.

import { operations } from '../formula/operations.ts';
import type { Graph, Node, NodeId } from '../graph/types.ts';
import { alongLine } from './along.ts';
import { isSampled, type Place, placeKeys } from './layout.ts';
import { reduceLine } from './reductions.ts';

export interface Interpreter {
  value(id: NodeId, place: Place): number;
}

/** The values of one place as far as they were asked for: of a large graph a few at each of many places. */
interface Sheet {
  readonly place: Place;
  readonly values: Map<NodeId, number>;
}

/** What an uncertain number is at a place where it is sampled. */
export type Drawn = (id: NodeId, place: Place) => number;

/** `replaced` gives nodes another value than their own, to ask "what if"; `drawn` is one sample (layout.ts, `sampledAt`). */
export function interpreter(
  graph: Graph,
  replaced: ReadonlyMap<NodeId, number> = new Map(),
  drawn?: Drawn,
): Interpreter {
  const sheets = new Map<number | string, Sheet>();
  const orders = new Map<NodeId, readonly NodeId[]>();
  const keyOf = placeKeys(graph);

  function sheetAt(place: Place): Sheet {
    const key = keyOf(place);
    let sheet = sheets.get(key);
    if (sheet === undefined) {
      sheet = { place, values: new Map(replaced) };
      sheets.set(key, sheet);
    }
    return sheet;
  }

  /** What a node needs at its own place, in an order in which it can be computed. */
  function orderOf(id: NodeId): readonly NodeId[] {
    let order = orders.get(id);
    if (order === undefined) {
      const seen = new Set<NodeId>();
      const open = [id];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        const node = graph.nodes[next];
        if (node !== undefined && !replaced.has(next) && !looksElsewhere(node)) open.push(...node.args);
      }
      order = [...seen].sort((a, b) => a - b);
      orders.set(id, order);
    }
    return order;
  }

  function value(id: NodeId, place: Place): number {
    const sheet = sheetAt(place);
    const known = sheet.values.get(id);
    if (known !== undefined) return known;
    for (const next of orderOf(id)) {
      const node = graph.nodes[next];
      if (node !== undefined && !sheet.values.has(next)) sheet.values.set(next, compute(node, sheet));
    }
    return sheet.values.get(id) ?? Number.NaN;
  }

  function compute({ id, op, args }: Node, { place, values }: Sheet): number {
    const arg = (i: number): number => values.get(args[i] ?? -1) ?? Number.NaN;
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
          sheetAt(there).values.set(id, out[m] ?? Number.NaN);
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

function looksElsewhere(node: Node): boolean {
  return node.op.kind === 'at' || node.op.kind === 'reduce' || node.op.kind === 'along';
}
