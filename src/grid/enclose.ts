// Bounds for every step of a tape while the input runs over an interval. What they exclude cannot happen anywhere in it, so a
// search that trusts them misses nothing, however narrow a step is.

import type { Reduction } from '../formula/typed.ts';
import type { AlongOperation } from '../graph/types.ts';
import { alongLine } from './along.ts';
import {
  copy,
  type Enclosure,
  hull,
  isNowhereKnown,
  newEnclosure,
  put,
  putAnything,
  putLoose,
  putNothing,
} from './enclosure.ts';
import { rules } from './interval-rules.ts';
import type { Slot, Step } from './steps.ts';
import type { Tape } from './tape.ts';

/**
 * Gives the bounds of all steps between two values of the input, or only of some and what they need. The same objects are written
 * again by the next question.
 */
export function encloser(
  tape: Tape,
  some: Iterable<Slot> = tape.steps.keys(),
): (from: number, to: number) => readonly Enclosure[] {
  const all = tape.steps.map(newEnclosure);
  const needed = new Set(some);
  // a set is walked to what is added on the way
  for (const slot of needed) for (const arg of tape.steps[slot]?.args ?? []) needed.add(arg);
  const moving: number[] = [];
  for (const [i, { op }] of tape.steps.entries()) {
    const out = all[i] as Enclosure;
    if (!needed.has(i)) continue;
    if (op.kind !== 'const') moving.push(i);
    else if (Number.isNaN(op.value)) putNothing(out);
    else put(out, op.value, op.value, 0, 0, 0, false);
  }
  return (from, to) => {
    for (const i of moving) enclose(tape.steps[i] as Step, all[i] as Enclosure, all, from, to);
    return all;
  };
}

function enclose(
  { op, args }: Step,
  out: Enclosure,
  all: readonly Enclosure[],
  from: number,
  to: number,
): void {
  const first = all[args[0] ?? -1] ?? out;
  switch (op.kind) {
    case 'const':
      return;
    case 'input':
      put(out, from, to, 1, 1, 0, false);
      return;
    case 'apply': {
      // what is unknown makes everything unknown, but for what has a rule of its own about it
      const own = op.operation === 'and' || op.operation === 'or' || op.operation === 'if';
      const second = all[args[1] ?? -1] ?? out;
      if (!own && op.operation !== 'known' && isAnyNowhereKnown(args, all))
        nothingOrUnlimited(out, op.operation, second);
      else if (op.operation === 'sub' && args[0] === args[1]) putLoose(out, 0, 0, first.unknown);
      else rules[op.operation](out, first, second, all[args[2] ?? -1] ?? out);
      return;
    }
    case 'scale': {
      const { lo, hi, slopeLo, slopeHi, play, unknown } = first;
      const by = (x: number): number => (x * op.numerator) / op.denominator;
      if (isNowhereKnown(first)) putNothing(out);
      else put(out, by(lo), by(hi), by(slopeLo), by(slopeHi), by(play), unknown);
      return;
    }
    case 'reduce':
      reduce(out, op.reduction, args, all);
      return;
    case 'pick':
      pick(out, args, all);
      return;
    case 'along':
      along(out, op.operation, args, all);
      return;
    case 'choose':
      choose(out, args, all);
  }
}

function isAnyNowhereKnown(args: readonly Slot[], all: readonly Enclosure[]): boolean {
  for (const arg of args) if (isNowhereKnown(all[arg] as Enclosure)) return true;
  return false;
}

/** More lengths than these in one interval are not tried one by one. */
const mostLengths = 24;

/** Where only a length of time moves, it moves from one whole month to the next, and there are few of them. */
function along(
  out: Enclosure,
  operation: AlongOperation,
  args: readonly Slot[],
  all: readonly Enclosure[],
): void {
  const months = args.length / 2;
  const x = args.slice(0, months).map((a) => all[a] as Enclosure);
  const lengths = args.slice(months).map((a) => all[a] as Enclosure);
  const [length] = lengths;
  const told =
    length !== undefined &&
    x.every((e) => e.lo === e.hi && !e.unknown) &&
    lengths.every((e) => !e.unknown && e.lo === length.lo && e.hi === length.hi);
  const [least, most] = told
    ? [Math.floor(length.lo + 0.5), Math.floor(length.hi + 0.5)]
    : [0, Number.POSITIVE_INFINITY];
  if (!told || most - least >= mostLengths) {
    putAnything(out);
    return;
  }
  const values = Float64Array.from(x, (e) => e.lo);
  const line = new Float64Array(months);
  let [lo, hi, unknown] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (let each = least; each <= most; each++) {
    alongLine(operation, line, [values, new Float64Array(months).fill(each)]);
    const value = line[months - 1] as number;
    if (Number.isNaN(value)) unknown = true;
    else [lo, hi] = [Math.min(lo, value), Math.max(hi, value)];
  }
  if (lo > hi) putNothing(out);
  else putLoose(out, lo, hi, unknown);
}

