// What a name comes to in a case, as a person reads it, from the last plan that could be understood.

import { onBand } from '../analysis/figures.ts';
import type { Choice, Graph, GraphItem, Named, NodeId } from '../graph/types.ts';
import { type Interpreter, interpreter } from '../grid/interpret.ts';
import { basePlace, type Place } from '../grid/layout.ts';
import { valueText } from '../report/amounts.ts';
import type { Known } from './writing.ts';

/** What was computed for a graph stays as long as the graph. */
const interpreters = new WeakMap<Graph, Interpreter>();

export function namedOf({ model }: Known, name: string): Named | undefined {
  return model?.graph.names.get(name);
}

/** `500 users`, `10.32–18.96 EUR/month`; undefined where the name is not known. */
export function figureOf(known: Known, name: string): string | undefined {
  const named = namedOf(known, name);
  return named === undefined ? undefined : nodeText(known, named.node);
}

function nodeText({ model, place }: Known, id: NodeId): string | undefined {
  const graph = model?.graph;
  const node = graph?.nodes[id];
  if (graph === undefined || node === undefined) return undefined;
  const here = placeIn(graph, place);
  const values = interpreterOf(graph);
  const [low, value, high] = [0, 1, 2].map((band) => values.value(id, onBand(graph, here, band)));
  if (low === undefined || value === undefined || high === undefined) return undefined;
  const pointsOf = (axis: string): readonly string[] =>
    graph.axes.find((a) => a.name === axis)?.points.map((p) => p.name) ?? [];
  const ends = { low: Math.min(low, high), high: Math.max(low, high) };
  return valueText({ type: node.type, value, ...ends }, pointsOf);
}

/** A place of another graph may have points that this one lacks. */
function placeIn(graph: Graph, place: Place | undefined): Place {
  const base = basePlace(graph);
  if (place === undefined || place.length !== base.length) return base;
  return place.map((p, axis) => (p < (graph.axes[axis]?.points.length ?? 0) ? p : (base[axis] ?? 0)));
}

/** How the item is bought in the case; undefined where it is not known. */
export function choiceOf({ model, place }: Known, item: GraphItem): Choice | undefined {
  const graph = model?.graph;
  if (graph === undefined) return undefined;
  const index = interpreterOf(graph).value(item.choice, onBand(graph, placeIn(graph, place), 1));
  return item.choices[index];
}

function interpreterOf(graph: Graph): Interpreter {
  const known = interpreters.get(graph) ?? interpreter(graph);
  interpreters.set(graph, known);
  return known;
}
