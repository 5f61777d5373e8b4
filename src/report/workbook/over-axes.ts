// Values along an axis: sums and extremes, the cheapest of several, and what happens along time.

import type { Reduction } from '../../formula/typed.ts';
import type { Graph, Node, NodeId, NodeOp, Stretch } from '../../graph/types.ts';
import { type AlongHelp, alongFormula } from './along-formula.ts';
import { binary, type CellKey, call, cell, type Expression, number, unknown } from './expression.ts';
import type { MonthRuns } from './month-runs.ts';
import { decision, extreme, halfIfUnknown, reductionFormula } from './operations.ts';
import {
  type Here,
  monthHead,
  moved,
  type PlanCell,
  type PlanRow,
  plain,
  type Written,
} from './plan-cell.ts';

/** What is needed of the cells under construction. */
export interface Ground {
  readonly graph: Graph;
  readonly runs: MonthRuns;
  value(id: NodeId, here: Here): Expression;
  /** The node under whose name a node stands. */
  named(id: NodeId): Node;
  keyOf(node: Node, here: Here, suffix: string): CellKey;
  add(key: CellKey, of: PlanCell['of'], write: () => Written): Expression;
  addRow(key: CellKey, node: Node, part: PlanRow['part'], column: number): void;
}

/** A node, and from where it is looked at. */
interface Looked {
  readonly id: NodeId;
  readonly here: Here;
}

const longestList = 100;

export class OverAxes {
  readonly #ground: Ground;
  readonly #month: number;

  constructor(ground: Ground, month: number) {
    this.#ground = ground;
    this.#month = month;
  }

