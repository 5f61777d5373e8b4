// Runs what a plan claims about itself. A disputed figure must stay wrong in the same way: if it becomes right, or ours
// changes, somebody should look.

import type { Span } from '../diagnostics/source.ts';
import type { ExpectedValue, GraphExpectation, NodeId } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { basePlace, type Place, placesOver } from '../grid/layout.ts';
import { one, type Unit } from '../quantity/unit.ts';
import { type Chance, chancesAt, isLikely } from './chance.ts';
import { bandIndex, type Coordinate, coordinates, onBand } from './figures.ts';

export type CheckStatus =
  | 'holds'
  | 'fails'
  /** Ours is as recorded, and the source's figure does not follow. */
  | 'disputed'
  /** The source's figure now follows: the dispute is over. */
  | 'dispute-over'
  /** The source's figure still does not follow, but ours is not what was recorded. */
  | 'dispute-changed';

export interface CheckResult {
  readonly id: string | undefined;
  /** The claim as written. */
  readonly that: string;
  readonly status: CheckStatus;
  readonly source: string | undefined;
  readonly note: string | undefined;
  readonly span: Span;
  /** Where it was checked, if the claim left an axis open. */
  readonly at: readonly Coordinate[];
  readonly kind: 'number' | 'condition' | 'point';
  readonly unit: Unit;
  /** For a range, its ends; otherwise twice the same. For a point, its index on `axis`. */
  readonly value: readonly [number, number];
  readonly expected: readonly [number, number];
  /** How far the value may be from the expected one, at each end. */
  readonly tolerance: readonly [number, number];
  readonly stated: readonly [number, number] | undefined;
  /** How likely it holds, where it says how likely it must. */
  readonly chance: Chance | undefined;
  readonly because: string | undefined;
  readonly axis: readonly string[];
}

export interface CheckSummary {
  readonly results: readonly CheckResult[];
  readonly held: number;
  readonly disputed: number;
  readonly failed: number;
}

/** `only` is a part of the id or of the claim. */
export function check(grid: Grid, only?: string): CheckSummary {
  const { graph } = grid;
  const chosen = graph.expectations.filter((e) => only === undefined || idOrText(e).includes(only));
  grid.evaluate([
    ...new Set(
      chosen.flatMap((e) => [e.that, e.is.low, e.is.high, ...(e.within === undefined ? [] : [e.within])]),
    ),
  ]);
  const results = chosen.flatMap((e) => placesFor(grid, e).map((place) => run(grid, e, place)));
  return {
    results,
    held: results.filter((r) => r.status === 'holds').length,
    disputed: results.filter((r) => r.status === 'disputed').length,
    failed: results.filter((r) => r.status !== 'holds' && r.status !== 'disputed').length,
  };
}

function idOrText({ expectation }: GraphExpectation): string {
  return `${expectation.id ?? ''} ${textOf(expectation.that.span)}`;
}

function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** A claim that leaves an axis open is checked at each of its points. */
function placesFor(grid: Grid, e: GraphExpectation): readonly Place[] {
  return placesOver(grid.graph, openAxes(grid, e), basePlace(grid.graph));
}

function openAxes(grid: Grid, e: GraphExpectation): readonly number[] {
  return grid.axesOf(e.that).filter((axis) => grid.graph.axes[axis]?.kind !== 'band');
}

function run(grid: Grid, e: GraphExpectation, place: Place): CheckResult {
  const { graph } = grid;
  const { expectation } = e;
  const value = ends(grid, e.that, e.is.isRange, place);
  const expected: readonly [number, number] = [grid.value(e.is.low, place), grid.value(e.is.high, place)];
  const tolerance = tolerances(grid, e, expected, place);
  const chance =
    e.probability === undefined
      ? undefined
      : {
          holds: chancesAt(grid, e.that, [place])[0] ?? { value: Number.NaN, error: Number.NaN },
          needed: grid.value(e.probability, place),
        };
  const agrees = chance === undefined ? within(value, expected, tolerance) : isLikely(chance) === true;
  const stated: readonly [number, number] | undefined =
    e.stated === undefined ? undefined : [grid.value(e.stated.low, place), grid.value(e.stated.high, place)];
  const statedHolds =
    e.stated !== undefined && stated !== undefined && within(value, stated, rounding(e.stated, stated));
  const type = graph.nodes[e.that]?.type;
  return {
    id: expectation.id,
    that: textOf(expectation.that.span),
    status: statusOf(e, agrees, statedHolds),
    source: expectation.source,
    note: expectation.note,
    span: expectation.span,
    at: coordinates(graph, openAxes(grid, e), place),
    kind: type?.kind === 'number' ? 'number' : type?.kind === 'point' ? 'point' : 'condition',
    unit: type?.kind === 'number' ? type.unit : one,
    value,
    expected,
    tolerance,
    stated,
    chance,
    because: expectation.dispute?.because,
    axis:
      type?.kind === 'point'
        ? (graph.axes.find((a) => a.name === type.axis)?.points.map((p) => p.name) ?? [])
        : [],
  };
}

function statusOf(e: GraphExpectation, agrees: boolean, statedHolds: boolean): CheckStatus {
  if (e.stated === undefined) return agrees ? 'holds' : 'fails';
  if (statedHolds) return 'dispute-over';
  return agrees ? 'disputed' : 'dispute-changed';
}

/** A range is compared end by end; the ends are those of the value, whichever end of the inputs made them. */
function ends(grid: Grid, that: NodeId, isRange: boolean, place: Place): readonly [number, number] {
  const { graph } = grid;
  const middle = grid.value(that, onBand(graph, place, 1));
  if (!isRange || !grid.axesOf(that).includes(bandIndex(graph))) return [middle, middle];
  const [a, b] = [grid.value(that, onBand(graph, place, 0)), grid.value(that, onBand(graph, place, 2))];
  return a <= b ? [a, b] : [b, a];
}

function tolerances(
  grid: Grid,
  e: GraphExpectation,
  expected: readonly [number, number],
  place: Place,
): readonly [number, number] {
  if (e.within === undefined) return rounding(e.is, expected);
  const within_ = grid.value(e.within, place);
  return e.withinShare
    ? [Math.abs(expected[0]) * within_, Math.abs(expected[1]) * within_]
    : [within_, within_];
}

/** Half of the last printed digit, and float noise where nothing was printed. */
function rounding(value: ExpectedValue, expected: readonly [number, number]): readonly [number, number] {
  const half = (quantum: number, x: number): number => quantum / 2 + 1e-9 * Math.abs(x);
  return [half(value.quantumLow, expected[0]), half(value.quantumHigh, expected[1])];
}

function within(
  value: readonly [number, number],
  expected: readonly [number, number],
  tolerance: readonly [number, number],
): boolean {
  const near = (a: number, b: number, t: number): boolean =>
    a === b ||
    (Number.isNaN(a) && Number.isNaN(b)) ||
    Math.abs(a - b) <= t * (1 + 1e-9) + 1e-12 * Math.abs(b);
  return near(value[0], expected[0], tolerance[0]) && near(value[1], expected[1], tolerance[1]);
}
