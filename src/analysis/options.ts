// Options of one axis, sample by sample: which cases compete, how likely each is the cheapest, and what it costs to be wrong.

import type { Place } from '../grid/layout.ts';
import { chancesOf, cheapestIn } from '../numeric/summary/choice.ts';
import { shareThatHolds } from '../numeric/summary/share.ts';
import { standardError } from '../numeric/summary/standard-error.ts';
import type { Estimate } from './spread.ts';

export interface Option {
  /** How likely it is the cheapest of its axis. */
  readonly cheapest: Estimate;
  /** How much more it costs on average than the one that turns out to be the cheapest. */
  readonly regret: number;
}

/** Cases that differ only in what is chosen. */
export function groupsOf(
  places: readonly Place[],
  axes: readonly number[],
  by: number | undefined,
): readonly (readonly Place[])[] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = axes.map((axis) => (axis === by ? '' : place[axis])).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return [...groups.values()];
}

/** One column of costs for each. */
export function optionsOf(costs: readonly Float64Array[]): readonly Option[] {
  const best = cheapestIn(costs);
  const { cheapest, regret } = chancesOf(costs, best);
  const wins = new Float64Array(best.length);
  return costs.map((_, k) => {
    for (let i = 0; i < wins.length; i++) wins[i] = best[i] === k ? 1 : 0;
    return {
      cheapest: { value: cheapest[k] ?? Number.NaN, error: standardError(wins, shareThatHolds) },
      regret: regret[k] ?? Number.NaN,
    };
  });
}
