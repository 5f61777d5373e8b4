import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean, probability, problems, quantile } from '../../src/numeric/distributions/distribution.ts';
import { lognormalOf } from '../../src/numeric/distributions/lognormal.ts';
import { truncate } from '../../src/numeric/distributions/truncated.ts';
import type { Distribution } from '../../src/numeric/distributions/types.ts';
import { marginalOf, valueAt } from '../../src/numeric/draws/marginal.ts';
import { digitalStreams, independentStream, type Stream, wordAt } from '../../src/numeric/draws/stream.ts';
import { logGamma } from '../../src/numeric/functions/beta.ts';
import { normalAbove, normalQuantileAbove } from '../../src/numeric/functions/normal.ts';
import { meanOf, momentsOf } from '../../src/numeric/summary/mean.ts';
import { quantilesOf } from '../../src/numeric/summary/quantiles.ts';

/** With the standard deviation that textbooks give, where there is a closed form. */
const smooth: readonly (readonly [string, Distribution, number | undefined])[] = [
  ['interval of positive numbers', { kind: 'interval', low: 15, high: 25 }, undefined],
  ['interval around zero', { kind: 'interval', low: -2, high: 3 }, 5 / (2 * 1.6448536269514722)],
  ['normal', { kind: 'normal', mean: 3, deviation: 0.5 }, 0.5],
  ['lognormal', lognormalOf(40, 12), 12],
  ['uniform', { kind: 'uniform', low: -1, high: 5 }, 6 / Math.sqrt(12)],
  [
    'triangular',
    { kind: 'triangular', low: 10, mode: 24, high: 60 },
    Math.sqrt((100 + 576 + 3600 - 240 - 600 - 1440) / 18),
  ],
  ['triangular, mode at an end', { kind: 'triangular', low: 2, mode: 2, high: 5 }, Math.sqrt(9 / 18)],
  ['pert', { kind: 'pert', low: 10, mode: 24, high: 60 }, undefined],
  ['beta', { kind: 'beta', a: 2, b: 5, low: 0, high: 1 }, Math.sqrt(10 / (49 * 8))],
  [
    'beta with two horns',
    { kind: 'beta', a: 0.5, b: 0.4, low: 0, high: 10 },
    10 * Math.sqrt(0.2 / (0.81 * 1.9)),
  ],
  [
    'beta that is narrow',
    { kind: 'beta', a: 900, b: 300, low: 0, high: 1 },
    Math.sqrt((900 * 300) / (1200 ** 2 * 1201)),
  ],
  [
    'truncated normal',
    {
      kind: 'truncated',
      of: { kind: 'normal', mean: 0, deviation: 1 },
      low: 0,
      high: Number.POSITIVE_INFINITY,
    },
    Math.sqrt(1 - 2 / Math.PI),
  ],
  [
    'truncated far out',
    { kind: 'truncated', of: { kind: 'normal', mean: 0, deviation: 1 }, low: 3, high: 9 },
    undefined,
  ],
];

/** A thousand probabilities, many of them close to the ends. */
const probabilities = Array.from({ length: 500 }, (_, i) => [(i + 0.5) / 1000, 10 ** (-9 + i / 70)]).flat();

