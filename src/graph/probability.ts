// `probability: 95%`: how often a condition must hold where numbers are uncertain, as a plain share.

import type { Expression } from '../formula/ast.ts';
import { one } from '../quantity/unit.ts';
import type { NodeId } from './types.ts';
import type { World } from './world.ts';

/** undefined where it is no share, which is told. */
export function probabilityNode(world: World, e: Expression): NodeId | undefined {
  const node = world.formula(e);
  if (node === undefined) return undefined;
  const share = world.store.node(node).type.kind === 'number' ? world.inUnit(node, one) : undefined;
  if (share !== undefined && isShare(stated(world, share))) return share;
  const help = 'more than 0% and at most 100%: `probability: 95%`';
  world.out.error('E301', 'a probability is a share of the samples', [{ span: e.span, label: '' }], help);
  return undefined;
}

/** A number as written; undefined for a formula, which only a case can tell. */
function stated(world: World, id: NodeId): number | undefined {
  const { op, args } = world.store.node(id);
  if (op.kind === 'const') return op.value;
  const value = op.kind === 'scale' ? stated(world, args[0] ?? -1) : undefined;
  return value === undefined || op.kind !== 'scale' ? undefined : (value * op.numerator) / op.denominator;
}

function isShare(value: number | undefined): boolean {
  return value === undefined || (value > 0 && value <= 1);
}
