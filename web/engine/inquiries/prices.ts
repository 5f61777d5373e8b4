// The catalog: what there is, one product in full, what changed between two days.

import { priceOn } from '../../../src/catalog/catalog.ts';
import { describeTariff, figureText } from '../../../src/catalog/describe-tariff.ts';
import { pricesBetween } from '../../../src/catalog/price-diff.ts';
import { type Match, searchProducts } from '../../../src/catalog/search.ts';
import type { DatedTariff, Product, Provenance, SalesPlan, Tariff } from '../../../src/catalog/types.ts';
import { cell, cells, code, link, type ReportTable, table, textCell } from '../../../src/report/blocks.ts';
import type { LineChart } from '../../../src/report/charts/chart.ts';
import { priceChart } from '../../../src/report/charts/price-chart.ts';
import { daysBetween, staleAfterDays } from '../../../src/report/price-sources.ts';
import { provenanceCells } from '../../../src/report/provenance-text.ts';
import { left, right } from '../../../src/report/table.ts';
import { adjustmentText, pathOf, periodText, providesText } from '../../../src/report/table-prices.ts';
import { isWebAddress } from '../../../src/report/web-address.ts';
import { refused } from '../session.ts';
import type { Shelf } from './shelf.ts';

/** The days that prices are looked at from. */
interface Days {
  /** The day whose prices hold; the newest where undefined. */
  readonly asOf: string | undefined;
  /** From which a price's age is counted. */
  readonly today: string;
}

export interface SearchParams extends Days {
  readonly words: string;
  /** Vendor id, kind, region; undefined for any. */
  readonly vendor: string | undefined;
  readonly kind: string | undefined;
  readonly region: string | undefined;
}

/** One way to buy something. */
export interface Offer {
  readonly path: string;
  /** `vendor/product`: its page. */
  readonly product: string;
  readonly vendor: string;
  readonly name: string;
  readonly kind: string;
  readonly price: string;
  /** No price holds on that day. */
  readonly unpriced: boolean;
  readonly provides: string;
  readonly seen: Seen | undefined;
}

/** When somebody last looked. */
export interface Seen {
  readonly date: string;
  /** `3 days`, `5 months`. */
  readonly age: string;
  readonly stale: boolean;
}

export interface Facet {
  readonly id: string;
  readonly label: string;
  /** How many offers there would be. */
  readonly count: number;
}

export interface Found {
  readonly offers: readonly Offer[];
  /** Of all that was found; `offers` holds the first of them. */
  readonly count: number;
  readonly products: number;
  readonly vendors: readonly Facet[];
  readonly kinds: readonly Facet[];
  readonly regions: readonly Facet[];
}

const mostOffers = 300;

interface Way {
  readonly match: Match;
  readonly plan: SalesPlan;
}

export function search({ catalog }: Shelf, params: SearchParams): Found {
  const { words, vendor, kind, region } = params;
  const ways = searchProducts(catalog.vendors(), words.split(/\s+/)).flatMap((match) =>
    match.product.plans.map((plan): Way => ({ match, plan })),
  );
  const fits = {
    vendor: ({ match }: Way) => vendor === undefined || match.vendor.id === vendor,
    kind: ({ match }: Way) => kind === undefined || match.product.kind === kind,
    region: ({ plan }: Way) => region === undefined || plan.regions.has(region),
  };
  const kept = ways.filter((way) => fits.vendor(way) && fits.kind(way) && fits.region(way));
  return {
    offers: kept.slice(0, mostOffers).map((way) => offerOf(way, params)),
    count: kept.length,
    products: new Set(kept.map(({ match }) => match.product)).size,
    vendors: facet(
      ways.filter((way) => fits.kind(way) && fits.region(way)),
      ({ match }) => [[match.vendor.id, match.vendor.name]],
    ),
    kinds: facet(
      ways.filter((way) => fits.vendor(way) && fits.region(way)),
      ({ match: { product } }) => (product.kind === undefined ? [] : [[product.kind, product.kind]]),
    ),
    regions: facet(
      ways.filter((way) => fits.vendor(way) && fits.kind(way)),
      ({ plan }) => [...plan.regions.keys()].map((id) => [id, id] as const),
    ),
  };
}

