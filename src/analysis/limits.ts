// Which limit binds first, by how much, and at what value of which input it is reached.

import type { Graph, GraphLimit, Named, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { tapeAlong } from '../grid/tape.ts';
import type { Unit } from '../quantity/unit.ts';
import { casesOf, type Pinned } from './cases.ts';
import { type Chance, chancesAt, isLikely } from './chance.ts';
import { nodesBelow } from './cone.ts';
import {
  type Coordinate,
  caseAxes,
  coordinates,
  type Figure,
  figureAt,
  monthIndex,
  onBand,
  type Ranged,
} from './figures.ts';

/** `partly`: it holds at one end of the range and not at the other. `undecided`: something it needs is unknown. */
export type LimitState = 'holds' | 'partly' | 'broken' | 'undecided';

export interface LimitUse {
  readonly name: string;
  readonly label: string;
  readonly state: LimitState;
  readonly because: string | undefined;
  readonly remedy: string | undefined;
  readonly source: string | undefined;
  /** The condition as written. */
  readonly formula: string;
  /** Present where the limit is a comparison `used <= allowed`. */
  readonly used: Figure | undefined;
  readonly allowed: Figure | undefined;
  /** used / allowed. */
  readonly utilisation: Ranged | undefined;
  /** How likely it holds, where it says how likely it must; the state follows from that. */
  readonly chance: Chance | undefined;
  /** The first month in which it is broken, where it is not at the start. */
  readonly breaks: Coordinate | undefined;
}

/** As one input grows or shrinks and all else stays, the limit is reached at `value`. */
export interface Threshold {
  readonly limit: string;
  readonly input: string;
  readonly inputLabel: string;
  readonly unit: Unit;
  readonly now: number;
  readonly value: number;
}

export interface LimitsCase {
  readonly place: Place;
  readonly at: readonly Coordinate[];
  readonly limits: readonly LimitUse[];
  /** The limit with the highest use, by name; undefined where none is a comparison. */
  readonly binding: string | undefined;
  readonly thresholds: readonly Threshold[];
}

export function limitUses(grid: Grid, limits: readonly GraphLimit[], place: Place): readonly LimitUse[] {
  // an unlimited allowance is no limit in this case
  return limits
    .map((l) => limitUse(grid, l, place))
    .filter((use) => use.allowed?.low !== Number.POSITIVE_INFINITY);
}

function limitUse(grid: Grid, whole: GraphLimit, place: Place): LimitUse {
  const { limit, holds, probability, used, allowed } = whole;
  const { start, end, source } = limit.that.span;
  const both =
    used === undefined || allowed === undefined
      ? undefined
      : {
          used: figureAt(grid, used, place),
          allowed: figureAt(grid, allowed, place),
          utilisation: quotient(grid, used, allowed, place),
        };
  const [chance] = probability === undefined ? [] : chancesOfLimit(grid, holds, probability, [place]);
  const state = chance === undefined ? stateOf(grid, holds, place) : stateOfChance(chance);
  return {
    name: limit.name,
    label: limit.label ?? limit.name,
    state,
    chance,
    because: limit.because,
    remedy: limit.then,
    source: limit.source,
    formula: source.text.slice(start, end),
    used: both?.used,
    allowed: both?.allowed,
    utilisation: both?.utilisation,
    breaks: firstBroken(grid, whole, place),
  };
}

/** Looked for from the month of the place on. */
function firstBroken(grid: Grid, { holds, probability }: GraphLimit, place: Place): Coordinate | undefined {
  const { graph } = grid;
  const month = monthIndex(graph);
  if (month < 0 || graph.nodes[holds]?.axes.includes(month) !== true) return undefined;
  const open = grid.pinnedTo(new Map([[month, -1]]));
  const from = place[month] ?? 0;
  const months = (graph.axes[month]?.points ?? []).map((_, m) =>
    place.map((p, axis) => (axis === month ? m : p)),
  );
  const states =
    probability === undefined
      ? months.map((there) => stateOf(open, holds, there))
      : chancesOfLimit(open, holds, probability, months).map(stateOfChance);
  if (states[from] === 'broken') return undefined;
  const first = states.findIndex((state, m) => m > from && state === 'broken');
  return coordinates(graph, [month], months[first] ?? []).find(() => first >= 0);
}

/** Use over allowance, end by end: both ends of a range belong to the same inputs. */
function quotient(grid: Grid, used: NodeId, allowed: NodeId, place: Place): Ranged {
  const at = (band: number): number => {
    const there = onBand(grid.graph, place, band);
    return grid.value(used, there) / grid.value(allowed, there);
  };
  const [a, mid, b] = [at(0), at(1), at(2)];
  return a <= b ? { low: a, mid, high: b } : { low: b, mid, high: a };
}

function stateOf(grid: Grid, holds: NodeId, place: Place): LimitState {
  const ends = [0, 1, 2].map((band) => grid.value(holds, onBand(grid.graph, place, band)));
  if (ends.some(Number.isNaN)) return 'undecided';
  if (ends.every((x) => x === 1)) return 'holds';
  return ends.every((x) => x === 0) ? 'broken' : 'partly';
}

function chancesOfLimit(
  grid: Grid,
  holds: NodeId,
  probability: NodeId,
  places: readonly Place[],
): readonly Chance[] {
  return chancesAt(grid, holds, places).map((chance, i) => ({
    holds: chance,
    needed: grid.value(probability, places[i] ?? []),
  }));
}

function stateOfChance(chance: Chance): LimitState {
  const likely = isLikely(chance);
  return likely === undefined ? 'undecided' : likely ? 'holds' : 'broken';
}

export function limits(whole: Grid, pinned: Pinned): readonly LimitsCase[] {
  const grid = whole.pinnedTo(pinned);
  const { graph } = grid;
  const all = [...graph.limits, ...graph.budgets];
  const nodes = all.flatMap((l) => [
    l.holds,
    ...(l.used === undefined ? [] : [l.used]),
    ...(l.allowed === undefined ? [] : [l.allowed]),
  ]);
  const cases = casesOf(grid, nodes, pinned);
  grid.evaluate([...new Set(nodes)]);
  return cases.places.map((place) => {
    const uses = limitUses(grid, graph.limits, place);
    const ranked = uses.filter((u) => u.utilisation !== undefined && !Number.isNaN(u.utilisation.high));
    ranked.sort((a, b) => (b.utilisation?.high ?? 0) - (a.utilisation?.high ?? 0));
    return {
      place,
      at: coordinates(graph, cases.axes, place),
      limits: uses,
      binding: ranked[0]?.name,
      thresholds: graph.limits.flatMap((l) => thresholdsOf(graph, l, place)),
    };
  });
}

/** Inputs below a node, by name. */
function inputsBelow(graph: Graph, root: NodeId): readonly Named[] {
  const below = nodesBelow(graph, root);
  return [...graph.names.values()].filter((n) => n.kind === 'input' && below.has(n.node));
}

/** Only what drives the plan: the inputs that some axis changes, or all where none does. */
export function thresholdsOf(graph: Graph, { limit, holds }: GraphLimit, place: Place): readonly Threshold[] {
  const below = inputsBelow(graph, holds);
  const driving = below.filter((input) =>
    caseAxes(graph).some((axis) => graph.nodes[input.node]?.axes.includes(axis)),
  );
  return (driving.length > 0 ? driving : below).flatMap((input) => {
    const { type } = graph.nodes[input.node] ?? {};
    if (type?.kind !== 'number') return [];
    const now = interpreter(graph).value(input.node, place);
    const value = thresholdFor(graph, holds, input.node, now, place);
    if (value === undefined) return [];
    const { name, label } = input;
    return [{ limit: limit.name, input: name, inputLabel: label, unit: type.unit, now, value }];
  });
}

/**
 * The value of one input at which the limit changes from holding to broken: the nearest change on a ladder of factors up and
 * down from today's value, then halved to one part in 10^12. A limit that the input never breaks has none.
 */
function thresholdFor(
  graph: Graph,
  holds: NodeId,
  input: NodeId,
  now: number,
  place: Place,
): number | undefined {
  if (!Number.isFinite(now)) return undefined;
  // a limit is kept where it holds at both ends of what is uncertain
  const tape = tapeAlong(graph, input, interpreter(graph));
  const ends = [0, 1, 2].map((band) => tape.slot(holds, onBand(graph, place, band)));
  const at = (x: number): number => {
    const values = tape.run(x);
    return Math.min(...ends.map((slot) => values[slot] ?? Number.NaN));
  };
  const today = at(now);
  if (Number.isNaN(today)) return undefined;
  const start = now === 0 ? 1 : now;
  // a limit that is used up to its bound is reached where the input stands, whatever `<=` forgives
  const found = (same: number, changed: number): number => {
    const value = bisect(at, same, changed, today);
    return Math.abs(value - now) <= 1e-9 * Math.abs(start) ? now : value;
  };
  let [up, down] = [now, now];
  for (let step = 1; step <= 60; step++) {
    const factor = 1.25 ** step;
    const [above, below] = [start * factor, start / factor];
    if (at(above) === 1 - today) return found(up, above);
    if (now !== 0 && at(below) === 1 - today) return found(down, below);
    up = above;
    down = below;
  }
  return undefined;
}

function bisect(at: (x: number) => number, same: number, changed: number, today: number): number {
  let [a, b] = [same, changed];
  for (let i = 0; i < 80 && Math.abs(b - a) > 1e-12 * Math.abs(b); i++) {
    const middle = (a + b) / 2;
    if (at(middle) === today) a = middle;
    else b = middle;
  }
  // nine digits are more than anybody states, and free of the search's own noise
  return Number((today === 1 ? a : b).toPrecision(9));
}
