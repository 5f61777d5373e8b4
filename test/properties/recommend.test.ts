// A recommendation against brute force: options with rate cards of every kind, ranges in two inputs and in a price, limits of
// their own, two scales. Every figure is worked out again in plain arithmetic, and every scenario by itself.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Advice, recommend } from '../../src/analysis/recommend.ts';
import type { Scenario } from '../../src/analysis/situations.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { one } from '../../src/quantity/unit.ts';
import { modelOf } from '../support/model.ts';
import { anyCard, type Card } from '../support/rate-cards.ts';

type Range = readonly [low: number, high: number];

interface Entrant {
  readonly card: Card;
  readonly perSeat: number;
  readonly fee: Range;
  readonly most: number;
}

interface World {
  readonly used: number;
  readonly seats: number;
  /** 0 for the low, 0.5 for the middle, 1 for the high end of the fees. */
  readonly fee: number;
}

const range = (least: number, most: number): fc.Arbitrary<Range> =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 0, max: most }), fc.boolean())
    .map(([low, more, isRange]) => [low, isRange ? low + more : low]);

const entrant: fc.Arbitrary<Entrant> = fc.record({
  card: anyCard,
  perSeat: fc.integer({ min: 0, max: 8 }).map((n) => n / 4),
  fee: range(0, 60),
  most: fc.constantFrom(60, 200, 400, 1e9, 1e9, 1e9),
});

const text = ([low, high]: Range, unit: string): string =>
  low === high ? `${low} ${unit}` : `${low} to ${high} ${unit}`;

function planOf(entrants: readonly Entrant[], used: readonly Range[], seats: Range): string {
  const products = entrants.map(({ card }, i) => `p${i}: { ${card.yaml}, source: test, date: 2026-01-01 }`);
  const points = entrants.map(
    ({ most, perSeat, fee }, i) =>
      `  c${i}: { most: ${most} GB, store.use: own/p${i}, seat.price: ${perSeat} EUR/user/month, fee.price: "${text(fee, 'EUR/month')}" }`,
  );
  const scales = used.map((u, i) => `  s${i}: { used: ${text(u, 'GB')} }`);
  return `plan: recommend
currency: EUR
inputs: { used: 1 GB, seats: ${text(seats, 'users')} }
formulas: { most: 1 GB }
items:
 store: { use: own/p0, quantity: used }
 seat: { price: 1 EUR/user/month, quantity: seats }
 fee: { price: 0 EUR/month }
limits: { room: used <= most }
axes:
 choice:
${points.join('\n')}
 scale:
${scales.join('\n')}
prices: { own: { name: Own, products: { ${products.join(', ')} } } }
`;
}

function costOf({ card, perSeat, fee, most }: Entrant, world: World): number {
  if (world.used > most) return Number.POSITIVE_INFINITY;
  return card.bill(world.used) + perSeat * world.seats + fee[0] + (fee[1] - fee[0]) * world.fee;
}

const middle = ([low, high]: Range): number => (low + high) / 2;

function worldOf(scenario: Scenario, used: Range, seats: Range): World {
  const base: World = { used: middle(used), seats: middle(seats), fee: 0.5 };
  if (scenario.kind === 'middle') return base;
  const end = scenario.end === 'low' ? 0 : 1;
  if (scenario.kind === 'others') return { ...base, fee: end };
  if (scenario.kind === 'all') return { used: used[end], seats: seats[end], fee: end };
  return scenario.input.name === 'used' ? { ...base, used: used[end] } : { ...base, seats: seats[end] };
}

