// The key of an `at` block: `at stage=beta, mail=free`.

import type { Reading } from '../catalog/reading.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import { indexOfPoint } from '../formula/point-index.ts';
import type { Entry } from '../yaml/node.ts';
import { monthAxis, yearAxis } from './names.ts';
import { guess } from './reading.ts';
import type { Axis, OnPoint } from './types.ts';

export function isAtKey(entry: Entry): boolean {
  return /^at(?:\s|$)/.test(entry.key);
}

const condition = /^(\s*)([A-Za-z_][A-Za-z0-9_]*)(\s*>?=\s*)([A-Za-z0-9_][A-Za-z0-9_.%-]*)\s*$/;

interface Around {
  readonly axes: readonly Axis[];
  /** The axis whose point has the block. */
  readonly axis: string;
  readonly broken: ReadonlySet<string>;
  readonly reading: Reading;
}

/** The conditions; undefined, with the reason, where one of them cannot hold or be read. */
export function readConditions(entry: Entry, around: Around): readonly OnPoint[] | undefined {
  const { axes, axis: here } = around;
  const { out } = around.reading;
  const found: OnPoint[] = [];
  let offset = 2;
  for (const part of entry.key.slice(2).split(',')) {
    const match = condition.exec(part);
    const [, before = '', axisName = '', equals = '', point = ''] = match ?? [];
    if (match === null) {
      const help = 'name an axis and its point, several with commas: `at stage=beta, mail=free`';
      out.error('E104', 'this is no condition', [{ span: entry.keySpan, label: '' }], help);
      return undefined;
    }
    const axisStart = offset + before.length;
    const pointStart = axisStart + axisName.length + equals.length;
    const axisSpan = spanInKey(entry, axisStart, axisStart + axisName.length);
    const pointSpan = spanInKey(entry, pointStart, pointStart + point.length);
    if (axisName === here || found.some((known) => known.axis === axisName)) {
      const message =
        axisName === here
          ? `this stands under a point of \`${here}\` already`
          : `\`${axisName}\` is named twice`;
      out.error('E104', message, [{ span: axisSpan, label: '' }], 'name each axis once');
      return undefined;
    }
    if (around.broken.has(axisName)) return undefined;
    const known = checkPoint(axisName, axisSpan, point, pointSpan, axes, out);
    if (known === undefined) return undefined;
    const on = conditionOn(axisName, known, equals.includes('>'), axes);
    if (on === undefined) {
      const help = `points of \`${axisName}\` have no order; months and years have: \`at month>=13\``;
      out.error('E104', 'this is no condition', [{ span: axisSpan, label: '' }], help);
      return undefined;
    }
    found.push(on);
    offset += part.length + 1;
  }
  return found;
}

/** A year is its months. Only along time is there a `>=`. */
function conditionOn(
  axisName: string,
  point: string,
  onwards: boolean,
  axes: readonly Axis[],
): OnPoint | undefined {
  const axis = axes.find((known) => known.name === axisName);
  if (axis?.kind !== 'time') return onwards ? undefined : { axis: axisName, point };
  const months = axes.find((known) => known.name === monthAxis)?.points.length ?? 0;
  const number = Number(point);
  const [first, last] = axisName === yearAxis ? [number * 12 - 11, number * 12] : [number, number];
  return { axis: monthAxis, point: String(first), until: String(onwards ? months : Math.min(last, months)) };
}

function checkPoint(
  axisName: string,
  axisSpan: Span,
  point: string,
  pointSpan: Span,
  axes: readonly Axis[],
  out: Diagnostics,
): string | undefined {
  const axis = axes.find((known) => known.name === axisName);
  if (axis === undefined) {
    const known = axes.map((a) => a.name);
    const help = guess(axisName, known, out) || `the axes are ${known.join(', ')}`;
    out.error('E403', `there is no axis \`${axisName}\``, [{ span: axisSpan, label: '' }], help);
    return undefined;
  }
  return knownPoint(axis, point, pointSpan, out);
}

/** The point as its axis calls it; reports the nearest one where there is none. */
export function knownPoint(
  axis: Pick<Axis, 'name' | 'points'>,
  point: string,
  span: Span,
  out: Diagnostics,
): string | undefined {
  const known = axis.points.map((p) => p.name);
  const found = known[indexOfPoint(known, point)];
  if (found !== undefined) return found;
  const shown = `its points are ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}`;
  out.error(
    'E404',
    `the axis \`${axis.name}\` has no point \`${point}\``,
    [{ span, label: '' }],
    guess(point, known, out) || shown,
  );
  return undefined;
}

/** Part of the key, wherever quotes moved it; the whole key where it was written in another way. */
function spanInKey(entry: Entry, start: number, end: number): Span {
  const { source } = entry.keySpan;
  const moved = source.text.slice(entry.keySpan.start, entry.keySpan.end).indexOf(entry.key);
  if (moved === -1) return entry.keySpan;
  const from = entry.keySpan.start + moved;
  return { source, start: from + start, end: from + end };
}
