// A formula as a tree with positions. Nothing is resolved yet: names are words, units are known, types are not.

import type { Span } from '../diagnostics/source.ts';
import type { Unit } from '../quantity/unit.ts';

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | '<'
  | '<='
  | '>'
  | '>='
  | '=='
  | '!='
  | 'and'
  | 'or';

/** `tier=b` after `at`: a place on an axis. */
export interface PointReference {
  readonly axis: string;
  readonly axisSpan: Span;
  readonly point: string;
  readonly pointSpan: Span;
}

/** `quantum` is the step of the last written digit, for rounding: 0.01 for `14.20`, 100_000 for `1.5M`. */
export type Expression = { readonly span: Span } & (
  | { readonly kind: 'number'; readonly value: number; readonly unit: Unit; readonly quantum: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly operatorSpan: Span;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly nameSpan: Span;
      readonly args: readonly Expression[];
    }
  /** `sum(total over month)`: a function along an axis, or over the items of a group. */
  | {
      readonly kind: 'over';
      readonly name: string;
      readonly nameSpan: Span;
      readonly operand: Expression;
      readonly over: string;
      readonly overSpan: Span;
      /** `over month by year`: for each point of a coarser axis, over its part. */
      readonly by: { readonly axis: string; readonly span: Span } | undefined;
    }
  | { readonly kind: 'range'; readonly low: Expression; readonly high: Expression }
  | { readonly kind: 'in'; readonly operand: Expression; readonly unit: Unit; readonly unitSpan: Span }
  | { readonly kind: 'at'; readonly operand: Expression; readonly points: readonly PointReference[] }
);

export type ExpressionKind = Expression['kind'];

/** Every name that a formula mentions, each once, in order of appearance. */
export function namesIn(expression: Expression): readonly string[] {
  const found = new Set<string>();
  const walk = (e: Expression): void => {
    if (e.kind === 'name') found.add(e.name);
    for (const child of childrenOf(e)) walk(child);
  };
  walk(expression);
  return [...found];
}

export function childrenOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'number':
    case 'name':
    case 'text':
      return [];
    case 'unary':
    case 'over':
    case 'in':
    case 'at':
      return [e.operand];
    case 'binary':
      return [e.left, e.right];
    case 'if':
      return [e.test, e.then, e.otherwise];
    case 'call':
      return e.args;
    case 'range':
      return [e.low, e.high];
  }
}
