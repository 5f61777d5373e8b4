// Plan + catalog -> graph. Definitions are built on first use, so order in the file never matters; everything that the plan
// says is built in the end, so every error is found whether or not anything asks for it.

import type { Catalog } from '../catalog/catalog.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../formula/ast.ts';
import { liveTextsOf } from '../plan/read-report.ts';
import type { Plan } from '../plan/types.ts';
import { Builder } from './builder.ts';
import { buildCorrelations } from './correlations.ts';
import { ItemTable } from './define-items.ts';
import { buildRevenue, defineRevenue } from './define-revenue.ts';
import { defineTime, reportTakenNames } from './define-time.ts';
import { defineTotals, feasible } from './define-totals.ts';
import { defineValues } from './define-values.ts';
import { buildExpectations } from './expectations.ts';
import { buildLimits } from './limits.ts';
import type { Graph, NodeId, Question } from './types.ts';

/** A graph, and a way to ask it further formulas. */
export interface Model {
  readonly graph: Graph;
  /** Checks a formula against the plan and adds it; undefined where it does not fit (reported to `out`). */
  ask(e: Expression, out: Diagnostics): Question | undefined;
  /** undefined where the graph is as it was built (moved.ts). */
  readonly moved: Moved | undefined;
}

/** What stands in a graph for what was built: numbers, by node. */
export interface Moved {
  readonly from: Model;
  readonly values: ReadonlyMap<NodeId, number>;
}

/** undefined when something is wrong; the reasons are in `out`. The plan's own price book lies over the catalog. */
export function buildGraph(plan: Plan, catalog: Catalog, out: Diagnostics): Model | undefined {
  // without its currency, which was reported, every price would be an error of its own
  if (plan.currencySpan === undefined) return undefined;
  const builder = new Builder(plan, catalog.withBook(plan.prices), out);
  const items = new ItemTable(builder);
  defineValues(builder, items.names);
  items.define();
  reportTakenNames(
    builder,
    items.groups.flatMap((name) => {
      const span = items.headOfGroup(name)?.span;
      return span === undefined ? [] : [{ name, span }];
    }),
  );
  defineTotals(builder, items);
  defineRevenue(builder, items);
  defineTime(builder);
  builder.definitions.resolveAll();
  for (const rate of plan.exchange) builder.exchange(rate.from, rate.to);
  const limits = buildLimits(builder, plan.limits);
  const budgets = buildLimits(builder, plan.budgets);
  const expectations = buildExpectations(builder, plan.expectations);
  const live = liveTextsOf(plan.report)
    .flat()
    .filter((part) => typeof part !== 'string');
  for (const figure of live) builder.formula(figure);
  const correlations = buildCorrelations(plan.correlations, builder.store.nodes, builder.named, out);
  const built = items.all('cost').map((item) => item.graph);
  const revenue = buildRevenue(builder, items);
  if (out.failed) return undefined;
  const graph: Graph = {
    plan,
    axes: builder.axes,
    nodes: builder.store.nodes,
    names: builder.named,
    items: built,
    groups: items.groups,
    revenue,
    limits,
    budgets,
    expectations,
    correlations,
    total: builder.nodeOf('total'),
    upfront: builder.nodeOf('upfront'),
    feasible: feasible(builder),
  };
  return { graph, ask: (e, to) => ask(builder, e, to), moved: undefined };
}

function ask(builder: Builder, e: Expression, out: Diagnostics): Question | undefined {
  const node = builder.reportingTo(out, () => builder.formula(e));
  if (node === undefined) return undefined;
  const text = e.span.source.text.slice(e.span.start, e.span.end);
  return { text, node, type: builder.store.node(node).type };
}