function facet(
  ways: readonly Way[],
  of: (way: Way) => readonly (readonly [string, string])[],
): readonly Facet[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const [id, label] of ways.flatMap(of)) {
    const known = counts.get(id);
    if (known === undefined) counts.set(id, { label, count: 1 });
    else known.count += 1;
  }
  return [...counts]
    .map(([id, { label, count }]) => ({ id, label, count }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

function offerOf({ match: { vendor, product }, plan }: Way, days: Days): Offer {
  const price = holding(plan, days.asOf);
  return {
    path: pathOf(product, plan),
    product: `${product.vendor}/${product.id}`,
    vendor: vendor.name,
    name: plan.id === '' || plan.name === product.name ? product.name : `${product.name} ${plan.name}`,
    kind: product.kind ?? '',
    price: price === undefined ? `no price on ${days.asOf ?? 'any day'}` : describeTariff(price.tariff),
    unpriced: price === undefined || price.tariff.unknown !== undefined,
    provides: providesText(plan),
    seen: seenOn(price?.provenance, days),
  };
}

function holding(plan: SalesPlan, asOf: string | undefined): DatedTariff | undefined {
  const found = priceOn(plan, asOf);
  return found.kind === 'price' ? found.tariff : undefined;
}

function seenOn(provenance: Provenance | undefined, { today }: Days): Seen | undefined {
  const date = provenance?.date;
  if (date === undefined) return undefined;
  const days = daysBetween(date, today);
  return { date, age: ageText(days), stale: days > staleAfterDays };
}

/** Days up to two months, then months, then years. */
function ageText(days: number): string {
  if (days < 0) return 'from the future';
  if (days === 0) return 'today';
  if (days < 60) return days === 1 ? '1 day' : `${days} days`;
  const months = Math.round(days / 30.44);
  return months < 24 ? `${months} months` : `${Math.floor(months / 12)} years`;
}

export interface ProductParams extends Days {
  /** `vendor/product` */
  readonly path: string;
}

export interface ProductPage {
  readonly path: string;
  readonly name: string;
  readonly vendor: { readonly id: string; readonly name: string; readonly home: string | undefined };
  readonly kind: string | undefined;
  readonly note: string | undefined;
  /** Every plan beside the others: price and attributes. */
  readonly plans: ReportTable | undefined;
  readonly ways: readonly WayToBuy[];
}

export interface WayToBuy {
  readonly path: string;
  readonly name: string;
  readonly price: string;
  readonly seen: Seen | undefined;
  readonly note: string | undefined;
  readonly notChosen: string | undefined;
  /** What a unit costs at which quantity. */
  readonly tiers: ReportTable | undefined;
  readonly history: ReportTable | undefined;
  /** The same drawn, where something has changed. */
  readonly chart: LineChart | undefined;
  readonly regions: ReportTable | undefined;
  readonly terms: ReportTable | undefined;
}

/** Throws OutlayError where there is no such product. */
export function product({ catalog }: Shelf, params: ProductParams): ProductPage {
  const [vendorId = '', productId = ''] = params.path.split('/');
  const vendor = catalog.vendors().find(({ id }) => id === vendorId);
  const found = vendor?.products.get(productId);
  if (vendor === undefined || found === undefined)
    throw refused(
      `there is no product \`${params.path}\` in the catalog`,
      'search for it by a word of its name',
    );
  return {
    path: params.path,
    name: found.name,
    vendor: { id: vendor.id, name: vendor.name, home: homeOf(vendor.home) },
    kind: found.kind,
    note: found.note,
    plans: found.plans.length < 2 ? undefined : plansTable(found, params),
    ways: found.plans.map((plan) => wayOf(found, plan, params)),
  };
}

const homeOf = (home: string | undefined): string | undefined =>
  home !== undefined && isWebAddress(home) ? home : undefined;

function plansTable({ plans }: Product, { asOf }: Days): ReportTable | undefined {
  const attributes = [...new Set(plans.flatMap((plan) => [...plan.attributes.keys()]))];
  const rows = plans.map((plan) => {
    const price = holding(plan, asOf);
    return cells(
      'plain',
      cell(plan.name),
      textCell(price === undefined ? 'no price on that day' : describeTariff(price.tariff)),
      ...attributes.map((name) => {
        const value = plan.attributes.get(name);
        return textCell(value === undefined ? '' : figureText(value));
      }),
    );
  });
  return onlyTable([left('plan'), left('price'), ...attributes.map((name) => right(name))], rows);
}

function onlyTable(...given: Parameters<typeof table>): ReportTable | undefined {
  const [block] = table(...given);
  return block?.kind === 'table' ? block.table : undefined;
}

function wayOf(of: Product, plan: SalesPlan, days: Days): WayToBuy {
  const price = holding(plan, days.asOf);
  const adjustments = (head: string, list: SalesPlan['regions']): ReportTable | undefined =>
    onlyTable(
      [left(head), left('price'), left('note'), left('source'), left('date'), left('confidence')],
      [...list.values()].map((a) =>
        cells(
          'plain',
          cell(code(a.id)),
          textCell(adjustmentText(a)),
          textCell(a.note),
          ...provenanceCells(a.provenance),
        ),
      ),
    );
  return {
    path: pathOf(of, plan),
    name: plan.name,
    price: price === undefined ? `no price on ${days.asOf ?? 'any day'}` : describeTariff(price.tariff),
    seen: seenOn(price?.provenance, days),
    note: plan.note === of.note ? undefined : plan.note,
    notChosen: plan.notChosen,
    tiers: price === undefined ? undefined : tiersTable(price.tariff),
    history: historyOf(plan),
    chart: priceChart(pathOf(of, plan), plan, days.today),
    regions: adjustments('region', plan.regions),
    terms: adjustments('term', plan.terms),
  };
}

function tiersTable({ tiers }: Tariff): ReportTable | undefined {
  let from: string | undefined;
  const rows = tiers.map(({ upTo, rate, fee }) => {
    const end = upTo === undefined ? undefined : figureText(upTo);
    const span =
      from === undefined
        ? end === undefined
          ? 'any'
          : `up to ${end}`
        : `above ${from}${end === undefined ? '' : `, up to ${end}`}`;
    from = end ?? from;
    return cells(
      'plain',
      textCell(span),
      textCell(rate === undefined ? '' : figureText(rate)),
      textCell(fee === undefined ? '' : figureText(fee)),
    );
  });
  return onlyTable([left('quantity'), right('for each'), right('once reached')], rows);
}

function historyOf(plan: SalesPlan): ReportTable | undefined {
  const rows = [...plan.prices]
    .reverse()
    .map((p) =>
      cells(
        'plain',
        textCell(periodText(p)),
        textCell(describeTariff(p.tariff)),
        ...provenanceCells(p.provenance),
      ),
    );
  return onlyTable([left('when'), left('price'), left('source'), left('date'), left('confidence')], rows);
}

export interface ChangesParams {
  /** ISO days. */
  readonly from: string;
  readonly to: string;
  /** `vendor/product`; undefined for all. */
  readonly product: string | undefined;
}

export interface Changes {
  readonly count: number;
  readonly table: ReportTable | undefined;
}

export function changes({ catalog }: Shelf, { from, to, product }: ChangesParams): Changes {
  const found = pricesBetween(catalog.vendors(), from, to).filter(
    (change) => product === undefined || `${change.vendor}/${change.product}` === product,
  );
  const rows = found.map((change) => {
    const path = [change.vendor, change.product, ...(change.plan === '' ? [] : [change.plan])].join('/');
    const after = change.kind === 'ended' ? undefined : change.after;
    return cells(
      'plain',
      textCell(change.on),
      cell(code(path)),
      textCell(change.kind),
      textCell(change.kind === 'appeared' ? '' : describeTariff(change.before.tariff)),
      textCell(after === undefined ? '' : describeTariff(after.tariff)),
      after?.provenance.url !== undefined && isWebAddress(after.provenance.url)
        ? cell(link(after.provenance.source ?? after.provenance.url, after.provenance.url))
        : textCell(after?.provenance.source),
    );
  });
  return {
    count: found.length,
    table: onlyTable(
      [left('day'), left('product'), left('change'), left('before'), left('after'), left('source')],
      rows,
    ),
  };
}
