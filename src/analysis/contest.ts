// Two figures along one input, as somebody wants to read it: crossings with plain values, the figures on both sides of each and
// around it, and which limits break on the way.

import type { Graph, NodeId } from '../graph/types.ts';
import type { Interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import type { Slot } from '../grid/steps.ts';
import { type Tape, tapeAlong } from '../grid/tape.ts';
import type { Limit } from '../plan/types.ts';
import { type Border, type Duel, duel, isSmooth, type Smaller } from './duel.ts';
import { onBand } from './figures.ts';
import { type HoldingStretch, holdingAlong } from './limits-along.ts';
import type { Span } from './moved-input.ts';
import { plainValue, valuesAround } from './plain-values.ts';

export interface Side {
  /** As asked: `platform=vps`, or a formula. */
  readonly name: string;
  readonly label: string;
  readonly node: NodeId;
  readonly place: Place;
}

export interface LimitAlong {
  readonly name: string;
  readonly label: string;
  readonly stretches: readonly HoldingStretch[];
}

export interface Contest {
  /** Who is the smaller throughout, if anybody is. */
  readonly throughout: Smaller | undefined;
  readonly stretches: readonly ContestStretch[];
  /** Between the stretches, in order. */
  readonly crossings: readonly Crossing[];
  /** False where a search that got out of hand had to end with samples. */
  readonly proven: boolean;
  /** Where the search ended; short of the range's end where there are too many crossings for anybody to read. */
  readonly until: number;
}

export interface ContestStretch extends Span {
  readonly smaller: Smaller;
  /** First less second, just inside both ends. */
  readonly differences: readonly [number, number];
}

export interface Crossing {
  readonly value: number;
  /** `meeting`: the two go through the same value. `jump`: one of them leaps past the other. `unknown`: one is known only on one side. */
  readonly kind: 'meeting' | 'jump' | 'unknown';
  readonly before: Smaller;
  readonly after: Smaller;
  /** Whose side the very value is on. */
  readonly at: Smaller;
  /** Which of the two leap. */
  readonly leaps: readonly ('first' | 'second')[];
  /** Next to the crossing, on both sides of it. */
  readonly below: Pair;
  readonly above: Pair;
  /** The first whole number of the input from which on `after` holds; undefined where none lies before the next crossing. */
  readonly firstWhole: number | undefined;
  readonly around: readonly Standing[];
}

export interface Pair {
  readonly first: number;
  readonly second: number;
}

/** How the two stand at one value of the input. */
export interface Standing extends Pair {
  readonly value: number;
  /** Next to the value, where the two leap at it. */
  readonly side: 'below' | 'above' | undefined;
  readonly difference: number;
  readonly smaller: Smaller;
  /** Limits that are known to be broken, on each side. */
  readonly broken: readonly [readonly string[], readonly string[]];
}

/** Crossings beyond these nobody reads. */
const mostBorders = 400;

/** Where the two meet: along which input, over which range, with every range of the plan at one of its points. */
interface Pitch {
  readonly sides: readonly [Side, Side];
  readonly node: NodeId;
  readonly span: Span;
  readonly band: number;
}

/** The two figures with every range of the plan at one of its points. */
export class TwoFigures {
  readonly #tape: Tape;
  /** Without the limits, which a search need not work out again and again. */
  readonly #bare: () => readonly [Tape, Slot, Slot];
  readonly #span: Span;
  readonly #slots: readonly [Slot, Slot];
  readonly #limits: readonly (readonly { readonly limit: Limit; readonly slot: Slot }[])[];

  constructor(graph: Graph, tape: Tape, rest: Interpreter, { sides, node: moved, span, band }: Pitch) {
    const slotOf = (node: NodeId, { place }: Side, on = tape): Slot =>
      on.slot(node, onBand(graph, place, band));
    this.#tape = tape;
    this.#bare = () => {
      const bare = tapeAlong(graph, moved, rest);
      return [bare, slotOf(sides[0].node, sides[0], bare), slotOf(sides[1].node, sides[1], bare)];
    };
    this.#span = span;
    this.#slots = [slotOf(sides[0].node, sides[0]), slotOf(sides[1].node, sides[1])];
    this.#limits = sides.map((side) =>
      graph.limits.map(({ limit, holds }) => ({ limit, slot: slotOf(holds, side) })),
    );
  }

  sameAs(other: TwoFigures): boolean {
    return this.#slots.every((slot, i) => slot === other.#slots[i]);
  }

  get follows(): readonly [boolean, boolean] {
    return [this.#tape.varies(this.#slots[0]), this.#tape.varies(this.#slots[1])];
  }

  limits(whole: boolean): readonly [readonly LimitAlong[], readonly LimitAlong[]] {
    const sides = this.#limits.map((limits) =>
      limits
        .map(({ limit, slot }) => ({
          name: limit.name,
          label: limit.label ?? limit.name,
          stretches: holdingAlong(this.#tape, slot, this.#span, whole),
        }))
        .filter(({ stretches }) => stretches.some((stretch) => stretch.state === 'broken')),
    );
    return [sides[0] ?? [], sides[1] ?? []];
  }

  contest(whole: boolean): Contest {
    const { from } = this.#span;
    const [tape, first, second] = this.#bare();
    const found = duel(tape, first, second, this.#span, whole, mostBorders);
    const crossings = found.borders.map((border, i) => this.#crossing(found, border, i, whole));
    const [only, another] = found.stretches;
    const stretches = found.stretches.map((stretch, i) => ({
      from: crossings[i - 1]?.value ?? from,
      to: crossings[i]?.value ?? found.until,
      smaller: stretch.smaller,
      differences: [this.#difference(stretch.from), this.#difference(stretch.to)] as const,
    }));
    return {
      throughout: another === undefined ? only?.smaller : undefined,
      stretches,
      crossings,
      proven: found.proven,
      until: found.until,
    };
  }

  #pair(x: number): Pair {
    const values = this.#tape.run(x);
    return { first: values[this.#slots[0]] ?? Number.NaN, second: values[this.#slots[1]] ?? Number.NaN };
  }

  #difference(x: number): number {
    const { first, second } = this.#pair(x);
    return first - second;
  }

  standing(x: number, side?: 'below' | 'above', from = x): Standing {
    const values = this.#tape.run(from);
    const pair = this.#pair(from);
    const broken = this.#limits.map((limits) =>
      limits.filter(({ slot }) => values[slot] === 0).map(({ limit }) => limit.label ?? limit.name),
    );
    return {
      value: x,
      side,
      ...pair,
      difference: pair.first - pair.second,
      smaller: smallerOf(pair),
      broken: [broken[0] ?? [], broken[1] ?? []],
    };
  }

  #crossing({ stretches, borders }: Duel, border: Border, i: number, whole: boolean): Crossing {
    const [before, after] = [stretches[i]?.smaller ?? 'unknown', stretches[i + 1]?.smaller ?? 'unknown'];
    const { below, above, jump } = border;
    const value = plainValue(border);
    const pairs = { below: this.#pair(below), above: this.#pair(above) };
    const leaps = (['first', 'second'] as const).filter(
      (side) => jump && leapt(border, pairs.below[side], pairs.above[side]),
    );
    const unknown = before === 'unknown' || after === 'unknown';
    const next = borders[i + 1]?.below ?? this.#span.to;
    const firstWhole = whole ? this.#firstWhole(border, next, after) : undefined;
    const last = borders[i - 1]?.above ?? this.#span.from;
    const at = smallerOf(this.#pair(value));
    return {
      value,
      kind: unknown ? 'unknown' : jump ? 'jump' : 'meeting',
      before,
      after,
      at: jump ? at : 'equal',
      leaps,
      ...pairs,
      firstWhole,
      around: this.#around(border, value, last, next, firstWhole),
    };
  }

  #firstWhole({ below }: Border, next: number, after: Smaller): number | undefined {
    const least = below - 1e-9 * Math.abs(below);
    const start = Math.ceil(least);
    // a step may begin on the whole number itself, or just behind it
    for (const n of [start, start + 1]) if (n <= next && smallerOf(this.#pair(n)) === after) return n;
    return undefined;
  }

  #around(
    { below, above, jump }: Border,
    value: number,
    last: number,
    next: number,
    firstWhole: number | undefined,
  ): readonly Standing[] {
    const { lower, upper } = valuesAround(value, last, next, firstWhole !== undefined);
    const rows = (xs: readonly number[]): readonly Standing[] => xs.map((x) => this.standing(x));
    if (firstWhole !== undefined && firstWhole - 1 >= last)
      return rows([
        ...lower.filter((x) => x < firstWhole - 1),
        firstWhole - 1,
        firstWhole,
        ...upper.filter((x) => x > firstWhole),
      ]);
    const at = smallerOf(this.#pair(value));
    const low = this.standing(value, 'below', below);
    const high = this.standing(value, 'above', above);
    // the very value stands for the side that it is on
    const here = this.standing(value);
    const middle = !jump
      ? [here]
      : at === low.smaller
        ? [here, high]
        : at === high.smaller
          ? [low, here]
          : [low, here, high];
    return [...rows(lower), ...middle, ...rows(upper)];
  }
}

function leapt({ below, above }: Border, before: number, after: number): boolean {
  return !isSmooth(below, above, after - before, Math.max(Math.abs(before), Math.abs(after)));
}

export function smallerOf({ first, second }: Pair): Smaller {
  const difference = first - second;
  if (Number.isNaN(difference)) return 'unknown';
  if (Math.abs(difference) <= 1e-12 * Math.max(Math.abs(first), Math.abs(second))) return 'equal';
  return difference < 0 ? 'first' : 'second';
}
