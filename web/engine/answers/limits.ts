// What breaks first: how much of each limit and budget is used in the case that is looked at, and at which value of an input
// each of them gives way.

import { nodesBelow } from '../../../src/analysis/cone.ts';
import { bandIndex, figureAt } from '../../../src/analysis/figures.ts';
import { limitLadder, type Rung } from '../../../src/analysis/limit-ladder.ts';
import { type LimitUse, limits, limitUses, type Threshold } from '../../../src/analysis/limits.ts';
import {
  isShare,
  type MovedInput,
  numericInputs,
  type Span,
  today,
  usualSpanOf,
} from '../../../src/analysis/moved-input.ts';
import type { Graph, GraphLimit } from '../../../src/graph/types.ts';
import { interpreter } from '../../../src/grid/interpret.ts';
import { grouped, plainDecimal } from '../../../src/quantity/print-number.ts';
import { unitText } from '../../../src/quantity/unit.ts';
import { estimateText, figureText, percentRange, percentText } from '../../../src/report/amounts.ts';
import { isLogarithmic } from '../../../src/report/charts/scales.ts';
import { boundsOf, boundText } from '../../../src/report/limit-bounds.ts';
import { shortText } from '../../../src/report/short-text.ts';
import type { Asked } from '../session.ts';

export interface LimitsFound {
  /** The tightest first; budgets behind limits. */
  readonly uses: readonly UseOfLimit[];
  /** Inputs that some limit follows, for the ladder. */
  readonly inputs: readonly { readonly name: string; readonly label: string }[];
}

export interface UseOfLimit {
  readonly name: string;
  readonly label: string;
  readonly kind: 'limit' | 'budget';
  readonly state: LimitUse['state'];
  readonly used: string;
  readonly allowed: string;
  /** `40.0–62.5%` */
  readonly use: string;
  /** Shares, for the bar; undefined where it is no comparison. */
  readonly share: { readonly low: number; readonly high: number } | undefined;
  /** `holds in 94.2% ± 0.3% of the samples, and must in 95%` */
  readonly chance: string | undefined;
  readonly formula: string;
  readonly because: string | undefined;
  readonly remedy: string | undefined;
  readonly source: string | undefined;
  /** The first month in which it is broken. */
  readonly breaks: string | undefined;
  /** `users ≤ 800 users`, each input alone. */
  readonly holdsWhile: readonly string[];
}

export function limitsAnswer({ grid, graph, place }: Asked): LimitsFound {
  const at = new Map(
    place.flatMap((p, axis) => (graph.axes[axis]?.kind === 'band' ? [] : [[axis, p] as const])),
  );
  const here = grid.pinnedTo(at);
  const thresholds = limits(grid, at)[0]?.thresholds ?? [];
  const uses = (all: readonly GraphLimit[], kind: UseOfLimit['kind']): readonly UseOfLimit[] =>
    [...limitUses(here, all, place)]
      .sort((a, b) => rank(b) - rank(a))
      .map((use) => shown(graph, all, use, kind, thresholds, place));
  return {
    uses: [...uses(graph.limits, 'limit'), ...uses(graph.budgets, 'budget')],
    inputs: inputsOfLimits(graph, thresholds),
  };
}

/** Broken before what may break, before what is unknown, before what holds; the fullest first. */
function rank({ state, utilisation }: LimitUse): number {
  const worst = { broken: 3e9, partly: 2e9, undecided: 1e9, holds: 0 }[state];
  return worst + Math.min(utilisation?.high || 0, 1e8);
}

function shown(
  graph: Graph,
  all: readonly GraphLimit[],
  use: LimitUse,
  kind: UseOfLimit['kind'],
  thresholds: readonly Threshold[],
  place: readonly number[],
): UseOfLimit {
  const { name, label, state, used, allowed, utilisation, chance, breaks } = use;
  const limit = all.find((one) => one.limit.name === name);
  const bounds = limit === undefined ? [] : boundsOf(graph, limit, thresholds, place);
  const known = utilisation !== undefined && Number.isFinite(utilisation.high) && utilisation.low >= 0;
  return {
    name,
    label,
    kind,
    state,
    used: used === undefined ? '' : shortText(used),
    allowed: allowed === undefined ? '' : shortText(allowed),
    use: utilisation === undefined ? '' : percentRange(utilisation),
    share: known ? { low: utilisation.low, high: utilisation.high } : undefined,
    chance:
      chance === undefined
        ? undefined
        : `holds in ${estimateText(chance.holds)} of the samples, and must in ${percentText(chance.needed)}`,
    formula: use.formula.replace(/\s+/g, ' ').trim(),
    because: use.because,
    remedy: use.remedy,
    source: use.source,
    breaks: breaks?.label,
    holdsWhile: bounds.slice(0, 3).map((bound) => boundText(bound, limit?.strict ?? false)),
  };
}

