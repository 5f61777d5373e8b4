// How figures become text, once, for every report: money, quantities, ranges, shares, and what is not known.

import type { Coordinate, Figure, Ranged } from '../analysis/figures.ts';
import type { Estimate } from '../analysis/spread.ts';
import type { Type } from '../formula/typed.ts';
import { roundHalfAway } from '../quantity/print-number.ts';
import { printMoney, printQuantity } from '../quantity/print-quantity.ts';
import { divide, isMoney, one, type Unit, unitText } from '../quantity/unit.ts';
import { currencyUnit, UnitTable } from '../quantity/unit-table.ts';

/** `bill`: always the currency's own decimals. `summary`: none from 100 up. */
export type MoneyStyle = 'bill' | 'summary';

/** What stands where nothing is known and nobody says why. */
export const unknownText = 'unknown';

/** `EUR`, and with `month` `EUR/month`. */
export function moneyUnit(currency: string, per?: 'month' | 'year'): Unit {
  const money = currencyUnit(currency) ?? one;
  return per === undefined ? money : divide(money, UnitTable.builtin.lookup(per) ?? one);
}

/** `14.20`, `10.00–20.00`, the reason, or `unknown`: for a column whose head says the currency. */
export function moneyCell(r: Ranged, currency: string, style: MoneyStyle, reason?: string): string {
  const unit = moneyUnit(currency);
  return ranged(r, (x) => withoutUnit(printMoney(x, unit, style), unit), reason);
}

/** `14.20 EUR/month`, `10.00–20.00 EUR/month`, the reason, or `unknown`. */
export function moneyText(r: Ranged, unit: Unit, style: MoneyStyle, reason?: string): string {
  return withUnitOnce(r, unit, (x) => printMoney(x, unit, style), reason);
}

/** `500 users`, `75–125 users`, `15–25%`, the reason, or `unknown`. Money shows its own decimals. */
export function figureText(figure: Figure, reason?: string): string {
  return withUnitOnce(figure, figure.unit, (x) => printQuantity(x, figure.unit), reason);
}

/** The figure alone, for a column whose head says the unit. */
export function figureCell(figure: Figure, style: MoneyStyle = 'bill', reason?: string): string {
  const { unit } = figure;
  const print = (x: number): string =>
    withoutUnit(isSumOfMoney(unit) ? printMoney(x, unit, style) : printQuantity(x, unit), unit);
  return ranged(figure, print, reason);
}

/** `EUR`, `EUR/month`. A price for one of something (`EUR/GB/month`) has more decimals than a bill. */
export function isSumOfMoney(unit: Unit): boolean {
  return (
    isMoney(unit) && unit.factors.every(({ atom }) => atom.kind === 'currency' || atom.kind === 'calendar')
  );
}

/** A share as a percentage with one decimal: `35.2%`; none from 100% up; `<0.1%` for what is little but not nothing. */
export function percentText(share: number): string {
  if (Number.isNaN(share)) return unknownText;
  if (!Number.isFinite(share)) return `${roundHalfAway(share, 0)}`;
  const percent = share * 100;
  if (percent !== 0 && Math.abs(percent) < 0.05) return percent > 0 ? '<0.1%' : '>-0.1%';
  return `${roundHalfAway(percent, Math.abs(percent) < 99.95 ? 1 : 0)}%`;
}

/** `94.2% ± 0.3%` */
export function estimateText({ value, error }: Estimate): string {
  if (Number.isNaN(value)) return percentText(value);
  return error > 0 ? `${percentText(value)} ± ${percentText(error)}` : percentText(value);
}

/** `12.5%`, `10.0–25.0%`: a share that may be a range. */
export function percentRange(r: Ranged): string {
  return ranged(r, percentText, undefined).replace(/%(–| to )/, '$1');
}

/** `tier=b, mail=free`, as one writes it behind `--at`. */
export function caseText(at: readonly Coordinate[]): string {
  return at.map((c) => `${c.axis}=${c.point}`).join(', ');
}

/** With the labels that the points have: `tier=b, mail=free · B, 500 at once / the free plan`. */
export function caseHead(at: readonly Coordinate[]): string {
  const labels = at.filter((c) => c.label !== c.point).map((c) => c.label);
  // labels have commas of their own
  return [caseText(at), labels.join(' / ')].filter((part) => part !== '').join(' · ');
}

function ranged(r: Ranged, print: (x: number) => string, reason: string | undefined): string {
  if (Number.isNaN(r.mid)) return reason ?? unknownText;
  if (r.low === r.high) return print(r.mid);
  const [low, high] = [print(r.low), print(r.high)];
  if (low === high) return print(r.mid);
  // a dash between negative numbers reads as a sign
  return r.low < 0 || r.high < 0 ? `${low} to ${high}` : `${low}–${high}`;
}

/** A range says its unit once, at its end. */
function withUnitOnce(
  r: Ranged,
  unit: Unit,
  print: (x: number) => string,
  reason: string | undefined,
): string {
  if (Number.isNaN(r.mid) || r.low === r.high) return ranged(r, print, reason);
  const high = print(r.high);
  // what is unlimited has no unit to lend
  if (print(r.low) === high || !Number.isFinite(r.high)) return ranged(r, print, reason);
  return ranged(r, (x) => (x === r.high ? high : withoutUnit(print(x), unit)), reason);
}

/** Cuts what the printer put behind the digits. */
function withoutUnit(text: string, unit: Unit): string {
  const [, number = text] = /^(-?[0-9.,]+|-?unlimited|unknown)/.exec(text) ?? [];
  return unitText(unit) === '' ? text : number;
}

/** Any value of the language: a quantity, `true` or `false`, the name of a point. */
export function valueText(
  {
    type,
    value,
    low,
    high,
  }: { readonly type: Type; readonly value: number; readonly low: number; readonly high: number },
  pointsOf: (axis: string) => readonly string[],
): string {
  switch (type.kind) {
    case 'number':
      return figureText({ low, mid: value, high, unit: type.unit });
    case 'condition':
      return Number.isNaN(value) ? unknownText : value === 1 ? 'true' : 'false';
    case 'point':
      return pointsOf(type.axis)[value] ?? unknownText;
    default:
      return unknownText;
  }
}
