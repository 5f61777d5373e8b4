// Both machines against each other, bit by bit, and against what formulas mean.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operations } from '../../src/formula/operations.ts';
import type { Operation } from '../../src/formula/typed.ts';
import type { Distribution } from '../../src/numeric/distributions/types.ts';
import { marginalOf, valueAt } from '../../src/numeric/draws/marginal.ts';
import { digitalStreams, independentStream, wordAt } from '../../src/numeric/draws/stream.ts';
import { fused } from '../../src/numeric/kernels/fuse.ts';
import { kernels } from '../../src/numeric/kernels/instructions.ts';
import { javascriptMachine } from '../../src/numeric/kernels/javascript.ts';
import { load } from '../../src/numeric/kernels/loaded.ts';
import type { OperationName, Program, Step, Value } from '../../src/numeric/kernels/program.ts';
import { webassemblyMachine } from '../../src/numeric/kernels/webassembly.ts';
import { anyNumber, specialNumbers } from './support/special-numbers.ts';

const runs = Number(process.env.OUTLAY_FUZZ_RUNS ?? 200);
const machines = [javascriptMachine, webassemblyMachine];

/** The results of a program on both machines, for columns that are given. */
function onBoth(
  program: Program,
  columns: ReadonlyMap<Value, readonly number[]>,
  count: number,
  first = 0,
): readonly Float64Array[][] {
  return machines.map((machineOf) => {
    const loaded = load(program, machineOf, Math.ceil(count / 8) * 8);
    for (const [value, numbers] of columns) loaded.cells(value).set(numbers);
    loaded.run(first, count);
    return program.results.map((result) => loaded.cells(result).slice(0, count));
  });
}

/** Any unknown is as good as another; everything else is the same to the bit. */
function expectSame(found: Float64Array, wanted: ArrayLike<number>, about: string): void {
  for (let i = 0; i < found.length; i++)
    if (!Object.is(found[i], wanted[i])) expect(found[i], `${about}, cell ${i}`).toBe(wanted[i]);
}

function arityOf(kernel: OperationName): number {
  return 'listed' in kernels[kernel] ? kernels[kernel].fixed + 4 : kernels[kernel].fixed;
}

const draws = ['independent', 'digital', 'table', 'steps', 'line', 'normalWords'];
const names = Object.keys(kernels).filter((name) => !draws.includes(name)) as readonly OperationName[];

/** One operation on columns and single numbers. */
function programOf(kernel: OperationName, isColumn: readonly boolean[], numbers: readonly number[]): Program {
  const operands = isColumn.map(
    (column, i): Step => (column ? { kind: 'column' } : { kind: 'constant', value: numbers[i] as number }),
  );
  const args = [...operands.keys()];
  return { steps: [...operands, { kind: 'apply', kernel, args }], results: [operands.length] };
}

const nan = Number.NaN;
/** What each operation does to one number of each operand: for those that formulas know, what formulas mean by them. */
const meanings: Readonly<Record<OperationName, (row: readonly number[]) => number>> = {
  ...(Object.fromEntries(
    Object.entries(operations).map(([name, f]) => [
      name,
      ([a = nan, b = nan, c = nan]: readonly number[]) => f(a, b, c),
    ]),
  ) as Record<Operation, (row: readonly number[]) => number>),
  multiplyAdd: ([a = nan, b = nan, c = nan]) => a * b + c,
  scale: ([a = nan, b = nan, c = nan]) => (a * b) / c,
  hinge: ([x = nan, before = nan, limit1 = nan, slope1 = nan, limit2 = nan, slope2 = nan]) => {
    const above = (limit: number): number => Math.max(0, x - limit);
    return before + above(limit1) * slope1 + above(limit2) * slope2;
  },
  cheapest: (costs) => {
    const least = Math.min(...costs.filter((x) => !Number.isNaN(x)));
    const at = costs.indexOf(least);
    return at < 0 ? nan : at;
  },
  pick: ([index = nan, ...options]) => options[index] ?? nan,
};