/** What breaks the most limits as it grows comes first, then what the most follow; shares last, which grow to no scale. */
function inputsOfLimits(graph: Graph, thresholds: readonly Threshold[]): LimitsFound['inputs'] {
  const all = [...graph.limits, ...graph.budgets];
  const below = all.map(({ holds }) => nodesBelow(graph, holds));
  return numericInputs(graph)
    .map(({ name, label, node, unit }) => ({
      name,
      label,
      share: isShare(unit) ? 1 : 0,
      breaks: thresholds.filter(({ input, value, now }) => input === name && value > now).length,
      followed: below.filter((nodes) => nodes.has(node)).length,
    }))
    .filter(({ followed }) => followed > 0)
    .sort((a, b) => a.share - b.share || b.breaks - a.breaks || b.followed - a.followed)
    .map(({ name, label }) => ({ name, label }));
}

export interface LadderParams {
  readonly input: string;
}

export interface Ladder {
  readonly input: string;
  readonly label: string;
  readonly now: string;
  readonly unit: string;
  readonly span: Span & {
    readonly log: boolean;
    readonly now: number;
    readonly from: number;
    readonly to: number;
  };
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly rungs: readonly LadderRung[];
  /** Labels of limits that the input never changes. */
  readonly still: readonly string[];
  /** Labels of those that must hold with some probability, which is not known without samples. */
  readonly uncertain: readonly string[];
}

export interface LadderRung {
  readonly label: string;
  readonly kind: UseOfLimit['kind'];
  readonly state: LimitUse['state'];
  /** `720 users`; undefined where it holds as far as one looks. */
  readonly breaks: string | undefined;
  /** `3.6 ×`, of what the input is. */
  readonly times: string | undefined;
  readonly stretches: readonly {
    readonly from: number;
    readonly to: number;
    readonly state: LimitUse['state'];
  }[];
  readonly remedy: string | undefined;
}

/** undefined where there is no such input, or nothing to look along. */
export function ladderAnswer({ graph, place }: Asked, { input: name }: LadderParams): Ladder | undefined {
  const input = numericInputs(graph).find((one) => one.name === name);
  if (input === undefined) return undefined;
  const rest = interpreter(graph);
  const now = today(graph, rest, input.node, place);
  const span = spanFor(graph, input, place);
  if (span === undefined) return undefined;
  const all = [...graph.limits, ...graph.budgets];
  const stated = all.filter(({ probability }) => probability === undefined);
  const rungs = limitLadder(graph, stated, { input, place, span });
  const text = (x: number): string => shortText({ low: x, mid: x, high: x, unit: input.unit });
  const log = isLogarithmic([span.from, span.to]);
  return {
    input: input.name,
    label: input.label,
    now: figureText({ ...now, unit: input.unit }),
    span: { ...span, log, now: now.mid },
    unit: unitText(input.unit, true),
    ticks: ticksOf(span, log).map((at) => ({ at, text: tickText(at) })),
    rungs: rungs.filter(({ follows }) => follows).map((rung) => shownRung(rung, graph, now.mid, text)),
    still: rungs.filter(({ follows }) => !follows).map(({ limit }) => labelOf(limit)),
    uncertain: all.filter(({ probability }) => probability !== undefined).map(labelOf),
  };
}

function labelOf({ limit }: GraphLimit): string {
  return limit.label ?? limit.name;
}

