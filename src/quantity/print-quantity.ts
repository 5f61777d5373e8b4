// The one printer of quantities and money. What it prints for a person can be read again by read-quantity.ts, but
// for what is unlimited or unknown, which is so in every unit.

import { minorDigits } from './currency.ts';
import { decimalsFor, grouped, plainDecimal, roundHalfAway, trimZeros } from './print-number.ts';
import { currencyOf, isMoney, type Unit, unitText } from './unit.ts';

/** Significant digits of a quantity for people: 1,388.89 requests/second. */
const shownDigits = 6;

/** Significant digits of a price that is only a few of the currency's smallest coins: 0.006 USD/GB. */
const smallPriceDigits = 4;

/**
 * A value with its unit for people: '500 users', '1 user', '15%', '5 per month', '1,400 requests/second'.
 * Money shows the currency's own decimals, and below 100 of its smallest coins (a dollar, 100 yen) up to four
 * significant digits, so that a price of 0.006 USD/GB stays one. Without end it is 'unlimited', of whatever unit.
 */
export function printQuantity(value: number, unit: Unit): string {
  if (Math.abs(value) === Number.POSITIVE_INFINITY) return roundHalfAway(value, 0);
  return withUnit(isMoney(unit) ? moneyDigits(value, unit) : grouped(plainDecimal(value, shownDigits)), unit);
}

function moneyDigits(value: number, unit: Unit): string {
  const minor = minorOf(unit);
  if (Math.abs(value) >= 10 ** (2 - minor)) return grouped(roundHalfAway(value, minor));
  const decimals = Math.max(minor, decimalsFor(value, smallPriceDigits));
  return trimZeros(roundHalfAway(value, decimals), minor);
}

function minorOf(unit: Unit): number {
  return minorDigits(currencyOf(unit)?.name ?? '') ?? 2;
}

/**
 * Money as a bill or a summary shows it, with the unit. Bill: always the currency's own decimals ('1,234.50
 * EUR/month'). Summary: those below 100, none from 100 up ('1,235 EUR/month'). A unit that is not money is
 * printed as a quantity.
 */
export function printMoney(value: number, unit: Unit, style: 'bill' | 'summary'): string {
  if (!isMoney(unit) || !Number.isFinite(value)) return printQuantity(value, unit);
  const exact = roundHalfAway(value, minorOf(unit));
  const whole = style === 'summary' && Math.abs(Number(exact)) >= 100;
  return withUnit(grouped(whole ? roundHalfAway(value, 0) : exact), unit);
}

/**
 * Money for JSON: a plain decimal with at least the currency's own decimals and otherwise 12 significant
 * digits ('14.20', '14.1981271234'). The whole part and the own decimals are always complete. Not finite:
 * 'unknown', 'unlimited'.
 */
export function moneyDecimal(value: number, currency: string): string {
  const minor = minorDigits(currency) ?? 2;
  const decimals = Math.max(minor, decimalsFor(value, 12));
  return trimZeros(roundHalfAway(value, decimals), minor);
}

/**
 * A text from which `readQuantity` in the style of formulas gives exactly this finite value and unit again:
 * the shortest digits that identify the double, no group separators, an exponent where JavaScript would write
 * one.
 */
export function exactText(value: number, unit: Unit): string {
  const number = Number.isFinite(value) ? String(value).replace('e+', 'e') : roundHalfAway(value, 0);
  return withUnit(number, unit);
}

/** '15%', '1 user', '2 users', '5 per user/month'; plural unless the number shown is one. */
function withUnit(number: string, unit: Unit): string {
  const name = unitText(unit, !/^-?1(?:\.0+)?$/.test(number));
  if (name === '' || number === 'unknown') return number;
  if (name.startsWith('1/')) return `${number} per ${name.slice(2)}`;
  return name.startsWith('%') && /[0-9]$/.test(number) ? `${number}${name}` : `${number} ${name}`;
}
