import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contains, readStated, roundingInterval, type Stated } from '../../src/quantity/interval.ts';
import { roundHalfAway } from '../../src/quantity/print-number.ts';
import { continentalNumbers, writtenNumbers } from '../../src/quantity/read-number.ts';
import { unitText } from '../../src/quantity/unit.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';

const table = UnitTable.builtin;
const all = Number.POSITIVE_INFINITY;

function interval(text: string, style = writtenNumbers): readonly [number, number] {
  const stated = readStated(text, table, style);
  if (stated === undefined) throw new Error(`not read: ${text}`);
  return [roundingInterval(stated.low).low, roundingInterval(stated.high).high];
}

describe('what printed digits can stand for', () => {
  test.each([
    ['14.20', 14.195, 14.205],
    ['14.2', 14.15, 14.25],
    ['14', 13.5, 14.5],
    ['0', -0.5, 0.5],
    ['0.0', -0.05, 0.05],
    ['-14.20', -14.205, -14.195],
    ['1.5M', 1.45e6, 1.55e6],
    ['15k', 14500, 15500],
    ['15000', 14999.5, 15000.5],
    ['15,000', 14999.5, 15000.5],
    ['about 15000', 14500, 15500],
    ['~100', 50, 150],
    ['~105', 104.5, 105.5],
    ['~1.5M', 1.45e6, 1.55e6],
    ['~150k', 145e3, 155e3],
    ['~14.20', 14.195, 14.205],
    ['2 lakh', 150_000, 250_000],
    ['570+', 570, all],
    ['at least 570', 570, all],
    ['over 570', 570, all],
    ['under 50', -all, 50],
    ['up to 50', -all, 50],
    ['15%', 14.5, 15.5],
    ['2.5e-3', 0.00245, 0.00255],
    ['$15–25/month', 14.5, 25.5],
    ['~10–20', 5, 25],
  ])('%s: %d to %d', (text, low, high) => {
    expect(interval(text)).toEqual([low, high]);
  });

  const anyStated: fc.Arbitrary<Stated> = fc
    .record({
      value: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
      decimals: fc.integer({ min: 0, max: 6 }),
      scale: fc.constantFrom(1, 1e3, 1e5, 1e6, 1e-3, 1 / 60),
      trailingZeros: fc.integer({ min: 0, max: 5 }),
      qualifier: fc.constantFrom('exact', 'about', 'at-least', 'at-most', 'under', 'over'),
    })
    .map((s) => ({ ...s, value: (s.value / 10 ** s.decimals) * s.scale }));

  test('the interval holds its own value, and `about` is never narrower', () => {
    fc.assert(
      fc.property(anyStated, (stated) => {
        const found = roundingInterval(stated);
        expect(found.low).toBeLessThanOrEqual(found.high);
        expect(contains(found, stated.value)).toBe(true);
        const exact = roundingInterval({ ...stated, qualifier: 'exact' });
        const about = roundingInterval({ ...stated, qualifier: 'about' });
        expect(about.low).toBeLessThanOrEqual(exact.low);
        expect(about.high).toBeGreaterThanOrEqual(exact.high);
      }),
    );
  });

  test('every value that is printed with these digits lies in their interval', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 6 }), (actual, decimals) => {
        const [low, high] = interval(roundHalfAway(actual, decimals));
        expect(contains({ low, high }, actual)).toBe(true);
        // where the step drowns in the slack, a neighbour cannot be told apart
        fc.pre(Math.abs(actual) * 1e-9 < 0.1 * 10 ** -decimals);
        const [otherLow, otherHigh] = interval(roundHalfAway(actual + 2 * 10 ** -decimals, decimals));
        expect(contains({ low: otherLow, high: otherHigh }, actual)).toBe(false);
      }),
    );
  });

  test('also when printed in thousands or millions', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e12, noNaN: true }),
        fc.nat(3),
        fc.constantFrom('k', 'M'),
        (actual, decimals, suffix) => {
          const scaled = actual / (suffix === 'k' ? 1e3 : 1e6);
          const [low, high] = interval(roundHalfAway(scaled, decimals) + suffix);
          expect(contains({ low, high }, actual)).toBe(true);
        },
      ),
    );
  });
});

describe('lying in an interval', () => {
  test.each([
    [1, 2, 1, true],
    [1, 2, 2, true],
    [1, 2, 0.9999999999, true],
    [1, 2, 2.0000000001, true],
    [1, 2, 0.99, false],
    [1, 2, 2.01, false],
    [1e9, 1e9, 1e9 + 0.5, true],
    [1e9, 1e9, 1e9 + 10, false],
    [0, 0, 0, true],
    [0, 0, 1e-12, false],
    [570, all, 1e300, true],
    [570, all, 569, false],
    [570, all, all, true],
    [-all, 50, -1e300, true],
    [-all, 50, 51, false],
    [-all, all, Number.NaN, false],
  ])('[%d, %d] and %d: %s', (low, high, value, expected) => {
    expect(contains({ low, high }, value)).toBe(expected);
  });
});

