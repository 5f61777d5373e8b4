// Margins against brute force: what is earned by random rate cards, against what is spent by random rate cards and servers that
// come one by one. Every whole number of the range is worked out in plain arithmetic, without the engine.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MarginCase, margins } from '../../src/analysis/margin.ts';
import { numericInputs } from '../../src/analysis/moved-input.ts';
import type { Coverage } from '../../src/analysis/whole-runs.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { roundUp } from '../../src/numeric/functions/rounding.ts';
import { modelOf } from '../support/model.ts';
import { anyCard, type Card } from '../support/rate-cards.ts';

interface Business {
  readonly sold: readonly Card[];
  readonly bought: readonly Card[];
  readonly perServer: number;
  readonly server: number;
  readonly rent: number;
}

const business: fc.Arbitrary<Business> = fc.record({
  sold: fc.array(anyCard, { minLength: 1, maxLength: 3 }),
  bought: fc.array(anyCard, { minLength: 0, maxLength: 2 }),
  perServer: fc.integer({ min: 3, max: 300 }),
  server: fc.constantFrom(0, 7, 25.5, 140),
  rent: fc.constantFrom(0, 0, 12.5, 300),
});

const sum = (cards: readonly Card[], q: number): number => cards.reduce((s, card) => s + card.bill(q), 0);
const earned = ({ sold }: Business, q: number): number => sum(sold, q);
const spent = ({ bought, perServer, server, rent }: Business, q: number): number =>
  sum(bought, q) + roundUp(q / perServer) * server + rent;

function planOf(b: Business, now: number): string {
  const products = (cards: readonly Card[], prefix: string): readonly string[] =>
    cards.map((card, i) => `${prefix}${i}: { ${card.yaml}, source: test, date: 2026-01-01 }`);
  const uses = (cards: readonly Card[], prefix: string): string =>
    cards.map((_, i) => `  ${prefix}${i}: { use: own/${prefix}${i}, quantity: used }\n`).join('');
  return `plan: business
currency: EUR
inputs: { used: ${now} GB }
items:
  servers: { price: ${b.server} EUR/month, count: ceil(used / ${b.perServer} GB) }
  rent: { price: ${b.rent} EUR/month }
${uses(b.bought, 'b')}revenue:
${uses(b.sold, 's')}prices: { own: { name: Own, products: { ${[...products(b.bought, 'b'), ...products(b.sold, 's')].join(', ')} } } }
`;
}

function marginOf(plan: string, from: number, to: number, target: number | undefined): MarginCase {
  const { graph } = modelOf(plan);
  const per = numericInputs(graph).find((input) => input.name === 'used');
  const answer = margins(new Grid(graph), { per, span: { from, to }, target }, new Map());
  const [only] = answer?.cases ?? [];
  if (only === undefined) throw new Error('no case');
  return only;
}

/** undefined where the two are too close to call in another order of adding up. */
function bruteForce(b: Business, q: number): Coverage | undefined {
  const [income, cost] = [earned(b, q), spent(b, q)];
  if (Number.isNaN(income - cost)) return 'unknown';
  if (income === cost) return 'covered';
  const room = 1e-9 * Math.max(Math.abs(income), Math.abs(cost));
  return Math.abs(income - cost) <= room ? undefined : income > cost ? 'covered' : 'short';
}

const runs = Number(process.env.OUTLAY_FUZZ_RUNS ?? 150);

test('every whole number of the range is on the right side', () => {
  let numbers = 0;
  let mixed = 0;
  fc.assert(
    fc.property(
      business,
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 3000 }),
      (b, from, width) => {
        const plan = planOf(b, 10);
        const found = marginOf(plan, from, from + width, undefined).units?.breakEven?.middle;
        if (found === undefined) throw new Error('nothing was searched');
        const states: (Coverage | undefined)[] = [];
        expect(found.runs[0]?.from, plan).toBe(from);
        for (const [i, run] of found.runs.entries()) {
          const before = found.runs[i - 1];
          if (before !== undefined) {
            expect(run.from).toBe(before.to + 1);
            expect(run.state).not.toBe(before.state);
          }
          for (let q = run.from; q <= run.to; q++) {
            numbers += 1;
            const expected = bruteForce(b, q);
            states.push(expected);
            if (expected !== undefined && expected !== run.state)
              expect.fail(`${plan}\nat ${q} it is ${expected}, and not ${run.state}`);
          }
        }
        expect(found.runs.at(-1)?.to).toBe(found.until);
        if (found.runs.length < 400) expect(found.until).toBe(from + width);
        if (found.runs.length > 1) mixed += 1;
        if (states.includes(undefined)) return;
        const first = states.indexOf('covered');
        expect(found.first).toBe(first === -1 ? undefined : from + first);
        const last = states.findLastIndex((state) => state !== 'covered');
        if (found.until === from + width)
          expect(found.lasting).toBe(last === states.length - 1 ? undefined : from + last + 1);
        for (const {
          at,
          margins: [before, there],
        } of found.crossings) {
          for (const [q, margin] of [
            [at - 1, before],
            [at, there],
          ] as const) {
            const exact = earned(b, q) - spent(b, q);
            if (Number.isNaN(exact)) expect(margin).toBeNaN();
            else expect(Math.abs(margin - exact)).toBeLessThanOrEqual(1e-9 * (1 + spent(b, q)));
          }
        }
      },
    ),
    { numRuns: runs },
  );
  expect(numbers).toBeGreaterThan(50_000);
  expect(mixed).toBeGreaterThan(20);
});

