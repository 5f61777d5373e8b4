import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  grouped,
  plainDecimal,
  roundHalfAway,
  shortNumber,
  trimZeros,
} from '../../src/quantity/print-number.ts';
import { anyFinite } from './arbitraries.ts';

describe('rounding as invoices do', () => {
  test.each([
    [1.005, 2, '1.01'],
    [2.675, 2, '2.68'],
    [0.1 + 0.2, 1, '0.3'],
    [-0.005, 2, '-0.01'],
    [-0.004, 2, '0.00'],
    [-0, 2, '0.00'],
    [0, 0, '0'],
    [0.5, 0, '1'],
    [-0.5, 0, '-1'],
    [0.49999999999999994, 0, '1'],
    [0.4999999999, 0, '0'],
    [0.05, 0, '0'],
    [1.5, 0, '2'],
    [2.5, 0, '3'],
    [99.995, 2, '100.00'],
    [999.5, 0, '1000'],
    [14.198127, 2, '14.20'],
    [63.849999999999994, 2, '63.85'],
    [1e-7, 2, '0.00'],
    [1e-7, 7, '0.0000001'],
    [1e-7, 8, '0.00000010'],
    [5e-324, 2, '0.00'],
    [5, 3, '5.000'],
    [123456789.125, 2, '123456789.13'],
    [1e15, 2, '1000000000000000.00'],
    [1234567890123456, 2, '1234567890123456.00'],
    [1234567890123456.5, 0, '1234567890123457'],
    [2 ** 53, 0, '9007199254740992'],
    [1e20, 0, '100000000000000000000'],
    [1e21, 0, '1000000000000000000000'],
    [-1.5e300, 0, `-15${'0'.repeat(299)}`],
    [Number.NaN, 2, 'unknown'],
    [Number.POSITIVE_INFINITY, 2, 'unlimited'],
    [Number.NEGATIVE_INFINITY, 2, '-unlimited'],
  ])('%d to %d decimals is %s', (value, decimals, expected) => {
    expect(roundHalfAway(value, decimals)).toBe(expected);
  });

  /** Half away from zero on whole numbers only. */
  function oracle(digits: bigint, tens: number, decimals: number): string {
    const shift = decimals - tens;
    let result = digits < 0n ? -digits : digits;
    if (shift >= 0) result *= 10n ** BigInt(shift);
    else {
      const step = 10n ** BigInt(-shift);
      result = (result * 2n + step) / (step * 2n);
    }
    const text = result.toString().padStart(decimals + 1, '0');
    const shown = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
    return digits < 0n && result !== 0n ? `-${shown}` : shown;
  }

  test('agrees with whole-number arithmetic on every decimal of up to 15 digits', () => {
    const digits = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
    fc.assert(
      fc.property(
        digits,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 8 }),
        (d, tens, decimals) => {
          expect(roundHalfAway(Number(`${d}e-${tens}`), decimals)).toBe(
            oracle(d, tens, decimals).replace(/^-(0(\.0+)?)$/, '$1'),
          );
        },
      ),
    );
  });

  test('ties, which random digits rarely hit', () => {
    const tie = fc.tuple(fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(tie, ([half, decimals]) => {
        const digits = half * 10n + (half < 0n ? -5n : 5n);
        expect(roundHalfAway(Number(`${digits}e-${decimals + 1}`), decimals)).toBe(
          oracle(digits, decimals + 1, decimals),
        );
      }),
    );
  });

  test('whole numbers below 10^21 are exact', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 21n) + 1n, max: 10n ** 21n - 1n }), (whole) => {
        const value = Number(whole);
        fc.pre(Math.abs(value) < 1e21);
        expect(roundHalfAway(value, 2)).toBe(`${BigInt(value)}.00`);
      }),
    );
  });

  test('is odd, never says -0, never has an exponent', () => {
    fc.assert(
      fc.property(anyFinite, fc.integer({ min: 0, max: 12 }), (value, decimals) => {
        const text = roundHalfAway(value, decimals);
        expect(text).toMatch(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/);
        expect(text).not.toMatch(/^-[0.]*$/);
        const opposite = roundHalfAway(-value, decimals);
        expect(opposite.replace('-', '')).toBe(text.replace('-', ''));
        if (value < 0) expect(Math.abs(Number(text))).toBe(Number(opposite));
      }),
    );
  });
});

describe('grouping', () => {
  test.each([
    ['1234567.5', '1,234,567.5'],
    ['123', '123'],
    ['1234', '1,234'],
    ['-123456', '-123,456'],
    ['-123', '-123'],
    ['0.1234', '0.1234'],
    ['1000000', '1,000,000'],
    ['unknown', 'unknown'],
    ['-unlimited', '-unlimited'],
    ['', ''],
    ['1e21', '1e21'],
  ])('%s is %s', (plain, expected) => {
    expect(grouped(plain)).toBe(expected);
  });

  test('takes nothing away', () => {
    fc.assert(
      fc.property(fc.bigInt(), (whole) => {
        const text = grouped(whole.toString());
        expect(text.replaceAll(',', '')).toBe(whole.toString());
        expect(text).toMatch(/^-?[0-9]{1,3}(,[0-9]{3})*$/);
      }),
    );
  });
});

describe('plain decimals', () => {
  test.each([
    [63.849999999999994, '63.85'],
    [0.1 + 0.2, '0.3'],
    [0, '0'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [1 / 3, '0.333333333333'],
    [2 / 3, '0.666666666667'],
    [1234567890123, '1234567890123'],
    [123456789012.34, '123456789012'],
    [14.198127123456, '14.1981271235'],
    [100, '100'],
    [-2.5, '-2.5'],
    [Number.NaN, 'unknown'],
  ])('%d is %s', (value, expected) => {
    expect(plainDecimal(value)).toBe(expected);
  });

  test.each([
    [12345.678, 3, '12346'],
    [0.012345, 3, '0.0123'],
    [9.9996, 4, '10'],
  ])('%d with %d digits is %s', (value, significant, expected) => {
    expect(plainDecimal(value, significant)).toBe(expected);
  });

  test('differs from the value by less than half of the last digit, whatever the size', () => {
    fc.assert(
      fc.property(anyFinite, (value) => {
        const shown = Number(plainDecimal(value));
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-11);
      }),
    );
  });

  test.each([
    ['1.500', 0, '1.5'],
    ['1.000', 0, '1'],
    ['1.000', 2, '1.00'],
    ['1.2', 2, '1.2'],
    ['100', 0, '100'],
  ])('zeros behind %s, %d kept: %s', (text, decimals, expected) => {
    expect(trimZeros(text, decimals)).toBe(expected);
  });
});

describe('counts in prose', () => {
  test.each([
    [1234, '1,234'],
    [1234.56, '1,235'],
    [0.0577, '0.0577'],
    [0.05773, '0.0577'],
    [15.4, '15.4'],
    [15.44, '15.4'],
    [1.234, '1.23'],
    [999.6, '1,000'],
    [0.9996, '1'],
    [0, '0'],
    [-1234.5, '-1,235'],
    [8440058.3, '8,440,058'],
    [Number.POSITIVE_INFINITY, 'unlimited'],
  ])('%d is %s', (value, expected) => {
    expect(shortNumber(value)).toBe(expected);
  });
});
