// Whether a total is the sum of some rows.

import type { Interval } from '../../../quantity/interval.ts';
import { spreadOf } from '../../figures/spread.ts';
import { coarseStep, fitOf } from '../../judge/compare.ts';
import { largest } from '../../lists.ts';
import type { Figure } from '../../types.ts';
import type { Addend } from './addends.ts';

export interface Sum {
  readonly fits: boolean;
  readonly off: number;
  /** Of a range, one end is the very sum, and the other is not. */
  readonly isHalf: boolean;
  readonly recomputed: Interval;
}

export function sumOf(addends: readonly Addend[], stated: Figure): Sum {
  const low = addends.reduce((n, a) => n + a.low, 0);
  const high = addends.reduce((n, a) => n + a.high, 0);
  // rows that were rounded one by one may miss the rounded total by a few of its last digits
  const steps = addends.map((a) => a.figure?.step ?? 0);
  const step = Math.max(stated.step, largest(steps));
  const rounded = addends.filter((a, i) => (steps[i] ?? 0) >= step * 0.99 && a.low !== 0).length;
  const few = Math.min(rounded / 2, Math.max(1, 2.5 * Math.sqrt(rounded / 12)));
  const slack = step * Math.floor(few + 1e-9) + (step - stated.step) / 2;
  const about = addends.some((a) => a.figure?.about === true);
  const more = about
    ? addends.reduce((n, a) => n + (a.figure?.about === true ? coarseStep(a.high, a.figure.step) / 2 : 0), 0)
    : 0;
  const ends = (['low', 'high'] as const).map((end) => {
    const value = end === 'low' ? low : high;
    return fitOf(stated, end, value, { low: value - slack - more, high: value + slack + more });
  });
  const bound = addends.some((a) => a.figure?.bound !== undefined && a.figure.bound !== 'none');
  return {
    fits: ends.every((e) => e.fits) || (bound && stated.high >= high) || isWithin(stated, low, high),
    off: Math.max(...ends.map((e) => e.off)),
    isHalf: isHalf(stated, { low, high }),
    recomputed: { low, high },
  };
}

/** To the digit, and no round number that anything may come to. */
function isHalf(stated: Figure, sum: Interval): boolean {
  const isEnd = (end: 'low' | 'high'): boolean =>
    Math.abs(stated[end] - sum[end]) <= stated.step / 2 && coarseStep(sum[end], stated.step) < sum[end] / 20;
  return stated.low < stated.high && isEnd('low') !== isEnd('high');
}

/** One amount inside of the range that is stated. */
function isWithin(stated: Figure, low: number, high: number): boolean {
  const [lowSpread, highSpread] = [spreadOf(stated, 'low'), spreadOf(stated, 'high')];
  return low === high && stated.low < stated.high && low >= lowSpread.low - 1e-9 && high <= highSpread.high;
}

/**
 * A column of averages, largest values or counts may have a row called total, too; and groups that stand above their parts are
 * added twice.
 */
export function isOtherwiseRight(addends: readonly Addend[], stated: Figure): boolean {
  const values = addends.map((a) => a.high);
  const mean = values.reduce((n, v) => n + v, 0) / values.length;
  const near = (value: number): boolean =>
    Math.abs(value - stated.high) <= Math.max(stated.step / 2, Math.abs(value) * 1e-6);
  return (
    near(mean) ||
    near(largest(values)) ||
    near(values.length) ||
    near((mean * values.length) / 2) ||
    (values.length > 1 && values.every((v) => near(v)))
  );
}

/** The last row is what the others come to, by any name: with it, they are there twice. */
export function isAddedTwice(addends: readonly Addend[]): boolean {
  const last = addends.at(-1);
  if (last === undefined || addends.length < 3 || last.high <= 0) return false;
  const others = addends.slice(0, -1).reduce((n, a) => n + a.high, 0);
  return Math.abs(others - last.high) <= (last.figure?.step ?? 0) / 2;
}

export function leftOut(addends: readonly Addend[], stated: Figure): Addend | undefined {
  if (addends.length < 3 || addends.length > 40) return undefined;
  return addends.find(
    (a) =>
      a.high !== 0 &&
      sumOf(
        addends.filter((b) => b !== a),
        stated,
      ).off === 0,
  );
}
