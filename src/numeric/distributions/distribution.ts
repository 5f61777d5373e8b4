// Every kind of distribution by its name. A new kind is a type, a file and a line here; the compiler finds what is missing.

import { beta } from './beta.ts';
import { discrete } from './discrete.ts';
import { empirical } from './empirical.ts';
import { interval } from './interval.ts';
import { lognormal } from './lognormal.ts';
import { normal } from './normal.ts';
import { pert } from './pert.ts';
import { triangular } from './triangular.ts';
import { truncatedFamily } from './truncated.ts';
import type { Distribution, End, Family, Problem, Quantile, Smooth } from './types.ts';
import { uniform } from './uniform.ts';

type Families<D extends { readonly kind: string }> = {
  readonly [K in D['kind']]: Family<Extract<D, { readonly kind: K }>>;
};

const smooth: Families<Smooth> = { interval, normal, lognormal, uniform, triangular, pert, beta };

const truncated = truncatedFamily({
  problems: (d) => familyOf(d, smooth).problems(d),
  quantile: (d) => familyOf(d, smooth).quantile(d),
  probability: (d, x, end) => familyOf(d, smooth).probability(d, x, end),
});

const families: Families<Distribution> = { ...smooth, truncated, discrete, empirical };

function familyOf<D extends { readonly kind: string }>(d: D, all: Families<D>): Family<D> {
  // the record's type says that a family under a name takes what has that name
  return all[d.kind as D['kind']] as unknown as Family<D>;
}

/** Empty where the parameters are right. Everything else here needs that. */
export function problems(d: Distribution): readonly Problem[] {
  return familyOf(d, families).problems(d);
}

export function mean(d: Distribution): number {
  return familyOf(d, families).mean(d);
}

/** The value with a probability below it or above it. */
export function quantileOf(d: Distribution): Quantile {
  return familyOf(d, families).quantile(d);
}

/** For what is a function of a standard normal number: that function. */
export function ofNormal(d: Distribution): ((z: number) => number) | undefined {
  return familyOf(d, families).ofNormal?.(d);
}

/** The value with probability `p` below it (or above it). */
export function quantile(d: Distribution, p: number, end: End = 'below'): number {
  return quantileOf(d)(p, end);
}

/** The probability below a value (or above it). */
export function probability(d: Distribution, x: number, end: End = 'below'): number {
  return familyOf(d, families).probability(d, x, end);
}
