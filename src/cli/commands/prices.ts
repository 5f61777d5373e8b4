// `outlay prices search|show|diff`: what the catalog knows.

import { Catalog, priceOn } from '../../catalog/catalog.ts';
import { pricesBetween } from '../../catalog/price-diff.ts';
import { searchProducts } from '../../catalog/search.ts';
import type { DatedTariff, Product, SalesPlan, Vendor } from '../../catalog/types.ts';
import { type Diagnostics, at as markAt } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/nearest.ts';
import { UnitTable } from '../../quantity/unit-table.ts';
import { tableCsv } from '../../report/csv.ts';
import { changesJson, matchesJson, productText } from '../../report/json-prices.ts';
import type { Table } from '../../report/table.ts';
import { tableMarkdown } from '../../report/table-document.ts';
import { changesTable, historyTable, matchesTable, pathOf, providesText } from '../../report/table-prices.ts';
import { terminalTable, wrapText } from '../../report/terminal-table.ts';
import { readDay } from '../../service/setting-values.ts';
import { PackagedVendors } from '../../service/vendor-files.ts';
import type { Io } from '../io.ts';
import { type Answer, answerWith, terminalOf, textOf } from '../run.ts';
import { wordOf } from '../setting-word.ts';
import type { Abilities, Flags, Settings } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };
const onlyText: Abilities = { formats: ['table', 'json'], failOn: [] };

export function runSearch(words: readonly string[], flags: Flags, io: Io): Promise<number> {
  return answerWith(flags, abilities, io.cwd, io, async (settings, out) => {
    const catalog = openCatalog(out);
    const matches = searchProducts(catalog.vendors(), words).slice(0, settings.top);
    if (settings.format === 'json') {
      return answered(matchesJson(words, matches));
    }
    const table = matchesTable(matches, (plan) => holding(plan, settings.asOf));
    const none = `nothing in the catalog fits \`${words.join(' ')}\``;
    return answered(await tableText('Prices', table, none, settings, io));
  });
}

export function runShow(path: string, flags: Flags, io: Io): Promise<number> {
  return answerWith(flags, onlyText, io.cwd, io, async (settings, out) => {
    const catalog = openCatalog(out);
    const found = catalog.find(path, wordOf(path, 'PATH').span, out);
    if (found === undefined) return undefined;
    const [vendor] = catalog.vendors().filter((v) => v.id === found.product.vendor);
    if (vendor === undefined) return undefined;
    const product = found.plan === undefined ? found.product : { ...found.product, plans: [found.plan] };
    if (settings.format === 'json') {
      return answered(productText(vendor, product));
    }
    return answered(await showText(vendor, product, settings, io));
  });
}

export interface DiffFlags extends Flags {
  readonly from?: string;
  readonly to?: string;
  readonly vendor?: string;
}

export function runDiff(flags: DiffFlags, io: Io): Promise<number> {
  return answerWith(flags, abilities, io.cwd, io, async (settings, out) => {
    const from = readDay(wordOf(flags.from ?? '', '--from'), out);
    const to = flags.to === undefined ? undefined : readDay(wordOf(flags.to, '--to'), out);
    const vendors = openCatalog(out).vendors();
    const chosen = flags.vendor === undefined ? vendors : vendors.filter((v) => v.id === flags.vendor);
    if (flags.vendor !== undefined && chosen.length === 0) {
      const ids = vendors.map((v) => v.id);
      const help = didYouMean(flags.vendor, ids) || `the vendors are ${ids.join(', ')}`;
      out.error(
        'E501',
        `there is no vendor \`${flags.vendor}\``,
        markAt(wordOf(flags.vendor, '--vendor').span),
        help,
      );
    }
    if (from === undefined || out.failed) return undefined;
    // without an end: up to the newest price that is known
    const changes = pricesBetween(chosen, from, to ?? '9999-12-31');
    if (settings.format === 'json') {
      return answered(changesJson(from, to, changes));
    }
    const title = `Prices after ${from}${to === undefined ? '' : ` until ${to}`}`;
    return answered(await tableText(title, changesTable(changes), 'no price changed', settings, io));
  });
}

function openCatalog(out: Diagnostics): Catalog {
  return Catalog.of(new PackagedVendors(), UnitTable.builtin, out);
}

function answered(text: string): Answer {
  return { text, findings: {} };
}

function holding(plan: SalesPlan, asOf: string | undefined): DatedTariff | undefined {
  const found = priceOn(plan, asOf);
  return found.kind === 'price' ? found.tariff : undefined;
}

async function tableText(
  title: string,
  table: Table,
  none: string,
  settings: Settings,
  io: Io,
): Promise<string> {
  if (settings.format === 'csv') return tableCsv(table);
  if (settings.format === 'markdown') return tableMarkdown(title, table, none);
  if (table.rows.length === 0) return textOf([none]);
  return textOf(terminalTable(table, terminalOf(settings, io)));
}

async function showText(vendor: Vendor, product: Product, settings: Settings, io: Io): Promise<string> {
  const terminal = terminalOf(settings, io);
  const { paint, width } = terminal;
  const note = (text: string | undefined): readonly string[] =>
    text === undefined ? [] : wrapText(text, width).map(paint.faint);
  const head = [product.kind, vendor.home].filter((text) => text !== undefined).join(' · ');
  const plans = product.plans.flatMap((plan) => {
    const provides = providesText(plan);
    return [
      '',
      `${paint.strong(pathOf(product, plan))}  ${plan.id === '' ? '' : plan.name}`.trimEnd(),
      ...(provides === '' ? [] : wrapText(`provides ${provides}`, width)),
      ...(plan.notChosen === undefined
        ? []
        : wrapText(`not chosen unless it is asked for: ${plan.notChosen}`, width)),
      ...terminalTable(historyTable(plan), terminal),
      ...note(plan.note === product.note ? undefined : plan.note),
    ];
  });
  return textOf([
    paint.strong(`${vendor.name} ${product.name}`),
    ...note(head === '' ? undefined : head),
    ...note(product.note),
    ...plans,
  ]);
}
