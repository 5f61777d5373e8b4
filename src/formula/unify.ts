// Bringing a value into a wanted unit, with each step visible, or saying in words why that cannot be done.

import type { Span } from '../diagnostics/source.ts';
import { type ConversionStep, convert } from '../quantity/convert.ts';
import { isCurrencyCode } from '../quantity/currency.ts';
import { dimensionsOf, divide, one, sameUnit, simplify, type Unit, unitText } from '../quantity/unit.ts';
import { brokenAt, type Checking, describe, isBroken, unitOf } from './inference.ts';
import { numberOf, type Typed } from './typed.ts';

/** A literal 0, and what is unknown or unlimited without a unit, fit every unit: `max(0, stored - 10 GB)`. */
export function fitsAnywhere(typed: Typed): boolean {
  if (typed.type.kind !== 'number') return false;
  return (
    typed.type.bare === true || (typed.op === 'number' && typed.value === 0 && sameUnit(typed.type.unit, one))
  );
}

/**
 * The value in another unit. `wanted` is where the other unit comes from, for the message.
 * `misfit` reports when the two measure different things; without it the message speaks of the wanted unit.
 */
export function convertTo(value: Typed, unit: Unit, wanted: Span, ctx: Checking, misfit?: () => void): Typed {
  if (value.type.kind !== 'number') return value;
  if (fitsAnywhere(value)) return { ...value, type: numberOf(unit) };
  const found = convert(value.type.unit, unit);
  if (!found.ok) {
    if (found.reason.kind === 'ambiguous-calendar') reportAmbiguous(value, unit, ctx);
    else if (misfit !== undefined) misfit();
    else reportUnreachable(value, unit, wanted, ctx);
    return brokenAt(value.span);
  }
  if (!available(found.steps, value, unit, ctx)) return brokenAt(value.span);
  let result = value;
  for (const [i, step] of found.steps.entries()) {
    const last = i === found.steps.length - 1;
    result = {
      op: 'convert',
      step,
      arg: result,
      type: last ? numberOf(unit) : result.type,
      span: value.span,
    };
  }
  return result === value ? { ...value, type: numberOf(unit) } : result;
}

/** Whether the plan has the calendar factors and rates that the steps need; reports the first that it lacks. */
function available(steps: readonly ConversionStep[], value: Typed, unit: Unit, ctx: Checking): boolean {
  for (const step of steps) {
    if (step.kind === 'calendar' && !ctx.scope.hasCalendar(step.factor)) {
      const help = `say how many: \`calendar: { month: [730 hours, 30 days, 21 workdays] }\``;
      const message = `the plan does not say how many ${step.factor} a month has`;
      ctx.out.error('E305', message, [{ span: value.span, label: describe(value) }], help);
      return false;
    }
    if (step.kind === 'exchange' && !ctx.scope.canExchange(step.from, step.to)) {
      const message = `there is no exchange rate from ${step.from} to ${step.to}`;
      const help = `give one with its date: \`exchange: { ${step.from}: { rate: <number> ${step.to}, date: …, source: … } }\``;
      const label = `${describe(value)}, and \`${unitText(unit)}\` is needed`;
      ctx.out.error('E304', message, [{ span: value.span, label }], help);
      return false;
    }
  }
  return true;
}

function reportAmbiguous(value: Typed, unit: Unit, ctx: Checking): void {
  const message = `both days and hours meet months on the way from \`${unitText(unitOf(value))}\` to \`${unitText(unit)}\``;
  const help = 'convert one of them first, for example `(… in GB/day)`';
  ctx.out.error('E305', message, [{ span: value.span, label: describe(value) }], help);
}

function reportUnreachable(value: Typed, unit: Unit, wanted: Span, ctx: Checking): void {
  const from = nameOf(unitOf(value));
  const message = `${from} cannot become \`${unitText(unit)}\``;
  const marks = [
    { span: value.span, label: describe(value) },
    { span: wanted, label: `\`${unitText(unit)}\` is wanted` },
  ];
  ctx.out.error('E301', message, marks, missingFactor(unit, unitOf(value)));
}

function nameOf(unit: Unit): string {
  const text = unitText(unit, true);
  return text === '' ? 'a pure number' : `\`${text}\``;
}

/** Two operands that do not fit: both are shown with their units, and what would join them if that is simple. */
export function reportMisfit(left: Typed, right: Typed, verb: string, ctx: Checking): void {
  const message = `${nameOf(unitOf(right))} cannot be ${verb} ${nameOf(unitOf(left))}`;
  const marks = [
    { span: left.span, label: describe(left) },
    { span: right.span, label: describe(right) },
  ];
  ctx.out.error('E301', message, marks, missingFactor(unitOf(left), unitOf(right)));
}

/** A hint only where one plain factor is missing; a guess at more would mislead. */
export function missingFactor(wanted: Unit, have: Unit): string {
  if (sameUnit(have, one))
    return `a number without a unit was given; write its unit: \`… ${unitText(wanted, true)}\``;
  if (have.key === '%^1') return 'a percentage is a share of something: write `x * (1 + 5%)`';
  const missing = simplify(divide(wanted, have)).unit;
  const dimensions = [...dimensionsOf(missing)];
  if (dimensions.length === 0 || dimensions.length > 2 || dimensions.some(([, p]) => Math.abs(p) > 1))
    return '';
  if (dimensions.length === 2 && dimensions.every(([base]) => isCurrencyCode(base))) return '';
  const text = unitText(missing);
  const [, sign] = dimensions[0] ?? ['', 1];
  if (dimensions.length === 1 && sign < 0)
    return `divide by something in \`${unitText(divide(one, missing))}\`, or multiply by something in \`${text}\``;
  return `multiply the second by something in \`${text}\``;
}

/**
 * Two values in one unit (the left's, or the right's where the left is a bare zero); undefined after an error.
 * A literal 0 has every unit: `max(0, stored - 10 GB)`.
 */
export function alike(
  left: Typed,
  right: Typed,
  verb: string,
  ctx: Checking,
  span: Span,
): readonly [Typed, Typed] | undefined {
  if (isBroken(left, right)) return undefined;
  if (fitsAnywhere(right)) return [left, { ...right, type: left.type }];
  if (fitsAnywhere(left)) return [{ ...left, type: right.type }, right];
  if (sameUnit(unitOf(left), unitOf(right))) return [left, right];
  const converted = convertTo(right, unitOf(left), span, ctx, () => reportMisfit(left, right, verb, ctx));
  return isBroken(converted) ? undefined : [left, converted];
}
