// Steps that draw correlated inputs (draws/copula.ts).

import type { Mixture } from '../draws/copula.ts';
import { type Marginal, marginalOf } from '../draws/marginal.ts';
import type { Stream } from '../draws/stream.ts';
import type { Step, Value } from './program.ts';

let normal: Marginal | undefined;

/** Made when it is first needed. */
function standardNormal(): Marginal {
  normal ??= marginalOf({ kind: 'normal', mean: 0, deviation: 1 });
  return normal;
}

/** The steps that draw correlated inputs, to follow `before` others; and which of them are the inputs. */
export function correlatedSteps(
  inputs: readonly { readonly stream: Stream; readonly marginal: Marginal }[],
  mixture: Mixture,
  before: number,
): { readonly steps: readonly Step[]; readonly values: readonly Value[] } {
  const steps: Step[] = [];
  const push = (step: Step): Value => before + steps.push(step) - 1;
  const marginal = standardNormal();
  const normals = inputs.map(({ stream }) => push({ kind: 'draw', stream, marginal }));
  const values = inputs.map(({ marginal }, j) => {
    const terms = (mixture[j] ?? []).flatMap((weight, k) => {
      if (weight === 0) return [];
      const value = push({ kind: 'constant', value: weight });
      return [push({ kind: 'apply', kernel: 'mul', args: [value, normals[k] as Value] })];
    });
    const mixed = terms.reduce((a, b) => push({ kind: 'apply', kernel: 'add', args: [a, b] }));
    return push({ kind: 'quantile', of: mixed, marginal });
  });
  return { steps, values };
}
