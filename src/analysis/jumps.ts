// Where figures jump along an input: at a number that is rounded, the next one begins. Between jumps figures go through their values,
// and a search that is cut there proves in one interval what halving would take dozens for.

import type { Slot } from '../grid/steps.ts';
import type { Tape } from '../grid/tape.ts';
import { isNarrow, type Jump } from './pieces.ts';

/** Of a number that has one jump in the interval. `run` gives every step, as the tape does. */
export function jumps(tape: Tape, run: (x: number) => Float64Array = (x) => tape.run(x)): Jump {
  const rounded = tape.steps.flatMap(({ op }, slot) =>
    op.kind === 'apply' && (op.operation === 'ceil' || op.operation === 'floor') ? [slot] : [],
  );
  const followed = new Map<Slot, (x: number) => number>();
  return (low, high) => {
    const [start, end] = [run(low), run(high)];
    const slot = rounded.find((s) => Math.abs((end[s] as number) - (start[s] as number)) === 1);
    if (slot === undefined) return undefined;
    const at = followed.get(slot) ?? tape.follow(slot);
    followed.set(slot, at);
    let [below, above] = [low, high];
    while (!isNarrow(below, above, 0)) {
      const middle = (below + above) / 2;
      if (at(middle) === start[slot]) below = middle;
      else above = middle;
    }
    return [below, above];
  };
}