/** Every scenario that there is, also those that change nothing. */
function worlds(used: Range, seats: Range): readonly World[] {
  const input = { label: '', node: -1, unit: one };
  const ends = ['low', 'high'] as const;
  const scenarios: readonly Scenario[] = [
    { kind: 'middle' },
    ...ends.flatMap((end): readonly Scenario[] => [
      { kind: 'input', input: { ...input, name: 'used' }, end },
      { kind: 'input', input: { ...input, name: 'seats' }, end },
      { kind: 'others', end },
      { kind: 'all', end },
    ]),
  ];
  return scenarios.map((scenario) => worldOf(scenario, used, seats));
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

/** Indices of the lowest of those that are known and possible. */
function lowest(costs: readonly number[]): readonly number[] {
  const least = Math.min(...costs.filter((cost) => Number.isFinite(cost)));
  return [...costs.keys()].filter((i) => Number.isFinite(costs[i]) && same(costs[i] ?? Number.NaN, least));
}

function adviceOf(plan: string): Advice {
  const { graph } = modelOf(plan);
  return recommend(new Grid(graph), { metric: 'total', node: graph.total, unit: one, by: 0 }, new Map());
}

const closely = (x: number): unknown => expect.closeTo(x, 6);

test('the cheapest, its margin, the ends and the regrets are those of brute force', () => {
  fc.assert(
    fc.property(
      fc.array(entrant, { minLength: 2, maxLength: 4 }),
      fc.array(range(1, 300), { minLength: 1, maxLength: 2 }),
      range(1, 40),
      (entrants, used, seats) => {
        const plan = planOf(entrants, used, seats);
        const advice = adviceOf(plan);
        // a single scale, or two that are alike, is one
        const scales = used.length === 2 && used[0]?.join() === used[1]?.join() ? used.slice(0, 1) : used;
        expect(advice.scales.length, plan).toBe(scales.length);
        for (const [s, mine] of scales.entries()) {
          const scale = advice.scales[s];
          const costs = (world: World): readonly number[] => entrants.map((e) => costOf(e, world));
          const now = costs(worldOf({ kind: 'middle' }, mine, seats));
          const best = lowest(now);
          expect(scale?.cheapest, plan).toEqual(best);
          for (const end of ['low', 'high'] as const)
            expect(scale?.ends[end].cheapest, `${plan}\n${end}`).toEqual(
              lowest(costs(worldOf({ kind: 'all', end }, mine, seats))),
            );
          const least = now[best[0] ?? -1] ?? Number.NaN;
          const others = lowest(now.map((cost, i) => (best.includes(i) ? Number.NaN : cost)));
          expect(scale?.next?.options ?? [], plan).toEqual(others);
          if (scale?.next !== undefined)
            expect(scale.next.margin.mid, plan).toEqual(closely((now[others[0] ?? -1] ?? 0) - least));
          checkRegrets(plan, scale, worlds(mine, seats).map(costs), worldsOf(scale, mine, seats).map(costs));
        }
      },
    ),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 60) },
  );
});

type Scale = Advice['scales'][number] | undefined;

function worldsOf(scale: Scale, used: Range, seats: Range): readonly World[] {
  return (scale?.regrets?.scenarios ?? []).map((scenario) => worldOf(scenario, used, seats));
}

/** `all`: the costs in every scenario there is; `told`: in those that the answer names. */
function checkRegrets(
  plan: string,
  scale: Scale,
  all: readonly (readonly number[])[],
  told: readonly (readonly number[])[],
): void {
  const key = (costs: readonly number[]): string => costs.map((cost) => cost.toFixed(6)).join();
  const different = new Set(all.map(key));
  if (scale?.regrets === undefined) {
    if (all.some((costs) => lowest(costs).length > 0)) expect([...different], plan).toHaveLength(1);
    return;
  }
  // what is left out is like what is told
  expect(new Set(told.map(key)), plan).toEqual(different);
  const possible = all.filter((costs) => lowest(costs).length > 0);
  const worst = scale.options.map((_, i) =>
    possible.map((costs) => {
      const [best] = lowest(costs);
      const cost = costs[i] ?? Number.NaN;
      return Number.isFinite(cost) ? cost - (costs[best ?? -1] ?? Number.NaN) : Number.POSITIVE_INFINITY;
    }),
  );
  for (const [i, { most, fails, scenario }] of scale.regrets.options.entries()) {
    const regrets = worst[i] ?? [];
    const able = regrets.filter(Number.isFinite);
    expect(fails.length > 0, `${plan}\n${i}`).toBe(able.length < regrets.length);
    if (able.length === 0) expect(most, plan).toBeUndefined();
    else expect(most, `${plan}\n${i}`).toEqual(closely(Math.max(...able)));
    expect(scenario === undefined, plan).toBe(able.length === 0 || same(1 + Math.max(...able), 1));
  }
  const maxima = worst.map((regrets) =>
    regrets.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...regrets),
  );
  expect(scale.regrets.least, plan).toEqual(lowest(maxima));
}
