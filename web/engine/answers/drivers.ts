// Every input of the plan as it is written: its value in the case that is looked at, how far a slider may go, and where it
// comes from.

import { isShare, isWhole, type MovedInput, today, usualSpan } from '../../../src/analysis/moved-input.ts';
import type { Expression } from '../../../src/formula/ast.ts';
import type { Graph } from '../../../src/graph/types.ts';
import { interpreter } from '../../../src/grid/interpret.ts';
import type { Growth, Input } from '../../../src/plan/types.ts';
import { exactText } from '../../../src/quantity/print-quantity.ts';
import { unitText } from '../../../src/quantity/unit.ts';
import { figureText, valueText } from '../../../src/report/amounts.ts';
import { isLogarithmic } from '../../../src/report/charts/scales.ts';
import { onPointsText } from '../../../src/report/override-text.ts';
import type { Asked } from '../session.ts';
import { holdsAt } from './holds-at.ts';
import { sectionsOf } from './input-sections.ts';

export interface Driver {
  readonly name: string;
  readonly label: string;
  readonly note: string | undefined;
  /** The comment that heads its part of the list: `how large`. */
  readonly section: string | undefined;
  /** As it is written where it holds in this case. */
  readonly written: string;
  /** In this case: `47 agents`, `75–125 users`, `true`. */
  readonly now: string;
  readonly value: Ends;
  /**
   * `range`: written as `a to b`, so that both ends can be moved. `spread`: by a function, `normal(10 GB, 1 GB)`, in whose place one
   * number can be tried out. `other`: no figure at all.
   */
  readonly shape: 'number' | 'range' | 'spread' | 'other';
  /** What it may be, where it is no figure: `true` and `false`, the points of an axis. */
  readonly choices: readonly string[];
  /** What stands behind the digits: ` agents`, `%`. */
  readonly suffix: string;
  /** Behind a single one: ` agent`. */
  readonly suffixOfOne: string;
  readonly unit: string;
  /** undefined where there is nothing to slide along. */
  readonly span: SliderSpan | undefined;
  readonly source: string | undefined;
  readonly url: string | undefined;
  readonly date: string | undefined;
  readonly confidence: string | undefined;
  /** Where the plan says something else than at first. */
  readonly elsewhere: readonly { readonly where: string; readonly value: string; readonly holds: boolean }[];
  readonly overTime: readonly string[];
  readonly line: number;
}

export interface Ends {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export interface SliderSpan {
  readonly from: number;
  readonly to: number;
  readonly log: boolean;
  readonly whole: boolean;
}

export function drivers({ graph, place }: Asked): readonly Driver[] {
  const { plan } = graph;
  const sections = sectionsOf(plan.source.text, plan.inputs);
  return plan.inputs.map((input, i) => driver(graph, input, sections[i], place));
}

function driver(graph: Graph, input: Input, section: string | undefined, place: readonly number[]): Driver {
  const { name, note, provenance, span } = input;
  const label = input.label ?? name;
  const node = graph.names.get(name)?.start?.node ?? -1;
  const type = graph.nodes[node]?.type;
  const changes = changesOf(graph, name, place);
  const written = changes.findLast((c) => c.holds && !c.onTop)?.value ?? input.value;
  const about = {
    name,
    label,
    note,
    section,
    written: textOf(written),
    source: provenance.source,
    url: provenance.url,
    date: provenance.date,
    confidence: provenance.confidence,
    elsewhere: changes.map((c) => ({ where: c.where, value: textOf(c.value), holds: c.holds })),
    overTime: overTime(input),
    line: lineOf(span.source.text, span.start),
  };
  const rest = interpreter(graph);
  const value = today(graph, rest, node, place);
  if (type?.kind !== 'number') {
    const points = (axis: string): readonly string[] =>
      graph.axes.find((a) => a.name === axis)?.points.map((p) => p.name) ?? [];
    const now = type === undefined ? '' : valueText({ type, value: value.mid, ...value }, points);
    const choices =
      type?.kind === 'condition' ? ['true', 'false'] : type?.kind === 'point' ? points(type.axis) : [];
    return {
      ...about,
      now,
      value,
      shape: 'other',
      choices,
      suffix: '',
      suffixOfOne: '',
      unit: '',
      span: undefined,
    };
  }
  const moved: MovedInput = { name, label, node, unit: type.unit };
  const shape = written.kind === 'range' ? 'range' : value.low < value.high ? 'spread' : 'number';
  return {
    ...about,
    now: figureText({ ...value, unit: type.unit }),
    value,
    shape,
    choices: [],
    suffix: exactText(2, type.unit).slice(1),
    suffixOfOne: exactText(1, type.unit).slice(1),
    unit: unitText(type.unit),
    span: sliderSpan(moved, value, shape === 'spread' ? written : undefined),
  };
}

/** `spread`: the formula that the input is spread by. */
function sliderSpan(input: MovedInput, value: Ends, spread: Expression | undefined): SliderSpan | undefined {
  const whole = isWhole(input, value);
  if (isShare(input.unit) && value.low >= 0 && value.high <= 100)
    return { from: 0, to: 100, log: false, whole: false };
  if (spread !== undefined) return aroundSpread(value, spread, whole);
  const span = usualSpan(input, value, whole);
  return span === undefined ? undefined : { ...span, log: isLogarithmic([span.from, span.to]), whole };
}

/** The spread, and as much again on both sides; never below nothing where it is not, and a beta never above one. */
function aroundSpread({ low, high }: Ends, spread: Expression, whole: boolean): SliderSpan | undefined {
  const width = high - low;
  if (!Number.isFinite(width)) return undefined;
  const from = low < 0 ? low - width : Math.max(0, low - width);
  const to = spread.kind === 'call' && spread.name === 'beta' ? high : high + width;
  return { from, to, log: false, whole };
}

interface PlaceChange {
  readonly where: string;
  readonly value: Expression;
  readonly holds: boolean;
  /** What levers and months change comes on top of what is tried out. */
  readonly onTop: boolean;
}

function changesOf(graph: Graph, name: string, place: readonly number[]): readonly PlaceChange[] {
  return graph.plan.overrides.flatMap(({ change, when }) =>
    change.kind === 'value' && change.name === name
      ? [
          {
            where: onPointsText(when),
            value: change.value,
            holds: when.every((on) => holdsAt(graph, on, place)),
            onTop: when.some(({ axis }) => ['lever', 'time'].includes(kindOf(graph, axis) ?? '')),
          },
        ]
      : [],
  );
}

function kindOf({ axes }: Graph, name: string): string | undefined {
  return axes.find((axis) => axis.name === name)?.kind;
}

function overTime({ growth, years }: Input): readonly string[] {
  const from = years.map(({ year, value }) => `from year ${year}: ${textOf(value)}`);
  return growth === undefined ? from : [growthText(growth), ...from];
}

function growthText(growth: Growth): string {
  switch (growth.kind) {
    case 'rate':
      return `grows by ${textOf(growth.rate)}${growth.every === undefined ? '' : `, every ${textOf(growth.every)}`}`;
    case 'line':
      return `in a line to ${textOf(growth.to)} by ${textOf(growth.by)}`;
    case 'logistic':
      return `grows by ${textOf(growth.rate)} at first, towards ${textOf(growth.limit)}`;
  }
}

function textOf({ span: { source, start, end } }: Expression): string {
  return source.text.slice(start, end).replace(/\s+/g, ' ').trim();
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line += 1;
  return line;
}
