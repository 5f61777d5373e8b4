// What a line of revenue would have to be sold at, all else as it is: for nothing to be lost, and for a gross margin that somebody
// aims at. Where income and cost follow the price in a straight line that is a division; otherwise a search, steps and all.

import type { Graph, GraphItem, GraphRevenue, Named, NodeId } from '../graph/types.ts';
import { encloser } from '../grid/enclose.ts';
import type { Interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import type { Slot } from '../grid/steps.ts';
import { type Tape, tapeAlong } from '../grid/tape.ts';
import { isMoney, one, type Unit } from '../quantity/unit.ts';
import { type Banded, rangedOf } from './banded.ts';
import { coneOf } from './cone.ts';
import { duel } from './duel.ts';
import { onBand, type Ranged } from './figures.ts';
import { plainValue } from './plain-values.ts';
import { coverage } from './whole-runs.ts';

export interface LinePrice {
  /** The one price of the line; or, where it has several or none of its own, all that it brings in by one factor. */
  readonly by: 'price' | 'factor';
  /** Of what is moved: `EUR/user/month`; pure for a factor. */
  readonly unit: Unit;
  readonly now: Ranged;
  /** 0 where any price will do, unlimited where none does, unknown where something else is. */
  readonly even: Ranged;
  /** undefined where nobody aims at anything. */
  readonly target: Ranged | undefined;
}

export interface PricingQuestion {
  readonly graph: Graph;
  readonly revenue: GraphRevenue;
  readonly rest: Interpreter;
  readonly byNode: ReadonlyMap<NodeId, Named>;
  readonly place: Place;
  readonly bands: readonly [number, number, number];
  /** A share of the revenue. */
  readonly target: number | undefined;
}

export function linePrice(question: PricingQuestion, line: GraphItem): LinePrice | undefined {
  const { graph, rest, place, bands, target } = question;
  const amount = graph.names.get(`${line.name}.revenue`)?.node;
  if (amount === undefined) return undefined;
  const price = onlyPrice(question, amount);
  const known = new Map<number, Solved>();
  const [low, middle, high] = bands.map((band) => {
    const solved = known.get(band) ?? solvedAt(question, price, amount, onBand(graph, place, band));
    known.set(band, solved);
    return solved;
  }) as [Solved, Solved, Solved];
  const ranged = (f: (solved: Solved) => number): Ranged => rangedOf([f(low), f(middle), f(high)]);
  const type = price === undefined ? undefined : graph.nodes[price]?.type;
  const now: Banded =
    price === undefined
      ? [1, 1, 1]
      : (bands.map((band) => rest.value(price, onBand(graph, place, band))) as unknown as Banded);
  return {
    by: price === undefined ? 'factor' : 'price',
    unit: type?.kind === 'number' ? type.unit : one,
    now: rangedOf(now),
    even: ranged((s) => s.even),
    target: target === undefined ? undefined : ranged((s) => s.target),
  };
}

interface Solved {
  readonly even: number;
  readonly target: number;
}

/** The price on which the amount of the line stands, if it stands on one alone. */
function onlyPrice({ graph, rest, byNode, place }: PricingQuestion, amount: NodeId): NodeId | undefined {
  const pricesBelow = (stop: ReadonlySet<NodeId>): readonly NodeId[] =>
    coneOf({ graph, byNode, value: rest.value, stop }, [amount], place).named.flatMap(({ named }) => {
      const type = graph.nodes[named.node]?.type;
      return named.kind === 'price' && type?.kind === 'number' && isMoney(type.unit) ? [named.node] : [];
    });
  const [first] = pricesBelow(new Set());
  // a price that is worked out from another one stands for it
  return first !== undefined && pricesBelow(new Set([first])).length === 0
    ? behindNames(graph, first)
    : undefined;
}

/** The input that a price is but another name of, so that what follows the input moves with it: buyers who stay away. */
function behindNames(graph: Graph, id: NodeId): NodeId {
  let here = id;
  for (;;) {
    const [arg] = graph.nodes[here]?.args ?? [];
    if (arg === undefined || graph.nodes[arg]?.op.kind !== 'named') return here;
    here = arg;
  }
}

function solvedAt(
  { graph, revenue, rest, target }: PricingQuestion,
  price: NodeId | undefined,
  amount: NodeId,
  place: Place,
): Solved {
  const tape = tapeAlong(graph, price ?? amount, rest, price === undefined ? 'factor' : 'value');
  const earned = tape.slot(revenue.earned, place);
  const spent = tape.slot(graph.total, place);
  // nothing times what is unknown is unknown: an unknown line has no factor
  const lost = price === undefined && Number.isNaN(rest.value(amount, place));
  const now = price === undefined ? 1 : rest.value(price, place);
  const solve = (share: number): number =>
    lost ? Number.NaN : leastPrice(tape, spent, tape.scaled(earned, 1 - share), now);
  return { even: solve(0), target: target === undefined ? Number.NaN : solve(target) };
}

/** Crossings beyond these nobody reads; the first is what is looked for. */
const mostBorders = 200;
/** Prices beyond this are nobody's. */
const most = 1e12;

/** The smallest at which what is kept covers what is spent. */
function leastPrice(tape: Tape, spent: Slot, kept: Slot, now: number): number {
  const balance = tape.difference(kept, spent);
  const at = (x: number, slot: Slot): number => tape.run(x)[slot] ?? Number.NaN;
  const isEnough = (x: number): boolean => coverage(at(x, spent), at(x, kept)) === 'covered';
  if (!tape.varies(balance))
    return Number.isNaN(at(0, balance)) ? Number.NaN : isEnough(0) ? 0 : Number.POSITIVE_INFINITY;
  const e = encloser(tape)(0, most)[balance];
  if (e !== undefined && !e.unknown && e.play === 0 && isStraight(e)) {
    if (isEnough(0)) return 0;
    return e.slopeHi > 0 ? -at(0, balance) / e.slopeHi : Number.POSITIVE_INFINITY;
  }
  // beyond what is enough, so that it is no mere end of the range
  let far = Math.max(1, Number.isFinite(now) ? 2 * now : 1);
  while (!isEnough(far) && far < most) far *= 4;
  const { stretches, borders } = duel(
    tape,
    spent,
    kept,
    { from: 0, to: Math.min(2 * far, most) },
    false,
    mostBorders,
  );
  const first = stretches.findIndex(({ smaller }) => smaller === 'first' || smaller === 'equal');
  if (first === -1)
    return stretches.every(({ smaller }) => smaller === 'unknown') ? Number.NaN : Number.POSITIVE_INFINITY;
  const border = borders[first - 1];
  if (border === undefined) return 0;
  const plain = plainValue(border);
  return isEnough(plain) ? plain : border.above;
}

function isStraight({ slopeLo, slopeHi }: { readonly slopeLo: number; readonly slopeHi: number }): boolean {
  return slopeHi - slopeLo <= 1e-13 * Math.max(Math.abs(slopeLo), Math.abs(slopeHi));
}
