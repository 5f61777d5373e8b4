// Erlang C against the definition, worked out in whole numbers, and the square-root rule against what it promises.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangC } from '../../src/numeric/functions/erlang.ts';
import { answer, modelOf, tryModel } from '../support/model.ts';

const plan = 'plan: queues\ncurrency: EUR\n';

/** C = last / ((1 − a/c) Σ a^k/k! + last), last = a^c/c!, for a load of p/q: fractions of whole numbers, no rounding. */
function byDefinition(p: number, q: number, servers: number): number {
  const [a, b, c] = [BigInt(p), BigInt(q), BigInt(servers)];
  // every term over the common denominator c! q^c
  const term = (k: bigint): bigint => {
    let product = a ** k * b ** (c - k);
    for (let i = k + 1n; i <= c; i++) product *= i;
    return product;
  };
  let sum = 0n;
  for (let k = 0n; k < c; k++) sum += term(k);
  // times (1 − a/c) is times (c b − a) / (c b)
  const [last, rest] = [term(c) * c * b, sum * (c * b - a)];
  const digits = 10n ** 200n;
  return Number((last * digits) / (last + rest)) / 1e200;
}

describe('Erlang C', () => {
  test('is its definition, to twelve digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        (p, q, more) => {
          const servers = Math.floor(p / q) + more;
          const exact = byDefinition(p, q, servers);
          expect(Math.abs(erlangC(p / q, servers) - exact)).toBeLessThanOrEqual(1e-12 * exact);
        },
      ),
    );
  });

  test('of a large load is the whole recurrence, begun at no server', () => {
    for (const [load, servers] of [
      [1000, 1030],
      [12_345.6, 12_400],
      [250_000, 250_900],
    ] as const) {
      let blocked = 1;
      for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked);
      const whole = blocked / (1 - (load / servers) * (1 - blocked));
      expect(erlangC(load, servers) / whole).toBeCloseTo(1, 12);
    }
  });

  test('one server makes as many wait as it is busy, and M/M/1 is no more', () => {
    for (const load of [0.1, 0.5, 0.999]) expect(erlangC(load, 1)).toBeCloseTo(load, 14);
  });

  test('everybody waits where there are too few, nobody where there is nothing to do', () => {
    expect(erlangC(5, 5)).toBe(1);
    expect(erlangC(5, 0)).toBe(1);
    expect(erlangC(0, 0)).toBe(0);
    expect(erlangC(1, 1e6)).toBe(0);
    expect(erlangC(-1, 3)).toBeNaN();
    expect(erlangC(Number.NaN, 3)).toBeNaN();
  });

  test('more servers make fewer wait, more load makes more', () => {
    const load = fc.double({ min: 0.01, max: 5_000, noNaN: true });
    fc.assert(
      fc.property(
        load,
        load,
        fc.integer({ min: 1, max: 6_000 }),
        fc.integer({ min: 0, max: 50 }),
        (a, b, n, k) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          expect(erlangC(less, n)).toBeLessThanOrEqual(erlangC(more, n) * (1 + 1e-12));
          expect(erlangC(a, n + k)).toBeLessThanOrEqual(erlangC(a, n) * (1 + 1e-12));
        },
      ),
    );
  });
});

describe('staffing', () => {
  const model = modelOf(
    `${plan}inputs: { calls: 500 calls/hour, handling: 6 minutes/call }\nunits: [call]\n`,
  );

  test('the load and so many of its roots, rounded up', () => {
    expect(answer(model, 'staffing(calls * handling, 1)')).toBe(50 + 8);
    expect(answer(model, 'staffing(100, 1.5)')).toBe(115);
    expect(answer(model, 'staffing(100, 150%)')).toBe(115);
    expect(answer(model, 'staffing(0, 2)')).toBe(0);
    expect(answer(model, 'staffing(7.2, 0)')).toBe(8);
  });

  test('the same quality makes about as many wait, however large the pool', () => {
    // Halfin and Whitt: the probability of waiting tends to 1 / (1 + β Φ(β) / φ(β)), 0.2234 for β = 1
    for (const load of [100, 1_000, 10_000, 1_000_000])
      expect(answer(model, `erlang_c(${load}, staffing(${load}, 1))`)).toBeCloseTo(0.2234, 1);
    expect(answer(model, 'erlang_c(1000000, staffing(1000000, 1))')).toBeCloseTo(0.2234, 3);
  });

  test.each([
    ['staffing(calls, 1)', 'needs a pure number'],
    ['erlang_c(2)', 'wrong arguments'],
    ['erlang_c(2, 3, 4)', 'wrong arguments'],
    ['staffing(true, 1)', 'a number is needed here'],
  ])('%s is refused', (formula, message) => {
    const { text } = tryModel(
      `${plan}units: [call]\ninputs: { calls: 500 calls/hour }\nformulas: { f: '${formula}' }\n`,
    );
    expect(text).toContain(message);
  });
});