describe.each(names)('%s', (kernel) => {
  const arity = arityOf(kernel);

  test('is the same on both machines, for columns and numbers in every place', () => {
    const operands = fc.tuple(
      fc.array(fc.boolean(), { minLength: arity, maxLength: arity }),
      fc.array(fc.array(anyNumber, { minLength: 16, maxLength: 16 }), { minLength: arity, maxLength: arity }),
    );
    fc.assert(
      fc.property(operands, ([isColumn, numbers]) => {
        const firsts = numbers.map((list) => list[0] as number);
        const columns = new Map(numbers.flatMap((list, i) => (isColumn[i] ? [[i, list] as const] : [])));
        const [javascript, webassembly] = onBoth(programOf(kernel, isColumn, firsts), columns, 16);
        expectSame(
          webassembly?.[0] as Float64Array,
          javascript?.[0] as Float64Array,
          JSON.stringify({ kernel, isColumn, numbers }),
        );
      }),
      { numRuns: runs },
    );
  });

  test('is what it is said to be', () => {
    const length = specialNumbers.length;
    const special = (i: number): number => specialNumbers[i % length] as number;
    // each number with each, and others beside them
    const rows = Array.from({ length: length * length }, (_, i) => {
      const [a, b] = [Math.floor(i / length), i % length];
      return [a, b, 3 * a + 11 * b + 5, a + 7 * b, 5 * a + 3 * b + 1, 13 * b + 2]
        .slice(0, arity)
        .map(special);
    });
    const columns = new Map(
      Array.from({ length: arity }, (_, k) => [k, rows.map((row) => row[k] as number)]),
    );
    const program = programOf(kernel, new Array(arity).fill(true), []);
    for (const [found] of onBoth(program, columns, rows.length)) {
      // until formulas use the functions of this folder, these may differ in the last place
      const own = ['exp', 'ln', 'pow', 'round'].includes(kernel);
      for (const [i, value] of (found as Float64Array).entries()) {
        const row = rows[i] as readonly number[];
        const wanted = meanings[kernel](row);
        const close = own && Math.abs(value - wanted) <= 2e-14 * Math.abs(wanted);
        if (!close && !Object.is(value, wanted)) expect(value, `${kernel} ${row}`).toBe(wanted);
      }
    }
  });
});

describe('at the edge of what noise is', () => {
  /** A number that is around `times` the forgiven noise, or about a half, away from another. */
  const near = fc
    .tuple(
      fc.oneof(
        fc.integer({ min: -1000, max: 1000 }),
        fc.double({ min: -1e17, max: 1e17, noNaN: true }),
        anyNumber,
      ),
      fc.constantFrom(0, 1e-9, 1e-12, 0.5),
      fc.constantFrom(-1, 1),
      fc.double({ min: 0.999, max: 1.001, noNaN: true }),
    )
    .map(([x, noise, sign, times]) => {
      const whole = Math.abs(x) < 2 ** 53 ? Math.round(x) : x;
      const size = noise === 0.5 ? 0.5 : noise * Math.max(1, Math.abs(whole));
      return [whole, whole + sign * times * size, x, x + sign * times * noise * Math.abs(x)] as const;
    });

  test.each(['ceil', 'floor', 'lt', 'le', 'eq', 'ne'] as const)('%s', (kernel) => {
    const arity = arityOf(kernel);
    fc.assert(
      fc.property(fc.array(near, { minLength: 4, maxLength: 4 }), (all) => {
        const xs = all.flat();
        const ys = all.flatMap(([a, b, c, d]) => [b, a, d, c]);
        const columns = new Map([xs, ys].slice(0, arity).map((list, i) => [i, list]));
        const wanted = xs.map((x, i) => meanings[kernel]([x, ys[i] as number]));
        for (const [found] of onBoth(programOf(kernel, [true, true].slice(0, arity), []), columns, 16))
          expectSame(found as Float64Array, wanted, JSON.stringify({ xs, ys }));
      }),
      { numRuns: 10 * runs },
    );
  });
});

test('every operation of formulas has a kernel', () => {
  const missing = Object.keys(operations).filter((operation) => !(operation in kernels));
  expect(missing).toEqual([]);
});

