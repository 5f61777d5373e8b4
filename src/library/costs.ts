// What a plan costs, what holds of it, and where its figures come from.

import { type Bill, bill as billOf } from '../analysis/bill.ts';
import { placeOf } from '../analysis/cases.ts';
import { type CheckSummary, check as checkOf } from '../analysis/check.ts';
import { type Comparison, compare as compareOf } from '../analysis/compare.ts';
import { type Diff, diff as diffOf } from '../analysis/diff.ts';
import { pinsOfBoth } from '../analysis/diff-cases.ts';
import { type DiffSide, diffModel, diffSide, rateInto } from '../analysis/diff-side.ts';
import { type Explanation, explain as explainOf } from '../analysis/explain.ts';
import { onBand } from '../analysis/figures.ts';
import { type Levers, levers as leversOf } from '../analysis/levers.ts';
import { type LimitsCase, limits as limitsOf } from '../analysis/limits.ts';
import { type Margins, margins as marginsOf } from '../analysis/margin.ts';
import { numericInputs } from '../analysis/moved-input.ts';
import { type Advice, recommend as recommendOf } from '../analysis/recommend.ts';
import { isServed, usualUnit } from '../analysis/unit-economics.ts';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { type At, ask, askFigure, axisOf, OutlayError, pinsOf, pinTexts, wrong } from './asking.ts';
import type { PlanModel } from './model.ts';

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
