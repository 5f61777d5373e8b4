// The days that prices are looked at from.

import { outline } from '../../app/plan.ts';

/** Prices as the open plan sees them; without one, the newest. */
export function daysNow(): { readonly asOf: string | undefined; readonly today: string } {
  return { asOf: outline.value?.asOf, today: isoDay(new Date()) };
}

/** The person's own day, not that of Greenwich. */
export function isoDay(date: Date): string {
  const part = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
