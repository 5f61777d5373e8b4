// The axes of a plan and every change that their points make.

import type { Reading } from '../catalog/reading.ts';
import type { Span } from '../diagnostics/source.ts';
import { withoutSeparators } from '../formula/point-index.ts';
import { type Filled, fill, flagOf, listOf, namedEntries, textOf } from '../yaml/form.ts';
import type { Entry, Node } from '../yaml/node.ts';
import { adoptUnit } from './bare-number.ts';
import { expandOptions, reportClashes } from './expand-options.ts';
import { optionsForm, pointForm, sweepForm } from './forms/axes.ts';
import { checkName, checkPointName, type Names } from './names.ts';
import { type AxisDraft, readPointChanges, type Surroundings } from './read-changes.ts';
import { knownPoint } from './read-conditions.ts';
import { timeAxes } from './read-horizon.ts';
import { readLever } from './read-levers.ts';
import { blockOf, formulaAt, guess, wordAt, wordOf } from './reading.ts';
import type { Axis, Horizon, Input, Override, Point } from './types.ts';
import type { Unpriced } from './unpriced.ts';

export interface AxesRead {
  readonly axes: readonly Axis[];
  readonly overrides: readonly Override[];
}

/** A grid of more cases than these would give is nothing that a person reads. */
export const maximumAxes = 50;
export const maximumPoints = 1000;

/** `inputs` are those that could be read; `names` has the others too. A lever is an axis that comes after the others. */
export function readAxes(
  sections: {
    readonly axes: Node | undefined;
    readonly levers: Node | undefined;
    readonly timeline: Node | undefined;
  },
  horizon: Horizon | undefined,
  inputs: readonly Input[],
  names: Names,
  unpriced: Unpriced,
  reading: Reading,
): AxesRead {
  const drafts: AxisDraft[] = [];
  const broken = new Set<string>();
  const entries = namedEntries(sections.axes, '`axes`', reading.out);
  refuseMore(entries[maximumAxes]?.keySpan, `a plan has at most ${maximumAxes} axes`, reading);
  for (const entry of entries.slice(0, maximumAxes)) {
    if (!checkName(entry.key, entry.keySpan, reading.out)) continue;
    const draft = isSweep(entry.value)
      ? readSweep(entry, inputs, names, reading)
      : readOptions(entry, reading);
    if (draft === undefined) broken.add(entry.key);
    else drafts.push(draft);
  }
  const time = timeAxes(horizon, sections.timeline, reading);
  for (const draft of time) {
    if (isFree(draft, entries, reading)) drafts.push(draft);
  }
  const levers = namedEntries(sections.levers, '`levers`', reading.out);
  refuseMore(levers[maximumAxes]?.keySpan, `a plan has at most ${maximumAxes} levers`, reading);
  for (const entry of levers.slice(0, maximumAxes)) {
    const draft = readLever(entry, entries, names, reading);
    if (draft === undefined) broken.add(entry.key);
    else drafts.push(draft);
  }
  // time comes last, so that the months of a value lie side by side
  const axes = drafts.map((draft) => draft.axis).sort((a, b) => rank(a) - rank(b));
  const overrides = drafts.flatMap(({ axis, changes }) =>
    changes({ names, axes, axis: axis.name, broken, unpriced, reading }),
  );
  reportClashes(overrides, reading.out);
  return { axes, overrides };
}

function rank({ kind }: Axis): number {
  return kind === 'time' ? 1 : 0;
}

function isFree({ axis }: AxisDraft, entries: readonly Entry[], { out }: Reading): boolean {
  const twin = entries.find((entry) => entry.key === axis.name);
  if (twin === undefined) return true;
  const marks = [
    { span: twin.keySpan, label: 'an axis is called this' },
    { span: axis.span, label: 'the horizon gives one of this name' },
  ];
  out.error('E407', `two axes are called \`${axis.name}\``, marks, 'give yours another name');
  return false;
}

function refuseMore(first: Span | undefined, message: string, reading: Reading): void {
  if (first !== undefined) reading.out.error('E102', message, [{ span: first, label: 'one too many' }]);
}

function isSweep(node: Node): boolean {
  if (node.kind !== 'map') return false;
  return node.entries.some((e) => e.key === 'sweep' || (e.key === 'values' && e.value.kind === 'list'));
}