describe.each(smooth)('%s', (_, d, deviation) => {
  test('quantile and probability undo each other, from both ends', () => {
    const spread = quantile(d, 0.75) - quantile(d, 0.25);
    for (const p of probabilities)
      for (const end of ['below', 'above'] as const) {
        const x = quantile(d, p, end);
        // close to an end of the range the value itself has too few digits to tell
        const around = [-1, 1]
          .map((side) => probability(d, x + side * (1e-12 * Math.abs(x) + 1e-15 * spread), end))
          .sort((a, b) => a - b);
        expect(around[0], `${p} ${end}`).toBeLessThanOrEqual(p * (1 + 1e-9));
        expect(around[1], `${p} ${end}`).toBeGreaterThanOrEqual(p * (1 - 1e-9));
      }
  });

  test('both ends see the same value in the middle, and quantiles ascend', () => {
    for (const p of [0.2, 0.5, 0.7]) {
      const [below, above] = [quantile(d, p, 'below'), quantile(d, 1 - p, 'above')];
      expect(Math.abs(below - above)).toBeLessThan(1e-9 * Math.max(1, Math.abs(below)));
    }
    const ascending = [...probabilities].sort((a, b) => a - b).map((p) => quantile(d, p, 'below'));
    for (const [i, x] of ascending.entries()) expect(x).toBeGreaterThanOrEqual(ascending[i - 1] ?? x);
  });

  test('the table is the quantile function to one part in 10^5 of the spread', () => {
    const marginal = marginalOf(d);
    const spread = quantile(d, 0.75, 'below') - quantile(d, 0.25, 'below');
    for (let k = 0; k < 4000; k++) {
      const word = Math.floor((k * 2 ** 32) / 4000) + k;
      const [p, end] =
        word < 2 ** 31 ? ([word + 0.5, 'below'] as const) : ([2 ** 32 - word - 0.5, 'above'] as const);
      const off = valueAt(marginal, word) - quantile(d, p / 2 ** 32, end);
      expect(Math.abs(off) / spread, `word ${word}`).toBeLessThan(1e-5);
    }
  });

  test('draws have its mean and its standard deviation', () => {
    const draws = drawsOf(d, digitalStreams(1, [{ name: 'x', place: 0 }])[0] as Stream, 1 << 15);
    const moments = momentsOf(draws);
    const size = Math.sqrt(moments.variance);
    expect(Math.abs(moments.mean - mean(d)) / size).toBeLessThan(5e-4);
    if (deviation !== undefined) expect(Math.abs(size / deviation - 1)).toBeLessThan(5e-3);
  });

  test('independent draws follow it (Kolmogorov and Smirnov)', () => {
    const count = 20000;
    const sorted = drawsOf(d, independentStream(1, { name: 'x', place: 0 }), count).sort();
    let distance = 0;
    for (const [i, x] of sorted.entries()) {
      const p = probability(d, x, 'below');
      distance = Math.max(distance, Math.abs(p - i / count), Math.abs(p - (i + 1) / count));
    }
    // one in a thousand is further off
    expect(distance * Math.sqrt(count)).toBeLessThan(1.95);
  });
});

function drawsOf(d: Distribution, stream: Stream, count: number): Float64Array {
  const marginal = marginalOf(d);
  return Float64Array.from({ length: count }, (_, i) => valueAt(marginal, wordAt(stream, i)));
}

