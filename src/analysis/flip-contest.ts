// The points of an axis against one another along one input: who is the cheapest of those that break no limit, and where that changes.

import type { Graph, NodeId } from '../graph/types.ts';
import { encloser } from '../grid/enclose.ts';
import { type Enclosure, isNowhereKnown, leastSizeOf, reach, sizeOf } from '../grid/enclosure.ts';
import type { Place } from '../grid/layout.ts';
import type { Slot } from '../grid/steps.ts';
import type { Tape } from '../grid/tape.ts';
import { pastForgiven } from './forgiven.ts';
import { jumps } from './jumps.ts';
import { budgetFor, type Piece, pieces, type Search } from './pieces.ts';
import { plainValue } from './plain-values.ts';

/**
 * `cheaper`: the new point costs less. `breaks`: the old one breaks a limit. `holds`: the new one no longer breaks one.
 * `unknown`: the total of one of them is known on one side only.
 */
export type FlipReason = 'cheaper' | 'breaks' | 'holds' | 'unknown';

/** Another winner, seen from today's value of the input. */
export interface Turnover {
  /** The input there, as a factor of what it is today. */
  readonly factor: number;
  /** Beyond that value, or short of it. */
  readonly up: boolean;
  /** The first whole number that flips it, for what comes in whole numbers only. */
  readonly whole: number | undefined;
  /** The point that is the cheapest from there on; undefined where none is left. */
  readonly to: number | undefined;
  readonly because: FlipReason;
  /** Labels of the limits that decide it, where they do. */
  readonly limits: readonly string[];
}

/** Less than this, relative to the totals, makes nobody cheaper: a ceiling forgives as much before it takes its next step. */
const noise = 2.5e-9;

export interface FlipQuestion {
  readonly axis: number;
  /** What is to be low: the total. */
  readonly node: NodeId;
  readonly place: Place;
}

interface Entrant {
  readonly total: Slot;
  readonly limits: readonly { readonly label: string; readonly holds: Slot }[];
}

/** On the way from today's value to an end: the last value before a flip, and the first behind it. */
interface Turn {
  readonly near: number;
  readonly far: number;
  readonly end: number;
}

/** At one end of an interval. */
interface End {
  /** Of every step. */
  readonly values: Float64Array;
  /** Today's winner is the one here too. */
  readonly stays: boolean;
}

type Able = 'yes' | 'no' | 'maybe';

export class FlipContest {
  readonly #tape: Tape;
  readonly #entrants: readonly Entrant[];
  /** The input today. */
  readonly #start: number;
  readonly #whole: boolean;
  /** What is known of the stretch that is searched. */
  readonly #ends = new Map<number, End>();
  /** Today's winner, and the search for another one: the same for each stretch that is searched. */
  #asked: { readonly old: number | undefined; readonly search: Search<boolean> } | undefined;

