// Margins as data: `outlay.margin/1`, schema/margin.schema.json.

import { mapRanged, type Ranged } from '../analysis/figures.ts';
import type { LinePrice } from '../analysis/line-prices.ts';
import type { MarginCase, Margins, RevenueLine } from '../analysis/margin.ts';
import type { MovedInput } from '../analysis/moved-input.ts';
import type { Covered, UnitEconomics } from '../analysis/unit-economics.ts';
import type { Unit } from '../quantity/unit.ts';
import {
  amountJson,
  atJson,
  decimal,
  headJson,
  type Json,
  type JsonHead,
  type JsonObject,
  jsonText,
  provenanceJson,
  shareJson,
  valueJson,
} from './json.ts';
import { perUnitOf } from './margin-tables.ts';

export function marginJson(answer: Margins, head: JsonHead): string {
  const { per, target, axes, cases } = answer;
  return jsonText({
    ...headJson('outlay.margin/1', head),
    per: per === undefined ? null : { name: per.name, label: per.label },
    target: target === undefined ? null : decimal(target),
    axes,
    cases: cases.map((one) => caseJson(one, answer)),
  });
}

function caseJson(one: MarginCase, { unit, per }: Margins): JsonObject {
  const { units } = one;
  return {
    at: atJson(one.at),
    note: one.note ?? null,
    lines: one.lines.map((line) => lineJson(line, unit)),
    revenue: amountJson(one.revenue, unit),
    total: amountJson(one.total, unit),
    margin: amountJson(one.margin, unit),
    grossMargin: shareJson(one.grossMargin),
    earnedOnce: { amount: decimal(one.once.mid) },
    unknown: one.unknown,
    units: units === undefined || per === undefined ? null : unitsJson(units, per, unit),
  };
}

function lineJson(line: RevenueLine, unit: Unit): JsonObject {
  const { choice, quantity, count, price } = line;
  return {
    name: line.name,
    label: line.label,
    note: line.note ?? null,
    optional: line.optional,
    revenue: amountJson(line.revenue, unit),
    share: decimal(line.share),
    quantity: quantity === undefined ? null : amountJson(quantity, quantity.unit),
    count: count === undefined ? null : amountJson(count, count.unit),
    product: choice === undefined || choice.path === '' ? null : choice.path,
    tariff: choice?.tariff ?? null,
    ...provenanceJson(choice?.provenance),
    unpriced: choice?.unpriced ?? null,
    price: price === undefined ? null : priceJson(price),
  };
}

function priceJson(price: LinePrice): JsonObject {
  const solved = (r: Ranged): JsonObject => ({ state: stateOf(r), ...amountJson(r, price.unit) });
  return {
    by: price.by,
    now: amountJson(price.now, price.unit),
    toLoseNothing: solved(price.even),
    forTarget: price.target === undefined ? null : solved(price.target),
  };
}

function stateOf({ mid }: Ranged): string {
  if (Number.isNaN(mid)) return 'unknown';
  return mid === Number.POSITIVE_INFINITY ? 'never' : mid === 0 ? 'any' : 'solved';
}

function unitsJson(units: UnitEconomics, per: MovedInput, unit: Unit): JsonObject {
  const each = perUnitOf(unit, per.unit);
  const average = (r: Ranged): JsonObject =>
    amountJson(
      mapRanged(r, (x) => x * each.factor),
      each.unit,
    );
  const { breakEven, next } = units;
  return {
    now: amountJson(units.now, per.unit),
    follows: units.follows,
    revenuePerUnit: average(units.revenue),
    costToServe: average(units.cost),
    marginPerUnit: average(units.margin),
    next: {
      revenue: amountJson(next.revenue, unit),
      cost: amountJson(next.cost, unit),
      contribution: amountJson(next.contribution, unit),
      steps: next.steps,
    },
    fixedCost: amountJson(units.fixed, unit),
    variableCost: amountJson(units.variable, unit),
    breakEven:
      breakEven === undefined
        ? null
        : {
            from: valueJson(Math.ceil(breakEven.span.from), per.unit),
            to: valueJson(Math.floor(breakEven.span.to), per.unit),
            ...coveredJson(breakEven.middle, per.unit, unit),
            ends:
              breakEven.ends === undefined
                ? null
                : {
                    low: coveredJson(breakEven.ends.low, per.unit, unit),
                    high: coveredJson(breakEven.ends.high, per.unit, unit),
                  },
          },
  };
}

function coveredJson(covered: Covered, per: Unit, unit: Unit): JsonObject {
  const whole = (n: number | undefined): Json => (n === undefined ? null : valueJson(n, per));
  return {
    throughout: covered.throughout ?? null,
    first: whole(covered.first),
    lasting: whole(covered.lasting),
    runs: covered.runs.map(({ from, to, state }) => ({ from: whole(from), to: whole(to), state })),
    crossings: covered.crossings.map(({ at, after, margins, steps }) => ({
      at: whole(at),
      after,
      marginBefore: valueJson(margins[0], unit),
      margin: valueJson(margins[1], unit),
      steps,
    })),
    until: whole(covered.until),
    broken: covered.broken,
  };
}
