// Numbers as people read them: decimal rounding as invoices do, no exponent, no binary noise. Locale plays no
// part.

/** A finite value as decimal digits: `0.digits × 10^point`. Zero has the digits '0'. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
}

/** 15 digits are what a double carries for certain; the noise of binary arithmetic sits behind them. */
const certainDigits = 15;

function decimalOf(value: number): Decimal {
  const negative = value < 0;
  const size = Math.abs(value);
  // above 10^15 the 15 digits would eat into the whole part, so there every digit that the double has is kept
  const text = size >= 1e15 ? wideText(size) : size.toExponential(certainDigits - 1);
  const [mantissa = '0', exponent = '0'] = text.split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { negative, digits: whole + fraction, point: whole.length + Number(exponent) };
}

function wideText(size: number): string {
  if (size >= 1e21) return size.toExponential();
  return Number.isInteger(size) ? BigInt(size).toString() : String(size);
}

function notFinite(value: number): string {
  if (Number.isNaN(value)) return 'unknown';
  return value > 0 ? 'unlimited' : '-unlimited';
}

/**
 * The value with exactly so many decimals (0 or more), halves rounded away from zero: 1.005 gives '1.01' and
 * 2.675 gives '2.68', because what is rounded is the value's decimal form of 15 significant digits. Whole
 * numbers below 10^21 are exact. Never '-0'. NaN gives 'unknown', the infinities 'unlimited' and
 * '-unlimited'.
 */
export function roundHalfAway(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const { negative, digits, point } = decimalOf(value);
  const kept = point + decimals;
  if (kept < 0) return withPoint('0', decimals);
  const head = BigInt(digits.slice(0, kept).padEnd(kept, '0') || '0');
  const rounded = (digits[kept] ?? '0') >= '5' ? head + 1n : head;
  const text = withPoint(rounded.toString(), decimals);
  return negative && rounded !== 0n ? `-${text}` : text;
}

function withPoint(digits: string, decimals: number): string {
  if (decimals <= 0) return digits;
  const padded = digits.padStart(decimals + 1, '0');
  return `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

/**
 * Commas between groups of three: '1234567.5' gives '1,234,567.5'. A text that is no plain decimal comes back
 * as it is.
 */
export function grouped(decimal: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)([0-9]+)(\.[0-9]+)?$/.exec(decimal) ?? [];
  if (whole === '') return decimal;
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${sign}${groups.join(',')}${rest}`;
}

/** A plain decimal without zeros behind its last digit, but with at least so many decimals. */
export function trimZeros(decimal: string, decimals = 0): string {
  const mark = decimal.indexOf('.');
  if (mark === -1) return decimal;
  let end = decimal.length;
  while (end > mark + 1 + decimals && decimal[end - 1] === '0') end -= 1;
  return decimal.slice(0, end === mark + 1 ? mark : end);
}

/**
 * How many decimals show the value with so many significant digits; never negative, so whole digits are never
 * dropped.
 */
export function decimalsFor(value: number, significant: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  return Math.max(0, significant - decimalOf(value).point);
}

/**
 * The value without exponent and without binary noise: 63.849999999999994 gives '63.85'. Rounds the part
 * behind the point to the significant digits asked for and drops trailing zeros; the whole part is always
 * complete.
 */
export function plainDecimal(value: number, significant = 12): string {
  return trimZeros(roundHalfAway(value, decimalsFor(value, significant)));
}

/** A count in prose, three significant digits and the whole part complete: '1,234', '15.4', '0.0577'. */
export function shortNumber(value: number): string {
  return grouped(plainDecimal(value, 3));
}
