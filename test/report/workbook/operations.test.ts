// What each operation is in a spreadsheet, as text, and that it does to numbers what the language does to them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operations } from '../../../src/formula/operations.ts';
import type { Operation } from '../../../src/formula/typed.ts';
import {
  type CellKey,
  cell,
  type Expression,
  expressionText,
  number,
} from '../../../src/report/workbook/expression.ts';
import {
  extreme,
  operationFormula,
  picked,
  reductionFormula,
  scaled,
} from '../../../src/report/workbook/operations.ts';
import { Spreadsheet, type Value } from '../../support/spreadsheet.ts';
import { sameFigure, show } from '../../support/workbook.ts';

const at = (row: number): CellKey => ({ table: 'model', row: String(row), column: 0, band: 1 });
const address = ({ row }: CellKey): string => `A${Number(row) + 1}`;
const text = (e: Expression): string => expressionText(e, address);
const [a, b, c] = [cell(at(0)), cell(at(1)), cell(at(2))];

const arity: Readonly<Record<Operation, 1 | 2 | 3>> = {
  ...{ add: 2, sub: 2, mul: 2, div: 2, pow: 2, neg: 1, min: 2, max: 2, ceil: 1, floor: 1, round: 2, abs: 1 },
  ...{
    sqrt: 1,
    exp: 1,
    ln: 1,
    lt: 2,
    le: 2,
    eq: 2,
    ne: 2,
    and: 2,
    or: 2,
    not: 1,
    if: 3,
    known: 1,
    erlang_c: 2,
  },
};
const conditions: ReadonlySet<Operation> = new Set(['and', 'or', 'not']);

describe('as text', () => {
  const formula = (operation: Operation, ...args: readonly Expression[]): string =>
    text(operationFormula(operation, args, false));

  test.each<[Operation, readonly Expression[], string]>([
    ['add', [a, b], 'A1+A2'],
    ['div', [a, b], 'IFERROR(A1/A2,NA())'],
    ['div', [a, number(12)], 'A1/12'],
    ['div', [a, number(0)], 'NA()'],
    ['pow', [a, number(2)], 'POWER(A1,2)'],
    ['pow', [a, b], 'IF(A2=0,1,POWER(A1,A2))'],
    ['ceil', [a], 'IF(ABS(A1-INT(A1+0.5))<=1E-9*MAX(1,ABS(INT(A1+0.5))),INT(A1+0.5),-INT(-A1))'],
    ['round', [a, number(2)], 'SIGN(A1)*INT(ABS(A1)*100+0.5+ABS(A1)*100*2E-15)/100'],
    ['le', [a, b], 'IF(A1-A2<=1E-12*ABS(A2),1,0)'],
    ['lt', [a, number(0)], 'IF(A1<0,1,0)'],
    ['and', [a, b], 'CHOOSE(1+2*MIN(IFERROR(A1,0.5),IFERROR(A2,0.5)),0,NA(),1)'],
    ['not', [a], '1-A1'],
    ['if', [a, b, c], 'IF(A1=1,A2,A3)'],
    ['known', [a], 'IF(ISNUMBER(A1),1,0)'],
  ])('%s', (operation, args, wanted) => {
    expect(formula(operation, ...args)).toBe(wanted);
  });

  test('brackets stand where they are needed, and only there', () => {
    const sum = operationFormula('add', [a, b], false);
    const difference = operationFormula('sub', [a, b], false);
    expect(text(operationFormula('mul', [sum, sum], false))).toBe('(A1+A2)*(A1+A2)');
    expect(text(operationFormula('add', [sum, sum], false))).toBe('A1+A2+(A1+A2)');
    expect(text(operationFormula('sub', [c, difference], false))).toBe('A3-(A1-A2)');
    expect(text(operationFormula('neg', [sum], false))).toBe('-(A1+A2)');
    expect(text(operationFormula('mul', [number(-2), number(1e-7)], false))).toBe('-2*1E-7');
    expect(text(scaled(sum, 1, 1000))).toBe('(A1+A2)/1000');
    expect(text(scaled(a, 12, 1))).toBe('A1*12');
  });

  test('a branch on a condition asks it directly', () => {
    const less = operationFormula('lt', [a, number(0)], false);
    expect(text(operationFormula('if', [less, b, c], false))).toBe('IF(A1<0,A2,A3)');
    expect(text(operationFormula('if', [operationFormula('not', [less], false), b, c], false))).toBe(
      'IF(A1<0,A3,A2)',
    );
  });

  test('unknown and unlimited', () => {
    expect(text(number(Number.NaN))).toBe('NA()');
    expect(text(number(Number.POSITIVE_INFINITY))).toBe('1E+300');
    expect(text(number(Number.NEGATIVE_INFINITY))).toBe('-1E+300');
  });

  test('more values than a call takes', () => {
    const values = Array.from({ length: 500 }, (_, i) => number(i));
    const sheet = (e: Expression): Value => compute(e, []);
    expect(sheet(reductionFormula('sum', values))).toBe((499 * 500) / 2);
    for (const i of [0, 199, 200, 499]) expect(sheet(picked(number(i), values))).toBe(i);
  });
});

