// How answers become JSON: decimal strings for everything that was computed, so that no reader's floating point adds noise;
// null for what is not known; keys in a fixed order. docs/json.md describes it.

import type { Chance } from '../analysis/chance.ts';
import { type Coordinate, isRange, type Ranged } from '../analysis/figures.ts';
import type { Estimate } from '../analysis/spread.ts';
import type { Provenance } from '../catalog/types.ts';
import type { Plan } from '../plan/types.ts';
import { plainDecimal, roundHalfAway } from '../quantity/print-number.ts';
import { moneyDecimal } from '../quantity/print-quantity.ts';
import { currencyOf, isMoney, type Unit, unitText } from '../quantity/unit.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The text of a document, with a newline at its end. */
export function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** What every answer about a plan begins with. */
export interface JsonHead {
  readonly plan: Plan;
  /** In which amounts stand. */
  readonly currency: string;
  /** Of the prices that were read. */
  readonly catalog: string;
}

export function headJson(schema: string, { plan, currency, catalog }: JsonHead): JsonObject {
  return { schema, plan: plan.title, currency, asOf: plan.asOf ?? null, catalog };
}

/** A value with its unit; `low` and `high` only where it is a range. */
export function amountJson(r: Ranged, unit: Unit): JsonObject {
  const ends = isRange(r) ? { low: decimal(r.low, unit), high: decimal(r.high, unit) } : {};
  return { amount: decimal(r.mid, unit), ...ends, unit: unitText(unit) };
}

/** A value that is no range. */
export function valueJson(value: number, unit: Unit): JsonObject {
  return { amount: decimal(value, unit), unit: unitText(unit) };
}

/** `"14.198127"`; null for unknown, `"unlimited"` for infinity. */
export function decimal(value: number, unit?: Unit): string | null {
  if (Number.isNaN(value)) return null;
  if (!Number.isFinite(value)) return roundHalfAway(value, 0);
  const currency = unit !== undefined && isMoney(unit) ? currencyOf(unit) : undefined;
  return currency === undefined ? plainDecimal(value) : moneyDecimal(value, currency.name);
}

/** A number without a unit: `{"amount": "0.8", "low": …}`. */
export function shareJson(r: Ranged): JsonObject {
  const ends = isRange(r) ? { low: decimal(r.low), high: decimal(r.high) } : {};
  return { amount: decimal(r.mid), ...ends };
}

/** What is told from samples, with how exact the sampling is. */
export function estimateJson({ value, error }: Estimate, unit?: Unit): JsonObject {
  return { value: decimal(value, unit), standardError: decimal(error, unit) };
}

export function chanceJson({ holds, needed }: Chance): JsonObject {
  return { holds: estimateJson(holds), needed: decimal(needed) };
}

/** `{"tier": "b"}` */
export function atJson(at: readonly Coordinate[]): JsonObject {
  return Object.fromEntries(at.map((c) => [c.axis, c.point]));
}

export function provenanceJson(p: Provenance | undefined): JsonObject {
  return {
    source: p?.source ?? null,
    ...(p?.url === undefined ? {} : { url: p.url }),
    date: p?.date ?? null,
    confidence: p?.confidence ?? null,
  };
}

/** The keys whose value is there. */
export function present(entries: Readonly<Record<string, Json | undefined>>): JsonObject {
  const there: Record<string, Json> = {};
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) there[key] = value;
  return there;
}
