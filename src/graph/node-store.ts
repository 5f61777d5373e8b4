// Makes nodes, each distinct one once, and keeps their units and axes right.

import type { DistributionKind } from '../formula/distributions.ts';
import { condition, numberOf, type Operation, type Reduction, type Type } from '../formula/typed.ts';
import { divide, multiply, one, sameUnit, simplify, type Unit } from '../quantity/unit.ts';
import { axesOf } from './axes-of.ts';
import type { AlongOperation, Node, NodeId, NodeOp, Stretch } from './types.ts';

export class NodeStore {
  readonly #nodes: Node[] = [];
  readonly #known = new Map<string, NodeId>();

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
    const key = `${keyOf(op)}(${args.join(',')})${typeKey(type)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.#nodes.length;
    const axes = axesOf(
      op,
      args.map((arg) => this.node(arg).axes),
    );
    this.#nodes.push({ id, op, args, type, axes });
    this.#known.set(key, id);
    return id;
  }
}

function keyOf(op: NodeOp): string {
  switch (op.kind) {
    case 'const':
      return Object.is(op.value, -0) ? 'c-0' : `c${op.value}`;
    case 'apply':
      return op.operation;
    case 'scale':
      return `*${op.numerator}/${op.denominator}`;
    case 'select':
      return `s${op.axis}`;
    case 'at':
      return `@${op.axis}=${op.index}`;
    case 'reduce':
      return `${op.reduction}/${op.axis}${op.within === undefined ? '' : `[${op.within.join()}]`}`;
    case 'along':
      return `${op.operation}|${op.axis}`;
    case 'cheapest':
    case 'pick':
      return op.kind;
    case 'named':
      return `#${op.name}`;
    case 'draw':
      return `~${op.distribution} ${op.name}`;
  }
}

function typeKey(type: Type): string {
  if (type.kind === 'number') return type.bare === true ? ':any' : `:${type.unit.key}`;
  return type.kind === 'point' ? `:@${type.axis}` : `:${type.kind}`;
}
