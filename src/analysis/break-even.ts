// At which values of an input two cases, or two figures, change places: every crossing, with what the two are on both sides of it.

import type { Graph } from '../graph/types.ts';
import { type Interpreter, interpreter } from '../grid/interpret.ts';
import { tapeAlong } from '../grid/tape.ts';
import type { Unit } from '../quantity/unit.ts';
import { type Contest, type LimitAlong, type Side, type Standing, TwoFigures } from './contest.ts';
import { bandIndex, type Ranged } from './figures.ts';
import { isWhole, type MovedInput, numericInputs, type Span, today } from './moved-input.ts';
import { unknownReasons } from './unknown-reasons.ts';

export interface BreakEvenQuestion {
  readonly sides: readonly [Side, Side];
  /** Of both. */
  readonly unit: Unit;
  readonly input: MovedInput;
  readonly span: Span;
}

export interface BreakEven {
  readonly sides: readonly [Side, Side];
  readonly unit: Unit;
  readonly input: MovedInput;
  readonly span: Span;
  /** Only whole numbers of the input make sense. */
  readonly whole: boolean;
  /** The input as the two cases have it; one value where that is the same. */
  readonly now: readonly Ranged[];
  /** At today's value, where there is one and it lies in the range. */
  readonly today: Standing | undefined;
  /** At both ends of the range. */
  readonly edges: readonly [Standing, Standing];
  /** Whether each of the two follows the input at all. */
  readonly follows: readonly [boolean, boolean];
  /** The inputs that one of them does follow, where neither follows this one. */
  readonly followed: readonly string[];
  /** Limits that are broken somewhere in the range, on each side. */
  readonly limits: readonly [readonly LimitAlong[], readonly LimitAlong[]];
  /** Why a side is unknown, where it is first. */
  readonly unknown: readonly [readonly string[], readonly string[]];
  /** With every range of the plan at its middle. */
  readonly middle: Contest;
  /** With every range at its low end and at its high end, where that makes a difference. */
  readonly ends: { readonly low: Contest; readonly high: Contest } | undefined;
}

export function breakEven(graph: Graph, question: BreakEvenQuestion): BreakEven {
  const { sides, unit, input, span } = question;
  const rest = interpreter(graph);
  const tape = tapeAlong(graph, input.node, rest);
  const nows = sides.map((side) => today(graph, rest, input.node, side.place));
  const [first, second] = nows as [Ranged, Ranged];
  const same = first.low === second.low && first.mid === second.mid && first.high === second.high;
  const whole = nows.every((now) => isWhole(input, now) || Number.isNaN(now.mid));
  const bands = [0, 1, 2].map(
    (band) => new TwoFigures(graph, tape, rest, { sides, node: input.node, span, band }),
  );
  const [low, middle, high] = bands as [TwoFigures, TwoFigures, TwoFigures];
  // a range that is pinned to one of its ends is no range
  const pinned = sides.find((side) => side.place[bandIndex(graph)] !== 1)?.place[bandIndex(graph)];
  const main = bands[pinned ?? 1] ?? middle;
  const ranged = pinned === undefined && !(low.sameAs(middle) && high.sameAs(middle));
  const here = same ? first.mid : Number.NaN;
  const contest = main.contest(whole);
  const lost = contest.stretches.find((stretch) => stretch.smaller === 'unknown');
  return {
    sides,
    unit,
    input,
    span,
    whole,
    now: same ? [first] : nows,
    today: here >= span.from && here <= span.to ? main.standing(here) : undefined,
    edges: [main.standing(span.from), main.standing(span.to)],
    follows: main.follows,
    followed: main.follows.includes(true) ? [] : followed(graph, rest, sides),
    limits: main.limits(whole),
    unknown: [0, 1].map((i) => (lost === undefined ? [] : reasonsIn(graph, question, i, lost))) as [
      string[],
      string[],
    ],
    middle: contest,
    ends: ranged ? { low: low.contest(whole), high: high.contest(whole) } : undefined,
  };
}

function reasonsIn(
  graph: Graph,
  { sides, input }: BreakEvenQuestion,
  side: number,
  { from, to }: Span,
): readonly string[] {
  const { node, place } = sides[side] as Side;
  const there = interpreter(graph, new Map([[input.node, (from + to) / 2]]));
  return unknownReasons(graph, there, node, place);
}

function followed(graph: Graph, rest: Interpreter, sides: readonly Side[]): readonly string[] {
  return numericInputs(graph).flatMap(({ name, node }) => {
    const tape = tapeAlong(graph, node, rest);
    const slots = sides.map((side) => tape.slot(side.node, side.place));
    return slots.some((slot) => tape.varies(slot)) && slots[0] !== slots[1] ? [name] : [];
  });
}
