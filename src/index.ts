// Outlay as a library: a plan in, answers out, all plain data. No files, no network, no clock: the same plan and the same
// vendor texts give the same answers, in Node.js and in a browser.

import { type Bill, bill as billOf } from './analysis/bill.ts';
import { type BreakEven, breakEven as breakEvenOf } from './analysis/break-even.ts';
import { casesOf, type Pinned, placeOf, readPins } from './analysis/cases.ts';
import { drawChancesWith } from './analysis/chance.ts';
import { type CheckSummary, check as checkOf } from './analysis/check.ts';
import { type Comparison, compare as compareOf } from './analysis/compare.ts';
import type { Side } from './analysis/contest.ts';
import { type Diff, diff as diffOf } from './analysis/diff.ts';
import { pinsOfBoth } from './analysis/diff-cases.ts';
import { type DiffSide, diffModel, diffSide, rateInto } from './analysis/diff-side.ts';
import { drawnChances } from './analysis/drawn-chances.ts';
import { type Explanation, explain as explainOf } from './analysis/explain.ts';
import { onBand } from './analysis/figures.ts';
import { reportImpossible } from './analysis/impossible-draws.ts';
import { type Levers, levers as leversOf } from './analysis/levers.ts';
import { type LimitsCase, limits as limitsOf } from './analysis/limits.ts';
import { type Margins, margins as marginsOf } from './analysis/margin.ts';
import { type MovedInput, numericInputs, type Span, today, usualSpanOf } from './analysis/moved-input.ts';
import { type Odds, odds as oddsOf } from './analysis/odds.ts';
import { type Advice, recommend as recommendOf } from './analysis/recommend.ts';
import { type Risk, risk as riskOf } from './analysis/risk.ts';
import { type Sensitivity, sensitivity as sensitivityOf } from './analysis/sensitivity.ts';
import { labelledApart } from './analysis/sides.ts';
import { isServed, usualUnit } from './analysis/unit-economics.ts';
import { Catalog } from './catalog/catalog.ts';
import type { VendorFiles } from './catalog/types.ts';
import { renderDiagnostics } from './diagnostics/code-frame.ts';
import { type Diagnostic, Diagnostics } from './diagnostics/diagnostic.ts';
import { standalone } from './formula/formula-text.ts';
import { parseFormula } from './formula/parse.ts';
import { buildGraph, type Model } from './graph/build.ts';
import { movedModel, unitOfInput } from './graph/moved.ts';
import type { NodeId, Question } from './graph/types.ts';
import { Grid } from './grid/evaluate.ts';
import { interpreter } from './grid/interpret.ts';
import type { Impossible } from './grid/written-samples.ts';
import { planSource } from './plan/define-plan.ts';
import type { PlanDefinition } from './plan/definition.ts';
import { readPlan } from './plan/read-plan.ts';
import { laidOver, numberSetting, readSettings, withSettings } from './plan/set-input.ts';
import type { PlanFiles } from './plan/types.ts';
import { sameUnit, type Unit, unitText } from './quantity/unit.ts';

export type { Bill, BillCase, BillItem, BillShare } from './analysis/bill.ts';
export type { BreakEven } from './analysis/break-even.ts';
export type { CheckResult, CheckStatus, CheckSummary } from './analysis/check.ts';
export type { CompareCell, CompareRow, Comparison } from './analysis/compare.ts';
export type { Contest, ContestStretch, Crossing, Standing } from './analysis/contest.ts';
export type { Diff, DiffCase } from './analysis/diff.ts';
export type { ItemChange } from './analysis/diff-item.ts';
export type { Explanation } from './analysis/explain.ts';
export type { Coordinate, Figure, Ranged } from './analysis/figures.ts';
export type { Flip } from './analysis/flips.ts';
export type { LeverName, LeverSaving, Levers } from './analysis/levers.ts';
export type { LimitState, LimitsCase, LimitUse, Threshold } from './analysis/limits.ts';
export type { MarginCase, Margins, RevenueLine } from './analysis/margin.ts';
export type { Odds, OddsCase } from './analysis/odds.ts';
export type { Advice, Option, Scale } from './analysis/recommend.ts';
export type { Regret, Regrets } from './analysis/regret.ts';
export type { Risk, RiskCase } from './analysis/risk.ts';
export type { Sensitivity, SwingRow } from './analysis/sensitivity.ts';
export type { Scenario } from './analysis/situations.ts';
export type { UnitEconomics } from './analysis/unit-economics.ts';
export type { VendorFiles } from './catalog/types.ts';
export { renderDiagnostics } from './diagnostics/code-frame.ts';
export type { Diagnostic } from './diagnostics/diagnostic.ts';
export { type Completion, complete } from './editing/complete.ts';
export type { Content, Path } from './editing/content.ts';
export { applyEdits, type Edit, type Edited, type EditedFile } from './editing/edit.ts';
export { type Hover, hover } from './editing/hover.ts';
export { type Conflict, type Merged, merge, resolve, type Side } from './editing/merge.ts';
export { type Problem, type Started, starterPlan } from './editing/starter.ts';
export { type Answers, type Question, starterQuestions } from './editing/starter-questions.ts';
export type { TextChange } from './editing/text-change.ts';
export type { Known, Suggestion } from './editing/writing.ts';
export { definePlan } from './plan/define-plan.ts';
export type { PlanDefinition } from './plan/definition.ts';
export type { PlanFiles } from './plan/types.ts';
export { printMoney, printQuantity } from './quantity/print-quantity.ts';
export { type Unit, unitText } from './quantity/unit.ts';

