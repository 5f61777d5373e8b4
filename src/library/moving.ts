// What changes when a number moves: where two cases change places, and which inputs matter.

import { type BreakEven, breakEven as breakEvenOf } from '../analysis/break-even.ts';
import { placeOf } from '../analysis/cases.ts';
import type { Side } from '../analysis/contest.ts';
import { type MovedInput, numericInputs, type Span, today, usualSpanOf } from '../analysis/moved-input.ts';
import { type Sensitivity, sensitivity as sensitivityOf } from '../analysis/sensitivity.ts';
import { labelledApart } from '../analysis/sides.ts';
import { interpreter } from '../grid/interpret.ts';
import { sameUnit, type Unit, unitText } from '../quantity/unit.ts';
import { type At, askFigure, axisOf, pinsOf, pinTexts, wrong } from './asking.ts';
import type { PlanModel } from './model.ts';

export interface BreakEvenOptions {
  /** Two cases, compared by `metric`; or two formulas. */
  readonly between: readonly [At, At] | readonly [string, string];
  /** The input that is moved. */
  readonly on: string;
  /** In the unit of the input; a tenth of what it is, and ten times that, where left out. */
  readonly from?: number;
  readonly to?: number;
  readonly metric?: string;
  readonly at?: At;
}

/** At which values of an input two cases, or two figures, change places. */
export function breakEven(model: PlanModel, options: BreakEvenOptions): BreakEven {
  const { graph } = model;
  const [first, second] = options.between;
  const a = sideOf(model, first, options);
  const b = sideOf(model, second, options, a.unit);
  const formulas = typeof first === 'string' || typeof second === 'string';
  const sides = formulas ? ([a.side, b.side] as const) : labelledApart(graph, a.side, b.side);
  const input = numericInputs(graph).find((known) => known.name === options.on);
  if (input === undefined)
    throw wrong('E401', `there is no input called \`${options.on}\` that could be moved`);
  return breakEvenOf(graph, { sides, unit: a.unit, input, span: spanOf(model, input, sides, options) });
}

export interface SensitivityOptions {
  /** How far an input without a range of its own is moved; 0.1 where left out. */
  readonly by?: number;
  /** The axis whose cheapest point is the recommendation; none where left out. */
  readonly axis?: string;
  readonly at?: At;
}

/** Which inputs move a figure and how far, and which of them flips the recommendation. */
export function sensitivity(
  model: PlanModel,
  formula = 'total',
  options: SensitivityOptions = {},
): Sensitivity {
  const place = placeOf(model.graph, pinsOf(model, options.at ?? {}));
  const axis = options.axis === undefined ? undefined : axisOf(model, options.axis);
  return sensitivityOf(model.graph, { ...askFigure(model, formula), place, by: options.by ?? 0.1, axis });
}

/** In the unit of the other side, if there is one. */
function sideOf(
  model: PlanModel,
  asked: At | string,
  { metric = 'total', at = {} }: BreakEvenOptions,
  unit?: Unit,
): { readonly side: Side; readonly unit: Unit } {
  const formula = typeof asked === 'string' ? asked : metric;
  const own = askFigure(model, formula);
  const fits = unit === undefined || sameUnit(own.unit, unit);
  const figure = fits ? own : askFigure(model, `(${formula}) in ${unitText(unit) || '1'}`);
  const place = placeOf(model.graph, pinsOf(model, typeof asked === 'string' ? at : { ...at, ...asked }));
  const name = typeof asked === 'string' ? asked : pinTexts(asked).join(',');
  return { side: { name, label: name, node: figure.node, place }, unit: figure.unit };
}

function spanOf(
  { graph }: PlanModel,
  input: MovedInput,
  sides: readonly Side[],
  { from, to }: BreakEvenOptions,
): Span {
  const asked = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const rest = interpreter(graph);
  const nows = sides.map((side) => today(graph, rest, input.node, side.place));
  const span = { from: Number.NaN, to: Number.NaN, ...usualSpanOf(input, nows), ...asked };
  if (Number.isFinite(span.from) && Number.isFinite(span.to) && span.from < span.to) return span;
  throw wrong('E701', `there is no range of \`${input.name}\` to look at: say \`from\` and \`to\``);
}
