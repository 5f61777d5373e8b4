// The parts of a difference add up to it, whatever moved together; nothing moves between a plan and itself; the other way round
// is the same with the other sign; and what alone was changed is what alone is named.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bill } from '../../src/analysis/bill.ts';
import type { Change, ItemChange } from '../../src/analysis/diff-item.ts';
import { causes } from '../../src/analysis/diff-steps.ts';
import type { Ranged } from '../../src/analysis/figures.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { diffOf } from '../support/diff.ts';
import { modelOf } from '../support/model.ts';

/** Everything that an edit may change. Values are picked so that tiers, allowances and plans are crossed now and then. */
const figures = {
  users: fc.constantFrom(
    '0 users',
    '3 users',
    '40 users',
    '900 users',
    '20 to 60 users',
    '2_000 to 3_000 users',
  ),
  stored: fc.constantFrom('5 GB', '10 GB', '200 GB', '1 TB', '0.5 to 2 TB'),
  seat: fc.constantFrom('2 EUR/user/month', '3.5 EUR/user/month', '3 to 4 USD/user/month'),
  share: fc.constantFrom('10%', '25%'),
  rate: fc.constantFrom('1.10 USD', '1.25 USD', '1.05 to 1.2 USD'),
  hours: fc.constantFrom('720 hours', '730 hours'),
  server: fc.constantFrom('4 EUR/month', '5.5 USD/month'),
  large: fc.constantFrom('9 EUR/month', '12 EUR/month'),
  disk: fc.constantFrom('0.05 USD/GB/month', '0.08 USD/GB/month'),
  free: fc.constantFrom('0 GB', '10 GB', '20 GB'),
  hourly: fc.constantFrom('0.01 USD/hour', '0.02 EUR/hour'),
  team: fc.constantFrom('5 EUR/month', '6 EUR/month'),
  tier: fc.constantFrom('0.10', '0.12'),
  literal: fc.constantFrom('10 GB', '20 GB', '0 GB'),
  count: fc.constantFrom('1', '2', '5'),
  uptime: fc.constantFrom('200 hours/month', '300 hours/month'),
  product: fc.constantFrom('acme/small', 'acme/large'),
  off: fc.constantFrom('0%', '15%'),
  each: fc.constantFrom('2', '3'),
  once: fc.constantFrom('100 EUR', '150 USD'),
  spare: fc.constantFrom('0', '1'),
  more: fc.boolean(),
  fewer: fc.boolean(),
} as const;

type Figures = { readonly [K in keyof typeof figures]: string | boolean };

const plan = (f: Figures): string => `plan: random
currency: EUR
calendar: { month: ${f.hours} }
exchange: { EUR: ${f.rate} }
prices:
  acme:
    name: Acme
    products:
      small: { name: Small, price: ${f.server}, provides: { capacity: 100 users }, setup: 5 EUR }
      large: { name: Large, price: ${f.large}, provides: { capacity: 300 users } }
      disk: { name: Disk, price: ${f.disk}, free: ${f.free} }
      machine: { name: Machine, price: ${f.hourly} }
      post:
        name: Post
        plans:
          none: { name: None, fee: 0 EUR/month, covers: 50 users }
          team: { name: Team, fee: ${f.team}, covers: 1_000 users }
          firm: { name: Firm, price: 0.02 EUR/user/month }
      steps:
        name: Steps
        tiers: [{ up_to: 100 GB, price: ${f.tier} EUR/GB/month }, { price: 0.03 EUR/GB/month }]
discounts: [{ on: acme/large, off: ${f.off} }]
inputs:
  users: ${f.users}
  stored: ${f.stored}
  seat: ${f.seat}
  share: ${f.share}
items:
  server: { use: ${f.product}, count: ${f.count} }
  sized: { group: sized, use: ${f.product}, demand: { capacity: users }, spare: ${f.spare} }
  disk: { use: acme/disk, quantity: stored }
  literal: { use: acme/disk, quantity: ${f.literal} }
  machine: { use: acme/machine, count: ceil(users / 500 users), hours: ${f.uptime} }
  post: { use: acme/post, quantity: users }
  steps: { use: acme/steps, quantity: stored * ${f.each} }
  seats: { price: seat * (1 - share), quantity: users }
  inline: { price: users * 0.5 EUR/user/month }
  support: { price: server.cost * 10%, optional: true }
  set_up: { once: ${f.once} }
${f.more ? '  extra: { price: 7 EUR/month }\n' : ''}axes:
  size:
    one: {}
    two: { users: base * 3, disk.quantity: base + ${f.literal}, server.count: ${f.each} }
    three: { server.use: acme/large${f.fewer ? ', remove: [post]' : ''} }
limits: { load: users <= 100 users }
`;

