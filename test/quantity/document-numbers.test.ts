// Numbers as documents write them: which mark is the decimal one, and the scale words of several languages.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalMarkOf, readDocumentNumberAt } from '../../src/quantity/document-numbers.ts';
import { readNumberAt, writtenNumbers } from '../../src/quantity/read-number.ts';

function read(text: string, decimal: '.' | ',' = '.'): number | undefined {
  const number = readDocumentNumberAt(text, 0, decimal);
  return number?.end === text.length ? number.value : undefined;
}

describe('a number that shows its mark', () => {
  test.each([
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1,00,000', 100_000],
    ['0,05', 0.05],
    ['0.125', 0.125],
    ['12,5', 12.5],
    ['1\u00a0234,50', 1234.5],
  ])('%s, whatever the document uses', (text, value) => {
    expect(read(text, '.')).toBe(value);
    expect(read(text, ',')).toBe(value);
  });
});

describe('a number that leaves it open', () => {
  test.each([
    ['1.234', '.', 1.234],
    ['1.234', ',', 1234],
    ['1,234', '.', 1234],
    ['1,234', ',', 1.234],
    ['1 234', ',', 1234],
  ] as const)('%s in a document with %s', (text, decimal, value) => expect(read(text, decimal)).toBe(value));
});

describe('scale words', () => {
  test.each([
    ['3 Mio.', 3e6],
    ['1,5 Mrd.', 1.5e9],
    ['2 millions', 2e6],
    ['4 milhões', 4e6],
    ['50 mil', 5e4],
    ['5 тыс.', 5e3],
    ['2 млн', 2e6],
    ['5万', 5e4],
    ['3亿', 3e8],
    ['1.5M', 1.5e6],
    ['20k', 2e4],
  ])('%s', (text, value) => expect(read(text, ',')).toBe(value));
});

describe('the mark of a document', () => {
  test.each([
    ['It costs 12.50 and 3.99.', '.'],
    ['Das kostet 12,50 und 3,99.', ','],
    ['1.250 € und 3.400 €', ','],
    ['1,250 and 3,400', '.'],
    ['no number', '.'],
    ['version 1.2.3 of 10.20.30', '.'],
    ['1.234,50 € in v1.2.3', ','],
  ] as const)('%s', (text, mark) => expect(decimalMarkOf(text)).toBe(mark));
});

test('in a document with a point, what English reads is read alike', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e9 }), fc.nat({ max: 99 }), (whole, cents) => {
      const text = `${whole.toLocaleString('en')}.${String(cents).padStart(2, '0')}`;
      expect(readDocumentNumberAt(text, 0, '.')).toEqual(readNumberAt(text, 0, writtenNumbers));
    }),
  );
});

test('any number printed by either custom is read back', () => {
  const whole = fc.nat({ max: 999_999_999 });
  const cents = fc.integer({ min: 0, max: 99 });
  fc.assert(
    fc.property(whole, cents, fc.constantFrom('.' as const, ',' as const), (n, c, decimal) => {
      const group = decimal === '.' ? ',' : '.';
      const text = `${n.toLocaleString('en').replaceAll(',', group)}${decimal}${String(c).padStart(2, '0')}`;
      expect(read(text, decimal)).toBe(Number(`${n}.${String(c).padStart(2, '0')}`));
    }),
  );
});