function shownRung(
  { limit, state, breaks, stretches }: Rung,
  graph: Graph,
  now: number,
  text: (x: number) => string,
): LadderRung {
  return {
    label: labelOf(limit),
    kind: graph.limits.includes(limit) ? 'limit' : 'budget',
    state,
    breaks: breaks === undefined ? undefined : text(breaks),
    times: breaks === undefined || now === 0 || breaks === now ? undefined : `${timesText(breaks / now)} ×`,
    stretches,
    remedy: limit.limit.then,
  };
}

function timesText(factor: number): string {
  return factor >= 10 ? factor.toFixed(0) : Number(factor.toPrecision(2)).toString();
}

/** From a tenth of what it is to a hundred times that, and wherever an axis takes it. */
function spanFor(graph: Graph, input: MovedInput, place: readonly number[]): Span | undefined {
  const rest = interpreter(graph);
  const elsewhere = graph.axes.flatMap((axis, i) =>
    axis.kind === 'band' || axis.kind === 'time' || graph.nodes[input.node]?.axes.includes(i) !== true
      ? []
      : axis.points.map((_, point) =>
          today(
            graph,
            rest,
            input.node,
            place.map((p, a) => (a === i ? point : p)),
          ),
        ),
  );
  const now = today(graph, rest, input.node, place);
  const usual = usualSpanOf(input, [now, ...elsewhere]);
  if (usual === undefined) return undefined;
  // what is nothing today has no span of its own
  if (isShare(input.unit) || now.low < usual.from)
    return { from: Math.min(usual.from, now.low), to: Math.max(usual.to, now.high) };
  return { from: usual.from, to: usual.to * (usual.to > 0 && elsewhere.length === 0 ? 10 : 1) };
}

/** Some round values for the eye to hold on to. */
function ticksOf({ from, to }: Span, log: boolean): readonly number[] {
  if (!log)
    return [0, 0.25, 0.5, 0.75, 1].map((share) => Number((from + (to - from) * share).toPrecision(2)));
  const ticks: number[] = [];
  for (let power = Math.ceil(Math.log10(from) - 1e-9); 10 ** power <= to * (1 + 1e-9); power++)
    ticks.push(Number(`1e${power}`));
  const every = Math.ceil(ticks.length / mostTicks);
  return ticks.filter((_, i) => i % every === 0);
}

const mostTicks = 5;

/** `1,000`, `2M`, `1bn`: as on the axes of charts. */
function tickText(x: number): string {
  const [size, mark] = Math.abs(x) >= 1e9 ? [1e9, 'bn'] : Math.abs(x) >= 1e6 ? [1e6, 'M'] : [1, ''];
  return `${grouped(plainDecimal(x / size, 4))}${mark}`;
}

export interface Demand {
  /** Formulas that some limit follows, in the order of the plan. */
  readonly formulas: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly formula: string;
    readonly note: string | undefined;
  }[];
  /** Items whose count follows from what they have to carry. */
  readonly sized: readonly {
    readonly name: string;
    readonly label: string;
    readonly count: string;
    /** The resource that decides. */
    readonly binding: string;
  }[];
}

/** How drivers become what the limits are about, and how many of what carries it. */
export function demandAnswer({ grid, graph, place }: Asked): Demand {
  const at = place.map((p, axis) => [axis, p] as const).filter(([axis]) => axis !== bandIndex(graph));
  const here = grid.pinnedTo(new Map(at));
  const below = [...graph.limits, ...graph.budgets].map(({ holds }) => nodesBelow(graph, holds));
  const named = graph.plan.formulas.flatMap(({ name }) => graph.names.get(name) ?? []);
  return {
    formulas: named
      .filter(({ node }) => below.some((nodes) => nodes.has(node)))
      .flatMap(({ name, label, node, formula = '', note }) =>
        graph.nodes[node]?.type.kind === 'number'
          ? [
              {
                name,
                label,
                value: shortText(figureAt(here, node, place)),
                formula: formula.replace(/\s+/g, ' ').trim(),
                note,
              },
            ]
          : [],
      ),
    sized: graph.items.flatMap(({ name, label, count, binding, resources, present }) =>
      count === undefined || binding === undefined || here.value(present, place) === 0
        ? []
        : [
            {
              name,
              label,
              count: shortText(figureAt(here, count, place)),
              binding: resources[here.value(binding, place)] ?? '',
            },
          ],
    ),
  };
}
