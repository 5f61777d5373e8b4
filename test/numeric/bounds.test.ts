// No draw lies outside of the bounds of its marginal: steps of samples are left out by them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Distribution } from '../../src/numeric/distributions/types.ts';
import { boundsOf, marginalOf, valueAt } from '../../src/numeric/draws/marginal.ts';

const about = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const size = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const spread = fc.double({ min: 0.01, max: 2, noNaN: true });

const distributions: fc.Arbitrary<Distribution> = fc.oneof(
  fc.tuple(about, size).map(([low, d]): Distribution => ({ kind: 'interval', low, high: low + d })),
  fc.tuple(about, size).map(([low, d]): Distribution => ({ kind: 'uniform', low, high: low + d })),
  fc.tuple(about, size).map(([mean, deviation]): Distribution => ({ kind: 'normal', mean, deviation })),
  fc.tuple(size, spread).map(([median, s]): Distribution => ({ kind: 'lognormal', median, spread: s })),
  fc
    .tuple(about, size, size)
    .map(([low, d, e]): Distribution => ({ kind: 'triangular', low, mode: low + d, high: low + d + e })),
  fc
    .tuple(about, size, size)
    .map(([low, d, e]): Distribution => ({ kind: 'pert', low, mode: low + d, high: low + d + e })),
  fc.tuple(spread, spread).map(([a, b]): Distribution => ({ kind: 'beta', a, b, low: 0, high: 1 })),
  fc
    .array(about, { minLength: 1, maxLength: 9 })
    .map((values): Distribution => ({ kind: 'empirical', values })),
  fc
    .array(about, { minLength: 1, maxLength: 5 })
    .map((values): Distribution => ({ kind: 'discrete', values, weights: values.map(() => 1) })),
);

const ends = [0, 1, 2, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

test('draws stay within bounds', () => {
  fc.assert(
    fc.property(
      distributions,
      fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 1, maxLength: 200 }),
      (distribution, words) => {
        const marginal = marginalOf(distribution);
        const [lo, hi] = boundsOf(marginal);
        for (const word of [...ends, ...words]) {
          const value = valueAt(marginal, word);
          if (Number.isNaN(value) && lo === Number.NEGATIVE_INFINITY) continue;
          expect(value).toBeGreaterThanOrEqual(lo);
          expect(value).toBeLessThanOrEqual(hi);
        }
      },
    ),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 60) },
  );
});

test('what is positive has positive bounds, so that nobody asks whether it is negative', () => {
  const positive: readonly Distribution[] = [
    { kind: 'interval', low: 40, high: 60 },
    { kind: 'lognormal', median: 2_000, spread: 0.3 },
    { kind: 'triangular', low: 25, mode: 40, high: 70 },
    { kind: 'beta', a: 5, b: 5, low: 0, high: 1 },
  ];
  for (const distribution of positive) expect(boundsOf(marginalOf(distribution))[0]).toBeGreaterThan(0);
});
