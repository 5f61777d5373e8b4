// What happened to prices between two days, as data.

import { priceOn } from './catalog.ts';
import { describeTariff } from './describe-tariff.ts';
import type { DatedTariff, SalesPlan, Vendor } from './types.ts';

/** `plan` is '' for a product that is sold in one way. */
export type PriceChange = {
  readonly vendor: string;
  readonly product: string;
  readonly plan: string;
  /** The day of the change. */
  readonly on: string;
} & (
  | { readonly kind: 'appeared'; readonly after: DatedTariff }
  | { readonly kind: 'changed'; readonly before: DatedTariff; readonly after: DatedTariff }
  | { readonly kind: 'ended'; readonly before: DatedTariff }
);

/**
 * Every change after the day `from` and not after the day `to`, by day, then by path. A price seen again is
 * no change.
 */
export function pricesBetween(vendors: readonly Vendor[], from: string, to: string): readonly PriceChange[] {
  const changes: PriceChange[] = [];
  for (const vendor of vendors) {
    for (const product of vendor.products.values()) {
      for (const plan of product.plans) changes.push(...changesOf(vendor.id, product.id, plan, from, to));
    }
  }
  return changes.sort((a, b) => compareText(a.on, b.on) || compareText(pathOf(a), pathOf(b)));
}

function changesOf(
  vendor: string,
  product: string,
  plan: SalesPlan,
  from: string,
  to: string,
): readonly PriceChange[] {
  const changes: PriceChange[] = [];
  // nothing changes between two of the days, so what held before one is what held on the one before; '' is
  // before them all
  let before = holding(plan, '');
  for (const on of changeDays(plan)) {
    const after = holding(plan, on);
    if (on > from && on <= to) {
      const change = changeOf({ vendor, product, plan: plan.id, on }, before, after);
      if (change !== undefined) changes.push(change);
    }
    before = after;
  }
  return changes;
}

function changeOf(
  head: Pick<PriceChange, 'vendor' | 'product' | 'plan' | 'on'>,
  before: DatedTariff | undefined,
  after: DatedTariff | undefined,
): PriceChange | undefined {
  if (before === undefined) return after === undefined ? undefined : { ...head, kind: 'appeared', after };
  if (after === undefined) return { ...head, kind: 'ended', before };
  const same = describeTariff(before.tariff) === describeTariff(after.tariff);
  return same ? undefined : { ...head, kind: 'changed', before, after };
}

/** The days on which another price may begin to hold, in order. */
function changeDays(plan: SalesPlan): readonly string[] {
  const days = new Set<string>();
  for (const { from, until } of plan.prices) {
    if (from !== undefined) days.add(from);
    const after = until === undefined ? undefined : dayAfter(until);
    if (after !== undefined) days.add(after);
  }
  return [...days].sort();
}

function holding(plan: SalesPlan, day: string): DatedTariff | undefined {
  const found = priceOn(plan, day);
  return found.kind === 'price' ? found.tariff : undefined;
}

/**
 * The next ISO day, in UTC, so that no time zone can move it; undefined after the last that has four digits
 * for its year.
 */
function dayAfter(day: string): string | undefined {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
  return next.startsWith('+') ? undefined : next.slice(0, 10);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pathOf(change: PriceChange): string {
  return `${change.vendor}/${change.product}/${change.plan}`;
}
