// What a formula may refer to. The plan's graph implements it; the formula folder knows nothing of plans.

import type { Span } from '../diagnostics/source.ts';
import type { CalendarFactor } from '../quantity/convert.ts';
import type { Unit } from '../quantity/unit.ts';
import type { UnitTable } from '../quantity/unit-table.ts';
import type { CatalogQuestion, Type, Typed } from './typed.ts';

export interface AxisShape {
  readonly name: string;
  readonly points: readonly string[];
  /** Along time: what lies between two points, so that a sum over them is what came together in that time. */
  readonly step: Unit | undefined;
  /** The axis whose points are stretches of this one's, as months are of years; the first and last index of each. */
  readonly parts:
    | { readonly of: string; readonly stretches: readonly (readonly [number, number])[] }
    | undefined;
}

export interface Scope {
  readonly units: UnitTable;
  /** The type of a name, or undefined where nothing has it. A name whose own formula is broken is of type `broken`. */
  typeOf(name: string, span: Span): Type | undefined;
  names(): Iterable<string>;
  axis(name: string): AxisShape | undefined;
  axisNames(): Iterable<string>;
  /** The items of a group, or of the whole plan for `items`; undefined where there is no such group. */
  itemsOf(group: string): readonly string[] | undefined;
  /** Whether the plan's exchange rates join two currencies. */
  canExchange(from: string, to: string): boolean;
  hasCalendar(factor: CalendarFactor): boolean;
  /** The type of a catalog question; reports and answers `broken` where it cannot be asked. */
  catalogType(
    question: CatalogQuestion,
    path: string,
    attribute: string,
    arg: Typed | undefined,
    span: Span,
    attributeSpan: Span,
  ): Type;
}