describe('draws', () => {
  const distributions: readonly Distribution[] = [
    { kind: 'lognormal', median: 4e6, spread: 0.35 },
    { kind: 'triangular', low: 10, mode: 24, high: 60 },
    { kind: 'discrete', values: [3, 1, 7, 2], weights: [1, 2, 0, 5] },
    { kind: 'empirical', values: [4, 1, 9, 2, 2, 8, 6] },
    { kind: 'empirical', values: [5] },
  ];
  const streams = fc
    .tuple(fc.nat(), fc.string(), fc.nat({ max: 100 }))
    .chain(([seed, name, place]) =>
      fc.constantFrom(independentStream(seed, { name, place }), ...digitalStreams(seed, [{ name, place }])),
    );
  /** Far into the sequence too: any multiple of eight. */
  const firsts = fc.oneof(fc.nat({ max: 1000 }), fc.nat({ max: 2 ** 28 })).map((n) => n * 8);

  test.each(distributions)('$kind: both machines draw what one draw alone is', (distribution) => {
    const marginal = marginalOf(distribution);
    fc.assert(
      fc.property(streams, firsts, (stream, first) => {
        const program: Program = { steps: [{ kind: 'draw', stream, marginal }], results: [0] };
        const wanted = Array.from({ length: 40 }, (_, i) => valueAt(marginal, wordAt(stream, first + i)));
        for (const [found] of onBoth(program, new Map(), 40, first))
          expectSame(found as Float64Array, wanted, JSON.stringify({ stream, first }));
      }),
      { numRuns: runs / 4 },
    );
  });

  test('the extreme words', () => {
    for (const distribution of distributions) {
      const marginal = marginalOf(distribution);
      for (const word of [0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1])
        expect(valueAt(marginal, word)).not.toBeNaN();
    }
  });

  test('a normal number to the value of its probability, on both machines, also far out', () => {
    const marginal = marginalOf({ kind: 'lognormal', median: 2, spread: 0.5 });
    const program: Program = {
      steps: [{ kind: 'column' }, { kind: 'quantile', of: 0, marginal }],
      results: [1],
    };
    const normals = fc.array(fc.oneof(fc.double({ min: -9, max: 9 }), anyNumber), {
      minLength: 16,
      maxLength: 16,
    });
    fc.assert(
      fc.property(normals, (z) => {
        const [javascript, webassembly] = onBoth(program, new Map([[0, z]]), 16);
        expectSame(webassembly?.[0] as Float64Array, javascript?.[0] as Float64Array, String(z));
        for (const [i, x] of (javascript?.[0] ?? new Float64Array()).entries())
          if (Math.abs(z[i] as number) < 5) expect(x).toBeCloseTo(2 * Math.exp(0.5 * (z[i] as number)), 3);
      }),
      { numRuns: runs },
    );
  });
});

