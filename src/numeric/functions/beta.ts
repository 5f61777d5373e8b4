// The beta distribution on 0 to 1, seen from its lower end.

import { exp } from './exp.ts';
import { log } from './log.ts';

/** ln Γ(x) for positive x: Stirling's series, after x was moved beyond 12. Relative error about 1e-15. */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  for (; y < 12; y++) product *= y;
  const z = 1 / (y * y);
  const series =
    (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - (z * 691) / 360360))))) / y;
  return (y - 0.5) * log(y) - y + 0.9189385332046728 + series - log(product);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** P(X < x): the regularised incomplete beta function. */
export function betaBelow(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return fromNearerEnd(a, b, x, log(1 - x), logBeta(a, b));
}

/**
 * The x with P(X < x) = p, as a function of p up to a half or so: Newton's method on logarithms, where the lower end is a straight
 * line.
 */
export function betaQuantileBelow(a: number, b: number): (p: number) => number {
  const constant = logBeta(a, b);
  const logA = log(a);
  const logMean = log(a / (a + b));
  return (p) => {
    const wanted = log(p);
    return solved(a, b, constant, wanted, Math.min((wanted + logA + constant) / a, logMean));
  };
}

/** Where the logarithm of what lies below is as wanted, from a first guess of the logarithm on. */
function solved(a: number, b: number, constant: number, wanted: number, guess: number): number {
  let low = Number.NEGATIVE_INFINITY;
  let high = 0;
  let y = guess;
  for (let step = 0; step < 60; step++) {
    const x = exp(y);
    const logAbove = log(1 - x);
    const below = fromNearerEnd(a, b, x, logAbove, constant);
    const off = log(below) - wanted;
    if (off > 0) high = y;
    else low = y;
    // x · density / probability
    const slope = exp(a * y + (b - 1) * logAbove - constant) / below;
    let next = y - off / slope;
    // asked before the bounds are: there, what is left is noise, and may point out of them
    if (Math.abs(next - y) <= 4e-16 * Math.max(1, Math.abs(y))) return exp(next);
    if (!(next > low && next < high)) next = low === Number.NEGATIVE_INFINITY ? high - 1 : (low + high) / 2;
    if (next === y) return exp(y);
    y = next;
  }
  return exp(y);
}

/** The continued fraction converges quickly below the mean; above it the other end is asked. `logAbove` is the logarithm of 1 - x. */
function fromNearerEnd(a: number, b: number, x: number, logAbove: number, constant: number): number {
  const scale = exp(a * log(x) + b * logAbove - constant);
  return x <= (a + 1) / (a + b + 2)
    ? (scale * betaFraction(a, b, x)) / a
    : 1 - (scale * betaFraction(b, a, 1 - x)) / b;
}

/** By Lentz's method; the denominators of this fraction are never 0 below the mean. */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 400; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const change = d * c;
    result *= change;
    if (Math.abs(change - 1) <= 2.3e-16) break;
  }
  return result;
}
