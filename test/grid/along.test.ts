// What happens along time, against a plain telling of it: one thing after the other, month by month.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlongOperation } from '../../src/graph/types.ts';
import { alongLine } from '../../src/grid/along.ts';

function line(operation: AlongOperation, ...args: readonly (readonly number[])[]): readonly number[] {
  const out = new Float64Array(args[0]?.length ?? 0);
  alongLine(
    operation,
    out,
    args.map((a) => Float64Array.from(a)),
  );
  return [...out];
}

const each = (value: number, months: number): number[] => Array.from({ length: months }, () => value);

describe('one by one', () => {
  test('two are bought, one more later, and each again when its life is over', () => {
    expect(line('bought', [2, 2, 3, 3, 3, 3, 3], each(3, 7))).toEqual([2, 0, 1, 2, 0, 1, 2]);
  });

  test('fewer are needed: those at hand serve on, and are not bought again', () => {
    expect(line('bought', [3, 1, 1, 2, 2], each(2, 5))).toEqual([3, 0, 1, 1, 1]);
  });

  test('a price is spread over its life, the month of the purchase the first', () => {
    expect(line('spread', [600, 0, 0, 300, 0, 0], each(3, 6))).toEqual([200, 200, 200, 100, 100, 100]);
    expect(line('spread', [0, 0, 600], each(3, 3))).toEqual([0, 0, 200]);
  });

  test('what is left comes back in the month after the last', () => {
    expect(line('returned', [10, 0, 20, 0, 0, 0], each(3, 6))).toEqual([0, 0, 0, 10, 0, 20]);
    expect(line('returned', [0, 10, 0], each(3, 3))).toEqual([0, 0, 0]);
  });

  test('set-up is paid when it comes, and for what is added', () => {
    expect(line('rises', [0, 500, 500, 800, 0, 500])).toEqual([0, 500, 0, 300, 0, 500]);
    // a credit as well
    expect(line('rises', [-60, -60, -80, 20, -80])).toEqual([-60, 0, -20, 20, -80]);
  });

  test('one is bound to the level with which a term began', () => {
    const cost = [0, 100, 100, 60, 60, 60, 60];
    expect(line('committed', cost, each(3, 7))).toEqual([0, 100, 100, 100, 60, 60, 60]);
    expect(line('renewed', cost, each(3, 7))).toEqual([0, 100, 0, 0, 60, 0, 0]);
    expect(line('committed', cost, each(0, 7))).toEqual(each(0, 7));
  });

  test('all until now', () => {
    expect(line('running', [1, 2, 3])).toEqual([1, 3, 6]);
  });

  test('a life of no months, or of an unknown number, makes unknown what is bought', () => {
    for (const life of [0, 0.4, Number.NaN]) {
      expect(line('bought', [1, 1], each(life, 2))).toEqual([Number.NaN, Number.NaN]);
      expect(line('bought', [0, 0], each(life, 2))).toEqual([0, 0]);
    }
  });

  test('an unknown cost leaves unknown to what one is bound, from then on', () => {
    expect(line('committed', [1, 1, Number.NaN, 1, 1], each(2, 5)).slice(2).every(Number.isNaN)).toBe(true);
  });
});

/** The things themselves, each with the month in which its life is over. */
function toldPlainly(need: readonly number[], life: readonly number[]): readonly number[] {
  let alive: number[] = [];
  return need.map((wanted, month) => {
    alive = alive.filter((ends) => ends > month);
    const missing = Math.max(0, wanted - alive.length);
    for (let i = 0; i < missing; i++) alive.push(month + (life[month] ?? 1));
    return missing;
  });
}

const months = fc.integer({ min: 1, max: 40 });
const history = months.chain((n) =>
  fc.record({
    need: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }),
    life: fc.array(fc.integer({ min: 1, max: 15 }), { minLength: n, maxLength: n }),
  }),
);

test('purchases are those of a list of things', () => {
  fc.assert(
    fc.property(history, ({ need, life }) => {
      expect(line('bought', need, life)).toEqual(toldPlainly(need, life));
    }),
  );
});

test('what is spread is all of it, as far as its life reaches', () => {
  fc.assert(
    fc.property(history, ({ need, life }) => {
      const spread = line('spread', need, life).reduce((a, b) => a + b, 0);
      const reached = need.reduce((sum, x, k) => {
        const months_ = life[k] ?? 1;
        return sum + (x * Math.min(months_, need.length - k)) / months_;
      }, 0);
      expect(spread).toBeCloseTo(reached, 9);
    }),
  );
});
