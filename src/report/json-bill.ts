// A bill as data: `outlay.bill/1`, schema/bill.schema.json.

import type { Bill, BillCase, BillItem, BillShare } from '../analysis/bill.ts';
import { isKnown } from '../analysis/figures.ts';
import type { Odds } from '../analysis/odds.ts';
import type { Unit } from '../quantity/unit.ts';
import { moneyUnit } from './amounts.ts';
import {
  amountJson,
  atJson,
  decimal,
  headJson,
  type Json,
  type JsonHead,
  type JsonObject,
  jsonText,
  present,
  provenanceJson,
} from './json.ts';
import { limitUseJson } from './json-limits.ts';
import { oddsJson } from './table-odds.ts';

/** The units in which a bill's amounts stand. */
interface Units {
  readonly month: Unit;
  readonly year: Unit;
  readonly once: Unit;
}

export function billJson(bill: Bill, head: Omit<JsonHead, 'currency'>, drawn?: Odds): string {
  const { currency, cases } = bill;
  const units: Units = {
    month: moneyUnit(currency, 'month'),
    year: moneyUnit(currency, 'year'),
    once: moneyUnit(currency),
  };
  return jsonText({
    ...headJson('outlay.bill/1', { ...head, currency }),
    axes: bill.axes,
    cases: cases.map((one) => caseJson(one, units)),
    summary: summaryJson(cases, units),
    ...(drawn === undefined ? {} : { odds: oddsJson(drawn) }),
  });
}

function caseJson(one: BillCase, units: Units): JsonObject {
  return present({
    at: atJson(one.at),
    note: one.note,
    total: amountJson(one.total, units.month),
    upfront: amountJson(one.upfront, units.once),
    // a yearly sum is money: the year is in the name
    yearly: amountJson(one.yearly, units.year),
    firstMonth: amountJson(one.firstMonth, units.once),
    feasible: one.feasible,
    groups: one.groups.map((share) => shareJson(share, units)),
    providers: one.providers.map((share) => shareJson(share, units)),
    items: one.items.map((item) => itemJson(item, units)),
    limits: one.limits.map(limitUseJson),
    budgets: one.budgets.map(limitUseJson),
    unpriced: one.items.flatMap((item): Json[] =>
      item.unpriced === undefined
        ? []
        : [{ item: item.name, optional: item.optional, because: item.unpriced }],
    ),
  });
}

function shareJson(share: BillShare, units: Units): JsonObject {
  return { name: share.name, cost: amountJson(share.cost, units.month), share: decimal(share.share) };
}

function itemJson(item: BillItem, units: Units): JsonObject {
  const { choice } = item;
  const once = item.once.low !== 0 || item.once.mid !== 0 || item.once.high !== 0;
  return present({
    name: item.name,
    label: item.label,
    group: item.group,
    provider: choice?.provider ?? null,
    product: choice === undefined || choice.path === '' ? null : choice.path,
    tariff: choice?.tariff ?? null,
    basis: item.basis,
    optional: item.optional,
    cost: amountJson(item.cost, units.month),
    quantity: item.quantity === undefined ? undefined : amountJson(item.quantity, item.quantity.unit),
    count: item.count === undefined ? undefined : amountJson(item.count, item.count.unit),
    sizedBy: item.binding,
    once: once ? amountJson(item.once, units.once) : undefined,
    billing: choice?.billing ?? null,
    unpriced: item.unpriced,
    note: item.note,
    price: present({
      ...provenanceJson(choice?.provenance),
      from: choice?.from,
      newerSince: choice?.newerSince,
    }),
  });
}

function summaryJson(cases: readonly BillCase[], units: Units): JsonObject {
  const able = cases.filter((c) => c.feasible && isKnown(c.total));
  const extreme = (better: (a: number, b: number) => boolean): Json => {
    let best: BillCase | undefined;
    for (const one of able) if (best === undefined || better(one.total.mid, best.total.mid)) best = one;
    return best === undefined ? null : { at: atJson(best.at), total: amountJson(best.total, units.month) };
  };
  return {
    cases: cases.length,
    feasible: cases.filter((c) => c.feasible).length,
    unknown: cases.filter((c) => !isKnown(c.total)).length,
    cheapest: extreme((a, b) => a < b),
    dearest: extreme((a, b) => a > b),
    totals: cases.map((c) => ({
      at: atJson(c.at),
      total: amountJson(c.total, units.month),
      feasible: c.feasible,
    })),
  };
}
