// Options whose costs are uncertain: how likely each is the cheapest, and what it costs on average to have chosen it.

import { meanOf, pairwiseSum } from './mean.ts';

export interface Chances {
  /** For each option the share of samples in which it is the cheapest known one, the first of equals. */
  readonly cheapest: readonly number[];
  /**
   * For each option how much more it costs on average than the cheapest one of the same sample. Unknown for an option that is
   * unknown in any sample.
   */
  readonly regret: readonly number[];
}

/** The place of the cheapest known option of a sample, the first of equals; -1 where none is known. */
function cheapestOf(costs: readonly Float64Array[], sample: number): number {
  let best = -1;
  for (const [k, cost] of costs.entries()) {
    const x = cost[sample] as number;
    if (!Number.isNaN(x) && (best < 0 || x < (costs[best]?.[sample] as number))) best = k;
  }
  return best;
}

/** For each sample what its cheapest known option costs. One column of costs per option, of the same samples. */
export function leastOf(costs: readonly Float64Array[]): Float64Array {
  return Float64Array.from(costs[0] ?? [], (_, i) => costs[cheapestOf(costs, i)]?.[i] ?? Number.NaN);
}

export function chancesOf(costs: readonly Float64Array[]): Chances {
  const samples = costs[0]?.length ?? 0;
  const wins = costs.map(() => 0);
  for (let i = 0; i < samples; i++) {
    const best = cheapestOf(costs, i);
    if (best >= 0) wins[best] = (wins[best] as number) + 1;
  }
  const least = leastOf(costs);
  return {
    cheapest: wins.map((n) => n / samples),
    regret: costs.map((cost) => meanOf(cost.map((x, i) => x - (least[i] as number)))),
  };
}

/** Into how many groups of neighbouring values an input is cut to see what knowing it would change. */
const groups = 32;

/**
 * What it would be worth, on average, to know an input before one chooses: how much less one would then expect to pay than with the
 * option that is cheapest on average. Never negative; a little too large where samples are few, for chance looks like knowledge.
 */
export function valueOfKnowing(input: Float64Array, costs: readonly Float64Array[]): number {
  const order = Uint32Array.from(input, (_, i) => i).sort(
    (i, j) => (input[i] as number) - (input[j] as number),
  );
  const overall = Math.min(...costs.map(meanOf));
  const informed = new Float64Array(Math.min(groups, order.length));
  for (let g = 0; g < informed.length; g++) {
    const from = Math.floor((g * order.length) / informed.length);
    const to = Math.floor(((g + 1) * order.length) / informed.length);
    const sums = costs.map((cost) => pairwiseSum(taken(cost, order.subarray(from, to))));
    informed[g] = Math.min(...sums);
  }
  return Math.max(0, overall - pairwiseSum(informed) / order.length);
}

/** Many times faster than `Float64Array.from`, which asks an iterator for each of them. */
function taken(values: Float64Array, places: Uint32Array): Float64Array {
  const found = new Float64Array(places.length);
  for (let k = 0; k < places.length; k++) found[k] = values[places[k] as number] as number;
  return found;
}
