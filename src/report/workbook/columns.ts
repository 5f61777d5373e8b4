// The columns of the model: one for each case, and behind them those that some formula asks for by `at` or `over`. What is the
// same in every case has a column of its own.

import type { Graph, Node, NodeId } from '../../graph/types.ts';
import type { Place } from '../../grid/layout.ts';

/** The column of what does not differ from case to case. */
export const common = -1;

interface NodeAxes {
  readonly axes: readonly number[];
  readonly differs: boolean;
}

export class Columns {
  readonly #graph: Graph;
  readonly #places: Place[];
  readonly #differing: ReadonlySet<number>;
  readonly #byPlace = new Map<string, number>();
  readonly #axes = new Map<NodeId, NodeAxes>();
  readonly cases: number;

  constructor(graph: Graph, cases: readonly Place[]) {
    this.#graph = graph;
    this.#places = [...cases];
    this.cases = cases.length;
    const [first = []] = cases;
    this.#differing = new Set(
      graph.axes.flatMap((_, axis) => (cases.some((c) => c[axis] !== first[axis]) ? [axis] : [])),
    );
  }

  /** Those of the cases first. */
  get places(): readonly Place[] {
    return this.#places;
  }

  /** Where a node stands, looked at from a column: there if that is the same place to it. */
  columnOf(node: Node, place: Place, from: number): number {
    const { axes, differs } = this.#axesOf(node);
    if (axes.length === 0) return common;
    if (!differs && this.#agrees(axes, 0, place)) return common;
    if (from !== common && this.#agrees(axes, from, place)) return from;
    const key = axes.map((axis) => `${axis}=${place[axis]}`).join();
    const known =
      this.#byPlace.get(key) ?? this.#places.findIndex((_, column) => this.#agrees(axes, column, place));
    const found = known < 0 ? this.#places.push(place) - 1 : known;
    this.#byPlace.set(key, found);
    return found;
  }

  #agrees(axes: readonly number[], column: number, place: Place): boolean {
    const there = this.#places[column];
    return there !== undefined && axes.every((axis) => there[axis] === place[axis]);
  }

  /** Those that make columns, and whether the cases differ along one of them. */
  #axesOf({ id, axes }: Node): NodeAxes {
    let found = this.#axes.get(id);
    if (found === undefined) {
      const own = axes.filter((axis) => this.#isColumnAxis(axis));
      found = { axes: own, differs: own.some((axis) => this.#differing.has(axis)) };
      this.#axes.set(id, found);
    }
    return found;
  }

  /** The cases in which a node has to stand, or the one column for all. */
  columnsFor(node: Node): readonly number[] {
    const differs = node.axes.some((axis) => this.#differing.has(axis));
    return differs ? Array.from({ length: this.cases }, (_, i) => i) : [common];
  }

  /** The place of a column. */
  placeOf(column: number): Place {
    return this.#places[column === common ? 0 : column] as Place;
  }

  /** The ends of a range stand on sheets of their own, months in columns of their own. */
  #isColumnAxis(axis: number): boolean {
    const { kind, name } = this.#graph.axes[axis] ?? { kind: 'band', name: '' };
    return kind !== 'band' && !(kind === 'time' && name === 'month');
  }
}
