// What an amount measures: a month, the first year, five years.

import type { Fact } from './facts.ts';
import { periodOfText } from './grid.ts';

/** What a column of amounts measures: `first year`, `year 5`, `month 1`. */
export function measureOf(text: string): string | undefined {
  if (/(?<!\p{L})(?:year|yr|jahr|année|año|ano|yıl)\s*1(?!\d)/iu.test(text)) return 'first year';
  const { period, periods } = periodOfText(text);
  return period === '' ? undefined : `${period} ${periods}`;
}

export function sameMeasure(a: Fact, b: Fact): boolean {
  return a.currency === b.currency && (a.period === b.period || a.period === '' || b.period === '');
}