  constructor(graph: Graph, tape: Tape, { axis, node, place }: FlipQuestion, start: number, whole: boolean) {
    this.#tape = tape;
    this.#start = start;
    this.#whole = whole;
    this.#entrants = (graph.axes[axis]?.points ?? []).map((_, index) => {
      const there = place.map((p, a) => (a === axis ? index : p));
      return {
        total: tape.slot(node, there),
        limits: graph.limits.map(({ limit, holds }) => ({
          label: limit.label ?? limit.name,
          holds: tape.slot(holds, there),
        })),
      };
    });
  }

  get varies(): boolean {
    return this.#entrants.some(({ total, limits }) =>
      [total, ...limits.map((l) => l.holds)].some((slot) => this.#tape.varies(slot)),
    );
  }

  /** The cheapest of those that are known and break nothing; `kept` as long as nobody is cheaper. */
  winner(x: number, kept?: number): number | undefined {
    return this.#winnerOf(this.#tape.run(x), kept);
  }

  #winnerOf(values: Float64Array, kept: number | undefined): number | undefined {
    let best = kept === undefined || !this.#isAble(kept, values) ? undefined : kept;
    for (let i = 0; i < this.#entrants.length; i++) {
      if (!this.#isAble(i, values)) continue;
      if (best === undefined || isLess(this.#totalOf(i, values), this.#totalOf(best, values))) best = i;
    }
    return best;
  }

  #totalOf(i: number, values: Float64Array): number {
    return values[this.#entrants[i]?.total ?? -1] ?? Number.NaN;
  }

  /** Known, and breaking nothing. */
  #isAble(i: number, values: Float64Array): boolean {
    if (Number.isNaN(this.#totalOf(i, values))) return false;
    for (const { holds } of this.#entrants[i]?.limits ?? []) if (values[holds] === 0) return false;
    return true;
  }

  /** All of which nobody is cheaper. */
  #lowest(x: number): readonly number[] {
    const values = this.#tape.run(x);
    const able = [...this.#entrants.keys()].filter((i) => this.#isAble(i, values));
    const total = (i: number): number => this.#totalOf(i, values);
    return able.filter((one) => !able.some((other) => isLess(total(other), total(one))));
  }

  /** The cheapest from a flip on: of those that are level just there, the one that is the cheapest as soon as they part. */
  #next(far: number, end: number, old: number | undefined): number | undefined {
    const level = this.#lowest(far);
    for (let step = noise * Math.abs(far); level.length > 1 && step < Math.abs(end - far); step *= 2) {
      const [only, another] = this.#lowest(far + Math.sign(end - far) * step);
      if (only !== undefined && another === undefined && level.includes(only)) return only;
    }
    return this.winner(far, old);
  }

  #broken(i: number, values: Float64Array): readonly string[] {
    return (this.#entrants[i]?.limits ?? []).filter((l) => values[l.holds] === 0).map((l) => l.label);
  }

  /** From today's value; between that and the beginning of the stretch nothing flips. */
  firstFlip([from, to]: readonly [number, number]): readonly Turnover[] {
    this.#asked ??= this.#ask();
    this.#ends.clear();
    const { old, search } = this.#asked;
    const budget = budgetFor(this.#tape, 0.05);
    let near = from;
    for (const piece of pieces(search, from, to, budget, false)) {
      if (!piece.label) return [this.#flip(old, { near, far: piece.from, end: to })];
      near = piece.to;
    }
    return this.winner(to, old) === old ? [] : [this.#flip(old, { near, far: to, end: to })];
  }

  /** Neighbouring intervals share an end, and so do an interval and its halves. */
  #end(x: number, old: number | undefined): End {
    let end = this.#ends.get(x);
    if (end === undefined) {
      const values = this.#tape.run(x);
      end = { values, stays: this.#winnerOf(values, old) === old };
      this.#ends.set(x, end);
    }
    return end;
  }

  #ask(): { readonly old: number | undefined; readonly search: Search<boolean> } {
    const old = this.winner(this.#start);
    return { old, search: this.#search(old) };
  }

  #flip(old: number | undefined, { near, far, end }: Turn): Turnover {
    const from = this.#start;
    const to = this.#next(far, end, old);
    const [before, after] = [this.#tape.run(near), this.#tape.run(far)];
    const breaks = old === undefined ? [] : this.#broken(old, after);
    const held = to === undefined ? [] : this.#broken(to, before);
    const known = (i: number | undefined, values: Float64Array): boolean =>
      i === undefined || !Number.isNaN(this.#totalOf(i, values));
    const [because, limits]: readonly [FlipReason, readonly string[]] =
      breaks.length > 0
        ? ['breaks', breaks]
        : held.length > 0
          ? ['holds', held]
          : known(old, after) && known(to, before)
            ? ['cheaper', []]
            : ['unknown', []];
    const root =
      because === 'cheaper' && old !== undefined && to !== undefined
        ? this.#meeting(old, to, near, from)
        : undefined;
    const value = plainValue(
      root === undefined
        ? { below: near, above: far, jump: true }
        : { below: root, above: root, jump: false },
    );
    const step = Math.sign(far - from);
    const first = step > 0 ? Math.ceil(near) : Math.floor(near);
    const flipped = this.#whole ? [first, first + step].find((n) => this.winner(n, old) !== old) : undefined;
    return { factor: value / from, up: step > 0, whole: flipped, to, because, limits };
  }

  /** Where the two totals meet, if they do so a little before one of them is clearly the lower. */
  #meeting(old: number, next: number, near: number, from: number): number | undefined {
    const difference = (x: number): number => {
      const values = this.#tape.run(x);
      return this.#totalOf(next, values) - this.#totalOf(old, values);
    };
    if (!(difference(near) < 0)) return undefined;
    let back = near;
    for (let step = 1e-12 * Math.abs(near); !(difference(back) >= 0); step *= 2) {
      if (step > Math.abs(near - from)) return undefined;
      back = near - Math.sign(near - from) * step;
    }
    let [before, after] = [back, near];
    for (let x = (before + after) / 2; x !== before && x !== after; x = (before + after) / 2) {
      if (difference(x) >= 0) before = x;
      else after = x;
    }
    return after;
  }

  /** Whether the old point is still the one. */
  #search(old: number | undefined): Search<boolean> {
    const slots = this.#entrants.map(({ total }) =>
      old === undefined ? undefined : this.#tape.difference(total, this.#entrants[old]?.total ?? total),
    );
    const enclose = encloser(this.#tape);
    const decide = (low: number, high: number): boolean | undefined => {
      const [start, end] = [this.#end(low, old), this.#end(high, old)];
      // neither answer holds throughout: the interval need not be enclosed
      if (start.stays !== end.stays) return undefined;
      const all = enclose(low, high);
      const able = this.#entrants.map((entrant) => ableIn(entrant, all));
      if (old === undefined) return able.includes('yes') ? false : able.includes('maybe') ? undefined : true;
      if (able[old] === 'no') return false;
      let surely = able[old] === 'yes';
      for (const [i, slot] of slots.entries()) {
        if (i === old || able[i] === 'no' || slot === undefined) continue;
        const e = all[slot] as Enclosure;
        const [least, most] = reach(
          e,
          high - low,
          start.values[slot] ?? Number.NaN,
          end.values[slot] ?? Number.NaN,
        );
        const totals = [i, old].map((k) => all[this.#entrants[k]?.total ?? -1] as Enclosure);
        if (able[i] === 'yes' && !e.unknown && most < -noise * finite(Math.max(...totals.map(sizeOf))))
          return false;
        if (!(least >= -noise * Math.max(...totals.map(leastSizeOf)))) surely = false;
      }
      return surely ? true : undefined;
    };
    return {
      at: (x) => this.#end(x, old).stays,
      jump: jumps(this.#tape, (x) => this.#end(x, old).values),
      past: pastForgiven(this.#tape),
      whole: this.#whole,
      decide: (low, high) => {
        const label = decide(low, high);
        return label === undefined
          ? undefined
          : ([{ from: low, to: high, label }] satisfies Piece<boolean>[]);
      },
    };
  }
}

function ableIn({ total, limits }: Entrant, all: readonly Enclosure[]): Able {
  const cost = all[total] as Enclosure;
  const holds = limits.map((l) => all[l.holds] as Enclosure);
  // an undecided limit is not known to be broken
  const broken = holds.some((h) => h.lo === 0 && h.hi === 0 && !h.unknown);
  if (isNowhereKnown(cost) || broken) return 'no';
  const unsure = cost.unknown || holds.some((h) => !isNowhereKnown(h) && h.lo < 1);
  return unsure ? 'maybe' : 'yes';
}

function isLess(a: number, b: number): boolean {
  return a - b < -margin(a, b);
}

/** What two figures may differ by and neither is the lower. */
export function margin(a: number, b: number): number {
  return noise * finite(Math.max(Math.abs(a), Math.abs(b)));
}

function finite(x: number): number {
  return Number.isFinite(x) ? x : 0;
}
