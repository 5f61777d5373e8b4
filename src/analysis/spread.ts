// What is said of a column of samples: mean, deviation, quantiles and shares, each with how exact the sampling itself is.

import { type Histogram, histogram } from '../numeric/summary/histogram.ts';
import { meanOf, momentsOf } from '../numeric/summary/mean.ts';
import { quantilesOf } from '../numeric/summary/quantiles.ts';
import { shareThatHolds } from '../numeric/summary/share.ts';
import { standardError } from '../numeric/summary/standard-error.ts';

/** A figure, and how far it may be off because only so many samples were drawn. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

export interface Spread {
  readonly mean: Estimate;
  readonly deviation: Estimate;
  readonly quantiles: readonly Quantile[];
  /** The share of samples in which the figure is unknown; then all else is unknown too. */
  readonly unknown: number;
  /** undefined where the figure is unknown, unlimited or the same in all samples. */
  readonly histogram: Histogram | undefined;
}

export interface Quantile extends Estimate {
  readonly probability: number;
}

const shownQuantiles = [0.05, 0.1, 0.5, 0.9, 0.95] as const;

const ranges = 24;
/** The histogram leaves out what lies further out at either end: one tail would make all of it one bar. */
const tail = 0.005;

export function spreadOf(values: Float64Array): Spread {
  const quantiles = quantilesOf(values, shownQuantiles);
  const parts = shownQuantiles.map((p) =>
    standardError(values, (part) => quantilesOf(part, [p])[0] ?? Number.NaN),
  );
  const [low = Number.NaN, high = Number.NaN] = quantilesOf(values, [tail, 1 - tail]);
  const deviation = (part: Float64Array): number => Math.sqrt(momentsOf(part).variance);
  return {
    mean: { value: meanOf(values), error: standardError(values, meanOf) },
    deviation: { value: deviation(values), error: standardError(values, deviation) },
    quantiles: shownQuantiles.map((probability, i) => ({
      probability,
      value: quantiles[i] ?? Number.NaN,
      error: parts[i] ?? Number.NaN,
    })),
    unknown: values.reduce((n, x) => n + (Number.isNaN(x) ? 1 : 0), 0) / values.length,
    histogram: Number.isFinite(high - low) && high > low ? histogram(values, low, high, ranges) : undefined,
  };
}

/** The share of samples in which a condition holds. */
export function chanceOf(conditions: Float64Array): Estimate {
  return { value: shareThatHolds(conditions), error: standardError(conditions, shareThatHolds) };
}
