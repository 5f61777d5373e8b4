// Limits and budgets: does the condition hold, and, where it is a comparison, how much of the allowance is used.

import type { Limit } from '../plan/types.ts';
import { probabilityNode } from './probability.ts';
import type { GraphLimit } from './types.ts';
import type { World } from './world.ts';

export function buildLimits(world: World, limits: readonly Limit[]): readonly GraphLimit[] {
  return limits.flatMap((limit) => {
    const holds = world.formula(limit.that);
    if (holds === undefined) return [];
    const node = world.store.node(holds);
    if (node.type.kind !== 'condition') {
      const label = 'this gives a value, not a condition';
      world.out.error(
        'E303',
        `the limit \`${limit.name}\` must be a condition`,
        [{ span: limit.that.span, label }],
        'compare it with what is allowed: `devices <= 200 devices`',
      );
      return [];
    }
    const compared = node.op.kind === 'apply' && (node.op.operation === 'le' || node.op.operation === 'lt');
    const [used, allowed] = compared ? node.args : [];
    const strict = node.op.kind === 'apply' && node.op.operation === 'lt';
    const probability =
      limit.probability === undefined ? undefined : probabilityNode(world, limit.probability);
    return [{ limit, holds, probability, used, allowed, strict }];
  });
}