function readOptions(entry: Entry, reading: Reading): AxisDraft | undefined {
  const { out } = reading;
  const filled = blockOf(entry.value, optionsForm, reading);
  if (filled === undefined) return undefined;
  const read: { readonly point: Point; readonly body: Filled | undefined }[] = [];
  refuseMore(filled.others[maximumPoints]?.keySpan, `an axis has at most ${maximumPoints} points`, reading);
  for (const option of filled.others.slice(0, maximumPoints)) {
    if (!checkPointName(option.key, option.keySpan, out)) continue;
    const body = blockOf(option.value, pointForm, reading);
    const text = (key: string): string | undefined =>
      body === undefined ? undefined : textOf(body, key, out);
    read.push({
      body,
      point: { name: option.key, label: text('label'), note: text('note'), span: option.keySpan },
    });
  }
  const points = read.map((r) => r.point);
  if (filled.others.length === 0) {
    const help = 'name its points and what is different there: `a: { users: 100 users }`';
    out.error('E104', `the axis \`${entry.key}\` has no points`, [{ span: entry.keySpan, label: '' }], help);
  }
  if (points.length === 0) return undefined;
  const base = wordOf(filled, 'base', reading);
  const known =
    base === undefined ? undefined : knownPoint({ name: entry.key, points }, base.text, base.span, out);
  const axis: Axis = {
    name: entry.key,
    label: textOf(filled, 'label', out),
    kind: 'options',
    input: undefined,
    asserted: false,
    held: flagOf(filled, 'held', out) ?? false,
    points,
    base: known === undefined ? 0 : points.findIndex((p) => p.name === known),
    span: entry.keySpan,
  };
  const changes = (around: Surroundings): readonly Override[] => {
    const options = read.map(({ point, body }) => ({
      name: point.name,
      extends: body === undefined ? undefined : wordOf(body, 'extends', reading),
      own: body === undefined ? [] : readPointChanges(body, around),
    }));
    return expandOptions(axis, options, out);
  };
  return { axis, changes };
}

interface SweepPoint {
  readonly point: Point;
  readonly override: Override;
}

function readSweep(
  entry: Entry,
  inputs: readonly Input[],
  names: Names,
  reading: Reading,
): AxisDraft | undefined {
  const { out } = reading;
  const filled = fill(entry.value, sweepForm, out);
  if (filled === undefined) return undefined;
  const swept = wordOf(filled, 'sweep', reading);
  if (swept === undefined || !isInput(swept.text, swept.span, names, reading)) return undefined;
  const input = inputs.find((i) => i.name === swept.text);
  const found: SweepPoint[] = [];
  const values = filled.fields.get('values');
  const nodes = listOf(values?.value);
  refuseMore(nodes[maximumPoints]?.span, `an axis has at most ${maximumPoints} points`, reading);
  for (const node of nodes.slice(0, maximumPoints)) {
    const value = formulaAt(node, '`values`', reading);
    const name = pointNameOf(node, reading);
    if (value === undefined || name === undefined) continue;
    const twin = found.find((f) => f.point.name === name);
    const adopted = adoptUnit(value, input);
    if (twin !== undefined) {
      const marks = [
        { span: node.span, label: '' },
        { span: twin.point.span, label: 'here already' },
      ];
      out.error('E407', `two points are called \`${name}\``, marks, 'leave one of them out');
    } else if (!adopted.ok) {
      out.error('E104', `this could be meant in two ways`, [{ span: node.span, label: '' }], adopted.help);
    } else {
      const change = { kind: 'value', name: swept.text, nameSpan: swept.span, value: adopted.value } as const;
      const override: Override = { when: [{ axis: entry.key, point: name }], change, span: node.span };
      found.push({ point: { name, label: undefined, note: undefined, span: node.span }, override });
    }
  }
  if (values !== undefined && nodes.length === 0) {
    out.error(
      'E104',
      '`values` is empty',
      [{ span: values.keySpan, label: '' }],
      'for example `values: [47, 100, 500]`',
    );
  }
  if (found.length === 0) return undefined;
  const points = found.map((f) => f.point);
  const axis: Axis = {
    name: entry.key,
    label: textOf(filled, 'label', out),
    kind: 'sweep',
    input: swept.text,
    asserted: false,
    held: flagOf(filled, 'held', out) ?? false,
    points,
    base: baseOfSweep(filled, entry.key, points, reading),
    span: entry.keySpan,
  };
  return { axis, changes: () => found.map((f) => f.override) };
}

function isInput(text: string, span: Span, names: Names, reading: Reading): boolean {
  const taken = names.get(text);
  if (taken?.thing === 'an input') return true;
  const known = names.of('an input');
  const message = taken === undefined ? `there is no input \`${text}\`` : `\`${text}\` is ${taken.thing}`;
  const help = taken === undefined ? guess(text, known, reading.out) : '';
  reading.out.error(
    'E401',
    message,
    [{ span, label: '' }],
    help || 'a sweep gives an input one value after the other',
  );
  return false;
}

/** A value's own text names its point: `100`, `50` for `50 users`, `1000` for `1_000`. */
function pointNameOf(node: Node, reading: Reading): string | undefined {
  const word = wordAt(node, '`values`', reading);
  const [first = ''] = word?.text.split(/\s/) ?? [];
  return word !== undefined && checkPointName(first, word.span, reading.out)
    ? withoutSeparators(first)
    : undefined;
}

function baseOfSweep(filled: Filled, name: string, points: readonly Point[], reading: Reading): number {
  const base = wordOf(filled, 'base', reading);
  if (base === undefined) return 0;
  const [first = ''] = base.text.split(/\s/);
  const known = knownPoint({ name, points }, first, base.span, reading.out);
  return known === undefined ? 0 : points.findIndex((p) => p.name === known);
}