describe('what the words mean', () => {
  test('`a to b` has 5 % on either side', () => {
    for (const [low, high] of [
      [15, 25],
      [-4, 9],
      [0, 10],
      [0.001, 4000],
    ] as const) {
      expect(quantile({ kind: 'interval', low, high }, 0.05) / (low || 1)).toBeCloseTo(low === 0 ? 0 : 1, 9);
      expect(quantile({ kind: 'interval', low, high }, 0.05, 'above') / high).toBeCloseTo(1, 9);
    }
    // lognormal where positive: the median is the geometric mean
    expect(quantile({ kind: 'interval', low: 10, high: 1000 }, 0.5)).toBeCloseTo(100, 9);
    expect(quantile({ kind: 'interval', low: -10, high: 30 }, 0.5)).toBeCloseTo(10, 9);
  });

  test('known quantiles', () => {
    expect(quantile({ kind: 'normal', mean: 0, deviation: 1 }, 0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(quantile({ kind: 'beta', a: 2, b: 3, low: 0, high: 1 }, 0.5)).toBeCloseTo(0.38572756813238945, 13);
    expect(quantile({ kind: 'beta', a: 1, b: 1, low: 2, high: 4 }, 0.25)).toBeCloseTo(2.5, 12);
    expect(quantile({ kind: 'triangular', low: 0, mode: 1, high: 2 }, 0.125)).toBeCloseTo(0.5, 12);
    expect(mean({ kind: 'pert', low: 10, mode: 24, high: 60 })).toBeCloseTo(166 / 6, 12);
  });

  test('a single value is a distribution too', () => {
    for (const d of [
      { kind: 'interval', low: 3, high: 3 },
      { kind: 'uniform', low: 3, high: 3 },
      { kind: 'triangular', low: 3, mode: 3, high: 3 },
      { kind: 'pert', low: 3, mode: 3, high: 3 },
      { kind: 'normal', mean: 3, deviation: 0 },
      { kind: 'discrete', values: [3], weights: [1] },
      { kind: 'empirical', values: [3] },
    ] as const satisfies readonly Distribution[]) {
      expect(problems(d)).toEqual([]);
      for (const word of [0, 12345, 2 ** 31, 2 ** 32 - 1])
        expect(valueAt(marginalOf(d), word)).toBeCloseTo(3, 12);
    }
  });

  test('discrete draws come as often as their weights say', () => {
    const d: Distribution = { kind: 'discrete', values: [5, 1, 3, 1], weights: [1, 2, 0, 5] };
    const draws = drawsOf(d, digitalStreams(1, [{ name: 'd', place: 0 }])[0] as Stream, 8192);
    expect(draws.filter((x) => x === 1).length / 8192).toBeCloseTo(7 / 8, 3);
    expect(draws.filter((x) => x === 5).length / 8192).toBeCloseTo(1 / 8, 3);
    expect(draws.includes(3)).toBe(false);
    expect(mean(d)).toBeCloseTo(1.5, 12);
    expect(quantile(d, 0.8)).toBe(1);
    expect(quantile(d, 0.9)).toBe(5);
    expect(probability(d, 1)).toBeCloseTo(7 / 16, 12);
    expect(probability(d, 2, 'above')).toBeCloseTo(1 / 8, 12);
  });

  test('measured values have the quantiles that the summaries find in them', () => {
    const values = [4, 1, 9, 2, 2, 8, 6, 30];
    const d: Distribution = { kind: 'empirical', values };
    const asked = [0, 0.05, 0.3, 0.5, 0.95, 1];
    expect(asked.map((p) => quantile(d, p))).toEqual([...quantilesOf(Float64Array.from(values), asked)]);
    const draws = drawsOf(d, digitalStreams(1, [{ name: 'd', place: 0 }])[0] as Stream, 8192);
    expect(meanOf(draws)).toBeCloseTo(mean(d), 2);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...draws)).toBeLessThanOrEqual(30);
    expect(probability(d, quantile(d, 0.4))).toBeCloseTo(0.4, 12);
  });

  test('truncation keeps the shape inside and nothing outside', () => {
    const whole: Distribution = { kind: 'normal', mean: 10, deviation: 4 };
    const cut = truncate(whole, 0, 12);
    expect(mean(cut)).toBeLessThan(10);
    for (const word of [0, 1, 2 ** 31, 2 ** 32 - 1]) {
      const x = valueAt(marginalOf(cut), word);
      expect(x).toBeGreaterThanOrEqual(-1e-6);
      expect(x).toBeLessThanOrEqual(12 + 1e-6);
    }
    const share = probability(whole, 12) - probability(whole, 0);
    expect(probability(cut, 5)).toBeCloseTo((probability(whole, 5) - probability(whole, 0)) / share, 12);
    expect(truncate(truncate(whole, 0, 12), 2, 20)).toEqual({
      kind: 'truncated',
      of: whole,
      low: 2,
      high: 12,
    });
    expect(truncate({ kind: 'empirical', values: [1, 5, 9] }, 2, 9)).toEqual({
      kind: 'empirical',
      values: [5, 9],
    });
    const discrete = truncate({ kind: 'discrete', values: [1, 5], weights: [1, 1] }, 2, 9);
    expect(mean(discrete)).toBe(5);
  });
});

