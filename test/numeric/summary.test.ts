import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mixtureOf, ofNormals } from '../../src/numeric/draws/copula.ts';
import { marginalOf } from '../../src/numeric/draws/marginal.ts';
import { digitalStreams } from '../../src/numeric/draws/stream.ts';
import { mixedNormals } from '../../src/numeric/kernels/correlated.ts';
import { load } from '../../src/numeric/kernels/loaded.ts';
import { webassemblyMachine } from '../../src/numeric/kernels/webassembly.ts';
import { chancesOf, groupsOfInput, leastOf, valuesOfKnowing } from '../../src/numeric/summary/choice.ts';
import { histogram } from '../../src/numeric/summary/histogram.ts';
import { blockSum, meanOf, momentsOf, pairwiseSum, sumOfSums } from '../../src/numeric/summary/mean.ts';
import { orderOf } from '../../src/numeric/summary/order.ts';
import {
  collect,
  count,
  merge,
  noCounts,
  quantilesFrom,
  wanted,
} from '../../src/numeric/summary/quantile-counts.ts';
import { quantilesOf, select } from '../../src/numeric/summary/quantiles.ts';
import { rankCorrelation, ranksOf } from '../../src/numeric/summary/rank-correlation.ts';
import { shareAbove, shareThatHolds } from '../../src/numeric/summary/share.ts';
import { standardError } from '../../src/numeric/summary/standard-error.ts';
import { randomNumbers } from './support/random-numbers.ts';

const known = fc.double({ noNaN: true });
const valueOfKnowing = (input: Float64Array, costs: readonly Float64Array[]): number =>
  valuesOfKnowing([groupsOfInput(input)], costs)[0] ?? 0;
const columns = (minLength = 1): fc.Arbitrary<Float64Array> =>
  fc
    .array(fc.oneof(known, fc.integer({ min: -3, max: 3 })), { minLength, maxLength: 60 })
    .map((list) => Float64Array.from(list));
const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** The definition, by sorting. */
function sortedQuantile(values: Float64Array, p: number): number {
  const sorted = values.slice().sort();
  const rank = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(rank)] as number, sorted[Math.ceil(rank)] as number];
  return low === high ? low : low + (rank - Math.floor(rank)) * (high - low);
}

describe('sums', () => {
  test('blocks summed by different workers give the same bits as one pass', () => {
    const values = Float64Array.from(randomNumbers(5000), (u) => (u - 0.4) * 1e6 ** u);
    const blocks = Float64Array.from({ length: 5 }, (_, k) =>
      blockSum(values.subarray(k * 1024, (k + 1) * 1024)),
    );
    expect(sumOfSums(blocks)).toBe(pairwiseSum(values));
  });

  test('are exact where float64 can be', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => i);
    expect(pairwiseSum(values)).toBe(4999950000);
    expect(meanOf(Float64Array.of(0.1, 0.2, 0.3, 0.4))).toBeCloseTo(0.25, 15);
    // one after the other this would be off by 1e-6
    expect(Math.abs(pairwiseSum(new Float64Array(1_000_000).fill(0.1)) - 100_000)).toBeLessThan(1e-9);
    expect(momentsOf(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toEqual({ mean: 5, variance: 32 / 7 });
    expect(pairwiseSum(new Float64Array())).toBe(0);
  });
});

