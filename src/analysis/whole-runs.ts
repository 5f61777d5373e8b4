// At which whole numbers of an input what is earned covers what is spent. Every whole number is decided: by the bounds of an
// interval that it lies in, or by itself. So a single customer at whom it comes out even, between two steps, is found as well.

import { encloser } from '../grid/enclose.ts';
import { type Enclosure, isNowhereKnown, reach, sizeOf } from '../grid/enclosure.ts';
import type { Slot } from '../grid/steps.ts';
import type { Tape } from '../grid/tape.ts';
import type { Span } from './moved-input.ts';
import { budgetFor } from './pieces.ts';

export type Coverage = 'covered' | 'short' | 'unknown';

/** Whole numbers in a row, both ends among them. */
export interface WholeRun extends Span {
  readonly state: Coverage;
}

export interface WholeRuns {
  readonly runs: readonly WholeRun[];
  /** The last whole number that was decided; short of the end of the range where there are too many runs for anybody to read. */
  readonly until: number;
}

/** A difference smaller than this, relative to the figures, is the noise of adding them up. */
const noise = 1e-12;

const mostRuns = 400;

export function wholeRuns(tape: Tape, spent: Slot, earned: Slot, { from, to }: Span): WholeRuns {
  const slots = [spent, earned, tape.difference(earned, spent)] as const;
  const enclose = encloser(tape);
  const budget = budgetFor(tape);
  const runs: WholeRun[] = [];
  const open: Span[] = [{ from, to }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { from: low, to: high } = next;
    budget.intervals -= 1;
    if (budget.intervals < 0) break;
    const state = low === high ? coverageAt(tape, slots, low) : decided(tape, enclose, slots, next);
    if (state === undefined) {
      const middle = middleOf(low, high);
      open.push({ from: middle + 1, to: high }, { from: low, to: middle });
      continue;
    }
    const last = runs.at(-1);
    if (last?.state === state) runs[runs.length - 1] = { ...last, to: high };
    else if (runs.length === mostRuns) break;
    else runs.push({ from: low, to: high, state });
  }
  return { runs, until: runs.at(-1)?.to ?? from };
}

/** By factors where the ends are factors apart. */
function middleOf(low: number, high: number): number {
  return low > 0 && high / low > 4 ? Math.floor(Math.sqrt(low * high)) : Math.floor(low / 2 + high / 2);
}

type Slots = readonly [spent: Slot, earned: Slot, left: Slot];

function coverageAt(tape: Tape, [spent, earned, left]: Slots, n: number): Coverage {
  const values = tape.run(n);
  return coverage(values[spent] ?? Number.NaN, values[earned] ?? Number.NaN, values[left] ?? Number.NaN);
}

export function coverage(spent: number, earned: number, left = earned - spent): Coverage {
  if (Number.isNaN(left)) return 'unknown';
  return left >= -noise * finite(Math.max(Math.abs(spent), Math.abs(earned))) ? 'covered' : 'short';
}

function decided(
  tape: Tape,
  enclose: (from: number, to: number) => readonly Enclosure[],
  [spent, earned, left]: Slots,
  { from, to }: Span,
): Coverage | undefined {
  const at = (n: number): number => tape.run(n)[left] ?? Number.NaN;
  const ends = [at(from), at(to)] as const;
  const all = enclose(from, to);
  const [out, income, difference] = [all[spent], all[earned], all[left]];
  if (out === undefined || income === undefined || difference === undefined) return undefined;
  if (isNowhereKnown(difference)) return 'unknown';
  if (difference.unknown) return undefined;
  const [least, most] = reach(difference, to - from, ...ends);
  const margin = noise * finite(Math.max(sizeOf(out), sizeOf(income)));
  if (least > margin) return 'covered';
  if (most < -margin) return 'short';
  // the same throughout, as far as anybody can tell
  return least >= -noise * Math.max(smallest(out), smallest(income)) ? 'covered' : undefined;
}

function finite(x: number): number {
  return Number.isFinite(x) ? x : 0;
}

/** The least that its size can be. */
function smallest({ lo, hi }: Enclosure): number {
  return finite(lo > 0 ? lo : hi < 0 ? -hi : 0);
}
