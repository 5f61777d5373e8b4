// Options whose costs are uncertain: how likely each is the cheapest, and what it costs on average to have chosen it.

import { meanOf, pairwiseSum } from './mean.ts';
import { anyUnknown } from './unknown.ts';

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
  if (anyUnknown(input)) return Number.NaN;
  const count = Math.min(groups, input.length);
  const starts = Uint32Array.from({ length: count + 1 }, (_, g) => Math.floor((g * input.length) / count));
  const order = groupedBy(input, starts);
  const overall = Math.min(...costs.map(meanOf));
  const informed = Float64Array.from(starts.subarray(1), (to, g) => {
    const own = order.subarray(starts[g], to);
    return Math.min(...costs.map((cost) => pairwiseSum(Float64Array.from(own, (i) => cost[i] as number))));
  });
  return Math.max(0, overall - pairwiseSum(informed) / order.length);
}

/** The samples by the groups of ascending values that start at these places; of equal values the earlier samples come first. */
function groupedBy(input: Float64Array, starts: Uint32Array): Uint32Array {
  const sorted = input.slice().sort();
  const cuts = Float64Array.from(starts.subarray(1, -1), (start) => sorted[start] as number);
  /** Of values at which a cut lies: the place of the next one. */
  const next = new Map<number, number>();
  for (const cut of cuts) if (!next.has(cut)) next.set(cut, sorted.indexOf(cut));
  const filled = starts.slice();
  const order = new Uint32Array(input.length);
  for (let i = 0; i < input.length; i++) {
    const x = input[i] as number;
    let group = 0;
    while (group < cuts.length && (cuts[group] as number) <= x) group += 1;
    const place = next.get(x);
    if (place !== undefined) {
      next.set(x, place + 1);
      group = 0;
      while (group < cuts.length && (starts[group + 1] as number) <= place) group += 1;
    }
    order[filled[group] as number] = i;
    filled[group] = (filled[group] as number) + 1;
  }
  return order;
}
