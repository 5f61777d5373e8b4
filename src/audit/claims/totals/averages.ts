// Rows that are called an average, against the mean of those above them.

import type { Interval } from '../../../quantity/interval.ts';
import { halfStep } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import { largest, smallest } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Column, Grid } from '../content/grid.ts';
import { type Addend, addendsOf } from './addends.ts';

/** `| Texts | 45 |`, `| Average length | 1,402 characters |`: a list of measures. */
function isOfOtherThings(addends: readonly Addend[], stated: Figure): boolean {
  const keys = new Set(addends.map((a) => a.figure?.unit.key ?? stated.unit.key));
  const values = addends.map((a) => a.high);
  const isOutside = stated.low > largest(values) || stated.high < smallest(values);
  return !keys.has(stated.unit.key) || (isOutside && (keys.size > 1 || keys.has('')));
}

export function averageOf(grid: Grid, index: number, column: Column, stated: Figure): Claim | undefined {
  const addends = addendsOf(
    grid.rows.slice(0, index).filter((r) => r.kind === 'plain'),
    column,
  );
  if (addends.length < 2 || stated.bound !== 'none') return undefined;
  if (isOfOtherThings(addends, stated)) return undefined;
  const mean = (end: 'low' | 'high'): number => addends.reduce((n, a) => n + a[end], 0) / addends.length;
  const recomputed = { low: mean('low'), high: mean('high') };
  const step = largest(addends.map((a) => a.figure?.step ?? 0));
  const spread = (value: number): Interval => halfStep(value, step);
  const fits =
    fitOf(stated, 'low', recomputed.low, spread(recomputed.low)).fits &&
    fitOf(stated, 'high', recomputed.high, spread(recomputed.high)).fits;
  // weighted averages are right, too, and their weights need not be in the table
  const values = addends.map((a) => a.high);
  const weighted =
    stated.high >= smallest(values) && stated.high <= largest(values) && grid.columns.length > 2;
  // far from every row, it is an average of something else: `Average revenue per user` among the revenues
  const apart = stated.high < smallest(values) / 10 || stated.high > largest(values) * 10;
  const confidence = fits ? 1 : weighted || apart ? 0.5 : 0.9;
  return {
    kind: 'average',
    stated,
    operands: addends.flatMap((a) => (a.figure === undefined ? [] : [a.figure])),
    verdict: fits ? 'right' : 'wrong',
    recomputed,
    working: `the average of ${addends.length} rows`,
    message: fits
      ? ''
      : `the average of the ${addends.length} rows is ${likeFigure(recomputed, stated)}, not ${said(stated)}`,
    confidence,
  };
}
