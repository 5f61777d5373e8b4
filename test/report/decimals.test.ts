// Points one below the other: what a cell lacks is made up for, unseen.

import { expect, test } from 'vitest';
import { missingDecimals } from '../../src/report/decimals.ts';

test.each([
  [
    ['1.00', '2', '3.5'],
    ['', '.00', '0'],
  ],
  [
    ['1.00', '20.00'],
    ['', ''],
  ],
  [
    ['1', '20'],
    ['', ''],
  ],
  [
    ['10.00–20.00', '5'],
    ['', '.00'],
  ],
  [
    ['35.2%', '100%'],
    ['', '.0'],
  ],
  [
    ['35.2%', '12'],
    ['', ''],
  ],
  [
    ['1.00', 'unknown', ''],
    ['', '', ''],
  ],
  [
    ['1.00', '2 users'],
    ['', ''],
  ],
  [
    ['-1.5', '+2'],
    ['', '.0'],
  ],
  [[], []],
])('%j lacks %j', (texts, missing) => {
  expect(missingDecimals(texts)).toEqual(missing);
});
