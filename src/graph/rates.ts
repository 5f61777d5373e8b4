// Exchange rates and calendar factors as nodes of their own, so that every conversion shows what it used.

import { noProvenance } from '../catalog/read-provenance.ts';
import type { ExchangeRate, Plan } from '../plan/types.ts';
import type { CalendarFactor } from '../quantity/convert.ts';
import { divide, one, sameUnit, type Unit } from '../quantity/unit.ts';
import { currencyUnit, UnitTable } from '../quantity/unit-table.ts';
import type { NodeId } from './types.ts';
import type { World } from './world.ts';

/** The rates to multiply or divide by, one after the other, to get from one currency to another; undefined without a path. */
export function exchangePath(
  plan: Plan,
  from: string,
  to: string,
): readonly { readonly rate: ExchangeRate; readonly inverse: boolean }[] | undefined {
  const reached = new Map<string, readonly { rate: ExchangeRate; inverse: boolean }[]>([[from, []]]);
  const queue = [from];
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    const path = reached.get(here) ?? [];
    if (here === to) return path;
    for (const rate of plan.exchange) {
      const inverse = rate.to === here;
      if (!inverse && rate.from !== here) continue;
      const next = inverse ? rate.from : rate.to;
      if (reached.has(next)) continue;
      reached.set(next, [...path, { rate, inverse }]);
      queue.push(next);
    }
  }
  return undefined;
}

/** `to` per `from`, as one node. */
export function exchangeNode(world: World, from: string, to: string): NodeId {
  const path = exchangePath(world.plan, from, to) ?? [];
  let node: NodeId | undefined;
  for (const { rate, inverse } of path) {
    const next = rateNode(world, rate);
    if (node === undefined)
      node = inverse ? world.store.joined('div', world.store.constant(1, one), next) : next;
    else node = world.store.joined(inverse ? 'div' : 'mul', node, next);
  }
  return node ?? world.store.constant(Number.NaN, currencyPair(from, to));
}

function currencyPair(from: string, to: string): Unit {
  return divide(currencyUnit(to) ?? one, currencyUnit(from) ?? one);
}

function rateNode(world: World, rate: ExchangeRate): NodeId {
  const pair = currencyPair(rate.from, rate.to);
  const stated = world.drawing(`exchange ${rate.from}`, () => world.formula(rate.rate));
  if (stated === undefined) return world.store.constant(Number.NaN, pair);
  const amount = sameUnit(world.store.unit(stated), pair)
    ? stated
    : world.inUnit(stated, currencyUnit(rate.to) ?? one);
  if (amount === undefined) {
    const help = `write it as \`exchange: { ${rate.from}: 1.08 ${rate.to} }\``;
    world.out.error(
      'E304',
      `this is not a rate from ${rate.from} to ${rate.to}`,
      [{ span: rate.rate.span, label: '' }],
      help,
    );
    return world.store.constant(Number.NaN, pair);
  }
  const node = world.store.scale(amount, 1, 1, pair);
  const name = `exchange.${rate.from}.${rate.to}`;
  const label = `1 ${rate.from} in ${rate.to}`;
  const { span, provenance } = rate;
  return world.name(
    { name, kind: 'rate', label, note: undefined, span, formula: undefined, provenance },
    node,
  );
}

const perMonth: Readonly<Record<CalendarFactor, string>> = {
  hours: 'hour',
  days: 'day',
  workdays: 'workday',
};

/** `730 hour/month` and its kin. */
export function calendarNode(world: World, factor: CalendarFactor): NodeId {
  const table = UnitTable.builtin;
  const unit = divide(table.lookup(perMonth[factor]) ?? one, table.lookup('month') ?? one);
  const assumption = world.plan.calendar[factor];
  const node = world.store.constant(assumption?.value ?? Number.NaN, unit);
  const note = assumption?.given === true ? undefined : 'default of the product, not said by the plan';
  const name = `calendar.${factor}`;
  const label = `${factor} in a month`;
  return world.name(
    {
      name,
      kind: 'calendar',
      label,
      note,
      span: assumption?.span,
      formula: undefined,
      provenance: noProvenance,
    },
    node,
  );
}
