// Time: how long a plan looks ahead, the axes that this gives, and what changes from a month on.

import type { Reading } from '../catalog/reading.ts';
import type { Span } from '../diagnostics/source.ts';
import { fill, namedEntries } from '../yaml/form.ts';
import type { Entry, Node } from '../yaml/node.ts';
import { timelineForm } from './forms/axes.ts';
import { horizonForm } from './forms/time.ts';
import { monthAxis, yearAxis } from './names.ts';
import { type AxisDraft, readPointChanges, type Surroundings } from './read-changes.ts';
import { blockOf, formulaAt, formulaOf, literal, wordOf } from './reading.ts';
import type { Axis, Horizon, OnPoint, Override, Point } from './types.ts';

/** Fifty years: beyond that nobody plans, and a grid has to end somewhere. */
export const maximumMonths = 600;

export function readHorizon(entry: Entry | undefined, reading: Reading): Horizon | undefined {
  if (entry === undefined) return undefined;
  const { value: node, keySpan: span } = entry;
  const short = node.kind === 'scalar';
  const filled = short ? undefined : fill(node, horizonForm, reading.out);
  if (!short && filled === undefined) return undefined;
  const length =
    filled === undefined ? formulaAt(node, '`horizon`', reading) : formulaOf(filled, 'length', reading);
  if (length === undefined) return undefined;
  const stated = literal(length);
  const unit = stated?.unit.key ?? '';
  const months = unit.startsWith('month')
    ? stated?.value
    : unit.startsWith('year')
      ? (stated?.value ?? 0) * 12
      : Number.NaN;
  if (months === undefined || !Number.isInteger(months) || months < 1 || months > maximumMonths) {
    const help = 'for example `60 months` or `5 years`';
    const message = `a horizon is from 1 to ${maximumMonths} whole months`;
    reading.out.error('E104', message, [{ span: length.span, label: '' }], help);
    return undefined;
  }
  const starts = filled === undefined ? undefined : wordOf(filled, 'starts', reading);
  if (starts !== undefined && calendarMonth(starts.text) === undefined) {
    const help = 'write the year and the month: `2026-03`';
    reading.out.error('E104', `\`${starts.text}\` is no month`, [{ span: starts.span, label: '' }], help);
    return undefined;
  }
  const discount = filled === undefined ? undefined : formulaOf(filled, 'discount', reading);
  return { months, starts: starts?.text, discount, span };
}

/** Months since year 0, of `2026-03`. */
function calendarMonth(text: string): number | undefined {
  const [, year, month] = /^([0-9]{4})-([0-9]{2})$/.exec(text) ?? [];
  const number = Number(month);
  return year === undefined || number < 1 || number > 12 ? undefined : Number(year) * 12 + number - 1;
}

/** `2026-03` for month 1 of a horizon that starts then. */
export function calendarName(starts: string, month: number): string {
  const number = (calendarMonth(starts) ?? 0) + month - 1;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The axes `month` and, over more than a year, `year`; the timeline is what month makes different. */
export function timeAxes(
  horizon: Horizon | undefined,
  timeline: Node | undefined,
  reading: Reading,
): readonly AxisDraft[] {
  if (horizon === undefined) {
    const [first] = namedEntries(timeline, '`timeline`', reading.out);
    if (first !== undefined && !reading.out.failed) {
      const help = 'say how long is looked ahead: `horizon: 60 months`';
      reading.out.error('E105', 'a timeline needs a horizon', [{ span: first.keySpan, label: '' }], help);
    }
    return [];
  }
  const { months, starts, span } = horizon;
  const axis = (name: string, count: number, labels: (n: number) => string | undefined): Axis => ({
    name,
    label: undefined,
    kind: 'time',
    input: undefined,
    asserted: false,
    held: true,
    points: Array.from({ length: count }, (_, i): Point => {
      return { name: String(i + 1), label: labels(i + 1), note: undefined, span };
    }),
    base: 0,
    span,
  });
  const month = axis(monthAxis, months, (n) => (starts === undefined ? undefined : calendarName(starts, n)));
  const year = axis(yearAxis, Math.ceil(months / 12), (n) => `year ${n}`);
  const drafts: AxisDraft[] = [{ axis: month, changes: (around) => readTimeline(timeline, horizon, around) }];
  return months > 12 ? [...drafts, { axis: year, changes: () => [] }] : drafts;
}

function readTimeline(node: Node | undefined, horizon: Horizon, around: Surroundings): readonly Override[] {
  const entries = namedEntries(node, '`timeline`', around.reading.out).map((entry) => ({
    entry,
    month: monthOf(entry, horizon, around.reading),
  }));
  const dated = entries.flatMap(({ entry, month }) => (month === undefined ? [] : [{ entry, month }]));
  return dated
    .sort((a, b) => a.month - b.month)
    .flatMap(({ entry, month }) => {
      const filled = blockOf(entry.value, timelineForm, around.reading);
      const onwards = from(month, horizon.months);
      return (filled === undefined ? [] : readPointChanges(filled, around)).map(
        ({ conditions, change, span }): Override => ({ when: [onwards, ...conditions], change, span }),
      );
    });
}

function from(month: number, last: number): OnPoint {
  return { axis: monthAxis, point: String(month), until: String(last) };
}

function monthOf(entry: Entry, { months, starts }: Horizon, { out }: Reading): number | undefined {
  const { key, keySpan: span } = entry;
  const asDate = calendarMonth(key);
  const first = starts === undefined ? undefined : calendarMonth(starts);
  if (asDate !== undefined && first === undefined) {
    const help =
      'say which month is the first: `horizon: { length: 60 months, starts: 2026-03 }`, or count them: `13`';
    out.error('E104', `the horizon does not say when \`${key}\` is`, [{ span, label: '' }], help);
    return undefined;
  }
  const month = asDate === undefined ? Number(/^[0-9]{1,3}$/.exec(key)?.[0]) : asDate - (first ?? 0) + 1;
  if (month >= 1 && month <= months) return month;
  const last = starts === undefined ? '' : `, ${starts} to ${calendarName(starts, months)}`;
  reportOutside(span, key, `its months are 1 to ${months}${last}`, out);
  return undefined;
}

function reportOutside(span: Span, key: string, help: string, out: Reading['out']): void {
  out.error('E404', `\`${key}\` is no month of the horizon`, [{ span, label: '' }], help);
}