describe('quantiles', () => {
  test('by selection are those by sorting', () => {
    fc.assert(
      fc.property(columns(), fc.array(unit, { minLength: 1, maxLength: 4 }), (values, ps) => {
        const found = quantilesOf(values, ps);
        for (const [k, p] of ps.entries())
          expect(
            found[k] === sortedQuantile(values, p) || Number.isNaN(found[k]),
            `${[...values]} at ${p}`,
          ).toBe(true);
      }),
    );
  });

  test('of many values, with many equal ones among them', () => {
    for (const round of [1, 3, 1000]) {
      const values = Float64Array.from(
        randomNumbers(30000, round),
        (u) => Math.round(u * 10 ** round) / 10 ** round,
      );
      const ps = [0.95, 0.05, 0.5, 0, 1, 0.5];
      if (round === 1000) values.set(randomNumbers(30000, 7));
      const before = values.slice();
      expect(quantilesOf(values, ps)).toEqual(ps.map((p) => sortedQuantile(values, p)));
      expect(values).toEqual(before);
    }
  });

  test('of values that lie unevenly, or reach as far as numbers do', () => {
    const some = randomNumbers(20000, 5);
    const ps = [0, 0.001, 0.25, 0.5, 0.75, 0.999, 1];
    const columns = {
      'one far out': some.map((u, i) => (i === 77 ? 1e300 : u)),
      'over all magnitudes': some.map((u) => 10 ** (600 * (u - 0.5))),
      'two lumps': some.map((u, i) => (i % 2) * 1e9 + u * 1e-9),
      'wider than numbers': some.map((u) => (u - 0.5) * 1.7e308 * 2),
      'unlimited ones': some.map((u) =>
        u < 0.1 ? Number.NEGATIVE_INFINITY : u > 0.9 ? Number.POSITIVE_INFINITY : u,
      ),
      'all the same': some.map(() => 42),
      'next to one another': some.map((u) => (u < 0.3 ? 5e-324 : 0)),
    };
    for (const [name, column] of Object.entries(columns)) {
      const values = Float64Array.from(column);
      expect(quantilesOf(values, ps), name).toEqual(ps.map((p) => sortedQuantile(values, p)));
    }
  });

  test('selection puts smaller values before and larger ones behind', () => {
    const values = Float64Array.from(randomNumbers(5000), (u) => Math.floor(u * 300));
    select(values, 1234, 0, 4999);
    const pivot = values[1234] as number;
    expect(values.subarray(0, 1234).every((x) => x <= pivot)).toBe(true);
    expect(values.subarray(1234).every((x) => x >= pivot)).toBe(true);
  });

  test('by counting are the same, however the values are shared out and in whatever order they come back', () => {
    const chunked = fc.tuple(
      fc.array(columns(0), { minLength: 1, maxLength: 4 }),
      fc.array(unit, { minLength: 1, maxLength: 3 }),
    );
    fc.assert(
      fc.property(chunked, ([chunks, ps]) => {
        const all = Float64Array.from(chunks.flatMap((chunk) => [...chunk]));
        const parts = chunks.map((chunk) => {
          const counts = noCounts();
          count(counts, chunk);
          return counts;
        });
        const total = noCounts();
        for (const part of [...parts].reverse()) merge(total, part);
        const ask = wanted(total, ps);
        const found = quantilesFrom(
          ask,
          [...chunks].reverse().map((chunk) => collect(ask, chunk)),
        );
        const same = found.every((x, k) => x === quantilesOf(all, ps)[k] || Number.isNaN(x));
        expect(same && found.length === ps.length).toBe(true);
        if (all.length > 0 && all.every(Number.isFinite))
          expect(found.some(Number.isNaN)).toBe(all.length === 0);
      }),
      { numRuns: 20 },
    );
  });

  test('the second pass collects few values', () => {
    const values = Float64Array.from(randomNumbers(100_000), (u) => 1000 * Math.exp(u));
    const counts = noCounts();
    count(counts, values);
    const ask = wanted(counts, [0.05, 0.5, 0.95]);
    const collected = collect(ask, values);
    expect(collected.reduce((sum, part) => sum + part.length, 0)).toBeLessThan(3000);
    expect(quantilesFrom(ask, [collected])).toEqual(quantilesOf(values, [0.05, 0.5, 0.95]));
  });

  test('an unknown value makes them unknown', () => {
    const values = Float64Array.of(1, Number.NaN, 3);
    expect(quantilesOf(values, [0.5])).toEqual([Number.NaN]);
    const counts = noCounts();
    count(counts, values);
    const ask = wanted(counts, [0.5]);
    expect(quantilesFrom(ask, [collect(ask, values)])).toEqual([Number.NaN]);
    expect(quantilesOf(new Float64Array(), [0.5])).toEqual([Number.NaN]);
  });
});

describe('standard errors', () => {
  test('of independent samples are what the textbook says, on average', () => {
    const errors = Array.from({ length: 40 }, (_, seed) =>
      standardError(Float64Array.from(randomNumbers(1600, seed + 1)), meanOf),
    );
    const average = errors.reduce((a, b) => a + b, 0) / errors.length;
    expect(average / Math.sqrt(1 / 12 / 1600)).toBeGreaterThan(0.9);
    expect(average / Math.sqrt(1 / 12 / 1600)).toBeLessThan(1.1);
  });

  test('of a constant are 0, of too few samples unknown', () => {
    expect(standardError(new Float64Array(100).fill(7), meanOf)).toBe(0);
    expect(standardError(new Float64Array(20), meanOf)).toBeNaN();
  });
});

test('shares', () => {
  expect(shareThatHolds(Float64Array.of(1, 0, 0, 1))).toBe(0.5);
  expect(shareThatHolds(Float64Array.of(1, Number.NaN))).toBeNaN();
  expect(shareAbove(Float64Array.of(1, 2, 3, 4), 2)).toBe(0.5);
  expect(shareAbove(Float64Array.of(1, Number.NaN), 0)).toBeNaN();
});

