// Rounding that forgives float noise: the one definition for plans, columns and single cases.

import { pow } from './pow.ts';

/** Within this relative distance of a whole number a value counts as that number: 110.00000000000001 servers are 110. */
export const wholeTolerance = 1e-9;

export function roundUp(x: number): number {
  const near = Math.round(x);
  return Math.abs(x - near) <= wholeTolerance * Math.max(1, Math.abs(near)) ? near : Math.ceil(x);
}

export function roundDown(x: number): number {
  const near = Math.round(x);
  return Math.abs(x - near) <= wholeTolerance * Math.max(1, Math.abs(near)) ? near : Math.floor(x);
}

/** Half away from zero, at so many decimals; a value that is a half but for float noise counts as one (1.005 -> 1.01). */
export function roundTo(x: number, digits: number): number {
  if (!Number.isFinite(x)) return x;
  const size = pow(10, Math.abs(digits));
  const scaled = digits >= 0 ? Math.abs(x) * size : Math.abs(x) / size;
  const whole = Math.floor(scaled + 0.5 + scaled * 2e-15);
  return Math.sign(x) * (digits >= 0 ? whole / size : whole * size);
}
