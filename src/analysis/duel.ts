// Two figures along one input: over which stretches which of them is the smaller, and how one stretch ends and the next begins.

import { encloser } from '../grid/enclose.ts';
import { type Enclosure, isNowhereKnown, leastSizeOf, reach, sizeOf } from '../grid/enclosure.ts';
import type { Slot } from '../grid/steps.ts';
import type { Tape } from '../grid/tape.ts';
import { type PastForgiven, pastForgiven } from './forgiven.ts';
import { jumps } from './jumps.ts';
import type { Span } from './moved-input.ts';
import { budgetFor, isNarrow, type Jump, type Piece, pieces, type Search } from './pieces.ts';

/** Which of the two is the smaller. `unknown` where one of them is. */
export type Smaller = 'first' | 'second' | 'equal' | 'unknown';

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly smaller: Smaller;
}

/** The end of one stretch and the beginning of the next: the same value, or two so close that nothing lies between them. */
export interface Border {
  readonly below: number;
  readonly above: number;
  /** The difference does not go through its values there, it leaps from one to another. */
  readonly jump: boolean;
}

export interface Duel {
  readonly stretches: readonly Stretch[];
  /** Between the stretches, in order. */
  readonly borders: readonly Border[];
  /** What lies between was looked at as a whole; false where samples had to do. */
  readonly proven: boolean;
  /** Where the search ended; short of the end of the range where there were too many borders. */
  readonly until: number;
}

/** A difference smaller than this, relative to the figures, is the noise of adding them up. */
const noise = 1e-12;
/** Equal over less than this, relative to where it is, is a touch and no stretch. */
const touch = 1e-5;

export function duel(
  tape: Tape,
  first: Slot,
  second: Slot,
  { from, to }: Span,
  whole: boolean,
  mostBorders: number,
): Duel {
  const pairing = new Pairing(tape, first, second, whole);
  const budget = budgetFor(tape);
  const stretches: Stretch[] = [];
  for (const piece of pieces(pairing, from, to, budget)) {
    if (stretches.length > mostBorders) break;
    stretches.push({ from: piece.from, to: piece.to, smaller: piece.label });
  }
  const kept = pairing.withoutTouches(stretches);
  return {
    stretches: kept,
    borders: kept.slice(1).map((next, i) => pairing.border(kept[i]?.to ?? next.from, next.from)),
    proven: budget.intervals >= 0,
    until: kept.at(-1)?.to ?? to,
  };
}

class Pairing implements Search<Smaller> {
  readonly #tape: Tape;
  readonly #enclose: (low: number, high: number) => readonly Enclosure[];
  readonly #slots: readonly [Slot, Slot, Slot];
  readonly #known = new Map<number, readonly [number, number, number]>();
  readonly jump: Jump;
  readonly past: PastForgiven;
  readonly whole: boolean;

  constructor(tape: Tape, first: Slot, second: Slot, whole: boolean) {
    this.#slots = [first, second, tape.difference(first, second)];
    this.#tape = tape;
    this.#enclose = encloser(tape);
    this.jump = jumps(tape);
    this.past = pastForgiven(tape);
    this.whole = whole;
  }

  /** First, second, and the first less the second. */
  #values(x: number): readonly [number, number, number] {
    let known = this.#known.get(x);
    if (known === undefined) {
      const all = this.#tape.run(x);
      known = this.#slots.map((slot) => all[slot] ?? Number.NaN) as [number, number, number];
      if (this.#known.size > 4096) this.#known.clear();
      this.#known.set(x, known);
    }
    return known;
  }

  at(x: number): Smaller {
    const sign = this.#sign(x);
    return Number.isNaN(sign) ? 'unknown' : (labels[sign + 1] as Smaller);
  }