/** A formula over numbers in the first column; what is not finite stands there as a file has it. */
function compute(e: Expression, values: readonly number[]): Value {
  const given = values.map((value, row) => ({
    ...{ row, column: 0, style: 'number' as const },
    content: { kind: 'formula' as const, formula: text(number(value)), array: false, value: undefined },
  }));
  const formula = { kind: 'formula' as const, formula: text(e), array: false, value: undefined };
  const asked = { row: 99, column: 0, style: 'number' as const, content: formula };
  const shape = { widths: [], frozen: { rows: 0, columns: 0 }, chart: undefined };
  const sheet = { name: 'Model', cells: [...given, asked], ...shape };
  return new Spreadsheet({ title: '', day: undefined, sheets: [sheet], names: [] }).value('Model', 99, 0);
}

const figure = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.integer({ min: -2000, max: 2000 }).map((n) => n / 8),
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.constantFrom(1e-10, -1e-10, 1e-8, -3e-13))
    .map(([n, e]) => n + e),
  fc.constantFrom(Number.NaN, 0, 1.005, 2.675, 1e12 + 0.25),
);
const truth = fc.constantFrom(0, 1, Number.NaN);

describe('as numbers', () => {
  test.each(Object.keys(arity) as Operation[])('%s', (operation) => {
    const first = operation === 'if' || conditions.has(operation) ? truth : figure;
    const second = conditions.has(operation)
      ? truth
      : operation === 'round'
        ? fc.integer({ min: -3, max: 6 })
        : figure;
    fc.assert(
      fc.property(first, second, figure, (x, y, z) => {
        const wanted = operations[operation](x, y, z);
        // a spreadsheet has no numbers without end
        fc.pre(Number.isFinite(wanted) || Number.isNaN(wanted));
        const formula = operationFormula(operation, [a, b, c].slice(0, arity[operation]), true);
        const found = compute(formula, [x, y, z]);
        expect(sameFigure(found, wanted), `${x}, ${y}, ${z}: ${show(found)}, not ${wanted}`).toBe(true);
      }),
    );
  });

  test('what is at most unlimited need not be known', () => {
    const formula = operationFormula('le', [a, b], true);
    expect(compute(formula, [Number.NaN, Number.POSITIVE_INFINITY])).toBe(1);
    expect(compute(formula, [5, Number.POSITIVE_INFINITY])).toBe(1);
    expect(compute(formula, [Number.POSITIVE_INFINITY, 5])).toBe(0);
  });

  test('the smallest known one, the first of equals', () => {
    const range: Expression = { kind: 'range', from: at(0), to: at(3) };
    expect(compute(extreme('argmin', range), [5, Number.NaN, 3, 3])).toBe(2);
    expect(compute(extreme('argmax', range), [5, Number.NaN, 5, 3])).toBe(0);
    expect(show(compute(extreme('argmin', range), [Number.NaN, Number.NaN, Number.NaN, Number.NaN]))).toBe(
      '#N/A',
    );
  });

  test.each([
    ['all', [1, Number.NaN], Number.NaN],
    ['all', [0, Number.NaN], 0],
    ['all', [1, 1], 1],
    ['any', [1, Number.NaN], 1],
    ['any', [0, Number.NaN], Number.NaN],
    ['any', [0, 0], 0],
    ['mean', [1, 2, 6], 3],
    ['count', [1, 0, 1], 2],
    ['min', [4, 2, 3], 2],
    ['first', [4, 2], 4],
    ['last', [4, 2], 2],
  ] as const)('%s of %s', (reduction, values, wanted) => {
    const formula = reductionFormula(
      reduction,
      values.map((_, i) => cell(at(i))),
    );
    expect(sameFigure(compute(formula, values), wanted)).toBe(true);
  });
});
