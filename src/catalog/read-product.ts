// A product and the ways to buy it. What the product says holds for each of its plans that does not say
// otherwise.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import { type Filled, fill, listOf, namedEntries, textOf } from '../yaml/form.ts';
import type { Entry } from '../yaml/node.ts';
import { planForm, productForm, tariffForm } from './forms.ts';
import { readAdjustments } from './read-adjustment.ts';
import { readProvenance } from './read-provenance.ts';
import { firstTariffKey, mark, readDatedTariff, unreadableTariff } from './read-tariff.ts';
import { checkId, type Reading, readAttributes } from './reading.ts';
import type { Adjustment, DatedTariff, Product, Provenance, SalesPlan } from './types.ts';

/** What a plan takes over from its product where it says nothing itself. */
interface Above {
  readonly attributes: ReadonlyMap<string, Expression>;
  readonly regions: ReadonlyMap<string, Adjustment>;
  readonly terms: ReadonlyMap<string, Adjustment>;
  readonly notChosen: string | undefined;
  readonly provenance: Provenance;
}

/** The product of one entry under `products`, or undefined where its key or shape cannot be a product's. */
export function readProduct(
  entry: Entry,
  vendor: string,
  above: Provenance,
  reading: Reading,
): Product | undefined {
  const { out } = reading;
  if (!checkId(entry, 'a product', out)) return undefined;
  const filled = fill(entry.value, productForm, out);
  if (filled === undefined) return undefined;
  const provenance = readProvenance(filled, above, reading);
  const nothing: Above = {
    attributes: new Map(),
    regions: new Map(),
    terms: new Map(),
    notChosen: undefined,
    provenance,
  };
  const shared = readShared(filled, nothing, reading);
  const name = textOf(filled, 'name', out) ?? entry.key;
  const plans = filled.fields.has('plans')
    ? readPlans(filled, shared, reading)
    : [salesPlan('', name, undefined, filled, entry.keySpan, shared, reading)];
  return {
    vendor,
    id: entry.key,
    name,
    kind: textOf(filled, 'kind', out),
    note: textOf(filled, 'note', out),
    plans,
    span: entry.keySpan,
  };
}

function readShared(filled: Filled, above: Above, reading: Reading): Above {
  const { out } = reading;
  const provides = namedEntries(filled.fields.get('provides')?.value, '`provides`', out);
  const provenance = readProvenance(filled, above.provenance, reading);
  return {
    attributes: new Map([...above.attributes, ...readAttributes(provides, reading)]),
    regions: readAdjustments(filled, 'regions', above.regions, provenance, reading),
    terms: readAdjustments(filled, 'terms', above.terms, provenance, reading),
    notChosen: textOf(filled, 'not_chosen', out) ?? above.notChosen,
    provenance,
  };
}

function readPlans(product: Filled, shared: Above, reading: Reading): readonly SalesPlan[] {
  const { out } = reading;
  for (const key of ['prices', firstTariffKey(product), 'from', 'until']) {
    if (key === undefined || !product.fields.has(key)) continue;
    const marks = [...mark(product, key, ''), ...mark(product, 'plans', '')];
    out.error(
      'E503',
      `a product with \`plans\` has no \`${key}\` of its own`,
      marks,
      'move it into each of the plans',
    );
    break;
  }
  const plans: SalesPlan[] = [];
  const entries = namedEntries(product.fields.get('plans')?.value, '`plans`', out);
  for (const entry of entries) {
    if (!checkId(entry, 'a plan', out)) continue;
    const filled = fill(entry.value, planForm, out);
    if (filled === undefined) continue;
    const name = textOf(filled, 'name', out) ?? entry.key;
    const own = readShared(filled, shared, reading);
    plans.push(salesPlan(entry.key, name, textOf(filled, 'note', out), filled, entry.keySpan, own, reading));
  }
  if (entries.length === 0) {
    out.error(
      'E503',
      '`plans` is empty',
      mark(product, 'plans', ''),
      'give at least one way to buy this, or its `price`',
    );
  }
  if (plans.length > 0) return plans;
  const { attributes, regions, terms, notChosen } = shared;
  const span = product.node.span;
  const prices = [unreadableTariff(span)];
  return [{ id: '', name: '', attributes, prices, regions, terms, note: undefined, notChosen, span }];
}

function salesPlan(
  id: string,
  name: string,
  note: string | undefined,
  filled: Filled,
  span: Span,
  own: Above,
  reading: Reading,
): SalesPlan {
  const { attributes, regions, terms, notChosen, provenance } = own;
  const prices = readPrices(filled, provenance, reading);
  return { id, name, attributes, prices, regions, terms, note, notChosen, span };
}

/** One price, or a history of them, oldest first. */
function readPrices(filled: Filled, above: Provenance, reading: Reading): readonly DatedTariff[] {
  const history = filled.fields.get('prices');
  if (history === undefined) return [readDatedTariff(filled, above, reading)];
  const { out } = reading;
  for (const key of [firstTariffKey(filled), 'from', 'until']) {
    if (key === undefined || !filled.fields.has(key)) continue;
    const marks = [...mark(filled, key, ''), ...mark(filled, 'prices', '')];
    out.error(
      'E503',
      `\`${key}\` and \`prices\` cannot stand together`,
      marks,
      'one price is `price`; a history of them is `prices`, each with `from`',
    );
    break;
  }
  const nodes = listOf(history.value);
  if (nodes.length === 0) {
    out.error(
      'E503',
      '`prices` is empty',
      mark(filled, 'prices', ''),
      'give at least one: `- { from: 2026-03-27, price: 4.50 EUR/month }`',
    );
  }
  const prices: DatedTariff[] = [];
  for (const node of nodes) {
    const block = fill(node, tariffForm, out);
    if (block !== undefined) prices.push(readDatedTariff(block, above, reading));
  }
  if (prices.length === 0) return [unreadableTariff(history.keySpan)];
  const sorted = prices.sort((a, b) => compareDays(a.from, b.from));
  checkDistinct(sorted, out);
  return sorted;
}

/** An undated price holds before every dated one. */
function compareDays(a: string | undefined, b: string | undefined): number {
  const [left, right] = [a ?? '', b ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

function checkDistinct(sorted: readonly DatedTariff[], out: Diagnostics): void {
  for (const [index, price] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined || before.from !== price.from) continue;
    const since = price.from === undefined ? 'without a day' : `from ${price.from}`;
    const marks = [
      { span: price.span, label: '' },
      { span: before.span, label: 'the other one' },
    ];
    out.error('E503', `there are two prices ${since}`, marks, 'give each the day `from` which it holds');
  }
}
