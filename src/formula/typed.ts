// A formula after checking: every operation knows its unit, every conversion is a node of its own.

import type { Span } from '../diagnostics/source.ts';
import type { ConversionStep } from '../quantity/convert.ts';
import { one, type Unit } from '../quantity/unit.ts';
import type { DistributionKind } from './distributions.ts';

export type Type =
  /** `bare` is `unknown` or `unlimited` without a unit: it fits every unit, because it is the same in all of them. */
  | { readonly kind: 'number'; readonly unit: Unit; readonly bare?: true }
  | { readonly kind: 'condition' }
  /** A point of an axis, such as the cheapest platform. */
  | { readonly kind: 'point'; readonly axis: string }
  | { readonly kind: 'text' }
  /** An error was already reported below; everything above stays silent. */
  | { readonly kind: 'broken' };

export type Operation =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'pow'
  | 'neg'
  | 'min'
  | 'max'
  | 'ceil'
  | 'floor'
  | 'round'
  | 'abs'
  | 'sqrt'
  | 'exp'
  | 'ln'
  | 'lt'
  | 'le'
  | 'eq'
  | 'ne'
  | 'and'
  | 'or'
  | 'not'
  | 'if'
  | 'known'
  | 'erlang_c';

export type Reduction =
  | 'sum'
  | 'min'
  | 'max'
  | 'mean'
  | 'first'
  | 'last'
  | 'all'
  | 'any'
  | 'count'
  | 'argmin'
  | 'argmax';

/** What a formula can ask the catalog: a unit price, the cost of a quantity, an attribute of a product. */
export type CatalogQuestion = 'price' | 'cost' | 'spec';

export type Typed = { readonly type: Type; readonly span: Span } & (
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'apply'; readonly operation: Operation; readonly args: readonly Typed[] }
  | { readonly op: 'convert'; readonly step: ConversionStep; readonly arg: Typed }
  | { readonly op: 'at'; readonly points: readonly TypedPoint[]; readonly arg: Typed }
  | {
      readonly op: 'reduce';
      readonly reduction: Reduction;
      readonly axis: string;
      /** One result for each point of another axis, over that stretch of indices. */
      readonly by:
        | { readonly axis: string; readonly stretches: readonly (readonly [number, number])[] }
        | undefined;
      readonly arg: Typed;
    }
  | { readonly op: 'range'; readonly low: Typed; readonly high: Typed }
  | { readonly op: 'draw'; readonly kind: DistributionKind; readonly args: readonly Typed[] }
  | {
      readonly op: 'catalog';
      readonly question: CatalogQuestion;
      readonly path: string;
      readonly arg: Typed | undefined;
      readonly attribute: string;
    }
);

export interface TypedPoint {
  readonly axis: string;
  readonly index: number;
}

export const condition: Type = { kind: 'condition' };
export const broken: Type = { kind: 'broken' };

/** What `unknown` and `unlimited` are when nobody says of what. */
export const bareNumber: Type = { kind: 'number', unit: one, bare: true };

export function numberOf(unit: Unit): Type {
  return { kind: 'number', unit };
}
