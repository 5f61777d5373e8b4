import type { Discrete, Family, Problem } from './types.ts';

export const discrete: Family<Discrete> = {
  problems: ({ values, weights }) => {
    const problems: Problem[] = [];
    if (values.length === 0) problems.push({ parameter: 'values', message: 'must not be empty' });
    if (!values.every(Number.isFinite))
      problems.push({ parameter: 'values', message: 'must be known, finite numbers' });
    if (weights.length !== values.length)
      problems.push({ parameter: 'weights', message: 'must be as many as there are values' });
    if (!weights.every((w) => Number.isFinite(w) && w >= 0))
      problems.push({
        parameter: 'weights',
        message: 'must be known, finite numbers, none of them negative',
      });
    else if (values.length > 0 && !(sumOf(weights) > 0))
      problems.push({ parameter: 'weights', message: 'must not all be 0' });
    return problems;
  },
  mean: ({ values, weights }) => sumOf(values.map((x, i) => x * (weights[i] ?? 0))) / sumOf(weights),
  quantile: (d) => {
    const steps = stepsOf(d);
    return (p, end) => {
      const below = end === 'above' ? 1 - p : p;
      return (steps.find((step) => below < step.upTo) ?? steps.at(-1))?.value ?? Number.NaN;
    };
  },
  /** Half of what lies on the value itself counts, so that both ends add up to 1. */
  probability: ({ values, weights }, x, end) => {
    const total = sumOf(weights);
    const counted = weights.map((w, i) => {
      const value = values[i] as number;
      if (value === x) return w / 2;
      return value < x === (end === 'below') ? w : 0;
    });
    return sumOf(counted) / total;
  },
};

export interface DiscreteStep {
  readonly value: number;
  /** The share of all weights up to and with this value. */
  readonly upTo: number;
}

/** Values that can happen, ascending. */
export function stepsOf({ values, weights }: Discrete): readonly DiscreteStep[] {
  const pairs = values.map((value, i) => ({ value, weight: weights[i] ?? 0 })).filter((p) => p.weight > 0);
  pairs.sort((p, q) => p.value - q.value);
  const total = sumOf(pairs.map((p) => p.weight));
  let sum = 0;
  return pairs.map(({ value, weight }, i) => {
    sum += weight;
    return { value, upTo: i === pairs.length - 1 ? 1 : sum / total };
  });
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
