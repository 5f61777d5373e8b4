// Options whose costs are uncertain: how likely each is the cheapest, and what it costs on average to have chosen it.

import { meanDifference, meanOf, pairwiseSum } from './mean.ts';
import { orderOf } from './order.ts';
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

/**
 * For each sample the place of its cheapest known option, the first of equals; -1 where none is known. One column of costs per option,
 * of the same samples.
 */
export function cheapestIn(costs: readonly Float64Array[]): Int32Array {
  const best = new Int32Array(costs[0]?.length ?? 0).fill(-1);
  const least = new Float64Array(best.length).fill(Number.NaN);
  for (const [k, cost] of costs.entries()) {
    for (let i = 0; i < best.length; i++) {
      const x = cost[i] as number;
      if (x < (least[i] as number) || ((best[i] as number) < 0 && !Number.isNaN(x))) {
        best[i] = k;
        least[i] = x;
      }
    }
  }
  return best;
}

/** For each sample what its cheapest known option costs; `cheapest` are these. */
export function leastOf(costs: readonly Float64Array[], cheapest = cheapestIn(costs)): Float64Array {
  const least = new Float64Array(cheapest.length).fill(Number.NaN);
  for (let i = 0; i < least.length; i++) least[i] = costs[cheapest[i] as number]?.[i] ?? Number.NaN;
  return least;
}

/** `best` are the cheapest of each sample. */
export function chancesOf(costs: readonly Float64Array[], best = cheapestIn(costs)): Chances {
  const wins = costs.map(() => 0);
  for (const k of best) if (k >= 0) wins[k] = (wins[k] as number) + 1;
  const least = leastOf(costs, best);
  return {
    cheapest: wins.map((n) => n / best.length),
    regret: costs.map((cost) => meanDifference(cost, least)),
  };
}

/** Into how many groups of neighbouring values an input is cut to see what knowing it would change. */
const groups = 32;

/** The samples in groups of neighbouring values of an input. */
export interface Groups {
  /** Group by group, in each as the samples came; of equal values the earlier samples are in the earlier group. */
  readonly order: Uint32Array;
  /** Where each group starts in the order, and where the last one ends. */
  readonly starts: Uint32Array;
}

/** undefined where any value is unknown. */
export function groupsOfInput(input: Float64Array): Groups | undefined {
  if (anyUnknown(input)) return undefined;
  const count = Math.min(groups, input.length);
  const starts = Uint32Array.from({ length: count + 1 }, (_, g) => Math.floor((g * input.length) / count));
  const order = orderOf(input);
  for (let g = 0; g < count; g++) order.subarray(starts[g], starts[g + 1]).sort();
  return { order, starts };
}

/**
 * What it would be worth, on average, to know an input before one chooses: how much less one would then expect to pay than with the
 * option that is cheapest on average. Never negative; a little too large where samples are few, for chance looks like knowledge. Unknown
 * where the input is.
 */
export function valuesOfKnowing(
  inputs: readonly (Groups | undefined)[],
  costs: readonly Float64Array[],
): readonly number[] {
  const means = costs.map(meanOf);
  const chosen = means.indexOf(Math.min(...means));
  return inputs.map((input) => {
    if (input === undefined || chosen < 0) return Number.NaN;
    const { order, starts } = input;
    const own = new Float64Array(order.length);
    const sumsOf = (cost: Float64Array): Float64Array => {
      for (let i = 0; i < own.length; i++) own[i] = cost[order[i] as number] as number;
      return Float64Array.from(starts.subarray(1), (end, g) => pairwiseSum(own.subarray(starts[g], end)));
    };
    // group by group, so that it is nothing where the same option is the cheapest in all of them
    const sums = costs.map(sumsOf);
    const saved = Float64Array.from(starts.subarray(1), (_, g) => {
      const inGroup = sums.map((sum) => sum[g] as number);
      return (inGroup[chosen] as number) - Math.min(...inGroup);
    });
    return pairwiseSum(saved) / order.length;
  });
}
