// Whether a stated figure can stand for a recomputed value. Intervals first, then the conventions that people round and count
// by; the one that fits is named.

import type { Interval } from '../../quantity/interval.ts';
import { spreadOf } from '../figures/spread.ts';
import type { Figure } from '../types.ts';

/** Float noise, relative. */
const noise = 1e-9;

export interface Fit {
  readonly fits: boolean;
  /** How far off, as a share of the larger of the two; 0 where it fits. */
  readonly off: number;
}

/** Rounding of operands may not excuse more than this share of the result. */
const mostExcused = 0.012;

/**
 * Compares one end of a stated figure with what it should be. `spread` is the result with the operands' rounding in it, of which
 * `excused` counts, as a share of the result.
 */
export function fitOf(
  stated: Figure,
  end: 'low' | 'high',
  value: number,
  spread: Interval,
  excused = mostExcused,
): Fit {
  const printed = end === 'low' ? stated.low : stated.high;
  const printedSpread = spreadOf(stated, end);
  const size = Math.max(Math.abs(printed), Math.abs(value));
  const off = size === 0 ? 0 : Math.abs(printed - value) / size;
  if (stated.bound === 'least' && value >= printedSpread.low) return { fits: true, off: 0 };
  if (stated.bound === 'most' && value <= printedSpread.high) return { fits: true, off: 0 };
  if (isRoundFor(printed, stated.step, value)) return { fits: true, off: 0 };
  if (overlaps(widened(stated, printed, printedSpread), value, spread, size * excused, size * noise))
    return { fits: true, off: 0 };
  return { fits: false, off };
}

/** Whether two figures can stand for the same: of ranges both ends, or the one within the other. */
export function agrees(a: Figure, b: Figure): boolean {
  const one = (x: Figure, y: Figure): boolean =>
    fitOf(x, 'low', y.low, spreadOf(y, 'low')).fits && fitOf(x, 'high', y.high, spreadOf(y, 'high')).fits;
  return one(a, b) || one(b, a) || isInside(a, b) || isInside(b, a);
}

/**
 * Whether the figure, times `n`, lies within the range. Two ranges that have one end in common are no such: they were the same,
 * and one of them was changed.
 */
export function isInside(figure: Figure, range: Figure, n = 1): boolean {
  const [low, high] = [figure.low * n, figure.high * n];
  if (range.low >= range.high || low < range.low || high > range.high) return false;
  return low === high || (low === range.low) === (high === range.high);
}

function overlaps(
  printed: Interval,
  value: number,
  spread: Interval,
  excused: number,
  room: number,
): boolean {
  if (value >= printed.low - room && value <= printed.high + room) return true;
  const low = Math.max(spread.low, value - excused);
  const high = Math.min(spread.high, value + excused);
  return low <= printed.high + room && high >= printed.low - room;
}

/**
 * What the printed digits can stand for by the ways people print: rounded, cut off, and with `~` or round digits to fewer
 * places.
 */
function widened(stated: Figure, printed: number, spread: Interval): Interval {
  const { step } = stated;
  let { low, high } = spread;
  // rounded twice: 48.246 to 48.25, and that to 48.3
  if (printed >= 0) low = Math.min(low, printed - step * 0.55);
  // cut off instead of rounded
  if (printed >= 0) high = Math.max(high, printed + step * 0.999_999);
  else low = Math.min(low, printed - step * 0.999_999);
  const coarse = coarseStep(printed, step);
  if (stated.about) {
    const room = Math.max(
      Math.min(coarse / 2, Math.abs(printed) * mostAbout),
      Math.abs(printed) * leastAbout,
    );
    low = Math.min(low, printed - room);
    high = Math.max(high, printed + room);
  } else if (coarse > step && coarse <= Math.abs(printed) * (stated.low < stated.high ? 0.1 : 0.01)) {
    // 84,400 for 84,401
    low = Math.min(low, printed - coarse / 2);
    high = Math.max(high, printed + coarse / 2);
  }
  return { low, high };
}

/** What `~` leaves open, as a share: `~100` may be 112, and hardly 140. */
const mostAbout = 0.125;
const leastAbout = 0.05;

/** 330,000 for 329,760: a round number that the value rounds to, and hardly off. */
function isRoundFor(printed: number, step: number, value: number): boolean {
  const coarse = coarseStep(printed, step);
  if (coarse <= step || Math.abs(printed) < 20 * step) return false;
  return (
    Math.abs(Math.round(value / coarse) * coarse - printed) < step / 2 &&
    Math.abs(printed - value) <= 0.004 * Math.abs(value)
  );
}

/** The place of the last digit that is not a zero: 100 for 84,400, 1e6 for `2 million`. */
export function coarseStep(value: number, step: number): number {
  if (value === 0 || step <= 0) return step;
  let coarse = step;
  for (let i = 0; i < 12; i++) {
    const next = coarse * 10;
    const count = Math.abs(value) / next;
    if (count < 1 || Math.abs(count - Math.round(count)) > 1e-9 * Math.max(1, count)) break;
    coarse = next;
  }
  return coarse;
}

/** `$30/month` for `$365/year`: of an amount for two periods, what stands for the shorter was rounded. */
export function isRoundedFor(base: Figure, stated: Figure, factor: number): boolean {
  if (base.low < base.high || stated.low < stated.high) return false;
  const [small, exact] = factor > 1 ? [base, stated.high / factor] : [stated, base.high * factor];
  const coarse = coarseStep(small.high, small.step);
  const step = coarse <= small.high * mostCoarse ? coarse : small.step;
  return step <= small.high * mostStep && Math.abs(small.high - exact) <= step / 2;
}

/** `$580` is rounded to tens; `$500` is not to hundreds. */
const mostCoarse = 0.02;
/** `$3` may be anything. */
const mostStep = 0.04;
