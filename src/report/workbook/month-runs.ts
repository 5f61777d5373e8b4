// In which months a value is made just as in the month before. Such a month has no cell of its own: over a horizon of years
// most figures change once or twice, and a file with a cell for every month of each would be many times as large.

import { bandIndex, monthIndex } from '../../analysis/figures.ts';
import type { Graph, Node, NodeId } from '../../graph/types.ts';
import type { Place } from '../../grid/layout.ts';
import type { FixedValues } from './fixed-values.ts';

/** For each month 1 where it is as the month before; never for the first. */
type Same = Uint8Array;

export class MonthRuns {
  readonly #graph: Graph;
  readonly #month: number;
  readonly #band: number;
  readonly #always: Same;
  readonly #fixed: FixedValues;
  readonly #known = new Map<string, Same>();
  readonly months: number;

  constructor(graph: Graph, fixed: FixedValues) {
    this.#graph = graph;
    this.#fixed = fixed;
    this.#month = monthIndex(graph);
    this.#band = bandIndex(graph);
    this.months = graph.axes[this.#month]?.points.length ?? 0;
    this.#always = new Uint8Array(this.months).fill(1, 1);
  }

  /** The first month of the run to which a month belongs. */
  startOf(id: NodeId, place: Place, month: number): number {
    const same = this.#sameOf(id, place);
    let start = month;
    while (start > 0 && same[start] === 1) start -= 1;
    return start;
  }

  starts(id: NodeId, place: Place): readonly number[] {
    const same = this.#sameOf(id, place);
    return [...same.keys()].filter((m) => same[m] === 0);
  }

  #sameOf(id: NodeId, place: Place): Same {
    const node = this.#graph.nodes[id];
    if (node === undefined || !node.axes.includes(this.#month)) return this.#always;
    let key = String(id);
    for (const axis of node.axes) if (axis !== this.#month && axis !== this.#band) key += ` ${place[axis]}`;
    let same = this.#known.get(key);
    if (same === undefined) {
      same = this.#fixed.at(id, place) === undefined ? this.#computed(node, place) : this.#always;
      this.#known.set(key, same);
    }
    return same;
  }

  #computed({ op, args }: Node, place: Place): Same {
    const [first = -1] = args;
    const all = (ids: readonly NodeId[]): Same => this.#all(ids.map((id) => this.#sameOf(id, place)));
    const at = (axis: number, index: number): Same =>
      this.#sameOf(
        first,
        place.map((p, a) => (a === axis ? index : p)),
      );
    switch (op.kind) {
      case 'select': {
        if (op.axis === this.#band) return all(args);
        if (op.axis !== this.#month) return this.#sameOf(args[place[op.axis] ?? 0] ?? -1, place);
        return this.#where((m) => args[m] === args[m - 1] && this.#sameOf(args[m] ?? -1, place)[m] === 1);
      }
      case 'at':
        return at(op.axis, op.index);
      case 'draw':
        return this.#sameOf(first, place);
      case 'reduce': {
        const [from, to] = op.within ?? [0, (this.#graph.axes[op.axis]?.points.length ?? 1) - 1];
        return this.#all(Array.from({ length: to - from + 1 }, (_, p) => at(op.axis, from + p)));
      }
      case 'along': {
        const [x = this.#always, length = this.#always] = args.map((id) => this.#sameOf(id, place));
        if (op.operation === 'rises') return this.#where((m) => m > 1 && x[m] === 1 && x[m - 1] === 1);
        const still = this.#all([x, length]).every((same, m) => m === 0 || same === 1);
        return op.operation === 'committed' && still ? this.#always : this.#where(() => false);
      }
      default:
        return all(args);
    }
  }

  #where(holds: (month: number) => boolean): Same {
    return Uint8Array.from({ length: this.months }, (_, m) => (m > 0 && holds(m) ? 1 : 0));
  }

  #all(parts: readonly Same[]): Same {
    return parts.length === 1 ? (parts[0] as Same) : this.#where((m) => parts.every((same) => same[m] === 1));
  }
}
