// What a printed number can stand for. '14.20' is every value from 14.195 to 14.205; 'about 15,000' may be
// rounded to the thousand; '570+' is 570 or more. The audit compares with intervals so that rounding is never
// called an error.

import { convert } from './convert.ts';
import { type NumberStyle, writtenNumbers } from './read-number.ts';
import { type Qualifier, readStatedText, type StatedEnd } from './stated-text.ts';
import type { Unit } from './unit.ts';
import type { UnitTable } from './unit-table.ts';

/** Both ends belong to it; either may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A number as a text states it. */
export interface Stated {
  readonly value: number;
  /** Digits behind the decimal mark as written. */
  readonly decimals: number;
  /**
   * What the written digits were multiplied by: 1e6 for `1.5M`, 1e-3 for milliseconds that became seconds.
   */
  readonly scale: number;
  /** Zeros at the end of a whole number as written. */
  readonly trailingZeros: number;
  readonly qualifier: Qualifier;
}

/** Float noise that is no difference, relative to the largest number involved. */
const slack = 1e-9;

/** Whether the value lies in the interval, float noise of 1e-9 relative forgiven. False for NaN. */
export function contains(interval: Interval, value: number): boolean {
  if (value >= interval.low && value <= interval.high) return true;
  const sizes = [interval.low, interval.high, value].map(Math.abs).filter(Number.isFinite);
  const room = slack * Math.max(0, ...sizes);
  return value >= interval.low - room && value <= interval.high + room;
}

/**
 * The values that the printed digits can stand for: half a unit of the last digit either way, after `about`
 * half a unit of the last digit that is not zero. A bound (`570+`, `up to 50`, `under 50`) leaves the other
 * side open and is taken at its word.
 */
export function roundingInterval(stated: Stated): Interval {
  const { value, qualifier } = stated;
  if (qualifier === 'at-least' || qualifier === 'over') return { low: value, high: Number.POSITIVE_INFINITY };
  if (qualifier === 'at-most' || qualifier === 'under') return { low: Number.NEGATIVE_INFINITY, high: value };
  return { low: shifted(stated, -1), high: shifted(stated, 1) };
}

/**
 * The value moved by half of its last digit, computed on whole numbers: 14.2 and 2 decimals give exactly
 * 14.195.
 */
function shifted(stated: Stated, direction: 1 | -1): number {
  const { value, decimals, scale } = stated;
  const zeros = stated.qualifier === 'about' ? stated.trailingZeros : 0;
  const step = 10 ** zeros;
  const written = Math.round((value / scale) * 10 ** decimals);
  const tenths = written * 10 + direction * 5 * step;
  // one rounding only: a scale below one, such as 1/1000, is not exact itself, but what it divides by is
  const moved = scale < 1 ? tenths / (10 ** (decimals + 1) / scale) : (tenths * scale) / 10 ** (decimals + 1);
  // past 2^53 the whole numbers are none any more: fall back to plain floating point
  if (Number.isSafeInteger(written * 10) && Number.isFinite(moved)) return moved;
  return value + (direction * 0.5 * step * scale) / 10 ** decimals;
}

/** One value has `low === high`. Both are in `unit`. */
export interface StatedRange {
  readonly unit: Unit;
  readonly low: Stated;
  readonly high: Stated;
}

/**
 * The whole text as one stated value or a range: '~$15–25/month', '900ms - 1s', '570+ users', 'under 50', '5
 * to 10 users'. The unit is that of the high end; what only one end states (`$15–25/month`, `10–20k users`)
 * holds for both. Undefined where anything is left over, a unit is unknown, or the ends do not share a
 * dimension (no calendar and no exchange rate is assumed) or stand in the wrong order.
 */
export function readStated(
  text: string,
  units: UnitTable,
  style: NumberStyle = writtenNumbers,
): StatedRange | undefined {
  const parts = readStatedText(text, units, style);
  if (parts === undefined) return undefined;
  const { first, second, qualifier } = parts;
  if (second !== undefined) return join(first, second, qualifier);
  const only = statedOf(first, first.quantity.value, first.quantity.scale, qualifier);
  return { unit: first.quantity.unit, low: only, high: only };
}

function statedOf(end: StatedEnd, value: number, scale: number, qualifier: Qualifier): Stated {
  const { decimals, trailingZeros } = end.quantity;
  const signed = end.negative && value !== 0 ? -value : value;
  return { value: signed, decimals, scale, trailingZeros, qualifier: end.floor ? 'at-least' : qualifier };
}

function join(first: StatedEnd, second: StatedEnd, qualifier: Qualifier): StatedRange | undefined {
  const unit = sharedUnit(first.quantity.unit, second.quantity.unit);
  const low = inUnit(first, unit, qualifier, sharedScale(first, second));
  const high = inUnit(second, unit, qualifier, 1);
  if (low === undefined || high === undefined || low.value > high.value) return undefined;
  return { unit, low, high };
}

/** A bare number, or a bare currency that the other end has too, takes the other end's unit. */
function sharedUnit(low: Unit, high: Unit): Unit {
  return isPartOf(high, low) ? low : high;
}

function isPartOf(part: Unit, whole: Unit): boolean {
  if (part.factors.length === 0) return whole.factors.length > 0;
  const [only] = part.factors;
  return (
    part.factors.length === 1 &&
    only?.atom.kind === 'currency' &&
    only.power === 1 &&
    whole.factors.length > 1 &&
    whole.factors.some((f) => f.atom.name === only.atom.name && f.power === 1)
  );
}

/**
 * `10–20k` is 10k to 20k and `$10–20k` too, but `500–1k` is what it says: the scale carries over to a low end
 * without a unit behind it, only where the ends stay in order.
 */
function sharedScale(low: StatedEnd, high: StatedEnd): number {
  const lowFactors = low.quantity.unit.factors.length;
  const bare = lowFactors === 0 || (low.marked && lowFactors === 1);
  const carries = bare && !high.marked && low.quantity.scale === 1 && high.quantity.scale > 1;
  return carries && low.quantity.value * high.quantity.scale < high.quantity.value ? high.quantity.scale : 1;
}

function inUnit(end: StatedEnd, unit: Unit, qualifier: Qualifier, extraScale: number): Stated | undefined {
  const { quantity } = end;
  const value = quantity.value * extraScale;
  const scale = quantity.scale * extraScale;
  // a part of the unit takes the whole unit and keeps its value; nothing is converted
  if (isPartOf(quantity.unit, unit)) return statedOf(end, value, scale, qualifier);
  const conversion = convert(quantity.unit, unit);
  if (!conversion.ok) return undefined;
  let numerator = 1;
  let denominator = 1;
  for (const step of conversion.steps) {
    if (step.kind !== 'scale') return undefined;
    numerator *= step.numerator;
    denominator *= step.denominator;
  }
  return statedOf(end, (value * numerator) / denominator, (scale * numerator) / denominator, qualifier);
}
