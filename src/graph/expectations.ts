// What a plan claims about itself, as nodes that can be compared: value, expected value, tolerance.

import type { Expression } from '../formula/ast.ts';
import { indexOfPoint } from '../formula/point-index.ts';
import type { Expectation } from '../plan/types.ts';
import { one, sameUnit, unitText } from '../quantity/unit.ts';
import { probabilityNode } from './probability.ts';
import type { ExpectedValue, GraphExpectation, NodeId } from './types.ts';
import type { World } from './world.ts';

export function buildExpectations(
  world: World,
  expectations: readonly Expectation[],
): readonly GraphExpectation[] {
  return expectations.flatMap((e) => build(world, e) ?? []);
}

function build(world: World, expectation: Expectation): GraphExpectation | undefined {
  const that = world.formula(expectation.that);
  if (that === undefined) return undefined;
  const stated =
    expectation.dispute === undefined ? undefined : expected(world, that, expectation.dispute.stated);
  const is =
    expectation.is === undefined ? truth(world, that, expectation) : expected(world, that, expectation.is);
  if (is === undefined || (expectation.dispute !== undefined && stated === undefined)) return undefined;
  const tolerance =
    expectation.within.kind === 'amount' ? world.formula(expectation.within.value) : undefined;
  if (expectation.within.kind === 'amount' && tolerance === undefined) return undefined;
  const withinShare =
    tolerance !== undefined &&
    ['', '%'].includes(unitText(world.store.unit(tolerance))) &&
    !sameUnit(world.store.unit(is.low), one);
  const unit = withinShare ? one : world.store.unit(is.low);
  const within = tolerance === undefined ? undefined : world.inUnit(tolerance, unit);
  if (tolerance !== undefined && within === undefined) {
    const span = expectation.within.kind === 'amount' ? expectation.within.value.span : expectation.span;
    world.out.error(
      'E301',
      'this tolerance does not fit the expected value',
      [{ span, label: '' }],
      `give it in \`${unitText(unit)}\` or as a percentage`,
    );
    return undefined;
  }
  const inUnit =
    world.store.node(that).type.kind === 'number' ? world.inUnit(that, world.store.unit(is.low)) : that;
  const probability = likelihood(world, that, expectation);
  return inUnit === undefined
    ? undefined
    : { expectation, that: inUnit, is, stated, within, withinShare, probability };
}

/** Only of a condition, and only that it holds. */
function likelihood(world: World, that: NodeId, expectation: Expectation): NodeId | undefined {
  const { probability, is, dispute } = expectation;
  if (probability === undefined) return undefined;
  if (world.store.node(that).type.kind === 'condition' && is === undefined && dispute === undefined)
    return probabilityNode(world, probability);
  world.out.error(
    'E303',
    'a probability belongs to a condition',
    [{ span: probability.span, label: '' }],
    'say what must be true, without `is`: `that: total <= 100 EUR/month`',
  );
  return undefined;
}

function truth(world: World, that: NodeId, expectation: Expectation): ExpectedValue | undefined {
  const { type } = world.store.node(that);
  if (type.kind !== 'condition') {
    world.out.error(
      'E105',
      'this expectation does not say what is expected',
      [{ span: expectation.that.span, label: '' }],
      'add `is:` with the expected value, or compare with one',
    );
    return undefined;
  }
  const node = world.store.constantOf(1, type);
  return { low: node, high: node, isRange: false, quantumLow: 0, quantumHigh: 0 };
}

/** The expected value in its own unit, so that its printed digits keep their meaning. */
function expected(world: World, that: NodeId, e: Expression): ExpectedValue | undefined {
  const { type } = world.store.node(that);
  if (e.kind === 'text') return point(world, that, e.value, e);
  if (e.kind === 'range') {
    const [low, high] = [world.formula(e.low), world.formula(e.high)];
    if (low === undefined || high === undefined) return undefined;
    const bottom = sameUnit(world.store.unit(low), one)
      ? world.store.scale(low, 1, 1, world.store.unit(high))
      : world.inUnit(low, world.store.unit(high));
    if (bottom === undefined || !fits(world, that, high, e)) return undefined;
    return { low: bottom, high, isRange: true, quantumLow: quantumOf(e.low), quantumHigh: quantumOf(e.high) };
  }
  const node = world.formula(e);
  if (node === undefined) return undefined;
  if (type.kind === 'condition' || world.store.node(node).type.kind === 'condition') {
    const same = world.store.node(node).type.kind === type.kind;
    if (!same)
      world.out.error(
        'E303',
        'a condition and a value cannot be compared',
        [{ span: e.span, label: '' }],
        'a condition is expected as `true` or `false`',
      );
    return same ? { low: node, high: node, isRange: false, quantumLow: 0, quantumHigh: 0 } : undefined;
  }
  const unknown = e.kind === 'name' && e.name === 'unknown';
  const value = unknown ? world.store.constant(Number.NaN, world.store.unit(that)) : node;
  if (!fits(world, that, value, e)) return undefined;
  const quantum = quantumOf(e);
  return { low: value, high: value, isRange: false, quantumLow: quantum, quantumHigh: quantum };
}

function fits(world: World, that: NodeId, expectedNode: NodeId, e: Expression): boolean {
  if (world.inUnit(that, world.store.unit(expectedNode)) !== undefined) return true;
  const have = unitText(world.store.unit(that), true) || 'a pure number';
  const wanted = unitText(world.store.unit(expectedNode), true) || 'a pure number';
  world.out.error(
    'E301',
    `the value is in \`${have}\`, and \`${wanted}\` is expected`,
    [{ span: e.span, label: '' }],
    `write the expected value in \`${have}\``,
  );
  return false;
}

function point(world: World, that: NodeId, name: string, e: Expression): ExpectedValue | undefined {
  const { type } = world.store.node(that);
  const axis = type.kind === 'point' ? world.axes.find((a) => a.name === type.axis) : undefined;
  const points = axis?.points.map((p) => p.name) ?? [];
  const index = indexOfPoint(points, name);
  if (index < 0) {
    const message =
      axis === undefined
        ? 'text is expected where a value stands'
        : `\`${axis.name}\` has no point \`${name}\``;
    world.out.error(
      'E404',
      message,
      [{ span: e.span, label: '' }],
      points.length === 0 ? '' : `its points are ${points.join(', ')}`,
    );
    return undefined;
  }
  const node = world.store.constantOf(index, type);
  return { low: node, high: node, isRange: false, quantumLow: 0, quantumHigh: 0 };
}

/** The step of the last printed digit; 0 for a formula, which has no printed digits. */
function quantumOf(e: Expression): number {
  if (e.kind === 'number') return e.quantum;
  if (e.kind === 'unary' && e.operator === '-') return quantumOf(e.operand);
  return 0;
}
