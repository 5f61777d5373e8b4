// Two points of an axis held against each other along an input, or along the months: every value at which they change places.

import { breakEven } from '../../../src/analysis/break-even.ts';
import { coordinates } from '../../../src/analysis/figures.ts';
import {
  type MovedInput,
  numericInputs,
  type Span,
  today,
  usualSpanOf,
} from '../../../src/analysis/moved-input.ts';
import { overtaking } from '../../../src/analysis/overtaking.ts';
import { labelledApart } from '../../../src/analysis/sides.ts';
import { interpreter } from '../../../src/grid/interpret.ts';
import type { Place } from '../../../src/grid/layout.ts';
import { printQuantity } from '../../../src/quantity/print-quantity.ts';
import { sameUnit, unitText } from '../../../src/quantity/unit.ts';
import type { ReportTable } from '../../../src/report/blocks.ts';
import { contestText, crossingText, remarks } from '../../../src/report/break-even-words.ts';
import { breakEvenChart, overtakingChart } from '../../../src/report/charts/break-even-chart.ts';
import type { Chart } from '../../../src/report/charts/chart.ts';
import { overtakingSentences, overtakingTable } from '../../../src/report/overtaking-answers.ts';
import { sentence } from '../../../src/report/words.ts';
import { metricOf } from '../metric.ts';
import { type Asked, refused } from '../session.ts';
import { ask } from './explain.ts';

export interface BreakEvenParams {
  /** The axis, and two of its points. */
  readonly by: string;
  readonly first: string;
  readonly second: string;
  readonly metric: string;
  /** An input, or `month`. */
  readonly on: string;
  /** As somebody types them; empty for the usual. */
  readonly from: string;
  readonly to: string;
}

export interface BreakEvenData {
  readonly answer: string;
  readonly crossings: readonly string[];
  readonly remarks: readonly string[];
  readonly chart: Chart | undefined;
  readonly table: ReportTable | undefined;
  /** How far was looked; undefined along the months. */
  readonly span: { readonly from: string; readonly to: string } | undefined;
}

/** What stands for the months of the horizon, where an input could be named. */
export const onMonths = 'month';

/** Throws OutlayError where the question does not fit the plan. */
export function breakEvenAnswer(asked: Asked, params: BreakEvenParams): BreakEvenData {
  const places = placesOf(asked, params);
  return params.on === onMonths ? overMonths(asked, params, places) : onInput(asked, params, places);
}

function placesOf({ graph, place }: Asked, { by, first, second }: BreakEvenParams): readonly [Place, Place] {
  const axis = graph.axes.findIndex((a) => a.name === by);
  const at = (name: string): Place => {
    const point = graph.axes[axis]?.points.findIndex((p) => p.name === name) ?? -1;
    if (point < 0) throw refused(`\`${by}\` has no point \`${name}\``, 'choose two points of the axis');
    return place.map((p, a) => (a === axis ? point : graph.axes[a]?.kind === 'band' ? 1 : p));
  };
  return [at(first), at(second)];
}

function overMonths(
  { grid, graph }: Asked,
  { by }: BreakEvenParams,
  places: readonly [Place, Place],
): BreakEvenData {
  const found = overtaking(grid, places);
  if (found === undefined)
    throw refused('the plan has no horizon', 'say how long is looked at: `horizon: { months: 36 }`');
  const axis = graph.axes.findIndex((a) => a.name === by);
  const nameOf = (place: Place): string => coordinates(graph, [axis], place)[0]?.label ?? '';
  const answer = { overtaking: found, names: [nameOf(places[0]), nameOf(places[1])] as const };
  const [main = '', ...rest] = overtakingSentences(answer);
  const { currency } = graph.plan;
  return {
    answer: main,
    crossings: [],
    remarks: rest,
    chart: overtakingChart(answer, currency),
    table: overtakingTable(answer, currency),
    span: undefined,
  };
}

function onInput(asked: Asked, params: BreakEvenParams, places: readonly [Place, Place]): BreakEvenData {
  const { graph } = asked;
  const input = numericInputs(graph).find(({ name }) => name === params.on);
  if (input === undefined)
    throw refused(`\`${params.on}\` is no input that could be moved`, 'choose one of the inputs');
  const { node, unit } = metricOf(asked, params.metric);
  const [a, b] = places.map((place, i) => ({
    name: i === 0 ? params.first : params.second,
    label: i === 0 ? params.first : params.second,
    node,
    place,
  }));
  if (a === undefined || b === undefined) throw new Error('there are two sides');
  const rest = interpreter(graph);
  const usual = usualSpanOf(
    input,
    places.map((place) => today(graph, rest, input.node, place)),
  );
  const span = spanOf(asked, params, input, usual);
  const answer = {
    breakEven: breakEven(graph, { sides: labelledApart(graph, a, b), unit, input, span }),
    metric: params.metric,
    at: [],
  };
  return {
    answer: sentence(capital(contestText(answer.breakEven.middle, answer))),
    crossings: answer.breakEven.middle.crossings.map((crossing) => crossingText(crossing, answer)),
    remarks: remarks(answer).map((text) => sentence(capital(text))),
    chart: breakEvenChart(graph, answer),
    table: undefined,
    span: { from: printQuantity(span.from, input.unit), to: printQuantity(span.to, input.unit) },
  };
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function spanOf(asked: Asked, params: BreakEvenParams, input: MovedInput, usual: Span | undefined): Span {
  const end = (text: string, otherwise: number | undefined): number | undefined =>
    text.trim() === '' ? otherwise : quantityOf(asked, text, input);
  const [from, to] = [end(params.from, usual?.from), end(params.to, usual?.to)];
  if (from === undefined || to === undefined)
    throw refused(
      `today's value of \`${input.name}\` gives no range to look at`,
      'say from where to where to look',
    );
  if (from < to) return { from, to };
  throw refused(
    `a range from ${printQuantity(from, input.unit)} to ${printQuantity(to, input.unit)} is none`,
    'the first is the smaller end, the second the larger',
  );
}

/** A number without a unit is in that of the input. */
function quantityOf(asked: Asked, text: string, { unit }: MovedInput): number {
  const plain = /^[\d_., ]+$/.test(text);
  const formula = plain
    ? `${text.replace(/[, ]/g, '')} ${unitText(unit)}`
    : `(${text}) in ${unitText(unit) || '1'}`;
  const question = ask(asked, formula);
  const value =
    question.type.kind === 'number' && sameUnit(question.type.unit, unit)
      ? asked.grid.value(question.node, asked.place)
      : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw refused(`\`${text}\` is no end of a range`, `for example \`${printQuantity(100, unit)}\``);
}
