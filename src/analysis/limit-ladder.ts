// What breaks first as one input grows and all else stays: each limit in stretches of the input, in the order in which they break.

import type { Graph, GraphLimit } from '../graph/types.ts';
import { interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { tapeAlong } from '../grid/tape.ts';
import { onBand } from './figures.ts';
import type { LimitState } from './limits.ts';
import { type HoldingStretch, holdingAlong } from './limits-along.ts';
import { isWhole, type MovedInput, type Span, today } from './moved-input.ts';

export interface LadderQuestion {
  readonly input: MovedInput;
  readonly place: Place;
  readonly span: Span;
}

export interface Rung {
  readonly limit: GraphLimit;
  /** From one end of the span to the other. */
  readonly stretches: readonly RungStretch[];
  /** What it is where the input stands. */
  readonly state: LimitState;
  /** The first value from today's on at which it does not hold for certain; undefined where it holds to the end of the span. */
  readonly breaks: number | undefined;
  /** It depends on the input at all. */
  readonly follows: boolean;
}

export interface RungStretch extends Span {
  readonly state: LimitState;
}

/** Broken ones first, then in the order in which they break; those that hold throughout last. */
export function limitLadder(
  graph: Graph,
  limits: readonly GraphLimit[],
  { input, place, span }: LadderQuestion,
): readonly Rung[] {
  const rest = interpreter(graph);
  const tape = tapeAlong(graph, input.node, rest);
  const now = today(graph, rest, input.node, place);
  const whole = isWhole(input, now);
  const rungs = limits.map((limit): Rung => {
    const slots = [...new Set([0, 1, 2].map((band) => tape.slot(limit.holds, onBand(graph, place, band))))];
    const ends = slots.map((slot) => holdingAlong(tape, slot, span, whole));
    const stretches = together(ends, span);
    const state = stretches.find(({ from, to }) => from <= now.mid && now.mid <= to)?.state ?? 'undecided';
    const broken = stretches.find((s) => s.to > now.mid && (s.state === 'broken' || s.state === 'partly'));
    return {
      limit,
      stretches,
      state,
      breaks: broken === undefined ? undefined : Math.max(broken.from, now.mid),
      follows: slots.some((slot) => tape.varies(slot)),
    };
  });
  return [...rungs].sort((a, b) => rank(a) - rank(b));
}

function rank({ breaks }: Rung): number {
  return breaks ?? Number.POSITIVE_INFINITY;
}

/** The three ends of what is uncertain as one: what holds at some of them only holds in part. */
function together(ends: readonly (readonly HoldingStretch[])[], { from, to }: Span): readonly RungStretch[] {
  const borders = [...new Set([from, to, ...ends.flatMap((all) => all.flatMap((s) => [s.from, s.to]))])]
    .filter((x) => x >= from && x <= to)
    .sort((a, b) => a - b);
  const found: { from: number; to: number; state: LimitState }[] = [];
  for (const [i, start] of borders.slice(0, -1).entries()) {
    const end = borders[i + 1] ?? start;
    const state = stateBetween(ends, (start + end) / 2);
    const last = found.at(-1);
    if (last?.state === state) last.to = end;
    else found.push({ from: start, to: end, state });
  }
  return found;
}

function stateBetween(ends: readonly (readonly HoldingStretch[])[], x: number): LimitState {
  const states = ends.map((all) => all.find((s) => s.from <= x && x <= s.to)?.state ?? 'undecided');
  if (states.includes('undecided')) return 'undecided';
  if (states.every((state) => state === 'holds')) return 'holds';
  return states.every((state) => state === 'broken') ? 'broken' : 'partly';
}
