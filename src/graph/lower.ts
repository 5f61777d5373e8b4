// Typed formula -> nodes.

import type { Span } from '../diagnostics/source.ts';
import type { DistributionKind } from '../formula/distributions.ts';
import type { Typed, TypedPoint } from '../formula/typed.ts';
import type { CalendarFactor, ConversionStep } from '../quantity/convert.ts';
import { one, type Unit } from '../quantity/unit.ts';
import type { NodeStore } from './node-store.ts';
import type { NodeId } from './types.ts';

/** What lowering needs from the graph under construction. */
export interface Ground {
  readonly store: NodeStore;
  nodeOf(name: string): NodeId;
  axisIndex(name: string): number;
  /** The plan's assumption, as a node in `hour/month` and the like. */
  calendar(factor: CalendarFactor): NodeId;
  /** How many of `to` one of `from` is. */
  exchange(from: string, to: string): NodeId;
  /** low, middle and high along the band axis. */
  range(low: NodeId, high: NodeId): NodeId;
  /** An uncertain number of a kind, from its parameters. */
  draw(kind: DistributionKind, args: readonly NodeId[]): NodeId;
  catalogAnswer(typed: Typed & { op: 'catalog' }, arg: NodeId | undefined): NodeId;
  /** Reports a point that would make no difference to the node though it looks as if it did. */
  checkPoint(node: NodeId, axis: number, span: Span): void;
}

export function lower(typed: Typed, ground: Ground): NodeId {
  const { store } = ground;
  switch (typed.op) {
    case 'number':
      return store.constantOf(typed.value, typed.type);
    case 'text':
      return store.constant(Number.NaN, one);
    case 'name':
      return ground.nodeOf(typed.name);
    case 'apply':
      return store.apply(
        typed.operation,
        typed.args.map((a) => lower(a, ground)),
        typed.type,
      );
    case 'convert': {
      const arg = lower(typed.arg, ground);
      if (typed.type.kind !== 'number') return arg;
      return applyStep(arg, typed.step, typed.type.unit, ground);
    }
    case 'at':
      return typed.points.reduce(
        (arg: NodeId, p: TypedPoint) => {
          ground.checkPoint(arg, ground.axisIndex(p.axis), typed.span);
          return store.at(arg, ground.axisIndex(p.axis), p.index);
        },
        lower(typed.arg, ground),
      );
    case 'reduce':
      return lowerReduction(typed, ground);
    case 'range':
      return ground.range(lower(typed.low, ground), lower(typed.high, ground));
    case 'draw':
      return ground.draw(
        typed.kind,
        typed.args.map((a) => lower(a, ground)),
      );
    case 'catalog':
      return ground.catalogAnswer(typed, typed.arg === undefined ? undefined : lower(typed.arg, ground));
  }
}

/** Along an axis on which the value does not differ, a sum still counts every point. */
function lowerReduction(typed: Typed & { op: 'reduce' }, ground: Ground): NodeId {
  const { store } = ground;
  const arg = lower(typed.arg, ground);
  const axis = ground.axisIndex(typed.axis);
  if (typed.by === undefined) return store.reduce(typed.reduction, arg, axis, typed.type);
  const stretches = typed.by.stretches.map((within) =>
    store.reduce(typed.reduction, arg, axis, typed.type, within),
  );
  return store.select(ground.axisIndex(typed.by.axis), stretches);
}

/** One conversion step as a node. A factor or a rate carries its unit, so the unit follows by itself until the last step. */
export function applyStep(arg: NodeId, step: ConversionStep, unit: Unit, ground: Ground): NodeId {
  const { store } = ground;
  if (step.kind === 'scale') return store.scale(arg, step.numerator, step.denominator, unit);
  const factor =
    step.kind === 'calendar' ? ground.calendar(step.factor) : ground.exchange(step.from, step.to);
  let result = arg;
  for (let i = 0; i < Math.abs(step.power); i++)
    result = store.joined(step.power > 0 ? 'mul' : 'div', result, factor);
  return result;
}
