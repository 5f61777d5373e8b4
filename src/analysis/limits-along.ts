// Where along one input the limits of a case hold and where they are broken.

import { encloser } from '../grid/enclose.ts';
import { isNowhereKnown } from '../grid/enclosure.ts';
import type { Slot } from '../grid/steps.ts';
import type { Tape } from '../grid/tape.ts';
import { pastForgiven } from './forgiven.ts';
import { jumps } from './jumps.ts';
import type { Span } from './moved-input.ts';
import { budgetFor, type Piece, pieces, type Search } from './pieces.ts';
import { plainValue } from './plain-values.ts';

export type Holding = 'holds' | 'broken' | 'undecided';

export interface HoldingStretch extends Span {
  /** The very first value is still of the stretch before. */
  readonly open: boolean;
  readonly state: Holding;
}

/** At most so many stretches; a limit that comes and goes more often is told as far as that. */
const most = 20;

export function holdingAlong(
  tape: Tape,
  holds: Slot,
  { from, to }: Span,
  whole: boolean,
): readonly HoldingStretch[] {
  const enclose = encloser(tape);
  const stateOf = (value: number): Holding =>
    Number.isNaN(value) ? 'undecided' : value === 1 ? 'holds' : 'broken';
  const search: Search<Holding> = {
    at: (x) => stateOf(tape.run(x)[holds] ?? Number.NaN),
    decide: (low, high) => {
      const e = enclose(low, high)[holds];
      if (e === undefined || (e.unknown && !isNowhereKnown(e)) || e.lo < e.hi) return undefined;
      return [{ from: low, to: high, label: isNowhereKnown(e) ? 'undecided' : stateOf(e.lo) }];
    },
    jump: jumps(tape),
    past: pastForgiven(tape),
    whole,
  };
  const budget = budgetFor(tape, 0.1);
  const found: Piece<Holding>[] = [];
  for (const piece of pieces(search, from, to, budget)) {
    if (found.length === most) break;
    found.push(piece);
  }
  // neighbours share the plain value between them
  const borders = found
    .slice(1)
    .map((next, i) => plainValue({ below: found[i]?.to ?? next.from, above: next.from, jump: true }));
  return found.map(({ label: state }, i) => {
    const start = borders[i - 1] ?? from;
    return {
      state,
      from: start,
      to: borders[i] ?? found.at(-1)?.to ?? to,
      open: i > 0 && search.at(start) !== state,
    };
  });
}
