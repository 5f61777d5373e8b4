import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Conversion, convert } from '../../src/quantity/convert.ts';
import { readUnit } from '../../src/quantity/read-quantity.ts';
import { dimensionsOf, divide, multiply, one, type Unit, unitFromAtom } from '../../src/quantity/unit.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { anyAtom, anyUnit, closeTo } from './arbitraries.ts';

function unit(text: string): Unit {
  const read = readUnit(text, UnitTable.builtin);
  if ('word' in read) throw new Error(`no unit: ${text}`);
  return read;
}

/** A calendar in which hours and days agree, so that every way to a month gives the same. */
const perMonth = { hours: 730, days: 730 / 24, workdays: 22 };
/** Euros per one of the currency. */
const euros: Readonly<Record<string, number>> = { EUR: 1, USD: 1 / 1.1539, JPY: 1 / 171.3, KWD: 2.83 };

function apply(conversion: Conversion, value: number): number {
  if (!conversion.ok) return Number.NaN;
  let result = value;
  for (const step of conversion.steps) {
    if (step.kind === 'scale') result = (result * step.numerator) / step.denominator;
    else if (step.kind === 'calendar') result *= perMonth[step.factor] ** step.power;
    else result *= ((euros[step.from] ?? Number.NaN) / (euros[step.to] ?? Number.NaN)) ** step.power;
  }
  return result;
}

describe('converting', () => {
  test.each([
    ['GB', 'TB', 0.001],
    ['GiB', 'GB', 1.073741824],
    ['GB', 'Gbit', 8],
    ['%', '1', 0.01],
    ['1', '%', 100],
    ['USD/hour', 'USD/month', 730],
    ['USD/year', 'USD/month', 1 / 12],
    ['USD/year', 'USD/hour', 1 / 8760],
    ['USD/second', 'USD/month', 730 * 3600],
    ['call/workday', 'call/month', 22],
    ['call/workday', 'call/year', 264],
    ['kWh/month', 'W', 1000 / 730],
    ['EUR/month', 'USD/month', 1.1539],
    ['EUR/hour', 'USD/month', 1.1539 * 730],
    ['1/EUR', '1/USD', 1 / 1.1539],
    ['Mtok', 'token', 1e6],
    ['USD/Mtok', 'USD/token', 1e-6],
    ['Mbit/second', 'GB/month', (730 * 3600) / 8000],
  ])('one %s is %s × %d', (from, to, factor) => {
    expect(closeTo(apply(convert(unit(from), unit(to)), 1), factor)).toBe(true);
  });

  test('a day-like unit takes the days of the month, an hour-like one the hours', () => {
    const step = (from: string) => {
      const found = convert(unit(from), unit('USD/month'));
      return found.ok ? found.steps : [];
    };
    expect(step('USD/day')).toEqual([{ kind: 'calendar', factor: 'days', power: 1 }]);
    expect(step('USD/hour')).toEqual([{ kind: 'calendar', factor: 'hours', power: 1 }]);
    expect(step('USD/week')).toEqual([
      { kind: 'calendar', factor: 'days', power: 1 },
      { kind: 'scale', numerator: 1, denominator: 7 },
    ]);
  });

  test('units that cancel by name need no calendar', () => {
    const product = multiply(unit('USD/hour'), unit('hour/month'));
    expect(convert(product, unit('USD/month'))).toEqual({ ok: true, steps: [] });
  });

  test('days and hours at once are ambiguous', () => {
    expect(convert(unit('USD·hour/day/day'), unit('USD/month'))).toEqual({
      ok: false,
      reason: { kind: 'ambiguous-calendar' },
    });
  });

  test('what is missing is named', () => {
    const found = convert(unit('user'), unit('request/month'));
    expect(found).toEqual({
      ok: false,
      reason: {
        kind: 'dimensions',
        missing: new Map([
          ['user', -1],
          ['request', 1],
          ['month', -1],
        ]),
      },
    });
  });

  test.each([
    ['user', 'request'],
    ['EUR', 'GB'],
    ['GB', 'EUR'],
    ['W', 'Wh'],
    ['EUR', 'EUR^2'],
    ['month', 'hour^2'],
  ])('%s cannot become %s', (from, to) => {
    expect(convert(unit(from), unit(to)).ok).toBe(false);
  });
});

/** Some unit that measures the same as the first. */
function alike(of: Unit): fc.Arbitrary<Unit> {
  return fc.array(anyAtom, { minLength: of.factors.length, maxLength: of.factors.length }).map((atoms) =>
    of.factors.reduce((result, factor, index) => {
      const other = atoms[index] ?? factor.atom;
      const same =
        JSON.stringify([...other.dimensions]) === JSON.stringify([...factor.atom.dimensions]) ||
        (other.kind === 'currency' && factor.atom.kind === 'currency');
      return multiply(result, unitFromAtom(same ? other : factor.atom, factor.power));
    }, one),
  );
}

/** Units in which months and clocks do not meet, where conversion is always possible among like ones. */
const convertible = anyUnit.filter((u) => {
  const currencies = u.factors.filter((f) => f.atom.kind === 'currency');
  return currencies.length <= 1 && !(dimensionsOf(u).has('month') && dimensionsOf(u).has('second'));
});

const trio = convertible.chain((a) => fc.tuple(fc.constant(a), alike(a), alike(a)));

describe('laws of conversion', () => {
  test('there and back is the identity', () => {
    fc.assert(
      fc.property(trio, fc.double({ min: 1e-6, max: 1e9, noNaN: true }), ([a, b], value) => {
        const there = apply(convert(a, b), value);
        expect(closeTo(apply(convert(b, a), there), value)).toBe(true);
      }),
    );
  });

  test('by way of another unit gives the same', () => {
    fc.assert(
      fc.property(trio, ([a, b, c]) => {
        const direct = apply(convert(a, c), 1);
        expect(closeTo(apply(convert(b, c), apply(convert(a, b), 1)), direct)).toBe(true);
      }),
    );
  });

  test('between clock and month, there and back, and by way of another clock', () => {
    const clocks = fc
      .constantFrom('second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year')
      .map(unit);
    fc.assert(
      fc.property(clocks, clocks, clocks, (a, b, c) => {
        const rate = (clock: Unit) => divide(unit('USD'), clock);
        const through = apply(convert(rate(b), rate(c)), apply(convert(rate(a), rate(b)), 1));
        expect(closeTo(through, apply(convert(rate(a), rate(c)), 1))).toBe(true);
      }),
    );
  });

  test('succeeds exactly when the dimensions agree, calendar and exchange aside', () => {
    const plainUnit = anyUnit.filter((u) =>
      [...dimensionsOf(u).keys()].every(
        (d) => !['month', 'second', 'workday', 'EUR', 'USD', 'JPY', 'KWD'].includes(d),
      ),
    );
    fc.assert(
      fc.property(plainUnit, plainUnit, (a, b) => {
        const agree = dimensionsOf(divide(a, b)).size === 0;
        expect(convert(a, b).ok).toBe(agree);
      }),
    );
  });
});