const anyFigures: fc.Arbitrary<Figures> = fc.record(figures);

/** One plan, and the same with a few of its figures changed. */
const edits = fc
  .tuple(
    anyFigures,
    anyFigures,
    fc.subarray(Object.keys(figures) as (keyof Figures)[], { minLength: 1, maxLength: 5 }),
  )
  .map(([before, other, changed]) => ({
    before,
    after: { ...before, ...Object.fromEntries(changed.map((key) => [key, other[key]])) } as Figures,
  }));

const runs = { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 60) };
const ends = ['low', 'mid', 'high'] as const;

function sum(parts: readonly { readonly change: Ranged }[]): Ranged {
  const each = (end: keyof Ranged): number => parts.reduce((total, p) => total + p.change[end], 0);
  return { low: each('low'), mid: each('mid'), high: each('high') };
}

function expectAlike(found: Ranged, wanted: Ranged, scale: number, what: string): void {
  for (const end of ends) {
    if (Number.isNaN(wanted[end])) continue;
    expect(
      Math.abs(found[end] - wanted[end]),
      `${what}: ${end} ${found[end]} for ${wanted[end]}`,
    ).toBeLessThanOrEqual(1e-9 * Math.max(1, scale));
  }
}

function scaleOf({ before, after }: Change): number {
  return Math.max(...ends.flatMap((end) => [Math.abs(before[end]), Math.abs(after[end])]));
}

describe('between random plans', () => {
  test('the parts add up to the change, item by item and in total', () => {
    fc.assert(
      fc.property(edits, ({ before, after }) => {
        for (const one of diffOf(plan(before), plan(after)).cases) {
          for (const { name, cost, once } of one.items) {
            expectAlike(sum(cost.parts), cost.change, scaleOf(cost), name);
            if (once !== undefined) expectAlike(sum(once.parts), once.change, scaleOf(once), `${name} once`);
          }
          expectAlike(sum(one.causes), one.known.change, scaleOf(one.known), 'total');
          for (const { cause } of one.causes) expect(causes).toContain(cause);
        }
      }),
      runs,
    );
  });

  test('both sides are what `bill` says, to the bit', () => {
    fc.assert(
      fc.property(edits, ({ before, after }) => {
        const { cases } = diffOf(plan(before), plan(after));
        const bills = [before, after].map((f) => bill(new Grid(modelOf(plan(f)).graph), new Map()).cases);
        for (const one of cases) {
          const [old, now] = bills.map((all) =>
            all.find((c) => c.at.every((p) => one.at.some((q) => q.point === p.point))),
          );
          expect([one.total.before, one.total.after]).toEqual([old?.total, now?.total]);
          expect(one.total.change.mid).toBeCloseTo((now?.total.mid ?? 0) - (old?.total.mid ?? 0), 9);
        }
      }),
      runs,
    );
  });

  test('the other way round it is the same with the other sign', () => {
    fc.assert(
      fc.property(edits, ({ before, after }) => {
        const [there, back] = [diffOf(plan(before), plan(after)), diffOf(plan(after), plan(before))];
        for (const one of there.cases) {
          const other = back.cases.find((c) => JSON.stringify(c.at) === JSON.stringify(one.at));
          expectNegated(one.total.change, other?.total.change);
          expect(one.items.map((i) => i.name).sort()).toEqual(other?.items.map((i) => i.name).sort());
          for (const item of one.items) {
            const same = other?.items.find((i) => i.name === item.name);
            expectNegated(item.cost.change, same?.cost.change);
            expect(opposite[item.kind]).toBe(same?.kind);
          }
        }
      }),
      runs,
    );
  });

  test('nothing moves between a plan and itself', () => {
    fc.assert(
      fc.property(anyFigures, (f) => {
        const { cases, idle, expectations, lone } = diffOf(plan(f), plan(f));
        expect([idle, expectations, lone]).toEqual([[], [], []]);
        for (const { items, causes: why, limits, total } of cases) {
          expect([items, why, limits]).toEqual([[], [], []]);
          expect(ends.map((end) => total.change[end])).toEqual([0, 0, 0]);
        }
      }),
      runs,
    );
  });
});