test('averages and the next unit are differences of the plain figures', () => {
  fc.assert(
    fc.property(business, fc.integer({ min: 1, max: 900 }), (b, now) => {
      const { units, ...found } = marginOf(planOf(b, now), 1, 2, undefined);
      if (units === undefined) throw new Error('no units');
      const close = (x: number, exact: number, size = Math.abs(exact)): void => {
        if (Number.isNaN(exact)) expect(x).toBeNaN();
        else expect(Math.abs(x - exact)).toBeLessThanOrEqual(1e-9 * (1 + size));
      };
      const [income, cost] = [earned(b, now), spent(b, now)];
      close(found.margin.mid, income - cost, income + cost);
      close(units.cost.mid, cost / now);
      close(units.revenue.mid, income / now);
      close(units.next.cost.mid, spent(b, now + 1) - cost, cost);
      close(
        units.next.contribution.mid,
        earned(b, now + 1) - income - spent(b, now + 1) + cost,
        income + cost,
      );
      close(units.fixed.mid + units.variable.mid, spent(b, 0) + (cost - spent(b, 0)), cost);
      close(units.fixed.mid, spent(b, 0));
    }),
    { numRuns: runs },
  );
});

test('the prices that are found reach what they are for, and less does not', () => {
  let solved = 0;
  const gross = (income: number, cost: number): number => (income - cost) / income;
  fc.assert(
    fc.property(
      business,
      fc.integer({ min: 1, max: 600 }),
      fc.constantFrom(0, 0.2, 0.7, 0.95),
      fc.integer({ min: 0, max: 40 }),
      (b, now, target, price) => {
        // one line that is sold by the gigabyte, whatever else is sold
        const plan = planOf(b, now).replace(
          'revenue:\n',
          `revenue:\n  own: { price: ${price / 4} EUR/GB/month, quantity: used }\n`,
        );
        const found = marginOf(plan, 1, 2, target).lines.find((line) => line.name === 'own')?.price;
        if (found?.target === undefined) throw new Error('no price');
        expect(found.by).toBe('price');
        expect(found.now.mid).toBe(price / 4);
        const [others, cost] = [earned(b, now), spent(b, now)];
        const wanted = (cost / (1 - target) - others) / now;
        if (Number.isNaN(wanted)) {
          expect(found.target.mid).toBeNaN();
          return;
        }
        expect(Math.abs(found.target.mid - Math.max(0, wanted))).toBeLessThanOrEqual(
          1e-9 * (1 + cost + others),
        );
        if (wanted <= 0.001) return;
        solved += 1;
        const there = found.target.mid;
        expect(gross(others + there * now, cost)).toBeCloseTo(target, 9);
        expect(gross(others + there * 0.99 * now, cost)).toBeLessThan(target);
      },
    ),
    { numRuns: runs },
  );
  expect(solved).toBeGreaterThan(20);
});

test('a line of several prices is raised by one factor, as if each of its prices were', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 5000 }), (now, rent) => {
      const card = (k: number): string =>
        `{ fee: ${k * 20} EUR/month, price: ${k} EUR/GB/month, free: 10 GB, minimum: ${k * 25} EUR/month, source: t, date: 2026-01-01 }`;
      const plan = (k: number): string => `plan: factor
currency: EUR
inputs: { used: ${now} GB }
items: { rent: { price: ${rent} EUR/month } }
revenue: { pro: { use: own/pro, quantity: used } }
prices: { own: { name: Own, products: { pro: ${card(k)} } } }
`;
      const [line] = marginOf(plan(1), 1, 2, 0.5).lines;
      expect(line?.price?.by).toBe('factor');
      const raised = marginOf(plan(line?.price?.target?.mid ?? Number.NaN), 1, 2, 0.5);
      expect(raised.grossMargin.mid).toBeCloseTo(0.5, 9);
      const even = marginOf(plan(line?.price?.even.mid ?? Number.NaN), 1, 2, undefined);
      expect(even.margin.mid).toBeCloseTo(0, 6);
    }),
    { numRuns: 60 },
  );
});
