// The catalog as tables: products found, one product in full, what changed between two days.

import { describeTariff, figureText } from '../catalog/describe-tariff.ts';
import type { PriceChange } from '../catalog/price-diff.ts';
import type { Match } from '../catalog/search.ts';
import type { Adjustment, DatedTariff, Product, SalesPlan } from '../catalog/types.ts';
import { left, row, type Table, withoutEmptyColumns } from './table.ts';

export function pathOf(product: Product, plan: SalesPlan): string {
  return [product.vendor, product.id, ...(plan.id === '' ? [] : [plan.id])].join('/');
}

/** One row for each way to buy. */
export function matchesTable(
  matches: readonly Match[],
  priceOf: (plan: SalesPlan) => DatedTariff | undefined,
): Table {
  return withoutEmptyColumns({
    columns: [left('path'), left('name'), left('kind'), left('price'), left('provides'), left('seen')],
    rows: matches.flatMap(({ vendor, product }) =>
      product.plans.map((plan) => {
        const price = priceOf(plan);
        const name =
          plan.id === '' || plan.name === product.name ? product.name : `${product.name} ${plan.name}`;
        return row(
          pathOf(product, plan),
          `${vendor.name} ${name}`,
          product.kind ?? '',
          price === undefined ? 'no price on that day' : describeTariff(price.tariff),
          providesText(plan),
          price?.provenance.date ?? '',
        );
      }),
    ),
  });
}

export function providesText(plan: SalesPlan): string {
  return [...plan.attributes].map(([name, e]) => `${name} ${figureText(e)}`).join(', ');
}

/** Every price of one way to buy, the newest first, then regions and terms. */
export function historyTable(plan: SalesPlan): Table {
  const dated = [...plan.prices].reverse().map((p) => priceRow(periodText(p), describeTariff(p.tariff), p));
  return withoutEmptyColumns({
    columns: [left('when'), left('price'), left('source'), left('seen'), left('confidence'), left('note')],
    rows: [
      ...dated,
      ...[...plan.regions.values()].map((a) => priceRow(`region ${a.id}`, adjustmentText(a), a, a.note)),
      ...[...plan.terms.values()].map((a) => priceRow(`term ${a.id}`, adjustmentText(a), a, a.note)),
    ],
  });
}

function priceRow(
  when: string,
  price: string,
  { provenance: p }: DatedTariff | Adjustment,
  note = '',
): ReturnType<typeof row> {
  return row(
    when,
    price,
    p.source ?? '',
    p.date ?? '',
    p.source === undefined && p.date === undefined ? '' : p.confidence,
    note,
  );
}

export function periodText({ from, until }: DatedTariff): string {
  const since = from === undefined ? 'always' : `from ${from}`;
  return until === undefined ? since : `${since} until ${until}`;
}

export function adjustmentText(a: Adjustment): string {
  if (a.unknown !== undefined) return `no price: ${a.unknown}`;
  if (a.tariff !== undefined) return describeTariff(a.tariff);
  if (a.add !== undefined) return `plus ${figureText(a.add)}`;
  if (a.times !== undefined) return `times ${figureText(a.times)}`;
  return a.off === undefined ? 'as elsewhere' : `${figureText(a.off)} off`;
}

export function changesTable(changes: readonly PriceChange[]): Table {
  return {
    columns: [left('day'), left('path'), left('change'), left('before'), left('after')],
    rows: changes.map((c) =>
      row(
        c.on,
        [c.vendor, c.product, ...(c.plan === '' ? [] : [c.plan])].join('/'),
        c.kind,
        c.kind === 'appeared' ? '' : describeTariff(c.before.tariff),
        c.kind === 'ended' ? '' : describeTariff(c.after.tariff),
      ),
    ),
  };
}
