// What every step of inference shares: the scope, where errors go, and the small questions asked of a typed value.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import { one, type Unit, unitText } from '../quantity/unit.ts';
import type { Expression } from './ast.ts';
import type { Scope } from './scope.ts';
import { broken, condition, numberOf, type Operation, type Typed } from './typed.ts';

/** What is needed to bring one value into another unit. */
export interface Checking {
  readonly scope: Scope;
  readonly out: Diagnostics;
}

export interface Inference extends Checking {
  /** What a name stands for here: inside `sum(cost over items)` it is one item's `cost`. */
  readonly rename: (name: string) => string;
  /** Infers a part of the formula. */
  readonly infer: (e: Expression, ctx: Inference) => Typed;
  /** Two values multiplied. */
  readonly product: (left: Typed, right: Typed, span: Span) => Typed;
}

export function brokenAt(span: Span): Typed {
  return { op: 'number', value: 0, type: broken, span };
}

/** A value that must be a number; reports once and gives a broken one where it is not. */
export function numeric(typed: Typed, ctx: Inference): Typed {
  if (typed.type.kind === 'number' || typed.type.kind === 'broken') return typed;
  const what =
    typed.type.kind === 'condition'
      ? 'a condition (true or false)'
      : typed.type.kind === 'point'
        ? 'a point of an axis'
        : 'text';
  ctx.out.error('E303', 'a number is needed here', [{ span: typed.span, label: `this is ${what}` }]);
  return brokenAt(typed.span);
}

/** A value that must be a number, or true or false. */
export function numberOrTruth(typed: Typed, ctx: Inference): Typed {
  return typed.type.kind === 'condition' ? typed : numeric(typed, ctx);
}

/** A value that must be true or false. */
export function truth(typed: Typed, ctx: Inference): Typed {
  if (typed.type.kind === 'condition' || typed.type.kind === 'broken') return typed;
  const label = typed.type.kind === 'number' ? describe(typed) : 'no condition';
  ctx.out.error(
    'E303',
    'a condition is needed here',
    [{ span: typed.span, label }],
    'compare it with something: `users > 100 users`',
  );
  return brokenAt(typed.span);
}

/** What the words under a caret say about a value: its unit. */
export function describe(typed: Typed): string {
  if (typed.type.kind !== 'number') return '';
  const text = unitText(typed.type.unit, true);
  return text === '' ? 'this is a pure number' : `this is in \`${text}\``;
}

export function unitOf(typed: Typed): Unit {
  return typed.type.kind === 'number' ? typed.type.unit : one;
}

export function isBroken(...all: readonly Typed[]): boolean {
  return all.some((t) => t.type.kind === 'broken');
}

export function apply(
  operation: Operation,
  args: readonly Typed[],
  unit: Unit | undefined,
  span: Span,
): Typed {
  return { op: 'apply', operation, args, type: unit === undefined ? condition : numberOf(unit), span };
}

export function pointHelp(word: string, points: readonly string[]): string {
  const guess = didYouMean(word, points);
  const shown = points.slice(0, 12).join(', ');
  return `${guess === '' ? '' : `${guess} `}its points are ${shown}${points.length > 12 ? ', …' : ''}`;
}

/** What to say of an axis that does not exist. The band is every plan's and helps nobody here. */
export function axisHelp(word: string, scope: Scope): string {
  const known = [...scope.axisNames()].filter((name) => name !== 'band');
  return (
    didYouMean(word, known) ||
    (known.length === 0 ? 'the plan has no axes' : `the axes are ${known.join(', ')}`)
  );
}
