// What a setting may be, wherever it was written: what is wrong is reported, and then it counts as not said.

import { at, type Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Word } from '../plan/types.ts';
import { isCurrencyCode } from '../quantity/currency.ts';
import { isDate } from '../yaml/form.ts';

/** ISO code. E701 for anything else. */
export function readCurrency(word: Word | undefined, out: Diagnostics): string | undefined {
  if (word === undefined || isCurrencyCode(word.text)) return word?.text;
  const upper = word.text.toUpperCase();
  const help = isCurrencyCode(upper)
    ? `did you mean \`${upper}\`?`
    : 'currencies are written by their ISO code: EUR, USD';
  out.error('E701', `\`${word.text}\` is not a currency`, at(word.span), help);
  return undefined;
}

/** ISO day. E701 for anything else. */
export function readDay(word: Word | undefined, out: Diagnostics): string | undefined {
  if (word === undefined || isDate(word.text)) return word?.text;
  out.error('E701', `\`${word.text}\` is not a date`, at(word.span), 'write it as 2026-03-27');
  return undefined;
}
