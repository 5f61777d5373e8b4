// Random rate cards, each as a plan writes it and as plain arithmetic, so that the one can be tried against the other.

import fc from 'fast-check';
import { roundUp } from '../../src/numeric/functions/rounding.ts';

/** What an item of a plan says about its price, and what it costs for a quantity. */
export interface Card {
  /** Keys of a product in a price book. */
  readonly yaml: string;
  readonly bill: (quantity: number) => number;
}

const price = fc.integer({ min: 0, max: 60 }).map((n) => n / 20);
const fee = fc.integer({ min: 0, max: 400 });
/** Often multiples of one another, so that steps of several cards meet at one quantity. */
const amount = fc.oneof(
  fc.integer({ min: 1, max: 400 }),
  fc.constantFrom(15, 30, 60, 90, 120, 180, 240, 360),
);
const per = (p: number): string => `${p} EUR/GB/month`;
const steps = fc
  .uniqueArray(amount, { minLength: 1, maxLength: 4 })
  .map((all) => [...all.sort((a, b) => a - b), Number.POSITIVE_INFINITY]);
const rates = fc.array(price, { minLength: 5, maxLength: 5 });

function tiers(ups: readonly number[], ps: readonly number[], mode: string): string {
  const rows = ups.map((up, i) => {
    const bound = up === Number.POSITIVE_INFINITY ? '' : `up_to: ${up} GB, `;
    return `{ ${bound}price: ${per(ps[i] ?? 0)} }`;
  });
  return `tiers: [${rows.join(', ')}], mode: ${mode}`;
}

function graduated(ups: readonly number[], ps: readonly number[], q: number): number {
  let [sum, below] = [0, 0];
  for (const [i, up] of ups.entries()) {
    sum += Math.max(0, Math.min(q, up) - below) * (ps[i] ?? 0);
    below = up;
  }
  return sum;
}

/** The tier that the whole quantity reaches; a bound is still within its tier, float noise forgiven. */
function reached(ups: readonly number[], q: number): number {
  return ups.findIndex((up) => q <= up || q - up <= 1e-12 * up);
}

function packageOf(p: number, block: number): Card {
  return {
    yaml: `price: ${per(p)}, block: ${block} GB`,
    bill: (q) => roundUp(q / block) * block * p,
  };
}

function volumeOf(ups: readonly number[], ps: readonly number[]): Card {
  return { yaml: tiers(ups, ps, 'volume'), bill: (q) => q * (ps[reached(ups, q)] ?? 0) };
}

export const cards: Readonly<Record<string, fc.Arbitrary<Card>>> = {
  flat: fee.map((f) => ({ yaml: `fee: ${f} EUR/month`, bill: () => f })),
  metered: fc.tuple(price, fee).map(([p, f]) => ({
    yaml: `fee: ${f} EUR/month, price: ${per(p)}`,
    bill: (q) => f + p * q,
  })),
  allowance: fc.tuple(price, amount, fee).map(([p, free, f]) => ({
    yaml: `fee: ${f} EUR/month, price: ${per(p)}, free: ${free} GB`,
    bill: (q) => f + p * Math.max(0, q - free),
  })),
  credit: fc.tuple(price, fee).map(([p, f]) => ({
    yaml: `fee: ${f} EUR/month, credit: ${f} EUR/month, price: ${per(p)}`,
    bill: (q) => f + Math.max(0, p * q - f),
  })),
  minimum: fc.tuple(price, fee).map(([p, least]) => ({
    yaml: `price: ${per(p)}, minimum: ${least} EUR/month`,
    bill: (q) => Math.max(p * q, least),
  })),
  package: fc.tuple(price, amount).map(([p, block]) => packageOf(p, block)),
  graduated: fc.tuple(steps, rates).map(([ups, ps]) => ({
    yaml: tiers(ups, ps, 'graduated'),
    bill: (q) => graduated(ups, ps, q),
  })),
  volume: fc.tuple(steps, rates).map(([ups, ps]) => volumeOf(ups, ps)),
  plans: fc.tuple(steps, fc.array(fee, { minLength: 5, maxLength: 5 })).map(([ups, fees]) => {
    const rows = ups.map((up, i) => {
      const bound = up === Number.POSITIVE_INFINITY ? '' : `up_to: ${up} GB, `;
      return `{ ${bound}fee: ${fees[i] ?? 0} EUR/month }`;
    });
    return { yaml: `tiers: [${rows.join(', ')}], mode: volume`, bill: (q) => fees[reached(ups, q)] ?? 0 };
  }),
  // the cheapest plan that covers the quantity; beyond the largest there is none
  covering: fc.tuple(steps, fc.array(fee, { minLength: 5, maxLength: 5 }), price).map(([ups, fees, p]) => {
    const plans = ups.slice(0, -1).map((up, i) => ({ up, fee: fees[i] ?? 0, price: i === 0 ? p : 0 }));
    const rows = plans.map(
      (plan, i) =>
        `s${i}: { fee: ${plan.fee} EUR/month, price: ${per(plan.price)}, covers: ${plan.up} GB, source: test, date: 2026-01-01 }`,
    );
    return {
      yaml: `plans: { ${rows.join(', ')} }`,
      bill: (q) => {
        const able = plans.filter(({ up }) => q <= up || q - up <= 1e-12 * up);
        return able.length === 0 ? Number.NaN : Math.min(...able.map((plan) => plan.fee + plan.price * q));
      },
    };
  }),
};

export const anyCard: fc.Arbitrary<Card> = fc.oneof(...Object.values(cards));

export interface Meeting {
  readonly cards: readonly [Card, Card];
  readonly at: number;
}

/** Two cards that take a step at the same quantity: a block is used up, and a tier ends. */
export const meeting: fc.Arbitrary<Meeting> = fc
  .tuple(fc.integer({ min: 10, max: 120 }), fc.integer({ min: 1, max: 4 }), price, price, price)
  .map(([block, blocks, p, before, beyond]) => {
    const at = block * blocks;
    return { cards: [packageOf(p, block), volumeOf([at, Number.POSITIVE_INFINITY], [before, beyond])], at };
  });
