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

/** The values of one place, filled in as they are asked for. */
interface Sheet {
  readonly place: Place;
  readonly values: Float64Array;
  readonly done: Uint8Array;
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
    if (sheet === undefined || sheet.values.length < graph.nodes.length) {
      sheet = {
        place,
        values: new Float64Array(graph.nodes.length),
        done: new Uint8Array(graph.nodes.length),
      };
      for (const [id, value] of replaced) {
        sheet.values[id] = value;
        sheet.done[id] = 1;
      }
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
    if (sheet.done[id] !== 1) {
      for (const next of orderOf(id)) {
        const node = graph.nodes[next];
        if (node === undefined || sheet.done[next] === 1) continue;
        sheet.values[next] = compute(node, sheet);
        sheet.done[next] = 1;
      }
    }
    return sheet.values[id] ?? Number.NaN;
  }

  function compute({ id, op, args }: Node, { place, values }: Sheet): number {
    const arg = (i: number): number => values[args[i] ?? -1] ?? Number.NaN;
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
          const sheet = sheetAt(there);
          sheet.values[id] = out[m] ?? Number.NaN;
          sheet.done[id] = 1;
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
