// A plan as cells: every node that has a cell of its own, in every case in which somebody needs it, with its formula. A node
// below another one becomes part of that one's formula or a cell that it reads; so the whole graph is written once, and
// nothing of it is computed here.

import { bandIndex, monthIndex } from '../../analysis/figures.ts';
import type { Graph, Named, Node, NodeId } from '../../graph/types.ts';
import { GridTooLarge } from '../../grid/evaluate.ts';
import type { Place } from '../../grid/layout.ts';
import { Columns, common } from './columns.ts';
import { type Band, binary, type CellKey, call, cell, type Expression, number } from './expression.ts';
import { FixedValues } from './fixed-values.ts';
import { InputCells, type InputRow } from './input-cells.ts';
import { MonthRuns } from './month-runs.ts';
import { operationFormula, picked, scaled } from './operations.ts';
import { OverAxes } from './over-axes.ts';
import { innerOf, type OwnCells, ownCells } from './own-cells.ts';
import { type Here, moved, type PlanCell, type PlanRow, plain, type Written } from './plan-cell.ts';

/** More cells than this in one file are refused: pinning an axis makes fewer cases. */
export const maximumCells = 500_000;

interface Where {
  readonly column: number;
  readonly monthly: boolean;
  readonly month: number;
  readonly band: Band;
}

interface Pending {
  readonly key: CellKey;
  readonly write: () => Written;
  readonly of: PlanCell['of'];
}

export class PlanCells {
  readonly graph: Graph;
  readonly columns: Columns;
  readonly inputs: InputCells;
  readonly runs: MonthRuns;
  readonly cells: PlanCell[] = [];
  readonly rows: PlanRow[] = [];
  /** Nodes of prices, rates and the calendar that stand on the sheet of prices, in order. */
  readonly prices: NodeId[] = [];
  readonly #own: OwnCells;
  readonly #fixed: FixedValues;
  readonly #axes: OverAxes;
  readonly #byNode: ReadonlyMap<NodeId, Named>;
  readonly #band: number;
  readonly #month: number;
  readonly #known = new Set<string>();
  readonly #knownRows = new Set<string>();
  readonly #whole = new Map<number, Expression>();
  readonly #pending: Pending[] = [];
  #owner: NodeId = -1;

  /** `roots` are all nodes that will be asked for. */
  constructor(graph: Graph, cases: readonly Place[], roots: readonly NodeId[]) {
    this.graph = graph;
    this.columns = new Columns(graph, cases);
    this.#own = ownCells(graph, roots);
    this.#byNode = new Map([...graph.names.values()].map((n) => [n.node, n]));
    this.#band = bandIndex(graph);
    this.#month = monthIndex(graph);
    this.inputs = new InputCells(graph);
    this.#fixed = new FixedValues(graph, new Set([...this.#byNode.keys(), ...this.inputs.setApart.keys()]));
    this.runs = new MonthRuns(graph, this.#fixed);
    this.#axes = new OverAxes(
      {
        ...{ graph, runs: this.runs },
        value: (id, here) => this.#value(id, here),
        named: (id) => this.#named(id),
        keyOf: (node, here, suffix) => this.#keyOf(node, here, suffix),
        add: (key, of, write) => this.#add(key, of, write),
        addRow: (key, node, part, column) => this.#addRow(key, node, part, column),
      },
      this.#month,
    );
    for (const row of this.inputs.rows) this.#addInput(row);
  }

  /** The cell of a node at a place, and all cells below it. */
  at(id: NodeId, place: Place, column: number): Expression {
    this.#owner = id;
    const found = this.#value(id, { place, column });
    this.#drain();
    return found;
  }

  /** A row of the model that shows one month of what stands on the sheet of months. */
  showMonth(id: NodeId, place: Place, column: number): void {
    const month = this.at(id, place, column);
    const node = this.#node(id);
    const to = this.columns.columnOf(node, place, column);
    const key: CellKey = { table: 'model', row: String(id), column: to, band: this.#bandOf(node, place) };
    this.#add(key, { node: id, place }, () => plain(month));
    this.#addRow(key, node, { kind: 'whole' }, to);
    this.#drain();
  }

  isMonthly(id: NodeId): boolean {
    return this.#month >= 0 && this.#node(id).axes.includes(this.#month);
  }

  #node(id: NodeId): Node {
    const node = this.graph.nodes[id];
    if (node === undefined) throw new Error(`there is no node ${id}`);
    return node;
  }

  #drain(): void {
    // what is written adds to the list
    for (const { key, write, of } of this.#pending) this.cells.push({ key, ...write(), of });
    this.#pending.length = 0;
  }

  #add(key: CellKey, of: PlanCell['of'], write: () => Written): Expression {
    const id = keyText(key);
    if (!this.#known.has(id)) {
      this.#known.add(id);
      if (this.#known.size > maximumCells) {
        const axes = this.graph.axes.filter((axis) => !axis.held && axis.kind !== 'band').map((a) => a.name);
        throw new GridTooLarge(axes, this.#known.size, maximumCells);
      }
      this.#pending.push({ key, write, of });
    }
    return cell(key);
  }

