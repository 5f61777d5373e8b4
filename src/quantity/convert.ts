// How a value in one unit becomes a value in another: a list of visible steps, or the reason why there is none.
// Three kinds only: a fixed factor (GB to TB), a calendar assumption (hour to month), an exchange rate (EUR to USD).

import { isCurrencyCode } from './currency.ts';
import { type Atom, type Dimensions, dimensionsOf, divide, type Factor, scaleOf, type Unit } from './unit.ts';

/** Which of the plan's calendar assumptions joins a month to something shorter. */
export type CalendarFactor = 'hours' | 'days' | 'workdays';

export type ConversionStep =
  /** value × numerator / denominator */
  | { readonly kind: 'scale'; readonly numerator: number; readonly denominator: number }
  /** value × (factor per month)^power */
  | { readonly kind: 'calendar'; readonly factor: CalendarFactor; readonly power: number }
  /** value × (rate from -> to)^power */
  | { readonly kind: 'exchange'; readonly from: string; readonly to: string; readonly power: number };

export type Conversion =
  | { readonly ok: true; readonly steps: readonly ConversionStep[] }
  | { readonly ok: false; readonly reason: ConversionFailure };

export type ConversionFailure =
  /** What the two measure differs; `missing` is what the first lacks to become the second. */
  | { readonly kind: 'dimensions'; readonly missing: Dimensions }
  /** Both day-like and hour-like units meet months at once: the person must say which to convert first. */
  | { readonly kind: 'ambiguous-calendar' };

/** Clock units in one hour, one day and one workday, to turn a calendar step into the base dimension it replaces. */
const clockSize: Readonly<Record<CalendarFactor, number>> = { hours: 3600, days: 86400, workdays: 1 };

function calendarFactorOf(atom: Atom): CalendarFactor | undefined {
  if (atom.dimensions.has('workday')) return 'workdays';
  if (!atom.dimensions.has('second')) return undefined;
  return atom.name === 'day' || atom.name === 'week' ? 'days' : 'hours';
}

/**
 * The steps from one unit to another. Units cancel by name first, so `USD/hour × hour/month` needs no calendar at all.
 * The steps come in the order: calendar, exchange, then one fixed factor.
 */
export function convert(from: Unit, to: Unit): Conversion {
  const rest = divide(from, to);
  if (rest.factors.length === 0) return { ok: true, steps: [] };
  const left = new Map(dimensionsOf(rest));
  const steps: ConversionStep[] = [];
  let { numerator, denominator } = scaleOf(rest);

  const months = left.get('month') ?? 0;
  if (months !== 0) {
    const calendar = calendarStep(rest.factors, months, left);
    if (calendar === 'ambiguous') return { ok: false, reason: { kind: 'ambiguous-calendar' } };
    if (calendar !== undefined) {
      steps.push(calendar);
      left.delete('month');
      left.delete(calendar.factor === 'workdays' ? 'workday' : 'second');
      // months^p became (clock units)^p: the clock's own size must leave the fixed factor
      const size = clockSize[calendar.factor] ** Math.abs(calendar.power);
      if (calendar.power > 0) numerator *= size;
      else denominator *= size;
    }
  }

  const exchanges = exchangeSteps(left);
  steps.push(...exchanges);
  if (left.size > 0) return { ok: false, reason: { kind: 'dimensions', missing: invert(left) } };
  if (numerator !== denominator) steps.push(reduced(numerator, denominator));
  return { ok: true, steps };
}

function calendarStep(
  factors: readonly Factor[],
  months: number,
  left: Dimensions,
): (ConversionStep & { kind: 'calendar' }) | 'ambiguous' | undefined {
  const seconds = left.get('second') ?? 0;
  const workdays = left.get('workday') ?? 0;
  if (workdays === -months && seconds === 0) return { kind: 'calendar', factor: 'workdays', power: months };
  if (seconds !== -months || workdays !== 0) return undefined;
  const families = new Set(factors.map((f) => calendarFactorOf(f.atom)).filter((f) => f !== undefined));
  const [only] = families;
  if (families.size !== 1 || only === undefined) return 'ambiguous';
  return { kind: 'calendar', factor: only, power: months };
}

/** Pairs currencies that remain above with those that remain below; removes what it could pair. */
function exchangeSteps(left: Map<string, number>): ConversionStep[] {
  const steps: ConversionStep[] = [];
  for (const [from, p] of [...left]) {
    if (!isCurrencyCode(from) || p <= 0) continue;
    const to = [...left].find(([base, q]) => isCurrencyCode(base) && q === -p)?.[0];
    if (to === undefined) continue;
    steps.push({ kind: 'exchange', from, to, power: p });
    left.delete(from);
    left.delete(to);
  }
  return steps;
}

function invert(dimensions: Dimensions): Dimensions {
  return new Map([...dimensions].map(([base, p]) => [base, -p]));
}

function reduced(numerator: number, denominator: number): ConversionStep {
  if (Number.isInteger(numerator / denominator))
    return { kind: 'scale', numerator: numerator / denominator, denominator: 1 };
  if (Number.isInteger(denominator / numerator))
    return { kind: 'scale', numerator: 1, denominator: denominator / numerator };
  return { kind: 'scale', numerator, denominator };
}