describe('wrong parameters are told, not thrown', () => {
  const wrong: readonly (readonly [Distribution, string])[] = [
    [{ kind: 'interval', low: 3, high: 2 }, 'high must not be below low'],
    [{ kind: 'interval', low: Number.NaN, high: 2 }, 'low is not a known, finite number'],
    [{ kind: 'normal', mean: 1, deviation: -1 }, 'deviation must not be negative'],
    [{ kind: 'normal', mean: Number.POSITIVE_INFINITY, deviation: 1 }, 'mean is not a known, finite number'],
    [{ kind: 'lognormal', median: 0, spread: 1 }, 'median must be more than 0'],
    [{ kind: 'interval', low: 1e-300, high: 1 }, 'high is further above low than any estimate'],
    [{ kind: 'lognormal', median: 1, spread: 21 }, 'spread must be at most 20'],
    [{ kind: 'uniform', low: 2, high: 1 }, 'high must not be below low'],
    [{ kind: 'triangular', low: 1, mode: 5, high: 4 }, 'high must not be below mode'],
    [{ kind: 'pert', low: 3, mode: 2, high: 4 }, 'mode must not be below low'],
    [{ kind: 'beta', a: 0, b: 1, low: 0, high: 1 }, 'a must be more than 0'],
    [{ kind: 'beta', a: 1, b: 1e9, low: 0, high: 1 }, 'b must be at most 100000'],
    [{ kind: 'discrete', values: [], weights: [] }, 'values must not be empty'],
    [{ kind: 'discrete', values: [1], weights: [] }, 'weights must be as many as there are values'],
    [{ kind: 'discrete', values: [1, 2], weights: [0, 0] }, 'weights must not all be 0'],
    [
      { kind: 'discrete', values: [1, 2], weights: [1, -1] },
      'weights must be known, finite numbers, none of them negative',
    ],
    [{ kind: 'empirical', values: [] }, 'values must not be empty'],
    [{ kind: 'empirical', values: [1, Number.NaN] }, 'values must be known, finite numbers'],
    [
      { kind: 'truncated', of: { kind: 'normal', mean: 0, deviation: -1 }, low: 0, high: 1 },
      'deviation must not be negative',
    ],
    [
      { kind: 'truncated', of: { kind: 'normal', mean: 0, deviation: 1 }, low: 9, high: 10 },
      'low and high leave nearly nothing of the distribution',
    ],
    [
      { kind: 'truncated', of: { kind: 'normal', mean: 0, deviation: 1 }, low: 2, high: 1 },
      'high must not be below low',
    ],
  ];
  test.each(wrong)('%j', (d, message) => {
    expect(problems(d).map((problem) => `${problem.parameter} ${problem.message}`)).toContain(message);
  });
  test.each(smooth)('%s is right', (_, d) => {
    expect(problems(d)).toEqual([]);
  });

  test('whatever is right has finite draws between its ends', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const size = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    const any: fc.Arbitrary<Distribution> = fc.oneof(
      fc.record({ kind: fc.constant('interval'), low: number, high: number }),
      fc.record({ kind: fc.constant('normal'), mean: number, deviation: size }),
      fc.record({
        kind: fc.constant('lognormal'),
        median: number,
        spread: fc.double({ min: 0, max: 5, noNaN: true }),
      }),
      fc.record({ kind: fc.constant('uniform'), low: number, high: number }),
      fc.record({ kind: fc.constant('triangular'), low: number, mode: number, high: number }),
      fc.record({ kind: fc.constant('pert'), low: number, mode: number, high: number }),
      fc.record({ kind: fc.constant('beta'), a: size, b: size, low: number, high: number }),
    );
    fc.assert(
      fc.property(any, (d) => {
        if (problems(d).length > 0) return true;
        const found = [1e-9, 0.01, 0.5, 0.99, 1 - 1e-9].map((p) => quantile(d, p));
        return found.every(
          (x, i) => Number.isFinite(x) && x >= (found[i - 1] ?? x) - 1e-9 * Math.abs(x) - 1e-300,
        );
      }),
    );
  });
});

describe('the normal distribution', () => {
  // to 16 digits, as in printed tables
  test.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [2, 0.0227501319481792],
    [3, 0.0013498980316300946],
    [6, 9.865876450376981e-10],
    [10, 7.619853024160527e-24],
    [-1.5, 0.9331927987311419],
  ])('above %f', (x, wanted) => {
    expect(Math.abs(normalAbove(x) / wanted - 1)).toBeLessThan(4e-15 * Math.max(1, x * x));
  });

  test('quantile and probability undo each other', () => {
    for (let p = 1e-300; p < 0.99; p *= 1.7)
      expect(Math.abs(normalAbove(normalQuantileAbove(p)) / p - 1)).toBeLessThan(1e-11);
  });
});

test('ln of the gamma function', () => {
  for (const [x, wanted] of [
    [0.5, Math.log(Math.PI) / 2],
    [1, 0],
    [2, 0],
    [5, Math.log(24)],
    [100, 359.1342053695754],
  ] as const)
    expect(logGamma(x)).toBeCloseTo(wanted, 13);
});