  reduced(node: Node, op: NodeOp & { kind: 'reduce' }, here: Here): Written {
    const [id = -1] = node.args;
    const points = pointsOf(this.#ground.graph, op.axis, op.within);
    const { reduction } = op;
    const differs = (this.#ground.graph.nodes[id] as Node).axes.includes(op.axis);
    if (reduction === 'argmin' || reduction === 'argmax') {
      if (!differs) {
        const first = call('ISNUMBER', this.#value(id, here));
        return plain(call('IF', first, number(0), unknown));
      }
      const places = points.map((p) => ({ id, here: moved(here, op.axis, p) }));
      return this.ranked(node, reduction, places, here);
    }
    if (!differs) {
      const value = this.#value(id, here);
      const counts = reduction === 'sum' || reduction === 'count';
      return plain(counts ? binary(value, '*', number(points.length)) : value);
    }
    if (op.axis === this.#month) return plain(this.#overMonths(node, id, reduction, points, here));
    const values = points.map((p) => ({ id, here: moved(here, op.axis, p) }));
    return plain(this.#listed(node, reduction, values, here));
  }

  /** A formula reads so many cells one by one; more of them are listed below it first. */
  #listed(
    node: Node,
    reduction: Exclude<Reduction, 'argmin' | 'argmax'>,
    values: readonly Looked[],
    here: Here,
  ): Expression {
    const ends = reduction === 'first' || reduction === 'last';
    if (ends || values.length <= longestList)
      return reductionFormula(
        reduction,
        values.map((v) => this.#value(v.id, v.here)),
      );
    if (reduction === 'all' || reduction === 'any')
      return decision(reduction, [this.#block(node, values, here, halfIfUnknown)]);
    const range = this.#block(node, values, here);
    if (reduction === 'mean') return binary(reductionFormula('sum', [range]), '/', number(values.length));
    return reductionFormula(reduction, [range]);
  }

  /** Months that are as the one before have no cell: a sum takes that one as often as it counts. */
  #overMonths(
    node: Node,
    id: NodeId,
    reduction: Exclude<Reduction, 'argmin' | 'argmax'>,
    months: readonly number[],
    here: Here,
  ): Expression {
    const value = (m: number): Expression => this.#value(id, moved(here, this.#month, m));
    const runs = new Map<number, number>();
    for (const m of months) {
      const start = this.#ground.runs.startOf(id, here.place, m);
      runs.set(start, (runs.get(start) ?? 0) + 1);
    }
    // every month its own cell, side by side: a range reads better than a list
    const decides = reduction === 'all' || reduction === 'any';
    const row = !decides && runs.size === months.length ? rowOf(months.map(value)) : undefined;
    if (row === undefined && runs.size > longestList) {
      const values = months.map((m) => ({ id, here: moved(here, this.#month, m) }));
      return this.#listed(node, reduction, values, here);
    }
    const asRow = row === undefined ? undefined : [row];
    switch (reduction) {
      case 'min':
      case 'max':
        return reductionFormula(reduction, asRow ?? [...runs.keys()].map(value));
      case 'sum':
      case 'count':
      case 'mean': {
        const times = ([m, n]: readonly [number, number]): Expression =>
          n === 1 ? value(m) : binary(value(m), '*', number(n));
        const sum = reductionFormula('sum', asRow ?? [...runs].map(times));
        return reduction === 'mean' ? binary(sum, '/', number(months.length)) : sum;
      }
      default:
        return reductionFormula(reduction, [...runs.keys()].map(value));
    }
  }

  /** Which of several values is the smallest or largest. */
  ranked(node: Node, reduction: 'argmin' | 'argmax', values: readonly Looked[], here: Here): Written {
    return { expression: extreme(reduction, this.#block(node, values, here)), array: true };
  }

  /** Values one below the other. */
  #block(
    node: Node,
    values: readonly Looked[],
    here: Here,
    change?: (value: Expression) => Expression,
  ): Expression {
    const keys = values.map(({ id, here: there }, index) => {
      const key = this.#ground.keyOf(this.#ground.named(node.id), here, `#${index}`);
      const of = change === undefined ? { node: id, place: there.place } : undefined;
      const value = (): Expression => this.#value(id, there);
      this.#ground.add(key, of, () => plain(change === undefined ? value() : change(value())));
      this.#ground.addRow(key, node, { kind: 'listed', index }, here.column);
      return key;
    });
    const [from, to] = [keys[0], keys.at(-1)];
    return from === undefined || to === undefined ? unknown : { kind: 'range', from, to };
  }

  along(node: Node, op: NodeOp & { kind: 'along' }, here: Here): Expression {
    const month = here.place[this.#month] ?? 0;
    const key = (suffix: string, m: number): CellKey =>
      this.#ground.keyOf(this.#ground.named(node.id), moved(here, op.axis, m), suffix);
    const head = (m: number): CellKey => {
      return { table: 'months', row: monthHead, column: m, band: key('', m).band };
    };
    const step = (name: string, what: string, m: number, write: () => Expression): Expression => {
      const found = key(`:${name}`, m);
      this.#ground.addRow(found, node, { kind: 'step', what }, here.column);
      return this.#ground.add(found, undefined, () => plain(write()));
    };
    const help: AlongHelp = {
      arg: (i, m) => this.#value(node.args[i] ?? -1, moved(here, op.axis, m)),
      step,
      range: (name, to) => {
        const suffix = name === '' ? '' : `:${name}`;
        return { kind: 'range', from: key(suffix, 0), to: key(suffix, to) };
      },
      argRange: (i, to) => this.#everyMonth(node.args[i] ?? -1, to, here),
      isSteady: (i) => this.#ground.runs.starts(node.args[i] ?? -1, here.place).length === 1,
      self: (m) => this.#value(node.id, moved(here, op.axis, m)),
      monthNumber: (m) => cell(head(m)),
      monthNumbers: (to) => ({ kind: 'range', from: head(0), to: head(to) }),
    };
    return alongFormula(op.operation, month, help);
  }

  /** A value from the first month on, where each month has its cell and they stand in one row. */
  #everyMonth(id: NodeId, to: number, here: Here): Expression | undefined {
    const { runs } = this.#ground;
    if (runs.starts(id, here.place).length < runs.months) return undefined;
    return rowOf(Array.from({ length: to + 1 }, (_, m) => this.#value(id, moved(here, this.#month, m))));
  }

  #value(id: NodeId, here: Here): Expression {
    return this.#ground.value(id, here);
  }
}

/** Cells that stand side by side as a range. */
function rowOf(cells: readonly Expression[]): Expression | undefined {
  const [first] = cells;
  const last = cells.at(-1);
  if (first?.kind !== 'cell' || last?.kind !== 'cell' || first.key.row !== last.key.row) return undefined;
  const beside = cells.every((c, i) => c.kind === 'cell' && c.key.column === first.key.column + i);
  return beside ? { kind: 'range', from: first.key, to: last.key } : undefined;
}

function pointsOf(graph: Graph, axis: number, within: Stretch | undefined): readonly number[] {
  const [first, last] = within ?? [0, (graph.axes[axis]?.points.length ?? 1) - 1];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
