// Truncation of any distribution with a density; `families` are handed in, because a truncated one is a distribution itself.

import type { Distribution, End, Family, Problem, Quantile, Smooth, Truncated } from './types.ts';

export function truncatedFamily(of: Omit<Family<Smooth>, 'mean' | 'ofNormal'>): Family<Truncated> {
  /** What is cut off at either end. */
  const cut = (d: Truncated, end: End): number => of.probability(d.of, end === 'below' ? d.low : d.high, end);
  const left = (d: Truncated): number => 1 - cut(d, 'below') - cut(d, 'above');

  const quantile = (d: Truncated): Quantile => {
    const whole = of.quantile(d.of);
    const cuts = { below: cut(d, 'below'), above: cut(d, 'above') };
    const share = left(d);
    return (p, end) => {
      // counted from the end where less is cut off, or a far tail would be lost
      const other: End = end === 'below' ? 'above' : 'below';
      const near = cuts[end] + p * share;
      const value = near <= 0.5 ? whole(near, end) : whole(cuts[other] + (1 - p) * share, other);
      return Math.min(Math.max(value, d.low), d.high);
    };
  };

  return {
    problems: (d) => {
      const inner = of.problems(d.of);
      if (inner.length > 0) return inner;
      const problems: Problem[] = [];
      if (Number.isNaN(d.low)) problems.push({ parameter: 'low', message: 'is unknown' });
      if (Number.isNaN(d.high)) problems.push({ parameter: 'high', message: 'is unknown' });
      if (d.high < d.low) problems.push({ parameter: 'high', message: 'must not be below low' });
      if (problems.length === 0 && !(left(d) > leastLeft))
        problems.push({ parameter: 'low', message: 'and high leave nearly nothing of the distribution' });
      return problems;
    },
    mean: (d) => {
      const at = quantile(d);
      return (meanFrom((p) => at(p, 'below')) + meanFrom((p) => at(p, 'above'))) / 2;
    },
    quantile,
    probability: (d, x, end) => {
      if (x <= d.low) return end === 'above' ? 1 : 0;
      if (x >= d.high) return end === 'above' ? 0 : 1;
      const beyond = of.probability(d.of, x, end) - cut(d, end);
      return Math.min(Math.max(beyond / left(d), 0), 1);
    },
  };
}

/** Less than one in a million left is taken for a mistake. */
const leastLeft = 1e-6;

/** Gauss's rule with five points. */
const nodes = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664] as const;
const weights = [
  0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647, 0.23692688505618908,
] as const;

/** The mean of the half of a distribution at one end, in parts that halve towards that end. */
function meanFrom(quantile: (p: number) => number): number {
  let sum = 0;
  let high = 0.5;
  for (let octave = 0; octave < 60; octave++) {
    const parts = 4;
    const half = high / 4 / parts;
    for (let part = 0; part < parts; part++) {
      const middle = high / 2 + half * (2 * part + 1);
      for (const [i, node] of nodes.entries())
        sum += (weights[i] as number) * half * quantile(middle + node * half);
    }
    high /= 2;
  }
  return 2 * (sum + high * quantile(high / 2));
}

/** A distribution with only what lies between two ends, which may be infinite. */
export function truncate(d: Distribution, low: number, high: number): Distribution {
  const inside = (x: number): boolean => x >= low && x <= high;
  switch (d.kind) {
    case 'discrete':
      return { ...d, weights: d.weights.map((w, i) => (inside(d.values[i] ?? Number.NaN) ? w : 0)) };
    case 'empirical':
      return { ...d, values: d.values.filter(inside) };
    case 'truncated':
      return { ...d, low: Math.max(d.low, low), high: Math.min(d.high, high) };
    default:
      return { kind: 'truncated', of: d, low, high };
  }
}
