// Rows that say a time before and after, and by how much less it is: `| Review | 30 minutes | 45 seconds | 97% |`. The units may differ
// from cell to cell, so that the columns as such keep no relation; data and rates, too. Most rows have to keep it.

import { divide, scaleOf } from '../../../quantity/unit.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Grid, isShare, type Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const mostRows = 100;
const fewest = 2;

export function changedRowsIn(grid: Grid): readonly Claim[] {
  if (grid.rows.length > mostRows || !grid.columns.some((c) => c.isShare)) return [];
  const claims = grid.rows.flatMap(changeIn);
  const right = claims.filter((c) => c.verdict === 'right');
  const isKept = right.length >= fewest && right.length * 3 >= claims.length * 2;
  return isKept ? claims : [];
}

function changeIn({ kind, cells }: Row): readonly Claim[] {
  const figures = cells.flatMap((c) => c.figure ?? []);
  const [before, after, change] = figures;
  if (kind !== 'plain' || figures.length !== 3) return [];
  if (before === undefined || after === undefined || change === undefined || !isShare(change)) return [];
  if (figures.some((f) => f.bound !== 'none' || f.low !== f.high) || before.high <= 0) return [];
  const ratio = ratioOf(before, after);
  if (ratio === undefined || ratio === 1) return [];
  const less = (1 - ratio) * 100;
  // `4x faster` as `300% faster`
  const readings = [less, -less, ...(ratio > 0 ? [(1 / ratio - 1) * 100] : [])];
  const fits = readings.some(
    (r) => Math.abs(change.high - r) < change.step * 1.000_001 + (change.about ? 3 : 0),
  );
  const recomputed = { low: Math.abs(less), high: Math.abs(less) };
  return [
    recomputedClaim({
      kind: 'saving',
      stated: change,
      operands: [before, after],
      fits,
      recomputed,
      working: `from ${said(before)} to ${said(after)}`,
      confidence: isSlip(change, less) ? 0.8 : 0.6,
    }),
  ];
}

/** What is further off is another percentage; and `95%` for 97 a round one. */
function isSlip({ high }: Figure, less: number): boolean {
  const off = Math.abs(Math.abs(high) - Math.abs(less));
  return off < mostOff && !(high % 5 === 0 && off < 5);
}

const mostOff = 20;

/** The second as so many times the first; undefined where they are not of one kind, or are money, which relations.ts looks at. */
function ratioOf(before: Figure, after: Figure): number | undefined {
  if (currencyOf(before) !== '' || before.unit.factors.length === 0 || isShare(before)) return undefined;
  const { factors } = divide(after.unit, before.unit);
  const power = factors.reduce((sum, f) => sum + f.power, 0);
  const kinds = new Set(factors.map((f) => f.atom.kind));
  const isAlike = power === 0 && kinds.size <= 1 && !kinds.has('count') && !kinds.has('currency');
  if (!isAlike) return undefined;
  const { numerator, denominator } = scaleOf(divide(after.unit, before.unit));
  return ((after.high / before.high) * numerator) / denominator;
}