/** A plan as YAML; `file` is what diagnostics call it. */
export interface PlanText {
  readonly text: string;
  readonly file: string;
}

export interface LoadOptions {
  /** The catalog: texts of vendor files by vendor id. Without it a plan can use only its own prices. */
  readonly vendors?: VendorFiles;
  /** Files beside the plan, for `expect: { from: … }`. */
  readonly files?: PlanFiles;
  /** `users=600`, `app.use=contabo/cloud-vps-30`: laid over every option. */
  readonly set?: readonly string[];
  /** The day whose prices hold, in place of the plan's own: `2026-03-27`. */
  readonly asOf?: string;
}

/** A plan that was understood. */
export interface PlanModel extends Model {
  readonly grid: Grid;
  /** The prices that it was read with. */
  readonly catalog: Catalog;
}

export interface LoadedPlan {
  /** undefined where the plan has errors. */
  readonly model: PlanModel | undefined;
  /** Everything worth telling, errors and warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Where a question is asked: `{ tier: 'b' }`. Axes that are not named vary, or stand at their base. */
export type At = Readonly<Record<string, string>>;

/** A question that the plan cannot answer: an unknown axis, a formula that does not fit. */
export class OutlayError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(renderDiagnostics(diagnostics));
    this.name = 'OutlayError';
    this.diagnostics = diagnostics;
  }
}

/**
 * Reads and checks a plan, given as YAML or as an object. Never throws for what the plan says: what is wrong is in
 * `diagnostics`, and `renderDiagnostics` makes text of them.
 */
export function loadPlan(given: PlanText | PlanDefinition, options: LoadOptions = {}): LoadedPlan {
  const out = new Diagnostics();
  const source = isText(given) ? given : planSource(given);
  const read = readPlan(source, options.files ?? noFiles, out);
  if (read === undefined) return { model: undefined, diagnostics: out.all };
  const dated = options.asOf === undefined ? read : { ...read, asOf: options.asOf };
  const plan = withSettings(dated, options.set ?? [], out);
  const catalog = Catalog.of(options.vendors ?? noVendors, plan.units, out);
  const model = buildGraph(plan, catalog, out);
  if (model === undefined || out.failed) return { model: undefined, diagnostics: out.all };
  const grid = new Grid(model.graph);
  return { model: { ...model, grid, catalog }, diagnostics: out.all };
}

/** What is set, as on the command line (`{ users: '600 users', 'app.count': '3' }`); a plain number is in the unit of its input. */
export type Settings = Readonly<Record<string, number | string>>;

/**
 * The model with these settings over those that it has: the same as `loadPlan` with `set`, bit for bit. Where inputs become other
 * numbers nothing is built anew, and answers compute only what can follow from those inputs, stopping where nothing changes; so
 * it is cheapest to move what was moved last. Throws where something cannot be set.
 */
export function moved(model: PlanModel, settings: Settings): PlanModel {
  const out = new Diagnostics();
  const { graph, catalog } = model;
  const overrides = Object.entries(settings).flatMap(([name, value]) => {
    const unit = Number.isFinite(value) ? unitOfInput(graph, name) : undefined;
    if (typeof value === 'number' && unit !== undefined) return [numberSetting(name, value, unit)];
    return readSettings(graph.plan, [`${name}=${settingText(value)}`], out);
  });
  const found = out.failed ? undefined : movedModel(model, overrides);
  if (found !== undefined) {
    const grid = found.moved.length === 0 ? model.grid : model.grid.movedTo(found.model.graph, found.moved);
    return { ...found.model, grid, catalog };
  }
  const built = out.failed ? undefined : buildGraph(laidOver(graph.plan, overrides), catalog, out);
  if (built === undefined || out.failed) throw new OutlayError(out.all);
  return { ...built, grid: new Grid(built.graph), catalog };
}

