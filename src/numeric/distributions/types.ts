// Uncertain numbers as data. What a plan says becomes one of these; draws, answers and explanations read it.

/** 90 % of the values lie between the two ends, 5 % below and 5 % above. Lognormal where both are positive, otherwise normal. */
export interface Interval {
  readonly kind: 'interval';
  readonly low: number;
  readonly high: number;
}

export interface Normal {
  readonly kind: 'normal';
  readonly mean: number;
  readonly deviation: number;
}

/** `spread` is the standard deviation of the natural logarithm. */
export interface Lognormal {
  readonly kind: 'lognormal';
  readonly median: number;
  readonly spread: number;
}

export interface Uniform {
  readonly kind: 'uniform';
  readonly low: number;
  readonly high: number;
}

export interface Triangular {
  readonly kind: 'triangular';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** A beta distribution with the mean (low + 4 · mode + high) / 6. */
export interface Pert {
  readonly kind: 'pert';
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

export interface Beta {
  readonly kind: 'beta';
  readonly a: number;
  readonly b: number;
  readonly low: number;
  readonly high: number;
}

/** One of several values; weights need not add up to 1. */
export interface Discrete {
  readonly kind: 'discrete';
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** Measured values, joined by straight lines: quantiles are those that the summaries find in the same numbers. */
export interface Empirical {
  readonly kind: 'empirical';
  readonly values: readonly number[];
}

/** Only what lies between the two ends, which may be infinite. */
export interface Truncated {
  readonly kind: 'truncated';
  readonly of: Smooth;
  readonly low: number;
  readonly high: number;
}

/** Distributions with a density. */
export type Smooth = Interval | Normal | Lognormal | Uniform | Triangular | Pert | Beta;

export type Distribution = Smooth | Truncated | Discrete | Empirical;

/** From which end a probability is counted, so that a small one is exact at either end. */
export type End = 'below' | 'above';

/** What is wrong with a parameter, in words that go after its name. */
export interface Problem {
  readonly parameter: string;
  readonly message: string;
}

/** The value with this probability below or above it; `p` is between 0 and 1. */
export type Quantile = (p: number, end: End) => number;

/** What is known of a kind of distribution. Apart from `problems`, all need parameters that are right. */
export interface Family<D> {
  problems(d: D): readonly Problem[];
  mean(d: D): number;
  /** A function, since many values are asked of one distribution. */
  quantile(d: D): Quantile;
  /** For what is a function of a standard normal number: the value that has the same probability above it. */
  ofNormal?(d: D): (z: number) => number;
  /** The probability below or above a value. */
  probability(d: D, x: number, end: End): number;
}