  #addRow(key: CellKey, node: Node, part: PlanRow['part'], column: number): void {
    const { table, row } = key;
    if ((table !== 'model' && table !== 'months') || this.#knownRows.has(`${table} ${row}`)) return;
    this.#knownRows.add(`${table} ${row}`);
    this.rows.push({ table, row, node, owner: this.#owner, part, column });
  }

  // --- inputs and prices

  #addInput(row: InputRow): void {
    const { leaf } = row;
    const node = this.#node(leaf);
    for (const band of this.#bandsOf(node)) {
      const place = this.#onBand(this.columns.placeOf(common), band);
      this.#add(this.inputs.valueKey(row, band), { node: leaf, place }, () =>
        plain(this.#rangePart(leaf, { place, column: common }, (end) => this.inputs.valueKey(row, end))),
      );
    }
  }

  /** A middle that lies half way between its ends says so, and follows them. */
  #rangePart(id: NodeId, here: Here, keyOf: (end: Band) => CellKey): Expression {
    let node = this.#node(id);
    while ((node.op.kind === 'named' && !this.#byNode.has(node.id)) || node.op.kind === 'draw')
      node = this.#node(node.args[0] ?? -1);
    if (here.place[this.#band] === 1 && isRange(this.graph, node, this.#band))
      return binary(binary(cell(keyOf(0)), '+', cell(keyOf(2))), '/', number(2));
    if (node.op.kind === 'const') return number(node.op.value);
    const elsewhere = this.#byNode.has(node.id) || node.op.kind === 'cheapest' || node.op.kind === 'reduce';
    return elsewhere ? this.#value(node.id, here) : this.#written(node, here);
  }

  #price(node: Node, here: Here): Expression {
    const band = this.#bandOf(node, here.place);
    const keyOf = (end: Band): CellKey => ({ table: 'prices', row: String(node.id), column: 0, band: end });
    if (!this.prices.includes(node.id)) {
      this.prices.push(node.id);
      for (const end of this.#bandsOf(node)) {
        const place = this.#onBand(here.place, end);
        this.#add(keyOf(end), { node: node.id, place }, () =>
          plain(this.#rangePart(node.args[0] ?? -1, { place, column: common }, keyOf)),
        );
      }
    }
    return cell(keyOf(band));
  }

  /** Prices, rates and the calendar stand together where they are the same in every case. */
  #isListed({ id, axes }: Node): boolean {
    const kind = this.#byNode.get(id)?.kind;
    return (
      (kind === 'price' || kind === 'rate' || kind === 'calendar') &&
      axes.every((axis) => axis === this.#band)
    );
  }

  // --- cells of the model and of the months

  #value(id: NodeId, here: Here): Expression {
    const node = this.#named(id);
    const fixed = this.#byNode.has(node.id) ? undefined : this.#fixed.at(id, here.place);
    if (fixed !== undefined) return number(fixed);
    if (!this.#own.has(id)) return this.#written(node, here);
    if (this.#isListed(node)) return this.#price(node, here);
    const found = this.#whereIs(node, here);
    const { column, month, band } = found;
    // as one number: this is asked for every reference in the file
    const slot = ((node.id * mostColumns + column + 1) * mostMonths + month) * 3 + band;
    const known = this.#whole.get(slot);
    if (known !== undefined) return known;
    const key = keyOf(node, found, '');
    const place = this.#onMonth(here.place, key);
    const made = this.#add(key, { node: node.id, place }, () => this.#content(node, { place, column }));
    this.#addRow(key, node, { kind: 'whole' }, column);
    this.#whole.set(slot, made);
    return made;
  }

  #whereIs(node: Node, { place, column }: Here): Where {
    const monthly = this.isMonthly(node.id);
    return {
      column: this.columns.columnOf(node, place, column),
      monthly,
      month: monthly ? this.runs.startOf(node.id, place, place[this.#month] ?? 0) : 0,
      band: this.#bandOf(node, place),
    };
  }

  /** Where a name is nothing but this node, the name. */
  #named(id: NodeId): Node {
    return this.#node(this.#own.nameOf(id) ?? id);
  }

  #keyOf(node: Node, here: Here, suffix: string): CellKey {
    return keyOf(node, this.#whereIs(node, here), suffix);
  }

  #content(node: Node, here: Here): Written {
    const { op, args } = node;
    const fixed = this.#fixed.at(node.id, here.place);
    if (fixed !== undefined) return plain(number(fixed));
    const named = this.#byNode.get(node.id);
    if (named?.start !== undefined && named.start.node === args[0])
      return plain(this.#startOf(named.name, named.start.node, here));
    switch (op.kind) {
      case 'named': {
        const inner = innerOf(this.graph, node.id);
        const shares = this.#own.nameOf(inner) === node.id;
        return shares ? this.#content(this.#node(inner), here) : plain(this.#value(inner, here));
      }
      case 'along':
        return plain(this.#axes.along(node, op, here));
      case 'cheapest':
        return this.#axes.ranked(
          node,
          'argmin',
          args.map((id) => ({ id, here })),
          here,
        );
      case 'reduce':
        return this.#axes.reduced(node, op, here);
      default:
        return plain(this.#written(node, here));
    }
  }

  /** A node as part of a formula. */
  #written(node: Node, here: Here): Expression {
    const { op, args } = node;
    const value = (i: number): Expression => this.#value(args[i] ?? -1, here);
    switch (op.kind) {
      case 'const':
        // an input may have been moved to a number
        return this.#setApart(node, here) ?? number(op.value);
      case 'apply': {
        const sure = this.#unlessBroken(node);
        if (sure !== undefined) return call('IFERROR', this.#value(sure, here), number(1));
        const last = args.at(-1) ?? -1;
        return operationFormula(
          op.operation,
          args.map((_, i) => value(i)),
          this.#own.mayBeUnlimited(last),
        );
      }
      case 'scale':
        return scaled(value(0), op.numerator, op.denominator);
      case 'select':
        return value(here.place[op.axis] ?? 0);
      case 'at':
        return this.#value(args[0] ?? -1, moved(here, op.axis, op.index));
      case 'named':
        return this.#setApart(node, here) ?? value(0);
      case 'draw':
        return value(0);
      case 'pick':
        return picked(
          value(0),
          args.slice(1).map((id) => this.#value(id, here)),
        );
      case 'reduce':
        return this.#axes.reduced(node, op, here).expression;
      case 'along':
      case 'cheapest':
        throw new Error(`node ${node.id} needs a cell of its own`);
    }
  }

  /** `x or not known(x)`: true unless it is known to be false. */
  #unlessBroken({ op, args: [holds = -1, other = -1] }: Node): NodeId | undefined {
    if (op.kind !== 'apply' || op.operation !== 'or') return undefined;
    const not = this.#node(other);
    if (not.op.kind !== 'apply' || not.op.operation !== 'not') return undefined;
    const known = this.#node(not.args[0] ?? -1);
    const isKnown = known.op.kind === 'apply' && known.op.operation === 'known';
    return isKnown && known.args[0] === holds ? holds : undefined;
  }

  /** What an input is before time and levers change it, or as it is stated, where that is a node of its own. */
  #setApart({ id }: Node, here: Here): Expression | undefined {
    const input = this.inputs.setApart.get(id);
    if (input === undefined) return undefined;
    if (input.what === 'start') return this.#startOf(input.name, id, here);
    const row = this.inputs.statedRow(input.name);
    if (row === undefined) return undefined;
    return cell(this.inputs.valueKey(row, this.#bandOf(this.#node(row.leaf), here.place)));
  }

  /** What was typed in, or what the plan and its options say. */
  #startOf(name: string, start: NodeId, here: Here): Expression {
    const set = cell(this.inputs.setKey(name));
    const row = this.inputs.rowAt(name, start, here.place);
    const leaf = this.inputs.leafAt(start, here.place);
    const planned =
      row === undefined
        ? this.#written(this.#node(leaf), here)
        : cell(this.inputs.valueKey(row, this.#bandOf(this.#node(leaf), here.place)));
    return call('IF', call('ISBLANK', set), planned, set);
  }

  // --- places

  #bandOf({ axes }: Node, place: Place): Band {
    return axes.includes(this.#band) ? ((place[this.#band] ?? 1) as Band) : 1;
  }

  #bandsOf({ axes }: Node): readonly Band[] {
    return axes.includes(this.#band) ? [0, 1, 2] : [1];
  }

  /** The month in which a value is made, where it is not the one that is looked at. */
  #onMonth(place: Place, { table, column }: CellKey): Place {
    if (table !== 'months' || place[this.#month] === column) return place;
    return place.map((p, axis) => (axis === this.#month ? column : p));
  }

  #onBand(place: Place, band: Band): Place {
    return place.map((p, axis) => (axis === this.#band ? band : p));
  }
}

/** More columns and months than these no file has. */
const mostColumns = 1 << 15;
const mostMonths = 1 << 11;

function keyOf({ id }: Node, { column, monthly, month, band }: Where, suffix: string): CellKey {
  return monthly
    ? { table: 'months', row: `${id}@${column}${suffix}`, column: month, band }
    : { table: 'model', row: `${id}${suffix}`, column, band };
}

export function keyText({ table, row, column, band }: CellKey): string {
  return `${table} ${row} ${column} ${band}`;
}

function isRange(graph: Graph, { op, args: [low, middle = -1, high] }: Node, band: number): boolean {
  if (op.kind !== 'select' || op.axis !== band) return false;
  const half = graph.nodes[middle];
  if (half?.op.kind !== 'scale' || half.op.numerator !== 1 || half.op.denominator !== 2) return false;
  const sum = graph.nodes[half.args[0] ?? -1];
  const adds = sum?.op.kind === 'apply' && sum.op.operation === 'add';
  return adds && sum.args[0] === low && sum.args[1] === high;
}