describe('numbers as documents state them', () => {
  test.each([
    ['500 users', 'user', 500, 500, 'exact'],
    ['~$15', 'USD', 15, 15, 'about'],
    ['≈ 15', '', 15, 15, 'about'],
    ['about 15 users', 'user', 15, 15, 'about'],
    ['Around 15', '', 15, 15, 'about'],
    ['roughly $1,500/month', 'USD/month', 1500, 1500, 'about'],
    ['approx. 15 GB', 'GB', 15, 15, 'about'],
    ['approx 15 GB', 'GB', 15, 15, 'about'],
    ['approximately 15 GB', 'GB', 15, 15, 'about'],
    ['c. 500', '', 500, 500, 'about'],
    ['c.500', '', 500, 500, 'about'],
    ['570+', '', 570, 570, 'at-least'],
    ['570+ users', 'user', 570, 570, 'at-least'],
    ['570 users+', 'user', 570, 570, 'at-least'],
    ['$570+/month', 'USD/month', 570, 570, 'at-least'],
    ['10k+ users', 'user', 10000, 10000, 'at-least'],
    ['at least 5', '', 5, 5, 'at-least'],
    ['up to 5 GB', 'GB', 5, 5, 'at-most'],
    ['≤ 5', '', 5, 5, 'at-most'],
    ['under 50', '', 50, 50, 'under'],
    ['less than $50', 'USD', 50, 50, 'under'],
    ['<50ms', 'ms', 50, 50, 'under'],
    ['over 50', '', 50, 50, 'over'],
    ['more than 50', '', 50, 50, 'over'],
    ['>50', '', 50, 50, 'over'],
    ['-5%', '%', -5, -5, 'exact'],
    ['-$5', 'USD', -5, -5, 'exact'],
    ['+5%', '%', 5, 5, 'exact'],
    ['$15 / month', 'USD/month', 15, 15, 'exact'],
    ['$5 a month', 'USD/month', 5, 5, 'exact'],
  ])('%s', (text, unit, low, high, qualifier) => {
    const stated = readStated(text, table);
    expect(stated && [unitText(stated.unit), stated.low.value, stated.high.value]).toEqual([unit, low, high]);
    expect(stated?.low.qualifier).toBe(qualifier);
    expect(stated?.low).toBe(stated?.high);
  });

  test.each([
    ['$15–25/month', 'USD/month', 15, 25],
    ['$15-$25/month', 'USD/month', 15, 25],
    ['$15/month – $25/month', 'USD/month', 15, 25],
    ['$15/month–25', 'USD/month', 15, 25],
    ['$300–1,000/month', 'USD/month', 300, 1000],
    ['€43-50/mo', 'EUR/month', 43, 50],
    ['EUR 43 - 50 / month', 'EUR/month', 43, 50],
    ['5 to 10 users', 'user', 5, 10],
    ['5 users to 10', 'user', 5, 10],
    ['75 to 125', '', 75, 125],
    ['50–100 users', 'user', 50, 100],
    ['900ms - 1s', 'second', 0.9, 1],
    ['30 min to 1 hour', 'hour', 0.5, 1],
    ['500 MB–1 GB', 'GB', 0.5, 1],
    ['15–25%', '%', 15, 25],
    ['15%–25%', '%', 15, 25],
    ['15–25 €/month', 'EUR/month', 15, 25],
    ['10–20k users', 'user', 10_000, 20_000],
    ['$10–20k/year', 'USD/year', 10_000, 20_000],
    ['1-2M', '', 1e6, 2e6],
    ['500-1k', '', 500, 1000],
    ['$500-20K/year', 'USD/year', 500, 20_000],
    ['$5 to $10k', 'USD', 5, 10_000],
    ['5 users to 10k users', 'user', 5, 10_000],
    ['-5 to 5', '', -5, 5],
    ['10–10k', '', 10, 10_000],
    ['1 GB–2000 MB', 'MB', 1000, 2000],
    ['1..2', '', 1, 2],
    ['25–25', '', 25, 25],
  ])('the range %s', (text, unit, low, high) => {
    const stated = readStated(text, table);
    expect(stated && [unitText(stated.unit), stated.low.value, stated.high.value]).toEqual([unit, low, high]);
  });

  test('a converted end keeps how exactly it was written', () => {
    expect(interval('900ms - 1s')).toEqual([0.8995, 1.5]);
    expect(interval('1 GB–2000 MB')).toEqual([500, 2000.5]);
  });

  test('a qualifier holds for both ends, a plus for its own', () => {
    expect(readStated('~$15–25', table)).toMatchObject({
      low: { qualifier: 'about' },
      high: { qualifier: 'about' },
    });
    expect(readStated('15–25+', table)).toMatchObject({
      low: { qualifier: 'exact' },
      high: { qualifier: 'at-least' },
    });
  });

  test('with a decimal comma', () => {
    expect(readStated('1.560 €', table, continentalNumbers)?.low.value).toBe(1560);
    expect(interval('4,50 €', continentalNumbers)).toEqual([4.495, 4.505]);
  });

  test.each([
    '',
    '~',
    'users',
    'overhead 5',
    'about5',
    '5 devices',
    '5 users and more',
    '25–15',
    '2026-03-27',
    '5 USD – 10 EUR',
    '5 hours – 1 month',
    '5 users – 10 GB',
    '5–10 users more',
    '5 –',
    '5 - users',
    '1,5',
    '5 GB-month',
    '5++',
  ])('`%s` is not read', (text) => {
    expect(readStated(text, table)).toBeUndefined();
  });
});