describe('histograms', () => {
  test('each value is counted once', () => {
    const values = fc.array(fc.oneof(fc.double(), fc.double({ min: -1, max: 2 })), { maxLength: 50 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (list, ranges) => {
        const { counts, below, above, unknown } = histogram(Float64Array.from(list), -0.5, 1, ranges);
        expect(counts).toHaveLength(ranges);
        expect(counts.reduce((a, b) => a + b, 0) + below + above + unknown).toBe(list.length);
      }),
    );
  });

  test('ends belong to the first and the last range', () => {
    expect(histogram(Float64Array.of(0, 0.9, 1, 2, 3, 4, 4.1, -1, Number.NaN), 0, 4, 4)).toEqual({
      ...{ low: 0, high: 4, counts: [2, 1, 1, 2] },
      ...{ below: 1, above: 1, unknown: 1 },
    });
    expect(histogram(Float64Array.of(3, 3), 3, 3, 2).counts).toEqual([2, 0]);
  });
});

describe('rank correlation', () => {
  test('is 1 along any rising curve, -1 along a falling one', () => {
    const a = Float64Array.from(randomNumbers(200));
    expect(
      rankCorrelation(
        a,
        a.map((x) => Math.exp(9 * x)),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      rankCorrelation(
        a,
        a.map((x) => -(x ** 3)),
      ),
    ).toBeCloseTo(-1, 12);
    expect(Math.abs(rankCorrelation(a, Float64Array.from(randomNumbers(200, 5))))).toBeLessThan(0.25);
  });

  test('equal values share their ranks', () => {
    expect([...(ranksOf(Float64Array.of(7, 1, 7, 3, 7)) ?? [])]).toEqual([4, 1, 4, 2, 4]);
    // by hand: ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4
    expect(rankCorrelation(Float64Array.of(1, 2, 2, 3), Float64Array.of(1, 5, 4, 9))).toBeCloseTo(
      4.5 / Math.sqrt(4.5 * 5),
      12,
    );
    expect(rankCorrelation(Float64Array.of(1, 1), Float64Array.of(1, 2))).toBeNaN();
  });
});

describe('choosing among uncertain costs', () => {
  test('chances and regret', () => {
    const { cheapest, regret } = chancesOf([
      Float64Array.of(10, 20, 30, 40),
      Float64Array.of(15, 15, 30, 50),
      Float64Array.of(99, 99, 99, 1),
    ]);
    expect(cheapest).toEqual([0.5, 0.25, 0.25]);
    expect(regret).toEqual([(0 + 5 + 0 + 39) / 4, (5 + 0 + 0 + 49) / 4, (89 + 84 + 69 + 0) / 4]);
  });

  test('an unknown option never wins and its regret is unknown', () => {
    const { cheapest, regret } = chancesOf([Float64Array.of(1, Number.NaN), Float64Array.of(2, 2)]);
    expect(cheapest).toEqual([0.5, 0.5]);
    expect(regret[0]).toBeNaN();
    expect(regret[1]).toBe(0.5);
    expect(leastOf([Float64Array.of(1, Number.NaN), Float64Array.of(2, Number.NaN)])).toEqual(
      Float64Array.of(1, Number.NaN),
    );
  });

  test('knowing the input that decides is worth the regret; knowing another one is worth next to nothing', () => {
    const input = Float64Array.from(randomNumbers(6400));
    const other = Float64Array.from(randomNumbers(6400, 987654321));
    const costs = [input.map((x) => 100 * x), input.map(() => 50)];
    const perfect = Math.min(...chancesOf(costs).regret);
    expect(valueOfKnowing(input, costs) / perfect).toBeGreaterThan(0.98);
    expect(valueOfKnowing(input, costs) / perfect).toBeLessThanOrEqual(1 + 1e-12);
    expect(valueOfKnowing(other, costs)).toBeLessThan(0.1 * perfect);
  });

  test('an input is cut into groups as if it were sorted, equal values in their own order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer(), fc.integer()), {
          minLength: 1,
          maxLength: 200,
        }),
        (rows) => {
          const columns = [0, 1, 2].map((k) => Float64Array.from(rows, (row) => row[k] as number));
          const [input = new Float64Array(), ...costs] = columns;
          const sum = (xs: Iterable<number>): number => [...xs].reduce((a, b) => a + b, 0);
          const order = [...rows.keys()].sort((i, j) => (input[i] ?? 0) - (input[j] ?? 0));
          const count = Math.min(32, rows.length);
          const cut = (g: number): number => Math.floor((g * rows.length) / count);
          const informed = Array.from({ length: count }, (_, g) => {
            const own = order.slice(cut(g), cut(g + 1));
            return Math.min(...costs.map((cost) => sum(own.map((i) => cost[i] ?? 0))));
          });
          const wanted = (Math.min(...costs.map(sum)) - sum(informed)) / rows.length;
          // whole numbers: the sums are exact, whatever their order
          expect(valueOfKnowing(input, costs)).toBeCloseTo(wanted, 5);
        },
      ),
    );
    expect(valueOfKnowing(Float64Array.of(1, Number.NaN), [Float64Array.of(1, 2)])).toBeNaN();
  });
});