  /** Of the difference: -1, 0, 1, or unknown. */
  #sign(x: number): number {
    const [a, b, difference] = this.#values(x);
    return Math.abs(difference) <= noise * finite(Math.max(Math.abs(a), Math.abs(b)))
      ? 0
      : Math.sign(difference);
  }

  decide(low: number, high: number): readonly Piece<Smaller>[] | undefined {
    const all = this.#enclose(low, high);
    const [a, b, difference] = this.#slots.map((slot) => all[slot] as Enclosure) as [
      Enclosure,
      Enclosure,
      Enclosure,
    ];
    const whole = (label: Smaller): readonly Piece<Smaller>[] => [{ from: low, to: high, label }];
    if (isNowhereKnown(difference)) return whole('unknown');
    if (difference.unknown) return undefined;
    const [least, most] = reach(difference, high - low, this.#values(low)[2], this.#values(high)[2]);
    const margin = noise * finite(Math.max(sizeOf(a), sizeOf(b)));
    if (least > margin) return whole('second');
    if (most < -margin) return whole('first');
    const strict = noise * Math.max(leastSizeOf(a), leastSizeOf(b));
    if (least >= -strict && most <= strict) return whole('equal');
    const slopes = noise * finite(slope(a) + slope(b));
    const steady = difference.play === 0 && (difference.slopeLo > slopes || difference.slopeHi < -slopes);
    return steady ? this.#crossed(low, high) : undefined;
  }

  /** A difference that only grows or only falls is nothing at one value at the most. */
  #crossed(low: number, high: number): readonly Piece<Smaller>[] {
    const [start, end] = [this.#sign(low), this.#sign(high)];
    const before = this.at(start === 0 ? high : low);
    const after = this.at(end === 0 ? low : high);
    if (start * end >= 0) return [{ from: low, to: high, label: start === 0 ? before : after }];
    const root = this.#root(low, high);
    return [
      { from: low, to: root, label: before },
      { from: root, to: high, label: after },
    ];
  }

  /** Between values where the difference has another sign: to the last digit, so that a round root stays one. */
  #root(low: number, high: number): number {
    const start = Math.sign(this.#values(low)[2]);
    let [a, b] = [low, high];
    for (let middle = (a + b) / 2; middle !== a && middle !== b; middle = (a + b) / 2) {
      const sign = Math.sign(this.#values(middle)[2]);
      if (sign === 0) return middle;
      if (sign === start) a = middle;
      else b = middle;
    }
    return b;
  }

  border(below: number, above: number): Border {
    const [before, after] = [this.#values(below), this.#values(above)];
    const figures = finite(Math.max(...[...before, ...after].map(Math.abs)));
    return { below, above, jump: !isSmooth(below, above, after[2] - before[2], figures) };
  }

  /** Without what is there for the noise around a value. */
  withoutTouches(stretches: readonly Stretch[]): readonly Stretch[] {
    const kept: Stretch[] = [];
    for (const [i, stretch] of stretches.entries()) {
      const [before, after] = [kept.at(-1), stretches[i + 1]];
      const touches = before !== undefined && after !== undefined && this.#isTouch(before, stretch, after);
      if (!touches) {
        if (before?.smaller === stretch.smaller) kept[kept.length - 1] = { ...before, to: stretch.to };
        else kept.push(stretch);
        continue;
      }
      if (before.smaller === after.smaller || stretch.smaller !== 'equal') continue;
      const root = this.#root(before.to, after.from);
      kept[kept.length - 1] = { ...before, to: root };
    }
    // where a touch was left out between two different stretches, the second begins where the first ends
    return kept.map((stretch, i) => {
      const before = kept[i - 1];
      const apart = before !== undefined && !isNarrow(before.to, stretch.from, 0);
      return apart && !this.border(before.to, stretch.from).jump ? { ...stretch, from: before.to } : stretch;
    });
  }

  #isTouch(before: Stretch, { from, to, smaller }: Stretch, after: Stretch): boolean {
    const width = (to - from) / Math.max(Math.abs(from), Math.abs(to));
    // what meets and jumps there has touched as well
    const meets = !this.border(before.to, from).jump || !this.border(to, after.from).jump;
    return smaller === 'equal' && width <= touch && meets;
  }
}

/** Whether a figure of such a size may change by so much between two values that are next to each other, without a jump. */
export function isSmooth(below: number, above: number, change: number, size: number): boolean {
  if (below === above) return true;
  const apart = (above - below) / Math.max(Math.abs(below), Math.abs(above));
  return Math.abs(change) <= Math.min(1e-6, Math.max(1e-9, 10 * apart)) * size;
}

const labels: readonly Smaller[] = ['first', 'equal', 'second'];

function finite(x: number): number {
  return Number.isFinite(x) ? x : 0;
}

function slope(e: Enclosure): number {
  return Math.max(Math.abs(e.slopeLo), Math.abs(e.slopeHi));
}
