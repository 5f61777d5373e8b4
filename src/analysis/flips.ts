// Which input, moved alone, makes another point of an axis the cheapest that breaks no limit; and at what value.

import type { Graph, NodeId } from '../graph/types.ts';
import type { Interpreter } from '../grid/interpret.ts';
import { type NodeAt, reachedFrom } from '../grid/needed.ts';
import { type Tape, tapeAlong } from '../grid/tape.ts';
import { tapesAlong } from '../grid/tapes.ts';
import { FlipContest, type FlipQuestion, type Turnover } from './flip-contest.ts';
import { isShare, isWhole, type MovedInput, today } from './moved-input.ts';
import { distance, furthest, nearestOf, type RingSearch } from './nearest.ts';

export interface Recommendation {
  readonly axis: number;
  /** The cheapest point of those that are known and break no limit; undefined where there is none. */
  readonly point: number | undefined;
  /** The nearest first. */
  readonly flips: readonly Flip[];
}

export interface Flip extends Turnover {
  readonly input: MovedInput;
  readonly now: number;
  /** The input there; undefined where every point has its own, and all were moved by one factor. */
  readonly value: number | undefined;
}

export function recommendation(
  graph: Graph,
  rest: Interpreter,
  inputs: readonly MovedInput[],
  question: FlipQuestion,
  wanted: 'all' | 'nearest' = 'all',
): Recommendation {
  const figures = figuresAt(graph, question);
  const reached = reachedFrom(graph, figures);
  const moving = inputs
    .filter((input) => reached.has(input.node))
    .flatMap(movingInput(graph, rest, question));
  const tapes = tapesAlong(graph, rest, moving, figures);
  const searches = tapes.flatMap(
    (tape, i) => searchAlong(graph, tape, moving[i] as MovingInput, question) ?? [],
  );
  const found = wanted === 'all' ? searches.flatMap((search) => search(1, furthest)) : nearestOf(searches);
  // equally near ones stay in the order of the plan
  const flips = [...found].sort((a, b) => distance(a) - distance(b));
  // a tape along no node at all: everything is as it is
  const still = new FlipContest(graph, tapeAlong(graph, -1, rest), question, 0, false);
  return { axis: question.axis, point: still.winner(0), flips };
}

/** What decides: the figure and the limits, at each point of the axis. */
function figuresAt(graph: Graph, { axis, node, place }: FlipQuestion): readonly NodeAt[] {
  const nodes = [node, ...graph.limits.map(({ holds }) => holds)];
  return (graph.axes[axis]?.points ?? []).flatMap((_, index) => {
    const there = place.map((p, a) => (a === axis ? index : p));
    return nodes.map((id) => ({ id, place: there }));
  });
}

interface MovingInput {
  readonly input: MovedInput;
  readonly now: number;
  readonly whole: boolean;
  readonly node: NodeId;
  /** Where each point has its own value, all are moved together. */
  readonly meaning: 'value' | 'factor';
}

/** What is nothing or unknown has no way to go. */
function movingInput(
  graph: Graph,
  rest: Interpreter,
  { axis, place }: FlipQuestion,
): (input: MovedInput) => readonly MovingInput[] {
  return (input) => {
    const { node } = input;
    const now = rest.value(node, place);
    if (!Number.isFinite(now) || now === 0) return [];
    const own = graph.nodes[node]?.axes.includes(axis) ?? false;
    const whole = !own && isWhole(input, today(graph, rest, node, place));
    return [{ input, now, whole, node, meaning: own ? 'factor' : 'value' }];
  };
}

/** undefined where the input can flip nothing. */
function searchAlong(
  graph: Graph,
  tape: Tape,
  { input, now, whole, meaning }: MovingInput,
  question: FlipQuestion,
): RingSearch<Flip> | undefined {
  const own = meaning === 'factor';
  const start = own ? 1 : now;
  const contest = new FlipContest(graph, tape, question, start, whole);
  if (!contest.varies) return undefined;
  const most = mostTimes(input, now);
  return (beyond, within) =>
    (
      [
        [Math.min(beyond, most), Math.min(within, most)],
        [1 / beyond, 1 / within],
      ] as const
    )
      .flatMap(([from, to]) => (from === to ? [] : contest.firstFlip([start * from, start * to])))
      .map((flip) => ({ ...flip, input, now, value: own ? undefined : flip.factor * now }));
}

/** A share of the whole grows to all of it, and no further. */
function mostTimes({ unit }: MovedInput, now: number): number {
  return isShare(unit) && now <= 100 ? 100 / now : Number.POSITIVE_INFINITY;
}
