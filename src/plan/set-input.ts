// `--set users=600`: a change that a person makes to a plan for one run, on top of every option.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import { type Expression, namesIn } from '../formula/ast.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Unit } from '../quantity/unit.ts';
import { adoptUnit } from './bare-number.ts';
import { isWordField, itemFields } from './read-items.ts';
import type { Change, ItemField, Override, Plan } from './types.ts';

/**
 * The plan with each `name=value` or `item.field=value` laid over it, everywhere. A number without a unit is in the unit of
 * the input. What cannot be set is reported, marked in the setting's own text, and left out.
 */
export function withSettings(plan: Plan, settings: readonly string[], out: Diagnostics): Plan {
  return laidOver(plan, readSettings(plan, settings, out));
}

/** Settings as overrides that hold everywhere. */
export function readSettings(plan: Plan, settings: readonly string[], out: Diagnostics): readonly Override[] {
  return settings.flatMap((text) => {
    const source = sourceOf(text);
    const change = readSetting(plan, source, out);
    return change === undefined ? [] : [settingOf(source, change)];
  });
}

/** `name=value`, with the value in this unit. */
export function numberSetting(name: string, value: number, unit: Unit): Override {
  const source = sourceOf(`${name}=${value}`);
  const span: Span = { source, start: name.length + 1, end: source.text.length };
  const nameSpan: Span = { source, start: 0, end: name.length };
  const written: Expression = { kind: 'number', value, unit, quantum: 0, span };
  return settingOf(source, { kind: 'value', name, nameSpan, value: written });
}

/** The plan with these settings on top, in place of earlier ones of which they leave nothing. */
export function laidOver(plan: Plan, settings: readonly Override[]): Plan {
  if (settings.length === 0) return plan;
  const left = plan.overrides.filter(
    (old) => !isSetting(old) || !settings.some((setting) => replaces(setting.change, old.change)),
  );
  return { ...plan, overrides: [...left, ...settings] };
}

const file = '--set';

function sourceOf(text: string): Source {
  return { file, text };
}

function settingOf(source: Source, change: Change): Override {
  return { when: [], change, span: { source, start: 0, end: source.text.length } };
}

function isSetting({ when, span }: Override): boolean {
  return when.length === 0 && span.source.file === file;
}

/** The same value once more; one that grows from `base` needs what was there. */
function replaces(later: Change, earlier: Change): boolean {
  return (
    later.kind === 'value' &&
    earlier.kind === 'value' &&
    later.name === earlier.name &&
    !namesIn(later.value).includes('base')
  );
}

function readSetting(plan: Plan, source: Source, out: Diagnostics): Change | undefined {
  const { text } = source;
  const equals = text.indexOf('=');
  const name = text.slice(0, Math.max(0, equals)).trim();
  if (name === '') {
    const help = 'write a name and its value: `--set users=600`';
    out.error(
      'E701',
      'this sets nothing',
      [{ span: { source, start: 0, end: Math.max(1, text.length) }, label: '' }],
      help,
    );
    return undefined;
  }
  const start = text.indexOf(name);
  const nameSpan: Span = { source, start, end: start + name.length };
  const dot = name.indexOf('.');
  if (dot === -1) return setValue(plan, name, nameSpan, source, equals + 1, out);
  return setField(plan, name.slice(0, dot), name.slice(dot + 1), nameSpan, source, equals + 1, out);
}

function setValue(
  plan: Plan,
  name: string,
  nameSpan: Span,
  source: Source,
  start: number,
  out: Diagnostics,
): Change | undefined {
  const input = plan.inputs.find((i) => i.name === name);
  if (input === undefined && !plan.formulas.some((f) => f.name === name)) {
    reportUnknown(plan, name, nameSpan, out);
    return undefined;
  }
  const value = parseFormula({ text: source.text.slice(start), source, start }, plan.units, out);
  if (value === undefined) return undefined;
  const adopted = adoptUnit(value, input);
  if (adopted.ok) return { kind: 'value', name, nameSpan, value: adopted.value };
  out.error('E701', 'this could be meant in two ways', [{ span: value.span, label: '' }], adopted.help);
  return undefined;
}

function setField(
  plan: Plan,
  item: string,
  fieldName: string,
  nameSpan: Span,
  source: Source,
  start: number,
  out: Diagnostics,
): Change | undefined {
  const field = itemFields.find((known) => known === fieldName);
  if (field === undefined || field === 'choose' || !itemsOf(plan).has(item)) {
    reportUnknown(plan, `${item}.${fieldName}`, nameSpan, out);
    return undefined;
  }
  const text = source.text.slice(start);
  if (isWordField(field)) {
    const word = text.trim();
    const from = start + text.length - text.trimStart().length;
    const span: Span = { source, start: from, end: from + word.length };
    if (word !== '') return { kind: 'item', item, nameSpan, fields: { [field]: { text: word, span } } };
    out.error(
      'E701',
      `\`${item}.${field}\` gets no value`,
      [{ span: nameSpan, label: '' }],
      `for example \`--set ${item}.${field}=…\``,
    );
    return undefined;
  }
  const value = parseFormula({ text, source, start }, plan.units, out);
  return value === undefined ? undefined : { kind: 'item', item, nameSpan, fields: { [field]: value } };
}

/** Items and lines of revenue, of the plan and those that some option adds. */
function itemsOf(plan: Plan): ReadonlySet<string> {
  const added = plan.overrides.flatMap(({ change }) => (change.kind === 'add' ? [change.item.name] : []));
  return new Set([...[...plan.items, ...plan.revenue].map((item) => item.name), ...added]);
}

function reportUnknown(plan: Plan, name: string, span: Span, out: Diagnostics): void {
  if (plan.axes.some((axis) => axis.name === name)) {
    const help = `a point of an axis is chosen with \`--at ${name}=…\``;
    out.error('E401', `\`${name}\` is an axis`, [{ span, label: '' }], help);
    return;
  }
  const settable: readonly ItemField[] = itemFields.filter((field) => field !== 'choose');
  const items = itemsOf(plan);
  const fields = [...items].flatMap((item) => settable.map((field) => `${item}.${field}`));
  const known = [...plan.inputs.map((i) => i.name), ...plan.formulas.map((f) => f.name), ...fields];
  const whole = items.has(name) ? `\`${name}\` is an item; set one of its fields: \`${name}.use=…\`` : '';
  const help =
    whole ||
    didYouMean(name, known) ||
    'inputs, formulas and fields of items can be set: `users=600`, `app.use=contabo/cloud-vps-30`';
  out.error('E401', `there is no \`${name}\` to set`, [{ span, label: '' }], help);
}
