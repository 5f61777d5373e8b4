// Steps that draw what correlated inputs are made of (draws/copula.ts).

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

export interface Written {
  readonly steps: readonly Step[];
  /** Which of them are asked for. */
  readonly values: readonly Value[];
}

/** The steps that make normal numbers which correlate, to follow `before` others. */
export function mixedNormals(streams: readonly Stream[], mixture: Mixture, before: number): Written {
  const steps: Step[] = [];
  const push = (step: Step): Value => before + steps.push(step) - 1;
  const marginal = standardNormal();
  const normals = streams.map((stream) => push({ kind: 'draw', stream, marginal }));
  const values = streams.map((_, j) => {
    const terms = (mixture[j] ?? []).flatMap((weight, k) => {
      if (weight === 0) return [];
      const value = push({ kind: 'constant', value: weight });
      return [push({ kind: 'apply', kernel: 'mul', args: [value, normals[k] as Value] })];
    });
    return terms.reduce((a, b) => push({ kind: 'apply', kernel: 'add', args: [a, b] }));
  });
  return { steps, values };
}
