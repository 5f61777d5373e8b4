// How far a figure moves when one input moves and all else stays: over the input's own range where it has one, by a share of
// it otherwise. And how the figure follows each input where it stands today.

import type { Graph, NodeId } from '../graph/types.ts';
import { encloser } from '../grid/enclose.ts';
import { type Interpreter, interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { type Meaning, type Tape, tapeAlong } from '../grid/tape.ts';
import type { Unit } from '../quantity/unit.ts';
import { nodesBelow } from './cone.ts';
import { bandIndex, onBand, type Ranged } from './figures.ts';
import { type Recommendation, recommendation } from './flips.ts';
import { heldInputs } from './held-inputs.ts';
import { type MovedInput, numericInputs, today } from './moved-input.ts';
import { unknownReasons } from './unknown-reasons.ts';

export interface SensitivityQuestion {
  readonly node: NodeId;
  readonly unit: Unit;
  readonly place: Place;
  /** How far an input without a range of its own is moved: 0.1 for a tenth. */
  readonly by: number;
  /** The axis along which the cheapest point is the recommendation, if there is one. */
  readonly axis: number | undefined;
}

export interface Sensitivity {
  readonly unit: Unit;
  readonly by: number;
  /** With every input as it is. */
  readonly figure: Ranged;
  /** Why it is unknown, where it is the total. */
  readonly unknown: readonly string[];
  /** The widest swing first; equal ones in the order of the plan. */
  readonly rows: readonly SwingRow[];
  /** What the ranges do that belong to no input: those in prices and formulas. */
  readonly otherRanges: Ranged | undefined;
  /** They are part of the figure, and moving them changes nothing. */
  readonly still: readonly MovedInput[];
  /** They are no part of the figure. */
  readonly unused: readonly MovedInput[];
  readonly unmoved: readonly UnmovedInput[];
  readonly recommendation: Recommendation | undefined;
}

export interface SwingRow {
  readonly input: MovedInput;
  readonly now: Ranged;
  /** Moved over its own range, and not by a share. */
  readonly ownRange: boolean;
  /** The two ends of the input, and what the figure is there. */
  readonly low: Moved;
  readonly high: Moved;
  /** Between the figure's two values; unknown where one of them is. */
  readonly swing: number;
  /** By how many percent the figure moves for one percent of the input. */
  readonly elasticity: Elasticity;
}

export interface Moved {
  readonly input: number;
  readonly figure: number;
}

export type Elasticity =
  | { readonly kind: 'steady'; readonly value: number }
  /** It jumps, or bends, just there. */
  | { readonly kind: 'step' }
  | { readonly kind: 'bend' }
  /** The figure is nothing or unknown, so that nothing is a share of it. */
  | { readonly kind: 'none' };

/** A share of nothing is nothing, and of what is unknown it is unknown. */
export interface UnmovedInput {
  readonly input: MovedInput;
  readonly because: 'zero' | 'unknown' | 'unlimited';
}

export function sensitivity(graph: Graph, question: SensitivityQuestion): Sensitivity {
  const { node, unit, by, axis } = question;
  const place = question.place;
  const rest = interpreter(graph);
  const inputs = numericInputs(graph);
  const below = nodesBelow(graph, node);
  const rows: SwingRow[] = [];
  const still: MovedInput[] = [];
  const unused: MovedInput[] = [];
  const unmoved: UnmovedInput[] = [];
  for (const input of inputs) {
    const now = today(graph, rest, input.node, place);
    const because = whyUnmoved(now);
    if (!below.has(input.node)) unused.push(input);
    else if (because !== undefined) unmoved.push({ input, because });
    else {
      const row = swingRow(graph, rest, input, now, { node, place, by });
      if (row.swing === 0) still.push(input);
      else rows.push(row);
    }
  }
  const figure = rangedOf((end) => rest.value(node, onBand(graph, place, end)));
  return {
    unit,
    by,
    figure,
    unknown: unknownReasons(graph, rest, node, place),
    rows: rows.sort((a, b) => rank(b) - rank(a)),
    otherRanges: otherRanges(graph, inputs, node, place),
    still,
    unused,
    unmoved,
    recommendation:
      axis === undefined
        ? undefined
        : recommendation(graph, rest, inputs, { axis, node: graph.total, place }),
  };
}

/** What leads into the unknown comes first: it may be anything. */
function rank({ swing }: SwingRow): number {
  return Number.isNaN(swing) ? Number.POSITIVE_INFINITY : swing;
}

function whyUnmoved(now: Ranged): UnmovedInput['because'] | undefined {
  if (Number.isNaN(now.mid)) return 'unknown';
  if (!Number.isFinite(now.low) || !Number.isFinite(now.high)) return 'unlimited';
  return now.low === 0 && now.high === 0 ? 'zero' : undefined;
}

function swingRow(
  graph: Graph,
  rest: Interpreter,
  input: MovedInput,
  now: Ranged,
  { node, place, by }: { readonly node: NodeId; readonly place: Place; readonly by: number },
): SwingRow {
  const alongIt = (meaning: Meaning): readonly [Tape, number] => {
    const tape = tapeAlong(graph, input.node, rest, meaning);
    return [tape, tape.slot(node, place)];
  };
  const ownRange = now.low !== now.high;
  const [tape, slot] = alongIt(ownRange ? 'share of the range' : 'factor');
  const at = (x: number): number => tape.run(x)[slot] ?? Number.NaN;
  const [down, up] = ownRange ? [0, 1] : [1 - by, 1 + by];
  const ends: readonly [number, number] = ownRange
    ? [rest.value(input.node, onBand(graph, place, 0)), rest.value(input.node, onBand(graph, place, 2))]
    : [now.mid * down, now.mid * up];
  const [low, high] = [
    { input: ends[0], figure: at(down) },
    { input: ends[1], figure: at(up) },
  ].sort((a, b) => a.input - b.input) as [Moved, Moved];
  const [factors, figure] = ownRange ? alongIt('factor') : [tape, slot];
  return {
    input,
    now,
    ownRange,
    low,
    high,
    swing: swingOf(low.figure, high.figure),
    elasticity: elasticityOf(factors, figure),
  };
}

/** The noise of adding up is no swing; neither is what is unknown at both ends. */
function swingOf(low: number, high: number): number {
  if (Number.isNaN(low) && Number.isNaN(high)) return 0;
  const swing = Math.abs(high - low);
  return swing <= 1e-12 * Math.abs(high) ? 0 : swing;
}

/** How near today's value is looked at, on both sides. */
const nearby = 1e-6;

function elasticityOf(tape: Tape, slot: number): Elasticity {
  const figure = tape.run(1)[slot] ?? Number.NaN;
  const e = encloser(tape)(1 - nearby, 1 + nearby)[slot];
  if (e === undefined || !Number.isFinite(figure) || figure === 0) return { kind: 'none' };
  if (e.play > 1e-9 * Math.abs(figure) || e.unknown) return { kind: 'step' };
  const spread = e.slopeHi - e.slopeLo;
  // what curves does so little over so short a way
  if (!(spread <= 1e-3 * Math.max(Math.abs(e.slopeHi), Math.abs(figure)))) return { kind: 'bend' };
  return { kind: 'steady', value: (e.slopeLo + e.slopeHi) / 2 / figure };
}

/** Every input stays at its middle, and the ranges go to their ends. */
function otherRanges(
  graph: Graph,
  inputs: readonly MovedInput[],
  node: NodeId,
  place: Place,
): Ranged | undefined {
  if (!graph.nodes[node]?.axes.includes(bandIndex(graph))) return undefined;
  const { value } = interpreter(heldInputs(graph, inputs, () => 1));
  const found = rangedOf((end) => value(node, onBand(graph, place, end)));
  return found.low === found.high || Number.isNaN(found.mid) ? undefined : found;
}

function rangedOf(at: (end: number) => number): Ranged {
  const [a, mid, b] = [at(0), at(1), at(2)];
  return a <= b ? { low: a, mid, high: b } : { low: b, mid, high: a };
}
