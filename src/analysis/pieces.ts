// Cuts an interval into pieces in each of which one answer holds throughout. Intervals of which nobody can tell are cut at a jump
// (jumps.ts) or halved, until they are decided or too narrow to halve: what lies within such a gap is where the answer changes. Nothing is sampled, so a
// step cannot be missed because it is narrow; only a search that gets out of hand ends with samples, and says so. A piece of which
// every value is a forgiven one is none, and pieces begin and end at values that are not (forgiven.ts).

import type { Tape } from '../grid/tape.ts';
import type { PastForgiven } from './forgiven.ts';

export interface Piece<Label> {
  readonly from: number;
  readonly to: number;
  readonly label: Label;
}

/** Two neighbouring values of the input with nothing but a jump between them; undefined where none is known. */
export type Jump = (low: number, high: number) => readonly [below: number, above: number] | undefined;

export interface Search<Label> {
  /** What holds, from the lower end to the upper; undefined where the interval has to be halved. */
  decide(low: number, high: number): readonly Piece<Label>[] | undefined;
  /** What holds at one value. */
  at(x: number): Label;
  /** Where an interval that is undecided is better cut than in the middle. */
  readonly jump: Jump;
  /** Nothing begins or ends at a value that is forgiven. */
  readonly past: PastForgiven;
  /** Each whole number counts by itself, and nothing else does. */
  readonly whole: boolean;
}

/** What a search may cost. */
export interface Budget {
  /** How many intervals may still be looked at; below zero, samples had to do for the rest. */
  intervals: number;
  readonly samples: number;
}

/** As much as a second or two is enough for: the longer the tape, the less. */
export function budgetFor({ steps }: Tape, share = 1): Budget {
  const length = Math.max(30, steps.length);
  return {
    intervals: Math.round((share * 6e6) / length),
    samples: Math.max(32, Math.min(4096, Math.round((share * 4e6) / length))),
  };
}

/** Two values this close, relative to their size, are one. */
export const sameValue = 1e-12;

/**
 * From the first end to the second, which may be the lower; no two neighbours have the same label. `enough`: the first piece with
 * that label is the last one, and is not followed to its end.
 */
export function* pieces<Label>(
  search: Search<Label>,
  from: number,
  to: number,
  budget: Budget,
  enough?: Label,
): Generator<Piece<Label>> {
  let done: Piece<Label> | undefined;
  let open: Piece<Label> | undefined;
  /** Puts what is open behind what is done, and gives what cannot grow any more. */
  const settle = (): Piece<Label> | undefined => {
    const kept = open === undefined ? undefined : lasting(search, open, from, to);
    if (kept === undefined) return undefined;
    const before = done;
    const joins = before?.label === kept.label;
    done = joins ? { ...before, to: kept.to } : kept;
    return joins ? undefined : before;
  };
  for (const { from: start, to: end, label } of cut(search, from, to, budget)) {
    if (label === undefined) continue;
    if (open?.label === label) open = { ...open, to: end };
    else {
      const finished = settle();
      if (finished !== undefined) yield finished;
      open = { from: start, to: end, label };
    }
    if (label === enough && lasting(search, open, from, to) !== undefined) break;
  }
  const finished = settle();
  if (finished !== undefined) yield finished;
  if (done !== undefined) yield done;
}

/**
 * Without what is forgiven at its ends. A single value is no piece, unless it is one of the whole numbers that count, or an end of
 * the range, which somebody named.
 */
function lasting<Label>(
  search: Search<Label>,
  piece: Piece<Label>,
  from: number,
  to: number,
): Piece<Label> | undefined {
  const [isFirst, isLast] = [piece.from === from, piece.to === to];
  const start = isFirst ? from : (search.past(piece.from, piece.to) ?? (isLast ? to : undefined));
  const end = isLast ? to : (search.past(piece.to, piece.from) ?? (isFirst ? from : undefined));
  if (start === undefined || end === undefined) return undefined;
  const kept = { from: start, to: end, label: piece.label };
  if (isFirst || isLast || !isOne(start, end)) return kept;
  const number = Math.round(start);
  return search.whole && isOne(start, number) && search.at(number) === piece.label ? kept : undefined;
}

/** Comparisons forgive float noise on both sides of a value, and a gap is left beside it. */
function isOne(a: number, b: number): boolean {
  return Math.abs(a - b) <= 4 * sameValue * Math.max(Math.abs(a), Math.abs(b));
}

/** Pieces and, without a label, the gaps between them. */
function* cut<Label>(
  search: Search<Label>,
  from: number,
  to: number,
  budget: Budget,
): Generator<Piece<Label | undefined>> {
  const smallest = sameValue * 1e-6 * Math.abs(to - from);
  const open: (readonly [near: number, far: number])[] = [[from, to]];
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    const [near, far] = box;
    budget.intervals -= 1;
    if (budget.intervals < 0) {
      yield* sampled(search, near, to, smallest, budget.samples);
      return;
    }
    const found = search.decide(Math.min(near, far), Math.max(near, far));
    if (found !== undefined) yield* near <= far ? found : found.toReversed().map(turned);
    else if (isNarrow(near, far, smallest)) yield { from: near, to: far, label: undefined };
    else {
      const [below, above] = search.jump(Math.min(near, far), Math.max(near, far)) ?? [];
      const middle = middleOf(near, far);
      const [first, second] =
        near <= far ? [below ?? middle, above ?? middle] : [above ?? middle, below ?? middle];
      for (const part of [
        [second, far],
        [near, first],
      ] as const)
        if (part[0] !== part[1]) open.push(part);
    }
  }
}

function turned<Label>({ from, to, label }: Piece<Label>): Piece<Label> {
  return { from: to, to: from, label };
}

export function isNarrow(a: number, b: number, smallest: number): boolean {
  const middle = (a + b) / 2;
  return (
    Math.abs(a - b) <= Math.max(smallest, sameValue * Math.max(Math.abs(a), Math.abs(b))) ||
    middle === a ||
    middle === b
  );
}

/** By factors where the ends are factors apart. */
function middleOf(a: number, b: number): number {
  return a * b > 0 && (b / a > 4 || a / b > 4) ? Math.sign(a) * Math.sqrt(a * b) : (a + b) / 2;
}

/** Where two neighbouring samples differ, the interval between them is halved until nothing is left of it. */
function* sampled<Label>(
  search: Search<Label>,
  from: number,
  to: number,
  smallest: number,
  samples: number,
): Generator<Piece<Label | undefined>> {
  let start = from;
  let label = search.at(from);
  let same = from;
  for (let i = 1; i <= samples; i++) {
    const x = i === samples ? to : from + ((to - from) * i) / samples;
    const found = search.at(x);
    if (found !== label) {
      let changed = x;
      while (!isNarrow(same, changed, smallest)) {
        const middle = (same + changed) / 2;
        if (search.at(middle) === label) same = middle;
        else changed = middle;
      }
      yield { from: start, to: same, label };
      yield { from: same, to: changed, label: undefined };
      [start, label] = [changed, found];
    }
    same = x;
  }
  if (start !== to) yield { from: start, to, label };
}
