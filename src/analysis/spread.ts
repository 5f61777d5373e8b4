// What is said of a column of samples: mean, deviation, quantiles and shares, each with how exact the sampling itself is.

import { type Histogram, histogram } from '../numeric/summary/histogram.ts';
import { meanOf, momentsOf } from '../numeric/summary/mean.ts';
import { quantilesOf } from '../numeric/summary/quantiles.ts';
import { shareThatHolds } from '../numeric/summary/share.ts';
import { standardError, standardErrors } from '../numeric/summary/standard-error.ts';

/** A figure, and how far it may be off because only so many samples were drawn. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** Where a figure lies, without how exact that is: a third of the work, and all that a chart shows. */
export interface Outline {
  readonly quantiles: readonly { readonly probability: number; readonly value: number }[];
  /** undefined where the figure is unknown, unlimited or the same in all samples. */
  readonly histogram: Histogram | undefined;
}

export interface Spread extends Outline {
  readonly mean: Estimate;
  readonly deviation: Estimate;
  readonly quantiles: readonly Quantile[];
  /** The share of samples in which the figure is unknown; then all else is unknown too. */
  readonly unknown: number;
}

export interface Quantile extends Estimate {
  readonly probability: number;
}

const shownQuantiles = [0.05, 0.1, 0.5, 0.9, 0.95] as const;

const ranges = 24;
/** The histogram leaves out what lies further out at either end: one tail would make all of it one bar. */
const tail = 0.005;

export function outlineOf(values: Float64Array): Outline {
  const found = quantilesOf(values, [...shownQuantiles, tail, 1 - tail]);
  const [low = Number.NaN, high = Number.NaN] = found.slice(shownQuantiles.length);
  return {
    quantiles: shownQuantiles.map((probability, i) => ({ probability, value: found[i] ?? Number.NaN })),
    histogram: Number.isFinite(high - low) && high > low ? histogram(values, low, high, ranges) : undefined,
  };
}

export function spreadOf(values: Float64Array): Spread {
  const outline = outlineOf(values);
  const errors = standardErrors(values, shownQuantiles.length, (part) => quantilesOf(part, shownQuantiles));
  const deviation = (part: Float64Array): number => Math.sqrt(momentsOf(part).variance);
  return {
    mean: { value: meanOf(values), error: standardError(values, meanOf) },
    deviation: { value: deviation(values), error: standardError(values, deviation) },
    quantiles: outline.quantiles.map((quantile, i) => ({ ...quantile, error: errors[i] ?? Number.NaN })),
    unknown: values.reduce((n, x) => n + (Number.isNaN(x) ? 1 : 0), 0) / values.length,
    histogram: outline.histogram,
  };
}

/** The share of samples in which a condition holds. */
export function chanceOf(conditions: Float64Array): Estimate {
  return { value: shareThatHolds(conditions), error: standardError(conditions, shareThatHolds) };
}
