// What is to be computed for each sample, as a list of steps: draws, columns from outside, numbers, and operations on earlier steps.

import type { Marginal } from '../draws/marginal.ts';
import type { Stream } from '../draws/stream.ts';
import type { KernelName } from './instructions.ts';

/** The number of a step. */
export type Value = number;

export type OperationName = Exclude<
  KernelName,
  'independent' | 'digital' | 'table' | 'steps' | 'line' | 'normalWords'
>;

export type Step =
  | { readonly kind: 'constant'; readonly value: number }
  /** The same for every sample, but set anew between runs. */
  | { readonly kind: 'parameter'; readonly value: number }
  /** Filled from outside. */
  | { readonly kind: 'column' }
  | { readonly kind: 'draw'; readonly stream: Stream; readonly marginal: Marginal }
  /** The value that has the same probability as a standard normal number has. */
  | { readonly kind: 'quantile'; readonly of: Value; readonly marginal: Marginal }
  /** `hinge` takes x, what comes before, then threshold and slope of each tier; `pick` the index, then what it picks from. */
  | { readonly kind: 'apply'; readonly kernel: OperationName; readonly args: readonly Value[] };

export interface Program {
  /** Each after what it needs. */
  readonly steps: readonly Step[];
  /** What is asked for. */
  readonly results: readonly Value[];
}

const none: readonly Value[] = [];

export function needsOf(step: Step): readonly Value[] {
  if (step.kind === 'apply') return step.args;
  return step.kind === 'quantile' ? [step.of] : none;
}

/** How often each step is read; a result is read once more. */
export function usesOf({ steps, results }: Program): Int32Array {
  const uses = new Int32Array(steps.length);
  const use = (value: Value): void => {
    uses[value] = (uses[value] as number) + 1;
  };
  for (const step of steps) for (const need of needsOf(step)) use(need);
  for (const result of results) use(result);
  return uses;
}
