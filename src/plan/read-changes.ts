// What a point of an axis changes: the keys of its block that are not its own label, note or `extends`.

import type { Reading } from '../catalog/reading.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import { type Filled, fill, listOf, namedEntries } from '../yaml/form.ts';
import type { Entry, Node } from '../yaml/node.ts';
import { atForm } from './forms/axes.ts';
import { itemChangeForm, itemForm } from './forms/items.ts';
import { checkName, type Names, overridePattern, revenueKey } from './names.ts';
import { isAtKey, readConditions } from './read-conditions.ts';
import { itemFields, readItem, readItemFields } from './read-items.ts';
import { blockOf, formulaAt, wordAt } from './reading.ts';
import type { Axis, Change, Item, OnPoint, Override } from './types.ts';
import type { Unpriced } from './unpriced.ts';

/** A change before it is known for which points it holds; `conditions` are those of its `at` block. */
export interface LocalChange {
  readonly conditions: readonly OnPoint[];
  readonly change: Change;
  readonly span: Span;
}

export interface Surroundings {
  readonly names: Names;
  readonly axes: readonly Axis[];
  /** The axis whose point is read. */
  readonly axis: string;
  /** Axes that the plan has and that could not be read; nothing more is said of them. */
  readonly broken: ReadonlySet<string>;
  readonly unpriced: Unpriced;
  readonly reading: Reading;
}

/** An axis whose points are known; what they change is read when all axes are. */
export interface AxisDraft {
  readonly axis: Axis;
  readonly changes: (around: Surroundings) => readonly Override[];
}

const overridden = new RegExp(overridePattern);
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The changes of a point in the order in which they apply: items taken away, items added, everything else as written; then
 * each `at` block in the same way.
 */
export function readPointChanges(filled: Filled, around: Surroundings): readonly LocalChange[] {
  const own = filled.others.filter((entry) => !isAtKey(entry));
  const changes = [...readBlock({ ...filled, others: own }, [], around)];
  for (const entry of filled.others.filter(isAtKey)) {
    const conditions = readConditions(entry, around);
    const block = blockOf(entry.value, atForm, around.reading);
    const inside = block === undefined ? [] : readBlock(block, conditions ?? [], around);
    if (conditions !== undefined) for (const change of inside) changes.push(change);
  }
  return changes;
}

function readBlock(
  filled: Filled,
  conditions: readonly OnPoint[],
  around: Surroundings,
): readonly LocalChange[] {
  const { reading } = around;
  const changes: LocalChange[] = [];
  const push = (change: Change, span: Span): void => {
    changes.push({ conditions, change, span });
  };
  for (const node of listOf(filled.fields.get('remove')?.value)) {
    const word = wordAt(node, '`remove`', reading);
    if (word !== undefined) push({ kind: 'remove', item: word.text, nameSpan: word.span }, word.span);
  }
  const add = (node: Node | undefined, key: string, role: Item['role']): void => {
    for (const entry of namedEntries(node, `\`${key}\``, reading.out)) {
      const thing = role === 'cost' ? 'an item' : 'a line of revenue';
      const usable =
        checkName(entry.key, entry.keySpan, reading.out) && around.names.free(entry, thing, reading.out);
      const item = usable ? readItem(entry, around.unpriced, reading, role) : undefined;
      if (item !== undefined) push({ kind: 'add', item }, entry.keySpan);
    }
  };
  const override = (entry: Entry, change: Change | undefined): void => {
    const end = Math.max(entry.keySpan.end, entry.value.span.end);
    if (change !== undefined) push(change, { ...entry.keySpan, end });
  };
  add(filled.fields.get('items')?.value, 'items', 'cost');
  const revenue = filled.fields.get(revenueKey);
  const isOwnName = around.names.get(revenueKey) !== undefined || revenue?.value.kind === 'scalar';
  if (revenue !== undefined && isOwnName) override(revenue, readPlain(revenue, around));
  else add(revenue?.value, revenueKey, 'revenue');
  for (const entry of filled.others) override(entry, readOverride(entry, around));
  return changes;
}

function readOverride(entry: Entry, around: Surroundings): Change | undefined {
  const { out } = around.reading;
  if (isAtKey(entry)) {
    const help = 'join the conditions with a comma: `at stage=beta, mail=free`';
    out.error('E104', 'an `at` block stands in another', [{ span: entry.keySpan, label: '' }], help);
    return undefined;
  }
  const dot = entry.key.indexOf('.');
  if (dot !== -1) return readDotted(entry, entry.key.slice(0, dot), entry.key.slice(dot + 1), around);
  if (overridden.test(entry.key)) return readPlain(entry, around);
  if (identifier.test(entry.key)) {
    const base = 'the base point is named beside the points of the axis: `base: b`';
    const help = entry.key === 'base' ? base : 'an option changes inputs, formulas and fields of items';
    out.error('E103', `an option cannot change \`${entry.key}\``, [{ span: entry.keySpan, label: '' }], help);
  } else {
    checkName(entry.key, entry.keySpan, out);
  }
  return undefined;
}

/** `users: 100 users` or `app: { use: … }`. */
function readPlain(entry: Entry, around: Surroundings): Change | undefined {
  const { names, reading } = around;
  const thing = names.get(entry.key)?.thing;
  if (entry.value.kind === 'map') {
    if (thing === undefined || thing === 'an item' || thing === 'a line of revenue')
      return itemChange(entry.key, entry, fill(entry.value, itemChangeForm, reading.out), around);
    const help = `only its value can differ, and stands right behind it: \`${entry.key}: …\``;
    reading.out.error('E104', `\`${entry.key}\` is ${thing}`, [{ span: entry.keySpan, label: '' }], help);
    return undefined;
  }
  if (thing === 'an item' || thing === 'a line of revenue') {
    const help = `say which of its fields differs: \`${entry.key}.use: …\``;
    reading.out.error('E104', `\`${entry.key}\` is ${thing}`, [{ span: entry.keySpan, label: '' }], help);
    return undefined;
  }
  const value = formulaAt(entry.value, `\`${entry.key}\``, reading);
  return value === undefined ? undefined : { kind: 'value', name: entry.key, nameSpan: entry.keySpan, value };
}

/** `app.use: …`. */
function readDotted(entry: Entry, item: string, field: string, around: Surroundings): Change | undefined {
  const { out } = around.reading;
  if (!checkName(item, entry.keySpan, out)) return undefined;
  if (itemFields.some((known) => known === field)) {
    const fields = new Map([[field, entry]]);
    return itemChange(item, entry, { fields }, around);
  }
  const fixed = Object.hasOwn(itemForm.fields, field);
  const message = fixed
    ? `\`${field}\` of an item cannot differ between options`
    : `an item has no field \`${field}\``;
  const guess = didYouMean(field, itemFields);
  const help = fixed || guess === '' ? `what can: ${itemFields.join(', ')}` : guess;
  out.error('E103', message, [{ span: entry.keySpan, label: '' }], help);
  return undefined;
}

function itemChange(
  item: string,
  entry: Entry,
  filled: Pick<Filled, 'fields'> | undefined,
  around: Surroundings,
): Change | undefined {
  if (filled === undefined) return undefined;
  around.unpriced.change(item, filled.fields);
  const fields = readItemFields(filled.fields, around.reading);
  if (Object.keys(fields).length === 0) return undefined;
  return { kind: 'item', item, nameSpan: entry.keySpan, fields };
}