test('order is that of a stable sort, wherever in their bits the values differ', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true }),
    fc.integer({ min: -2, max: 2 }),
    // differ in the last bits only
    fc.integer({ min: 0, max: 60 }).map((n) => 1 + n * 2 ** -52),
    fc.integer({ min: 0, max: 3 }).map((n) => -(2 ** -1074) * n),
    fc.constantFrom(0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 300 }), (list) => {
      const order = [...list.keys()].sort((i, j) => {
        const [a = 0, b = 0] = [list[i], list[j]];
        return a < b ? -1 : a > b ? 1 : 0;
      });
      expect([...orderOf(Float64Array.from(list))]).toEqual(order);
    }),
  );
});

describe('correlated draws', () => {
  const drawn = ['a', 'b', 'c'].map((name) => ({ name, place: 0 }));
  const marginals = [
    marginalOf({ kind: 'lognormal', median: 5, spread: 0.8 }),
    marginalOf({ kind: 'uniform', low: 0, high: 1 }),
    marginalOf({ kind: 'discrete', values: [1, 2, 3], weights: [1, 1, 2] }),
  ];

  function columnsOf(correlations: readonly (readonly number[])[]): readonly Float64Array[] {
    const streams = digitalStreams(4, drawn);
    const mixed = mixedNormals(streams.slice(0, correlations.length), mixtureOf(correlations) ?? [], 0);
    const quantiles = mixed.values.flatMap((of, i) => {
      const marginal = marginals[i];
      return marginal === undefined ? [] : [{ kind: 'quantile', of, marginal } as const];
    });
    const steps = [...mixed.steps, ...quantiles];
    const values = quantiles.map((_, i) => mixed.steps.length + i);
    const loaded = load({ steps, results: values }, webassemblyMachine, 8192);
    loaded.run(0, 8192);
    return values.map((value) => loaded.cells(value).slice());
  }

  test.each([-1, -0.8, -0.3, 0, 0.5, 0.95, 1])('have the rank correlation %f that was asked for', (rank) => {
    const [a = new Float64Array(), b = new Float64Array()] = columnsOf([
      [1, rank],
      [rank, 1],
    ]);
    expect(rankCorrelation(a, b)).toBeCloseTo(rank, 2);
    // and their own distributions
    expect(quantilesOf(a, [0.5])[0]).toBeCloseTo(5, 1);
    expect(meanOf(b)).toBeCloseTo(0.5, 3);
  });

  test('three inputs, one of them with a few values only', () => {
    const asked = [
      [1, 0.6, 0.3],
      [0.6, 1, -0.2],
      [0.3, -0.2, 1],
    ];
    const [a = new Float64Array(), b = new Float64Array(), c = new Float64Array()] = columnsOf(asked);
    expect(rankCorrelation(a, b)).toBeCloseTo(0.6, 2);
    // ties weaken what is left of it
    expect(rankCorrelation(a, c)).toBeGreaterThan(0.2);
    expect(rankCorrelation(b, c)).toBeLessThan(-0.1);
    expect(shareAbove(c, 2.5)).toBeCloseTo(0.5, 2);
  });

  test('what cannot be is refused', () => {
    expect(
      mixtureOf([
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ]),
    ).toBeUndefined();
    expect(
      mixtureOf([
        [1, 1, 0.5],
        [1, 1, 0.2],
        [0.5, 0.2, 1],
      ]),
    ).toBeUndefined();
    expect(
      mixtureOf([
        [1, 1, 0.5],
        [1, 1, 0.5],
        [0.5, 0.5, 1],
      ]),
    ).toBeDefined();
    expect(ofNormals(1)).toBe(1);
    expect(ofNormals(0.5)).toBeCloseTo(2 * Math.sin(Math.PI / 12), 15);
  });
});