const opposite = { added: 'removed', removed: 'added', kept: 'kept' } as const;

function expectNegated(a: Ranged, b: Ranged | undefined): void {
  for (const end of ends) expect(a[end] + (b?.[end] ?? Number.NaN)).toBe(0);
}

/** Changed alone, each of these moves what its cause says and nothing else. */
const alone: Readonly<
  Record<string, { readonly keys: readonly (keyof Figures)[]; readonly causes: readonly string[] }>
> = {
  // more users may need another plan of a product
  quantity: {
    keys: ['users', 'stored', 'literal', 'count', 'uptime', 'each', 'spare'],
    causes: ['quantity', 're-bought'],
  },
  price: {
    keys: ['server', 'large', 'disk', 'free', 'hourly', 'tier', 'off', 'seat', 'share', 'once'],
    causes: ['price'],
  },
  product: { keys: ['product'], causes: ['re-bought', 'price'] },
  exchange: { keys: ['rate'], causes: ['exchange'] },
  calendar: { keys: ['hours'], causes: ['calendar'] },
  presence: { keys: ['more', 'fewer'], causes: ['added', 'removed'] },
};

/** Everything that is edited for one reason, and what the walk has reached when it has taken that in. */
const order = [
  ['users', 'stored', 'literal', 'count', 'uptime', 'each', 'spare'],
  ['server', 'large', 'disk', 'free', 'hourly', 'team', 'tier', 'off', 'seat', 'share'],
  ['rate'],
  ['hours'],
] as const;
const steps = ['quantity', 'price', 'exchange', 'calendar'] as const;

test('each part is what the plan costs with that much of the edit made', () => {
  const both = fc.tuple(anyFigures, anyFigures);
  fc.assert(
    fc.property(both, ([before, other]) => {
      // the plan after none of the edits, after those of quantity, and so on
      const stages: Figures[] = [before];
      for (const keys of order) {
        const last = stages.at(-1) as Figures;
        stages.push({ ...last, ...Object.fromEntries(keys.map((key) => [key, other[key]])) });
      }
      const between = (a: number, b: number) =>
        diffOf(plan(stages[a] as Figures), plan(stages[b] as Figures)).cases;
      const whole = between(0, order.length);
      const single = steps.map((_, i) => between(i, i + 1));
      for (const [at, one] of whole.entries()) {
        const rebought = new Set(
          [one, ...single.map((cases) => cases[at])].flatMap((c) =>
            (c?.items ?? []).filter((i) => i.rebought !== undefined).map((i) => i.name),
          ),
        );
        for (const item of one.items.filter((i) => !rebought.has(i.name))) {
          for (const [k, cause] of steps.entries()) {
            const part = item.cost.parts.find((p) => p.cause === cause)?.change ?? zero;
            const alone = single[k]?.[at]?.items.find((i) => i.name === item.name)?.cost.change ?? zero;
            expectAlike(part, alone, scaleOf(item.cost), `${item.name} ${cause}`);
          }
        }
      }
    }),
    runs,
  );
});

const zero: Ranged = { low: 0, mid: 0, high: 0 };

describe('what alone was changed is what alone is named', () => {
  for (const [name, { keys, causes: allowed }] of Object.entries(alone)) {
    test(name, () => {
      const only = fc
        .tuple(anyFigures, anyFigures)
        .map(([before, other]) => [
          before,
          { ...before, ...Object.fromEntries(keys.map((k) => [k, other[k]])) },
        ]);
      fc.assert(
        fc.property(only, ([before, after]) => {
          const { cases } = diffOf(plan(before as Figures), plan(after as Figures));
          const parts = cases.flatMap((c) =>
            c.items.flatMap((i) => partsOf(i).map((p) => ({ ...p, item: i.name }))),
          );
          const wrong = parts.filter((p) => !allowed.includes(p.cause));
          expect(wrong.map((p) => `${p.item} ${p.cause} ${p.change.mid}`)).toEqual([]);
        }),
        runs,
      );
    });
  }
});

function partsOf({ cost, once }: ItemChange): ItemChange['cost']['parts'] {
  return [...cost.parts, ...(once?.parts ?? [])];
}
