import { describe, expect, test } from 'vitest';
import { divide, one } from '../../src/quantity/unit.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { mismatch } from '../../src/report/adds-up.ts';
import {
  caseHead,
  caseText,
  figureCell,
  figureText,
  moneyCell,
  moneyText,
  moneyUnit,
  percentRange,
  percentText,
  valueText,
} from '../../src/report/amounts.ts';

const exactly = (x: number) => ({ low: x, mid: x, high: x });
const unknown = exactly(Number.NaN);
const lookup = (word: string) => UnitTable.builtin.lookup(word) ?? one;
const perMonth = moneyUnit('EUR', 'month');

describe('money', () => {
  test('a bill has the decimals of its currency', () => {
    expect(moneyCell(exactly(1234.5), 'EUR', 'bill')).toBe('1,234.50');
    expect(moneyCell(exactly(1234.5), 'JPY', 'bill')).toBe('1,235');
    expect(moneyCell(exactly(2.0005), 'KWD', 'bill')).toBe('2.001');
    expect(moneyCell(exactly(-0.001), 'EUR', 'bill')).toBe('0.00');
  });

  test('a summary has none from 100 up', () => {
    expect(moneyCell(exactly(99.994), 'EUR', 'summary')).toBe('99.99');
    expect(moneyCell(exactly(99.995), 'EUR', 'summary')).toBe('100');
    expect(moneyText(exactly(1234.5), perMonth, 'summary')).toBe('1,235 EUR/month');
  });

  test('a range says its unit once', () => {
    expect(moneyText({ low: 10, mid: 15, high: 20 }, perMonth, 'bill')).toBe('10.00–20.00 EUR/month');
    expect(moneyCell({ low: 10, mid: 15, high: 20 }, 'EUR', 'bill')).toBe('10.00–20.00');
  });

  test('a range that is printed as one value is one value', () => {
    expect(moneyCell({ low: 10.001, mid: 10.002, high: 10.003 }, 'EUR', 'bill')).toBe('10.00');
  });

  test('below zero a dash would be read as a sign', () => {
    expect(moneyText({ low: -20, mid: -15, high: -10 }, perMonth, 'bill')).toBe('-20.00 to -10.00 EUR/month');
  });

  test('what is not known gives its reason', () => {
    expect(moneyCell(unknown, 'EUR', 'bill', 'needs re-architecture')).toBe('needs re-architecture');
    expect(moneyText(unknown, perMonth, 'bill')).toBe('unknown');
    expect(moneyCell(exactly(Number.POSITIVE_INFINITY), 'EUR', 'bill')).toBe('unlimited');
    expect(moneyText({ low: 1, mid: 2, high: Number.POSITIVE_INFINITY }, perMonth, 'bill')).toBe(
      '1.00 EUR/month–unlimited',
    );
    expect(moneyCell({ low: 1, mid: 2, high: Number.POSITIVE_INFINITY }, 'EUR', 'bill')).toBe(
      '1.00–unlimited',
    );
  });
});

describe('figures', () => {
  test('one value, a range, a share', () => {
    expect(figureText({ ...exactly(500), unit: lookup('users') })).toBe('500 users');
    expect(figureText({ low: 75, mid: 100, high: 125, unit: lookup('users') })).toBe('75–125 users');
    expect(figureText({ low: 15, mid: 20, high: 25, unit: lookup('%') })).toBe('15–25%');
    expect(figureText({ low: 1, mid: 2, high: 3, unit: one })).toBe('1–3');
  });

  test('a price for one of something has more decimals than a sum of money', () => {
    const perGb = divide(perMonth, lookup('GB'));
    expect(figureCell({ ...exactly(0.006), unit: perGb })).toBe('0.006');
    expect(figureCell({ ...exactly(0.006), unit: perMonth })).toBe('0.01');
  });

  test('shares', () => {
    expect([0, 0.00001, 0.1234, 0.9994, 0.9996, 1, 2.5, Number.NaN].map(percentText)).toEqual([
      ...['0.0%', '<0.1%', '12.3%', '99.9%', '100%', '100%', '250%', 'unknown'],
    ]);
    expect(percentRange({ low: 0.075, mid: 0.1, high: 0.125 })).toBe('7.5–12.5%');
  });

  test('values of other kinds', () => {
    const points = () => ['aws', 'fly'];
    expect(valueText({ type: { kind: 'condition' }, ...exactly(1), value: 1 }, points)).toBe('true');
    expect(valueText({ type: { kind: 'condition' }, ...unknown, value: Number.NaN }, points)).toBe('unknown');
    expect(valueText({ type: { kind: 'point', axis: 'x' }, ...exactly(1), value: 1 }, points)).toBe('fly');
  });

  test('cases', () => {
    const at = [
      { axis: 'tier', point: 'b', label: 'Tier B' },
      { axis: 'mail', point: 'free', label: 'free' },
    ];
    expect(caseText(at)).toBe('tier=b, mail=free');
    expect(caseHead(at)).toBe('tier=b, mail=free · Tier B');
    expect(caseHead([])).toBe('');
  });
});

describe('what the printed parts add up to', () => {
  const thirds = [exactly(1 / 3), exactly(1 / 3), exactly(1 / 3)];

  test('is named where it is not the printed total', () => {
    expect(mismatch(thirds, exactly(1), 'EUR')?.sum.mid).toBe(0.99);
    expect(mismatch([exactly(0.005), exactly(0.005)], exactly(0.01), 'EUR')?.sum.mid).toBe(0.02);
  });

  test('is not named where all is well', () => {
    expect(mismatch([exactly(4.5), exactly(7)], exactly(11.5), 'EUR')).toBeUndefined();
    expect(mismatch([exactly(0.1), exactly(0.2)], exactly(0.1 + 0.2), 'EUR')).toBeUndefined();
  });

  test('looks at both ends of a range, and follows the currency', () => {
    const parts = [
      { low: 0.004, mid: 1, high: 2 },
      { low: 0.004, mid: 1, high: 2 },
    ];
    expect(mismatch(parts, { low: 0.008, mid: 2, high: 4 }, 'EUR')).toEqual({
      sum: { low: 0, mid: 2, high: 4 },
      why: 'rounded',
    });
    expect(mismatch([exactly(0.5), exactly(0.5)], exactly(1), 'JPY')?.sum.mid).toBe(2);
  });

  test('says nothing of what is unknown', () => {
    expect(mismatch([exactly(1), unknown], unknown, 'EUR')).toBeUndefined();
  });
});
