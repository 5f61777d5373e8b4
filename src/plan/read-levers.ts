// Levers: an axis each, `off` as the plan stands and `on` with its changes; or with a saving that somebody merely states.

import { noProvenance, readProvenance } from '../catalog/read-provenance.ts';
import type { Reading } from '../catalog/reading.ts';
import type { Expression } from '../formula/ast.ts';
import { type Filled, fill, textOf } from '../yaml/form.ts';
import type { Entry } from '../yaml/node.ts';
import { leverForm } from './forms/axes.ts';
import type { Names } from './names.ts';
import { type AxisDraft, readPointChanges } from './read-changes.ts';
import { noFields } from './read-items.ts';
import { formulaOf } from './reading.ts';
import type { Axis, Item, Override, Point } from './types.ts';

/** The group in which stated savings are added up, and whom they are said to be paid to. */
export const assertedGroup = 'asserted_savings';

/** `axes` are the entries of that section: a lever is an axis, so the name must be free there too. */
export function readLever(
  entry: Entry,
  axes: readonly Entry[],
  names: Names,
  reading: Reading,
): AxisDraft | undefined {
  const { out } = reading;
  if (!names.take(entry, 'a lever', out) || !isFreeAmong(axes, entry, reading)) return undefined;
  const filled = fill(entry.value, leverForm, out);
  if (filled === undefined || !saysOneThing(entry, filled, reading)) return undefined;
  const { key: name, keySpan: span } = entry;
  const [label, note] = [textOf(filled, 'label', out), textOf(filled, 'note', out)];
  const off: Point = { name: 'off', label: undefined, note: undefined, span };
  const points = [off, { ...off, name: 'on', note }];
  const asserted = filled.fields.has('saves');
  const axis: Axis = {
    name,
    label,
    kind: 'lever',
    input: undefined,
    asserted,
    held: true,
    points,
    base: 0,
    span,
  };
  if (!asserted) {
    const changes: AxisDraft['changes'] = (around) =>
      readPointChanges(filled, around).map(({ conditions, change, span: where }) => ({
        when: [{ axis: name, point: 'on' }, ...conditions],
        change,
        span: where,
      }));
    return { axis, changes };
  }
  const item = savingItem(axis, filled, reading);
  const when = [{ axis: name, point: 'on' }];
  const override: Override | undefined =
    item === undefined ? undefined : { when, change: { kind: 'add', item }, span };
  return { axis, changes: () => (override === undefined ? [] : [override]) };
}

function isFreeAmong(axes: readonly Entry[], entry: Entry, { out }: Reading): boolean {
  const twin = axes.find((axis) => axis.key === entry.key);
  if (twin === undefined) return true;
  const marks = [
    { span: entry.keySpan, label: 'a lever is called this' },
    { span: twin.keySpan, label: 'an axis already is' },
  ];
  out.error('E407', `two things are called \`${entry.key}\``, marks, 'give one of them another name');
  return false;
}

/** Either what it changes or what it is said to save: both would count the saving twice. */
function saysOneThing(entry: Entry, { fields, others }: Filled, { out }: Reading): boolean {
  const saves = fields.get('saves');
  const [change] = ['items', 'revenue', 'remove']
    .map((key) => fields.get(key))
    .concat(others)
    .filter((e) => e !== undefined);
  if (saves === undefined && change === undefined) {
    const help =
      'say what is different where it is on, as in an option (`users: base * 50%`), or under `saves` what it is said to save';
    out.error('E104', `\`${entry.key}\` changes nothing`, [{ span: entry.keySpan, label: '' }], help);
    return false;
  }
  if (saves === undefined || change === undefined) return true;
  const marks = [
    { span: saves.keySpan, label: 'a saving that is stated' },
    { span: change.keySpan, label: 'a change that it follows from' },
  ];
  const help = 'leave `saves` out and the saving is derived, or leave the changes out';
  out.error('E104', `\`${entry.key}\` states its saving and makes changes too`, marks, help);
  return false;
}

/** A negative cost that is there where the lever is on. */
function savingItem({ name, label, span }: Axis, filled: Filled, reading: Reading): Item | undefined {
  const key = filled.fields.get('saves')?.keySpan;
  const saving = formulaOf(filled, 'saves', reading);
  if (saving === undefined || key === undefined) return undefined;
  // with its key, so that a price list does not show a saving as a price
  const price: Expression = {
    kind: 'unary',
    operator: '-',
    operand: saving,
    span: { ...saving.span, start: Math.min(key.start, saving.span.start) },
  };
  return {
    ...noFields,
    role: 'cost',
    price,
    name,
    label: `${label ?? name} (asserted)`,
    note: textOf(filled, 'note', reading.out),
    group: assertedGroup,
    provider: 'asserted',
    optional: false,
    provenance: readProvenance(filled, noProvenance, reading),
    span,
  };
}