function settingText(value: number | string): string {
  if (Number.isNaN(value)) return 'unknown';
  if (value === Number.POSITIVE_INFINITY) return 'unlimited';
  return value === Number.NEGATIVE_INFINITY ? '-unlimited' : String(value);
}

/** What each case costs: by item, by group, by whom it is paid to; as a monthly average and as cash. */
export function bill(model: PlanModel, at: At = {}): Bill {
  return billOf(model.grid, pinsOf(model, at));
}

export interface CompareOptions {
  /** The axis whose points are the rows. */
  readonly by: string;
  /** The axis whose points are the columns; a single column where left out. */
  readonly over?: string;
  /** Any formula with a figure; `total` where left out. */
  readonly metric?: string;
  readonly at?: At;
}

/** One figure along one axis against another, the cheapest feasible case of each column marked. */
export function compare(model: PlanModel, options: CompareOptions): Comparison {
  const metric = options.metric ?? 'total';
  const by = axisOf(model, options.by);
  const over = options.over === undefined ? undefined : axisOf(model, options.over);
  const question = { metric, ...askFigure(model, metric), by, over };
  return compareOf(model.grid, question, pinsOf(model, options.at ?? {}));
}

export interface RecommendOptions {
  /** The axis of which one point is chosen. */
  readonly by: string;
  /** What is to be low: any formula with a figure; `total` where left out. */
  readonly metric?: string;
  readonly at?: At;
}

/** Which point of an axis to take in each case, by how much, what would change it, and what it costs to have been wrong. */
export function recommend(model: PlanModel, options: RecommendOptions): Advice {
  const metric = options.metric ?? 'total';
  const question = { metric, ...askFigure(model, metric), by: axisOf(model, options.by) };
  return recommendOf(model.grid, question, pinsOf(model, options.at ?? {}));
}

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

export interface OddsOptions {
  /** 10,000 where left out. */
  readonly samples?: number;
  /** 0 where left out. */
  readonly seed?: number;
  /** Independent samples, in place of evenly spread ones. */
  readonly independent?: boolean;
  /** The axis along which the cheapest is looked for; nothing is chosen where left out. */
  readonly by?: string;
  readonly at?: At;
}

/** A figure at p10, median and p90 of the samples of everything uncertain, in each case. Throws where one cannot be drawn. */
export function odds(model: PlanModel, formula = 'total', options: OddsOptions = {}): Odds {
  const { samples = 10_000, seed = 0, independent = false } = options;
  const figure = askFigure(model, formula);
  const { axes, places } = casesOf(model.grid, [figure.node], pinsOf(model, options.at ?? {}));
  const by = options.by === undefined ? undefined : axisOf(model, options.by);
  const sampling = { seed, independent };
  const found = oddsOf(model.grid, { ...figure, axes, places, by, samples, sampling });
  if (found.ok) return found.odds;
  throw undrawn(model, found.impossible);
}

export interface RiskOptions {
  /** The axis along which the cheapest is chosen; nothing is chosen where left out. */
  readonly by?: string;
  /** 10,000 where left out. */
  readonly samples?: number;
  /** 0 where left out. */
  readonly seed?: number;
  /** Independent samples, in place of evenly spread ones. */
  readonly independent?: boolean;
  readonly at?: At;
}

/** What uncertain numbers make of a figure. Throws where one of them cannot be drawn. */
export function risk(model: PlanModel, formula = 'total', options: RiskOptions = {}): Risk {
  const { samples = 10_000, seed = 0, independent = false } = options;
  const pins = pinsOf(model, options.at ?? {});
  const by = options.by === undefined ? undefined : axisOf(model, options.by);
  const question = {
    ...askFigure(model, formula),
    by,
    samples,
    sampling: { seed, independent },
    over: undefined,
  };
  const found = riskOf(model.grid, question, pins);
  if (found.ok) return found.risk;
  throw undrawn(model, found.impossible);
}

