// Makes nodes, each distinct one once, and keeps their units and axes right.

import type { DistributionKind } from '../formula/distributions.ts';
import { condition, numberOf, type Operation, type Reduction, type Type } from '../formula/typed.ts';
import { divide, multiply, one, sameUnit, simplify, type Unit } from '../quantity/unit.ts';
import { axesOf } from './axes-of.ts';
import { hashOf, hashOfNumber, hashOfText, Interned, mix, sameArgs } from './interned.ts';
import type { AlongOperation, Node, NodeId, NodeOp, Stretch } from './types.ts';

export class NodeStore {
  readonly #nodes: Node[] = [];
  readonly #known = new Interned();

  get nodes(): readonly Node[] {
    return this.#nodes;
  }

  node(id: NodeId): Node {
    const node = this.#nodes[id];
    if (node === undefined) throw new Error(`there is no node ${id}`);
    return node;
  }

  unit(id: NodeId): Unit {
    const { type } = this.node(id);
    return type.kind === 'number' ? type.unit : one;
  }

  constant(value: number, unit: Unit): NodeId {
    return this.#make({ kind: 'const', value }, [], numberOf(unit));
  }

  constantOf(value: number, type: Type): NodeId {
    return this.#make({ kind: 'const', value }, [], type);
  }

  /** The caller has brought the arguments into fitting units and says the result's type. */
  apply(operation: Operation, args: readonly NodeId[], type: Type): NodeId {
    return this.#make({ kind: 'apply', operation }, args, type);
  }

  multiply(a: NodeId, b: NodeId): NodeId {
    return this.#tidy('mul', a, b, multiply(this.unit(a), this.unit(b)));
  }

  divide(a: NodeId, b: NodeId): NodeId {
    return this.#tidy('div', a, b, divide(this.unit(a), this.unit(b)));
  }

  /** A product or quotient whose units cancel by name only: for conversion factors, whose own scale step follows. */
  joined(operation: 'mul' | 'div', a: NodeId, b: NodeId): NodeId {
    const unit =
      operation === 'mul' ? multiply(this.unit(a), this.unit(b)) : divide(this.unit(a), this.unit(b));
    return this.apply(operation, [a, b], numberOf(unit));
  }

  #tidy(operation: 'mul' | 'div', a: NodeId, b: NodeId, raw: Unit): NodeId {
    const tidy = simplify(raw);
    const plain = tidy.numerator === tidy.denominator;
    const product = this.apply(operation, [a, b], numberOf(plain ? tidy.unit : raw));
    return plain ? product : this.scale(product, tidy.numerator, tidy.denominator, tidy.unit);
  }

  /** Same-unit arithmetic: sum, difference, smaller, larger. */
  alike(operation: 'add' | 'sub' | 'min' | 'max', a: NodeId, b: NodeId): NodeId {
    return this.apply(operation, [a, b], this.node(a).type);
  }

  compare(operation: 'lt' | 'le', a: NodeId, b: NodeId): NodeId {
    return this.apply(operation, [a, b], condition);
  }

  choose(test: NodeId, then: NodeId, otherwise: NodeId): NodeId {
    return then === otherwise ? then : this.apply('if', [test, then, otherwise], this.node(then).type);
  }

  /** Sum of any number of values of one unit. */
  sum(parts: readonly NodeId[], unit: Unit): NodeId {
    const [first, ...rest] = parts;
    if (first === undefined) return this.constant(0, unit);
    return rest.reduce((total, part) => this.alike('add', total, part), first);
  }

  scale(arg: NodeId, numerator: number, denominator: number, unit: Unit): NodeId {
    if (numerator === denominator && sameUnit(unit, this.unit(arg))) return arg;
    return this.#make({ kind: 'scale', numerator, denominator }, [arg], numberOf(unit));
  }

  /** One value per point; where all are the same node there is nothing to select. */
  select(axis: number, args: readonly NodeId[]): NodeId {
    const [first] = args;
    if (first === undefined) throw new Error('an axis has at least one point');
    if (args.every((a) => a === first)) return first;
    return this.#make({ kind: 'select', axis }, args, this.#typeOf(args));
  }

  at(arg: NodeId, axis: number, index: number): NodeId {
    const node = this.node(arg);
    if (!node.axes.includes(axis)) return arg;
    return this.#make({ kind: 'at', axis, index }, [arg], node.type);
  }

  reduce(reduction: Reduction, arg: NodeId, axis: number, type: Type, within?: Stretch): NodeId {
    return this.#make({ kind: 'reduce', reduction, axis, within }, [arg], type);
  }

  /** Lines of the arguments along the axis become a line along it. */
  along(operation: AlongOperation, args: readonly NodeId[], axis: number, type: Type): NodeId {
    return this.#make({ kind: 'along', operation, axis }, args, type);
  }

  cheapest(costs: readonly NodeId[]): NodeId {
    if (costs.length === 1) return this.constant(0, one);
    return this.#make({ kind: 'cheapest' }, costs, numberOf(one));
  }

  pick(index: NodeId, options: readonly NodeId[]): NodeId {
    const [first] = options;
    if (first === undefined) throw new Error('pick needs an option');
    if (options.every((o) => o === first)) return first;
    return this.#make({ kind: 'pick' }, [index, ...options], this.#typeOf(options));
  }

  /** The value along the band first, then the parameters. */
  draw(name: string, distribution: DistributionKind, args: readonly NodeId[]): NodeId {
    const [value] = args;
    if (value === undefined) throw new Error('an uncertain number has a value');
    return this.#make({ kind: 'draw', name, distribution }, args, this.node(value).type);
  }

  named(name: string, arg: NodeId): NodeId {
    return this.#make({ kind: 'named', name }, [arg], this.node(arg).type);
  }

  /** Alternatives share a unit; one that is unknown or unlimited without a unit takes the others'. */
  #typeOf(alternatives: readonly NodeId[]): Type {
    const types = alternatives.map((id) => this.node(id).type);
    return types.find((t) => t.kind !== 'number' || t.bare !== true) ?? types[0] ?? numberOf(one);
  }

  #make(op: NodeOp, args: readonly NodeId[], type: Type): NodeId {
    const hash = hashOf(hashOfOp(op), args);
    const known = this.#known.find(hash, (id) => {
      const node = this.#nodes[id] as Node;
      return sameArgs(node.args, args) && sameOp(node.op, op) && sameType(node.type, type);
    });
    if (known !== undefined) return known;
    const id = this.#nodes.length;
    const axes = axesOf(
      op,
      args.map((arg) => this.node(arg).axes),
    );
    this.#nodes.push({ id, op, args, type, axes });
    this.#known.add(hash, id);
    return id;
  }
}

