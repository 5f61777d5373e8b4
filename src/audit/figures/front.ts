// The currency and the sign in front of a number.

import { isBlank, isDigit, isLetter } from '../../quantity/characters.ts';
import { currencySigns } from '../../quantity/currency.ts';
import type { Unit } from '../../quantity/unit.ts';
import { currencyUnit } from '../../quantity/unit-table.ts';
import { currencyBefore } from '../../quantity/unit-words.ts';
import { dollarOf } from './dollars.ts';
import { unitWord } from './words.ts';

const percent = unitWord('%');

/** The currency and the sign in front of a number, no further back than `open`. */
export function frontOf(
  text: string,
  start: number,
  open: number,
): { readonly start: number; readonly unit: Unit | undefined; readonly negative: boolean } {
  let from = start;
  let back = start;
  while (back > open && isBlank(text[back - 1]) && start - back < 2) back -= 1;
  let unit: Unit | undefined;
  // a sign or the letters of a code stand right in front
  const bare = back === open || !mayEndMark(text.charAt(back - 1));
  for (let length = bare ? 0 : 4; length > 0; length--) {
    const begin = back - length;
    if (begin < open) continue;
    const before = currencyBefore(text, begin);
    if (before === undefined || before.end !== start) continue;
    unit = before.unit;
    from = begin;
    break;
  }
  if (unit === undefined && text[start - 1] === '%' && start - 1 >= open && !isDigit(text[start - 2])) {
    // `%30`, as Turkish has it
    return { start: start - 1, unit: percent, negative: false };
  }
  if (unit === undefined && !bare && text[back - 1] === '￥') {
    unit = currencyUnit('JPY');
    from = back - 1;
  }
  if (
    unit === undefined &&
    !bare &&
    isLetter(text.charAt(back - 1) === '.' ? text.charAt(back - 2) : text.charAt(back - 1))
  ) {
    const word = /(?:^|[^\p{L}])(Rs\.?|RMB|R)$/u.exec(text.slice(Math.max(open, back - 5), back))?.[1];
    if (word !== undefined && (word !== 'R' || back === start)) {
      unit = word.startsWith('Rs') ? currencyUnit('INR') : word === 'RMB' ? currencyUnit('CNY') : undefined;
      if (unit !== undefined) from = back - word.length;
    }
  }
  if (unit !== undefined && text[from] === '$') {
    const code = dollarCode.exec(text.slice(Math.max(open, from - 5), from))?.[1];
    const own = code === undefined ? undefined : dollarOf(code);
    if (code !== undefined && own !== undefined) {
      unit = own;
      from = text.lastIndexOf(code, from);
    }
  } else if (unit !== undefined && text[from - 1] === '$' && from > open) from -= 1;
  const sign = text[from - 1];
  const beforeSign = text[from - 2];
  const free = beforeSign === undefined || isBlank(beforeSign) || '(|=:,'.includes(beforeSign);
  const negative = from > open && (sign === '-' || sign === '\u2212' || sign === '–') && free;
  return { start: negative ? from - 1 : from, unit, negative };
}

/** `AUD$715`, `AUD $715` */
const dollarCode = /(?:^|[^\p{L}\p{N}])([A-Z]{3}) ?$/u;

const signEnds = new Set([...currencySigns.keys()].map((sign) => sign.at(-1)));

/** Of a currency, of the dot in `Rs. 500`, or of more blanks between. */
function mayEndMark(char: string): boolean {
  return isLetter(char) || signEnds.has(char) || char === '￥' || char === '.' || isBlank(char);
}
