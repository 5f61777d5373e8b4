import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactText, moneyDecimal, printMoney, printQuantity } from '../../src/quantity/print-quantity.ts';
import { formulaNumbers, writtenNumbers } from '../../src/quantity/read-number.ts';
import { readQuantity, readUnit } from '../../src/quantity/read-quantity.ts';
import { sameUnit, type Unit, unitText } from '../../src/quantity/unit.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { anyFinite, anyUnit, plainValue } from './arbitraries.ts';

const table = UnitTable.builtin;

function unit(text: string): Unit {
  const read = readUnit(text, table);
  if ('word' in read) throw new Error(`no unit: ${text}`);
  return read;
}

describe('a quantity for people', () => {
  test.each([
    [500, 'user', '500 users'],
    [1, 'user', '1 user'],
    [-1, 'user', '-1 user'],
    [0, 'user', '0 users'],
    [0.5, 'user', '0.5 users'],
    [1.0000000001, 'user', '1 user'],
    [5, 'person', '5 people'],
    [15, '%', '15%'],
    [-2.5, '%', '-2.5%'],
    [5, '%/month', '5%/month'],
    [5, 'GB/user/month', '5 GB/user/month'],
    [1400, 'request/second', '1,400 requests/second'],
    [1, 'request/second', '1 request/second'],
    [1388.888888888889, 'request/second', '1,388.89 requests/second'],
    [3, 'user·hour', '3 user·hours'],
    [5, '1/month', '5 per month'],
    [5, '1/user/month', '5 per user/month'],
    [5, '1', '5'],
    [1234567.891, 'GB', '1,234,568 GB'],
    [Number.NaN, 'GB', 'unknown'],
    [Number.POSITIVE_INFINITY, 'request', 'unlimited'],
    [Number.POSITIVE_INFINITY, '%', 'unlimited'],
  ])('%d %s is "%s"', (value, name, expected) => {
    expect(printQuantity(value, unit(name))).toBe(expected);
  });

  test.each([
    [14.198127, 'EUR/month', '14.20 EUR/month'],
    [0, 'EUR/month', '0.00 EUR/month'],
    [1, 'EUR', '1.00 EUR'],
    [0.5, 'EUR', '0.50 EUR'],
    [0.006, 'USD/GB/month', '0.006 USD/GB/month'],
    [0.031611, 'USD/vCPU/hour', '0.03161 USD/hour/vCPU'],
    [-0.0001, 'USD/request', '-0.0001 USD/request'],
    [0.999999, 'USD', '1.00 USD'],
    [1.005, 'USD', '1.01 USD'],
    [8440058.3, 'USD/month', '8,440,058.30 USD/month'],
    [1500, 'JPY', '1,500 JPY'],
    [1.5, 'JPY/GB', '1.5 JPY/GB'],
    [1.5, 'KWD', '1.500 KWD'],
    [5, '1/EUR', '5 per EUR'],
    [5, 'EUR/USD', '5 EUR/USD'],
  ])('money: %d %s is "%s"', (value, name, expected) => {
    const [number, shown] = expected.split(' ');
    expect(printQuantity(value, unit(name))).toBe(
      name === 'USD/vCPU/hour'
        ? `${number} USD/vCPU/hour`
        : `${number} ${expected.slice((number ?? '').length + 1)}`,
    );
    expect(shown).toBeDefined();
  });
});

describe('money in bills and summaries', () => {
  test.each([
    [1234.5, 'EUR/month', '1,234.50 EUR/month', '1,235 EUR/month'],
    [99.99, 'EUR', '99.99 EUR', '99.99 EUR'],
    [99.994, 'EUR', '99.99 EUR', '99.99 EUR'],
    [99.995, 'EUR', '100.00 EUR', '100 EUR'],
    [-250.5, 'EUR', '-250.50 EUR', '-251 EUR'],
    [0.001, 'EUR', '0.00 EUR', '0.00 EUR'],
    [1234.5, 'JPY', '1,235 JPY', '1,235 JPY'],
    [12.3456, 'KWD', '12.346 KWD', '12.346 KWD'],
    [Number.NaN, 'EUR', 'unknown', 'unknown'],
    [Number.POSITIVE_INFINITY, 'EUR', 'unlimited', 'unlimited'],
    [3, 'GB', '3 GB', '3 GB'],
  ])('%d %s: "%s", "%s"', (value, name, bill, summary) => {
    expect(printMoney(value, unit(name), 'bill')).toBe(bill);
    expect(printMoney(value, unit(name), 'summary')).toBe(summary);
  });
});

describe('money in JSON', () => {
  test.each([
    [14.2, 'EUR', '14.20'],
    [14.1981271234567, 'EUR', '14.1981271235'],
    [63.849999999999994, 'EUR', '63.85'],
    [0, 'EUR', '0.00'],
    [1e-9, 'USD', '0.000000001'],
    [5, 'JPY', '5'],
    [5.5, 'JPY', '5.5'],
    [5, 'KWD', '5.000'],
    [5, 'XXX', '5.00'],
    [1234567890123.456, 'USD', '1234567890123.46'],
    [-0.001, 'USD', '-0.001'],
    [1e21, 'USD', '1000000000000000000000.00'],
    [Number.NaN, 'USD', 'unknown'],
  ])('%d %s is %s', (value, currency, expected) => {
    expect(moneyDecimal(value, currency)).toBe(expected);
  });

  test('loses nothing that 12 digits can say', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.integer({ min: 0, max: 9 }), (digits, tens) => {
        const value = Number(`${digits}e-${tens}`);
        expect(Number(moneyDecimal(value, 'EUR'))).toBe(value);
        expect(moneyDecimal(value, 'EUR')).toMatch(/^[0-9]+\.[0-9]{2,}$/);
      }),
    );
  });
});

describe('printing and reading', () => {
  test.each([
    [0.1 + 0.2, 'EUR/month', '0.30000000000000004 EUR/month'],
    [1e21, 'request', '1e21 requests'],
    [5, '1/month', '5 per month'],
    [15, '%', '15%'],
    [-0, 'user', '0 users'],
  ])('%d %s is exactly "%s"', (value, name, expected) => {
    expect(exactText(value, unit(name))).toBe(expected);
  });

  test('an exact text gives back the value and the unit', () => {
    fc.assert(
      fc.property(anyFinite, anyUnit, (value, of) => {
        const text = exactText(value, of);
        const read = readQuantity(text, table, formulaNumbers);
        if (read.kind !== 'quantity') throw new Error(`${text}: ${JSON.stringify(read)}`);
        expect(read.quantity.value === value, text).toBe(true);
        expect(sameUnit(read.quantity.unit, of), text).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('what people are shown can be read back, to the digits shown', () => {
    fc.assert(
      fc.property(plainValue, anyUnit, (value, of) => {
        const text = printQuantity(value, of);
        const read = readQuantity(text, table, writtenNumbers);
        if (read.kind !== 'quantity') throw new Error(`${text}: ${JSON.stringify(read)}`);
        expect(unitText(read.quantity.unit)).toBe(unitText(of));
        expect(Math.abs(read.quantity.value - value)).toBeLessThanOrEqual(Math.max(0.5, value * 1e-3));
      }),
    );
  });
});