/** What equal operations have in common, and few others. */
function hashOfOp(op: NodeOp): number {
  switch (op.kind) {
    case 'const':
      return hashOfNumber(op.value);
    case 'apply':
      return hashOfText(op.operation);
    case 'scale':
      return mix(hashOfNumber(op.numerator), hashOfNumber(op.denominator));
    case 'select':
      return op.axis;
    case 'at':
      return mix(op.axis, op.index);
    case 'reduce':
    case 'along':
      return mix(hashOfText(op.kind), op.axis);
    case 'cheapest':
    case 'pick':
      return hashOfText(op.kind);
    case 'named':
    case 'draw':
      return hashOfText(op.name);
  }
}

function sameOp(a: NodeOp, b: NodeOp): boolean {
  switch (a.kind) {
    case 'const':
      return b.kind === 'const' && Object.is(a.value, b.value);
    case 'apply':
      return b.kind === 'apply' && a.operation === b.operation;
    case 'scale':
      return b.kind === 'scale' && a.numerator === b.numerator && a.denominator === b.denominator;
    case 'select':
      return b.kind === 'select' && a.axis === b.axis;
    case 'at':
      return b.kind === 'at' && a.axis === b.axis && a.index === b.index;
    case 'reduce':
      return (
        b.kind === 'reduce' &&
        a.reduction === b.reduction &&
        a.axis === b.axis &&
        sameStretch(a.within, b.within)
      );
    case 'along':
      return b.kind === 'along' && a.operation === b.operation && a.axis === b.axis;
    case 'cheapest':
    case 'pick':
      return a.kind === b.kind;
    case 'named':
      return b.kind === 'named' && a.name === b.name;
    case 'draw':
      return b.kind === 'draw' && a.name === b.name && a.distribution === b.distribution;
  }
}

function sameStretch(a: Stretch | undefined, b: Stretch | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

/** What is unknown or unlimited without a unit is the same in all units. */
function sameType(a: Type, b: Type): boolean {
  if (a.kind !== 'number')
    return a.kind === 'point' ? b.kind === 'point' && a.axis === b.axis : a.kind === b.kind;
  if (b.kind !== 'number') return false;
  return a.bare === true || b.bare === true ? a.bare === b.bare : sameUnit(a.unit, b.unit);
}
