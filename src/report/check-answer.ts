// What a plan claims about itself, tried: expectations, limits, budgets and the age of its prices, with what stands below
// each expectation that moved.

import { bill } from '../analysis/bill.ts';
import { casesOf, type Pinned } from '../analysis/cases.ts';
import { type CheckResult, type CheckSummary, check } from '../analysis/check.ts';
import { type Explanation, explain } from '../analysis/explain.ts';
import { type Coordinate, coordinates } from '../analysis/figures.ts';
import { type LimitUse, limitUses } from '../analysis/limits.ts';
import type { GraphExpectation, GraphLimit, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { interpreter } from '../grid/interpret.ts';
import { basePlace, type Place } from '../grid/layout.ts';
import type { Plan } from '../plan/types.ts';
import { type PriceSource, priceSources, type Staleness } from './price-sources.ts';

export interface CheckAnswer {
  readonly plan: Plan;
  readonly summary: CheckSummary;
  /** Expectations that do not hold as recorded, in the order of the plan. */
  readonly moved: readonly Moved[];
  /** Limits and budgets that are not met in some case. */
  readonly unmet: readonly Unmet[];
  readonly stale: readonly StaleItem[];
}

export interface Moved {
  readonly result: CheckResult;
  readonly expectation: GraphExpectation;
  /** Inputs, prices and rates below it, the most influential first. */
  readonly below: readonly Explanation[];
}

export interface Unmet {
  readonly kind: 'limit' | 'budget';
  readonly limit: GraphLimit;
  readonly cases: readonly { readonly at: readonly Coordinate[]; readonly use: LimitUse }[];
}

export interface StaleItem {
  readonly source: PriceSource;
  readonly stale: Staleness;
  readonly plan: Plan;
}

export function checkAnswer(grid: Grid, pinned: Pinned, only: string | undefined): CheckAnswer {
  const { graph } = grid;
  const { plan } = graph;
  const summary = check(grid, only);
  const prices = priceSources(bill(grid, pinned), plan.asOf);
  return {
    plan,
    summary,
    moved: summary.results.flatMap((result) => movedOf(grid, result)),
    unmet: [
      ...unmetOf(grid, pinned, graph.limits, 'limit'),
      ...unmetOf(grid, pinned, graph.budgets, 'budget'),
    ],
    stale: prices.flatMap((source) => {
      const { stale } = source;
      return stale === undefined ? [] : [{ source, stale, plan }];
    }),
  };
}

/** How many of each kind, for `--fail-on`. A limit that is only at risk is no finding. */
export function checkFindings(answer: CheckAnswer): {
  readonly expect: number;
  readonly limit: number;
  readonly budget: number;
  readonly stale: number;
} {
  const broken = (kind: Unmet['kind']): number =>
    answer.unmet.filter((u) => u.kind === kind && u.cases.some((c) => c.use.state === 'broken')).length;
  return {
    expect: answer.summary.failed,
    limit: broken('limit'),
    budget: broken('budget'),
    stale: answer.stale.length,
  };
}

function movedOf(grid: Grid, result: CheckResult): readonly Moved[] {
  if (result.status === 'holds' || result.status === 'disputed') return [];
  const { graph } = grid;
  const expectation = graph.expectations.find((e) => e.expectation.span === result.span);
  if (expectation === undefined) return [];
  const place = placeAt(grid, result.at);
  return [{ result, expectation, below: leavesBelow(grid, expectation.that, place) }];
}

function placeAt({ graph }: Grid, at: readonly Coordinate[]): Place {
  return basePlace(graph).map((base, axis) => {
    const shape = graph.axes[axis];
    const here = at.find((c) => c.axis === shape?.name);
    return here === undefined ? base : (shape?.points.findIndex((p) => p.name === here.point) ?? base);
  });
}

/** More leaves than this are not weighed against each other. */
const mostWeighed = 200;

/** Inputs, prices and rates, by how much the figure moves when they move by a hundredth. */
function leavesBelow({ graph }: Grid, node: NodeId, place: Place): readonly Explanation[] {
  const leaves = new Map<string, Explanation>();
  const collect = (e: Explanation): void => {
    if (e.kind === 'price' || e.kind === 'rate' || (e.kind === 'input' && e.parts.length === 0))
      leaves.set(e.name, e);
    for (const part of e.parts) collect(part);
  };
  collect(explain(graph, { node, text: '' }, place));
  const today = interpreter(graph).value(node, place);
  const weighed = [...leaves.values()].slice(0, mostWeighed).map((leaf) => {
    const id = graph.names.get(leaf.name)?.node;
    if (id === undefined) return { leaf, weight: 0 };
    const moved = interpreter(graph, new Map([[id, leaf.value * 1.01]])).value(node, place);
    return { leaf, weight: Number.isNaN(moved - today) ? 0 : Math.abs(moved - today) };
  });
  const moving = weighed.filter((w) => w.weight > 0);
  return (moving.length > 0 ? moving : weighed).sort((a, b) => b.weight - a.weight).map((w) => w.leaf);
}

function unmetOf(
  whole: Grid,
  pinned: Pinned,
  limits: readonly GraphLimit[],
  kind: Unmet['kind'],
): readonly Unmet[] {
  const { graph } = whole;
  const grid = whole.pinnedTo(pinned);
  return limits.flatMap((limit) => {
    const nodes = [limit.holds, limit.used, limit.allowed].filter((n) => n !== undefined);
    const { axes, places } = casesOf(grid, nodes, pinned);
    const cases = places.flatMap((place) => {
      const [use] = limitUses(grid, [limit], place);
      return use === undefined || use.state === 'holds' ? [] : [{ at: coordinates(graph, axes, place), use }];
    });
    return cases.length === 0 ? [] : [{ kind, limit, cases }];
  });
}
