import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  continentalNumbers,
  formulaNumbers,
  type NumberStyle,
  readNumberAt,
  writtenNumbers,
} from '../../src/quantity/read-number.ts';

/** The value and what is left over; undefined where no number begins. */
function read(text: string, style: NumberStyle): readonly [number, string] | undefined {
  const found = readNumberAt(text, 0, style);
  return found && [found.value, text.slice(found.end)];
}

describe('numbers in formulas', () => {
  test.each([
    ['0', 0, ''],
    ['15', 15, ''],
    ['007', 7, ''],
    ['1_000', 1000, ''],
    ['1_000_000.5', 1000000.5, ''],
    ['1.5', 1.5, ''],
    ['.5', 0.5, ''],
    ['5.', 5, '.'],
    ['5.x', 5, '.x'],
    ['1,000', 1, ',000'],
    ['1.2.3', 1.2, '.3'],
    ['1e6', 1e6, ''],
    ['1E6', 1e6, ''],
    ['1e+6', 1e6, ''],
    ['2.5e-3', 0.0025, ''],
    ['1e6 users', 1e6, ' users'],
    ['2e', 2, 'e'],
    ['2e-', 2, 'e-'],
    ['2^3', 2, '^3'],
    ['1_00', 1, '_00'],
    ['1000_000', 1000, '_000'],
    ['1_0000', 1, '_0000'],
    ['0_123', 0, '_123'],
    ['1_000,5', 1000, ',5'],
  ])('%s is %d and leaves "%s"', (text, value, rest) => {
    expect(read(text, formulaNumbers)).toEqual([value, rest]);
  });

  test.each(['', 'x', '-5', '+5', '_1', '.', '.x', ',5', 'e5', '€5', '٣', '½'])(
    '`%s` begins no number',
    (text) => {
      expect(read(text, formulaNumbers)).toBeUndefined();
    },
  );

  test('a point in the middle of something begins no number', () => {
    expect(readNumberAt('app.5', 3, formulaNumbers)).toBeUndefined();
    expect(readNumberAt('1..5', 2, formulaNumbers)).toBeUndefined();
    expect(readNumberAt('(.5', 1, formulaNumbers)?.value).toBe(0.5);
  });

  test.each([
    ['15k', 15e3, ''],
    ['15K', 15e3, ''],
    ['15k/month', 15e3, '/month'],
    ['1.5M users', 1.5e6, ' users'],
    ['2B', 2e9, ''],
    ['2bn', 2e9, ''],
    ['3T', 3e12, ''],
    ['5M+', 5e6, '+'],
    ['1.1M', 1_100_000, ''],
    ['1.005k', 1005, ''],
    ['5 million users', 5e6, ' users'],
    ['5million', 5e6, ''],
    ['5 Million', 5e6, ''],
    ['2 thousand', 2e3, ''],
    ['3 billion', 3e9, ''],
    ['4 trillion', 4e12, ''],
    ['2 lakh', 2e5, ''],
    ['1.5 lakhs', 1.5e5, ''],
    ['3 crore', 3e7, ''],
    // a word that only begins like a suffix is left alone
    ['5 MB', 5, ' MB'],
    ['5MB', 5, 'MB'],
    ['3 Mtok', 3, ' Mtok'],
    ['10 min', 10, ' min'],
    ['5 minutes', 5, ' minutes'],
    ['5k8s', 5, 'k8s'],
    ['5k_x', 5, 'k_x'],
    ['50Kč', 50, 'Kč'],
    ['5m', 5, 'm'],
    ['5 millionaires', 5, ' millionaires'],
    ['5\nmillion', 5, '\nmillion'],
    // set apart it may be a name of the plan
    ['5 k', 5, ' k'],
    ['5 M', 5, ' M'],
    ['5 B', 5, ' B'],
    ['5 T', 5, ' T'],
    ['1e3k', 1e3, 'k'],
  ])('the scale in %s makes it %d and leaves "%s"', (text, value, rest) => {
    expect(read(text, formulaNumbers)).toEqual([value, rest]);
  });

  test('scales can be left out of a style', () => {
    expect(read('5k', { decimal: '.', groups: [], scaleWords: false })).toEqual([5, 'k']);
  });
});