function nothingOrUnlimited(out: Enclosure, operation: string, right: Enclosure): void {
  if (operation === 'le' && right.hi === Number.POSITIVE_INFINITY)
    putLoose(out, 1, 1, right.lo !== right.hi || right.unknown);
  else putNothing(out);
}

/** Pairs from the left where a function of two says it all. */
const inPairs = { sum: 'add', min: 'min', max: 'max', all: 'and', any: 'or' } as const;

function reduce(
  out: Enclosure,
  reduction: Reduction,
  args: readonly Slot[],
  all: readonly Enclosure[],
): void {
  const parts = args.map((a) => all[a] as Enclosure);
  const unknown = parts.some((p) => p.unknown);
  switch (reduction) {
    case 'sum':
    case 'min':
    case 'max':
    case 'all':
    case 'any':
      fold(out, rules[inPairs[reduction]], parts, reduction === 'all' || reduction === 'any');
      return;
    case 'mean': {
      fold(out, rules.add, parts, false);
      const n = parts.length;
      const { lo, hi, slopeLo, slopeHi, play } = out;
      if (!isNowhereKnown(out)) put(out, lo / n, hi / n, slopeLo / n, slopeHi / n, play / n, unknown);
      return;
    }
    case 'count': {
      const counted = (bound: 'lo' | 'hi'): number => parts.filter((p) => p[bound] >= 1).length;
      if (parts.some(isNowhereKnown)) putNothing(out);
      else putLoose(out, counted('lo'), counted('hi'), unknown);
      return;
    }
    case 'first':
    case 'last':
      copy(out, (reduction === 'first' ? parts[0] : parts.at(-1)) ?? out);
      return;
    case 'argmin':
      extreme(
        out,
        parts,
        (p) => p.lo,
        (p) => p.hi,
      );
      return;
    case 'argmax':
      extreme(
        out,
        parts,
        (p) => -p.hi,
        (p) => -p.lo,
      );
  }
}

function fold(
  out: Enclosure,
  rule: (out: Enclosure, a: Enclosure, b: Enclosure, c: Enclosure) => void,
  parts: readonly Enclosure[],
  conditions: boolean,
): void {
  if (!conditions && parts.some(isNowhereKnown)) {
    putNothing(out);
    return;
  }
  const [first, ...rest] = parts;
  if (first === undefined) return;
  let sum = first;
  for (const part of rest) {
    const next = newEnclosure();
    rule(next, sum, part, part);
    sum = next;
  }
  copy(out, sum);
}

function extreme(
  out: Enclosure,
  parts: readonly Enclosure[],
  least: (p: Enclosure) => number,
  most: (p: Enclosure) => number,
): void {
  const able = candidates(parts, least, most);
  const [first] = able;
  const last = able.at(-1);
  if (first === undefined || last === undefined) putNothing(out);
  else putLoose(out, first, last, !parts.some(isSure));
}

/** Which may be the smallest of those that are known: none that is above the most that a surely known one can be. */
function candidates(
  parts: readonly Enclosure[],
  least: (p: Enclosure) => number,
  most: (p: Enclosure) => number,
): readonly number[] {
  const bound = Math.min(...parts.filter(isSure).map(most));
  return [...parts.keys()].filter((i) => {
    const part = parts[i] as Enclosure;
    return !isNowhereKnown(part) && least(part) <= bound;
  });
}

function isSure(e: Enclosure): boolean {
  return !e.unknown;
}

/** The cost of the cheapest is the smallest cost, which bends and does not jump; any other property of it may be that of each. */
function choose(out: Enclosure, args: readonly Slot[], all: readonly Enclosure[]): void {
  const half = args.length / 2;
  const costs = args.slice(0, half).map((a) => all[a] as Enclosure);
  const able = candidates(
    costs,
    (p) => p.lo,
    (p) => p.hi,
  );
  const isCost = args.slice(0, half).every((a, i) => a === args[half + i]);
  const options = able.map((i) => all[args[half + i] ?? -1] as Enclosure);
  if (isCost && options.length > 0 && options.every(isSure)) fold(out, rules.min, options, false);
  else hull(out, options, !costs.some(isSure));
}

function pick(out: Enclosure, [index, ...options]: readonly Slot[], all: readonly Enclosure[]): void {
  const which = all[index ?? -1];
  if (which === undefined || isNowhereKnown(which)) putNothing(out);
  else {
    const able = options.slice(which.lo, which.hi + 1).map((o) => all[o] as Enclosure);
    hull(out, able, which.unknown);
  }
}
