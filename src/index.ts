// Outlay as a library: a plan in, answers out, all plain data. No files, no network, no clock: the same plan and the same
// vendor texts give the same answers, in Node.js and in a browser.

import { type Bill, bill as billOf } from './analysis/bill.ts';
import { type Pinned, placeOf, readPins } from './analysis/cases.ts';
import { type CheckSummary, check as checkOf } from './analysis/check.ts';
import { type Comparison, compare as compareOf } from './analysis/compare.ts';
import { type Explanation, explain as explainOf } from './analysis/explain.ts';
import { onBand } from './analysis/figures.ts';
import { type Levers, levers as leversOf } from './analysis/levers.ts';
import { type LimitsCase, limits as limitsOf } from './analysis/limits.ts';
import { type Margins, margins as marginsOf } from './analysis/margin.ts';
import { numericInputs } from './analysis/moved-input.ts';
import { isServed, usualUnit } from './analysis/unit-economics.ts';
import { Catalog } from './catalog/catalog.ts';
import type { VendorFiles } from './catalog/types.ts';
import { renderDiagnostics } from './diagnostics/code-frame.ts';
import { type Diagnostic, Diagnostics } from './diagnostics/diagnostic.ts';
import { standalone } from './formula/formula-text.ts';
import { parseFormula } from './formula/parse.ts';
import { buildGraph, type Model } from './graph/build.ts';
import type { Question } from './graph/types.ts';
import { Grid } from './grid/evaluate.ts';
import { planSource } from './plan/define-plan.ts';
import type { PlanDefinition } from './plan/definition.ts';
import { readPlan } from './plan/read-plan.ts';
import { withSettings } from './plan/set-input.ts';
import type { PlanFiles } from './plan/types.ts';

export type { Bill, BillCase, BillItem, BillShare } from './analysis/bill.ts';
export type { CheckResult, CheckStatus, CheckSummary } from './analysis/check.ts';
export type { CompareCell, CompareRow, Comparison } from './analysis/compare.ts';
export type { Explanation } from './analysis/explain.ts';
export type { Coordinate, Figure, Ranged } from './analysis/figures.ts';
export type { LeverName, LeverSaving, Levers } from './analysis/levers.ts';
export type { LimitState, LimitsCase, LimitUse, Threshold } from './analysis/limits.ts';
export type { MarginCase, Margins, RevenueLine } from './analysis/margin.ts';
export type { UnitEconomics } from './analysis/unit-economics.ts';
export type { VendorFiles } from './catalog/types.ts';
export { renderDiagnostics } from './diagnostics/code-frame.ts';
export type { Diagnostic } from './diagnostics/diagnostic.ts';
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
  const model = buildGraph(plan, Catalog.of(options.vendors ?? noVendors, plan.units, out), out);
  if (model === undefined || out.failed) return { model: undefined, diagnostics: out.all };
  const grid = new Grid(model.graph);
  return { model: { graph: model.graph, ask: model.ask, grid }, diagnostics: out.all };
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
  const { node, type } = ask(model, metric);
  const by = axisOf(model, options.by);
  const over = options.over === undefined ? undefined : axisOf(model, options.over);
  if (type.kind !== 'number')
    throw wrong('E303', `\`${metric}\` is no figure, and only figures can be compared`);
  return compareOf(model.grid, { metric, node, unit: type.unit, by, over }, pinsOf(model, options.at ?? {}));
}

/** Each case's limits, how much of each is used, and at what value of which input it is reached. */
export function limits(model: PlanModel, at: At = {}): readonly LimitsCase[] {
  return limitsOf(model.grid, pinsOf(model, at));
}

/** What each lever takes off a figure: alone, after the others, step by step, and as its fair share. */
export function levers(model: PlanModel, formula = 'total', at: At = {}): Levers {
  const { node, type } = ask(model, formula);
  if (type.kind !== 'number') throw wrong('E303', `\`${formula}\` is no figure, and levers change figures`);
  return leversOf(model.grid, { metric: formula, node, unit: type.unit }, pinsOf(model, at));
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

const noFiles: PlanFiles = { read: () => undefined };
const noVendors: VendorFiles = { vendor: () => undefined, ids: () => [] };

function isText(given: PlanText | PlanDefinition): given is PlanText {
  return 'text' in given && 'file' in given;
}

function ask(model: PlanModel, formula: string): Question {
  const out = new Diagnostics();
  const parsed = parseFormula(standalone(formula, 'formula'), model.graph.plan.units, out);
  const question = parsed === undefined ? undefined : model.ask(parsed, out);
  if (question === undefined) throw new OutlayError(out.all);
  return question;
}

function pinsOf({ graph }: PlanModel, at: At): Pinned {
  const out = new Diagnostics();
  const pinned = readPins(
    graph,
    Object.entries(at).map(([axis, point]) => `${axis}=${point}`),
    out,
  );
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
