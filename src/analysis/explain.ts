// Any figure down to its inputs and prices: what it is called, its formula, its value in this case, and what is below it.

import type { Provenance } from '../catalog/types.ts';
import { type Position, positionOf, type Span } from '../diagnostics/source.ts';
import type { Type } from '../formula/typed.ts';
import type { Graph, Named, NodeId } from '../graph/types.ts';
import { type Interpreter, interpreter } from '../grid/interpret.ts';
import { isSampled, type Place } from '../grid/layout.ts';
import { pointsOf } from '../plan/on-point.ts';
import type { OnPoint } from '../plan/types.ts';
import { bandIndex, type Coordinate, coordinates, onBand } from './figures.ts';

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
  /** Where this is asked, as far as that is another place than that of what stands above it. */
  readonly at: readonly Coordinate[];
  readonly parts: readonly Explanation[];
  /** The parts stand elsewhere in this tree already. */
  readonly seenBefore: boolean;
}

/** Along a longer axis only the first points of a sum or a minimum are walked. */
const mostPoints = 12;

/** Of a sum along time: the months after the first are made alike. */
const mostMonths = 2;

export interface ExplainQuestion {
  readonly node: NodeId;
  readonly text: string;
}

/** The interpreter knows the values: those of a case, or of one sample at a place where numbers are drawn. */
export function explain(
  graph: Graph,
  question: ExplainQuestion,
  place: Place,
  { value }: Interpreter = interpreter(graph),
): Explanation {
  const byNode = new Map([...graph.names.values()].map((n) => [n.node, n]));
  const presence: ReadonlyMap<string, NodeId> = new Map([
    ...graph.items.flatMap((item) =>
      ['cost', 'cash', 'effective', 'tco', 'end_value'].map(
        (field) => [`${item.name}.${field}`, item.present] as const,
      ),
    ),
    ...(graph.revenue?.lines ?? []).map((line) => [`${line.name}.revenue`, line.present] as const),
  ]);
  const seen = new Set<string>();

  function of(id: NodeId, here: Place, above: Place): Explanation {
    const named = byNode.get(id);
    const axes = graph.nodes[id]?.axes ?? [];
    const key = `${id}@${axes.map((axis) => here[axis]).join()}`;
    const known = seen.has(key);
    seen.add(key);
    const ranged =
      graph.nodes[id]?.type.kind === 'number' && axes.includes(bandIndex(graph)) && !isSampled(graph, here);
    const at = (band: number): number => value(id, onBand(graph, here, band));
    const written = named === undefined ? undefined : writtenAt(graph, named, here);
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
      // an option's formula has not the source of the figure that it replaces
      provenance: written === undefined ? named?.provenance : undefined,
      file: span?.source.file,
      position: span === undefined ? undefined : positionOf(span.source, span.start),
      at: coordinates(
        graph,
        axes.filter((axis) => here[axis] !== above[axis]),
        here,
      ),
      parts: known ? [] : partsOf(id, here),
      seenBefore: known && hasParts(id, here),
    };
  }

  function hasParts(id: NodeId, here: Place): boolean {
    return children(id, here).length > 0;
  }

  function partsOf(id: NodeId, here: Place): readonly Explanation[] {
    return children(id, here).map(([child, at]) => of(child, at, here));
  }

  /** The nearest named nodes below, each once, along the branches that this case takes; items that are not there left out. */
  function children(id: NodeId, here: Place): readonly (readonly [NodeId, Place])[] {
    const found = new Map<string, readonly [NodeId, Place]>();
    const open = [...taken(id, here)].reverse();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [node, there] = next;
      const named = byNode.get(node);
      if (named === undefined) open.push(...[...taken(node, there)].reverse());
      else if (!isAbsent(named, there)) found.set(`${node}@${there.join()}`, next);
    }
    return [...found.values()];
  }

  function isAbsent(named: Named, there: Place): boolean {
    const present = presence.get(named.name);
    return present !== undefined && value(present, there) === 0;
  }

  function taken(id: NodeId, here: Place): readonly (readonly [NodeId, Place])[] {
    const node = graph.nodes[id];
    if (node === undefined) return [];
    const { op, args } = node;
    const all = args.map((arg) => [arg, here] as const);
    const one = (i: number): readonly (readonly [NodeId, Place])[] => all.slice(i, i + 1);
    switch (op.kind) {
      case 'draw':
        return isSampled(graph, here) ? [] : one(0);
      case 'select':
        return one(here[op.axis] ?? 0);
      case 'at':
        return args.map((arg) => [arg, here.map((p, a) => (a === op.axis ? op.index : p))] as const);
      case 'reduce': {
        const [from, to] = op.within ?? [0, (graph.axes[op.axis]?.points.length ?? 1) - 1];
        const differs = graph.nodes[args[0] ?? -1]?.axes.includes(op.axis) ?? false;
        const most = graph.axes[op.axis]?.kind === 'time' ? mostMonths : mostPoints;
        const shown = differs ? Math.min(to - from + 1, most) : 1;
        return Array.from(
          { length: shown },
          (_, p) => [args[0] ?? 0, here.map((q, a) => (a === op.axis ? from + p : q))] as const,
        );
      }
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

  return of(question.node, place, place);
}

/** The formula that holds in this case: an option may have replaced the one that the name was given. */
function writtenAt(graph: Graph, named: Named, here: Place): Span | undefined {
  if (named.kind !== 'input' && named.kind !== 'formula') return undefined;
  const holds = (when: readonly OnPoint[]): boolean =>
    when.every((on) => {
      const index = graph.axes.findIndex((a) => a.name === on.axis);
      const names = graph.axes[index]?.points.map((p) => p.name) ?? [];
      return pointsOf(on, names).includes(names[here[index] ?? 0] ?? '');
    });
  const override = graph.plan.overrides.findLast(
    ({ when, change }) => change.kind === 'value' && change.name === named.name && holds(when),
  );
  return override?.change.kind === 'value' ? override.change.value.span : undefined;
}
