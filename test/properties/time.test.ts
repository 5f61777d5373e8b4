// Plans over a horizon, made at random: what is used up is what is paid less what is left, whatever is bought, bound or changed
// on the way; columns, single cases and tapes agree; without growth or timeline every month is that of a plan without time.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthIndex } from '../../src/analysis/figures.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { tapeAlong } from '../../src/grid/tape.ts';
import { tapesAlong } from '../../src/grid/tapes.ts';
import { answer, modelOf } from '../support/model.ts';

const money = fc.integer({ min: 0, max: 500 });
const share = fc.constantFrom('0%', '10%', '50%', '100%');
const length = fc.integer({ min: 1, max: 30 });

const rented = fc
  .record({ price: money, commit: fc.option(length), upfront: share, once: fc.option(money) })
  .map(({ price, commit, upfront, once }) =>
    [
      `price: ${price} EUR/month, count: users / 10 users`,
      ...(commit === null ? [] : [`commit: ${commit} months, upfront: ${upfront}`]),
      ...(once === null ? [] : [`once: ${once} EUR`]),
    ].join(', '),
  );
const owned = fc
  .record({ price: money, life: length, residual: share, once: fc.option(money) })
  .map(({ price, life, residual, once }) =>
    [
      `buy: ${price} EUR, life: ${life} months, residual: ${residual}, count: ceil(users / 25 users)`,
      ...(once === null ? [] : [`once: ${once} EUR`]),
    ].join(', '),
  );
const yearly = money.map((price) => `price: ${price} EUR/year`);
const growth = fc.constantFrom(
  '',
  ', growth: 3%/month',
  ', growth: -2%/month',
  ', growth: { rate: 20%/year, every: 1 year }',
  ', growth: { to: 20 users, by: 10 months }',
  ', growth: { limit: 500 users, rate: 10%/month }',
  ', years: { 2: 40 users, 3: base * 3 }',
);
const changes = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    '',
    `timeline: { 5: { remove: [${name}] } }`,
    'timeline: { 4: { users: base + 70 users }, 9: { users: 10 users } }',
    `timeline: { 3: { ${name}.count: 0 }, 8: { ${name}.count: 3 } }`,
    `timeline: { 7: { ${name}.price: 5 EUR/month } }`,
  );

interface Made {
  readonly body: string;
  readonly months: number;
}

const plans: fc.Arbitrary<Made> = fc
  .record({
    months: fc.integer({ min: 1, max: 40 }),
    growth,
    items: fc.array(fc.oneof(rented, owned, yearly), { minLength: 1, maxLength: 4 }),
    change: changes('i0'),
    users: fc.integer({ min: 1, max: 90 }),
  })
  .filter(({ months, change }) => months >= 9 || change === '')
  .map(({ months, growth: grows, items, change, users }) => {
    const lines = items.map((item, i) => `  i${i}: { ${item} }`);
    const body = `plan: random\ncurrency: EUR\nhorizon: { length: ${months} months, discount: 7%/year }\ninputs:\n  users: { value: ${users} users${grows} }\nitems:\n${lines.join('\n')}\naxes:\n  way: { a: {}, b: { users: base * 2 } }\n${change}\n`;
    return { body, months };
  });

const runs = { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 150) };
const close = (a: number, b: number): void => {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
};

test('what is used up is what is paid, less what is left', () => {
  fc.assert(
    fc.property(plans, ({ body, months }) => {
      const model = modelOf(body);
      for (const way of ['way=a', 'way=b']) {
        const ask = (formula: string): number => answer(model, formula, way);
        close(ask('tco'), ask('sum(cash over month)') - ask('end_value'));
        close(ask('tco'), ask('sum(effective over month)'));
        close(ask('effective'), ask('total') + ask('upfront') - boughtAtFirst(model, way));
        close(ask('spent at month=1'), ask('cash * 1 month'));
        if (months > 12) {
          const years = Array.from({ length: Math.ceil(months / 12) }, (_, y) => y + 1);
          const all = years.map((y) => ask(`sum(cash over month by year) at year=${y}`));
          close(
            all.reduce((a, b) => a + b, 0),
            ask('sum(cash over month)'),
          );
        }
      }
    }),
    runs,
  );
});