/** What moved in the bill from one plan to the other: case by case, by item and by cause. In the currency of the later one. */
export function diff(before: PlanModel, after: PlanModel, at: At = {}): Diff {
  const out = new Diagnostics();
  const models = [before, after].map(({ graph, catalog }) => diffModel(graph.plan, catalog, out));
  const [old, now] = models;
  if (old === undefined || now === undefined || out.failed) throw new OutlayError(out.all);
  const { currency } = after.graph.plan;
  const pins = pinsOfBoth([old.graph, now.graph], pinTexts(at), out);
  const sides = [old, now].map(
    (model, i): DiffSide => diffSide(model, pins[i], rateInto(model, currency, 'currency', out)),
  );
  if (out.failed) throw new OutlayError(out.all);
  return diffOf({ before: sides[0] as DiffSide, after: sides[1] as DiffSide, currency });
}

/** Each case's limits, how much of each is used, and at what value of which input it is reached. */
export function limits(model: PlanModel, at: At = {}): readonly LimitsCase[] {
  return limitsOf(model.grid, pinsOf(model, at));
}

/** What each lever takes off a figure: alone, after the others, step by step, and as its fair share. */
export function levers(model: PlanModel, formula = 'total', at: At = {}): Levers {
  return leversOf(model.grid, { metric: formula, ...askFigure(model, formula) }, pinsOf(model, at));
}

export interface MarginOptions {
  /** The input that there are units of: `users`; the usual one where left out, if there is one. */
  readonly per?: string;
  /** A gross margin to aim at, as a share: 0.7. */
  readonly target?: number;
  readonly at?: At;
}

/** What is earned in each case, what is left of it, and from how many units on it pays. */
export function margins(model: PlanModel, options: MarginOptions = {}): Margins {
  const { graph } = model;
  const pinned = pinsOf(model, options.at ?? {});
  const per =
    options.per === undefined
      ? usualUnit(graph, placeOf(graph, pinned))
      : numericInputs(graph).find((input) => input.name === options.per && isServed(input));
  if (options.per !== undefined && per === undefined)
    throw wrong('E401', `there is no input \`${options.per}\` that something could be counted by`);
  const answer = marginsOf(model.grid, { per, span: undefined, target: options.target }, pinned);
  if (answer === undefined) throw wrong('E701', 'the plan has no `revenue`, so there is no margin');
  return answer;
}

/** Runs what the plan claims about itself; `only` is a part of an expectation's id or claim. */
export function check(model: PlanModel, only?: string): CheckSummary {
  return checkOf(model.grid, only);
}

/** Any figure down to its inputs and prices, in one case. */
export function explain(model: PlanModel, formula = 'total', at: At = {}): Explanation {
  const { graph } = model;
  const place = onBand(graph, placeOf(graph, pinsOf(model, at)), 1);
  return explainOf(graph, ask(model, formula), place);
}

drawChancesWith(drawnChances);

const noFiles: PlanFiles = { read: () => undefined };
const noVendors: VendorFiles = { vendor: () => undefined, ids: () => [] };

function isText(given: PlanText | PlanDefinition): given is PlanText {
  return 'text' in given && 'file' in given;
}

function undrawn({ graph }: PlanModel, impossible: readonly Impossible[]): OutlayError {
  const out = new Diagnostics();
  reportImpossible(impossible, graph, out);
  return new OutlayError(out.all);
}

function ask(model: PlanModel, formula: string): Question {
  const out = new Diagnostics();
  const parsed = parseFormula(standalone(formula, 'formula'), model.graph.plan.units, out);
  const question = parsed === undefined ? undefined : model.ask(parsed, out);
  if (question === undefined) throw new OutlayError(out.all);
  return question;
}

function askFigure(model: PlanModel, formula: string): { readonly node: NodeId; readonly unit: Unit } {
  const { node, type } = ask(model, formula);
  if (type.kind !== 'number') throw wrong('E303', `\`${formula}\` is no figure`);
  return { node, unit: type.unit };
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

function pinTexts(at: At): readonly string[] {
  return Object.entries(at).map(([axis, point]) => `${axis}=${point}`);
}

function pinsOf({ graph }: PlanModel, at: At): Pinned {
  const out = new Diagnostics();
  const pinned = readPins(graph, pinTexts(at), out);
  if (out.failed) throw new OutlayError(out.all);
  return pinned;
}

function axisOf({ graph }: PlanModel, name: string): number {
  const index = graph.axes.findIndex((axis) => axis.name === name && axis.kind !== 'band');
  if (index < 0) throw wrong('E403', `there is no axis called \`${name}\``);
  return index;
}

function wrong(code: Diagnostic['code'], message: string): OutlayError {
  return new OutlayError([{ code, severity: 'error', message, marks: [], help: '' }]);
}
