// What is a number in some case whatever anybody changes: what an item costs where it is absent, how long nothing lasts. It is
// written as that number, and not as a chain of cells that all hold 0.

import { operations } from '../../formula/operations.ts';
import type { Graph, Node, NodeId } from '../../graph/types.ts';
import type { Place } from '../../grid/layout.ts';

export class FixedValues {
  readonly #graph: Graph;
  /** Names have cells of their own, and so have inputs and prices. */
  readonly #named: ReadonlySet<NodeId>;
  readonly #known = new Map<string, number | undefined>();
  /** By node, whether it is fixed in some case; most are in none. */
  readonly #somewhere: Uint8Array;

  constructor(graph: Graph, named: ReadonlySet<NodeId>) {
    this.#graph = graph;
    this.#named = named;
    this.#somewhere = new Uint8Array(graph.nodes.length);
    for (const node of graph.nodes) this.#somewhere[node.id] = this.#mayBeFixed(node) ? 1 : 0;
  }

  /** The same at all ends of what is uncertain, and in every month; undefined where something may move it. */
  at(id: NodeId, place: Place): number | undefined {
    const node = this.#graph.nodes[id];
    if (node === undefined || this.#somewhere[id] !== 1) return undefined;
    if (node.op.kind === 'const') return node.op.value;
    let key = String(id);
    for (const axis of node.axes) if (!this.#isOpen(axis)) key += ` ${place[axis]}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#computed(node, place));
    return this.#known.get(key);
  }

  #computed({ op, args }: Node, place: Place): number | undefined {
    const values = (): readonly number[] | undefined => {
      const found: number[] = [];
      for (const arg of args) {
        const value = this.at(arg, place);
        if (value === undefined) return undefined;
        found.push(value);
      }
      return found;
    };
    switch (op.kind) {
      case 'apply': {
        const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = values() ?? [];
        return values() === undefined ? undefined : operations[op.operation](a, b, c);
      }
      case 'scale': {
        const [x] = values() ?? [];
        return x === undefined ? undefined : (x * op.numerator) / op.denominator;
      }
      case 'select': {
        if (!this.#isOpen(op.axis)) return this.at(args[place[op.axis] ?? 0] ?? -1, place);
        const [first, ...rest] = values() ?? [];
        return rest.every((x) => Object.is(x, first)) ? first : undefined;
      }
      case 'along': {
        // nothing bought, spread or risen to is nothing in every month
        const [first = -1] = args;
        return this.at(first, place) === 0 ? 0 : undefined;
      }
      case 'named':
      case 'draw':
        return this.at(args[0] ?? -1, place);
      default:
        return undefined;
    }
  }

  #mayBeFixed({ id, op, args }: Node): boolean {
    const is = (arg: NodeId): boolean => this.#somewhere[arg] === 1;
    if (this.#named.has(id)) return false;
    switch (op.kind) {
      case 'const':
        return true;
      case 'apply':
      case 'scale':
        return args.every(is);
      case 'select':
        return args.some(is);
      case 'along':
      case 'named':
      case 'draw':
        return args.slice(0, 1).every(is);
      default:
        return false;
    }
  }

  #isOpen(axis: number): boolean {
    const kind = this.#graph.axes[axis]?.kind;
    return kind === 'band' || kind === 'time';
  }
}
