// Any figure down to its inputs and prices: what it is called, its formula, its value in this case, and what is below it.

import type { Provenance } from '../catalog/types.ts';
import { type Position, positionOf, type Span } from '../diagnostics/source.ts';
import type { Type } from '../formula/typed.ts';
import type { Graph, Named, NodeId } from '../graph/types.ts';
import { interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { bandIndex, onBand } from './figures.ts';

export interface Explanation {
  readonly name: string;
  readonly label: string;
  readonly kind: Named['kind'] | 'question';
  readonly type: Type;
  /** At the middle of every range; the ends stand beside it where they differ. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly formula: string | undefined;
  readonly note: string | undefined;
  readonly provenance: Provenance | undefined;
  readonly file: string | undefined;
  readonly position: Position | undefined;
  readonly parts: readonly Explanation[];
  /** The parts stand elsewhere in this tree already. */
  readonly seenBefore: boolean;
}

export interface ExplainQuestion {
  readonly node: NodeId;
  readonly text: string;
}

export function explain(graph: Graph, question: ExplainQuestion, place: Place): Explanation {
  const byNode = new Map([...graph.names.values()].map((n) => [n.node, n]));
  const { value } = interpreter(graph);
  const seen = new Set<NodeId>();

  function of(id: NodeId, here: Place): Explanation {
    const named = byNode.get(id);
    const known = seen.has(id);
    seen.add(id);
    const ranged = graph.nodes[id]?.axes.includes(bandIndex(graph)) ?? false;
    const at = (band: number): number => value(id, onBand(graph, here, band));
    const written = named === undefined ? undefined : writtenFor(id, here);
    const span = written ?? named?.span;
    return {
      name: named?.name ?? question.text,
      label: named?.label ?? question.text,
      kind: named?.kind ?? 'question',
      type: graph.nodes[id]?.type ?? { kind: 'broken' },
      value: value(id, here),
      low: ranged ? Math.min(at(0), at(2)) : value(id, here),
      high: ranged ? Math.max(at(0), at(2)) : value(id, here),
      formula: written === undefined ? named?.formula : written.source.text.slice(written.start, written.end),
      note: named?.note,
      provenance: named?.provenance,
      file: span?.source.file,
      position: span === undefined ? undefined : positionOf(span.source, span.start),
      parts: known ? [] : partsOf(id, here),
      seenBefore: known && hasParts(id, here),
    };
  }

  /** The formula that holds in this case: an option may have replaced the one that the name was given. */
  function writtenFor(id: NodeId, here: Place): Span | undefined {
    let node = graph.nodes[id];
    while (node !== undefined) {
      const found = node.id === id ? undefined : graph.written.get(node.id);
      if (found !== undefined) return found;
      const next =
        node.op.kind === 'named'
          ? node.args[0]
          : node.op.kind === 'select'
            ? node.args[here[node.op.axis] ?? 0]
            : undefined;
      node = next === undefined ? undefined : graph.nodes[next];
    }
    return undefined;
  }

  function hasParts(id: NodeId, here: Place): boolean {
    return children(id, here).length > 0;
  }

  function partsOf(id: NodeId, here: Place): readonly Explanation[] {
    return children(id, here).map(([child, at]) => of(child, at));
  }

  /** The nearest named nodes below, each once, along the branches that this case takes. */
  function children(id: NodeId, here: Place): readonly (readonly [NodeId, Place])[] {
    const found = new Map<string, readonly [NodeId, Place]>();
    const walk = (node: NodeId, at: Place): void => {
      for (const [next, there] of taken(node, at)) {
        if (byNode.has(next)) found.set(`${next}@${there.join()}`, [next, there]);
        else walk(next, there);
      }
    };
    walk(id, here);
    return [...found.values()];
  }

  function taken(id: NodeId, here: Place): readonly (readonly [NodeId, Place])[] {
    const node = graph.nodes[id];
    if (node === undefined) return [];
    const { op, args } = node;
    const all = args.map((arg) => [arg, here] as const);
    const one = (i: number): readonly (readonly [NodeId, Place])[] => all.slice(i, i + 1);
    switch (op.kind) {
      case 'select':
        return one(here[op.axis] ?? 0);
      case 'at':
        return args.map((arg) => [arg, here.map((p, a) => (a === op.axis ? op.index : p))] as const);
      case 'pick': {
        const index = value(args[0] ?? 0, here);
        return Number.isNaN(index) ? one(0) : one(1 + index);
      }
      case 'apply':
        return op.operation === 'if' && value(args[0] ?? 0, here) === 1
          ? [...one(0), ...one(1)]
          : op.operation === 'if'
            ? [...one(0), ...one(2)]
            : all;
      default:
        return all;
    }
  }

  return of(question.node, place);
}
