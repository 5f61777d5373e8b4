// Items, and the fields of an item that an option may change.

import { noProvenance, readProvenance } from '../catalog/read-provenance.ts';
import type { Reading } from '../catalog/reading.ts';
import type { Expression } from '../formula/ast.ts';
import { type Filled, fill, flagOf, listOf, namedEntries, textOf } from '../yaml/form.ts';
import type { Entry, Node } from '../yaml/node.ts';
import { chooseForm, itemForm, revenueForm } from './forms/items.ts';
import { checkName, type Names } from './names.ts';
import { formulaAt, wordAt, wordOf } from './reading.ts';
import type { Amount, Choose, Item, ItemField, ItemFields, Need, Word } from './types.ts';
import type { Unpriced } from './unpriced.ts';

const wordFields = ['use', 'plan', 'region', 'term', 'unpriced'] as const satisfies readonly ItemField[];
const formulaFields = [
  'price',
  'quantity',
  'count',
  'hours',
  'once',
  'life',
  'residual',
  'commit',
  'upfront',
  'when',
  'headroom',
  'quality',
  'spare',
  'min',
  'paid',
] as const satisfies readonly ItemField[];

const amountFields = ['demand', 'serves'] as const satisfies readonly ItemField[];

export const itemFields: readonly ItemField[] = [
  'use',
  'choose',
  'plan',
  'region',
  'term',
  'buy',
  ...formulaFields,
  ...amountFields,
  'unpriced',
];

export function isWordField(field: ItemField): boolean {
  return wordFields.some((word) => word === field);
}

/** An item of which nothing is said. */
export const noFields: ItemFields = {
  use: undefined,
  choose: undefined,
  plan: undefined,
  region: undefined,
  term: undefined,
  price: undefined,
  quantity: undefined,
  count: undefined,
  hours: undefined,
  once: undefined,
  buy: undefined,
  life: undefined,
  residual: undefined,
  commit: undefined,
  upfront: undefined,
  when: undefined,
  demand: undefined,
  serves: undefined,
  headroom: undefined,
  quality: undefined,
  spare: undefined,
  min: undefined,
  paid: undefined,
  unpriced: undefined,
};

export function readItems(
  node: Node | undefined,
  names: Names,
  unpriced: Unpriced,
  reading: Reading,
): readonly Item[] {
  const taken = namedEntries(node, '`items`', reading.out).filter((entry) =>
    names.take(entry, 'an item', reading.out),
  );
  return taken.flatMap((entry) => readItem(entry, unpriced, reading) ?? []);
}

export function readRevenue(
  node: Node | undefined,
  names: Names,
  unpriced: Unpriced,
  reading: Reading,
): readonly Item[] {
  const taken = namedEntries(node, '`revenue`', reading.out).filter((entry) =>
    names.take(entry, 'a line of revenue', reading.out),
  );
  return taken.flatMap((entry) => readItem(entry, unpriced, reading, 'revenue') ?? []);
}

/** One item; that its name is free is judged elsewhere. */
export function readItem(
  entry: Entry,
  unpriced: Unpriced,
  reading: Reading,
  role: Item['role'] = 'cost',
): Item | undefined {
  const { out } = reading;
  const filled = fill(entry.value, role === 'cost' ? itemForm : revenueForm, out);
  if (filled === undefined) return undefined;
  const item: Item = {
    ...noFields,
    ...readItemFields(filled.fields, reading),
    role,
    name: entry.key,
    label: textOf(filled, 'label', out),
    note: textOf(filled, 'note', out),
    group: groupOf(filled, reading),
    provider: textOf(filled, 'provider', out),
    optional: flagOf(filled, 'optional', out) ?? false,
    provenance: readProvenance(filled, noProvenance, reading),
    span: entry.keySpan,
  };
  unpriced.item(item, filled);
  return item;
}

function groupOf(filled: Filled, reading: Reading): string {
  const group = wordOf(filled, 'group', reading);
  return group !== undefined && checkName(group.text, group.span, reading.out) ? group.text : 'other';
}

/** Those of the fields that are there and can be read. */
export function readItemFields(fields: ReadonlyMap<string, Entry>, reading: Reading): Partial<ItemFields> {
  const read: { -readonly [F in ItemField]?: ItemFields[F] } = {};
  for (const field of wordFields) {
    const word = wordAt(fields.get(field)?.value, `\`${field}\``, reading);
    if (word !== undefined) read[field] = word;
  }
  for (const field of formulaFields) {
    const formula = formulaAt(fields.get(field)?.value, `\`${field}\``, reading);
    if (formula !== undefined) read[field] = formula;
  }
  const buy = readBuy(fields.get('buy'), reading);
  if (buy !== undefined) Object.assign(read, buy);
  for (const field of amountFields) {
    const entry = fields.get(field);
    if (entry !== undefined) read[field] = readAmounts(entry, reading);
  }
  const choose = fields.get('choose');
  const chosen = choose === undefined ? undefined : readChoose(choose, reading);
  if (chosen !== undefined) read.choose = chosen;
  return read;
}

const catalogPath = /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)+$/;

/** Money, or the catalog path of a product that is bought: then its price, and everything else that `use` brings. */
function readBuy(
  entry: Entry | undefined,
  reading: Reading,
): Pick<Partial<ItemFields>, 'buy' | 'use'> | undefined {
  const { value } = entry ?? {};
  const isPath =
    value?.kind === 'scalar' && catalogPath.test(value.text.text.trim()) && /[A-Za-z]/.test(value.text.text);
  if (!isPath) {
    const buy = formulaAt(value, '`buy`', reading);
    return buy === undefined ? undefined : { buy };
  }
  const use = wordAt(value, '`buy`', reading);
  if (use === undefined) return undefined;
  const { text, span } = use;
  const path: Expression = { kind: 'text', value: text, span };
  return { use, buy: { kind: 'call', name: 'price', nameSpan: span, args: [path], span } };
}

function readAmounts(entry: Entry, reading: Reading): readonly Amount[] {
  return namedEntries(entry.value, `\`${entry.key}\``, reading.out).flatMap(({ key, keySpan, value }) => {
    const formula = formulaAt(value, `\`${key}\``, reading);
    return formula === undefined ? [] : [{ resource: key, value: formula, span: keySpan }];
  });
}

function readChoose(entry: Entry, reading: Reading): Choose | undefined {
  const filled = fill(entry.value, chooseForm, reading.out);
  if (filled === undefined) return undefined;
  const from: Word[] = [];
  const list = filled.fields.get('from');
  for (const node of listOf(list?.value)) {
    const word = wordAt(node, '`from`', reading);
    if (word !== undefined) from.push(word);
  }
  if (list !== undefined && listOf(list.value).length === 0) {
    const help = 'name what to choose from: `from: [contabo/*]`';
    reading.out.error('E104', '`from` is empty', [{ span: list.keySpan, label: '' }], help);
  }
  const needs = namedEntries(filled.fields.get('needs')?.value, '`needs`', reading.out).flatMap((need) =>
    readNeed(need, reading),
  );
  return { from, needs, span: entry.keySpan };
}

function readNeed(entry: Entry, reading: Reading): readonly Need[] {
  const atLeast = formulaAt(entry.value, `\`${entry.key}\``, reading);
  return atLeast === undefined ? [] : [{ attribute: entry.key, atLeast, span: entry.keySpan }];
}
