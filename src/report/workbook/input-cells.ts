// Where the inputs stand: one row for what the plan states, and one for each other value that an option gives the input. A
// cell to type into, empty at first, replaces them all, as a setting on the command line does.

import { bandIndex } from '../../analysis/figures.ts';
import type { Graph, Named, NodeId } from '../../graph/types.ts';
import { basePlace, type Place, placesOver } from '../../grid/layout.ts';
import type { Band, CellKey } from './expression.ts';

export interface InputRow {
  readonly input: Named;
  /** The value, before anything is typed in. */
  readonly leaf: NodeId;
  readonly isStated: boolean;
  /** The places, over the axes of the input, at which it holds; empty for what no case takes. */
  readonly places: readonly Place[];
}

/** A node under a name that nobody sees: what an input grows from, or what its options start from. */
interface SetApart {
  readonly name: string;
  readonly what: 'start' | 'stated';
}

/** Beyond this many combinations of points nobody lists where a value holds. */
const mostPlaces = 20_000;

export class InputCells {
  readonly #graph: Graph;
  readonly #band: number;
  readonly rows: readonly InputRow[];
  /** Nodes that are an input's start or stated value and nothing else. */
  readonly setApart: ReadonlyMap<NodeId, SetApart>;
  readonly #byLeaf: ReadonlyMap<string, InputRow>;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#band = bandIndex(graph);
    const inputs = graph.plan.inputs.flatMap((input) => graph.names.get(input.name) ?? []);
    const names = new Set([...graph.names.values()].map((n) => n.node));
    this.setApart = new Map(inputs.flatMap((input) => apartOf(graph, names, input)));
    this.rows = inputs.flatMap((input) => this.#rowsOf(input));
    this.#byLeaf = new Map(this.rows.map((row) => [`${row.input.name} ${row.leaf}`, row]));
  }

  valueKey({ input, leaf, isStated }: InputRow, band: Band): CellKey {
    const row = isStated ? input.name : `${input.name}#${leaf}`;
    return { table: 'inputs', row, column: 0, band };
  }

  setKey(name: string): CellKey {
    return { table: 'inputs', row: name, column: 1, band: 1 };
  }

  statedRow(name: string): InputRow | undefined {
    return this.rows.find((row) => row.isStated && row.input.name === name);
  }

  /** undefined where the value is a formula that differs from case to case: that one stands in the model. */
  rowAt(name: string, start: NodeId, place: Place): InputRow | undefined {
    return this.#byLeaf.get(`${name} ${this.leafAt(start, place)}`);
  }

  /** What options make of an input at a place. */
  leafAt(start: NodeId, place: Place): NodeId {
    const graph = this.#graph;
    let leaf = graph.nodes[start]?.args[0] ?? start;
    for (let node = graph.nodes[leaf]; node?.op.kind === 'select'; node = graph.nodes[leaf]) {
      const { axis } = node.op;
      if (axis === this.#band) break;
      leaf = node.args[place[axis] ?? 0] ?? leaf;
    }
    return leaf;
  }

  #rowsOf(input: Named): readonly InputRow[] {
    const { start } = input;
    if (start === undefined) return [];
    const graph = this.#graph;
    const axes = (graph.nodes[start.node]?.axes ?? []).filter((axis) => {
      const kind = graph.axes[axis]?.kind;
      return kind !== 'band' && kind !== 'time';
    });
    const count = axes.reduce((n, axis) => n * (graph.axes[axis]?.points.length ?? 1), 1);
    const places = count > mostPlaces ? [basePlace(graph)] : placesOver(graph, axes, basePlace(graph));
    const byLeaf = new Map<NodeId, Place[]>([[start.stated, []]]);
    for (const place of places) {
      const leaf = this.leafAt(start.node, place);
      const there = byLeaf.get(leaf);
      if (there === undefined) byLeaf.set(leaf, [place]);
      else there.push(place);
    }
    return [...byLeaf].flatMap(([leaf, held]) => {
      const plain = graph.nodes[leaf]?.axes.every((axis) => axis === this.#band) === true;
      return plain ? [{ input, leaf, isStated: leaf === start.stated, places: held }] : [];
    });
  }
}

function apartOf(
  graph: Graph,
  names: ReadonlySet<NodeId>,
  { name, start }: Named,
): readonly (readonly [NodeId, SetApart])[] {
  if (start === undefined) return [];
  const isApart = graph.nodes[start.stated]?.op.kind === 'named' && !names.has(start.stated);
  return [
    [start.node, { name, what: 'start' }],
    ...(isApart ? [[start.stated, { name, what: 'stated' }] as const] : []),
  ];
}
