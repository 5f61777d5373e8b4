// Rows that say something before and after, and by how much less it is: `| Review | 30 minutes | 45 seconds | 97% |`, or how much it
// moved: `| Staff | $27,840 | $28,817 | +$977 |`. The units may differ from cell to cell and from row to row, so that the columns as such
// keep no relation. Most rows have to keep it.

import { divide, scaleOf } from '../../../quantity/unit.ts';
import { coarseStep } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Grid, isShare, type Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const mostRows = 100;
const fewest = 2;

export function changedRowsIn(grid: Grid): readonly Claim[] {
  if (grid.rows.length > mostRows) return [];
  const kept = [changeIn, movedIn].map((claimIn) => {
    const claims = grid.rows.flatMap(claimIn);
    const right = claims.filter((c) => c.verdict === 'right');
    return right.length >= fewest && right.length * 3 >= claims.length * 2 ? claims : [];
  });
  return kept.flat();
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

/** By the sign in front of it, and in the same unit. */
function movedIn({ kind, cells }: Row): readonly Claim[] {
  const figures = cells.flatMap((c) => c.figure ?? []);
  const [before, after, change] = figures;
  if (kind !== 'plain' || figures.length !== 3) return [];
  if (before === undefined || after === undefined || change === undefined || !isSigned(change)) return [];
  if (figures.some((f) => f.bound !== 'none' || f.low !== f.high || f.times)) return [];
  if (before.unit.key !== after.unit.key || change.unit.key !== before.unit.key) return [];
  const moved = after.high - before.high;
  const room = (before.whole && after.whole ? 0 : (before.step + after.step) / 2) + change.step * 0.501;
  const fits = Math.abs(Math.abs(change.high) - Math.abs(moved)) <= room;
  const recomputed = { low: Math.abs(moved), high: Math.abs(moved) };
  const isNear = Math.abs(moved) < Math.abs(change.high) * 2 && Math.abs(moved) * 2 > Math.abs(change.high);
  const isLoose =
    figures.some((f) => f.about) || isRounded(before, moved, change) || isRounded(after, moved, change);
  // `40% | 60% | +50%`
  if (!fits && (!isNear || isShare(change) || isLoose)) return [];
  return [
    recomputedClaim({
      kind: 'difference',
      stated: change,
      operands: [before, after],
      fits,
      recomputed,
      working: `from ${said(before)} to ${said(after)}`,
      confidence: 0.78,
    }),
  ];
}

/** `$59,000` for what was $58,800 when the difference was made. */
function isRounded({ high, step }: Figure, moved: number, change: Figure): boolean {
  const coarse = coarseStep(high, step);
  return coarse <= high * mostCoarse && Math.abs(Math.abs(change.high) - Math.abs(moved)) <= coarse / 2;
}

const mostCoarse = 0.02;

function isSigned({ low, start, passage: { text } }: Figure): boolean {
  return (
    low < 0 ||
    /[-+−–↑↓]\s*[$€£¥₹]?\s*$/u.test(text.slice(Math.max(0, start - 4), start)) ||
    /^[+−–-]/.test(text.slice(start))
  );
}