describe('programs', () => {
  const cellwise = names.filter((name) => !('listed' in kernels[name]));
  const columns = 3;
  /** Each operation on any of the steps before it. */
  const programs = fc
    .array(fc.tuple(fc.constantFrom(...cellwise), fc.nat(), fc.nat(), fc.nat()), {
      minLength: 1,
      maxLength: 40,
    })
    .map((list): Program => {
      const steps: Step[] = [
        ...Array.from({ length: columns }, (): Step => ({ kind: 'column' })),
        { kind: 'constant', value: 0.5 },
        { kind: 'constant', value: -3 },
      ];
      for (const [kernel, ...from] of list) {
        const args = from.slice(0, kernels[kernel].fixed).map((n) => n % steps.length);
        steps.push({ kind: 'apply', kernel, args });
      }
      return { steps, results: [steps.length - 1, Math.floor(steps.length / 2)] };
    });

  test('registers that are used again and fused instructions change nothing', () => {
    fc.assert(
      fc.property(
        programs,
        fc.array(anyNumber, { minLength: 8 * columns, maxLength: 8 * columns }),
        (program, numbers) => {
          const given = new Map([0, 1, 2].map((c) => [c, numbers.slice(8 * c, 8 * c + 8)]));
          // every step a result: nothing is fused, dropped or written over
          const plain = onBoth({ ...program, results: [...program.steps.keys()] }, given, 8);
          const short = onBoth(program, given, 8);
          for (const [m, results] of short.entries())
            for (const [r, found] of results.entries()) {
              const wanted = plain[0]?.[program.results[r] as number] as Float64Array;
              // a number that is a result has one cell
              expectSame(found, wanted, `machine ${m}, ${JSON.stringify(program)}`);
            }
        },
      ),
      { numRuns: runs },
    );
  });

  test('a chunk, its parts and longer runs give the same cells', () => {
    const marginal = marginalOf({ kind: 'uniform', low: 0, high: 1 });
    const independent = independentStream(1, { name: 'a', place: 0 });
    const [even = independent] = digitalStreams(1, [{ name: 'b', place: 0 }]);
    const steps: Step[] = [
      { kind: 'draw', stream: independent, marginal },
      { kind: 'draw', stream: even, marginal },
      { kind: 'apply', kernel: 'mul', args: [0, 1] },
    ];
    for (const machineOf of machines) {
      const whole = load({ steps, results: [2] }, machineOf, 256);
      whole.run(512, 256);
      const parts = load({ steps, results: [2] }, machineOf, 64);
      for (const first of [704, 512, 640, 576]) {
        parts.run(first, 64);
        expect(parts.cells(2)).toEqual(whole.cells(2).subarray(first - 512, first - 448));
      }
    }
  });

  test('a price in tiers, written out, is one hinge with the same bits', () => {
    const tiers = fc.array(
      fc.tuple(anyNumber, anyNumber, fc.constantFrom('added', 'added to', 'taken off')),
      { minLength: 1, maxLength: 4 },
    );
    const numbers = fc.array(anyNumber, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(tiers, numbers, (list, xs) => {
        const steps: Step[] = [
          { kind: 'column' },
          { kind: 'constant', value: 0 },
          { kind: 'constant', value: 0.09 },
        ];
        const push = (step: Step): Value => steps.push(step) - 1;
        const apply = (kernel: OperationName, ...args: readonly Value[]): Value =>
          push({ kind: 'apply', kernel, args });
        let sum = apply('mul', 0, 2);
        for (const [limit, slope, how] of list) {
          const over = apply('sub', 0, push({ kind: 'constant', value: limit }));
          const above = how === 'added' ? apply('max', over, 1) : apply('max', 1, over);
          const times = apply('mul', above, push({ kind: 'constant', value: slope }));
          if (how === 'taken off') sum = apply('sub', sum, times);
          else sum = how === 'added' ? apply('add', times, sum) : apply('add', sum, times);
        }
        const program: Program = { steps, results: [sum] };
        const last = fused(program).steps[sum];
        expect(last).toMatchObject({ kernel: 'hinge' });
        expect(last?.kind === 'apply' && last.args).toHaveLength(2 + 2 * list.length);
        const all = onBoth({ steps, results: [...steps.keys()] }, new Map([[0, xs]]), 8);
        for (const [found] of onBoth(program, new Map([[0, xs]]), 8))
          expectSame(found as Float64Array, all[0]?.[sum] as Float64Array, JSON.stringify({ list, xs }));
      }),
      { numRuns: runs },
    );
  });

  test('a product that is divided by a number other than 0 is a conversion', () => {
    for (const [by, kernel] of [
      [1000, 'scale'],
      [0, 'div'],
    ] as const) {
      const steps: Step[] = [
        { kind: 'column' },
        { kind: 'constant', value: by },
        { kind: 'apply', kernel: 'mul', args: [0, 0] },
        { kind: 'apply', kernel: 'div', args: [2, 1] },
      ];
      expect(fused({ steps, results: [3] }).steps[3]).toMatchObject({ kernel });
      expect(fused({ steps, results: [3, 2] }).steps[3]).toMatchObject({ kernel: 'div' });
      const xs = [0, -0, 3, 1e200, 1e-170, Number.NaN, Number.POSITIVE_INFINITY, -7];
      for (const [found] of onBoth({ steps, results: [3] }, new Map([[0, xs]]), 8))
        expectSame(
          found as Float64Array,
          xs.map((x) => (by === 0 ? nan : (x * x) / by)),
          `÷ ${by}`,
        );
    }
  });

  test('what somebody else reads, or what might change, is not fused', () => {
    const steps: Step[] = [
      { kind: 'column' },
      { kind: 'parameter', value: 0 },
      { kind: 'apply', kernel: 'mul', args: [0, 0] },
      { kind: 'apply', kernel: 'sub', args: [0, 0] },
      { kind: 'apply', kernel: 'max', args: [1, 3] },
      { kind: 'apply', kernel: 'mul', args: [4, 0] },
      { kind: 'apply', kernel: 'add', args: [2, 5] },
    ];
    expect(fused({ steps, results: [6] }).steps[6]).toMatchObject({ kernel: 'multiplyAdd' });
    expect(fused({ steps, results: [6, 2, 5] }).steps[6]).toMatchObject({ kernel: 'add' });
  });

  test('what is not kept is not read, and no more is run than there is room for', () => {
    const steps: Step[] = [
      { kind: 'column' },
      { kind: 'apply', kernel: 'neg', args: [0] },
      { kind: 'apply', kernel: 'exp', args: [1] },
      { kind: 'constant', value: 2 },
    ];
    const loaded = load({ steps, results: [2] }, javascriptMachine, 16);
    expect(() => loaded.cells(1)).toThrow('what step 1 gives is not kept');
    expect(() => loaded.setParameter(3, 1)).toThrow('step 3 is no parameter');
    expect(() => loaded.run(0, 17)).toThrow('cannot run 17 samples from 0 on');
    expect(() => loaded.run(4, 8)).toThrow('cannot run 8 samples from 4 on');
  });

  test('a parameter can be set anew', () => {
    const steps: Step[] = [
      { kind: 'column' },
      { kind: 'parameter', value: 2 },
      { kind: 'apply', kernel: 'mul', args: [0, 1] },
    ];
    for (const machineOf of machines) {
      const loaded = load({ steps, results: [2] }, machineOf, 8);
      loaded.cells(0).fill(3);
      loaded.run(0, 8);
      expect(loaded.cells(2)[7]).toBe(6);
      loaded.setParameter(1, 5);
      loaded.run(0, 8);
      expect(loaded.cells(2)[7]).toBe(15);
    }
  });
});
