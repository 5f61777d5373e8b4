// What along.ts does to a whole line, written out for one month of it as sums and choices, so that a search can follow it. The
// same operations in the same order: the bits are the same.

import type { Operation } from '../formula/typed.ts';
import type { AlongOperation } from '../graph/types.ts';
import type { Slot } from './steps.ts';

/** What the steps are written to. */
export interface StepWriter {
  constant(value: number): Slot;
  apply(operation: Operation, args: readonly Slot[]): Slot;
  /** The value of a step that does not move. */
  fixed(slot: Slot): number | undefined;
}

export interface AlongStep {
  readonly operation: AlongOperation;
  /** The first argument in every month up to this one. */
  readonly x: readonly Slot[];
  /** The second one: a length of time in months. */
  readonly length: readonly Slot[];
  /** The result in the months before. */
  readonly before: readonly Slot[];
}

/** undefined where it cannot be written out: a length of time moves. */
export function writeAlong(step: AlongStep, to: StepWriter): Slot | undefined {
  const { operation, x, length, before } = step;
  const month = x.length - 1;
  const now = x[month] as Slot;
  const zero = to.constant(0);
  const sum = (parts: readonly Slot[]): Slot =>
    parts.reduce((total, part) => to.apply('add', [total, part]), zero);
  if (operation === 'rises') {
    const before = x[month - 1] ?? zero;
    const further = (most: 'max' | 'min'): Slot => {
      const [until, from] = [now, before].map((slot) => to.apply(most, [zero, slot])) as [Slot, Slot];
      return to.apply(most, [zero, to.apply('sub', [until, from])]);
    };
    return to.apply('add', [further('max'), further('min')]);
  }
  if (operation === 'running') return sum([...before.slice(-1), now]);
  const lengths = length.map((slot) => Math.floor((to.fixed(slot) ?? Number.NaN) + 0.5));
  if (operation === 'committed' || operation === 'renewed') return commitment(step, lengths, to);
  if (!lengths.every((months) => months >= 1)) return undefined;
  const ends = lengths.map((months, k) => k + months);
  switch (operation) {
    case 'bought': {
      const alive = sum(before.filter((_, k) => (ends[k] ?? 0) > month));
      return to.apply('max', [zero, to.apply('sub', [now, alive])]);
    }
    case 'spread': {
      const parts = x.map((slot, k) => to.apply('div', [slot, to.constant(lengths[k] ?? 1)]));
      return sum(parts.filter((_, k) => (ends[k] ?? 0) > month));
    }
    case 'returned':
      return sum(x.filter((_, k) => ends[k] === month));
  }
}

/** How long ago the term began, month by month, decides whether it goes on. */
function commitment({ operation, x }: AlongStep, terms: readonly number[], to: StepWriter): Slot | undefined {
  const [term = Number.NaN] = terms;
  if (Number.isNaN(term) || terms.some((t) => t !== term)) return undefined;
  const [zero, one] = [to.constant(0), to.constant(1)];
  if (term === 0) return zero;
  let [age, level, result] = [zero, zero, zero];
  for (const cost of x) {
    const goesOn = to.apply('and', [to.apply('lt', [zero, age]), to.apply('lt', [age, to.constant(term)])]);
    const begun = to.apply('if', [to.apply('ne', [cost, zero]), one, zero]);
    age = to.apply('if', [goesOn, to.apply('add', [age, one]), begun]);
    level = to.apply('if', [goesOn, level, cost]);
    result = operation === 'committed' ? level : to.apply('if', [goesOn, zero, cost]);
  }
  return result;
}