describe('numbers in documents', () => {
  test.each([
    ['1,234', 1234, ''],
    ['1,234.50', 1234.5, ''],
    ['12,345,678', 12345678, ''],
    ['1_000', 1000, ''],
    ['1\u202f234\u202f567', 1234567, ''],
    ['1\u00a0234', 1234, ''],
    ["1'234.5", 1234.5, ''],
    ['1\u2019234', 1234, ''],
    ['1,00,000', 100000, ''],
    ['12,34,567.5', 1234567.5, ''],
    ['1,00,00,000', 10000000, ''],
    ['1 234', 1, ' 234'],
    ['1,23', 1, ',23'],
    ['1,2345', 1, ',2345'],
    ['1,23,45', 1, ',23,45'],
    ['100,00,000', 100, ',00,000'],
    ['1,234,56', 1234, ',56'],
    ['1,234_567', 1234, '_567'],
    ['0,500', 0, ',500'],
    ['1234,567', 1234, ',567'],
    ['1, 234', 1, ', 234'],
    ['1,234, and', 1234, ', and'],
    ['$', undefined, ''],
    ['1.2 M', 1.2e6, ''],
    ['5 bn', 5e9, ''],
    ['15 k/month', 15e3, '/month'],
    ['5 B', 5, ' B'],
    ['5 T', 5, ' T'],
    ['5 MB', 5, ' MB'],
  ])('%s is %d and leaves "%s"', (text, value, rest) => {
    expect(read(text, writtenNumbers)).toEqual(value === undefined ? undefined : [value, rest]);
  });

  test.each([
    ['1.234,50', 1234.5, ''],
    ['1 234 567,5', 1234567.5, ''],
    ['1.560 €', 1560, ' €'],
    ['0,5', 0.5, ''],
    [',5', 0.5, ''],
    ['1.5', 1, '.5'],
    ['0.123', 0, '.123'],
    ['3 100 GB', 3100, ' GB'],
    ['5 1234', 5, ' 1234'],
  ])('with a decimal comma %s is %d and leaves "%s"', (text, value, rest) => {
    expect(read(text, continentalNumbers)).toEqual([value, rest]);
  });
});

describe('what a number says about its rounding', () => {
  test.each([
    ['14.20', 2, 1, 0],
    ['15,000', 0, 1, 3],
    ['15000.0', 1, 1, 0],
    ['1.5M', 1, 1e6, 0],
    ['150k', 0, 1e3, 1],
    ['2 lakh', 0, 1e5, 0],
    ['2 crore', 0, 1e7, 0],
    ['2.50e-3', 2, 1e-3, 0],
    ['0', 0, 1, 0],
    ['00', 0, 1, 0],
    ['105', 0, 1, 0],
    ['1,00,000', 0, 1, 5],
  ])('%s: %d decimals, scale %d, %d zeros', (text, decimals, scale, trailingZeros) => {
    expect(readNumberAt(text, 0, writtenNumbers)).toMatchObject({ decimals, scale, trailingZeros });
  });

  test('start and end are places in the text', () => {
    expect(readNumberAt('cost 1,234.5k/mo', 5, writtenNumbers)).toMatchObject({ start: 5, end: 13 });
  });
});

describe('numbers beyond reason', () => {
  test.each([
    '1e309',
    '1e99999',
    '1e999999999999',
    `${'9'.repeat(309)}`,
    `${'9'.repeat(306)}k`,
    `${'9'.repeat(303)} million`,
    '0e400',
  ])('%s is not read', (text) => {
    expect(readNumberAt(text, 0, formulaNumbers)).toBeUndefined();
  });

  test('a number that is not zero never becomes zero', () => {
    expect(readNumberAt('1e-400', 0, formulaNumbers)).toBeUndefined();
    expect(readNumberAt(`0.${'0'.repeat(350)}1`, 0, formulaNumbers)).toBeUndefined();
    expect(readNumberAt('5e-324', 0, formulaNumbers)?.value).toBe(5e-324);
  });

  test('400 characters are read, 401 are not', () => {
    expect(readNumberAt(`1.${'0'.repeat(398)}`, 0, formulaNumbers)?.value).toBe(1);
    expect(readNumberAt(`1.${'0'.repeat(399)}`, 0, formulaNumbers)).toBeUndefined();
    expect(readNumberAt(`1${'_000'.repeat(101)}`, 0, formulaNumbers)).toBeUndefined();
  });
});

describe('properties', () => {
  test('every number that JavaScript prints is read as itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = String(value);
        const found = readNumberAt(text, 0, formulaNumbers);
        expect([found?.value, found?.end]).toEqual([value === 0 ? 0 : value, text.length]);
      }),
    );
  });

  test('grouping changes nothing, in any style and with any of its separators', () => {
    const styles = fc.constantFrom(formulaNumbers, writtenNumbers, continentalNumbers);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.nat(99),
        styles,
        fc.nat(20),
        (whole, cents, style, pick) => {
          const separator = style.groups[pick % style.groups.length] ?? '';
          const grouped = whole.toString().replace(/\B(?=(\d{3})+$)/g, separator);
          const text = `${grouped}${style.decimal}${String(cents).padStart(2, '0')}`;
          const found = readNumberAt(text, 0, style);
          expect([found?.value, found?.end]).toEqual([
            Number(`${whole}.${String(cents).padStart(2, '0')}`),
            text.length,
          ]);
        },
      ),
    );
  });

  test('a scale gives the double nearest to the decimal', () => {
    const scales = fc.constantFrom(
      ['k', 3],
      ['M', 6],
      ['bn', 9],
      ['T', 12],
      [' lakh', 5],
      [' crore', 7],
    ) as fc.Arbitrary<[string, number]>;
    fc.assert(
      fc.property(
        fc.nat(10 ** 6),
        fc.integer({ min: 0, max: 6 }),
        scales,
        (digits, decimals, [word, tens]) => {
          const text = (digits / 10 ** decimals).toFixed(decimals);
          const found = readNumberAt(text + word, 0, formulaNumbers);
          expect(found?.value).toBe(Number(`${text}e${tens}`));
        },
      ),
    );
  });
});
