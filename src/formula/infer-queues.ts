// Types of the functions about queues: an offered load, which is a pure number (arrivals times how long one is served), and
// another pure number.

import { one, sameUnit } from '../quantity/unit.ts';
import type { Expression } from './ast.ts';
import { apply, brokenAt, describe, type Inference, isBroken, numeric, unitOf } from './inference.ts';
import type { Typed } from './typed.ts';
import { convertTo } from './unify.ts';

export function inferQueue(e: Expression & { kind: 'call' }, signature: string, ctx: Inference): Typed {
  const [first, second, more] = e.args;
  if (first === undefined || second === undefined || more !== undefined) {
    const message = `\`${e.name}\` is used with the wrong arguments`;
    const label = e.args.length === 1 ? 'one argument' : `${e.args.length} arguments`;
    ctx.out.error('E205', message, [{ span: e.span, label }], `it is written \`${signature}\``);
    return brokenAt(e.span);
  }
  const [load, other] = [pure(first, e.name, ctx), pure(second, e.name, ctx)];
  if (isBroken(load, other)) return brokenAt(e.span);
  if (e.name === 'erlang_c') return apply('erlang_c', [load, other], one, e.span);
  const root = apply('sqrt', [load], one, e.span);
  const safety = apply('mul', [other, root], one, e.span);
  return apply('ceil', [apply('add', [load, safety], one, e.span)], one, e.span);
}

/** `150%` is a pure number too. */
function pure(e: Expression, name: string, ctx: Inference): Typed {
  const typed = numeric(ctx.infer(e, ctx), ctx);
  if (isBroken(typed)) return typed;
  const { factors } = unitOf(typed);
  if (sameUnit(unitOf(typed), one)) return typed;
  if (factors.every(({ atom }) => atom.dimensions.size === 0)) return convertTo(typed, one, e.span, ctx);
  ctx.out.error(
    'E301',
    `\`${name}\` needs a pure number`,
    [{ span: typed.span, label: describe(typed) }],
    'an offered load is arrivals times how long one is served: `calls * handling_time`, without a unit',
  );
  return brokenAt(typed.span);
}
