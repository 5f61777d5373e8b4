// What every section is written from: the model, and the answers, each asked once and only if some section needs it.

import { type Bill, type BillCurrency, bill } from '../analysis/bill.ts';
import { axesSeen, axesUnder, type Pinned, placeOf } from '../analysis/cases.ts';
import { type CheckSummary, check } from '../analysis/check.ts';
import { mapRanged, type Ranged, rangedAt } from '../analysis/figures.ts';
import { type LimitsCase, limits } from '../analysis/limits.ts';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../formula/ast.ts';
import type { Model } from '../graph/build.ts';
import type { Graph, GraphLimit, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import type { Drawing } from '../grid/sources.ts';
import type { Plan } from '../plan/types.ts';
import { moneyUnit } from './amounts.ts';
import { type PriceSource, pricesUsed } from './price-sources.ts';
import { type ShownCases, shownCases } from './shown-cases.ts';
import { usualDrawing } from './usual-drawing.ts';

export interface ReportContext {
  readonly grid: Grid;
  readonly graph: Graph;
  readonly plan: Plan;
  /** What the reader pinned. */
  readonly pinned: Pinned;
  readonly currency: BillCurrency;
  /** Of what is uncertain. */
  readonly drawing: Drawing;
  /** The case that counts where nobody says which. */
  readonly base: Place;
  /** The cases whose bills are shown. */
  readonly cases: () => ShownCases;
  readonly bill: () => Bill;
  readonly limits: () => readonly LimitsCase[];
  readonly checks: () => CheckSummary;
  readonly prices: () => readonly PriceSource[];
  /** A formula of the plan's own texts; they were checked when the plan was read. */
  readonly ask: (e: Expression) => NodeId | undefined;
}

export function reportContext(
  model: Model,
  grid: Grid,
  pinned: Pinned,
  wished: BillCurrency | undefined,
  drawing = usualDrawing,
): ReportContext {
  const { graph } = grid;
  const { plan } = graph;
  const currency = wished ?? { currency: plan.currency, rate: () => 1 };
  const cases = once(() =>
    shownCases(graph, axesUnder(grid, [graph.total, graph.upfront, graph.feasible], pinned), pinned),
  );
  return {
    grid,
    graph,
    plan,
    pinned,
    currency,
    drawing,
    base: placeOf(graph, pinned),
    cases,
    bill: once(() => bill(grid, cases().pinned, currency)),
    limits: once(() => limits(grid, onlyAlong(grid, limitNodes(graph.limits), pinned))),
    checks: once(() => check(grid)),
    prices: once(() => pricesUsed(grid, pinned)),
    ask: (e) => model.ask(e, new Diagnostics())?.node,
  };
}

/** The cases along which limits (or budgets) differ. */
export function limitCases({ grid, pinned }: ReportContext, of: readonly GraphLimit[]): ShownCases {
  return shownCases(grid.graph, axesSeen(grid, limitNodes(of), pinned), pinned);
}

function limitNodes(limits_: readonly GraphLimit[]): readonly NodeId[] {
  return limits_.flatMap((l) => [l.holds, l.used, l.allowed]).filter((id) => id !== undefined);
}

/** Every other axis stands at its base, so that no case is asked twice. */
function onlyAlong(grid: Grid, nodes: readonly NodeId[], pinned: Pinned): Pinned {
  const { graph } = grid;
  const { axes } = shownCases(graph, axesSeen(grid, nodes, pinned), pinned);
  const rest = graph.axes.flatMap((axis, i) =>
    axis.kind === 'band' || (axis.held && !pinned.has(i)) || axes.includes(i)
      ? []
      : [[i, pinned.get(i) ?? axis.base] as const],
  );
  return new Map(rest);
}

/** A node in money, in the currency of the report. */
export function moneyAt({ grid, currency }: ReportContext, node: NodeId, place: Place): Ranged {
  const factor = currency.rate(place);
  const value = rangedAt(grid, node, place);
  return factor === 1 ? value : mapRanged(value, (x) => x * factor);
}

/** `EUR/month`, in the currency of the report. */
export function perMonth({ currency }: ReportContext): ReturnType<typeof moneyUnit> {
  return moneyUnit(currency.currency, 'month');
}

function once<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | undefined;
  return () => {
    answer ??= { value: ask() };
    return answer.value;
  };
}