/** What is bought in month 1 is in `upfront`, and is not set-up. */
function boughtAtFirst(model: ReturnType<typeof modelOf>, way: string): number {
  return model.graph.items.reduce((sum, item) => {
    const [once, effective, cost] = [item.once, item.effective ?? item.cost, item.cost];
    const grid = new Grid(model.graph);
    const place = basePlace(model.graph).map((p, axis) =>
      model.graph.axes[axis]?.name === 'way' ? (way === 'way=b' ? 1 : 0) : p,
    );
    const setup = grid.value(effective, place) - grid.value(cost, place);
    return sum + grid.value(once, place) - setup;
  }, 0);
}

test('columns, single cases and tapes agree in every month, bit for bit', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: 120 }), ({ body, months }, users) => {
      const { graph } = modelOf(body);
      const month = monthIndex(graph);
      const wanted = [...graph.names.values()].map((n) => n.node);
      const open = new Grid(graph).pinnedTo(new Map([[month, -1]]));
      open.evaluate(wanted);
      const still = new Grid(graph);
      const alone = interpreter(graph);
      for (let m = 0; m < months; m += 3) {
        const place = basePlace(graph).map((p, axis) => (axis === month ? m : p));
        for (const id of wanted) {
          expect(open.value(id, place)).toBe(alone.value(id, place));
          expect(still.value(id, place)).toBe(alone.value(id, place));
        }
      }
      const input = graph.names.get('users')?.node ?? -1;
      const tape = tapeAlong(graph, input, interpreter(graph));
      const there = interpreter(graph, new Map([[input, users]]));
      const place = basePlace(graph).map((p, axis) => (axis === month ? months - 1 : p));
      const moved = [...graph.names.values()]
        .filter(({ node }, i) => node === input || i % 7 === 0)
        .map(({ node }) => ({ node, meaning: 'value' }) as const);
      const together = tapesAlong(graph, interpreter(graph), moved, [{ id: graph.total, place }]);
      for (const name of ['tco', 'cash', 'effective', 'spent', 'present_value']) {
        const node = graph.names.get(name)?.node ?? -1;
        const slot = tape.slot(node, place);
        expect(tape.run(users)[slot]).toBe(there.value(node, place));
        // among others, each as well
        for (const [i, one] of together.entries()) {
          const alone = tapeAlong(graph, moved[i]?.node ?? -1, interpreter(graph));
          const [ours, theirs] = [one, alone].map((each) => [each, each.slot(node, place)] as const);
          const x = moved[i]?.node === input ? users : 3 + i;
          expect(ours?.[0].run(x)[ours[1]]).toBe(theirs?.[0].run(x)[theirs[1]]);
        }
      }
    }),
    runs,
  );
});

test('what nothing changes costs in each month what it costs without time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(rented, owned, yearly), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 30 }),
      (items, months) => {
        const lines = items.map((item, i) => `  i${i}: { ${item} }`).join('\n');
        const plan = (head: string): string =>
          `plan: still\ncurrency: EUR\n${head}inputs:\n  users: 40 users\nitems:\n${lines}\n`;
        const [timeless, timed] = [modelOf(plan('')), modelOf(plan(`horizon: ${months} months\n`))];
        const total = answer(timeless, 'total');
        for (const m of [1, Math.ceil(months / 2), months])
          close(answer(timed, `total at month=${m}`), total);
        const first = timeless.graph.items.reduce(
          (sum, item) => sum + new Grid(timeless.graph).value(item.firstMonth, basePlace(timeless.graph)),
          0,
        );
        close(answer(timed, 'cash * 1 month'), first);
      },
    ),
    runs,
  );
});
