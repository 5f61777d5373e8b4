// Two instructions as one where that gives the same bits: a product that is only ever added to something is a multiply-add.

import { needsOf, type Program, type Step, type Value } from './program.ts';

export function fused({ steps, results }: Program): Program {
  const uses = new Int32Array(steps.length);
  for (const step of steps) for (const need of needsOf(step)) uses[need] = (uses[need] ?? 0) + 1;
  for (const result of results) uses[result] = (uses[result] ?? 0) + 1;
  const product = (value: Value | undefined): readonly Value[] | undefined => {
    const step = steps[value ?? -1];
    return uses[value ?? -1] === 1 && step?.kind === 'apply' && step.kernel === 'mul' ? step.args : undefined;
  };
  const together = (step: Step): Step => {
    if (step.kind !== 'apply' || step.kernel !== 'add') return step;
    const [a = -1, b = -1] = step.args;
    const [left, right] = [product(a), product(b)];
    if (left !== undefined) return { ...step, kernel: 'multiplyAdd', args: [...left, b] };
    return right === undefined ? step : { ...step, kernel: 'multiplyAdd', args: [...right, a] };
  };
  return { steps: steps.map(together), results };
}
