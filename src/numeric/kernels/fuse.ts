// Several instructions as one, where that gives the same bits.

import { type Program, type Step, usesOf, type Value } from './program.ts';

type Apply = Extract<Step, { kind: 'apply' }>;

export function fused(program: Program): Program {
  return withProducts(withHinges(program));
}

/** A step that does this and is read by nobody but the step that asks. */
function once(
  { steps }: Program,
  uses: Int32Array,
  value: Value | undefined,
  kernel: Apply['kernel'],
): Apply | undefined {
  const step = steps[value ?? -1];
  return step?.kind === 'apply' && step.kernel === kernel && uses[value ?? -1] === 1 ? step : undefined;
}

/** Both ways round, for operations that do not mind. */
function bothWays({ args: [a = -1, b = -1] }: Apply): readonly (readonly [Value, Value])[] {
  return [
    [a, b],
    [b, a],
  ];
}

/** A product that is only ever added to something is a multiply-add; one that is only ever divided by a number, a conversion. */
function withProducts(program: Program): Program {
  const uses = usesOf(program);
  const together = (step: Step): Step => {
    if (step.kind !== 'apply') return step;
    const [above = -1, by = -1] = step.args;
    if (step.kernel === 'div') {
      const product = isDivisor(program.steps[by]) ? once(program, uses, above, 'mul') : undefined;
      return product === undefined ? step : { ...step, kernel: 'scale', args: [...product.args, by] };
    }
    if (step.kernel !== 'add') return step;
    for (const [a, b] of bothWays(step)) {
      const product = once(program, uses, a, 'mul');
      if (product !== undefined) return { ...step, kernel: 'multiplyAdd', args: [...product.args, b] };
    }
    return step;
  };
  return { ...program, steps: program.steps.map(together) };
}

/** Not by 0: that is unknown, which a conversion does not look for. */
function isDivisor(step: Step | undefined): boolean {
  return step?.kind === 'constant' && step.value !== 0;
}

/** max(0, x - limit) · slope, added to something or taken off it, once or more often: a price in graduated tiers. */
function withHinges(program: Program): Program {
  const { results } = program;
  const uses = usesOf(program);
  const steps = [...program.steps];
  const soFar: Program = { steps, results };
  for (const [value, step] of steps.entries()) {
    if (step.kind !== 'apply' || (step.kernel !== 'add' && step.kernel !== 'sub')) continue;
    for (const [start, more] of step.kernel === 'add' ? bothWays(step) : bothWays(step).slice(0, 1)) {
      const tier = tierOf(soFar, uses, more);
      if (tier === undefined) continue;
      const { x, limit, slope } = tier;
      if (step.kernel === 'sub') {
        const taken = steps[slope];
        if (taken?.kind !== 'constant') continue;
        // the product is read by nobody else: in its place stands the slope that, added, takes off the same
        steps[more] = { kind: 'constant', value: -taken.value };
      }
      const before = once(soFar, uses, start, 'hinge');
      const args = before?.args[0] === x ? before.args : [x, start];
      steps[value] = {
        ...step,
        kernel: 'hinge',
        args: [...args, limit, step.kernel === 'sub' ? more : slope],
      };
      break;
    }
  }
  return soFar;
}

interface Tier {
  readonly x: Value;
  readonly limit: Value;
  readonly slope: Value;
}

function tierOf(program: Program, uses: Int32Array, value: Value): Tier | undefined {
  const product = once(program, uses, value, 'mul');
  for (const [above, slope] of product === undefined ? [] : bothWays(product)) {
    const larger = once(program, uses, above, 'max');
    for (const [zero, difference] of larger === undefined ? [] : bothWays(larger)) {
      const floor = program.steps[zero];
      const over = once(program, uses, difference, 'sub');
      const [x, limit] = over?.args ?? [];
      // a maximum of 0 and -0 is 0, so only that 0 will do
      if (floor?.kind === 'constant' && Object.is(floor.value, 0) && x !== undefined && limit !== undefined)
        return { x, limit, slope };
    }
  }
  return undefined;
}
