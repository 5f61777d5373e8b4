// The currencies whose sign is a dollar's, and which of them a text means.

import { one, type Unit } from '../../quantity/unit.ts';
import { currencyUnit } from '../../quantity/unit-table.ts';

/** Currencies that are written with a dollar's sign where they are at home, so that a code beside it says which one. */
const dollars: ReadonlyMap<string, Unit> = new Map(
  'USD AUD CAD NZD SGD HKD TWD MXN COP CLP ARS UYU BRL BBD BMD BSD BZD DOP FJD JMD NAD TTD XCD'
    .split(' ')
    .map((code) => [code, currencyUnit(code) ?? one]),
);

/** The currency of a code that stands beside a `$`. */
export function dollarOf(code: string): Unit | undefined {
  return dollars.get(code);
}

const codedDollar =
  /(?<![\p{L}\d])([A-Z]{3}) ?\$(?= ?\d)|\$ ?\d[\d.,]{0,15}(?: ?(?:[KkMB]|mil|millones))? ?([A-Z]{3})(?!\p{L})/gu;

/** What a `$` alone is in a text: what it names beside one, `AUD$715` or `$20.000 COP`; `several` where it names more than one. */
export function dollarIn(text: string, several: string): string {
  if (!text.includes('$')) return 'USD';
  const named = new Set<string>();
  for (const [, front, behind] of text.matchAll(codedDollar)) {
    const code = front ?? behind ?? '';
    if (dollarOf(code) !== undefined) named.add(code);
  }
  const [only, ...others] = named;
  if (only === undefined) return 'USD';
  return others.length > 0 || usDollar.test(text) ? several : only;
}

const usDollar = /US ?\$|(?<!\p{L})USD(?!\p{L})/u;
