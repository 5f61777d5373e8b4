// Prices that are known to change: over a horizon that has a start, each holds from its month on.

import type { DatedTariff, SalesPlan } from '../catalog/types.ts';
import { condition } from '../formula/typed.ts';
import { monthAxis } from '../plan/names.ts';
import { calendarName } from '../plan/read-horizon.ts';
import type { Charge } from './tariff.ts';
import type { NodeId } from './types.ts';
import type { World } from './world.ts';

/** What holds from a month on. A tariff of undefined: the last one ended, and nobody knows what follows. */
export interface Later<T> {
  /** Index among the months. */
  readonly month: number;
  readonly what: T;
}

/** Those that begin, or end without a next one, after the plan's day; one that begins within a month holds from the next. */
export function laterPrices(world: World, plan: SalesPlan): readonly Later<DatedTariff | undefined>[] {
  const { horizon, asOf } = world.plan;
  if (horizon?.starts === undefined || asOf === undefined) return [];
  const firsts = Array.from(
    { length: horizon.months },
    (_, m) => `${calendarName(horizon.starts ?? '', m + 1)}-01`,
  );
  const later: Later<DatedTariff | undefined>[] = [];
  let before: DatedTariff | undefined;
  for (const [month, day] of firsts.entries()) {
    const on: string = day > asOf ? day : asOf;
    const begun = plan.prices.filter((p) => p.from === undefined || p.from <= on);
    const what = begun.findLast((p) => p.until === undefined || on <= p.until);
    if (month === 0) before = begun.findLast((p) => p.until === undefined || asOf <= p.until);
    if (what !== before && (month > 0 || on !== asOf)) later.push({ month, what });
    before = what;
  }
  return later;
}

/** The charge of each month, from that of the first and the later ones. */
export function chargeOverTime(world: World, first: Charge, later: readonly Later<Charge>[]): Charge {
  if (later.length === 0) return first;
  const { store } = world;
  const axis = world.axes.findIndex((a) => a.kind === 'time' && a.name === monthAxis);
  const months = world.axes[axis]?.points ?? [];
  const all = [{ month: 0, what: first }, ...later];
  const select = (of: (charge: Charge) => NodeId): NodeId =>
    store.select(
      axis,
      months.map((_, m) => of((all.findLast((l) => l.month <= m) ?? { what: first }).what)),
    );
  const none = store.constant(0, world.money);
  const always = store.constantOf(1, condition);
  return {
    perMonth: select((c) => c.perMonth),
    setup: all.some((l) => l.what.setup !== undefined) ? select((c) => c.setup ?? none) : undefined,
    covers: all.some((l) => l.what.covers !== undefined) ? select((c) => c.covers ?? always) : undefined,
  };
}
