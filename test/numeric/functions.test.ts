import { describe, expect, test } from 'vitest';
import { exp } from '../../src/numeric/functions/exp.ts';
import { log } from '../../src/numeric/functions/log.ts';
import { mostFactors, pow } from '../../src/numeric/functions/pow.ts';
import { exactly, expOf, lnOf, powOf, unitsOff } from './support/high-precision.ts';
import { randomNumbers } from './support/random-numbers.ts';

/** The largest error over the arguments, in units of the last place. */
function worst(xs: readonly number[], found: (x: number) => number, truth: (x: number) => bigint): number {
  return Math.max(...xs.map((x) => Math.abs(unitsOff(found(x), truth(x)))));
}

const between = (low: number, high: number, count: number): readonly number[] =>
  randomNumbers(count).map((u) => low + u * (high - low));

describe('exp', () => {
  test('is off by less than one unit in the last place', () => {
    const xs = [
      ...between(-1, 1, 400),
      ...between(-708, 709.7, 400),
      ...between(-1e-9, 1e-9, 50),
      Math.LN2 / 2,
      -Math.LN2 / 2,
      709.782712893384,
    ];
    expect(worst(xs, exp, (x) => expOf(exactly(x)))).toBeLessThan(0.65);
    const subnormal = between(-745, -708.4, 100);
    expect(worst(subnormal, exp, (x) => expOf(exactly(x)))).toBeLessThan(1);
  });

  test('special values', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(1)).toBe(Math.E);
    expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
    expect(exp(709.782712893384)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(exp(709.7827128933841)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(-745.1)).toBe(5e-324);
    expect(exp(-745.2)).toBe(0);
  });
});

describe('log', () => {
  test('is off by less than one unit in the last place', () => {
    const xs = [
      ...between(0.5, 2, 400),
      ...between(-1000, 1000, 300).map((x) => 2 ** x * 1.1),
      ...between(0.999999, 1.000001, 100),
      5e-324,
      2.2250738585072014e-308,
      2.225073858507201e-308,
      Number.MAX_VALUE,
      Math.SQRT2,
      Math.SQRT1_2,
    ];
    expect(worst(xs, log, (x) => lnOf(exactly(x)))).toBeLessThan(0.9);
  });

  test('special values', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(log(-0)).toBe(Number.NEGATIVE_INFINITY);
    expect(log(-1)).toBeNaN();
    expect(log(Number.NaN)).toBeNaN();
    expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(log(2)).toBe(Math.LN2);
  });
});

describe('pow', () => {
  const cases = [
    ...between(0.001, 1000, 300).map((a, i) => [a, between(-90, 90, 300)[i] as number] as const),
    ...between(0.9, 1.1, 200).map((a, i) => [a, between(-4000, 4000, 200)[i] as number] as const),
    ...between(1, 2, 100).map((a, i) => [a, 65 + i] as const),
    // the largest fractions, and powers close to the ends of the range
    ...between(1.38, Math.SQRT2, 100).map(
      (a, i) => [a, (i % 2 === 0 ? 1 : -1) * (700 / Math.log(a))] as const,
    ),
    ...between(Math.SQRT1_2, 0.73, 100).map(
      (a, i) => [a, (i % 2 === 0 ? 1 : -1) * (700 / Math.log(a))] as const,
    ),
    [Number.MAX_VALUE, 0.5],
    [5e-324, 0.01],
    [1 + 2 ** -52, 1e17],
    [0.5, 1073.5],
  ] as const;

  test('is off by less than one unit in the last place', () => {
    const off = cases.map(([a, b]) => Math.abs(unitsOff(pow(a, b), powOf(a, b))));
    expect(Math.max(...off)).toBeLessThan(0.9);
  });

  test('whole exponents are products, and exact where the products are', () => {
    expect(pow(1.1, 2)).toBe(1.1 * 1.1);
    expect(pow(1.03, 60)).toBe(productTo60(1.03));
    expect(pow(2, -10)).toBe(2 ** -10);
    expect(pow(10, 15)).toBe(1e15);
    expect(pow(-3, 3)).toBe(-27);
    for (let n = -mostFactors; n <= mostFactors; n++)
      expect(Math.abs(unitsOff(pow(1.0371, n), powOf(1.0371, n)))).toBeLessThan(Math.abs(n) / 2 + 1);
    expect(pow(1e-200, -1)).toBe(1e200);
    expect(pow(1e10, -31)).toBe(1e-310);
  });

  test('special values are those of ECMAScript', () => {
    const specials = [0, -0, 1, -1, 0.5, -0.5, 2, -2, 65, -65, 66, 1e300, -1e300, 1e308, 0.3, -0.3];
    const all = [...specials, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 2 ** 53 + 2];
    for (const a of all)
      for (const b of all) {
        const [found, wanted] = [pow(a, b), a ** b];
        const close = Math.abs(found - wanted) <= 1e-15 * Math.abs(wanted);
        if (!Object.is(found, wanted) && !close) expect(found, `${a} ^ ${b}`).toBe(wanted);
      }
  });
});

function productTo60(x: number): number {
  const x4 = x * x * (x * x);
  const x8 = x4 * x4;
  const x16 = x8 * x8;
  return x4 * x8 * x16 * (x16 * x16);
}
