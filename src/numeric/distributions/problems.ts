// Checks that several kinds of distribution share.

import type { Problem } from './types.ts';

type Check = Problem | undefined;

export function problemsOf(...checks: readonly Check[]): readonly Problem[] {
  return checks.filter((check) => check !== undefined);
}

export function finite(parameter: string, value: number): Check {
  return Number.isFinite(value) ? undefined : { parameter, message: 'is not a known, finite number' };
}

export function positive(parameter: string, value: number): Check {
  return value > 0 ? undefined : { parameter, message: 'must be more than 0' };
}

export function notNegative(parameter: string, value: number): Check {
  return value >= 0 ? undefined : { parameter, message: 'must not be negative' };
}

export function atMost(parameter: string, value: number, most: number): Check {
  return value <= most ? undefined : { parameter, message: `must be at most ${most}` };
}

export function notBelow(parameter: string, value: number, other: string, least: number): Check {
  return value >= least ? undefined : { parameter, message: `must not be below ${other}` };
}
