// Types of uncertain numbers: all values of one in one unit, the rest plain numbers.

import { one, sameUnit } from '../quantity/unit.ts';
import type { Expression } from './ast.ts';
import { type DistributionKind, distributions, type Parameter } from './distributions.ts';
import { functions } from './functions.ts';
import { brokenAt, describe, type Inference, isBroken, numeric, unitOf } from './inference.ts';
import { numberOf, type Typed } from './typed.ts';
import { alike } from './unify.ts';

type Call = Expression & { kind: 'call' };

export function inferDraw(e: Call, ctx: Inference): Typed {
  const kind = e.name as Exclude<DistributionKind, 'interval'>;
  const { parameters, repeats } = distributions[kind];
  const fits = repeats
    ? e.args.length >= parameters.length && e.args.length % parameters.length === 0
    : e.args.length === parameters.length;
  if (!fits) {
    const help = `it is written \`${functions[kind]?.signature ?? kind}\``;
    ctx.out.error(
      'E205',
      `\`${kind}\` is used with the wrong arguments`,
      [{ span: e.span, label: '' }],
      help,
    );
    return brokenAt(e.span);
  }
  const args = e.args.map((arg) => numeric(ctx.infer(arg, ctx), ctx));
  if (isBroken(...args)) return brokenAt(e.span);
  const needed = (i: number): Parameter => parameters[i % parameters.length] ?? 'value';
  const first = args.find((_, i) => needed(i) !== 'pure');
  const inUnit: Typed[] = [];
  for (const [i, arg] of args.entries()) {
    const fitting = asNeeded(needed(i), arg, first, ctx);
    if (fitting === undefined) return brokenAt(e.span);
    inUnit.push(fitting);
  }
  if (kind === 'truncated' && inUnit[0]?.op !== 'draw' && inUnit[0]?.op !== 'range') {
    const help = 'for example `truncated(normal(100 users, 60 users), 0 users, 150 users)`';
    const label = 'this is certain, or has a name of its own';
    ctx.out.error(
      'E205',
      '`truncated` cuts an uncertain number',
      [{ span: e.args[0]?.span ?? e.span, label }],
      help,
    );
    return brokenAt(e.span);
  }
  const unit = first === undefined ? one : unitOf(inUnit[args.indexOf(first)] ?? first);
  return { op: 'draw', kind, args: inUnit, type: numberOf(unit), span: e.span };
}

function asNeeded(
  parameter: Parameter,
  arg: Typed,
  first: Typed | undefined,
  ctx: Inference,
): Typed | undefined {
  if (parameter !== 'pure') {
    if (first === undefined || arg === first) return arg;
    return alike(first, arg, 'put beside', ctx, arg.span)?.[1];
  }
  if (unitOf(arg).factors.every((f) => f.atom.dimensions.size === 0)) {
    if (sameUnit(unitOf(arg), one)) return arg;
    return alike(
      { op: 'number', value: 1, type: numberOf(one), span: arg.span },
      arg,
      'used as',
      ctx,
      arg.span,
    )?.[1];
  }
  const marks = [{ span: arg.span, label: describe(arg) }];
  ctx.out.error('E301', 'a pure number is needed here', marks, 'for example `0.5`, or `30%`');
  return undefined;
}
