// What uncertain numbers make of a figure, sample by sample.

import { casesOf } from '../analysis/cases.ts';
import { drawChancesWith } from '../analysis/chance.ts';
import { drawnChances } from '../analysis/drawn-chances.ts';
import { reportImpossible } from '../analysis/impossible-draws.ts';
import { type Odds, odds as oddsOf } from '../analysis/odds.ts';
import { type Risk, risk as riskOf } from '../analysis/risk.ts';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../grid/sources.ts';
import type { Impossible } from '../grid/written-samples.ts';
import { type At, askFigure, axisOf, OutlayError, pinsOf } from './asking.ts';
import type { PlanModel } from './model.ts';

export interface OddsOptions {
  /** 10,000 where left out. */
  readonly samples?: number;
  /** 0 where left out. */
  readonly seed?: number;
  /** Independent samples, in place of evenly spread ones. */
  readonly independent?: boolean;
  /** The axis along which the cheapest is chosen; nothing is chosen where left out. */
  readonly by?: string;
  readonly at?: At;
}

/** A figure at p10, median and p90 of the samples of everything uncertain, in each case. Throws where one cannot be drawn. */
export function odds(model: PlanModel, formula = 'total', options: OddsOptions = {}): Odds {
  const figure = askFigure(model, formula);
  const { axes, places } = casesOf(model.grid, [figure.node], pinsOf(model, options.at ?? {}));
  const by = options.by === undefined ? undefined : axisOf(model, options.by);
  const found = oddsOf(model.grid, { ...figure, axes, places, by, ...drawingOf(options) });
  if (found.ok) return found.odds;
  throw undrawn(model, found.impossible);
}

export type RiskOptions = OddsOptions;

/** What uncertain numbers make of a figure. Throws where one of them cannot be drawn. */
export function risk(model: PlanModel, formula = 'total', options: RiskOptions = {}): Risk {
  const pins = pinsOf(model, options.at ?? {});
  const by = options.by === undefined ? undefined : axisOf(model, options.by);
  const question = { ...askFigure(model, formula), by, ...drawingOf(options), over: undefined };
  const found = riskOf(model.grid, question, pins);
  if (found.ok) return found.risk;
  throw undrawn(model, found.impossible);
}

function drawingOf({ samples = 10_000, seed = 0, independent = false }: OddsOptions): Drawing {
  return { samples, sampling: { seed, independent } };
}

function undrawn({ graph }: PlanModel, impossible: readonly Impossible[]): OutlayError {
  const out = new Diagnostics();
  reportImpossible(impossible, graph, out);
  return new OutlayError(out.all);
}

drawChancesWith(drawnChances);
