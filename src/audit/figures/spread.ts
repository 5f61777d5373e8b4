// What the printed digits of a figure can stand for: `14.20` is 14.195 to 14.205.

import type { Interval } from '../../quantity/interval.ts';
import type { Figure } from '../types.ts';

/** Of one end of it. Computed, and not kept: a long table has very many figures. */
export function spreadOf({ low, high, step, spreads }: Figure, end: 'low' | 'high'): Interval {
  if (spreads !== undefined) return spreads[end];
  const value = end === 'low' ? low : high;
  return halfStep(value, step);
}

/** Whether a value comes out as the high end of a figure to its last digit. */
export function printsAs({ high, step }: Pick<Figure, 'high' | 'step'>, value: number): boolean {
  return Math.abs(value - high) <= step * justOverHalf;
}

/** What lies in the middle between two digits may be rounded either way. */
const justOverHalf = 0.51;

/** Half a step either way: what a rounded number can stand for. */
export function halfStep(value: number, step: number): Interval {
  return { low: value - step / 2, high: value + step / 2 };
}
