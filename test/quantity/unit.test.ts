import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readUnit } from '../../src/quantity/read-quantity.ts';
import {
  currencyOf,
  dimensionsOf,
  divide,
  isMoney,
  multiply,
  one,
  power,
  sameUnit,
  scaleOf,
  simplify,
  type Unit,
  unitText,
} from '../../src/quantity/unit.ts';
import { countable, derivedAtom, pluralOf, UnitTable } from '../../src/quantity/unit-table.ts';
import { anyUnit, closeTo } from './arbitraries.ts';

const table = UnitTable.builtin;

function unit(text: string): Unit {
  const read = readUnit(text, table);
  if ('word' in read) throw new Error(`no unit: ${text}`);
  return read;
}

function size(of: Unit): number {
  const { numerator, denominator } = scaleOf(of);
  return numerator / denominator;
}

describe('the algebra of units', () => {
  test('multiplication commutes and associates', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, anyUnit, (a, b, c) => {
        expect(multiply(a, b).key).toBe(multiply(b, a).key);
        expect(multiply(multiply(a, b), c).key).toBe(multiply(a, multiply(b, c)).key);
      }),
    );
  });

  test('one is neutral, division undoes multiplication', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        expect(multiply(a, one).key).toBe(a.key);
        expect(multiply(one, a).key).toBe(a.key);
        expect(divide(multiply(a, b), b).key).toBe(a.key);
        expect(sameUnit(divide(a, a), one)).toBe(true);
      }),
    );
  });

  test('a power is repeated multiplication, and the powers add up', () => {
    fc.assert(
      fc.property(anyUnit, fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }), (a, m, n) => {
        expect(multiply(power(a, m), power(a, n)).key).toBe(power(a, m + n).key);
        expect(power(a, 0).key).toBe(one.key);
        expect(power(a, -1).key).toBe(divide(one, a).key);
      }),
    );
  });

  test('dimension and size follow the algebra', () => {
    fc.assert(
      fc.property(anyUnit, anyUnit, (a, b) => {
        const product = multiply(a, b);
        expect(closeTo(size(product), size(a) * size(b), 1e-9)).toBe(true);
        for (const [base, p] of dimensionsOf(product)) {
          expect((dimensionsOf(a).get(base) ?? 0) + (dimensionsOf(b).get(base) ?? 0)).toBe(p);
        }
      }),
    );
  });

  test('simplify keeps what the unit measures and its size, and is done after once', () => {
    fc.assert(
      fc.property(anyUnit, (before) => {
        const { unit: after, numerator, denominator } = simplify(before);
        expect(new Map(dimensionsOf(after))).toEqual(new Map(dimensionsOf(before)));
        expect(closeTo(size(before), (size(after) * numerator) / denominator, 1e-9)).toBe(true);
        expect(simplify(after).unit.key).toBe(after.key);
      }),
    );
  });

  test.each([
    ['GB/TB', '', 1 / 1000],
    ['user·%', 'user', 1 / 100],
    ['%', '%', 1],
    ['GB/month', 'GB/month', 1],
    ['hour/month', 'hour/month', 1],
    ['request·hour/second', 'request', 3600],
    ['W·hour/kWh', '', 1 / 1000],
    ['kWh/W/hour', '', 1000],
  ])('%s simplifies to "%s"', (before, after, factor) => {
    const tidy = simplify(unit(before));
    expect(unitText(tidy.unit)).toBe(after);
    expect(tidy.numerator / tidy.denominator).toBeCloseTo(factor, 12);
  });
});

test('the factor of a simplification is a reduced quotient', () => {
  expect(simplify(unit('GB/TB'))).toMatchObject({ numerator: 1, denominator: 1000 });
  expect(simplify(unit('hour/week'))).toMatchObject({ numerator: 1, denominator: 168 });
});

describe('the name of a unit', () => {
  test.each([
    ['USD/GB/month', 'USD/GB/month'],
    ['1/month', '1/month'],
    ['1', ''],
    ['hour·user', 'user·hour'],
    ['GB^2/second^2', 'GB^2/second^2'],
  ])('%s is %s', (text, name) => {
    expect(unitText(unit(text))).toBe(name);
  });

  test('the plural is on the last atom above the line', () => {
    expect(unitText(unit('request/second'), true)).toBe('requests/second');
    expect(unitText(unit('user·hour'), true)).toBe('user·hours');
  });

  test.each([
    ['user', 'users'],
    ['batch', 'batches'],
    ['query', 'queries'],
    ['day', 'days'],
    ['GPU', 'GPU'],
  ])('the plural of %s is %s', (name, plural) => {
    expect(pluralOf(name)).toBe(plural);
  });

  test('money', () => {
    expect(currencyOf(unit('EUR/month'))?.name).toBe('EUR');
    expect(currencyOf(unit('EUR/USD'))).toBeUndefined();
    expect([unit('EUR/month'), unit('1/EUR'), unit('EUR/USD'), unit('GB')].map(isMoney)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the table of units', () => {
  test('what a plan declares is found by name and plural, and the built-in table stays as it was', () => {
    const own = table.with([countable('device'), derivedAtom('batch', unit('request'), 500, 1)]);
    expect(own.lookup('devices')?.key).toBe(own.lookup('device')?.key);
    expect(table.lookup('device')).toBeUndefined();
    const batch = own.lookup('batches');
    expect(batch && size(batch)).toBe(500);
    expect(batch && [...dimensionsOf(batch)]).toEqual([['request', 1]]);
  });

  test('a derived unit measures what it is made of, and keeps its kind where that is one unit', () => {
    const shift = derivedAtom('shift', unit('hour'), 8, 1);
    expect([shift.kind, shift.numerator / shift.denominator]).toEqual(['time', 8 * 3600]);
    const blink = derivedAtom('blink', unit('ms'), 1, 3);
    expect(blink.numerator / blink.denominator).toBe(1 / 3000);
    expect(derivedAtom('flow', unit('request/second'), 2, 1).kind).toBe('count');
  });

  test.each(['constructor', '__proto__', 'toString', '', ' ', 'usd', 'XXX'])('`%s` is no unit', (word) => {
    expect(table.lookup(word)).toBeUndefined();
  });
});
