// When an item's money leaves the account, and over which months it is used up. Rent is paid month by month, or in advance where
// one is bound to it; what is bought is paid when it is bought, again at the end of its life, and counts in equal parts over it.
//
// Over a horizon, Σ effective = Σ cash − what is still worth something, or paid in advance, when it ends.

import { numberOf } from '../formula/typed.ts';
import { monthAxis } from '../plan/names.ts';
import { one, type Unit } from '../quantity/unit.ts';
import type { Built } from './tabulate.ts';
import type { GraphItem, NodeId } from './types.ts';
import type { World } from './world.ts';

/** What `flowsOf` reads of each case, and what it is where a case says nothing of it. */
const flowParts = {
  /** How many are needed; a pure number. */
  need: 0,
  /** What one costs to buy. */
  piece: 0,
  /** Months. */
  life: 1,
  /** Share of the price. */
  residual: 0,
  /** Months for which one is bound to the rent; 0 where one is not. */
  term: 0,
  /** Share of the rent over the term. */
  prepaid: 0,
} as const;

type FlowPart = keyof typeof flowParts;

type Flows = Pick<GraphItem, 'cost' | 'once' | 'firstMonth' | 'cash' | 'effective' | 'tco' | 'endValue'>;

const noHorizon = { cash: undefined, effective: undefined, tco: undefined, endValue: undefined } as const;

/** What every case has to begin with. */
export function noFlows(world: World): ReadonlyMap<string, NodeId> {
  const unit = (part: string): Unit => (part === 'piece' ? world.money : one);
  return new Map(
    Object.entries(flowParts).map(([part, value]) => [part, world.store.constant(value, unit(part))]),
  );
}

/** `rent` per month and `setup`, both 0 where the item is absent. */
export function flowsOf(world: World, rent: NodeId, setup: NodeId, built: Built): Flows {
  const { store, money, moneyPerMonth } = world;
  const parts = partsOf(world, built);
  const [perMonth, pure] = [numberOf(moneyPerMonth), numberOf(one)];
  const times = (a: NodeId, b: NodeId, type = perMonth): NodeId => store.apply('mul', [a, b], type);
  const asMoney = (node: NodeId): NodeId => store.scale(node, 1, 1, money);
  const rest = (share: NodeId): NodeId => store.alike('sub', store.constant(1, one), share);
  const isNone = (node: NodeId): boolean => {
    const { op } = store.node(node);
    return op.kind === 'const' && op.value === 0;
  };
  const buys = !isNone(parts.piece);
  const binds = !isNone(parts.term);
  const price = times(parts.need, parts.piece, numberOf(money));
  const once = buys ? store.alike('add', setup, price) : setup;

  const inAdvance = binds ? asMoney(times(times(rent, parts.term), parts.prepaid)) : undefined;
  const later = binds ? asMoney(times(rent, rest(parts.prepaid))) : asMoney(rent);
  const firstMonth = store.sum([once, later, ...(inAdvance === undefined ? [] : [inAdvance])], money);

  const month = world.axes.findIndex((axis) => axis.kind === 'time' && axis.name === monthAxis);
  if (month < 0) {
    if (!buys) return { cost: rent, once, firstMonth, ...noHorizon };
    const lost = times(price, rest(parts.residual), numberOf(money));
    const usedUp = store.apply('div', [lost, parts.life], perMonth);
    const cost = store.alike('add', rent, usedUp);
    return { cost, once, firstMonth, ...noHorizon };
  }

  let [rentPaid, cost] = [rent, rent];
  if (binds) {
    const level = store.along('committed', [rent, parts.term], month, perMonth);
    const begun = store.along('renewed', [rent, parts.term], month, perMonth);
    cost = store.alike('max', rent, level);
    const monthly = store.alike('sub', cost, times(level, parts.prepaid));
    rentPaid = store.alike('add', monthly, times(times(begun, parts.term), parts.prepaid));
  }
  const setupPaid = store.along('rises', [setup], month, perMonth);
  let cash = isNone(setup) ? rentPaid : store.alike('add', rentPaid, setupPaid);
  if (buys) {
    const bought = store.along('bought', [parts.need, parts.life], month, pure);
    const paid = times(bought, parts.piece);
    const usedUp = store.along('spread', [times(paid, rest(parts.residual)), parts.life], month, perMonth);
    const sold = store.along('returned', [times(paid, parts.residual), parts.life], month, perMonth);
    cost = store.alike('add', cost, usedUp);
    cash = store.alike('add', cash, isNone(parts.residual) ? paid : store.alike('sub', paid, sold));
  }
  const effective = isNone(setup) ? cost : store.alike('add', cost, setupPaid);
  const allOf = (flow: NodeId): NodeId => asMoney(store.reduce('sum', flow, month, perMonth));
  const tco = allOf(effective);
  // where the two are one, nothing is left, and no rounding makes anything of it
  const endValue = cash === effective ? store.constant(0, money) : store.alike('sub', allOf(cash), tco);
  return { cost, once, firstMonth, cash, effective, tco, endValue };
}

function partsOf(world: World, built: Built): Readonly<Record<FlowPart, NodeId>> {
  const none = noFlows(world);
  const part = (key: FlowPart): NodeId => built.get(key) ?? (none.get(key) as NodeId);
  const [need, piece, life] = [part('need'), part('piece'), part('life')];
  return { need, piece, life, residual: part('residual'), term: part('term'), prepaid: part('prepaid') };
}
