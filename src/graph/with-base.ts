// The same scope and ground, in which `base` is the value that an override replaces.

import type { Scope } from '../formula/scope.ts';
import type { Type } from '../formula/typed.ts';
import type { Ground } from './lower.ts';
import type { NodeId } from './types.ts';

export function withBase(scope: Scope, type: Type): Scope {
  return {
    units: scope.units,
    typeOf: (name, span) => (name === 'base' ? type : scope.typeOf(name, span)),
    names: () => scope.names(),
    axis: (name) => scope.axis(name),
    axisNames: () => scope.axisNames(),
    itemsOf: (group) => scope.itemsOf(group),
    canExchange: (from, to) => scope.canExchange(from, to),
    hasCalendar: (factor) => scope.hasCalendar(factor),
    catalogType: (question, path, attribute, arg, span, attributeSpan) =>
      scope.catalogType(question, path, attribute, arg, span, attributeSpan),
  };
}

export function withBaseNode(ground: Ground, base: NodeId): Ground {
  return {
    store: ground.store,
    nodeOf: (name) => (name === 'base' ? base : ground.nodeOf(name)),
    axisIndex: (name) => ground.axisIndex(name),
    calendar: (factor) => ground.calendar(factor),
    exchange: (from, to) => ground.exchange(from, to),
    range: (low, high) => ground.range(low, high),
    draw: (kind, args) => ground.draw(kind, args),
    catalogAnswer: (typed, arg) => ground.catalogAnswer(typed, arg),
    checkPoint: (node, axis, span) => ground.checkPoint(node, axis, span),
  };
}
