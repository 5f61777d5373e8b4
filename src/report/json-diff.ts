// A difference as data: `outlay.diff/1`, schema/diff.schema.json.

import type { Diff, DiffCase } from '../analysis/diff.ts';
import type { Change, ItemChange, Measured } from '../analysis/diff-item.ts';
import { isMovedText, type Moved } from '../analysis/diff-moved.ts';
import type { ExpectationChange, LimitChange } from '../analysis/diff-states.ts';
import type { BothSides } from '../analysis/diff-steps.ts';
import type { Figure } from '../analysis/figures.ts';
import type { Choice } from '../graph/types.ts';
import { type Unit, unitText } from '../quantity/unit.ts';
import { moneyUnit } from './amounts.ts';
import type { DiffHead, SideHead } from './diff-head.ts';
import {
  amountJson,
  atJson,
  decimal,
  type Json,
  type JsonObject,
  jsonText,
  present,
  shareJson,
} from './json.ts';
import { limitUseJson } from './json-limits.ts';

interface Units {
  readonly month: Unit;
  readonly once: Unit;
}

export function diffJson(diff: Diff, head: DiffHead, catalog: string): string {
  const { currency, cases } = diff;
  const units: Units = { month: moneyUnit(currency, 'month'), once: moneyUnit(currency) };
  return jsonText({
    schema: 'outlay.diff/1',
    plan: head.after.title,
    currency,
    asOf: head.after.asOf ?? null,
    catalog,
    before: sideJson(head.before),
    after: sideJson(head.after),
    axes: diff.axes,
    cases: cases.map((one) => caseJson(one, units)),
    only: diff.lone.map(({ side, at, total }) => ({
      side,
      at: atJson(at),
      total: amountJson(total, units.month),
    })),
    onlyAxes: diff.loneAxes.map(({ side, axis, point }) => ({ side, axis, point })),
    expectations: diff.expectations.map(expectationJson),
    idle: diff.idle.map(movedJson),
    summary: summaryJson(cases, units),
  });
}

function sideJson({ file, title, asOf, currency, revision, set }: SideHead): JsonObject {
  return {
    file,
    plan: title,
    asOf: asOf ?? null,
    currency,
    revision: revision === undefined ? null : { name: revision.name, commit: revision.commit },
    set,
  };
}

function caseJson(one: DiffCase, units: Units): JsonObject {
  return {
    at: atJson(one.at),
    total: changeJson(one.total, units.month),
    known: changeJson(one.known, units.month),
    upfront: changeJson(one.upfront, units.once),
    causes: one.causes.map(({ cause, change }) => ({ cause, change: amountJson(change, units.month) })),
    feasible: { before: one.feasible.before, after: one.feasible.after },
    items: one.items.map((item) => itemJson(item, units)),
    unchanged: one.unchanged,
    limits: one.limits.map(limitJson),
    budgets: one.budgets.map(limitJson),
  };
}

function changeJson({ before, after, change, share }: Change, unit: Unit): JsonObject {
  return {
    before: amountJson(before, unit),
    after: amountJson(after, unit),
    change: amountJson(change, unit),
    share: shareJson(share),
  };
}

function itemJson(item: ItemChange, units: Units): JsonObject {
  const { once, unpriced } = item;
  return present({
    name: item.name,
    label: item.label,
    group: item.group,
    optional: item.optional,
    kind: item.kind,
    cost: measuredJson(item.cost, units.month),
    once: once === undefined ? undefined : measuredJson(once, units.once),
    product: bothJson(item.bought, ({ path }: Choice) => (path === '' ? null : path)),
    provider: bothJson(item.bought, ({ provider }: Choice) => provider),
    tariff: bothJson(item.bought, ({ tariff }: Choice) => tariff),
    quantity: figuresJson(item.quantity),
    count: figuresJson(item.count),
    unpriced:
      unpriced.before === undefined && unpriced.after === undefined
        ? undefined
        : bothJson(unpriced, (x) => x),
  });
}

function measuredJson(measured: Measured, unit: Unit): JsonObject {
  return {
    ...changeJson(measured, unit),
    parts: measured.parts.map(({ cause, change, moved }) => ({
      cause,
      change: amountJson(change, unit),
      moved: moved.map(movedJson),
    })),
  };
}

function bothJson<T>({ before, after }: BothSides<T>, of: (side: T) => Json): JsonObject {
  return {
    before: before === undefined ? null : of(before),
    after: after === undefined ? null : of(after),
  };
}

function figuresJson(both: BothSides<Figure>): JsonObject | undefined {
  if (both.before === undefined && both.after === undefined) return undefined;
  return bothJson(both, (figure) => amountJson(figure, figure.unit));
}

function movedJson(moved: Moved): JsonObject {
  const { kind, name, label } = moved;
  if (isMovedText(moved)) return { kind, name, label, before: moved.before, after: moved.after };
  return { kind, name, label, ...bothJson(moved, (figure: Figure) => amountJson(figure, figure.unit)) };
}

function limitJson({ name, label, before, after }: LimitChange): JsonObject {
  return { name, label, ...bothJson({ before, after }, limitUseJson) };
}

function expectationJson({ kind, result }: ExpectationChange): JsonObject {
  const { unit, axis } = result;
  const ends = ([low, high]: readonly [number, number]): Json => {
    if (Number.isNaN(low)) return null;
    if (result.kind === 'condition') return low === 1;
    if (result.kind === 'point') return axis[low] ?? null;
    return low === high ? decimal(low, unit) : { low: decimal(low, unit), high: decimal(high, unit) };
  };
  return present({
    kind,
    id: result.id,
    that: result.that.replace(/\s+/g, ' ').trim(),
    at: atJson(result.at),
    status: result.status,
    unit: result.kind === 'number' ? unitText(unit) : undefined,
    value: ends(result.value),
    expected: ends(result.expected),
  });
}

function summaryJson(cases: readonly DiffCase[], units: Units): JsonObject {
  const extreme = (sign: 1 | -1): Json => {
    const moved = cases.filter((c) => c.known.change.mid * sign > 0);
    const [first, ...rest] = moved;
    if (first === undefined) return null;
    const most = rest.reduce(
      (a, b) => (b.known.change.mid * sign > a.known.change.mid * sign ? b : a),
      first,
    );
    return {
      at: atJson(most.at),
      change: amountJson(most.known.change, units.month),
      share: shareJson(most.known.share),
    };
  };
  const count = (of: (c: DiffCase) => boolean): number => cases.filter(of).length;
  return {
    cases: cases.length,
    rising: count((c) => c.known.change.mid > 0),
    falling: count((c) => c.known.change.mid < 0),
    unknown: count((c) => Number.isNaN(c.total.change.mid)),
    largestRise: extreme(1),
    largestFall: extreme(-1),
  };
}
