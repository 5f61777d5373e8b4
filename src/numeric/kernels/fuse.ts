// Several instructions as one, where that gives the same bits.

import { type Program, type Step, usesOf, type Value } from './program.ts';

type Apply = Extract<Step, { kind: 'apply' }>;

export function fused(program: Program): Program {
  return withMultiplyAdds(withHinges(program));
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

/** A product that is only ever added to something is a multiply-add. */
function withMultiplyAdds(program: Program): Program {
  const uses = usesOf(program);
  const together = (step: Step): Step => {
    if (step.kind !== 'apply' || step.kernel !== 'add') return step;
    for (const [a, b] of bothWays(step)) {
      const product = once(program, uses, a, 'mul');
      if (product !== undefined) return { ...step, kernel: 'multiplyAdd', args: [...product.args, b] };
    }
    return step;
  };
  return { ...program, steps: program.steps.map(together) };
}

/** x · rate, and onto that max(0, x - limit) · slope once or more often: a price in graduated tiers. */
function withHinges(program: Program): Program {
  const { results } = program;
  const uses = usesOf(program);
  const steps = [...program.steps];
  const soFar: Program = { steps, results };
  for (const [value, step] of steps.entries()) {
    if (step.kind !== 'apply' || step.kernel !== 'add') continue;
    for (const [start, more] of bothWays(step)) {
      const tier = tierOf(soFar, uses, more);
      const before = tier && startOf(soFar, uses, start, tier.x);
      if (tier === undefined || before === undefined) continue;
      steps[value] = { ...step, kernel: 'hinge', args: [...before, tier.limit, tier.slope] };
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

/** What a hinge over x starts with: x · rate, or a hinge that goes on. */
function startOf(program: Program, uses: Int32Array, value: Value, x: Value): readonly Value[] | undefined {
  const hinge = once(program, uses, value, 'hinge');
  if (hinge !== undefined) return hinge.args[0] === x ? hinge.args : undefined;
  const product = once(program, uses, value, 'mul');
  return product && bothWays(product).find(([first]) => first === x);
}
